"""One arrangement feeds both faces: numbers, links both ways, text that is safe to show."""

from communique.document.arrange import arrange
from communique.document.blocks import (
    Card,
    Cards,
    Column,
    Footnote,
    Front,
    Heading,
    Link,
    Listing,
    Paragraph,
    Reference,
    SmallPrint,
    StatementEntry,
    Swatch,
    Table,
    Text,
)


def texts(inlines):
    return ["".join(run["text"] for run in each.get("runs", ())) for each in inlines]


def test_contents_nest_parts_under_their_sections(document):
    contents = arrange(document).contents

    assert [(each["label"], [part["label"] for part in each["parts"]]) for each in contents] == [
        ("In brief", []),
        ("Basket by basket", ["Governance"]),
        ("What was said", []),
    ]


def test_a_statement_leads_back_to_the_first_reference_in_each_section():
    said = StatementEntry("s-1", 1, ["as in ", Reference("s-1", "[1]")])
    cites = Paragraph([Reference("s-1", "[1]"), Reference("s-1", "[1]")])
    arranged = arrange([Heading(2, "A"), cites, Heading(3, "B"), cites, Heading(2, "C"), said])

    first, second = arranged.blocks[1]["content"]
    assert (first["id"], second["id"]) == ("ref-1", "")
    assert arranged.blocks[-1]["cited"] == [{"label": "A", "target": "ref-1"}, {"label": "B", "target": "ref-2"}]


def test_a_reference_to_nothing_is_told_and_becomes_text():
    arranged = arrange(
        [Paragraph(Reference("nowhere", "[9]")), Cards("c", (Card("a", "b", 0, 6, "up", "c", target="gone"),))]
    )

    assert arranged.unresolved == ["nowhere", "gone"]
    assert arranged.blocks[0]["content"][0]["target"] == ""


def test_footnotes_are_numbered_through_the_document():
    arranged = arrange([Paragraph(["a", Footnote("x")]), Table("T", (Column("A"),), [[["b", Footnote("y")]]])])

    assert [(note["number"], note["id"], note["back"]) for note in arranged.notes] == [
        (1, "note-1", "back-1"),
        (2, "note-2", "back-2"),
    ]


def test_an_address_not_to_be_linked_is_shown_behind_its_text():
    arranged = arrange([Paragraph([Link("click", "javascript:alert(1)"), Link("file:///x", "file:///x")])])

    assert [each["kind"] for each in arranged.blocks[0]["content"]] == ["text", "text"]
    assert texts(arranged.blocks[0]["content"]) == ["click (javascript:alert(1))", "file:///x"]


def test_only_colours_reach_the_page():
    arranged = arrange([Paragraph([Swatch("#0072B2"), Swatch("#0072b2"), Swatch("red}</style>")])])

    assert arranged.colours == ["#0072b2"]
    assert arranged.blocks[0]["content"][2]["colour"] == ""


def test_levels_that_skip_are_closed_up_and_empty_headings_left_out():
    said = Paragraph("x")
    arranged = arrange([Heading(4, "a"), said, Heading(6, "b"), said, Heading(2, ""), said, Heading(1, "c")])

    assert [block["level"] for block in arranged.blocks if block["kind"] == "heading"] == [2, 3, 2]


def test_a_ragged_table_is_squared():
    table = arrange([Table("T", (Column("A"),), [["x", "y"], []])]).blocks[0]

    assert [column["label"] for column in table["columns"]] == ["A", ""]
    assert [[texts(cell) for cell in row] for row in table["rows"]] == [[["x"], ["y"]], [[], []]]


def test_a_second_front_becomes_a_section():
    arranged = arrange([Front("One"), Front("Two", headline="More")])

    assert arranged.front["title"] == "One"
    assert [block["kind"] for block in arranged.blocks] == ["heading", "paragraph"]


def test_one_cell_gives_no_ids_to_references_and_lets_them_lead_out():
    arranged = arrange([Paragraph(Reference("s 1", "[1]"))], partial=True)

    assert arranged.blocks[0]["content"][0] | {"runs": []} == {
        "kind": "reference",
        "runs": [],
        "description": "",
        "target": "s-1",
        "id": "",
    }


def test_cells_lose_white_space_at_their_edges_only():
    (table,) = arrange([Table("T", (Column("A"),), [[[" a ", Text("b", "strong"), " c "]]])]).blocks

    assert texts(table["rows"][0][0]) == ["a ", "b", " c"]


def test_a_short_paragraph_keeps_with_the_list_it_leads_to():
    lead, other, end = Paragraph("The mediator:"), Paragraph("Long. " * 40), Paragraph("End.")
    listing = Listing(((Paragraph("item"),),))

    blocks = arrange([lead, listing, other, listing, end]).blocks
    assert [block["keep"] for block in blocks if block["kind"] == "paragraph"] == [True, False, False]


def test_what_leads_keeps_with_what_follows_and_what_ends_a_section_does_not():
    lead = "What speakers said would or should happen, and what became of it, " * 4
    note = Paragraph("Two further statements.", role="note")
    plain = Listing(((Paragraph("One side."),),), role="plain")
    table = Table((), (Column("Who"),), ())
    blocks = [
        Heading(2, "A section"), Paragraph(lead), table,
        Heading(3, "A basket"), Paragraph("Tabled, stage 1 of 5."), Paragraph("Because of this."), plain, note,
        Heading(3, "Another"), Paragraph("The last word."),
        Heading(3, "A third"), Paragraph(lead * 2), table,
    ]  # fmt: skip
    kept = [each["keep"] for each in arrange(blocks).blocks if each["kind"] in ("paragraph", "listing")]

    assert kept == [True, True, True, True, False, False, False]


def test_the_first_reference_stays_with_its_word_and_a_number_with_its_sign():
    cited = [Text("90 % of it."), Text(" "), Reference("s-1", "[1]"), Text(" "), Reference("s-2", "[2]")]
    (told,) = arrange([Paragraph(cited)]).blocks

    assert texts(told["content"]) == ["90\u00a0% of it.", "\u00a0", "[1]", " ", "[2]"]


def test_a_section_in_small_print_is_looked_up_and_the_others_are_read():
    small = SmallPrint((Heading(3, "Said"), Paragraph("Fine print.")))
    read = Paragraph("Text.")
    arranged = arrange([Heading(2, "A"), read, Heading(2, "B"), small, Heading(2, "C"), read])

    assert [each["looked_up"] for each in arranged.contents] == [False, True, False]
