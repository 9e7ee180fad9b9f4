"""What the notebook `archive` shows of a scan: its front, the index over time, what was mentioned, and who spoke."""

from collections.abc import Iterator, Mapping

import pandas as pd

from communique import charts
from communique.commitment import FAMILIES, STATUSES
from communique.document.blocks import Block, Column, Figure, Front, Paragraph, Table, inlines
from communique.errors import ParameterError
from communique.measures.net_index import index_of
from communique.prose import capitalised, counted, signed
from communique.scan.results import Archive
from communique.suggest import suggestion

PERIODS = {"month": 7, "year": 4, "quarter": 7}  # how much of "2017-07-31" tells a period
_SUMS = ["statements", "mentions", "good", "bad", "open", "doubted"]


def front(archive: Archive) -> Front:
    """The top of the page: how much was read, and what was found."""
    told = archive.told
    months = [month for month in told["documents_by_month"] if month]
    span = f"{months[0]} to {months[-1]}" if months else "no day is known"
    facts = (
        ("Read", f"{counted(archive.documents, 'document')} in {counted(len(told['files']), 'file')}; {span}"),
        ("Found", f"{counted(archive.statements, 'statement')}, {counted(archive.mentions, 'mention')}"),
        ("Not read", f"{counted(told['faults'], 'fault')}, listed in faults.csv"),
    )
    missing = told["partitions"]["all"] - told["partitions"]["read"]
    notice = f"{counted(missing, 'partition')} of {told['partitions']['all']:,} could not be read" if missing else ""
    return Front(
        "An archive, and its language of progress", "Scan", "What was said of progress, and by whom", facts, notice
    )


def selected(archive: Archive, process: str) -> Archive:
    """The part of an archive that belongs to a process; all of it where none is named.

    Raises `ParameterError` for a name that the scan did not look for.
    """
    known = archive.told["settings"]["processes"]
    if not process:
        return archive
    if process not in known:
        raise ParameterError(f"PROCESS={process}: the scan did not look for it; {suggestion(process, known)}")
    index, counts = (table.loc[table["process"] == process] for table in (archive.index, archive.counts))
    return Archive(archive.folder, archive.told, index, counts)


def over_time(archive: Archive, by: str) -> pd.DataFrame:
    """The table of `charts.trend_chart`: every month, quarter or year from the first to the last, on a day known.

    Raises `ParameterError` for another period.
    """
    if by not in PERIODS:
        raise ParameterError(f"BY={by}: give month, quarter or year")
    dated = archive.index.loc[archive.index["month"] != ""]
    months = pd.PeriodIndex(dated["month"], freq="M").asfreq({"month": "M", "quarter": "Q", "year": "Y"}[by])
    sums = dated[_SUMS].groupby(months).sum()
    if len(sums):
        sums = sums.reindex(pd.period_range(sums.index.min(), sums.index.max()), fill_value=0)
    index = [index_of(good, bad) for good, bad in zip(sums["good"], sums["bad"], strict=True)]
    names = sums.index.map(str) if len(sums) else []
    loose = sums["open"] + sums["doubted"]
    return pd.DataFrame(
        {"period": pd.Series(names, dtype="str"), "index": index, "good": sums["good"].to_numpy(),
         "bad": sums["bad"].to_numpy(), "loose": loose.to_numpy()}
    )  # fmt: skip


def trend_figure(archive: Archive, by: str) -> Figure:
    """The index over time, with the mentions it rests on."""
    table = over_time(archive, by)
    return charts.show(charts.trend_chart(table), charts.describe_trend(table), anchor="figure-trend")


def families_table(archive: Archive) -> Block:
    """How often each family was claimed, denied, left open and doubted."""
    if archive.counts.empty:
        return Paragraph("No mention counts.", role="empty")
    counts = archive.counts.pivot_table(index="family", columns="status", values="n", aggfunc="sum", fill_value=0)
    counts = counts.reindex(index=list(FAMILIES), columns=list(STATUSES), fill_value=0)
    heads = (Column("Family"), *(Column(capitalised(status), align="right") for status in (*STATUSES, "all")))
    rows = [(capitalised(family), *(f"{n:,}" for n in (*line, sum(line)))) for family, *line in counts.itertuples()]
    return _table("Mentions that count, by family and status", heads, rows, "table-families")


def speakers_table(archive: Archive, lines: int) -> Block:
    """Those who spoke of progress most, with their balance."""
    index = archive.index.loc[archive.index["speaker"] != ""]
    sums = index.groupby("speaker")[_SUMS].sum().query("mentions > 0")
    if sums.empty:
        return Paragraph("Nobody who is named speaks of progress.", role="empty")
    shown = sums.sort_values(["mentions"], ascending=False, kind="stable").head(lines)
    names = ("Statements", "Mentions", "Good", "Bad", "Open", "Doubted", "Index")
    heads = (Column("Speaker"), *(Column(name, align="right") for name in names))
    rows = [(name, *(f"{n:,}" for n in line), _balance(line[2], line[3])) for name, *line in shown.itertuples()]
    what = (
        f"The {len(shown)} of {len(sums):,} speakers with most mentions"
        if len(sums) > lines
        else "Speakers by mentions"
    )
    return _table(f"{what}; one person may stand under several names", heads, rows, "table-speakers")


def made_from(archive: Archive, parameters: Mapping[str, object]) -> Table:
    """What the page and the scan were made from."""
    told = archive.told
    facts = {
        "Scan": f"{counted(told['partitions']['read'], 'partition')}; code, lexicon and processes {told['code'][:12]}",
        "Processes": ", ".join(told["settings"]["processes"]) or "none",
        "Parameters": ", ".join(f"{name} = {value}" for name, value in parameters.items() if value not in ("", None)),
    }
    return _table("What this page was made from", (Column(""), Column("")), facts.items(), "table-made")


def _balance(good: int, bad: int) -> str:
    index = index_of(good, bad)
    return "" if index != index else signed(index)


def _table(caption: str, heads: tuple[Column, ...], rows, anchor: str) -> Table:
    cells: Iterator = (tuple(inlines(str(cell)) for cell in row) for row in rows)
    return Table(inlines(caption), heads, tuple(cells), anchor=anchor)
