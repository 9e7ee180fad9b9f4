"""What reports on a process draw from, gathered once: what was said, how it reads, where it led."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

import pandas as pd

from communique import measures
from communique.document.blocks import Inline, Reference, Text
from communique.errors import ParameterError
from communique.facts.limits import refuse_beyond
from communique.language import mention_table
from communique.process.as_of import known_until
from communique.process.cells import CellError, day
from communique.process.model import Process, Side, load
from communique.process.round_names import by_statement, callings

# What is worked out from a process as a whole, for as long as the process is held.
_WORKED_OUT: WeakKeyDictionary[Process, dict[Hashable, pd.DataFrame]] = WeakKeyDictionary()


class Dossier:
    """All that is known of a process: `Briefing` tells one round of it, `Survey` the whole.

    Subclasses are dataclasses that hold `process`, `interval_level` (the share of the bootstrap that intervals hold)
    and `seed` (of use only where its draws cannot all be worked out). Frames keep the columns of their tables;
    statements and mentions add the speaker's `name`, `role`, `side`, `side_name` and the source's `publisher`, `url`,
    `language` (`Process.spoken`).
    """

    process: Process
    interval_level: float
    seed: int
    statements: pd.DataFrame  # those the report tells of
    mentions: pd.DataFrame  # those in them that count
    numbers: Mapping[str, int]  # of statements, by id, as references show them

    def __post_init__(self) -> None:
        refuse_beyond({"INTERVAL_LEVEL": self.interval_level, "SEED": self.seed})

    # --- names ----------------------------------------------------------------------------------------------------

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that are names in this process and keep their capitals: those that occur within sentences with one.

        A word of the record counts where it stands with a capital behind another word and never with a small letter;
        a name such as "al-Jaafari", which has a small letter within a sentence, stands as it does there.
        """
        words = [word for text in self._prose for word in re.findall(r"(?<=[\w,;] )[\w'’-]+", text)]
        small = {word for word in words if word[:1].islower()}
        capital = {word for word in words if word[:1].isupper()}
        particles = {word for word in small if "-" in word and word[word.index("-") + 1 :][:1].isupper()}
        own = {part for name in self.process.actors["name"] for part in name.split() if part[:1].isupper()}
        return frozenset({word for word in capital if word[:1].lower() + word[1:] not in small} | particles | own)

    @property
    def _prose(self) -> list[str]:
        process = self.process
        return [
            *process.statements["text"],
            *process.assessments["rationale"],
            *process.expectations["expected"],
            *process.expectations["outcome_note"],
        ]

    # --- rounds -------------------------------------------------------------------------------------------------

    def short(self, number: int) -> str:
        """A round's short name, as on axes: "Geneva VI"."""
        return self.round_row(number)["short"]

    def round_row(self, number: int) -> pd.Series:
        """The row of ``rounds.csv`` of a round there is."""
        rounds = self.process.rounds
        return rounds.loc[rounds["round"] == number].iloc[0]

    # --- what was said ------------------------------------------------------------------------------------------

    @cached_property
    def spoken(self) -> pd.DataFrame:
        """All statements of the process with their speakers and sources, one row each."""
        return _once(self.process, "spoken", self.process.spoken)

    def by_side(self, statements: pd.DataFrame) -> Iterator[tuple[Side, pd.DataFrame]]:
        """Each side that speaks in `statements`, in the order of the process, with its rows."""
        for side in self.process.sides.values():
            rows = statements.loc[statements["side"] == side.id]
            if len(rows):
                yield side, rows

    @property
    def listed(self) -> Collection[str]:
        """Ids of the statements that the report lists, so that a reference to them leads somewhere."""
        return self.numbers.keys()

    @cached_property
    def is_compared(self) -> bool:
        """Whether statements of the process were compared with their pages, so that one that was not bears a mark."""
        return bool(self.process.statements["compared"].notna().any())

    # --- the language of progress -------------------------------------------------------------------------------

    @cached_property
    def all_mentions(self) -> pd.DataFrame:
        """Every mention in the statements of the process, with the columns of `spoken`; `refers_to` tells of others."""
        return _once(self.process, "mentions", self._read)

    def _read(self) -> pd.DataFrame:
        spoken = self.spoken[["statement_id", "text"]]
        mentions = mention_table(spoken, own=by_statement(self.process), places=self.process.places)
        return mentions.merge(
            self.spoken, on="statement_id", how="left", validate="many_to_one", suffixes=("", "_said")
        )

    @cached_property
    def index(self) -> pd.DataFrame:
        """The net language index of every round, indexed by round (see `measures.index_by_round`)."""
        how = {"level": self.interval_level, "seed": self.seed}
        table = _once(
            self.process,
            ("index", *how.values()),
            lambda: measures.index_by_round(self.all_mentions, self.spoken, **how),
        )
        return table.set_index("round", drop=False)

    # --- the sources --------------------------------------------------------------------------------------------

    def source(self, source_id: str) -> pd.Series | None:
        """A source's row, or None where the table has no such id."""
        rows = self.process.sources.loc[self.process.sources["source_id"] == source_id]
        return None if rows.empty else rows.iloc[0]

    @cached_property
    def headlines(self) -> pd.DataFrame:
        """The English headlines of the sources that `statements` cite: shown in English, or translated."""
        rows = self.process.sources.loc[self.process.sources["source_id"].isin(set(self.statements["source_id"]))]
        english = (rows["title_kind"] == "translated") | ((rows["title_kind"] == "shown") & (rows["language"] == "en"))
        return rows.loc[english].reset_index(drop=True)

    @cached_property
    def headline_mentions(self) -> pd.DataFrame:
        """Mentions in those headlines, with `round` and `source_id`, read and filtered as those in statements are.

        A headline belongs to every round of which a statement cites its source, and stands once for each: what speaks
        of one round's talks does not speak of another's.
        """
        texts = self.headlines.rename(columns={"source_id": "statement_id", "title": "text"})
        cited = self.statements.groupby("round")["source_id"].agg(set)
        parts = [mention_table(texts.head(0)).assign(round=0)]
        for number, ids in cited.items():
            own = texts.loc[texts["statement_id"].isin(ids)]
            names = callings(self.process, number)
            parts.append(mention_table(own, own=names, places=self.process.places).assign(round=number))
        mentions = measures.own(pd.concat(parts, ignore_index=True))
        return mentions.rename(columns={"statement_id": "source_id"}).reset_index(drop=True)

    @cached_property
    def headline_gap(self) -> pd.DataFrame:
        """What headlines say against what speakers say, each headline once (see `measures.headline_gap`)."""
        once = self.headline_mentions.drop_duplicates(["source_id", "start"])
        return measures.headline_gap(measures.counts(self.mentions), measures.counts(once))

    # --- where the dimensions stand -----------------------------------------------------------------------------

    @cached_property
    def all_readings(self) -> pd.DataFrame:
        """What the coders agree on for every round and dimension (see `measures.agreed`)."""
        return measures.agreed(self.process.assessments, self.process.ladders)

    def reading_before(self, reading: pd.Series) -> pd.Series | None:
        """The reading that a reading's arrow compares with, or None for the first of its dimension."""
        rows = self.all_readings
        before = rows.loc[(rows["dimension"] == reading["dimension"]) & (rows["round"] == reading["against"])]
        return None if before.empty else before.iloc[0]

    # --- expectations -------------------------------------------------------------------------------------------

    @cached_property
    def expectations(self) -> pd.DataFrame:
        """All expectations of the process with the speaker's name and side, in the order they were raised.

        ``name`` is what the speaker is called in a sentence (see `Process.called`).
        """
        actors = self.process.actors[["actor_id", "side"]].rename(columns={"actor_id": "speaker"})
        actors = actors.assign(name=actors["speaker"].map(pd.Series(self.process.called, dtype="str")).astype("str"))
        rows = self.process.expectations.merge(actors, on="speaker", how="left", validate="many_to_one")
        return rows.sort_values(["date", "expectation_id"], kind="stable").reset_index(drop=True)


def known(process: str, as_of: str | date | None = None) -> Process:
    """The process of that name as known today, or as known at the end of the day `as_of` (``YYYY-MM-DD``).

    Raises `ParameterError` for a process the data do not hold, or a day that is no date.
    """
    refuse_beyond({"PROCESS": process, "AS_OF": as_of})
    whole = load(process)
    return known_until(whole, as_day(as_of)) if as_of else whole


def as_day(text: str | date) -> date:
    """The day a text in the form ``YYYY-MM-DD`` names; raises `ParameterError` for anything else."""
    if isinstance(text, date):
        return text
    try:
        return day(text)
    except CellError as error:
        raise ParameterError(f"AS_OF: {error.problem}; {error.remedy}") from None


def by_publisher(sources: pd.DataFrame) -> pd.DataFrame:
    """Sources in the order of their publishers' names, capital or small letters alike, then of their dates."""

    def folded(column: pd.Series) -> pd.Series:
        return column.str.casefold() if column.name == "publisher" else column

    return sources.sort_values(["publisher", "published", "source_id"], key=folded, kind="stable", ignore_index=True)


def references(numbered: Iterable[tuple[int, str]], *, others: int = 0) -> tuple[Inline, ...]:
    """References to statements, given as number and id, in the order of their numbers, each behind a space.

    The last words say how many `others` are cited but not shown.
    """
    shown = [
        part
        for place, statement_id in sorted(numbered)
        for part in (Text(" "), Reference(f"s-{statement_id}", f"[{place}]", f"statement {place}"))
    ]
    if others:
        shown.append(Text(f" and {others} more"))
    return tuple(shown)


def _once(process: Process, what: Hashable, work: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """What `work` gives, worked out once for a process, of however many of its rounds it is asked."""
    known = _WORKED_OUT.setdefault(process, {})
    if what not in known:
        known[what] = work()
    return known[what]
