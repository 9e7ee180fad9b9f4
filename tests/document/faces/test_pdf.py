"""The PDF: accessible, archivable, the same bytes every time, and unmoved by hostile text."""

from datetime import date
from io import BytesIO

import outloud
import pdfua
import pytest
from pypdf import PdfReader

from communique.document.blocks import Column, Figure, Front, Heading, Paragraph, SmallPrint, Table
from communique.document.faces import pdf
from communique.errors import RenderingError

DAY = date(2017, 7, 14)


@pytest.fixture(scope="module")
def made(request):
    """The specimen document as a PDF, made once."""
    cache = {}

    def make(document):
        if not cache:
            cache["pdf"] = pdf.document(document, date=DAY, running_head="Talks · VII")
        return cache["pdf"]

    return make


def text(made):
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).split())


def test_both_checkers_find_nothing_to_fault(document, made, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(made(document))

    assert [each for each in pdfua.validate(path).findings if each.severity >= pdfua.Severity.WARNING] == []
    assert [each for each in outloud.check(path).findings if each.severity == "error"] == []


def test_the_document_says_what_it_is(document, made):
    reader = PdfReader(BytesIO(made(document)))

    assert reader.metadata.title == "Talks: Round VII"
    assert reader.metadata.author == "Communiqué"
    assert reader.metadata.subject == "No breakthrough"
    assert reader.metadata.creation_date.date() == DAY
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/MarkInfo"]["/Marked"]


def test_sections_are_bookmarks(document, made):
    first, second, parts, third = PdfReader(BytesIO(made(document))).outline

    assert [first.title, second.title, parts[0].title, third.title] == [
        "In brief",
        "Basket by basket",
        "Governance",
        "What was said",
    ]


def test_pages_are_numbered_and_headed():
    blocks = [Front("Talks"), *[Paragraph(f"Paragraph {place}. " * 40) for place in range(12)]]
    pages = [
        page.extract_text()
        for page in PdfReader(BytesIO(pdf.document(blocks, date=DAY, running_head="Talks · VII"))).pages
    ]

    assert len(pages) > 1
    assert "Talks · VII" not in pages[0]
    assert "Talks · VII" in pages[1]
    assert f"Page 2 of {len(pages)}" in pages[1]


def test_only_bundled_fonts_are_used(document, made):
    reader = PdfReader(BytesIO(made(document)))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].get_object().values()
    }

    assert fonts
    assert all("+IBMPlex" in font for font in fonts)


def test_the_same_blocks_make_the_same_bytes(document, made):
    assert made(document) == pdf.document(document, date=DAY, running_head="Talks · VII")


def test_hostile_text_shows_as_its_characters(hostile_document, hostile):
    shown = text(pdf.document(hostile_document, date=DAY)).replace("\u200b", "")

    for piece in (
        "<script>alert(1)</script>",
        '#read("/etc/passwd") $x^2$',
        "a | b \\ @ref *bold* `tick`",
        "-- ~ //comment /* 'quotes' ...",
    ):
        assert shown.count(piece) > 5
    assert "root:" not in shown


@pytest.mark.parametrize(
    "character", ["😀", "漢", "\ue000", "\ufeff", "\x1b", "\u202e", "\ud800", "\U0010ffff", "ж\u0334"]
)
def test_a_character_without_a_glyph_never_stops_the_report(character):
    shown = text(pdf.document([Front(f"A{character}B"), Paragraph(f"a{character}b")], date=DAY))

    assert "\ufffd" in shown


def test_words_too_long_for_a_line_are_broken():
    blocks = [Front("T"), Table("T", (Column("A"), Column("B")), [["x" * 200, "y" * 200]]), Paragraph("z" * 400)]

    for page in PdfReader(BytesIO(pdf.document(blocks, date=DAY))).pages:
        places = []
        page.extract_text(visitor_text=lambda text, cm, tm, font, size, places=places: places.append((tm[4], text)))
        assert max(len(text.strip()) for _, text in places) <= 130


def test_an_undescribed_figure_says_so_and_a_decorative_one_stays_silent(drawing):
    figures = [Figure(drawing, "image/svg+xml", ""), Figure(drawing, "image/svg+xml", "", decorative=True)]

    assert text(pdf.document([Front("T"), *figures], date=DAY)).count("This figure has no description.") == 1


def test_levels_that_skip_and_empty_blocks_pass():
    blocks = [Front("T"), Heading(5, "a"), Heading(2, ""), Heading(4, "b"), Table("", (), ()), Paragraph("")]

    assert pdf.document(blocks, date=DAY).startswith(b"%PDF")


def test_what_typst_refuses_is_a_rendering_error():
    with pytest.raises(RenderingError, match=r"^PDF: "):
        pdf.document([Front("T"), Figure("AAAA", "image/png", "No picture at all.")], date=DAY)


def test_what_typst_warns_of_is_a_rendering_error(tmp_path, monkeypatch):
    template = tmp_path / "report.typ"
    template.write_text(
        '#set document(title: "T", date: datetime(year: 2017, month: 7, day: 14))\n#text(font: "No Such Font")[a]'
    )
    monkeypatch.setattr(pdf, "TEMPLATE", template)

    with pytest.raises(RenderingError, match="unknown font family: no such font"):
        pdf.document([Front("T")], date=DAY)


def test_figures_behind_arabic_words_stay_where_they_were_written():
    made = pdf.document([Front("T"), Paragraph("A: \u0634\u0643\u0631\u0627, 14 July")], date=DAY)
    (page,) = PdfReader(BytesIO(made)).pages

    assert "14 July" in page.extract_text()  # else the day is drawn apart from its month, before the Arabic


@pytest.mark.parametrize("long", ["ж" * 20_000, "\U0001f600" * 9_000 + "漢" * 3_000], ids=["letters", "emoji"])
def test_texts_longer_than_a_string_of_pdf_stop_no_report(long):
    """Titles, headings and words for a picture are strings of at most 32,767 bytes; a paragraph is none."""
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    picture = Figure(drawn, "image/svg+xml", alt=long)
    said = Paragraph("Said.")
    blocks = [Front(title=long, headline=long), Heading(2, "One"), said, Heading(2, long), picture, Paragraph(long)]

    reader = PdfReader(BytesIO(pdf.document(blocks, date=DAY, running_head="short")))
    assert reader.metadata.title[:5] == reader.metadata.subject[:5]
    assert 7_000 < len(reader.metadata.title) < 16_400
    assert [len(each.title) for each in reader.outline] == [3, len(reader.metadata.title)]


def places(made, *words):
    """Where words stand on their page: x and y of the first piece of text that holds each, in points."""
    found = {}

    def seen(piece, transformation, matrix, *_):
        for word in words:
            if word in piece and word not in found:
                found[word] = (matrix[4] * transformation[0] + transformation[4], matrix[5] + transformation[5])

    for page in PdfReader(BytesIO(made)).pages:
        page.extract_text(visitor_text=seen)
    return found


def test_small_print_stands_in_two_columns_and_other_text_in_one():
    blocks = [Paragraph(f"Word{place:03}. " + "Much was said of nets. " * 12) for place in range(40)]
    last = "Word039"
    wide = places(pdf.document([Front("T"), *blocks], date=DAY), "Word000", *(f"Word{each:03}" for each in range(40)))
    small = places(
        pdf.document([Front("T"), SmallPrint(tuple(blocks))], date=DAY), *(f"Word{each:03}" for each in range(40))
    )

    assert last in wide
    assert len({round(x) for x, _ in wide.values()}) == 1
    assert len({round(x) for x, _ in small.values()}) == 2


def test_a_picture_tells_finding_and_measure_before_it_and_its_source_behind(drawing):
    figure = Figure(drawing, "image/svg+xml", "Words", "Finding.", measure="Measured.", source="Source: data.")
    told = text(pdf.document([Front("T"), figure], date=DAY))

    assert told.index("Finding.") < told.index("Measured.") < told.index("Source: data.")
