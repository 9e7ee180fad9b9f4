"""A term looked up in texts: counted by status, and in its context."""

import pytest

from communique.errors import ParameterError
from communique.lab.lookup import concordance
from communique.lab.texts import mentions_in, texts_of


@pytest.fixture
def found(written):
    return mentions_in(
        texts_of(
            file=written(
                "notes.txt",
                "Progress was made.\n\nThey hope for progress.\n\nNo headway was made.\n\nThe talks are in progress.",
            )
        )
    )


def test_a_term_is_counted_by_status_and_shown_in_its_context(found, cells):
    counts, lines = concordance(found, "progress")

    assert cells(counts)[1:] == [
        ["headway", "0", "1", "0", "0", "0", "1"],
        ["progress", "1", "0", "1", "0", "1", "3"],
    ]
    assert [row[1:4:2] for row in cells(lines)[1:]] == [
        ["Progress", "claimed"],
        ["headway", "denied"],
        ["progress", "open"],
        ["progress", "off"],
    ]
    assert [part.text for part in lines.rows[1][0] if part.style == "cue"] == ["No"]


def test_what_is_not_shown_is_told(found, text):
    assert "Three further places not shown" in text(concordance(found, "progress", lines=1))


def test_a_term_that_is_nowhere_and_one_that_there_is_not(found, text):
    assert "stands nowhere" in text(concordance(found, "impasse"))
    with pytest.raises(ParameterError, match=r"TERM=brakethrough.*breakthrough"):
        concordance(found, "brakethrough")


def test_a_long_text_is_cut_at_words(written, cells):
    long = "word " * 100 + "progress " + "behind " * 100
    _, lines = concordance(mentions_in(texts_of(file=written("a.txt", f"Talks: {long}"))), "progress")
    before, _, after, *_ = cells(lines)[1]

    assert before.startswith("…word ")
    assert after.endswith(" behind…")
    assert len(before) < 80
