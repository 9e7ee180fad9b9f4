"""An empty document in the house style: its styles, lists and settings, its sheet, its running head and page numbers.

python-docx begins with a template of its own; of that nothing stays but the bare parts, which are filled from code.
"""

from copy import deepcopy
from datetime import date, datetime, time
from textwrap import shorten
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.shared import Mm

from communique.document import paper
from communique.document.faces.docx.markup import Element, field, made, paragraph, renewed, text_run
from communique.document.faces.docx.notes import SEPARATORS
from communique.document.faces.docx.styles import SERIF
from communique.document.faces.docx.stylesheet import style_sheet

_KEPT = {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.STYLES, RT.NUMBERING, RT.SETTINGS}
AUTHOR = "Communiqué"
_LONGEST = 255  # characters of a property
# Lists by name: the mark and colour of each of their levels. Levels go on as the last one given.
BULLETS, FINDINGS, NUMBERS = 1, 2, 3
_BETWEEN = 20  # points between columns
_STEP, _HANGING = 18, 14  # points by which a level is indented, and its mark hangs out
_LEVELS = 9  # as many as Word has
_MARKS = {BULLETS: ("•", "–", "▪"), FINDINGS: ("–",)}
_COUNTED = (("decimal", "%{}."), ("lowerLetter", "%{}."), ("lowerRoman", "%{}."))


def blank(*, title: str, description: str, language: str, running_head: str, created: date | datetime) -> Any:
    """The document, of python-docx: an empty body on a sheet in the house style, and all that stands around it."""
    document = Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, each in rels.items() if each.reltype not in _KEPT]:
            del rels[key]
    renewed(document.styles.element, style_sheet(language))
    renewed(document.part.numbering_part.element, _lists())
    renewed(document.settings.element, _settings(language))
    _lay_out(document, running_head)
    _describe(document.core_properties, title, description, language, created)
    return document


def list_indent(level: int) -> tuple[float, float]:
    """How far the text of a list's level is indented, and how far its mark hangs out of that, in points."""
    return (level + 1) * _STEP - (_STEP - _HANGING), _HANGING


def section_of(sheet: Element, columns: int, *, first: bool) -> Element:
    """What ends a section of the sheet, for the properties of its last paragraph: as the sheet, in so many columns."""
    section = deepcopy(sheet)
    for each in section.findall(qn("w:cols")):
        section.remove(each)
    # The schema wants columns behind the margins and before what tells of the first page.
    section.find(qn("w:pgMar")).addnext(made("cols", num=columns, space=_BETWEEN * 20))
    if not first:
        goes_on(section)
    return section


def goes_on(section: Element) -> None:
    """Let a section go on upon the page where the one before it ends, with the same heads and page numbers."""
    for name in ("w:titlePg", "w:headerReference", "w:footerReference", "w:type"):
        for each in section.findall(qn(name)):
            section.remove(each)
    section.insert(0, made("type", val="continuous"))


def _lay_out(document: Any, running_head: str) -> None:
    """Give the sheet its size and margins, every page but the first the running head, and each its number."""
    (section,) = document.sections
    section.page_width, section.page_height = Mm(paper.WIDTH), Mm(paper.HEIGHT)
    section.left_margin = section.right_margin = Mm(paper.MARGIN)
    section.top_margin, section.bottom_margin = Mm(paper.TOP), Mm(paper.BOTTOM)
    section.header_distance, section.footer_distance = Mm(13), Mm(11)
    section.different_first_page_header_footer = True
    number = [text_run("Page "), field("PAGE", "1"), text_run(" of "), field("NUMPAGES", "1")]
    for part, content in (
        (section.header, [text_run(running_head)]),
        (section.first_page_header, []),
        (section.footer, number),
        (section.first_page_footer, deepcopy(number)),
    ):
        part.is_linked_to_previous = False
        style = "Header" if part in (section.header, section.first_page_header) else "Footer"
        renewed(part._element, [paragraph(style, content)])


def _describe(properties: Any, title: str, description: str, language: str, created: date | datetime) -> None:
    """Say what the document is, by whom and of when; no property is longer than Word allows."""
    day = created if isinstance(created, datetime) else datetime.combine(created, time(12))
    values = {"title": title, "subject": description, "language": language}
    for name, text in values.items():
        setattr(properties, name, shorten(text, _LONGEST, placeholder="…"))
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = day.replace(tzinfo=None)
    properties.revision = 1
    properties.comments = properties.keywords = properties.category = properties.version = ""


def _settings(language: str) -> list[Element]:
    """Settings in the order the schema asks for; the compatibility of a Word of today, not of 2007."""
    office = "http://schemas.microsoft.com/office/word"
    return [
        made("zoom", percent=100),
        made("embedTrueTypeFonts"),  # so that Word keeps them when it saves
        made("defaultTabStop", val=720),
        made("characterSpacingControl", val="doNotCompress"),
        made("footnotePr", *(made("footnote", id=number) for number in SEPARATORS)),
        made("compat", made("compatSetting", name="compatibilityMode", uri=office, val=15)),
        made("themeFontLang", val=language),
        made("decimalSymbol", val="."),
        made("listSeparator", val=","),
    ]


# --- lists -----------------------------------------------------------------------------------------------------------


def _lists() -> list[Element]:
    """The kinds of lists, and one list of each; `counted_anew` adds further numbered ones."""
    kinds = [made("abstractNum", made("multiLevelType", val="hybridMultilevel"), *_levels(kind), abstractNumId=kind)
             for kind in (BULLETS, FINDINGS, NUMBERS)]  # fmt: skip
    return [*kinds, *(made("num", made("abstractNumId", val=kind), numId=kind) for kind in (BULLETS, FINDINGS))]


def counted_anew(document: Any, level: int) -> int:
    """The number of a new list that counts from 1 at a level."""
    numbering = document.part.numbering_part.element
    number = NUMBERS + len(numbering.num_lst)
    restart = made("lvlOverride", made("startOverride", val=1), ilvl=level)
    numbering.append(made("num", made("abstractNumId", val=NUMBERS), restart, numId=number))
    return number


def _levels(kind: int) -> list[Element]:
    told = []
    for level in range(_LEVELS):
        if kind == NUMBERS:
            form, mark = _COUNTED[level % len(_COUNTED)]
            mark = mark.format(level + 1)
        else:
            form, mark = "bullet", _MARKS[kind][min(level, len(_MARKS[kind]) - 1)]
        left, hanging = list_indent(level)
        told.append(
            made(
                "lvl",
                made("start", val=1),
                made("numFmt", val=form),
                made("lvlText", val=mark),
                made("lvlJc", val="left"),
                made("pPr", made("ind", left=round(left * 20), hanging=round(hanging * 20))),
                made("rPr", made("rFonts", ascii=SERIF, hAnsi=SERIF, hint="default")),
                ilvl=level,
            )
        )
    return told
