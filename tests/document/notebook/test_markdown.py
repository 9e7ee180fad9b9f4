"""Markdown that people write in notebooks becomes blocks; what could act as markup becomes text."""

import pytest

from communique.document.blocks import (
    Break,
    Code,
    Column,
    Figure,
    Footnote,
    Heading,
    Link,
    Listing,
    Paragraph,
    Quote,
    Reference,
    Rule,
    Table,
    Text,
)
from communique.document.notebook.markdown import read_markdown


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("", []),
        ("## A *title*", [Heading(2, ["A ", Text("title", "emphasis")])]),
        ("one\ntwo  \nthree", [Paragraph(["one", " ", "two", Break(), "three"])]),
        (
            "**a _b_** ~~c~~ `d`",
            [
                Paragraph(
                    [Text("a ", "strong"), Text("b", "emphasis"), " ", Text("c", "strike"), " ", Text("d", "code")]
                )
            ],
        ),
        ("AT&amp;T &lt;b&gt;", [Paragraph("AT&T <b>")]),
        ("[t](https://a.b/c)", [Paragraph(Link("t", "https://a.b/c"))]),
        ("see https://a.b/c now", [Paragraph(["see ", Link("https://a.b/c", "https://a.b/c"), " now"])]),
        ("[above](#s-1)", [Paragraph(Reference("s-1", "above"))]),
        ("[t](javascript:alert(1))", [Paragraph(Link("t", "javascript:alert(1)"))]),  # which every face shows as text
        ("- a\n- b\n", [Listing(((Paragraph("a"),), (Paragraph("b"),)))]),
        ("1. a\n\n   b\n", [Listing(((Paragraph("a"), Paragraph("b")),), ordered=True)]),
        ("> a", [Quote((Paragraph("a"),))]),
        ("```py\na é\nb\n```", [Code("a é\nb")]),
        ("---", [Rule()]),
        ("a[^1]\n\n[^1]: The *note*.", [Paragraph(["a", Footnote(["The ", Text("note", "emphasis"), "."])])]),
        ("a[^1]\n\n[^1]: Itself[^1].", [Paragraph(["a", Footnote(["Itself", Footnote(()), "."])])]),
        ("a <b onclick=x>b</b>", [Paragraph(["a ", "<b onclick=x>", "b", "</b>"])]),
        ("<script>alert(1)</script>", [Code("<script>alert(1)</script>")]),
    ],
)
def test_markdown_becomes_blocks(source, blocks):
    assert read_markdown(source) == blocks


def test_a_table_takes_the_paragraph_before_it_as_caption():
    source = "Before.\n\nTable: A *caption*\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"

    before, table = read_markdown(source)
    assert before == Paragraph("Before.")
    assert table == Table(
        ["A ", Text("caption", "emphasis")], (Column("a"), Column("b", "right")), [["1", "2"]], row_header=False
    )


def test_pictures_are_those_the_notebook_holds():
    source = (
        "a ![one](attachment:x.png) b ![two](data:image/png;base64,AAAA) ![three](https://a.b/c.png) ![four](/etc/x)"
    )

    assert read_markdown(source, attachments={"x.png": {"image/png": "BBBB"}}) == [
        Paragraph("a "),
        Figure("BBBB", "image/png", "one"),
        Paragraph(" b "),
        Figure("AAAA", "image/png", "two"),
        Paragraph([" ", Link("three", "https://a.b/c.png"), " ", Link("four", "/etc/x")][1:]),
    ]
