"""How the record is made up: by side, kind of source, language and phase."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from communique.charts.picture import ChartWords
from communique.charts.style.colours import ACCENT, INK
from communique.charts.style.house import canvas, house_style
from communique.charts.style.labels import letters, say_empty, wrapped
from communique.prose import capitalised, counted

EMPTY = "The record holds no statement."
TITLES = {"side": "Side", "source_kind": "Kind of source", "language": "Language of source", "phase": "Phase"}


@house_style()
def coverage_chart(
    coverage: pd.DataFrame, *, names: Mapping[str, Mapping[str, str]] | None = None, most: int = 6
) -> Figure:
    """A figure with a panel per aspect of the record: a bar per value, with the number of statements and their share.

    Parameters
    ----------
    coverage : DataFrame
        The table of `measures.coverage`.
    names : mapping of aspect to a mapping of its values to what they are called, optional
        E.g. ``{"side": {"eu": "European Union"}}``; other values are shown as they stand, underscores as spaces.
    most : int
        How many values to show of an aspect; the others are added up.
    """
    tables = _tables(coverage, names or {}, most)
    if not coverage["statements"].sum():
        figure = canvas(0.5)
        say_empty(figure.subplots(), EMPTY)
        return figure
    columns = min(2, len(tables))
    rows = -(-len(tables) // columns)
    lengths = [len(table) for table in tables.values()]
    heights = [max(lengths[first : first + columns]) + 1.3 for first in range(0, len(lengths), columns)]
    figure = canvas(0.2 * sum(heights) + 0.1)
    grid = figure.subplots(rows, columns, squeeze=False, height_ratios=heights)
    for ax, (aspect, table) in zip(grid.flat, tables.items(), strict=False):
        _panel(ax, table, heights[list(tables).index(aspect) // columns] - 1.3)
        ax.set_title(TITLES.get(aspect, capitalised(aspect.replace("_", " "))))
    for ax in grid.flat[len(tables) :]:
        ax.set_axis_off()
    return figure


def describe_coverage(
    coverage: pd.DataFrame, *, names: Mapping[str, Mapping[str, str]] | None = None, most: int = 6
) -> ChartWords:
    """The chart of `coverage_chart` in words: what share of the statements each value of each aspect holds."""
    if not coverage["statements"].sum():
        return ChartWords(EMPTY)
    tables = _tables(coverage, names or {}, most)
    parts, leading = [], []
    for aspect, table in tables.items():
        title = TITLES.get(aspect, capitalised(aspect.replace("_", " ")))
        parts.append(f"{title}: {', '.join(f'{row.name_} {row.statements}' for row in table.itertuples())}.")
        top = table.loc[table["statements"].idxmax()]
        leading.append(f"by {title[0].lower()}{title[1:]}, {top['name_']} ({top['share'] * 100:.0f} %)")
    total = int(coverage.groupby("aspect")["statements"].sum().max())
    alt = f"Bars of the number of statements by aspect. {' '.join(parts)}"
    return ChartWords(alt, f"Of {counted(total, 'statement')}, the largest shares: {'; '.join(leading)}.")


def _tables(coverage: pd.DataFrame, names: Mapping[str, Mapping[str, str]], most: int) -> dict[str, pd.DataFrame]:
    """Each aspect's values with their names, those beyond the `most` frequent added up in a last row."""
    tables = {}
    for aspect, rows in coverage.groupby("aspect", sort=False):
        rows = rows.loc[rows["statements"] > 0]
        known = names.get(aspect, {})
        rows = rows.assign(name_=[known.get(value, capitalised(value.replace("_", " "))) for value in rows["value"]])
        if len(rows) > most:
            kept, rest = rows.iloc[: most - 1], rows.iloc[most - 1 :]
            total = rest[["statements", "share"]].sum()
            other = {"aspect": aspect, "value": "", "name_": f"{len(rest)} others", **total}
            rows = pd.concat([kept, pd.DataFrame([other])], ignore_index=True).astype({"statements": "int64"})
        tables[aspect] = rows.reset_index(drop=True)
    return tables


def _panel(ax: Axes, table: pd.DataFrame, rows: float) -> None:
    ax.barh(range(len(table)), table["statements"], 0.62, color=ACCENT)
    for place, row in enumerate(table.itertuples()):
        words = f"{row.statements} ({row.share * 100:.0f} %)"
        ax.annotate(
            words, (row.statements, place), (3, 0), textcoords="offset points", va="center", size=7.5, color=INK
        )
    ax.set_yticks(range(len(table)), [wrapped(name, letters(1.35), lines=1) for name in table["name_"]])
    ax.set_ylim(rows - 0.5, -0.5)
    ax.set_xlim(0, 1.5 * table["statements"].max())
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    ax.spines["left"].set_bounds(-0.5, len(table) - 0.5)
