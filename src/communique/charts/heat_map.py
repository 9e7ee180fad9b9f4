"""Where every dimension stood in every round, as a table of shaded cells."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from communique.charts.picture import ChartWords
from communique.charts.style.colours import ACCENT, INK, MUTED, STEPS, on
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.style.labels import POINTS, key, letters, round_axis, say_empty, width_of, wrapped
from communique.document.legible import legible
from communique.measures.subjects import LadderedDimension
from communique.prose import capitalised, counted, joined, number

EMPTY = "No dimension was coded in these rounds."
_SIZES = (7.5, 7, 6.5, 6)  # of the words in cells; the largest that fits is taken
_NAMES = 1.15  # inches for the names of dimensions
_GAP = 0.35  # between groups of dimensions, in rows


@house_style()
def heat_map(
    readings: pd.DataFrame,
    ax: Axes | None = None,
    *,
    groups: Mapping[str, Mapping[str, LadderedDimension]],
    rounds: pd.DataFrame,
    mark: int | None = None,
    width: float = WIDTH,
) -> Axes:
    """Draw a cell per dimension and round, the darker the higher its stage stands, with the stage's name in it.

    A ring marks a cell on which the coders differ. Where a ladder's names do not fit, its cells hold the number of the
    stage and of the ladder's highest instead.

    Parameters
    ----------
    readings : DataFrame
        The table of `measures.agreed`.
    groups : mapping of a group's name to its dimensions, by id
        E.g. the baskets and the other dimensions, set apart from each other.
    rounds : DataFrame
        ``round`` and ``short`` of the rounds to show, in order.
    mark : int, optional
        The round a report is about; its cells are framed.
    width : float
        Of the picture, in inches.
    """
    rows = [(name, each) for name, dimensions in groups.items() for each in dimensions.values()]
    if ax is None:
        height = 0.75 + 0.36 * len(rows) + 0.1 * len(groups) if rows and len(readings) else 0.5
        ax = canvas(height, width=width).subplots()
    if not rows or readings.empty:
        return say_empty(ax, EMPTY)
    inches = width - _NAMES - 0.1
    round_axis(ax, rounds, inches=inches, mark=mark)
    room = inches / len(rounds)
    sizes = {each.id: _fitting(each.ladder, room) for _, each in rows}
    smallest = min((size for size in sizes.values() if size), default=0)
    cells = readings.set_index(["dimension", "round"])
    middles, top, last = [], 0.0, None
    for group, dimension in rows:
        top += _GAP if last not in (None, group) else 0
        last = group
        middles.append(top + 0.5)
        for place, value in enumerate(rounds["round"]):
            cell = cells.loc[(dimension.id, value)] if (dimension.id, value) in cells.index else None
            _draw(ax, cell, dimension, place, top, size=sizes[dimension.id] and smallest, width=room)
        top += 1
    ax.set_ylim(top + 0.04, -0.04)
    numbers = rounds["round"].tolist()
    if mark in numbers:
        frame = {"facecolor": "none", "edgecolor": ACCENT, "linewidth": 1.6, "zorder": 4, "clip_on": False}
        ax.add_patch(Rectangle((numbers.index(mark) - 0.5, 0), 1, top, **frame))
    ax.set_yticks(middles, [wrapped(each.label, letters(_NAMES), lines=2) for _, each in rows])
    ax.spines[["left", "bottom"]].set_visible(False)
    edge = {"edgecolor": MUTED, "linewidth": 0.4}  # the lowest step is almost paper
    steps = [
        (Rectangle((0, 0), 1, 1, facecolor=STEPS[at], **edge), words)
        for at, words in ((0, "lowest stage"), (-1, "highest"))
    ]
    ring = Line2D([], [], linestyle="none", marker="o", color=INK, markerfacecolor="none", markersize=4.5)
    key(ax.figure, [*steps, *([(ring, "coders differ")] if readings["disputed"].any() else [])])
    return ax


def describe_heat_map(
    readings: pd.DataFrame,
    *,
    groups: Mapping[str, Mapping[str, LadderedDimension]],
    rounds: pd.DataFrame,
    mark: int | None = None,
) -> ChartWords:
    """The chart of `heat_map` in words: the stage of each dimension in each round, and what moved.

    Where a round is marked that is what moved in it; else which dimensions stood highest and how they ended.
    """
    names = rounds.set_index("round")["short"]
    shown = readings.loc[readings["round"].isin(names.index)]
    dimensions = {name: each for group in groups.values() for name, each in group.items()}
    shown = shown.loc[shown["dimension"].isin(list(dimensions))]
    if shown.empty:
        return ChartWords(EMPTY)
    parts = []
    for dimension, rows in shown.groupby("dimension", sort=False):
        cells = ", ".join(
            f"{names[row.round]} {row.stage_name}{'*' if row.disputed else ''}" for row in rows.itertuples()
        )
        parts.append(f"{dimensions[dimension].label}: {cells}.")
    alt = (
        f"Table of stages, {counted(len(parts), 'dimension')} by {counted(len(names), 'round')}; "
        f"an asterisk marks a cell on which the coders differ. {' '.join(parts)}"
    )
    measure = "The stage of each dimension in each round; ladders differ in length, the darkest is the highest of each"
    here = shown.loc[shown["round"] == mark]
    finding = _moved(shown, here, dimensions, names) if len(here) else _finding(shown, dimensions, names)
    return ChartWords(alt, finding, measure)


def _moved(
    shown: pd.DataFrame, here: pd.DataFrame, dimensions: Mapping[str, LadderedDimension], names: pd.Series
) -> str:
    """What moved in the round of the readings `here`, by how many stages, and since when the others stand."""
    if here["against"].isna().all():
        top = here.loc[here["stage"] == here["stage"].max(), "dimension"]
        return capitalised(f"{joined(dimensions[each].name for each in top)} came furthest in this first round.")
    before = shown.set_index(["dimension", "round"])["stage"]
    moves: dict[int, list[str]] = {}
    for row in here.itertuples():
        change = 0 if pd.isna(row.against) else row.stage - before.get((row.dimension, row.against), row.stage)
        moves.setdefault(int(change), []).append(dimensions[row.dimension].name)
    parts = [
        f"{joined(moves[change])} {'rose' if change > 0 else 'fell'} {counted(abs(change), 'stage')}"
        for change in sorted(moves, key=lambda each: (each < 0, -abs(each)))
        if change
    ]
    if held := moves.get(0):
        parts.append(f"{joined(held)} {'stays where it' if len(held) == 1 else 'stay where they'} stood")
    return f"{capitalised('; '.join(parts))}."


def _fitting(ladder: tuple[str, ...], inches: float) -> float:
    """The largest size at which every stage's name fits into a cell in three lines, 0 where none does."""
    return next((size for size in _SIZES if all(_lines(stage, size, inches) for stage in ladder)), 0)


def _lines(stage: str, size: float, inches: float) -> str:
    """A stage's name in up to three lines that fit into a cell, empty where it does not fit."""
    room, lines = inches * POINTS * 0.92, [""]
    for word in legible(stage).split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(word, size) > room:
            return ""
        lines = [*lines[:-1], longer] if width_of(longer, size) <= room else [*lines, word]
    return "\n".join(lines) if len(lines) <= 3 else ""


def _draw(
    ax: Axes, cell: pd.Series | None, dimension: LadderedDimension, place: int, top: float, *, size: float, width: float
) -> None:
    if cell is None:
        ax.text(place, top + 0.5, "–", color=MUTED, ha="center", va="center", size=7.5)
        return
    highest = len(dimension.ladder) - 1
    step = STEPS[round(cell["stage"] / max(1, highest) * (len(STEPS) - 1))]
    ax.add_patch(Rectangle((place - 0.48, top + 0.03), 0.96, 0.94, facecolor=step, linewidth=0))
    name = _lines(cell["stage_name"], size, width) if size else f"{cell['stage']} of {highest}"
    colour = on(step)
    ax.text(place, top + 0.52, name, color=colour, ha="center", va="center", size=size or 7.5, linespacing=1.05)
    if cell["disputed"]:
        ring = {"marker": "o", "markersize": 3.2, "markerfacecolor": "none", "markeredgewidth": 0.8}
        ax.plot([place + 0.41], [top + 0.17], color=colour, **ring)


def _finding(shown: pd.DataFrame, dimensions: Mapping[str, LadderedDimension], names: pd.Series) -> str:
    """Which dimensions came furthest and which fell back by the last round, as a caption."""
    share = shown["stage"] / shown["dimension"].map(lambda each: max(1, len(dimensions[each].ladder) - 1))
    ends = shown.assign(share=share).groupby("dimension", sort=False)
    change = ends["stage"].last() - ends["stage"].first()
    rose = [dimensions[each].name for each in change.index[change > 0]]
    fell = [dimensions[each].name for each in change.index[change < 0]]
    top = shown.loc[share == share.max()].drop_duplicates("dimension")
    peaks = joined(
        f"{dimensions[row.dimension].name} (“{row.stage_name}”, {names[row.round]})" for row in top.itertuples()
    )
    parts = [f"{joined(rose)} ended higher than {'it' if len(rose) == 1 else 'they'} began"] if rose else []
    parts += [f"{joined(fell)} lower"] if fell else []
    whole = "; ".join(parts) if parts else "No dimension ended elsewhere than it began"
    disputed = int(shown["disputed"].sum())
    differ = f" The coders differ on {number(disputed)} of {number(len(shown))} cells." if disputed else ""
    return f"{capitalised(whole)}. Highest on {'its ladder' if len(top) == 1 else 'their ladders'}: {peaks}.{differ}"
