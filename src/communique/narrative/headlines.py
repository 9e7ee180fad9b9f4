"""The tables of headlines: what they say beside what was said, and each headline that uses a term."""

import pandas as pd

from communique.document.blocks import Block, Column, Table, inlines
from communique.document.marking import with_mentions
from communique.facts.shared import Dossier
from communique.measures.net_index import LEAST
from communique.narrative.citing import page
from communique.prose import UNDEFINED, capitalised, day, joined, number, percent


def gap_table(dossier: Dossier) -> list[Block]:
    """A table of mentions in English headlines beside those in statements; nothing where no headline uses a term."""
    gap = dossier.headline_gap
    if not gap["headlines"].sum():
        return []
    shown = gap.loc[(gap["headlines"] > 0) | (gap["spoken"] > 0)]
    rows = tuple(
        (
            capitalised(row.family),
            row.status,
            _counted(row.headlines, row.headline_share),
            _counted(row.spoken, row.spoken_share),
            _points(row.gap),
        )
        for row in shown.itertuples()
    )
    totals = gap[["headlines", "spoken"]].sum()
    rows += (("All", "", str(totals["headlines"]), str(totals["spoken"]), ""),)
    columns = (
        Column("Family", width=2),
        Column("Read as", width=2),
        Column("In headlines", align="right", width=2),
        Column("In statements", align="right", width=2),
        Column("Headline gap, points", align="right", width=2),
    )
    caption = (
        "Mentions in English headlines beside those in statements, and as shares of all mentions of either "
        f"({UNDEFINED}: fewer than {number(LEAST)} mentions in all, too few for shares)"
    )
    return [Table(caption, columns, rows, anchor="headline-gap")]


def listed(dossier: Dossier, *, family: str = "") -> list[Block]:
    """A table of the headlines that use a term, or a term of one family, in order of time; nothing where none does."""
    mentions = dossier.headline_mentions
    if family:
        mentions = mentions.loc[mentions["family"] == family]
    titles = dossier.headlines.loc[dossier.headlines["source_id"].isin(mentions["source_id"])]
    rows = []
    for title in titles.sort_values(["published", "source_id"], kind="stable").itertuples():
        own = mentions.loc[mentions["source_id"] == title.source_id].drop_duplicates("start")
        readings = dict.fromkeys(f"{row.surface.lower()} {row.status}" for row in own.itertuples())
        mark = " (translated)" if title.title_kind == "translated" else ""
        when = day(title.published) if pd.notna(title.published) else UNDEFINED
        where = page(title)
        words = with_mentions(title.title, own.itertuples())
        rows.append((inlines(when), inlines(where), inlines([*words, mark]), inlines(joined(readings))))
    if not rows:
        return []
    columns = (
        Column("Published", width=2.5),
        Column("By", width=3),
        Column("Headline", width=6),
        Column("Read as", width=2.5),
    )
    what = f"a term of the family “{family}”" if family else "a term of the lexicon"
    caption = f"The English headlines that use {what}; the cue that decides the reading is marked"
    return [Table(caption, columns, tuple(rows), row_header=False, anchor="headlines")]


def _counted(count: int, share: float) -> str:
    return f"{count}" if pd.isna(share) else f"{count} ({percent(share)})"


def _points(gap: float) -> str:
    """A difference of shares in points: "+38", "−5"; a dash where it is undefined."""
    if pd.isna(gap):
        return UNDEFINED
    points = round(gap * 100)
    return f"{points:+d}".replace("-", "−") if points else "0"
