"""Sections that hold nothing vanish, and one line names them."""

import pytest

from communique.document.blocks import Heading, Listing, Paragraph, SmallPrint
from communique.document.condense import condensed
from communique.document.plain import plain_text

NOTHING = Paragraph("Nothing was raised.", role="empty")
SAID = Paragraph("Something was said.")


def told(*blocks):
    return plain_text(condensed(blocks)).split("\n\n")


@pytest.mark.parametrize(
    "section",
    [(), (NOTHING,), (Paragraph("What was raised."), NOTHING)],
    ids=["without a block", "with words that say so", "with an introduction to them"],
)
def test_a_section_that_holds_nothing_is_named_and_not_shown(section):
    assert told(Heading(2, "Raised"), *section, Heading(2, "Said"), SAID) == [
        "## Said", "Something was said.", "Nothing to tell under: Raised.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "section",
    [(SAID,), (NOTHING, SAID), (NOTHING, Listing(((SAID,),)))],
    ids=["a paragraph", "something behind the words", "a list behind the words"],
)
def test_a_section_that_holds_something_stays(section):
    first, *_ = told(Heading(2, "Raised"), *section)

    assert first == "## Raised"


def test_a_document_without_empty_sections_stays_as_it_is():
    blocks = [Heading(1, "Title"), SAID, Heading(2, "Said"), SAID]

    assert condensed(blocks) == blocks


def test_a_section_all_parts_of_which_are_empty_goes_with_them_under_one_name():
    assert told(Heading(2, "Expected"), Heading(3, "Raised"), NOTHING, Heading(3, "Carried in"), NOTHING) == [
        "Nothing to tell under: Expected."
    ]
    assert told(Heading(2, "Expected"), Heading(3, "Raised"), NOTHING, Heading(3, "Carried in"), SAID) == [
        "## Expected", "### Carried in", "Something was said.", "Nothing to tell under: Raised.",
    ]  # fmt: skip


def test_the_line_stands_before_the_first_section_that_is_small_print():
    small = SmallPrint((SAID,))

    assert told(Heading(2, "Raised"), NOTHING, Heading(2, "Said"), SAID, Heading(2, "Annex"), small, SAID) == [
        "## Said", "Something was said.", "Nothing to tell under: Raised.", "## Annex", "Something was said.",
        "Something was said.",
    ]  # fmt: skip


def test_several_are_named_in_one_line():
    blocks = [each for name in ("One", "Two", "Three") for each in (Heading(2, name), NOTHING)]

    assert told(*blocks) == ["Nothing to tell under: One, Two and Three."]
