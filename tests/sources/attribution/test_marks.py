"""Quotations are found by their marks: straight, curly, foreign, odd, missing, and over paragraphs."""

import pytest

from communique.sources.attribution.english.blocks import blocks
from communique.sources.attribution.marks import quotations


def found(text: str) -> list[str]:
    """The quotations of a text as they stand in it."""
    return [text[q.start : q.end] for q in quotations(text, [(b.body, b.end) for b in blocks(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "it is over" and left.', ['"it is over"']),
        ("He said “it is over” and left.", ["“it is over”"]),
        ("«C'est fini», a dit le ministre.", ["«C'est fini»"]),
        ("„Es ist vorbei“, sagte er.", ["„Es ist vorbei“"]),
        ("»Det er slut«, sagde han.", ["»Det er slut«"]),
        ("‘It is over,’ he said.", ["‘It is over,’"]),
        ("'It is the parties' turn,' he said.", ["'It is the parties' turn,'"]),
        ("``It is over,'' he said.", ["``It is over,''"]),
        ("He said “they called it ‘dead’ at once”.", ["“they called it ‘dead’ at once”"]),
        ('He said the "mood" was "good".', ['"mood"', '"good"']),
        ("The ministers' talks and the envoy's plan went on.", []),
        ("It's the '90s again, the '80s were dull.", []),
        ('He is 6\'2" tall and the board 12" wide.', []),
        ("The parties' talks, the sides' papers.", []),
        ('He said," It is over".', ['" It is over"']),
        ("", []),
    ],
)
def test_marks_of_one_paragraph(text, expected):
    assert found(text) == expected


def test_a_quotation_runs_over_paragraphs_that_open_with_a_mark_again():
    text = 'He said: "We met.\n\n"We talked.\n\n"We parted."\n\nThen he left.'
    assert found(text) == ['"We met.\n\n"We talked.\n\n"We parted."']


def test_a_quotation_runs_over_paragraphs_without_marks_between():
    text = 'He said, "We met.\n\nWe talked.\n\nWe parted."\n\nThen he left.'
    assert found(text) == ['"We met.\n\nWe talked.\n\nWe parted."']


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    text = 'He said, "We met and we talked.\n\nThe delegation left on Friday.\n\nNobody came.'
    assert found(text) == ['"We met and we talked.']


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation():
    text = 'He said "it was over. She said "it was not".'
    assert found(text) == ['"it was over.', '"it was not"']


@pytest.mark.parametrize("piece", ['"', '"He said ', "“a ", "'a ", "'as' ", "\"'“ "])
def test_work_grows_with_the_length_and_no_faster(piece, calls_of):
    few, many = (calls_of(found, piece * (size // len(piece))) for size in (3_000, 30_000))

    assert few > 50
    assert many < 12 * few
