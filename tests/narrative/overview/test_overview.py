import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from communique import load
from communique.document.accessibility import faults
from communique.document.blocks import Heading, Reference, StatementEntry, Table, flatten, walk
from communique.document.notebook.reading import Placed
from communique.document.plain import plain_inlines, plain_text
from communique.facts.overview import Survey
from communique.narrative import overview
from communique.narrative.overview import figures as overview_figures
from communique.narrative.overview import rounds
from communique.narrative.overview import tables as overview_tables
from communique.narrative.overview.voices import voices_apart
from communique.process.as_of import known_until
from communique.report.build import plan_round

TINY = Path(__file__).parents[2] / "specimens" / "tiny"


@pytest.fixture
def tiny():
    return Survey(load(TINY))


@pytest.fixture(scope="module")
def geneva():
    return Survey(load("geneva"))


@pytest.fixture(scope="module")
def brexit():
    return Survey(load("brexit"))


def text(blocks):
    return plain_text(blocks if isinstance(blocks, list) else [blocks])


def cut(day):
    return Survey(known_until(load(TINY), date.fromisoformat(day)))


# --- the tiny specimen, every figure counted by hand -----------------------------------------------------------------


def test_front(tiny):
    front = overview.front(tiny)

    assert front.headline == "The sluices reached “agreed” in three rounds; fishing rights did not"
    assert dict(front.facts) == {
        "Span": "4 March – 13 September 2030",
        "At the table": "the highlanders and the lowlanders, with the lake commission",
        "Rounds": "3 in four sittings",
        "On record": "ten statements by five speakers from six sources",
    }


def test_cards_compare_the_last_round_coded_with_the_first(tiny):
    sluices, fishing = overview.basket_cards(tiny).items

    assert (sluices.stage, sluices.position, sluices.arrow, sluices.movement) == ("agreed", 5, "up", "up from Orrin I")
    assert fishing.disputed


def test_strip(tiny):
    counted = {count.tone: count.value for count in overview.breakthrough_strip(tiny).items}

    assert counted == {"claimed": 2, "denied": 1, "open": 1, "doubted": 1}


def test_brief(tiny):
    told = text(overview.in_brief(tiny))

    assert "In Orrin III, the last of three rounds, the sluices stood at “agreed” and fishing rights at" in told
    assert (
        "A breakthrough was claimed twice, denied once, hoped for, demanded or asked about once and doubted on" in told
    )
    assert "Both claims were made in Orrin III." in told
    assert "stands at −0.14" in told  # three good news, four bad
    assert "Only Orrin III by itself holds the five such mentions" in told
    assert "one was met, one was met in part and one was missed" in told
    assert "came six months late" in told
    assert "Orrin III has six statements, Orrin II none" in told


def test_stages_table(tiny):
    told = text(overview.stages_table(tiny))

    assert "Fishing rights | absent, Orrin I | procedural, Orrin III" in told


def test_a_fall_is_told_with_how_high_it_stood_before(geneva):
    told = text(overview.in_brief(geneva))

    assert "governance and elections at “absent”" in told
    assert "Governance (“converging” in Geneva III), elections" in told
    assert "had stood higher before." in told


def test_optimism_gap_too_thin_says_what_there_is(tiny):
    told = text(overview.optimism_paragraph(tiny))

    assert "each voice needs five claims and denials" in told
    assert "two from the lake commission and five from the highlanders and the lowlanders" in told


def test_headlines(tiny):
    assert "Of four English headlines, one announces a breakthrough. In Orrin III speakers claimed one too." in text(
        overview.headline_paragraph(tiny)
    )


def test_one_claim_beside_a_headline_is_that_of_one_speaker(brexit):
    assert "In Round 7 a speaker claimed one too." in text(overview.headline_paragraph(brexit))


def test_agreement_tells_each_dimension_and_the_undefined_apart(tiny):
    told = text(overview.agreement_paragraphs(tiny))

    assert "reliable for the sluices, fishing rights and trust" in told
    assert "For contact agreement is undefined" in told
    assert ".667" in told


def test_agreement_names_what_is_not_to_be_relied_on(brexit):
    told = text(overview.agreement_paragraphs(brexit))

    assert "tentative for the Irish border; not to be relied on for the expert channel" in told


def test_the_sharpest_misses_are_plans_and_predictions_by_days(geneva):
    told = text(overview.sharpest_misses(geneva))
    late = re.findall(r"\[([\w ]+) late\]", told)

    assert late[0] == "79 days"
    assert told.count("never happened") == 3
    assert "Kofi Annan, 30 June 2012 (prediction, for 30 June 2013)" in told


def test_who_was_right_ranks_only_those_with_five_or_more(geneva):
    told = text(overview.who_was_right(geneva))

    assert "Staffan de Mistura (16 of 32 met)" in told
    assert "Kofi Annan" not in told


# --- every process, and what of one there may be ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "parameters",
    [
        {"PROCESS": "geneva"},
        {"PROCESS": "brexit"},
        {"PROCESS": "geneva", "AS_OF": "2012-01-01"},
        {"PROCESS": "geneva", "AS_OF": "2012-07-02"},
    ],
    ids=["geneva", "brexit, no mediator", "nothing on record", "one round"],
)
def test_the_overview_is_whole_and_sound(blocks_of, parameters):
    blocks = list(flatten(blocks_of("process", **parameters)))

    assert faults([Placed("the overview", block) for block in blocks]) == []
    words = plain_text(blocks)
    assert not re.search(r"\bnan\b|\bNaT\b|<NA>", words)
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 2]
    assert len(headings) == 9


def test_nothing_on_record_reads_as_such():
    empty = cut("2029-01-01")

    assert overview.front(empty).headline == "No round is on record yet"
    assert [card.stage for card in overview.basket_cards(empty).items] == ["no reading", "no reading"]
    assert "The record holds no statement yet." in text(overview.in_brief(empty))
    assert "No event around the talks is on record." in text(overview.events_table(empty))
    assert "No round is on record." in text(overview.rounds_table(empty))
    assert "No statement is cited" in text(overview.statements_cited(empty))
    assert overview.stages_table(empty) == []
    for table in ("language_by_round", "sides_by_family", "record_by_side", "statements_by_round", "agreement"):
        assert getattr(overview_tables, table)(empty) == []


def test_one_round_is_not_compared_with_others():
    single = cut("2030-04-01")

    assert "the only round coded" in {card.movement for card in overview.basket_cards(single).items}
    assert "the last of" not in text(overview.in_brief(single))


def test_a_process_without_mediator_has_no_gap_in_its_brief(brexit):
    assert "gap" not in text(overview.in_brief(brexit))
    assert "no mediating side" in text(overview.optimism_paragraph(brexit))


def test_no_basket_that_ever_moved():
    process = load(TINY)
    coded = process.assessments.assign(stage=0, movement=0)
    still = Survey(type(process)(**{**vars(process), "assessments": coded}))

    assert overview.front(still).headline == "No basket left “absent” in three rounds"


# --- traceable -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("process", ["geneva", "brexit"])
def test_every_statement_cited_is_shown_once_and_every_one_shown_is_cited(blocks_of, process):
    blocks = list(flatten(blocks_of("process", PROCESS=process)))
    cited = {part.target for block in blocks for part in walk(block) if isinstance(part, Reference)}
    shown = [block.anchor for block in blocks if isinstance(block, StatementEntry)]

    assert len(set(shown)) == len(shown)
    assert {each for each in cited if each.startswith("s-")} == set(shown)
    numbers = [block.number for block in blocks if isinstance(block, StatementEntry)]
    assert numbers == sorted(set(numbers))


def test_tables_add_up(geneva):
    def sums(blocks):
        (table,) = (block for block in blocks if isinstance(block, Table))
        cells = [[plain_text_of(cell) for cell in row] for row in table.rows]
        return pd.DataFrame(cells, columns=[column.label for column in table.columns])

    def plain_text_of(cell):
        return "".join(getattr(part, "text", "") for part in cell)

    statuses = ["Claimed", "Denied", "Open", "Doubted"]
    by_rounds = sums(overview_tables.language_by_round(geneva))
    by_round = by_rounds.iloc[:-1][statuses].astype(int).sum()
    assert by_round.tolist() == by_rounds.iloc[-1][statuses].astype(int).tolist()
    for table in (overview_tables.sides_by_family, overview_tables.families_by_status):
        assert sums(table(geneva))[statuses].astype(int).sum().tolist() == by_round.tolist()
    outcomes = ["Met", "Partly", "Missed", "Open"]
    by_side = sums(overview_tables.record_by_side(geneva))[outcomes].astype(int).sum()
    assert sums(overview_tables.record_by_kind(geneva))[outcomes].astype(int).sum().tolist() == by_side.tolist()
    assert by_side.sum() == len(geneva.expectations)


# --- a last round without a reading, an earlier day, a claim made elsewhere, voices that sound alike ------------------


def test_the_last_round_with_a_reading_is_not_called_the_last_round():
    told = text(overview.in_brief(Survey(known_until(load("geneva"), date(2017, 12, 5)))))

    assert "In Geneva VII, the last round with a reading, the constitution and" in told
    assert "the last of" not in told


def test_a_basket_read_last_in_an_earlier_round_is_told_of():
    process = load(TINY)
    kept = ~((process.assessments["round"] == 3) & (process.assessments["dimension"] == "fishing"))
    told = text(overview.in_brief(Survey(replace(process, assessments=process.assessments[kept]))))

    assert "the sluices stood at “agreed”. Last read before that: fishing rights (“absent” in Orrin I)." in told


def test_rounds_lead_to_reports_told_as_of_the_same_day(tiny):
    assert rounds.round_name(tiny, 1).url == "round-01.html"
    assert rounds.round_name(cut("2030-05-14"), 2).url == "round-02-as-of-2030-05-14.html"


def test_reports_are_called_as_the_overview_calls_them():
    plan = plan_round({"PROCESS": "geneva", "ROUND": 1, "AS_OF": "2012-07-02"})

    assert rounds.round_name(Survey(known_until(load("geneva"), date(2012, 7, 2))), 1).url == f"{plan.name}.html"


def with_texts(texts):
    """The tiny process with other words in some of its statements, by id; all others say nothing of progress."""
    process = load(TINY)
    said = [texts.get(each, "Nothing was said of it.") for each in process.statements["statement_id"]]
    return Survey(replace(process, statements=process.statements.assign(text=said)))


PROGRESS, NO_PROGRESS = "There was progress. " * 5, "There was no progress. " * 5


@pytest.mark.parametrize(
    ("commission", "told"),
    [
        (PROGRESS, "The talks sound alike from the lake commission (net language index +1.00) and from"),
        (NO_PROGRESS, "The talks sound worse from the lake commission (net language index −1.00) than from"),
    ],
)
def test_voices_are_better_worse_or_alike(commission, told):
    survey = with_texts({"O1-01": commission, "O1-02": PROGRESS})
    caption = overview_figures.optimism(survey)[0].caption

    assert told in text(overview.in_brief(survey))
    assert told.split(" from ")[0].removeprefix("The talks ") in plain_inlines(caption)


def test_voices_that_sound_alike_have_no_statements_that_part_them():
    alike = with_texts({"O1-01": PROGRESS, "O1-02": PROGRESS})
    apart = with_texts({"O1-01": NO_PROGRESS, "O1-02": PROGRESS})

    assert voices_apart(alike) == []
    assert voices_apart(apart) == ["O1-01", "O1-02"]


def test_a_claim_in_statements_alone_is_not_placed_at_the_table(geneva):
    told = text(overview.headline_paragraph(geneva))

    assert "In Geneva IV a speaker on record claimed one, and no headline did." in told
