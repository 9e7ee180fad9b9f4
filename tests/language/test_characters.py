"""Characters as they are read, and the way back to the text as given."""

import pytest

from communique.language.characters import LevelledText, levelled, lowered


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("“It’s” over", '"It\'s" over'),
        ("a non\u2010event", "a non-event"),
        ("talks – and more", "talks — and more"),
        ("so…", "so."),
        ("plain 'text' - \"so\"", "plain 'text' - \"so\""),
    ],
)
def test_quotes_hyphens_and_dashes_are_of_one_kind(text, level):
    assert levelled(text) == level
    assert len(level) == len(text)


def test_lower_case_keeps_every_place():
    assert lowered("İstanbul") == "istanbul"
    assert len("İstanbul".lower()) == 9  # what str.lower would do to them


@pytest.mark.parametrize(
    ("given", "term"), [("no break\u00adthrough", "break\u00adthrough"), ("\\*no breakthrough\\*", "breakthrough"),
                        ("\ufeffno break\u200bthrough\u200b now", "break\u200bthrough")]
)  # fmt: skip
def test_what_was_taken_out_leads_back_to_its_place(given, term):
    reading = LevelledText(given)
    start = reading.low.index("breakthrough")

    assert given[reading.given(start) : reading.given(start + len("breakthrough"), end=True)] == term


def test_a_plain_text_is_read_as_it_is():
    reading = LevelledText("No breakthrough")

    assert (reading.text, reading.low) == ("No breakthrough", "no breakthrough")
    assert [reading.given(offset) for offset in range(15)] == list(range(15))
