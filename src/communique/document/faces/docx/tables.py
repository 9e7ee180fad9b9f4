"""Tables of Word: those of the report, and cards and strips as small tables whose first row names what is below."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Any

from communique.document.faces.docx.inlines import Inlines
from communique.document.faces.docx.markup import TWIPS, Element, made, paragraph, text_run
from communique.document.faces.docx.pictures import TEXT_WIDTH
from communique.document.faces.docx.widths import column_widths
from communique.document.faces.layout import words

_ALIGN = {"left": "", "right": "right", "center": "center"}
_ABREAST = 4  # cards in a row


def report_table(table: Mapping[str, Any], inlines: Inlines) -> Element:
    """A table laid out by `layout.lay_out_table`, its head repeated on every page it runs over.

    One that may not run over a page holds its rows together, all but the last being kept with the next.
    """
    columns = table["columns"]
    texts = [[words(cell["content"]) for cell in row] for row in table["rows"]]
    heads = [column["label"] for column in columns]
    widths = column_widths(heads, texts, [column["share"] for column in columns], TEXT_WIDTH)
    aligned = [_ALIGN[column["align"]] for column in columns]
    head = [
        paragraph("TableHeading", [text_run(label)], align=align) for label, align in zip(heads, aligned, strict=True)
    ]
    rows = [_row(head, widths, repeated=True)]
    for place, row in enumerate(table["rows"], start=1):
        keep = not table["breakable"] and place < len(texts)
        cells = [
            paragraph(
                "TableRowHeading" if cell["heads"] else "TableText",
                inlines.shown(cell["content"]),
                keep=keep,
                align=align,
            )
            for cell, align in zip(row, aligned, strict=True)
        ]
        rows.append(_row(cells, widths, whole=not any(cell["breakable"] for cell in row)))
    heads_rows = any(cell["heads"] for row in table["rows"] for cell in row[:1])
    return _table("ReportTable", words(table["caption"]), widths, rows, heads_rows=heads_rows)


def cards(block: Mapping[str, Any], inlines: Inlines) -> list[Element]:
    """Cards laid out by `layout.lay_out_cards`, as tables of at most four abreast: names, stages, places, movements."""
    return [
        _table("ReportCards", block["label"], [width] * len(items), _card_rows(items, width, inlines))
        for items, width in _abreast(block["items"])
    ]


def strip(block: Mapping[str, Any]) -> list[Element]:
    """Counts as tables of at most four abreast: what is counted, how many, and what that means."""
    return [
        _table("ReportCards", block["label"], [width] * len(items), _count_rows(items, width))
        for items, width in _abreast(block["items"])
    ]


def pips_name(card: Mapping[str, Any]) -> str:
    """What the drawing of a card's steps is called among pictures."""
    return f"pips {card['position']} of {card['steps']}"


def _abreast(items: Sequence[Mapping[str, Any]]) -> list[tuple[Sequence[Mapping[str, Any]], float]]:
    """The items in rows of about as many each, all equally wide: each row with the width of an item."""
    if not items:
        return []
    most = ceil(len(items) / ceil(len(items) / _ABREAST))
    return [(items[start : start + most], TEXT_WIDTH / most) for start in range(0, len(items), most)]


def _card_rows(items: Sequence[Mapping[str, Any]], width: float, inlines: Inlines) -> list[Element]:
    widths = [width] * len(items)
    names = []
    for card in items:
        named = [text_run(card["title"], style="QuietLink" if card["target"] else "")]
        linked = [inlines.linked(card["target"], named)] if card["target"] else named
        names.append(paragraph("TableHeadingclaimed", linked))
    rows = [_row(names, widths, repeated=True)]
    rows.append(_row([paragraph("CardStage", [text_run(card["stage"])], keep=True) for card in items], widths))
    if any(card["steps"] for card in items):
        drawn = [[inlines.pictures.drawn(inlines.part, pips_name(card))] if card["steps"] else [] for card in items]
        places = [
            [*pips, *[made("r", made("br"))] * bool(pips and card["place"]), *_place(card, inlines)]
            for pips, card in zip(drawn, items, strict=True)
        ]
        rows.append(_row([paragraph("CardNote", place, keep=True) for place in places], widths))
    rows.append(_row([paragraph("TableText", _movement(card)) for card in items], widths))
    return rows


def _movement(card: Mapping[str, Any]) -> Iterable[Element]:
    if card["arrow"]:
        yield text_run(f"{card['arrow']} ", style="Strong")
    yield text_run(card["movement"])


def _place(card: Mapping[str, Any], inlines: Inlines) -> Iterable[Element]:
    if card["place"]:
        yield text_run(card["place"])
    if card["disputed"]:
        yield text_run(" ")
        run = {"text": "coders differ", "lang": "", "dir": ""}
        yield from inlines.shown([{"kind": "tag", "tone": "disputed", "runs": [run]}])


def _count_rows(items: Sequence[Mapping[str, Any]], width: float) -> list[Element]:
    widths = [width] * len(items)
    noted = any(each["note"] for each in items)
    rows = [
        _row(
            [paragraph(f"TableHeading{each['tone']}", [text_run(each["label"])]) for each in items],
            widths,
            repeated=True,
        ),
        _row([paragraph("StripValue", [text_run(str(each["value"]))], keep=noted) for each in items], widths),
    ]
    if noted:
        rows.append(_row([paragraph("CardNote", [text_run(each["note"])]) for each in items], widths))
    return rows


def _table(
    style: str, label: str, widths: Sequence[float], rows: Iterable[Element], *, heads_rows: bool = False
) -> Element:
    """A table of columns in these widths; `label` is told to those who do not see it."""
    look = made(
        "tblLook", val="06A0" if heads_rows else "0620", firstRow=1, lastRow=0, firstColumn=int(heads_rows),
        lastColumn=0, noHBand=1, noVBand=1,
    )  # fmt: skip
    properties = made(
        "tblPr",
        made("tblStyle", val=style),
        made("tblW", w=_twips(sum(widths)), type="dxa"),
        made("tblLayout", type="autofit"),  # Word widens a column whose longest word would break
        look,
        made("tblCaption", val=label) if label else None,
    )
    grid = made("tblGrid", *(made("gridCol", w=_twips(width)) for width in widths))
    return made("tbl", properties, grid, *rows)


def _row(
    cells: Sequence[Element],
    widths: Sequence[float],
    *,
    repeated: bool = False,
    whole: bool = True,
) -> Element:
    """A row of cells: `repeated` on every page as the head, `whole` on one page."""
    properties = made("trPr", made("cantSplit") if whole else None, made("tblHeader") if repeated else None)
    cells_made = []
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        sides = {"left": place == 0, "right": place == len(cells) - 1}
        outer = [made(side, w=0, type="dxa") for side, at_edge in sides.items() if at_edge]
        cells_made.append(
            made(
                "tc",
                made(
                    "tcPr",
                    made("tcW", w=_twips(width), type="dxa"),
                    made("tcMar", *outer) if outer else None,
                ),
                cell,
            )
        )
    return made("tr", properties, *cells_made)


def _twips(points: float) -> int:
    return round(points * TWIPS)
