"""Every check finds the fault it is for, says where, and passes what is well made."""

import pytest

from communique.document.accessibility import check, faults, page_faults
from communique.document.blocks import (
    Card,
    Cards,
    Column,
    Figure,
    Front,
    Heading,
    Paragraph,
    Quote,
    Reference,
    StatementEntry,
    Table,
)
from communique.document.notebook.reading import Placed
from communique.errors import RenderingError

FRONT = Front("Title")


def placed(*blocks):
    return [Placed(f"cell {number}", block) for number, block in enumerate(blocks, start=1)]


def test_a_sound_document_has_no_faults(document):
    assert faults(placed(*document)) == []


@pytest.mark.parametrize(
    ("blocks", "fault"),
    [
        ([FRONT, Figure("x", "image/png", " ")], "cell 2: a figure has no alt text"),
        ([FRONT, Quote((Figure("x", "image/png", ""),))], "cell 2: a figure has no alt text"),
        ([FRONT, Table("", (Column("A"),), ())], "cell 2: a table has no caption"),
        ([FRONT, Table("T", (), ())], 'cell 2: table "T" has no columns'),
        ([FRONT, Table("T", (Column("A"), Column(" ")), ())], 'cell 2: table "T": column 2 has no heading'),
        ([FRONT, Table("T", (Column("A"),), [["x", "y"]])], 'cell 2: table "T": row 1 has 2 cells where there are 1'),
        ([FRONT, Heading(3, "Deep")], 'cell 2: heading "Deep" is of level 3 after one of level 1'),
        ([FRONT, Heading(1, "High")], 'cell 2: heading "High" is of level 1 after one of level 1'),
        ([FRONT, Heading(2, "A"), Heading(4, "B")], 'cell 3: heading "B" is of level 4 after one of level 2'),
        ([FRONT, Heading(2, " ")], "cell 2: a heading without text"),
        ([FRONT, Heading(2, "A", "x"), Heading(2, "B", "x")], 'cell 2, cell 3: anchor "x" is used 2 times'),
        ([FRONT, Paragraph(Reference("s-9", "[9]"))], 'cell 2: a reference leads to "s-9", which is nowhere'),
        ([FRONT, Cards("c", (Card("a", "b", 0, 6, "up", "c", target="x"),))], 'cell 2: a reference leads to "x"'),
        ([Paragraph("a")], "the report has no front"),
        ([FRONT, FRONT], "cell 2: a second front"),
        ([Front(" ")], "cell 1: the front has no title"),
    ],
)
def test_each_fault_is_found_and_placed(blocks, fault):
    (found,) = faults(placed(*blocks))

    assert found.startswith(fault)


def test_what_is_well_made_passes():
    blocks = [
        FRONT,
        Heading(2, "A"),
        Heading(3, "B"),
        Heading(2, "C"),
        Figure("x", "image/png", "", decorative=True),
        Paragraph(Reference("s-1", "[1]")),
        StatementEntry("s-1", 1, "a"),
    ]

    check(placed(*blocks))


def test_all_faults_are_told_at_once():
    with pytest.raises(RenderingError, match=r"cell 2: a figure .*; cell 3: a table has no caption"):
        check(placed(FRONT, Figure("x", "image/png", ""), Table("", (Column("A"),), ())))


PAGE = (
    '<html lang="en"><head><title>T</title></head><body><header><h1 id="a">T</h1></header>'
    "<main>{}</main><footer></footer></body></html>"
)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('<p id="a">', 'id "a" is used 2 times'),
        ('<a href="#b">', 'a link leads to "#b", which is nowhere'),
        ("<th>", "a head cell without scope"),
        ('<img src="data:image/png;base64,">', "a picture without alt"),
        ('<img src="https://a.b/c" alt="">', "a picture from elsewhere"),
        ("<script></script>", "<script> runs or fetches"),
        ('<p style="x">', "<p> has the attribute style"),
        ('<p onclick="x">', "<p> has the attribute onclick"),
        ("<h1>", "one <h1> is needed, there are 2"),
    ],
)
def test_each_fault_of_a_page_is_found(content, fault):
    (found,) = page_faults(PAGE.format(content))

    assert found.startswith(fault)
    assert page_faults(PAGE.format("")) == []
