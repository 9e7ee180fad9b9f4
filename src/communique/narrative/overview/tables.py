"""The tables of the overview: the language of every round, who says what, the record of expectations, agreement."""

import pandas as pd

from communique import measures
from communique.document.blocks import Block, Column, Paragraph, Table, inlines
from communique.facts.overview import Survey
from communique.narrative.overview.expectations import met_of_settled
from communique.narrative.overview.rounds import round_name
from communique.prose import UNDEFINED, capitalised, counted, percent, signed

_OUTCOMES = {"met": "Met", "partly": "Partly", "missed": "Missed", "open": "Open"}


def language_by_round(survey: Survey) -> list[Block]:
    """A table of every round: statements, mentions by status, net language index with interval, open share."""
    if survey.mentions.empty:
        return []
    by_status = survey.counts.groupby(["round", "status"])["n"].sum().unstack()
    said = survey.spoken["round"].value_counts()
    rows = []
    for number in survey.rounds["round"]:
        cells = [str(int(by_status.at[number, status])) for status in measures.STATUSES]
        index = survey.index.loc[number] if number in survey.index.index else None
        rows.append(
            (
                (round_name(survey, number),),
                *(inlines(each) for each in (str(said.get(number, 0)), *cells, *_index_cells(index))),
            )
        )
    totals = [str(int(by_status[status].sum())) for status in measures.STATUSES]
    whole = {"index": measures.net_index(survey.mentions), "open_share": measures.open_share(survey.mentions)}
    whole |= survey.whole_interval._asdict()
    rows.append(tuple(inlines(each) for each in ("All rounds", str(len(survey.spoken)), *totals, *_index_cells(whole))))
    columns = (
        Column("Round", width=3),
        Column("Statements", align="right"),
        *(Column(capitalised(status), align="right") for status in measures.STATUSES),
        Column("Net index", align="right"),
        Column(f"{survey.interval_level * 100:g} % interval", align="right"),
        Column("Open share", align="right"),
    )
    caption = "Statements, mentions by status, net language index and open share by round (–: undefined)"
    return [Table(inlines(caption), columns, tuple(rows), anchor="language-by-round")]


def _index_cells(row: "pd.Series | dict[str, float] | None") -> tuple[str, str, str]:
    """Index, interval and open share as shown, a dash for what is undefined."""
    if row is None:
        return UNDEFINED, UNDEFINED, UNDEFINED
    share = UNDEFINED if pd.isna(row["open_share"]) else percent(row["open_share"])
    if pd.isna(row["index"]):
        return UNDEFINED, UNDEFINED, share
    return signed(row["index"]), f"{signed(row['low'])} to {signed(row['high'])}", share


def families_by_status(survey: Survey) -> list[Block]:
    """A table of mentions by family and status over all rounds."""
    if survey.mentions.empty:
        return []
    table = survey.counts.groupby(["family", "status"])["n"].sum().unstack()
    families = [family for family in measures.FAMILIES if table.loc[family].sum()]
    rows = tuple(
        tuple(inlines(each) for each in (capitalised(family), *_counts(table.loc[family]))) for family in families
    )
    return [Table(inlines("Mentions by family and status over all rounds"), _status_columns(Column("Family")), rows)]


def sides_by_family(survey: Survey) -> list[Block]:
    """A table of who says what: mentions by side, family and status over all rounds."""
    if survey.mentions.empty:
        return []
    table = survey.side_counts.groupby(["side", "family", "status"])["n"].sum().unstack()
    rows = tuple(
        tuple(inlines(each) for each in (side.label, capitalised(family), *_counts(table.loc[side.id, family])))
        for side in survey.process.sides.values()
        for family in measures.FAMILIES
        if table.loc[side.id, family].sum()
    )
    columns = _status_columns(Column("Side", width=3), Column("Family", width=2))
    return [Table(inlines("Mentions by side, family and status over all rounds"), columns, rows)]


def _counts(counts: pd.Series) -> list[str]:
    """Counts by status and their sum, as shown."""
    return [*(str(int(counts[status])) for status in measures.STATUSES), str(int(counts.sum()))]


def _status_columns(*first: Column) -> tuple[Column, ...]:
    return (*first, *(Column(capitalised(each), align="right") for each in (*measures.STATUSES, "all")))


def record_by_side(survey: Survey) -> list[Block]:
    """A table of each side's expectations by outcome, and of its plans and predictions that were met."""
    names = {side.id: side.label for side in survey.process.sides.values()}
    return _record(survey, "side", names, "Expectations by side and outcome")


def record_by_speaker(survey: Survey, *, least: int = 2) -> list[Block]:
    """The same for each speaker with `least` expectations or more."""
    blocks = _record(survey, "speaker", survey.process.called, "Expectations by speaker and outcome", least=least)
    left = int((survey.record("speaker")["n"] < least).sum())
    if blocks and left:
        blocks.append(
            Paragraph(f"{capitalised(counted(left, 'speaker'))} with one expectation each not shown.", role="note")
        )
    return blocks


def record_by_kind(survey: Survey) -> list[Block]:
    """The same for each kind of expectation."""
    kinds = {"plan": "Plans", "prediction": "Predictions", "hope": "Hopes", "demand": "Demands", "fear": "Fears"}
    return _record(survey, "kind", kinds, "Expectations by kind and outcome")


def _record(survey: Survey, by: str, names: dict[str, str], caption: str, *, least: int = 1) -> list[Block]:
    """A table of expectations by outcome for each value of the column `by`; nothing where there are none."""
    record = survey.record(by)
    record = record.loc[record["n"] >= least]
    if record.empty:
        return []
    said = survey.record(by, foresight=True).set_index(by)
    rows = []
    for row in record.to_dict("records"):
        cells = [names.get(row[by], row[by]), *(str(row[each]) for each in (*_OUTCOMES, "n"))]
        if by != "kind":
            cells.append(met_of_settled(said.loc[row[by]]) if row[by] in said.index else UNDEFINED)
        rows.append(tuple(inlines(each) for each in cells))
    columns = [
        Column({"side": "Side", "speaker": "Speaker", "kind": "Kind"}[by], width=4),
        *(Column(label, align="right") for label in (*_OUTCOMES.values(), "All")),
    ]
    if by != "kind":
        columns.append(Column("Plans and predictions met, of those settled", align="right", width=2.5))
    return [Table(inlines(caption), tuple(columns), tuple(rows), anchor=f"record-by-{by}")]


def statements_by_round(survey: Survey) -> list[Block]:
    """A table of how many statements each side has in each round."""
    if survey.spoken.empty:
        return []
    table = survey.spoken.groupby(["round", "side"]).size().unstack(fill_value=0)
    sides = [side for side in survey.process.sides.values() if side.id in table.columns]
    rows = tuple(
        (
            (round_name(survey, number),),
            *(inlines(str(int(table.at[number, side.id])) if number in table.index else "0") for side in sides),
            inlines(str(int(table.loc[number].sum())) if number in table.index else "0"),
        )
        for number in survey.rounds["round"]
    )
    columns = (
        Column("Round", width=2),
        *(Column(side.label, align="right", width=_width(side.label)) for side in sides),
        Column("All", align="right", width=1),
    )
    return [Table(inlines("Statements on record by round and side"), columns, rows, anchor="statements-by-round")]


def _width(label: str) -> float:
    """The share of a table's width that keeps the longest word of a heading whole."""
    return max(1.0, 0.2 * max(map(len, label.split())))


def agreement(survey: Survey) -> list[Block]:
    """A table of the coders' agreement on each dimension's stage and movement, and how far to rely on it."""
    rows = tuple(
        (
            inlines(survey.process.ladders[row.dimension].label),
            inlines(str(row.n)),
            inlines(percent(row.same)),
            inlines(_alpha(row.alpha)),
            inlines(_alpha(row.movement_alpha)),
            inlines(capitalised(row.reading)),
        )
        for row in survey.agreement.itertuples()
    )
    if not rows:
        return []
    columns = (
        Column("Dimension", width=3),
        Column("Rounds", align="right"),
        Column("Same stage", align="right", width=1.5),
        Column("Alpha, stage", align="right", width=1.5),
        Column("Alpha, movement", align="right", width=2),
        Column("Stages are", width=3),
    )
    caption = "Agreement of the coders by dimension (Krippendorff's alpha, ordinal; –: undefined)"
    return [Table(inlines(caption), columns, rows, anchor="agreement")]


def _alpha(alpha: float) -> str:
    return UNDEFINED if pd.isna(alpha) else f"{alpha:.3f}".replace("-", "−")
