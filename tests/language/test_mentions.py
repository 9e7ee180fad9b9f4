import pandas as pd
import pytest

from communique.language import find_mentions, mention_table, mentions
from communique.language.mentions import COLUMNS


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("There was no break\u00adthrough.", "break\u00adthrough", "denied"),
        ("There was no break\u2011through.", "break\u2011through", "denied"),
        ("There was no break-\nthrough.", "break-\nthrough", "denied"),
        ("It was a step\nforward for the talks.", "step\nforward", "claimed"),
        ("It was a step\u00a0forward for the talks.", "step\u00a0forward", "claimed"),
        ("They didn’t make pro\u200bgress.", "pro\u200bgress", "denied"),
        ("NO BREAKTHROUGH IN GENEVA TALKS", "BREAKTHROUGH", "denied"),
        ("There was no \\*breakthrough\\*.", "breakthrough", "denied"),
        ("There was no **breakthrough**.", "breakthrough", "denied"),
        ("They made “progress”.", "progress", "claimed"),
        ("The ‘breakthrough’ never came.", "breakthrough", "denied"),
        ("A «breakthrough» is ‘highly unlikely’.", "breakthrough", "doubted"),
        ("The parties’ progress was praised.", "progress", "claimed"),
        ("BREAKTHROUGH UNLIKELY IN GENEVA TALKS", "BREAKTHROUGH", "doubted"),
        ("HOPES OF BREAKTHROUGH FADE IN GENEVA", "BREAKTHROUGH", "doubted"),
        ("The talks did not make\x07 progress.", "progress", "denied"),
        ("The talks did not\r\nmake progress.", "progress", "denied"),
        ("The talks did not make pro\\-gress; no break\\-through.", "break\\-through", "denied"),
        ("İstanbul talks made progress.", "progress", "claimed"),
        ("They failed to make\nany\nprogress\nin the talks.", "progress", "denied"),
    ],
)
def test_text_is_read_as_it_is_set(text, surface, status):
    found = [m for m in find_mentions(text) if m.surface == surface]
    assert [(text[m.start : m.end], m.status) for m in found] == [(surface, status)]


HARD = [
    "x", "no ", "not not ", "hopes that ", '"', "(", "[", "“‘", "((progress ", "progress-", "prog\u00adress ",
    "\\*", "\x00",
]  # fmt: skip


@pytest.mark.parametrize("unit", HARD)
def test_a_line_made_to_be_hard_is_read_to_its_end(unit):
    text = unit * (20_000 // len(unit)) + " There was no breakthrough."
    found = [m for m in find_mentions(text) if m.surface == "breakthrough"]
    assert [(text[m.start : m.end], m.status != "claimed") for m in found] == [("breakthrough", True)]


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00\x1b[31m", "no " * 50, "\ud800", "?" * 100, "“" * 50])
def test_text_without_terms_gives_nothing(text):
    assert find_mentions(text) == []


@pytest.mark.parametrize(
    "unit", ["no progress ", "progress, ", '"progress ', "if progress\n", "failed to make progress and "]
)
def test_an_endless_line_is_read_in_pieces(unit):
    text = unit * 400
    found = find_mentions(text)
    assert len([m for m in found if m.term == "progress"]) == 400
    assert all(text[m.start : m.end] == m.surface for m in found)


def test_each_sentence_of_a_transcript_stands_alone():
    text = "MS. HALE:  We made progress on it.\n\nQ    Is there a breakthrough?\n\nMR. ORR:  No.  The talks stalled.\n"
    assert [(m.term, m.status) for m in find_mentions(text)] == [
        ("progress", "claimed"),
        ("breakthrough", "open"),
        ("stall", "claimed"),
    ]


def test_mentions_are_lazy():
    def lines():
        yield "There was progress."
        raise AssertionError("read too far")

    assert next(mentions(lines()))[0].term == "progress"


def test_a_series_will_do():
    read = mentions(pd.Series(["There was progress.", ""]))
    assert [[m.status for m in found] for found in read] == [["claimed"], []]


def test_table_has_the_agreed_columns():
    statements = pd.DataFrame({"statement_id": ["S1", "S2"], "text": ["No breakthrough came.", "Nothing."]})
    table = mention_table(statements)
    assert list(table.columns) == list(COLUMNS)
    assert table.loc[0].to_dict() == {
        "statement_id": "S1", "start": 3, "end": 15, "surface": "breakthrough", "term": "breakthrough",
        "family": "breakthrough", "polarity": "+", "status": "denied", "cue": "No", "cue_start": 0, "cue_end": 2,
        "rule": "no", "intensity": "", "resolution": "", "refers_to": "",
            "about": "talks", "certainty": table["certainty"][0],
    }  # fmt: skip
    assert {str(table[name].dtype) for name in ("start", "end", "cue_start", "cue_end")} == {"int64"}
    assert {str(table[name].dtype) for name in ("surface", "status", "refers_to")} == {"str"}


def test_table_of_no_statements_keeps_its_types():
    table = mention_table(pd.DataFrame({"statement_id": [], "text": []}))
    assert table.empty
    assert str(table["start"].dtype) == "int64"


def test_own_names_may_differ_by_statement():
    statements = pd.DataFrame({"statement_id": ["A", "B"], "text": ["There was progress in Astana."] * 2})
    table = mention_table(statements, own={"A": ["Astana"], "B": ["Geneva"]}, places=["Astana"])
    assert list(table["refers_to"]) == ["", "Astana"]
