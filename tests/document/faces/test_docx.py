"""The Word face: styles, heads, links and notes are Word's own; the same bytes every time; hostile text stays text."""

import re
import shutil
import subprocess
from base64 import b64encode
from datetime import date
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pypdf import PdfReader

from communique.document import paper
from communique.document.blocks import (
    Break,
    Card,
    Cards,
    Column,
    Count,
    Figure,
    Footnote,
    Front,
    Heading,
    Link,
    Listing,
    Paragraph,
    Quote,
    Reference,
    StatementEntry,
    Strip,
    Swatch,
    Table,
    Text,
)
from communique.document.faces import docx
from communique.document.faces.docx.styles import STYLES
from communique.errors import RenderingError

DAY = date(2017, 7, 14)
SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def made():
    """The specimen document as a Word file, made once."""
    cache = {}

    def make(document):
        if not cache:
            cache["docx"] = docx.document(document, date=DAY, running_head="Talks · VII")
        return cache["docx"]

    return make


def opened(*blocks, **settings):
    """A document made of blocks, as python-docx reads it."""
    return Document(BytesIO(docx.document(blocks, date=DAY, **settings)))


def part(content, name):
    """A part of a file, as XML."""
    with ZipFile(BytesIO(content)) as file:
        return parse_xml(file.read(name))


def text_of(element):
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def style_of(paragraph):
    return paragraph.style.name


# --- what it is ------------------------------------------------------------------------------------------------------


def test_the_document_says_what_it_is(document, made):
    told = Document(BytesIO(made(document))).core_properties

    assert (told.title, told.author, told.last_modified_by) == ("Talks: Round VII", "Communiqué", "Communiqué")
    assert (told.subject, told.language, told.revision) == ("No breakthrough", "en-GB", 1)
    assert told.created.date() == told.modified.date() == DAY


@pytest.mark.parametrize(("language", "told"), [("en", "en-GB"), ("en-US", "en-US"), ("ar", "ar")])
def test_the_language_of_the_text_is_told_to_what_checks_spelling(language, told):
    made = opened(Front("T"), language=language)

    assert made.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == told


def test_no_property_is_longer_than_word_takes():
    assert len(opened(Front("long " * 100, headline="x" * 400)).core_properties.title) <= 255


def test_the_sheet_is_that_of_every_face_on_paper(document, made):
    (section,) = Document(BytesIO(made(document))).sections

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (paper.WIDTH, paper.HEIGHT)
    assert round(section.left_margin.mm) == round(section.right_margin.mm) == paper.MARGIN
    assert (round(section.top_margin.mm), round(section.bottom_margin.mm)) == (paper.TOP, paper.BOTTOM)


def test_every_page_but_the_first_has_the_running_head_and_all_have_numbers(document, made):
    (section,) = Document(BytesIO(made(document))).sections

    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Talks · VII"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        fields = [each.get(qn("w:instr")).strip() for each in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_the_same_blocks_make_the_same_bytes(document, made):
    assert made(document) == docx.document(document, date=DAY, running_head="Talks · VII")


def test_no_part_tells_when_or_with_what_it_was_made(document, made):
    with ZipFile(BytesIO(made(document))) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [each for each in file.namelist() if re.search("thumbnail|customXml|app.xml|theme", each)]
        assert b"python-docx" not in b"".join(file.read(each) for each in file.namelist() if each.endswith(".xml"))


# --- looks live in styles --------------------------------------------------------------------------------------------


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
    ] == [
        "0",
        "3",
    ]


def test_every_style_that_is_used_is_there_and_is_of_the_house(document, made):
    content = made(document)
    known = {each.get(qn("w:styleId")) for each in part(content, "word/styles.xml").iter(qn("w:style"))}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
            assert {each.get(qn("w:val")) for each in part(content, name).iter(qn(tag))} <= known

    assert set(STYLES) <= known


def test_styles_rest_on_styles_that_are_there():
    for style in STYLES.values():
        assert {style.based_on, style.following} - {""} <= set(STYLES), style.name


def test_the_bundled_faces_come_along_and_have_what_stands_for_them(document, made):
    content = made(document)
    fonts = {each.get(qn("w:name")): each for each in part(content, "word/fontTable.xml")}
    named = {each.get(qn("w:ascii")) for each in part(content, "word/styles.xml").iter(qn("w:rFonts"))}

    assert named - {None} <= set(fonts)
    assert fonts["IBM Plex Serif"].find(qn("w:altName")).get(qn("w:val")).startswith("Cambria")
    assert [each.tag.rpartition("}")[2] for each in fonts["IBM Plex Sans"]][-3:] == [
        "embedRegular",
        "embedBold",
        "embedItalic",
    ]


def test_an_embedded_font_is_the_bundled_one_disguised_as_word_wants_it(document, made, root):
    content = made(document)
    font = next(each for each in part(content, "word/fontTable.xml") if each.get(qn("w:name")) == "IBM Plex Serif")
    key = bytes.fromhex(re.sub("[{}-]", "", font.find(qn("w:embedRegular")).get(qn("w:fontKey"))))[::-1] * 2
    with ZipFile(BytesIO(content)) as file:
        disguised = file.read("word/fonts/Serif-Regular.odttf")
    bundled = (root / "src/communique/document/faces/fonts/IBMPlexSerif-Regular.ttf").read_bytes()

    assert bytes(a ^ b for a, b in zip(disguised[:32], key, strict=True)) + disguised[32:] == bundled


def test_only_faces_that_are_needed_come_along():
    def files(*blocks):
        with ZipFile(BytesIO(docx.document([Front("T"), *blocks], date=DAY))) as file:
            return {each.partition("fonts/")[2] for each in file.namelist() if each.startswith("word/fonts/")}

    assert len(files()) == 6
    assert files(Paragraph("שלום")) - files() == {"SansHebrew-Regular.odttf"}
    assert files(Paragraph(Footnote("شكرا"))) - files() == {"SansArabic-Regular.odttf"}
    assert files(Paragraph(Text("x", "code"))) - files() == {"Mono-Regular.odttf"}


# --- links -----------------------------------------------------------------------------------------------------------


def places(content):
    """Names of bookmarks, and those that links lead to, over body and notes."""
    told, wanted = [], []
    for name in ("word/document.xml", "word/footnotes.xml"):
        xml = part(content, name)
        told += [each.get(qn("w:name")) for each in xml.iter(qn("w:bookmarkStart"))]
        wanted += [each.get(qn("w:anchor")) for each in xml.iter(qn("w:hyperlink"))]
    return told, [each for each in wanted if each]


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
    blocks = [Front("T"), *[Heading(2, "H", each) for each in anchors]]
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


# --- notes -----------------------------------------------------------------------------------------------------------


def test_footnotes_are_those_of_word(document, made):
    content = made(document)
    notes = part(content, "word/footnotes.xml")
    marks = [each.get(qn("w:id")) for each in part(content, "word/document.xml").iter(qn("w:footnoteReference"))]

    assert [each.get(qn("w:id")) for each in notes] == ["-1", "0", "1", "2"]
    assert marks == ["1", "2"]
    assert text_of(notes[2]) == " A note with a link"
    with ZipFile(BytesIO(content)) as file:
        assert b"https://example.org/" in file.read("word/_rels/footnotes.xml.rels")


def test_a_note_within_a_note_stands_in_brackets():
    made = docx.document([Front("T"), Paragraph(Footnote(["Outer", Footnote("inner")]))], date=DAY)
    (note,) = list(part(made, "word/footnotes.xml"))[2:]

    assert text_of(note) == " Outer (inner)"


# --- tables ----------------------------------------------------------------------------------------------------------


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
        assert {style_of(cell.paragraphs[0]) for cell in first.cells} == {"Table Heading"}


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
            "\nstage 1 of 5",
            "↑ advanced  disputed ",
        ]


def test_a_strip_names_what_it_counts():
    (table,) = opened(Front("T"), Strip("Mentions", (Count(3, "claimed", "it is so"), Count(0, "denied")))).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["claimed", "denied"],
        ["3", "0"],
        ["it is so", ""],
    ]


def test_two_tables_never_become_one():
    table = Table("", (Column("A"),), [["x"]])
    body = opened(Front("T"), table, table, Cards("C", (Card("a", "b", 0, 2, "none", "c"),) * 9)).element.body

    assert not [1 for one, other in pairwise(body) if one.tag == other.tag == qn("w:tbl")]


# --- pictures --------------------------------------------------------------------------------------------------------


def pictures(document):
    return list(document.element.body.iter(qn("wp:docPr")))


def is_decorative(picture):
    return any(each.tag.endswith("}decorative") and each.get("val") == "1" for each in picture.iter())


def test_pictures_have_their_words_or_are_marked_as_decorative(document, made):
    told = pictures(Document(BytesIO(made(document))))

    assert "A line that rises and falls." in [each.get("descr") for each in told]
    assert all(bool(each.get("descr")) != is_decorative(each) for each in told)
    assert len({each.get("id") for each in told}) == len(told)


def test_a_drawing_is_as_wide_as_the_text_and_no_higher_than_a_page(drawing):
    high = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 400"><rect width="10" height="400"/></svg>'
    wide, tall = opened(Front("T"), *[Figure(each, "image/svg+xml", "words") for each in (drawing, high)]).inline_shapes

    assert round(wide.width.mm) == paper.TEXT_WIDTH
    assert wide.width / wide.height == pytest.approx(3, rel=0.01)
    assert tall.height.mm <= paper.TEXT_HEIGHT
    assert tall.height / tall.width == pytest.approx(40, rel=0.01)


def test_a_picture_without_words_says_so(drawing):
    made = opened(
        Front("T"), Figure(drawing, "image/svg+xml", ""), Figure(drawing, "image/svg+xml", "", decorative=True)
    )
    told = pictures(made)

    assert [each.text for each in made.paragraphs].count("This figure has no description.") == 1
    assert [is_decorative(each) for each in told] == [False, True]


@pytest.mark.parametrize("content", [b"", b"\x00\x00\x00", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_a_picture_that_is_none_is_a_rendering_error(content):
    with pytest.raises(RenderingError, match=r"^Word: a picture is damaged"):
        docx.document([Front("T"), Figure(b64encode(content).decode(), "image/png", "No picture.")], date=DAY)


# --- text ------------------------------------------------------------------------------------------------------------


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


def test_arabic_and_hebrew_run_their_own_way():
    made = opened(Front("T"), Paragraph("A: شكرا and שלום, 14 July"))
    told = next(each for each in made.paragraphs if each.text.startswith("A:"))
    right = [each for each in told.runs if each._r.find(f".//{qn('w:rtl')}") is not None]

    assert [each.text for each in right] == ["شكرا", "שלום"]
    assert [each._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) for each in right] == ["ar-SA", "he-IL"]
    assert told.text.replace("\u200e", "") == "A: شكرا and שלום, 14 July"


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


def test_hostile_text_shows_as_its_characters_and_does_nothing(hostile_document, hostile):
    content = docx.document(hostile_document, date=DAY, title=hostile, running_head=hostile, colophon=hostile)
    with ZipFile(BytesIO(content)) as file:
        names = [each for each in file.namelist() if each.endswith((".xml", ".rels"))]
        xml = {each: parse_xml(file.read(each)) for each in names if each.startswith("word/")}
    shown = text_of(xml["word/document.xml"])

    assert shown.count("<script>alert(1)</script>") > 10
    assert "root:" not in shown
    fields = {each.get(qn("w:instr")) for told in xml.values() for each in told.iter(qn("w:fldSimple"))}
    assert fields == {" PAGE ", " NUMPAGES "}
    assert not [
        each for told in xml.values() for each in told.iter(qn("w:instrText"), qn("w:object"), qn("w:altChunk"))
    ]
    outside = [
        each.get("Target")
        for name, told in xml.items()
        if name.endswith(".rels")
        for each in told
        if each.get("TargetMode") == "External"
    ]
    assert outside
    assert all(each.startswith("https://example.org/") for each in outside)
    Document(BytesIO(content))


@pytest.mark.parametrize(
    "character", ["\x00", "\x0b", "\x1b", "\ud800", "\ufffe", "\u202e", "\ue000", "\U0010ffff", "\x85"]
)
def test_characters_that_xml_has_no_place_for_never_stop_the_report(character):
    text = f"a{character}b"
    made = opened(
        Front(text, text, text, ((text, text),), text),
        Table(text, (Column(text),), [[text]]),
        title=text, description=text, running_head=text, colophon=text, language=text,
    )  # fmt: skip

    assert re.fullmatch("a[\ufffd ]b", made.paragraphs[1].text)
    assert re.fullmatch("a[\ufffd ]b", made.core_properties.title)


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


def test_a_document_without_a_front_has_its_title():
    assert [style_of(each) for each in opened(Paragraph("a"), title="Notes").paragraphs][:1] == ["Title"]


# --- as others open it -----------------------------------------------------------------------------------------------


@pytest.mark.skipif(SOFFICE is None, reason="there is no LibreOffice (soffice)")
def test_libreoffice_opens_it_and_finds_all_there(document, made, tmp_path):
    (tmp_path / "report.docx").write_bytes(made(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        SOFFICE,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = PdfReader(tmp_path / "report.pdf").pages
    shown = " ".join(" ".join(page.extract_text() for page in pages).split())

    for words in ("Talks: Round VII", "Mentions by family", "She saw progress.", "A note with a link", "Page 1 of"):
        assert words in shown
    fonts = {str(each.get_object()["/BaseFont"]) for page in pages for each in page["/Resources"]["/Font"].values()}
    assert any("IBMPlexSerif" in each for each in fonts)
    boxes = [float(page.mediabox.width) for page in pages]
    assert boxes == pytest.approx([paper.WIDTH / 25.4 * 72] * len(boxes), abs=1)
