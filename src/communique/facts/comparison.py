"""What a round is compared with: the round before, another round, or a round of another process."""

import re
from dataclasses import dataclass

import pandas as pd

from communique import measures
from communique.errors import ParameterError
from communique.facts.limits import refuse_beyond
from communique.facts.round import Briefing
from communique.facts.shared import known
from communique.process.model import Process

_FORM = re.compile(r"(?:([A-Za-z0-9_-]+):)?([0-9]{1,4})", re.ASCII)
FORM = "write a round's number (6), or a process and a round (brexit:5)"


@dataclass(frozen=True)
class Comparison:
    """A round and the one it is compared with, both told as known on the same day."""

    here: Briefing
    there: Briefing

    @property
    def same_process(self) -> bool:
        """Whether both are rounds of one process."""
        return self.here.process.id == self.there.process.id

    @property
    def names(self) -> tuple[str, str]:
        """The short names of the rounds, with their processes where the names alone do not tell them apart."""
        here, there = (one.round["short"] for one in (self.here, self.there))
        return (here, there) if here != there else self.full_names

    @property
    def full_names(self) -> tuple[str, str]:
        """The same with their processes where these differ: "Round 5 (Article 50 talks)"."""
        return tuple(
            one.round["short"] if self.same_process else f"{one.round['short']} ({one.process.title})"
            for one in (self.here, self.there)
        )

    @property
    def there_is_later(self) -> bool:
        """Whether the round compared with opened only after this one had ended."""
        return bool(self.there.round["start"] > self.here.round["end"])

    @property
    def shared(self) -> tuple[str, ...]:
        """Ids of the dimensions both processes have, on one and the same ladder, in the order of this process."""
        here, there = self.here.process.ladders, self.there.process.ladders
        return tuple(each for each in here if each in there and here[each].ladder == there[each].ladder)

    @property
    def unlike(self) -> tuple[str, ...]:
        """Ids of the dimensions both processes have, but on ladders that differ: their stages cannot be compared."""
        here, there = self.here.process.ladders, self.there.process.ladders
        return tuple(each for each in here if each in there and here[each].ladder != there[each].ladder)

    def stages(self) -> pd.DataFrame:
        """Where the shared dimensions stand.

        ``dimension``, ``here``, ``there`` (names of stages, "" where not coded) and ``steps`` (Int64: how many stages
        higher here, missing where either was not coded).
        """
        rows = []
        for dimension in self.shared:
            mine, other = self.here.reading(dimension), self.there.reading(dimension)
            both = mine is not None and other is not None
            rows.append(
                {
                    "dimension": dimension,
                    "here": "" if mine is None else mine["stage_name"],
                    "there": "" if other is None else other["stage_name"],
                    "steps": int(mine["stage"]) - int(other["stage"]) if both else pd.NA,
                }
            )
        columns = ["dimension", "here", "there", "steps"]
        return pd.DataFrame(rows, columns=columns).astype({"steps": "Int64"})

    def figures(self) -> pd.DataFrame:
        """Numbers of both rounds, one row each: ``figure`` and its value ``here`` and ``there``.

        statements, mentions, claimed, denied, open, doubted, breakthrough_claimed, breakthrough_denied, raised,
        settled, met (counts, of the expectations raised); index, low, high, open_share (NaN where undefined).
        """
        columns = {"here": _figures(self.here), "there": _figures(self.there)}
        return pd.DataFrame(columns).rename_axis("figure").reset_index()

    @property
    def intervals_overlap(self) -> bool | None:
        """Whether the intervals of the two indices overlap; None where either index is undefined."""
        mine, other = _index(self.here), _index(self.there)
        if mine is None or other is None:
            return None
        return bool(mine["low"] <= other["high"] and other["low"] <= mine["high"])


def compared(briefing: Briefing, compare_to: str = "") -> Comparison | None:
    """The round of `briefing` beside the one that `compare_to` names; None where a first round has none before it.

    Parameters
    ----------
    compare_to : str
        "" for the round before, "6" for a round of the same process, "brexit:5" for a round of another, which is told
        as known on the same day and with the same interval and seed.

    Raises
    ------
    ParameterError
        Where the text is of another form, or names a process or round the data do not hold, or the round itself.
    """
    target = _target(briefing.process, briefing.number, compare_to)
    if target is None:
        return None
    process, number = target
    there = Briefing(process, number, interval_level=briefing.interval_level, seed=briefing.seed)
    return Comparison(briefing, there)


def others(process: Process, number: int, compare_to: str) -> tuple[Process, ...]:
    """The processes beside its own that a round draws on where it is compared with what `compare_to` names.

    Raises `ParameterError` where it cannot be compared with that, and `DataError` where that cannot be read.
    """
    target = _target(process, number, compare_to)
    return () if target is None or target[0] is process else (target[0],)


def _target(process: Process, number: int, compare_to: str) -> tuple[Process, int] | None:
    """The process and the number of the round that `compare_to` names; None for the round before the first."""
    refuse_beyond({"COMPARE_TO": compare_to})
    if not compare_to:
        earlier = [each for each in process.rounds["round"].tolist() if each < number]
        return (process, max(earlier)) if earlier else None
    match = _FORM.fullmatch(compare_to)
    if match is None:
        raise ParameterError(f"COMPARE_TO={compare_to}: not a round; {FORM}")
    name, wanted = match[1], int(match[2])
    other = process if name in (None, process.id) else _other(name, process, compare_to)
    numbers = other.rounds["round"].tolist()
    if wanted not in numbers:
        held = ", ".join(map(str, numbers)) or "none"
        on = f" as known on {other.as_of.isoformat()}" if other.as_of else ""
        raise ParameterError(f"COMPARE_TO={compare_to}: {other.id}{on} has no such round; it has {held}")
    if other is process and wanted == number:
        raise ParameterError(f"COMPARE_TO={compare_to}: a round cannot be compared with itself; {FORM}")
    return other, wanted


def _other(name: str, process: Process, compare_to: str) -> Process:
    """Another process by name, as known on the day this one is."""
    try:
        return known(name, process.as_of)
    except ParameterError as error:
        # The reason speaks of PROCESS, which the reader did not set wrongly.
        reason = str(error).partition(": ")[2] or str(error)
        raise ParameterError(f"COMPARE_TO={compare_to}: {reason}") from None


def _index(briefing: Briefing) -> pd.Series | None:
    """The round's row of the net language index, or None where the index is undefined."""
    table = briefing.index
    if briefing.number not in table.index or pd.isna(table.loc[briefing.number, "index"]):
        return None
    return table.loc[briefing.number]


def _figures(briefing: Briefing) -> pd.Series:
    mentions = briefing.mentions
    statuses = mentions["status"].value_counts()
    breakthrough = mentions.loc[mentions["family"] == "breakthrough", "status"].value_counts()
    index = _index(briefing)
    raised = measures.record(briefing.raised)
    return pd.Series(
        {
            "statements": len(briefing.statements),
            "mentions": len(mentions),
            **{status: int(statuses.get(status, 0)) for status in measures.STATUSES},
            **{f"breakthrough_{each}": int(breakthrough.get(each, 0)) for each in ("claimed", "denied")},
            "index": float("nan") if index is None else index["index"],
            "low": float("nan") if index is None else index["low"],
            "high": float("nan") if index is None else index["high"],
            "open_share": measures.open_share(mentions),
            "raised": raised["n"].sum(),
            "settled": raised["settled"].sum(),
            "met": raised["met"].sum(),
        },
        dtype="float64",
    )
