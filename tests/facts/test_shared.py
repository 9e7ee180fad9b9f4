"""Actors, sides and dimensions are counted by their ids; where two actors share a name, their side tells them apart."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from communique import load
from communique.document.plain import plain_inlines, plain_text
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.narrative.overview import in_brief as overview_in_brief
from communique.narrative.overview.tables import record_by_speaker
from communique.narrative.round import coverage_section, raised_section
from communique.narrative.round.language import breakthrough_finding, language_finding
from communique.process.description import Side
from communique.report import results
from communique.report.changes import changes

TINY = Path(__file__).parents[1] / "specimens" / "tiny"


def named(**names):
    """The tiny process with other names of actors, by id with _ for -."""
    process = load(TINY)
    told = {actor.replace("_", "-"): name for actor, name in names.items()}
    actors = process.actors
    return replace(process, actors=actors.assign(name=[told.get(each, name) for each, name in
                   zip(actors["actor_id"], actors["name"], strict=True)]))  # fmt: skip


def test_a_name_that_is_one_actor_s_alone_stands_by_itself():
    assert load(TINY).called["bran-keel"] == "Bran Keel"


def test_two_actors_of_one_name_are_told_apart_by_side():
    called = named(bran_keel="Sam Reed", lowland_council="Sam Reed").called

    assert called["bran-keel"] == "Sam Reed of the highlanders"
    assert called["lowland-council"] == "Sam Reed of the lowlanders"


def test_two_of_one_side_are_told_apart_by_role_and_without_one_by_id():
    process = named(ida_marrow="Sam Reed", tam_osgood="Sam Reed", na="Lowland Council")
    assert process.called["lowland-council"] == "Lowland Council of the lowlanders, Council of the lowland villages"
    assert process.called["ida-marrow"] == "Sam Reed of the lake commission, Chair of the lake commission, ida-marrow"


def test_two_of_one_name_who_claim_and_deny_are_two():
    process = named(bran_keel="Sam Reed", lowland_council="Sam Reed")
    told = plain_inlines(breakthrough_finding(Briefing(process, 3)))

    assert "Sam Reed of the highlanders" in told
    assert "Sam Reed of the lowlanders" in told
    assert "Sam Reed of the highlanders / demand" in plain_text(raised_section(Briefing(process, 3)))
    assert "Sam Reed of the lowlanders" in plain_text(record_by_speaker(Survey(process), least=1))


@pytest.fixture
def one_name():
    """The tiny process with two sides of one name, as an unchecked process may have them."""
    process = load(TINY)
    sides = process.sides | {"lowland": Side("lowland", "the highlanders", "#007a5e", "negotiating")}
    return replace(process, sides=sides)


def test_two_sides_of_one_name_are_counted_apart(one_name):
    table = plain_text(coverage_section(Briefing(one_name, 3))[:1])
    counts = [line for line in table.splitlines() if line.startswith("Highlanders")]

    said = Briefing(load(TINY), 3).statements["side"].value_counts()
    assert sorted(int(line.split(" | ")[1]) for line in counts) == sorted([said["highland"], said["lowland"]])


def test_a_majority_of_claims_is_that_of_one_side_not_of_one_name(one_name):
    """One claim of each of the two: neither gives most of them."""
    assert "most of them" not in plain_text([overview_in_brief(Survey(one_name))])
    assert "all of them from" not in plain_text([overview_in_brief(Survey(one_name))])


def test_changes_keep_dimensions_of_one_label_apart():
    before = json.loads(json.dumps(results.of_round(Briefing(load(TINY), 3)).values))
    for each in before["baskets"]:
        each["label"] = "Water"
    after = json.loads(json.dumps(before))
    after["baskets"][0]["reading"]["stage_name"] = "converging"

    told = changes(json.dumps(before), json.dumps(after))

    assert told.lines["Codes"] == ("Orrin III, Water: stage name: “agreed” → “converging”",)


# --- numbers of one and none -----------------------------------------------------------------------------------------


def saying(*texts):
    """The tiny process whose first round has these texts in its statements, and else nothing of progress."""
    process = load(TINY)
    first = iter(texts)
    said = [
        next(first, "Nothing.") if number == 1 else "Nothing."
        for number in process.statements["round"]
    ]  # fmt: skip
    return Briefing(replace(process, statements=process.statements.assign(text=said)), 1)


CLAIM, DENIAL, HOPE = "There was progress.", "There was no progress.", "She hoped for progress."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([DENIAL, DENIAL], "Of two mentions of progress or its lack, none is good news and two bad."),
        ([CLAIM, CLAIM], "Of two mentions of progress or its lack, two are good news and none bad."),
        ([CLAIM, HOPE], "Of two mentions of progress or its lack, one is good news and none bad; one speaks of what"),
        ([CLAIM], "The one mention of progress or its lack is good news, from the lake commission."),
        ([DENIAL], "The one mention of progress or its lack is bad news, from the lake commission."),
        ([HOPE], "Progress was neither claimed nor denied: the one mention speaks of what is hoped for"),
        ([HOPE, HOPE], "Progress was neither claimed nor denied: both mentions speak of what is hoped for"),
        ([HOPE] * 3, "Progress was neither claimed nor denied: all three mentions speak of what is hoped for"),
    ],
)
def test_balance_of_few_mentions(texts, told):
    assert plain_inlines(language_finding(saying(*texts))).startswith(told)


@pytest.mark.parametrize(("kept", "told"), [(0, "no statement"), (1, "1 statement from 1 source")])
def test_front_of_a_thin_record(kept, told):
    from communique.narrative.round import front

    process = load(TINY)
    thin = replace(process, statements=process.statements.head(kept))

    assert dict(front(Briefing(thin, 1)).facts)["On record"] == told
