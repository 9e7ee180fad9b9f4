"""A process as tidy frames, and `load`, which reads one from its folder."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from communique.errors import DataError
from communique.process.cells import last_day, value
from communique.process.description import Dimension, Side
from communique.process.folder import Folder, cell_faults, find, key_faults, read_folder, reference_faults
from communique.process.schema import OPTIONAL, TABLES, CsvColumn, CsvTable


@dataclass(frozen=True, eq=False)
class Process:
    """One set of negotiations: its description, its seven tables, and the briefs that analysts wrote.

    Frames have the columns of their CSV files, in file order, and a RangeIndex. Text is `str` ("" where empty, never
    missing); ``round``, ``place``, ``stage``, ``movement`` and ``weight`` are int64; dates are datetime64[ns] (NaT
    where empty; of a date without its day, ``active_from`` is the first and ``active_to`` the last); ``phase`` is an
    ordered categorical; the lists ``baskets``, ``evidence``, ``source_ids`` and ``aliases`` are tuples of str, and
    ``sittings`` a tuple of pairs of Timestamps. ``due`` stays text: a date, ``round:N`` or "". Of a column that a file
    lacks each cell holds its default.
    """

    id: str
    title: str
    note: str
    folder: Path
    sides: dict[str, Side]
    baskets: dict[str, Dimension]
    dimensions: dict[str, Dimension]  # those that are no basket
    rounds: pd.DataFrame
    actors: pd.DataFrame
    sources: pd.DataFrame
    statements: pd.DataFrame
    assessments: pd.DataFrame
    expectations: pd.DataFrame
    events: pd.DataFrame
    briefs: pd.DataFrame  # without rows where the process has no such file
    fingerprint: str = ""  # SHA-256 over names and bytes of process.yml and the tables
    ambiguous_aliases: tuple[str, ...] = ()  # shared by several actors of a side, who cannot be told by them alone
    places: tuple[str, ...] = ()  # names of talks around the process: those held in "Astana"
    added_after_coding: str = ""  # in the ids of statements that came only after the coders had made their readings
    stages: Mapping[str, str] = field(default_factory=dict)  # what a stage means, by its name, where it is told
    as_of: date | None = None
    withheld: frozenset[tuple[int, str]] = frozenset()  # rounds and dimensions whose readings rest on later knowledge

    @property
    def ladders(self) -> dict[str, Dimension]:
        """Baskets and other dimensions together, in this order."""
        return self.baskets | self.dimensions

    @property
    def mediating(self) -> tuple[str, ...]:
        """Ids of the sides that mediate; a process may have none."""
        return self._by_role("mediator")

    @property
    def negotiating(self) -> tuple[str, ...]:
        """Ids of the sides that negotiate."""
        return self._by_role("negotiating")

    def _by_role(self, role: str) -> tuple[str, ...]:
        return tuple(side.id for side in self.sides.values() if side.role == role)

    @property
    def called(self) -> dict[str, str]:
        """What each actor is called in a sentence, by id: the name, and where actors share it, whose side they are on.

        "Sam Reed of the highlanders"; where that does not tell them apart either, the role is added, then the id.
        """
        actors = self.actors.to_dict("records")
        names = {row["actor_id"]: row["name"] for row in actors}
        for further in ("side", "role", "actor_id"):
            shared = Counter(names.values())
            for row in actors:
                actor, name, more = row["actor_id"], names[row["actor_id"]], row[further]
                if shared[name] > 1 and more:
                    names[actor] = f"{name} of {self.sides[more].name}" if further == "side" else f"{name}, {more}"
        return names

    def spoken(self, round: int | None = None) -> pd.DataFrame:
        """Statements, of one round or all, joined with who spoke and where it was read; file order, RangeIndex.

        Beside the columns of `statements`: the speaker's ``name``, ``role`` and ``side``, ``called`` and ``side_name``
        (speaker and side as in a sentence, see `called`), and the source's ``publisher``, ``url``, ``title``,
        ``title_kind``, ``published``, ``source_kind`` and ``language``.
        """
        statements = self.statements
        if round is not None:
            statements = statements.loc[statements["round"] == round]
        actors = self.actors[["actor_id", "name", "role", "side"]].rename(columns={"actor_id": "speaker"})
        names = pd.Series({side.id: side.name for side in self.sides.values()}, dtype="str")
        called = actors["speaker"].map(pd.Series(self.called, dtype="str")).astype("str")
        actors = actors.assign(called=called, side_name=actors["side"].map(names).astype("str"))
        sources = self.sources.rename(columns={"kind": "source_kind"})
        return (
            statements.merge(actors, on="speaker", how="left", validate="many_to_one")
            .merge(sources, on="source_id", how="left", validate="many_to_one")
            .reset_index(drop=True)
        )


def load(process: str | Path = "geneva", *, data: Path | None = None) -> Process:
    """The process of that name in the folder `data`, or in the folder given as a `Path`.

    Raises `ParameterError` where there is no such process (naming those there are), and `DataError`, listing every
    fault, where its files cannot be read: a file or column is missing, a value is not of its kind, a key is there
    twice, or a reference leads nowhere. `communique.process.checks.check` tells more.
    """
    folder = find(process, data=data)
    content = read_folder(folder)
    faults = list(content.faults)
    for table in (TABLES | OPTIONAL).values():
        for column in table.columns:
            if column.kind not in ("text", "url"):  # any text can be shown, whatever `check` thinks of it
                faults += cell_faults(content, table, column)
            if column.refers_to:
                faults += reference_faults(content, table, column)
        faults += key_faults(content, table)
    if faults:
        raise DataError(faults)
    description = content.description
    return Process(
        id=description.id,
        title=description.title,
        note=description.note,
        folder=folder,
        sides=description.sides,
        baskets=description.baskets,
        dimensions=description.dimensions,
        ambiguous_aliases=description.ambiguous_aliases,
        places=description.places,
        added_after_coding=description.added_after_coding,
        stages=description.stages,
        fingerprint=content.fingerprint,
        **{table.name: _frame(content, table) for table in (TABLES | OPTIONAL).values()},
    )


def _frame(content: Folder, table: CsvTable) -> pd.DataFrame:
    rows = content.rows[table.name]
    return pd.DataFrame({column.name: _series(column, rows.cells[column.name]) for column in table.columns})


def _series(column: CsvColumn, texts: list[str]) -> pd.Series:
    """A column's cells with the type that `Process` promises."""
    if column.kind == "integer":
        return pd.Series([int(text) for text in texts], dtype="int64")
    if column.kind in ("day", "month"):
        at = last_day if column.last else lambda text: value(column, text)
        days = {text: at(text) if text else None for text in set(texts)}
        return pd.Series([days[text] for text in texts], dtype="datetime64[ns]")
    if column.kind == "list":
        return pd.Series([value(column, text) for text in texts], dtype="object")
    if column.kind == "intervals":
        spans = [value(column, text) for text in texts]
        stamps = [tuple((pd.Timestamp(start), pd.Timestamp(end)) for start, end in span) for span in spans]
        return pd.Series(stamps, dtype="object")
    if column.ordered:
        return pd.Series(pd.Categorical(texts, categories=column.choices, ordered=True))
    return pd.Series(texts, dtype="str")
