"""Links in Word lead both ways, to places with names that Word takes; words keep their direction."""

import re

from docx.oxml.ns import qn

from communique.document.blocks import Front, Heading, Link, Paragraph, Reference, StatementEntry
from communique.document.faces import docx

from .reading import DAY, opened, part, places, text_of


def test_every_link_within_lands_and_no_place_is_named_twice(document, made):
    told, wanted = places(made(document))

    assert len(wanted) >= 8
    assert set(wanted) <= set(told)
    assert len({each.casefold() for each in told}) == len(told)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", each, re.ASCII) for each in told)


def test_a_statement_leads_back_to_where_it_is_cited():
    cited = Reference("s-1", "[1]", "statement 1")
    made = docx.document(
        [Front("T"), Heading(2, "In brief"), Paragraph(["Said. ", cited]), StatementEntry("s-1", 1, "It was said.")],
        date=DAY,
    )
    xml = part(made, "word/document.xml")
    there, back = (each for each in xml.iter(qn("w:hyperlink")))

    assert (there.get(qn("w:anchor")), there.get(qn("w:tooltip"))) == ("s_1", "statement 1")
    assert there.getprevious().get(qn("w:name")) == back.get(qn("w:anchor")) == "ref_1"
    assert text_of(back) == "In brief"


def test_ids_that_word_would_take_for_one_get_names_of_their_own():
    anchors = ["a-b", "a.b", "A_B", "7", "x" * 60 + "1", "x" * 60 + "2", "é"]
    blocks = [Front("T"), *[block for each in anchors for block in (Heading(2, "H", each), Paragraph("Said."))]]
    told, wanted = places(docx.document([*blocks, *[Paragraph(Reference(each, "r")) for each in anchors]], date=DAY))

    named = [each for each in told if not each.startswith("ref_")]
    assert len({each.casefold() for each in named}) == len(named) == len(anchors)
    assert [each for each in wanted if each in named][-len(anchors) :] == named


def test_links_to_the_web_are_relationships_and_others_stay_text(document):
    made = opened(Front("T"), Paragraph([Link("a", "https://tass.com/a?b=1&c=2"), Link("bad", "javascript:alert(1)")]))
    (outside,) = [each.target_ref for each in made.part.rels.values() if each.is_external]

    assert outside == "https://tass.com/a?b=1&c=2"
    assert "bad (javascript:alert(1))" in made.paragraphs[-2].text


def test_a_reference_that_leads_nowhere_is_text():
    assert places(docx.document([Front("T"), Paragraph(Reference("gone", "[9]"))], date=DAY)) == ([], [])


def test_arabic_and_hebrew_run_their_own_way():
    made = opened(Front("T"), Paragraph("A: شكرا and שלום, 14 July"))
    told = next(each for each in made.paragraphs if each.text.startswith("A:"))
    right = [each for each in told.runs if each._r.find(f".//{qn('w:rtl')}") is not None]

    assert [each.text for each in right] == ["شكرا", "שלום"]
    assert [each._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) for each in right] == ["ar-SA", "he-IL"]
    assert told.text.replace("\u200e", "") == "A: شكرا and שלום, 14 July"
