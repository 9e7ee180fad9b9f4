"""A term looked up in texts: how often it has each status, and each place in its context."""

from collections.abc import Iterable

import pandas as pd

from communique import measures
from communique.commitment import OFF
from communique.document.blocks import Block, Column, Paragraph, Table, inlines
from communique.errors import ParameterError
from communique.language.reader import reader
from communique.narrative.context import concordance_of
from communique.prose import capitalised
from communique.suggest import suggestion

_WIDTH = 70  # characters of context on either side
_STATUSES = (*measures.STATUSES, OFF)


def concordance(found: pd.DataFrame, term: str, *, lines: int = 25, terms: Iterable[str] | None = None) -> list[Block]:
    """A count of a term's statuses and the first `lines` places where it stands, keyword in the middle.

    Parameters
    ----------
    found : DataFrame
        The table of `texts.mentions_in`.
    term : str
        A term of the lexicon or a family ("progress" is both: the family, which holds the term).
    terms : iterable of str, optional
        The terms there are, where another lexicon than the project's found them.

    Raises
    ------
    ParameterError
        For what is neither a term nor a family.
    """
    rows = _of(found, term, terms)
    if rows.empty:
        return [Paragraph(f"“{term}” stands nowhere in these texts.", role="empty")]
    order = rows["status"].map({status: place for place, status in enumerate(_STATUSES)})
    ordered = rows.assign(_order=order).sort_values(["_order", "statement_id", "start"], kind="stable")
    return [
        _counts(rows, term),
        *concordance_of(
            ordered,
            lambda row: (inlines(row.status + (f" (of {row.refers_to})" if row.refers_to else "")), inlines(row.who)),
            whose="Where",
            caption=f"“{term}” in its context, by status; the cue that decides is marked",
            lines=lines,
            width=_WIDTH,
            noun="place",
            setting="LINES",
        ),
    ]


def _of(found: pd.DataFrame, term: str, terms: Iterable[str] | None) -> pd.DataFrame:
    if terms is None and term in measures.FAMILIES:
        return found.loc[found["family"] == term]
    terms = {entry.term for entry in reader().lexicon.entries} if terms is None else set(terms)
    if term not in terms:
        near = suggestion(term, [*terms, *measures.FAMILIES])
        raise ParameterError(f"TERM={term}: no term or family of the lexicon; {near}")
    return found.loc[found["term"] == term]


def _counts(rows: pd.DataFrame, term: str) -> Table:
    table = rows.groupby(["term", "status"]).size().unstack(fill_value=0).reindex(columns=list(_STATUSES), fill_value=0)
    cells = tuple((name, *(str(n) for n in line), str(sum(line))) for name, *line in table.itertuples())
    heads = [Column(capitalised(status), align="right") for status in (*_STATUSES, "all")]
    caption = f"How often “{term}” has each status (off: in a sense that is not about talks)"
    return Table(caption, (Column("Term", width=2), *heads), cells)
