"""Headlines: how they are read, kept apart from what was said, and counted; figures recomputed from the CSV files."""

import csv
import json
from collections import Counter

import pytest

from communique import load, measures
from communique.document.blocks import Link, Table, Text
from communique.document.plain import plain_inlines
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.language import find_mentions
from communique.narrative import headlines
from communique.report import results


# Read by eye, in the terse manner of headlines; none is a headline of a source.
@pytest.mark.parametrize(
    ("headline", "readings"),
    [
        ("Lake talks end without breakthrough", ["breakthrough denied"]),
        ("LAKE TALKS END WITHOUT BREAKTHROUGH", ["breakthrough denied"]),
        ("Little progress as lake talks wind up", ["progress denied"]),
        ("LITTLE PROGRESS AS LAKE TALKS WIND UP", ["progress denied"]),
        ("Breakthrough at lake talks", ["breakthrough claimed"]),
        ("Breakthrough? Not yet, says envoy", ["breakthrough denied"]),
        ("Hopes of breakthrough fade", ["breakthrough doubted"]),
        ("Envoy hopeful of breakthrough", ["breakthrough open"]),
        ("Lake talks: ‘some progress’ but no deal", ["progress claimed"]),
        ("Lake talks collapse over locks", ["collapse claimed"]),
        ("Peace talks on brink of collapse", ["collapse open"]),
        ("Deadlock broken in lake talks", ["deadlock denied"]),
        ("Talks deadlocked over locks", ["deadlock claimed"]),
        ("Sides report headway; no breakthrough", ["progress claimed", "breakthrough denied"]),
        ("Can lake talks deliver a breakthrough?", ["breakthrough open"]),
    ],
)
def test_headlines_are_read_as_a_reader_reads_them(headline, readings):
    assert [f"{each.family} {each.status}" for each in find_mentions(headline)] == readings


# What the talks of each round are called, by hand.
OWN = {
    "geneva": {
        number: {"Geneva", f"Geneva {number}", f"Geneva {numeral}"}
        for number, numeral in enumerate("I II III IV V VI VII VIII IX".split(), start=1)
    },
    "brexit": {number: {"Brussels"} for number in range(1, 8)},
}
OWN["geneva"][2] |= {"Montreux"}
OWN["geneva"][9] |= {"Vienna"}
# Where other talks around them were held.
OTHERS = {
    "geneva": ["Astana", "Sochi", "Munich", "Vienna", "Montreux", "Cairo", "Riyadh", "Moscow", "Lausanne"],
    "brexit": ["Florence"],
}


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def recomputed(folder, number=None):
    """Mentions in headlines by family and status, from the files: English titles of sources cited, each once."""
    cited = {}
    for row in rows(folder / "statements.csv"):
        if number in (None, int(row["round"])):
            cited.setdefault(row["source_id"], set()).add(int(row["round"]))
    counts, titles = Counter(), 0
    for row in rows(folder / "sources.csv"):
        english = row["title_kind"] == "translated" or (row["title_kind"], row["language"]) == ("shown", "en")
        if not english or row["source_id"] not in cited:
            continue
        titles += 1
        own = {}
        for number_ in cited[row["source_id"]]:
            for mention in find_mentions(row["title"], own=OWN[folder.name][number_], places=OTHERS[folder.name]):
                if not mention.refers_to:
                    own[mention.start] = mention
        counts.update((mention.family, mention.status) for mention in own.values())
    return counts, titles


@pytest.mark.parametrize("name", ["geneva", "brexit"])
def test_the_overviews_figures_are_those_of_the_files(root, name):
    survey = Survey(load(name))
    counts, titles = recomputed(root / "data" / name)
    (table,) = headlines.gap_table(survey)
    told = json.loads(results.of_process(survey).texts()[".json"])["headlines"]

    assert len(counts) > 3
    assert len(survey.headlines) == told["titles"] == titles
    assert {(family, status): n for family, by in told["by_family"].items() for status, n in by.items() if n} == counts
    assert told["total"] == sum(counts.values())
    cells = [[plain_inlines(cell) for cell in row] for row in table.rows]
    shown = {(family.lower(), status): int(n.split()[0]) for family, status, n, *_ in cells[:-1]}
    assert {key: n for key, n in shown.items() if n} == counts
    assert cells[-1][2] == str(sum(counts.values()))


@pytest.mark.parametrize("number", [4, 5, 7, 9])
def test_a_rounds_figures_are_those_of_the_files(root, geneva, number):
    briefing = Briefing(geneva, number)
    counts, titles = recomputed(root / "data" / "geneva", number)
    exported = results.of_round(briefing).measures
    exported = exported.loc[exported["measure"] == "headline_mentions"]

    assert len(briefing.headlines) == titles
    read = briefing.headline_mentions
    assert Counter(zip(read["family"], read["status"], strict=True)) == counts
    assert len(exported) == 20
    assert {(row.family, row.status): row.value for row in exported.itertuples() if row.value} == counts


def test_headlines_never_enter_what_was_said(tiny):
    renamed = tiny.sources.assign(title="Breakthrough, breakthrough, breakthrough", title_kind="shown", language="en")
    loud = type(tiny)(**{**vars(tiny), "sources": renamed})

    assert len(Survey(loud).headline_mentions) > len(Survey(tiny).headline_mentions)
    assert Survey(loud).mentions["start"].tolist() == Survey(tiny).mentions["start"].tolist()
    assert Survey(loud).index["decided"].tolist() == Survey(tiny).index["decided"].tolist()


def test_only_english_headlines_are_read(tiny):
    kinds = tiny.sources.assign(title="No breakthrough", title_kind=["shown", "described", "unknown", "translated"] * 2)
    kinds["language"] = "fr"
    survey = Survey(type(tiny)(**{**vars(tiny), "sources": kinds}))

    assert set(survey.headlines["title_kind"]) == {"translated"}


def test_a_headline_of_two_rounds_counts_in_each_and_once_in_all(tiny):
    moved = tiny.statements.assign(source_id="S-orrinpost-3")
    survey = Survey(type(tiny)(**{**vars(tiny), "statements": moved}))

    assert survey.headline_counts["headlines"].tolist() == [1, 0, 1]
    assert survey.headline_gap["headlines"].sum() == 1


def test_the_list_marks_term_and_cue_and_leads_to_the_source(tiny):
    (table,) = headlines.listed(Survey(tiny))

    assert isinstance(table, Table)
    day, publisher, words, read = table.rows[0]
    assert plain_inlines(day) == "13 September 2030"
    assert publisher == (Link("Lowland Gazette", "https://example.org/gazette/3"),)
    assert words[:3] == (Text("No", "cue"), Text(" "), Text("breakthrough", "term"))
    assert plain_inlines(words).endswith("(translated)")
    assert plain_inlines(read) == "breakthrough denied"
    assert len(table.rows) == 2


def test_no_headline_with_a_term_leaves_nothing_to_show(tiny):
    briefing = Briefing(tiny, 2)

    assert headlines.gap_table(briefing) == headlines.listed(briefing) == []
    assert headlines.listed(Survey(tiny), family="deadlock") == []


def test_shares_of_fewer_than_five_mentions_are_shown_as_a_dash(tiny):
    (table,) = headlines.gap_table(Survey(tiny))
    cells = [[plain_inlines(cell) for cell in row] for row in table.rows]
    by_reading = {tuple(row[:2]): row[2:] for row in cells}

    assert by_reading["Breakthrough", "claimed"] == ["1", "2 (20 %)", "–"]
    assert by_reading["All", ""] == ["2", "10", ""]


def test_the_gap_keeps_the_order_of_families_and_statuses(geneva):
    gap = Survey(geneva).headline_gap

    assert gap["family"].drop_duplicates().tolist() == list(measures.FAMILIES)
    assert gap["status"].head(4).tolist() == list(measures.STATUSES)
