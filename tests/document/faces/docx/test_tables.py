"""Tables of Word mark and repeat their heads and fit the text; cards and strips are small tables."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from communique.document import paper
from communique.document.blocks import Break, Card, Cards, Column, Count, Front, Strip, Table

from .reading import opened, style_of


def test_every_table_has_a_head_that_is_marked_repeats_and_is_described(document, made):
    told = Document(BytesIO(made(document)))

    assert [each._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for each in told.tables] == [
        "Where the baskets stand",
        "Mentions",
        "Mentions by family",
        "Keyword in context",
    ]
    for table in told.tables:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(each._tr.trPr.find(qn("w:tblHeader")) is None for each in others)
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert all(style_of(cell.paragraphs[0]).startswith("Table Heading") for cell in first.cells)


def test_cells_stand_where_they_belong():
    columns = (Column("Family"), Column("Claimed", "right"), Column("Note", "center"))
    (table,) = opened(
        Front("T"), Table("T", columns, [["Progress", "12", "a"], ["Deadlock", ["3", Break(), "4"], ""]])
    ).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Family", "Claimed", "Note"],
        ["Progress", "12", "a"],
        ["Deadlock", "3\n4", ""],
    ]
    assert [cell.paragraphs[0].alignment for cell in table.rows[1].cells] == [None, 2, 1]
    assert style_of(table.cell(1, 0).paragraphs[0]) == "Table Row Heading"


@pytest.mark.parametrize(("rows", "kept"), [(5, 4), (20, 0)])
def test_a_short_table_stays_on_one_page_and_a_long_one_runs_on(rows, kept):
    (table,) = opened(Front("T"), Table("T", (Column("A"),), [["x"]] * rows)).tables

    keeps = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows[1:]]
    assert sum(keeps) == kept
    assert not keeps[-1]


@pytest.mark.parametrize("columns", [1, 2, 5, 12])
@pytest.mark.parametrize("text", ["a", "some words " * 30, "x" * 300])
def test_no_table_is_wider_than_the_text(columns, text):
    (table,) = opened(Front("T"), Table("T", (Column("Head of it"),) * columns, [[text] * columns])).tables
    widths = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid]

    assert min(widths) > 0
    assert sum(widths) <= paper.TEXT_WIDTH / 25.4 * 1440 + columns
    assert widths == [int(each.get(qn("w:w"))) for each in table._tbl.iter(qn("w:tcW"))][:columns]


@pytest.mark.parametrize(("number", "abreast"), [(1, [1]), (4, [4]), (5, [3, 2]), (9, [3, 3, 3]), (0, [])])
def test_cards_stand_up_to_four_abreast(number, abreast):
    cards = [Card(f"Basket {place}", "tabled", 1, 6, "up", "advanced", place == 0) for place in range(number)]
    tables = opened(Front("T"), Cards("Where they stand", tuple(cards))).tables

    assert [len(each.columns) for each in tables] == abreast
    if tables:
        assert [tables[0].cell(row, 0).text.replace("\xa0", " ") for row in range(4)] == [
            "Basket 0",
            "Tabled",
            "\nstage 1 of 5  coders differ ",
            "↑ advanced",
        ]


def test_a_strip_names_what_it_counts():
    (table,) = opened(
        Front("T"), Strip("Mentions", (Count(3, "claimed", "it is so"), Count(0, "denied", "", "denied")))
    ).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["claimed", "denied"],
        ["3", "0"],
        ["it is so", ""],
    ]
    assert [style_of(cell.paragraphs[0]) for cell in table.rows[0].cells] == [
        "Table Heading neutral",
        "Table Heading denied",
    ]
