"""Everything the overview of a process rests on, gathered once: all rounds, what was said in them, what came of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from communique import measures
from communique.document.blocks import Inline
from communique.facts.shared import Dossier, by_publisher, known, references
from communique.measures.gaps import WHOLE
from communique.process.model import Process

FORESIGHT = ("plan", "prediction")  # kinds of expectation that say what will be, not what one wishes or dreads


@dataclass(frozen=True, eq=False)
class Survey(Dossier):
    """A whole process with all that the report on it draws from.

    `process` is cut at `process.as_of` where one is set. A statement's number is its place in the record, whoever cites
    it and when. `cited` lists the statements cited so far, so the section that shows them comes last.
    """

    process: Process
    interval_level: float = 0.90
    seed: int = 2012
    _cited: set[str] = field(default_factory=set, repr=False)  # ids of the statements cited so far

    @classmethod
    def open(cls, process: str, *, as_of: str | date | None = None, **options: float) -> "Survey":
        """The survey of a process as known today, or as known at the end of the day `as_of` (``YYYY-MM-DD``).

        Raises `ParameterError` for a process the data do not hold, or a day that is no date.
        """
        return cls(known(process, as_of), **options)

    # --- rounds -------------------------------------------------------------------------------------------------

    @property
    def rounds(self) -> pd.DataFrame:
        """All rounds, in order."""
        return self.process.rounds

    @cached_property
    def last_day(self) -> pd.Timestamp | None:
        """The last day of which the record tells something; None where it tells nothing."""
        told = (
            self.rounds["end"],
            self.spoken["date"],
            self.process.events["date"],
            self.expectations["resolved_on"],
            self.expectations["happened_on"],
        )
        days = pd.concat([column.dropna() for column in told])
        return None if days.empty else days.max()

    # --- what was said ------------------------------------------------------------------------------------------

    @property
    def statements(self) -> pd.DataFrame:
        """All statements with their speakers and sources, in the order of the data."""
        return self.spoken

    def cite(self, statement_ids: Iterable[str], *, most: int = 4) -> tuple[Inline, ...]:
        """References to the first `most` of the statements named, in the order of their numbers, each behind a space.

        Ids the data do not hold are passed over; where more are named than shown, the last words say so.
        """
        held = [each for each in dict.fromkeys(statement_ids) if each in self.numbers]
        shown = held[:most]
        self._cited.update(shown)
        return references(sorted((self.numbers[each], each) for each in shown), others=len(held) - len(shown))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of every statement by its id: its place in the record by round and day, from 1."""
        ids = self.spoken.sort_values(["round", "date"], kind="stable")["statement_id"]
        return {statement_id: place for place, statement_id in enumerate(ids, start=1)}

    @property
    def listed(self) -> Collection[str]:
        """Ids of the statements cited so far, which are those that the report lists."""
        return self._cited

    @property
    def cited(self) -> pd.DataFrame:
        """The statements cited so far, with their `number`, in its order."""
        rows = self.spoken.loc[self.spoken["statement_id"].isin(self.listed)]
        return rows.assign(number=rows["statement_id"].map(self.numbers)).sort_values("number", ignore_index=True)

    # --- the language of progress -------------------------------------------------------------------------------

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """The mentions that count: each round's own, claimed, denied, open or doubted, in order of time."""
        rows = measures.own(self.all_mentions)
        return rows.sort_values(["round", "date", "statement_id", "start"], kind="stable", ignore_index=True)

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Mentions by ``round``, ``family`` and ``status``, zeros kept (see `measures.counts`)."""
        return measures.counts(self.mentions, by=["round", "family", "status"], levels={"round": self.rounds["round"]})

    @cached_property
    def side_counts(self) -> pd.DataFrame:
        """Mentions by ``side``, ``family``, ``polarity`` and ``status``, zeros kept."""
        return measures.counts(
            self.mentions, by=["side", "family", "polarity", "status"], levels={"side": self.process.sides}
        )

    @cached_property
    def whole_interval(self) -> measures.Interval:
        """The interval of the net language index over all rounds together."""
        return measures.bootstrap_interval(self.mentions, self.spoken, level=self.interval_level, seed=self.seed)

    @cached_property
    def optimism(self) -> pd.DataFrame:
        """The optimism gap over the whole process, and by year where it took several (see `measures.optimism_gap`).

        Empty where the process has no mediating or no negotiating side.
        """
        roles = {"mediating": self.process.mediating, "negotiating": self.process.negotiating}
        options = {**roles, "level": self.interval_level, "seed": self.seed}
        whole = measures.optimism_gap(self.mentions, self.spoken, **options)
        if not all(roles.values()):
            return whole.head(0)
        yearly = measures.optimism_gap(self.mentions, self.spoken, by="year", **options)
        parts = [whole.assign(period=WHOLE), yearly.assign(period=yearly["period"].astype("str"))]
        return pd.concat(parts[: 1 if len(yearly) < 2 else 2], ignore_index=True)

    @cached_property
    def headline_counts(self) -> pd.DataFrame:
        """Mentions of a breakthrough that are claimed, by ``round``: ``said`` by speakers, ``headlines`` of the papers.

        A headline belongs to every round of which a statement cites its source.
        """
        counts = {}
        for voice, rows in (("said", self.mentions), ("headlines", self.headline_mentions)):
            claims = rows.loc[(rows["family"] == "breakthrough") & (rows["status"] == "claimed")]
            counts[voice] = claims["round"].value_counts()
        table = pd.DataFrame(counts, index=pd.Index(self.rounds["round"], name="round"))
        return table.fillna(0).astype("int64").reset_index()

    # --- where the dimensions stand -----------------------------------------------------------------------------

    def course(self, dimension: str) -> pd.DataFrame:
        """The readings of one dimension, one row per round that was coded, in order."""
        rows = self.all_readings
        return rows.loc[rows["dimension"] == dimension].reset_index(drop=True)

    # --- expectations -------------------------------------------------------------------------------------------

    @cached_property
    def foresight(self) -> pd.DataFrame:
        """The plans and predictions among the expectations: what speakers said would happen."""
        return self.expectations.loc[self.expectations["kind"].isin(FORESIGHT)].reset_index(drop=True)

    def record(self, by: str, *, foresight: bool = False) -> pd.DataFrame:
        """How many expectations (or plans and predictions alone) were met and missed (see `measures.record`)."""
        return measures.record(self.foresight if foresight else self.expectations, by=[by])

    @cached_property
    def slippage(self) -> pd.DataFrame:
        """The expectations that named a day, with the days they slipped (see `measures.slippage`)."""
        return measures.slippage(self.expectations)

    # --- the record ---------------------------------------------------------------------------------------------

    @cached_property
    def coverage(self) -> pd.DataFrame:
        """What the record holds by side, kind of source, language and phase (see `measures.coverage`)."""
        return measures.coverage(self.spoken)

    @cached_property
    def agreement(self) -> pd.DataFrame:
        """How far the coders agree on each dimension's stage, and on its movement (``movement_alpha``, NaN likewise).

        See `measures.agreement`; dimensions in the order of the process.
        """
        coded = self.process.assessments
        stages = measures.agreement(coded)
        movements = measures.agreement(coded, value="movement")[["dimension", "alpha"]]
        table = stages.merge(movements.rename(columns={"alpha": "movement_alpha"}), on="dimension", how="left")
        order = {dimension: place for place, dimension in enumerate(self.process.ladders)}
        table = table.loc[table["dimension"].isin(order)]
        return table.sort_values("dimension", key=lambda ids: ids.map(order), kind="stable", ignore_index=True)

    @property
    def sources(self) -> pd.DataFrame:
        """The sources behind what the report cites: its statements, events, outcomes and rounds; by publisher."""
        ids = {*self.cited["source_id"], *self.process.events["source_id"], *self.expectations["outcome_source_id"]}
        ids |= {source_id for cited in self.rounds["source_ids"] for source_id in cited}
        rows = self.process.sources.loc[self.process.sources["source_id"].isin(ids)]
        return by_publisher(rows)
