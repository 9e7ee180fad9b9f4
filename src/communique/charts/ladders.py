"""Where the dimensions stand on their ladders, round by round."""

from collections.abc import Iterable, Mapping
from itertools import groupby

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from communique.charts.picture import ChartWords
from communique.charts.style.colours import ACCENT, BAND, GRID, INK, MUTED, PAPER
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import POINTS, key, lines_of, round_axis, say_empty, wrapped
from communique.measures.subjects import LadderedDimension
from communique.prose import capitalised, counted, joined, number
from communique.wording import DID, MOVED

MARKERS = {"up": "^", "level": "o", "down": "v", "mixed": "D", "none": "s"}
_NAME_WIDTH = 22  # letters of a stage's name in a line


@house_style()
def ladder(
    readings: pd.DataFrame,
    ax: Axes | None = None,
    *,
    dimension: LadderedDimension,
    rounds: pd.DataFrame,
    mark: int | None = None,
    inches: float = 4.8,
) -> Axes:
    """Draw one dimension's way over the rounds: a mark per reading, its shape the movement, hollow where disputed.

    A thin line leads from the stage shown up to the higher reading of a disputed cell. The line breaks where a round
    was not coded.

    Parameters
    ----------
    readings : DataFrame
        The table of `measures.agreed`; other dimensions are passed over.
    dimension : LadderedDimension
    rounds : DataFrame
        ``round`` and ``short`` of the rounds to show, in order.
    mark : int, optional
        The round a report is about.
    inches : float
        The width of the axes, for the choice of labels.
    """
    if ax is None:
        ax = canvas(_height(dimension)).subplots()
    round_axis(ax, rounds, inches=inches, mark=mark)
    _stage_axis(ax, dimension, _stage_now(readings, dimension, mark))
    ax.set_title(wrapped(dimension.label, 60, lines=1))
    places = {value: place for place, value in enumerate(rounds["round"])}
    cells = _cells(readings, dimension, rounds)
    for _, run in groupby(cells.itertuples(), key=lambda cell: places[cell.round] - cells.index.get_loc(cell.Index)):
        run = list(run)
        ax.plot([places[cell.round] for cell in run], [cell.stage for cell in run], color=MUTED, zorder=2)
    for cell in cells.itertuples():
        _mark_cell(ax, cell, places[cell.round], cell.round == mark)
    if cells.empty:
        ax.text(0.02, 0.5, "no reading", transform=ax.transAxes, color=MUTED, va="center", style="italic")
    elif mark in places and mark not in set(cells["round"]):
        middle = (len(dimension.ladder) - 1) / 2
        ax.text(places[mark], middle, "no\nreading", color=MUTED, ha="center", va="center", style="italic", size=7.5)
    return ax


@house_style()
def ladders(
    readings: pd.DataFrame,
    *,
    dimensions: Mapping[str, LadderedDimension],
    rounds: pd.DataFrame,
    mark: int | None = None,
    columns: int | None = None,
) -> Figure:
    """A figure with one `ladder` per dimension, over a common axis of rounds, and a key to the marks.

    Parameters
    ----------
    dimensions : mapping of id to LadderedDimension
        In the order to show them; several baskets, or the process dimensions.
    columns : int, optional
        One column for up to four dimensions, two for more, if not given.
    """
    shown = list(dimensions.values())
    if not shown:
        figure = canvas(0.5)
        say_empty(figure.subplots(), "This process codes no such dimension.")
        return figure
    columns = columns or (1 if len(shown) <= 4 else 2)
    rows = -(-len(shown) // columns)
    by_row = [shown[first : first + columns] for first in range(0, len(shown), columns)]
    heights = [max(map(_height, row)) for row in by_row]
    figure = canvas(sum(heights) + 0.6)
    grid = figure.subplots(rows, columns, squeeze=False, height_ratios=heights)
    inches = WIDTH / columns - (1.3 if columns == 1 else 1.1)
    for place, dimension in enumerate(shown):
        ax = grid[place // columns][place % columns]
        ladder(readings, ax, dimension=dimension, rounds=rounds, mark=mark, inches=inches)
        if place + columns < len(shown):
            ax.tick_params(labelbottom=False)
            ax.set_xlabel("")
    for ax in grid.flat[len(shown) :]:
        ax.set_axis_off()
    key(figure, _key(readings.loc[readings["dimension"].isin(list(dimensions))]))
    return figure


def describe_ladders(
    readings: pd.DataFrame,
    *,
    dimensions: Mapping[str, LadderedDimension],
    rounds: pd.DataFrame,
    mark: int | None = None,
) -> ChartWords:
    """Chart of `ladders` in words: each dimension's way over the rounds, and what moved in the round marked."""
    names = rounds.set_index("round")["short"]
    ways = [_way(_cells(readings, each, rounds), each, names) for each in dimensions.values()]
    subject = f"Ladder chart of {counted(len(ways), 'dimension')} over {counted(len(names), 'round')}."
    here = readings.loc[(readings["round"] == mark) & readings["dimension"].isin(list(dimensions))]
    finding = _moved(here, dimensions, names, mark) if len(here) else _span(readings, dimensions, names)
    return ChartWords(" ".join([subject, *ways]), finding)


def _height(dimension: LadderedDimension) -> float:
    """Height a ladder needs, in inches."""
    lines = lines_of(wrapped(name, _NAME_WIDTH) for name in dimension.ladder)
    return (len(dimension.ladder) * (10.2 if lines == 1 else 9.5 * lines) + 24) / POINTS


def _stage_axis(ax: Axes, dimension: LadderedDimension, now: int | None) -> None:
    stages = [wrapped(name, _NAME_WIDTH) for name in dimension.ladder]
    ax.set_ylim(-0.5, len(stages) - 0.5)
    ax.set_yticks(range(len(stages)), stages)
    ax.grid(axis="y", color=GRID)
    ax.spines[["left", "bottom"]].set_visible(False)
    for place, label in enumerate(ax.get_yticklabels()):
        label.set(color=ACCENT if place == now else MUTED, fontweight="semibold" if place == now else "normal")


def _stage_now(readings: pd.DataFrame, dimension: LadderedDimension, mark: int | None) -> int | None:
    here = readings.loc[(readings["round"] == mark) & (readings["dimension"] == dimension.id), "stage"]
    return int(here.iloc[0]) if len(here) else None


def _cells(readings: pd.DataFrame, dimension: LadderedDimension, rounds: pd.DataFrame) -> pd.DataFrame:
    """Readings of one dimension in the order of the rounds shown."""
    cells = readings.loc[(readings["dimension"] == dimension.id) & readings["round"].isin(rounds["round"])]
    order = {value: place for place, value in enumerate(rounds["round"])}
    return cells.sort_values("round", key=lambda values: values.map(order), ignore_index=True)


def _mark_cell(ax: Axes, cell: tuple, place: int, here: bool) -> None:
    colour = ACCENT if here else INK
    higher = max((stage for stage in (cell.stage_a, cell.stage_b) if pd.notna(stage)), default=cell.stage)
    if higher > cell.stage:
        ax.plot([place, place], [cell.stage, higher], color=colour, linewidth=0.9, zorder=2.5)
        ax.plot([place], [higher], marker="_", color=colour, markersize=6, zorder=2.5)
    ax.plot(
        [place],
        [cell.stage],
        marker=MARKERS[cell.arrow],
        color=colour,
        markerfacecolor=(BAND if here else PAPER) if cell.disputed else colour,
        markersize=7 if here else 5.5,
        zorder=3,
    )


def _key(readings: pd.DataFrame) -> list[tuple[Line2D, str]]:
    """Marks that occur, with their meanings."""
    found = set(readings["arrow"])
    style = {"linestyle": "none", "color": INK, "markersize": 5.5}
    marks = [(Line2D([], [], marker=MARKERS[each], **style), MOVED[each]) for each in MARKERS if each in found]
    if readings["disputed"].any():
        hollow = Line2D([], [], marker="o", markerfacecolor=PAPER, **style)
        marks.append((hollow, "coders differ: lower stage, line up to the higher"))
    return marks


def _way(cells: pd.DataFrame, dimension: LadderedDimension, names: pd.Series) -> str:
    """A dimension's stages in a sentence: "Elections: tabled from Geneva I to Geneva II, then substantive ..."."""
    if cells.empty:
        return f"{dimension.label}: no reading."
    runs = [list(run) for _, run in groupby(cells.itertuples(), key=lambda cell: cell.stage_name)]
    parts = [f"{run[0].stage_name} {_when([names[cell.round] for cell in run])}" for run in runs]
    disputed = [names[value] for value in cells.loc[cells["disputed"], "round"]]
    differ = f"; the coders differ on {joined(disputed)}" if disputed else ""
    return f"{dimension.label}: {', '.join(parts)}{differ}."


def _when(rounds: list[str]) -> str:
    return f"in {rounds[0]}" if len(rounds) == 1 else f"from {rounds[0]} to {rounds[-1]}"


def _moved(here: pd.DataFrame, dimensions: Mapping[str, LadderedDimension], names: pd.Series, mark: int) -> str:
    """What moved in a round, as a caption; a round compared with is named where it is not the one before."""
    if set(here["arrow"]) == {"none"}:
        stages = [f"{dimensions[row.dimension].name} at “{row.stage_name}”" for row in here.itertuples()]
        return f"{names[mark]} is the first reading: {joined(stages)}."
    before = max((value for value in names.index if value < mark), default=mark)
    since = here["against"].map(lambda value: "" if pd.isna(value) or value == before else f" since {names[value]}")
    parts = [
        f"{joined(_names(rows, dimensions))} {phrase}{then}"
        for arrow, phrase in DID.items()
        for then, rows in here.loc[here["arrow"] == arrow].groupby(since, sort=False)
    ]
    disputed = int(here["disputed"].sum())
    differ = f" The coders differ on {number(disputed)} of {number(len(here))}." if disputed else ""
    return f"{names[mark]}: {'; '.join(parts)}.{differ}"


def _span(readings: pd.DataFrame, dimensions: Mapping[str, LadderedDimension], names: pd.Series) -> str:
    """Where each dimension began and ended, as a caption."""
    parts = []
    for dimension in dimensions.values():
        cells = readings.loc[(readings["dimension"] == dimension.id) & readings["round"].isin(names.index)]
        if cells.empty:
            continue
        first, last = cells["stage_name"].iloc[[0, -1]]
        top = cells.loc[cells["stage"].idxmax()]
        way = f"went from “{first}” to “{last}”" if first != last else f"ended as it began, at “{last}”"
        fell = top["stage"] > cells["stage"].iloc[-1]
        peak = f" (at best “{top['stage_name']}”, {names[top['round']]})" if fell else ""
        parts.append(f"{dimension.name} {way}{peak}")
    return f"{capitalised('; '.join(parts))}." if parts else "No dimension was coded."


def _names(rows: pd.DataFrame, dimensions: Mapping[str, LadderedDimension]) -> Iterable[str]:
    return [dimensions[each].name for each in rows["dimension"]]
