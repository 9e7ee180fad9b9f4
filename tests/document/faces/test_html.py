"""The page: one file, nothing that runs or fetches, and everything a reader needs in the right element."""

import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from communique.document.accessibility import page_faults
from communique.document.blocks import Figure, Heading, Paragraph, SmallPrint, Swatch
from communique.document.faces.html import fragment, page


@pytest.fixture
def shown(document):
    return BeautifulSoup(page(document), "html.parser")


def test_the_page_has_no_fault(document, hostile_document):
    assert page_faults(page(document)) == []
    assert page_faults(page(hostile_document)) == []


def test_the_policy_lets_in_one_style_and_pictures_that_the_page_holds(shown):
    policy = shown.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    digest = b64encode(sha256(shown.style.string.encode()).digest()).decode()

    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "img-src data:;" in policy
    assert len(shown.find_all("style")) == 1


def test_nothing_is_fetched(document):
    source = page(document)

    assert not re.search(r"url\((?!data:font/woff;)|@import|src=\"(?!data:)", source)


def test_hostile_text_shows_as_its_characters(hostile_document, hostile):
    shown = BeautifulSoup(page(hostile_document), "html.parser")

    assert shown.find("script") is None
    for element in (shown.h1, shown.h2, shown.blockquote.p, shown.caption, shown.code, shown.td or shown.tbody.th):
        assert element.get_text() == hostile
    assert shown.img["alt"] == hostile
    assert {each["href"].partition(":")[0] for each in shown.find_all("a") if each["href"][0] != "#"} == {"https"}
    assert "dangerous (javascript:alert(1))" in shown.get_text()


def test_the_front_is_the_header(shown):
    assert shown.header.h1.get_text() == shown.title.get_text() == "Talks: Round VII"
    assert [each.get_text() for each in shown.header.find_all(["dt", "dd"])] == ["Dates", "10–14 July 2017"]
    assert shown.header.find(class_="notice").get_text() == "As known then."


def test_the_contents_lead_to_the_sections(shown):
    links = shown.nav.find_all("a")

    assert [each.get_text() for each in links] == ["In brief", "Basket by basket", "Governance", "What was said"]
    assert all(shown.find(id=each["href"][1:]).name in ("h2", "h3") for each in links)


def test_references_and_statements_lead_to_each_other(shown):
    first = shown.find("a", string="[1]")
    statement = shown.find(id="s-1")

    assert (first["href"], first["aria-label"]) == ("#s-1", "statement 1")
    assert [each["href"] for each in statement.find(class_="cited").find_all("a")] == ["#ref-1", "#ref-2"]
    assert first["id"] == "ref-1"


def test_footnotes_lead_there_and_back(shown):
    there, back = shown.find("a", role="doc-noteref"), shown.find("a", role="doc-backlink")

    assert there["href"] == f"#{back.parent['id']}"
    assert back["href"] == f"#{there['id']}"
    assert "A note with a link" in back.parent.get_text()


def test_tables_head_their_columns_and_rows(shown):
    table, concordance = shown.find_all("table")

    assert table.caption.get_text() == "Mentions by family"
    assert [(each["scope"], each.get_text()) for each in table.find_all("th")] == [
        ("col", "Family"),
        ("col", "Claimed"),
        ("row", "Progress"),
        ("row", "Deadlock"),
    ]
    assert [each["scope"] for each in concordance.find_all("th")] == ["col", "col"]


def test_pictures_hold_themselves_and_their_words(shown, drawing):
    described, decorative = shown.find_all("img")

    assert unquote(described["src"]) == f"data:image/svg+xml,{drawing}"
    assert (described["alt"], decorative["alt"]) == ("A line that rises and falls.", "")


def test_a_figure_without_words_says_so(drawing):
    shown = BeautifulSoup(page([Figure(drawing, "image/svg+xml", "")]), "html.parser")

    assert shown.figure.p.get_text() == "This figure has no description."


def test_ladders_and_arrows_are_told_in_words(shown):
    card = shown.find(class_="card")

    assert [each["aria-hidden"] for each in card.find_all(class_=["pips", "arrow"])] == ["true", "true"]
    assert len(card.find_all(class_="pip")) == 5
    assert len(card.find_all(class_="filled")) == 2
    spoken = " ".join(
        "".join(each for each in card.strings if not each.find_parents(attrs={"aria-hidden": "true"})).split()
    )
    assert spoken == "Governance Procedural stage 2 of 5 coders differ advanced".replace("Procedural", "procedural")


def test_colours_of_sides_are_rules_of_the_one_style(shown):
    assert shown.find(class_="swatch")["class"] == ["swatch", "side-0072b2"]
    assert ".side-0072b2{background:#0072b2}" in shown.style.string


def test_right_to_left_runs_say_so(shown):
    assert [(each["lang"], each["dir"]) for each in shown.find_all("bdi")] == [("ar", "rtl"), ("he", "rtl")]


def test_the_same_blocks_make_the_same_page(document):
    assert page(document) == page(document)


def test_a_fragment_is_without_ids_that_could_clash(document):
    shown = BeautifulSoup(fragment(document), "html.parser")

    assert not [each["id"] for each in shown.find_all(id=re.compile(r"^(note|back|ref)-"))]
    assert "A note with a link" in shown.find("ol", class_="notes").get_text()
    assert "side-d55e00" in fragment([Paragraph(Swatch("#d55e00"))])


def test_a_picture_has_its_finding_and_measure_above_and_its_source_below(shown):
    figure = shown.find(id="figure-1")

    assert [child.name for child in figure.find_all(recursive=False)] == ["figcaption", "picture", "p"]
    assert figure.figcaption.find(class_="measure").get_text() == "Stages, by round"
    assert figure.find(class_="source").get_text() == "Source: readings of the coders."


def test_a_picture_drawn_for_a_telephone_is_shown_there_and_another_scrolls(drawing):
    both, one = (
        BeautifulSoup(fragment([Figure(drawing, "image/svg+xml", "Words", narrow=narrow)]), "html.parser")
        for narrow in (drawing.replace("<svg", "<svg data-narrow='1'", 1), "")
    )

    assert both.picture.source["media"] == "(max-width: 40rem)"
    assert "data-narrow" in unquote(both.picture.source["srcset"])
    assert "data-narrow" not in unquote(both.picture.img["src"])
    assert both.find(class_="picture") is None
    assert one.picture is None
    assert one.find(class_="picture")["tabindex"] == "0"


def test_small_print_stands_apart_with_its_headings_which_the_contents_list():
    blocks = [Heading(2, "Annex"), SmallPrint((Heading(3, "Looked up"), Paragraph("Set small.")))]
    shown = BeautifulSoup(page(blocks), "html.parser")
    small = shown.find(class_="small")

    assert [child.name for child in small.find_all(recursive=False)] == ["h3", "p"]
    assert shown.nav.find("a", href=f"#{small.h3['id']}").get_text() == "Looked up"
