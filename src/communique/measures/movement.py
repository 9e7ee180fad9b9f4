"""What the coders agree on: one reading per round and dimension, and the arrow that shows its movement."""

from collections.abc import Mapping

import pandas as pd

from communique.errors import DataError, Fault
from communique.measures.subjects import LadderedDimension

COLUMNS = (
    "round", "dimension", "stage", "stage_name", "movement", "arrow", "against", "disputed",
    "stage_a", "stage_b", "movement_a", "movement_b", "coders", "rationale", "rationales", "evidence",
)  # fmt: skip
# By the directions in which a stage and its coders' movement point, where they point anywhere.
_ARROWS = {frozenset(): "level", frozenset([1]): "up", frozenset([-1]): "down", frozenset([1, -1]): "mixed"}


def agreed(assessments: pd.DataFrame, ladders: Mapping[str, LadderedDimension]) -> pd.DataFrame:
    """One reading per round and dimension that was coded, in the order of rounds and ladders.

    The lower stage is shown. Movement is 0 where the coders' point apart, else the one nearer to 0. A cell is disputed
    where the coders differ in stage or movement. One coder, or more than two, are read by the same rules.

    Parameters
    ----------
    assessments : DataFrame
        ``round``, ``dimension``, ``stage``, ``movement``, ``rationale``, ``evidence`` (a tuple of statement ids),
        ``coder``; one row per round, dimension and coder.
    ladders : mapping of id to LadderedDimension
        Dimensions it does not name are left out.

    Returns
    -------
    DataFrame
        ``round``, ``stage``, ``movement`` (int64), ``dimension``, ``stage_name`` (text), ``arrow`` (see `arrow`),
        ``against`` (Int64: the round the arrow compares with, the last before this one in which the dimension was
        coded; missing for its first reading), ``disputed`` (bool), ``coders`` (their number, int64), ``stage_a``,
        ``stage_b``, ``movement_a``, ``movement_b`` (Int64: the first two coders by name, missing where one did not code
        the cell), ``rationale`` (of the coder whose stage is shown, of the first where both's is), ``rationales``
        (tuple, one per coder) and ``evidence`` (tuple: the coders' statements without repetition).

    Raises
    ------
    DataError
        Where a stage is not on its ladder.
    """
    order = {dimension: place for place, dimension in enumerate(ladders)}
    rows = assessments.loc[assessments["dimension"].isin(order)]
    rows = rows.assign(_order=rows["dimension"].map(order)).sort_values(["_order", "round", "coder"], kind="stable")
    first_coders = sorted(rows["coder"].unique())[:2]
    readings, previous = [], {}
    for (_, number), cell in rows.groupby(["_order", "round"], sort=True):
        reading = _reading(cell, first_coders)
        dimension = reading["dimension"]
        reading["stage_name"] = _stage_name(ladders[dimension].ladder, reading["stage"], number, dimension)
        reading["against"], before = previous.get(dimension, (pd.NA, None))
        reading["arrow"] = arrow(reading["stage"], before, reading["movement"])
        previous[dimension] = (reading["round"], reading["stage"])
        readings.append(reading)
    table = pd.DataFrame(readings, columns=list(COLUMNS))
    table = table.sort_values("round", kind="stable", ignore_index=True)
    whole = dict.fromkeys(("round", "stage", "movement", "coders"), "int64")
    gaps = dict.fromkeys(("against", "stage_a", "stage_b", "movement_a", "movement_b"), "Int64")
    text = dict.fromkeys(("dimension", "stage_name", "arrow", "rationale"), "str")
    return table.astype({**whole, **gaps, **text, "disputed": "bool"})


def arrow(stage: int, previous: int | None, movement: int) -> str:
    """Arrow of a reading: "up", "level", "down", "mixed", or "none" where no earlier round was coded.

    It is the sign of the stage's change where movement is 0 or agrees with it, movement where the stage did not
    change, and "mixed" where the two point apart.
    """
    if previous is None:
        return "none"
    change = (stage > previous) - (stage < previous)
    return _ARROWS[frozenset({change, movement} - {0})]


def _reading(cell: pd.DataFrame, first_coders: list[str]) -> dict[str, object]:
    """Reading of one cell from its rows, one per coder."""
    stages, movements = cell["stage"].tolist(), cell["movement"].tolist()
    shown = stages.index(min(stages))
    by_coder = dict(zip(cell["coder"], zip(stages, movements, strict=True), strict=True))
    first, second = (by_coder.get(coder, (pd.NA, pd.NA)) for coder in [*first_coders, None, None][:2])
    return {
        "round": int(cell["round"].iloc[0]),
        "dimension": cell["dimension"].iloc[0],
        "stage": stages[shown],
        # The middle one of these three is the movement nearest to 0, and 0 where the coders' point apart.
        "movement": sorted((min(movements), 0, max(movements)))[1],
        "disputed": len(set(stages)) > 1 or len(set(movements)) > 1,
        "stage_a": first[0],
        "stage_b": second[0],
        "movement_a": first[1],
        "movement_b": second[1],
        "coders": len(cell),
        "rationale": cell["rationale"].iloc[shown],
        "rationales": tuple(cell["rationale"]),
        "evidence": tuple(dict.fromkeys(statement for cited in cell["evidence"] for statement in cited)),
    }


def _stage_name(ladder: tuple[str, ...], stage: int, number: int, dimension: str) -> str:
    if 0 <= stage < len(ladder):
        return ladder[stage]
    problem = f"stage {stage} of {dimension} in round {number} is not on its ladder"
    raise DataError([Fault("assessments.csv", 0, "stage", problem, f"the ladder has stages 0 to {len(ladder) - 1}")])
