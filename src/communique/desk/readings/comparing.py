"""How far the coders of a round agree, once their readings are in the tables."""

from pathlib import Path

import pandas as pd

from communique.desk.tablefile import table
from communique.files.regular import read_regular
from communique.measures.agreement import agreement
from communique.process.model import Process
from communique.process.schema import ASSESSMENTS


def comparison(process: Process, round_: int) -> dict[str, object]:
    """What two coders make of a round, side by side, and how far they agree over all rounds.

    Returns
    -------
    dict
        ``same`` and ``cells``: on how many dimensions of the round all coders chose one stage, and of how many;
        ``differ``: for each other dimension its ``label`` and the ``readings`` (``coder``, ``stage``, ``name``,
        ``movement``, ``rationale``), those that differ in movement alone included; ``alpha``: per dimension over all
        rounds ``label``, ``alpha`` (None where undefined), ``same`` (share), ``rounds`` and ``reading`` (how far to
        rely on it). Ladders are different scales, so there is no figure for all together.
    """
    rows = table(read_regular(Path(process.folder) / ASSESSMENTS.file))
    of_round = [row for row in rows if row["round"] == str(round_)]
    differ, cells, same = [], 0, 0
    for id_, dimension in process.ladders.items():
        readings = sorted((row for row in of_round if row["dimension"] == id_), key=lambda row: row["coder"])
        if len(readings) < 2:
            continue
        cells += 1
        same += len({row["stage"] for row in readings}) == 1
        if len({(row["stage"], row["movement"]) for row in readings}) > 1:
            shown = [
                {
                    "coder": row["coder"],
                    "stage": int(row["stage"]),
                    "name": dimension.ladder[int(row["stage"])],
                    "movement": int(row["movement"]),
                    "rationale": row["rationale"],
                }
                for row in readings
            ]
            differ.append({"label": dimension.label, "readings": shown})
    return {"same": same, "cells": cells, "differ": differ, "alpha": _alpha(process, rows)}


def _alpha(process: Process, rows: list[dict[str, str]]) -> list[dict[str, object]]:
    frame = pd.DataFrame(rows, columns=list(ASSESSMENTS.names)).astype({"round": "int64", "stage": "int64"})
    found = {row.dimension: row for row in agreement(frame).itertuples(index=False)}
    return [
        {
            "label": dimension.label,
            "alpha": None if pd.isna(found[id_].alpha) else round(found[id_].alpha, 2),
            "same": round(found[id_].same, 2),
            "rounds": int(found[id_].n),
            "reading": found[id_].reading,
        }
        for id_, dimension in process.ladders.items()
        if id_ in found
    ]
