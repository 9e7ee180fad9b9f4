"""What the faces on paper decide of tables and cards: columns' shares, what may run over a page, words for pictures."""

from itertools import chain
from typing import Any

from communique.document.faces.html import ARROWS

UNDESCRIBED = "This figure has no description."


def lay_out_table(table: dict[str, Any]) -> None:
    """Give columns their shares of the width, and say what may run over a page: long tables, and in them long cells.

    A column of short texts, and the keyword of a concordance, is as wide as its longest (its share is 0). A cell
    becomes a dict: its content, whether it may run over a page, whether it heads its row.
    """
    texts = [[words(cell) for cell in row] for row in table["rows"]]
    for place, column in enumerate(table["columns"]):
        longest = max((len(row[place]) for row in texts), default=0)
        column["share"] = column["width"] or (0 if longest <= 24 else min(longest, 120) / 24)
        if table["role"] == "concordance" and column["align"] == "center":
            column["share"] = 0
    table["breakable"] = len(texts) > 12 or sum(map(len, chain(*texts))) > 1500
    table["rows"] = [
        [
            {"content": cell, "breakable": len(words(cell)) > 700, "heads": place == 0 and table["row_header"]}
            for place, cell in enumerate(row)
        ]
        for row in table["rows"]
    ]


def lay_out_statement(statement: dict[str, Any]) -> None:
    """Say whether a statement may run over a page."""
    statement["breakable"] = len(words(statement["content"])) > 900


def lay_out_cards(cards: dict[str, Any]) -> None:
    """Give cards their arrows, and their stages a capital letter."""
    for card in cards["items"]:
        card |= {"arrow": ARROWS[card["arrow"]], "stage": card["stage"][:1].upper() + card["stage"][1:]}


def words(content: list[dict[str, Any]]) -> str:
    """The text of inlines."""
    return "".join(run["text"] for inline in content for run in inline.get("runs", []))
