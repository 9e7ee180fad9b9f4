"""What a reader is told before relying on a report: every figure is recomputed here from the CSV files."""

import csv
from dataclasses import replace

import pandas as pd
import pytest

from communique.document.blocks import StatementEntry, Tag, walk
from communique.document.plain import plain_inlines, plain_text
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.language.accuracy import expected_accuracy
from communique.narrative import overview
from communique.narrative.round import caveats, in_brief, index_paragraph, statements_section
from communique.narrative.round.record import NOT_COMPARED
from communique.process.model import load

ROUNDS = [("geneva", number) for number in (*range(1, 10), None)] + [
    ("brexit", number) for number in (*range(1, 8), None)
]


@pytest.fixture(scope="module")
def rows(root):
    """The statements of both processes, with the kind and language of their source."""
    found = {}
    for name in ("geneva", "brexit"):
        with (root / "data" / name / "sources.csv").open(encoding="utf-8", newline="") as file:
            sources = {row["source_id"]: row for row in csv.DictReader(file)}
        with (root / "data" / name / "statements.csv").open(encoding="utf-8", newline="") as file:
            found[name] = [
                row | {"kind": sources[row["source_id"]]["kind"], "in": sources[row["source_id"]]["language"]}
                for row in csv.DictReader(file)
            ]
    return found


@pytest.fixture(scope="module")
def processes(root):
    return {name: load(name, data=root / "data") for name in ("geneva", "brexit")}


def dossier(processes, name, number):
    return Survey(processes[name]) if number is None else Briefing(processes[name], number)


def of(rows, name, number):
    return [row for row in rows[name] if number is None or row["round"] == str(number)]


def share(count, total):
    return "none" if not count else "all" if count == total else f"{count} ({count / total * 100:.0f} %)"


@pytest.mark.parametrize(("name", "number"), ROUNDS)
def test_state_media_and_english_are_counted_for_each_report(name, number, rows, processes):
    told, said = plain_text([caveats(dossier(processes, name, number))]), of(rows, name, number)
    state, english = (
        sum(row[column] == value for row in said) for column, value in (("kind", "state_media"), ("in", "en"))
    )

    assert f"{share(state, len(said))} rest on state media and {share(english, len(said))} on pages in English." in told
    assert "larger part" not in told


@pytest.mark.parametrize(("name", "number"), ROUNDS)
def test_statements_the_coders_could_not_know_are_counted(name, number, rows, processes):
    told, said = plain_text([caveats(dossier(processes, name, number))]), of(rows, name, number)
    late = sum("-L" in row["statement_id"] for row in said)

    assert (f"The readings were made before {late} of the {len(said)} statements were added." in told) == bool(late)
    assert ("were added" in told) == bool(late)


@pytest.mark.parametrize(("name", "number"), ROUNDS)
def test_statements_compared_with_their_pages_are_counted(name, number, rows, processes):
    of_report, said = dossier(processes, name, number), of(rows, name, number)
    done = sum(bool(row["compared"]) for row in said)
    expected = f"All {len(said)} statements were" if done == len(said) else f"{done} of {len(said)} statements were"
    brief = plain_text([(overview.in_brief if number is None else in_brief)(of_report)])

    assert f"{expected.replace('All 10 ', 'All ten ').replace('All 11 ', 'All eleven ')} compared with" in plain_text(
        [caveats(of_report)]
    )
    if number is None:
        assert ("All were" if done == len(said) else f"{done} were") + " compared with their pages." in brief
    elif done == len(said):
        assert "is well checked: every statement was compared with the page it comes from." in brief
    else:
        how = "well" if done / len(said) >= 0.95 else "only partly"
        assert f"is {how} checked: {done} of {len(said)} statements were compared with the pages they come" in brief
    assert "15 to 30" not in plain_text([caveats(of_report)])


def marked(blocks):
    """Anchors of the statements that bear the mark, and the tone of each mark."""
    entries = [block for block in walk(blocks) if isinstance(block, StatementEntry)]
    return {
        entry.anchor.removeprefix("s-"): each.tone
        for entry in entries
        for each in entry.details
        if isinstance(each, Tag) and each.text == NOT_COMPARED
    }


@pytest.mark.parametrize("number", range(1, 10))
def test_what_was_not_compared_bears_a_quiet_mark_in_words(number, rows, processes):
    briefing = Briefing(processes["geneva"], number)
    cited = set(briefing.cited["statement_id"])
    open_ones = {row["statement_id"] for row in rows["geneva"] if not row["compared"]}
    listed = {row["statement_id"] for row in of(rows, "geneva", number)} | cited
    found = marked(statements_section(briefing))

    assert set(found) == open_ones & listed
    assert set(found.values()) <= {"neutral"}


def test_the_overview_marks_them_too(processes):
    survey = Survey(processes["geneva"])
    survey.cite(["G3-L05", "G2-018"])

    assert set(marked(overview.statements_cited(survey))) == {"G3-L05"}


def test_where_nothing_was_compared_nothing_is_marked(tiny):
    briefing = Briefing(tiny, 3)
    section = plain_text(statements_section(briefing))

    assert NOT_COMPARED not in section
    assert "no statement was compared with the page it comes from." in plain_text([in_brief(briefing)])
    assert "No statement has been compared with its page by a reader" in plain_text([caveats(briefing)])


def test_one_left_over_is_told_in_the_singular(tiny):
    day = pd.Timestamp("2031-01-05")
    compared = pd.Series([day] * (len(tiny.statements) - 1) + [pd.NaT])
    briefing = Briefing(replace(tiny, statements=tiny.statements.assign(compared=compared)), 3)

    assert "5 of 6 statements were compared" in plain_text([caveats(briefing)])
    assert "the other one bears the words “not compared with its page”" in plain_text([caveats(briefing)])
    assert len(marked(statements_section(briefing))) == 1


def test_a_round_without_statements_names_no_share(tiny):
    told = plain_text([caveats(Briefing(tiny, 2))])

    assert "state media" not in told
    assert "compared" not in told


def test_a_mark_of_late_statements_counts_only_where_there_are_readings(tiny):
    marked_late = replace(tiny, added_after_coding="O3")

    assert "before 6 of the six statements were added" in plain_text([caveats(Briefing(marked_late, 3))])
    assert "were added" not in plain_text([caveats(Briefing(marked_late, 1))])
    unread = replace(marked_late, assessments=tiny.assessments.head(0))
    assert "were added" not in plain_text([caveats(Briefing(unread, 3))])


def test_how_well_status_is_read_stands_beside_the_index(tiny, processes):
    known = expected_accuracy()
    sentence = (
        f"{known.right} ({known.share * 100:.0f} %) are read as a careful reader coded them: expect one mention in"
    )

    assert sentence in plain_inlines(index_paragraph(Briefing(tiny, 3)).content)
    assert sentence in plain_inlines(overview.language_paragraph(Survey(processes["brexit"])).content)


def test_nobody_is_said_to_have_read_from_statements_alone(root):
    for name in ("round", "process"):
        assert "statements alone" not in (root / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
    for name in ("geneva", "brexit"):
        told = load(name, data=root / "data").note
        assert "had seen its headline and knew the history in outline" in told
