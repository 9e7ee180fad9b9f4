"""Titles of the kind they are said to be, and pages that were out before what rests on them."""

import pytest

from .conftest import told


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("Talks open at the boathouse,unknown", "there is a title, of the kind 'unknown'; write shown, translated or"),
        (",shown", "there is no title, of the kind 'shown'; write the title, or unknown"),
    ],
)
def test_a_title_that_is_not_what_it_is_said_to_be_is_told(folder_of, rewrite, title, fault):
    folder = folder_of()
    rewrite(folder / "sources.csv", "Talks open at the boathouse,shown", title)
    (line,) = told(folder)

    assert line.startswith(f"sources.csv:2: title_kind: {fault}")


@pytest.mark.parametrize(
    ("published", "early"),
    [("2030-03-06", False), ("2030-03-05", False), ("2030-03-04", True)],
    ids=["on the day", "in another time zone", "too early"],
)
def test_a_page_is_out_by_the_day_it_tells_of(folder_of, rewrite, published, early):
    folder = folder_of()
    rewrite(folder / "sources.csv", "commission/1,2030-03-06", f"commission/1,{published}")
    problem = f"S-commission-1 was published on {published}, before this was made on 2030-03-06"

    assert [line.partition(";")[0] for line in told(folder)] == [f"statements.csv:5: date: {problem}"] * early


LETTER = "S-letter-1,Lake ministry,Note to the chair,shown,,2030-03-06,document,en,note 12/2030\n"


def with_source(folder, row):
    path = folder / "sources.csv"
    heading, *rows = path.read_text().splitlines()
    path.write_text("\n".join([f"{heading},reference", *(f"{each}," for each in rows), row]))
    return folder


def test_a_document_has_a_reference_in_the_place_of_an_address(folder_of):
    assert told(with_source(folder_of(), LETTER)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (",,2030", ",https://example.org/letter,2030", "url: a document has an address; empty it, or give"),
        ("note 12/2030", "", "reference: the cell is empty; it needs what the document is found by"),
        ("document,en,note 12/2030", "other,en,", "url: the cell is empty; it needs a web address; what is on no page"),
        (
            ",,2030-03-06,document",
            ",https://example.org/letter,2030-03-06,other",
            "reference: a page of the kind other has a reference; empty it, or write the kind document",
        ),
    ],
)
def test_a_page_has_an_address_and_a_document_none(folder_of, old, new, fault):
    (line,) = told(with_source(folder_of(), LETTER.replace(old, new, 1)))

    assert line.startswith(f"sources.csv:10: {fault}")
