"""Everything one round's report rests on, gathered once: its statements, mentions, readings and expectations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from communique import measures
from communique.document.blocks import Inline
from communique.errors import ParameterError
from communique.facts.limits import refuse_beyond
from communique.facts.shared import Dossier, by_publisher, known, references
from communique.process.model import Process

# The phases of statements as readers see them. The last begins while the round still lasts, with the press conference
# that closes its last day, so it is not called after the round: that means one thing, and `Briefing.is_later` tells it.
PHASES = {
    "before": "before the round",
    "during": "during the round",
    "between": "between the sittings",
    "after": "at its close or later",
}
AFTER = "after the round"  # after its last day


@dataclass(frozen=True, eq=False)
class Briefing(Dossier):
    """One round of a process with all that a report on it draws from.

    `process` holds the whole process, cut at `process.as_of` where one is set; `number` is the round as numbered in
    ``rounds.csv``. `interval_level` is the share of the bootstrap the intervals hold; `seed` is of use only where its
    draws cannot all be worked out. Frames keep the columns of their tables, and add the speaker's `name`, `role`,
    `side`, `side_name` and the source's `publisher`, `url`, `language` to statements and mentions.
    """

    process: Process
    number: int
    interval_level: float = 0.90
    seed: int = 2012

    @classmethod
    def open(cls, process: str, number: int, *, as_of: str | date | None = None, **options: float) -> "Briefing":
        """The briefing on a round as known today, or as known at the end of the day `as_of` (``YYYY-MM-DD``).

        Raises `ParameterError` for a process or round the data do not hold, or a day that is no date.
        """
        refuse_beyond({"ROUND": number})
        whole = known(process, as_of)
        numbers = whole.rounds["round"].tolist()
        if number not in numbers:
            held = ", ".join(map(str, numbers)) or "none"
            day = f" on {as_of}" if as_of else ""
            raise ParameterError(f"ROUND={number}: {whole.id} has no such round{day}; it has {held}")
        return cls(whole, number, **options)

    # --- the round itself ---------------------------------------------------------------------------------------

    @cached_property
    def round(self) -> pd.Series:
        """The round's row of ``rounds.csv``."""
        return self.round_row(self.number)

    @cached_property
    def previous(self) -> pd.Series | None:
        """The row of the round before, or None for the first."""
        earlier = [number for number in self.process.rounds["round"] if number < self.number]
        return self.round_row(max(earlier)) if earlier else None

    @cached_property
    def is_over(self) -> bool:
        """Whether the round had ended on the day the report tells of."""
        as_of = self.process.as_of
        return as_of is None or self.round["end"] <= pd.Timestamp(as_of)

    # --- what was said ------------------------------------------------------------------------------------------

    @cached_property
    def statements(self) -> pd.DataFrame:
        """The round's statements in the order of the report: by side, most frequent speaker first, then by date."""
        sides = {side: place for place, side in enumerate(self.process.sides)}
        return (
            self.spoken.loc[self.spoken["round"] == self.number]
            .assign(
                _side=lambda rows: rows["side"].map(sides),
                _said=lambda rows: -rows.groupby("speaker")["speaker"].transform("size"),
            )
            .sort_values(["_side", "_said", "name", "date"], kind="stable")
            .drop(columns=["_side", "_said"])
            .reset_index(drop=True)
        )

    @cached_property
    def cited(self) -> pd.DataFrame:
        """Statements of other rounds that this report leads to: those that raised the expectations carried in."""
        wanted = set(self.carried["statement_id"]) - set(self.statements["statement_id"])
        rows = self.spoken.loc[self.spoken["statement_id"].isin(wanted)]
        return rows.sort_values(["round", "date"], kind="stable").reset_index(drop=True)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number each statement has in this report, from 1, by statement id."""
        ids = [*self.statements["statement_id"], *self.cited["statement_id"]]
        return {statement_id: place for place, statement_id in enumerate(ids, start=1)}

    def cite(self, statement_ids: Iterable[str], *, most: int = 4) -> tuple[Inline, ...]:
        """References to statements in the order of their numbers, each behind a space, at most `most` of them.

        Ids the report does not list are passed over. Where more are cited than shown, the last reference says so.
        """
        listed = sorted({(self.numbers[each], each) for each in statement_ids if each in self.numbers})
        return references(listed[:most], others=len(listed[most:]))

    # --- the language of progress -------------------------------------------------------------------------------

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """This round's mentions of its own progress, in the order of the report's statements."""
        rows = self._mentions_of(self.number)
        order = rows["statement_id"].map(self.numbers)
        return rows.assign(number=order).sort_values(["number", "start"], kind="stable").reset_index(drop=True)

    @cached_property
    def previous_mentions(self) -> pd.DataFrame:
        """The round before's mentions of its own progress; no rows for the first round."""
        return self._mentions_of(None if self.previous is None else self.previous["round"])

    def _mentions_of(self, number: int | None) -> pd.DataFrame:
        rows = measures.own(self.all_mentions)
        return rows.loc[rows["round"] == number]

    # --- the sources --------------------------------------------------------------------------------------------

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The sources this report rests on, by publisher: of statements, round and outcomes of expectations."""
        ids = {*self.statements["source_id"], *self.cited["source_id"], *self.round["source_ids"]}
        ids |= {*self.carried["outcome_source_id"], *self.raised["outcome_source_id"]}
        rows = self.process.sources.loc[self.process.sources["source_id"].isin(ids)]
        return by_publisher(rows)

    # --- where the dimensions stand -----------------------------------------------------------------------------

    @cached_property
    def readings(self) -> pd.DataFrame:
        """This round's readings, indexed by dimension."""
        return self.all_readings.loc[self.all_readings["round"] == self.number].set_index("dimension", drop=False)

    def reading(self, dimension: str) -> pd.Series | None:
        """What the coders agree on for one dimension of this round, or None where it was not coded."""
        return self.readings.loc[dimension] if dimension in self.readings.index else None

    def is_withheld(self, dimension: str) -> bool:
        """Whether the dimension was coded for this round, but from what became known only after the day told of."""
        return (self.number, dimension) in self.process.withheld

    # --- expectations -------------------------------------------------------------------------------------------

    @cached_property
    def carried(self) -> pd.DataFrame:
        """Expectations raised before the round opened, in earlier rounds, and not resolved by then."""
        rows = self.expectations
        raised = (rows["date"] < self.round["start"]) & (rows["round"] < self.number)
        unresolved = rows["resolved_on"].isna() | (rows["resolved_on"] >= self.round["start"])
        return rows.loc[raised & unresolved].reset_index(drop=True)

    @cached_property
    def raised(self) -> pd.DataFrame:
        """Expectations raised in this round's statements."""
        return self.expectations.loc[self.expectations["round"] == self.number].reset_index(drop=True)

    def is_later(self, moment: pd.Timestamp) -> bool:
        """Whether a day lies after the round, that is after its last day, and so tells of what became known later.

        False for no day.
        """
        return bool(pd.notna(moment) and moment > self.round["end"])

    @cached_property
    def slippage(self) -> pd.DataFrame:
        """The dated expectations carried in or raised, with the days they slipped (see `measures.slippage`)."""
        return measures.slippage(pd.concat([self.carried, self.raised], ignore_index=True))
