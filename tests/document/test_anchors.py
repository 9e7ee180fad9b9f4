"""Ids are unique whatever the anchors are."""

from communique.document.anchors import anchored
from communique.document.blocks import Figure, Heading, Listing, Paragraph, Quote, SmallPrint


def ids(blocks):
    return [block.anchor for block in anchored(blocks)[0] if hasattr(block, "anchor")]


def test_headings_get_ids_from_their_text():
    assert ids([Heading(2, "In brief"), Heading(3, "In brief"), Heading(3, "!")]) == ["in-brief", "in-brief-2", "part"]


def test_the_same_heading_shown_twice_has_two_ids():
    heading = Heading(2, "Same")

    assert ids([heading, heading]) == ["same", "same-2"]


def test_the_first_of_several_keeps_an_anchor_and_what_leads_to_it():
    blocks, leads = anchored([Heading(2, "a", "x y"), Figure("", "image/png", "alt", anchor="x y"), Heading(2, "x-y")])

    assert [block.anchor for block in blocks] == ["x-y", "x-y-2", "x-y-3"]
    assert leads["x y"] == "x-y"


def test_ids_of_the_faces_are_not_given_away():
    assert ids([Heading(2, "a", "note-1"), Heading(2, "contents")]) == ["note-1-2", "contents-2"]


def test_headings_within_small_print_count():
    (_, small), leads = anchored([Heading(2, "a"), SmallPrint((Heading(3, "a"), Paragraph("b")))])

    assert small.blocks[0].anchor == "a-2"
    assert leads == {"a": "a", "a-2": "a-2"}


def test_headings_within_lists_and_quotes_count():
    blocks, leads = anchored(
        [Heading(2, "a"), Quote((Heading(3, "a"),)), Listing(((Paragraph("b"), Heading(3, "a")),))]
    )

    assert blocks[1].blocks[0].anchor == "a-2"
    assert blocks[2].items[0][1].anchor == "a-3"
    assert leads == {"a": "a", "a-2": "a-2", "a-3": "a-3"}
