"""Which events a timeline marks and labels: by how much they weigh, and how near a round they are."""

from collections.abc import Callable

import numpy as np
import pandas as pd

_NEAR = 30  # days from a sitting within which an important event is near a round


def weighty(events: pd.DataFrame) -> pd.DataFrame:
    """The events that are no mere background; all of them where they were not weighed."""
    return events.loc[events["weight"] < 3] if "weight" in events else events


def choose(
    events: pd.DataFrame, rounds: pd.DataFrame, scale: Callable[[pd.Timestamp], float], most: int
) -> pd.DataFrame:
    """At most `most` events, in order of time: turning points, then important ones near a round, then other such.

    Near is within `_NEAR` days of a sitting, and `scale` tells where on the band a moment stands. Where one of these
    kinds does not fit as a whole, those of it are taken that stand furthest apart and from what is labelled already, so
    that no stretch goes without.
    """
    places = np.array([scale(moment) for moment in events["date"]])
    weights = events["weight"].to_numpy() if "weight" in events else np.full(len(events), 2)
    near = np.array([_to_a_round(moment, rounds) <= _NEAR for moment in events["date"]], dtype=bool)
    kept: list[int] = []
    for kind in (weights == 1, (weights == 2) & near, (weights == 2) & ~near):
        left = list(np.flatnonzero(kind))
        if len(left) <= most - len(kept):
            kept += left
            continue
        while len(kept) < most:
            distance = [np.abs(places[kept] - places[each]).min() if kept else -places[each] for each in left]
            kept.append(left.pop(int(np.argmax(distance))))
    return events.iloc[sorted(kept)].sort_values("date", kind="stable")


def _to_a_round(moment: pd.Timestamp, rounds: pd.DataFrame) -> float:
    """Days between a day and the nearest sitting; 0 within one, endless where there is none."""
    sat = [sitting for sittings in rounds["sittings"] for sitting in sittings]
    return min((max((first - moment).days, (moment - last).days, 0) for first, last in sat), default=np.inf)
