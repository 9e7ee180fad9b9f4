"""Headings, lists, quotations and figures are those of Word; what is empty or odd passes."""

from io import BytesIO
from itertools import pairwise

from docx import Document
from docx.oxml.ns import qn

from communique.document.blocks import (
    Card,
    Cards,
    Column,
    Figure,
    Front,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Swatch,
    Table,
    Text,
)

from .reading import is_decorative, opened, pictures, style_of


def test_headings_are_those_of_word(document, made):
    told = Document(BytesIO(made(document)))

    assert [
        (style_of(each), each.text) for each in told.paragraphs if style_of(each).startswith(("Heading", "Title"))
    ] == [
        ("Title", "Talks: Round VII"),
        ("Heading 1", "In brief"),
        ("Heading 1", "Basket by basket"),
        ("Heading 2", "Governance"),
        ("Heading 1", "What was said"),
    ]
    assert [
        told.styles[f"Heading {level}"].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for level in (1, 4)
    ] == ["0", "3"]


def test_two_tables_never_become_one():
    table = Table("", (Column("A"),), [["x"]])
    body = opened(Front("T"), table, table, Cards("C", (Card("a", "b", 0, 2, "none", "c"),) * 9)).element.body

    assert not [1 for one, other in pairwise(body) if one.tag == other.tag == qn("w:tbl")]


def test_a_picture_without_words_says_so(drawing):
    made = opened(
        Front("T"), Figure(drawing, "image/svg+xml", ""), Figure(drawing, "image/svg+xml", "", decorative=True)
    )
    told = pictures(made)

    assert [each.text for each in made.paragraphs].count("This figure has no description.") == 1
    assert [is_decorative(each) for each in told] == [False, True]


def test_lists_are_those_of_word_and_each_numbered_one_counts_from_one():
    def item(*blocks):
        return tuple(Paragraph(each) if isinstance(each, str) else each for each in blocks)

    inner = Listing((item("deep"),))
    numbered = Listing((item("one", "goes on", inner), item("two")), ordered=True)
    made = opened(Front("T"), numbered, numbered, Listing((item("computed"),), role="findings"))
    lists = [(each.text, each._p.pPr.numPr) for each in made.paragraphs]
    told = [(text, each.numId.val, each.ilvl.val) for text, each in lists if each is not None]

    first, second = (each[1] for each in told if each[0] == "one")
    assert first != second
    assert [each for each in told if each[0] == "two"] == [("two", first, 0), ("two", second, 0)]
    assert [each[2] for each in told if each[0] == "deep"] == [1, 1]
    assert ("goes on", None) in lists
    starts = {each.numId: each.find(f".//{qn('w:startOverride')}") for each in made.part.numbering_part.element.num_lst}
    assert all(starts[each].get(qn("w:val")) == "1" for each in (first, second))


def test_quotations_and_swatches_and_styles_of_words():
    made = opened(
        Front("T"),
        Quote((Paragraph("Quoted."), Quote((Paragraph("Deeper."),)))),
        Paragraph([Swatch("#0072B2"), "Government ", Text("struck", "strike"), Text("no", "cue"), Text("b", "term")]),
    )
    quoted = [each for each in made.paragraphs if style_of(each) == "Quote"]
    line = made.paragraphs[-2]

    assert [each.text for each in quoted] == ["Quoted.", "Deeper."]
    assert quoted[1].paragraph_format.left_indent > made.styles["Quote"].paragraph_format.left_indent
    assert [(each.text, each.style.name) for each in line.runs if each.style.name in ("Cue", "Term")] == [
        ("no", "Cue"),
        ("b", "Term"),
    ]
    assert [each.text for each in line.runs if each.font.strike] == ["struck"]
    assert is_decorative(pictures(made)[0])


def test_levels_that_skip_and_empty_blocks_pass():
    blocks = [
        Front("T"),
        Heading(6, "a"),
        Heading(2, ""),
        Heading(4, "b"),
        Table("", (), ()),
        Paragraph(""),
        Listing(((),)),
    ]

    assert style_of(opened(*blocks).paragraphs[1]) == "Heading 1"
