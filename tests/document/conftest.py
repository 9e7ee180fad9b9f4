"""A document with every kind of block, one with hostile text, and a small notebook."""

import nbformat.v4 as v4
import pytest

from communique.document.blocks import (
    Break,
    Card,
    Cards,
    Code,
    Column,
    Count,
    Figure,
    Footnote,
    Front,
    Heading,
    Link,
    Listing,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Rule,
    SmallPrint,
    StatementEntry,
    Strip,
    Swatch,
    Table,
    Tag,
    Text,
)
from communique.document.json import MIME_TYPE, to_json

from ..conftest import HOSTILE

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">'
    "<style>@media screen and (prefers-color-scheme:dark){path{stroke:#fff}}</style>"
    '<path d="M0 30 L60 10 L120 20" fill="none" stroke="#1f5078"/></svg>'
)


@pytest.fixture
def drawing():
    return DRAWING


@pytest.fixture
def document():
    """Every kind of block and inline, with references to a statement from two sections."""
    cited = Reference("s-1", "[1]", "statement 1")
    return [
        Front("Talks: Round VII", "Round report", "No breakthrough", (("Dates", "10–14 July 2017"),), "As known then."),
        Cards(
            "Where the baskets stand",
            (
                Card("Governance", "procedural", 2, 6, "up", "advanced", True, "basket-governance"),
                Card("Elections", "not coded", -1, 6, "none", "first reading"),
            ),
        ),
        Strip("Mentions", (Count(1, "claimed", "it is so", "claimed"), Count(0, "doubted")), "Open is not yet."),
        Heading(2, "In brief"),
        Listing(((Paragraph(["Progress was claimed ", cited, "."]),),), role="findings"),
        Heading(2, "Basket by basket"),
        Heading(3, "Governance", "basket-governance"),
        Paragraph(
            [
                Text("strong", "strong"),
                Text(" plain "),
                Text("emphasis", "emphasis"),
                Text("code", "code"),
                Text("struck", "strike"),
                Text("breakthrough", "term"),
                Text("no", "cue"),
                Tag("later", "later"),
                Swatch("#0072B2"),
                "Government",
                Break(),
                Link("TASS", "https://tass.com/a?b=1&c=2"),
                Footnote(["A note with a ", Link("link", "https://example.org/")]),
                cited,
            ],
            role="lead",
        ),
        Figure(
            DRAWING,
            "image/svg+xml",
            "A line that rises and falls.",
            "Governance rose.",
            anchor="figure-1",
            measure="Stages, by round",
            source="Source: readings of the coders.",
            narrow=DRAWING,
        ),
        Figure(DRAWING, "image/svg+xml", "", decorative=True),
        Table(
            "Mentions by family",
            (Column("Family", width=2), Column("Claimed", "right", 1)),
            [["Progress", "12"], ["Deadlock", ["3", Footnote("Of 14.")]]],
        ),
        Table(
            "Keyword in context",
            (
                Column("Before", "right"),
                Column("Term"),
            ),
            [["no", "progress"]],
            False,
            "concordance",
        ),
        Heading(2, "What was said"),
        Passage((StatementEntry("s-1", 1, "She saw progress.", ["11 July 2017"], "By telephone."),)),
        Quote((Paragraph("Quoted."),)),
        SmallPrint((Paragraph("Set small."),)),
        Listing(((Paragraph("One"), Listing(((Paragraph("Inner"),),))), (Paragraph("Two"),)), ordered=True),
        Listing(((Paragraph("Plain"),),), role="plain"),
        Code("line one\n\tline two é"),
        Rule(),
        Paragraph("Nothing was raised.", role="empty"),
        Paragraph("المؤتمر عام ٢٠١٤ and שלום and αβγ and Женева ↑→↓↕", role="note"),
    ]


@pytest.fixture
def hostile_document():
    """The same hostile text wherever a document takes text."""
    return [
        Front(HOSTILE, HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),), HOSTILE),
        Cards(HOSTILE, (Card(HOSTILE, HOSTILE, 1, 6, "up", HOSTILE, target=HOSTILE),)),
        Strip(HOSTILE, (Count(1, HOSTILE, HOSTILE),), HOSTILE),
        Heading(2, HOSTILE, HOSTILE),
        Paragraph([HOSTILE, Text(HOSTILE, "strong"), Tag(HOSTILE), Link(HOSTILE, 'https://example.org/"><script>')]),
        Paragraph([Reference(HOSTILE, HOSTILE, HOSTILE), Footnote(HOSTILE), Swatch("red;}</style><script>")]),
        Paragraph(Link("dangerous", "javascript:alert(1)")),
        Listing(((Paragraph(HOSTILE),),)),
        Table(HOSTILE, (Column(HOSTILE),), [[HOSTILE]]),
        Figure(DRAWING, "image/svg+xml", HOSTILE, HOSTILE),
        StatementEntry(f"s-{HOSTILE}", 1, HOSTILE, HOSTILE, HOSTILE),
        Quote((Paragraph(HOSTILE),)),
        Code(HOSTILE),
    ]


def shown(block):
    """An output of a cell that displayed a block."""
    return v4.new_output("display_data", {MIME_TYPE: to_json(block), "text/plain": "a block"})


@pytest.fixture
def notebook(document):
    """An executed notebook: parameters, a note to its users, a cell that displays the document, and Markdown."""
    return v4.new_notebook(
        cells=[
            v4.new_code_cell("ROUND = 7", metadata={"tags": ["parameters"]}),
            v4.new_code_cell("ROUND = 8", metadata={"tags": ["injected-parameters"]}),
            v4.new_markdown_cell("Change ROUND and run all.", metadata={"tags": ["notebook-only"]}),
            v4.new_code_cell("show(report)", outputs=[shown(block) for block in document]),
            v4.new_markdown_cell("## Method\n\nTwo coders read every round[^1].\n\n[^1]: Apart from each other."),
        ],
        metadata={"communique": {"date": "2017-07-14"}},
    )
