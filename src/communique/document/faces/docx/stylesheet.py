"""The house style as Word reads it: the styles part, with the styles of tables."""

from collections.abc import Iterator

from communique.document.faces.docx.markup import HALVES, TWIPS, Element, made
from communique.document.faces.docx.styles import ARABIC, RULE, STRONG_RULE, STYLES, Style

_BUILT_IN = {"Normal", "Title", "Subtitle", "Caption", "Quote", "Header", "Footer", "Strong", "Emphasis", "Hyperlink"}
_BUILT_IN |= {f"Heading {level}" for level in range(1, 6)} | {"Footnote Text", "Footnote Reference"}
_BUILT_IN |= {"List Bullet", "List Number", "List Continue"}
_LOWER = ("Heading", "Caption", "Header", "Footer", "Footnote")  # Word keeps these names in small letters


def style_sheet(language: str) -> list[Element]:
    """What the styles part holds: the defaults with the language of the text, and every style."""
    normal = STYLES["Normal"]
    defaults = made(
        "rPr",
        _fonts(normal.font),
        made("color", val=normal.colour),
        *_sizes(normal.size),
        made("lang", val=language, eastAsia=language, bidi="ar-SA"),
    )
    latent = made(
        "latentStyles",
        defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0, count=376,
    )  # fmt: skip
    return [
        made("docDefaults", made("rPrDefault", defaults), made("pPrDefault")),
        latent,
        *(_style(style) for style in STYLES.values()),
        made("style", made("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultFont"),
        made("style", made("name", val="No List"), type="numbering", default=1, styleId="NoList"),
        *_table_styles(),
    ]


def _style(style: Style) -> Element:
    """A style as Word reads it."""
    name = style.name.lower() if style.name.startswith(_LOWER) else style.name
    own = {"type": style.kind, "styleId": style.id}
    if style.name == "Normal":
        own["default"] = 1
    elif style.name not in _BUILT_IN:
        own["customStyle"] = 1
    return made(
        "style",
        made("name", val=name),
        made("basedOn", val=style.based_on) if style.based_on else None,
        made("next", val=style.following) if style.following else None,
        made("uiPriority", val=1),
        made("qFormat"),
        made("pPr", *_paragraph_properties(style)) if style.kind == "paragraph" else None,
        made("rPr", *_run_properties(style)),
        **own,
    )


def _paragraph_properties(style: Style) -> Iterator[Element]:
    """Yield properties in the order the schema asks for."""
    if style.keep_next:
        yield made("keepNext")
    if style.keep_lines:
        yield made("keepLines")
    yield made("widowControl")
    if style.edges:
        yield made("pBdr", *(_edge(*each) for each in style.edges))
    if style.shade:
        yield made("shd", val="clear", color="auto", fill=style.shade)
    if style.tab:
        yield made("tabs", made("tab", val="left", pos=round(style.tab * TWIPS)))
    spacing = {"before": style.before, "after": style.after}
    told = {name: round(value * TWIPS) for name, value in spacing.items() if value is not None}
    if style.line:
        told |= {"line": round(style.line * 240), "lineRule": "auto"}
    if told:
        yield made("spacing", **told)
    if style.left:
        yield made("ind", left=round(style.left * TWIPS), hanging=round(style.hanging * TWIPS))
    if style.align:
        yield made("jc", val=style.align)
    if style.outline is not None:
        yield made("outlineLvl", val=style.outline)


def _run_properties(style: Style) -> Iterator[Element]:
    """Yield properties in the order the schema asks for; what is bold or large is so in every script."""
    if style.font:
        yield _fonts(style.font)
    if style.bold:
        yield from (made("b"), made("bCs"))
    if style.italic:
        yield from (made("i"), made("iCs"))
    if style.colour:
        yield made("color", val=style.colour)
    if style.size:
        yield from _sizes(style.size)
    if style.underline:
        yield made("u", val=style.underline)
    if style.boxed:
        yield made("bdr", val=style.boxed, sz=2, space=0, color=style.colour)
    if style.shade and style.kind == "character":
        yield made("shd", val="clear", color="auto", fill=style.shade)
    if style.raised:
        yield made("vertAlign", val="superscript")


def _fonts(name: str) -> Element:
    return made("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=ARABIC)


def _sizes(size: float) -> tuple[Element, Element]:
    return made("sz", val=round(size * HALVES)), made("szCs", val=round(size * HALVES))


def _edge(side: str, width: float, colour: str, distance: float, line: str) -> Element:
    """A border; its width is counted in eighths of a point."""
    return made(side, val=line, sz=round(width * 8), space=round(distance), color=colour)


def _rules(**sides: tuple[float, str]) -> list[Element]:
    """Borders of cells: width and colour by side, in the order top, left, bottom, right."""
    return [_edge(side, width, colour, 0, "single") for side, (width, colour) in sides.items()]


# --- tables ----------------------------------------------------------------------------------------------------------


def _table_styles() -> Iterator[Element]:
    """Yield the styles of tables: Word's own plain one, ours with rules, and that of cards and strips."""
    yield made(
        "style",
        made("name", val="Normal Table"),
        made("tblPr", made("tblInd", w=0, type="dxa"), _margins(0, 0)),
        type="table", default=1, styleId="TableNormal",
    )  # fmt: skip
    head = _when("firstRow", _rules(top=(0.75, STRONG_RULE), bottom=(0.75, STRONG_RULE)), "bottom")
    lines = _rules(bottom=(0.5, RULE), insideH=(0.5, RULE))
    yield _table_style("Report Table", made("tblPr", made("tblBorders", *lines), _margins(3, 3)), head)
    yield _table_style("Report Cards", made("tblPr", _margins(2, 6)))


def _table_style(name: str, properties: Element, *conditions: Element) -> Element:
    own = {"type": "table", "customStyle": 1, "styleId": name.replace(" ", "")}
    return made(
        "style", made("name", val=name), made("basedOn", val="TableNormal"), made("uiPriority", val=1), made("qFormat"),
        properties, *conditions, **own,
    )  # fmt: skip


def _when(place: str, borders: list[Element], align: str) -> Element:
    """How the cells of a place, e.g. ``firstRow``, differ."""
    cells = made("tcPr", made("tcBorders", *borders), made("vAlign", val=align))
    return made("tblStylePr", cells, type=place)


def _margins(upright: float, sideways: float) -> Element:
    """Room within cells, in points: above and below, and at the sides."""
    told = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    return made("tblCellMar", *(made(side, w=round(width * TWIPS), type="dxa") for side, width in told.items()))
