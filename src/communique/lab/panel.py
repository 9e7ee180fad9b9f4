"""The panel on top of a report's notebook: process, round, day, comparison and sides, chosen without editing code.

A choice sets the notebook's parameters and runs the cells below the panel; what is saved in the notebook stays.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from communique.document.blocks import Block, Column, Paragraph, Table, inlines
from communique.document.faces.html import fragment
from communique.errors import ParameterError
from communique.facts.shared import known
from communique.files.paths import process_names
from communique.lab.widget import place
from communique.process.model import Process
from communique.prose import counted, day, joined

_SET = ("PROCESS", "ROUND", "AS_OF", "COMPARE_TO")  # the parameters that a panel can set, in its order


def show(namespace: dict[str, Any]) -> None:
    """Show a panel that sets the parameters in `namespace`, a notebook's ``globals()``; nothing in a build."""
    place(Panel(namespace), "panel")


class Panel:
    """What the panel offers and what is chosen; `do` takes the browser's messages."""

    def __init__(self, namespace: dict[str, Any]):
        self.namespace = namespace
        self.sides: tuple[str, ...] = ()
        self._known = cache(known)  # what is offered is read once; the cells below read the data anew

    def do(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """The panel as it stands after a message, and whether the cells below have to run.

        A message is ``{"name": "ROUND", "value": "6"}`` or ``{"name": "sides", "value": [...]}``; empty at first.
        Raises `CommuniqueError` for what cannot be told, a day before the first round for instance.
        """
        name, value = message.get("name"), message.get("value")
        before = self._now()
        if name == "sides":
            self.sides = tuple(map(str, value or ()))
        elif name in self._settable:
            self._choose(str(name), "" if value is None else str(value))
        return self._told(run=self._now() != before)

    @property
    def _settable(self) -> list[str]:
        return [name for name in _SET if name in self.namespace]

    def _now(self) -> dict[str, Any]:
        return {name: self.namespace[name] for name in self._settable}

    def _choose(self, name: str, value: str) -> None:
        """Set one parameter, and those that would no longer fit it; none of them where it cannot be."""
        chosen = self._now()
        chosen[name] = {"ROUND": lambda: int(value), "AS_OF": lambda: value or None}.get(name, lambda: value)()
        if name == "PROCESS":
            chosen |= {key: None if key == "AS_OF" else "" for key in ("AS_OF", "COMPARE_TO") if key in chosen}
            self.sides = ()
        process = self._known(chosen["PROCESS"], chosen.get("AS_OF"))
        if "ROUND" in chosen:
            rounds = process.rounds["round"].tolist()
            if chosen["ROUND"] not in rounds:
                _refuse_none(rounds, process)
                chosen["ROUND"] = rounds[-1]
            if chosen["COMPARE_TO"] not in dict(_comparisons(process, chosen["ROUND"], self._known)):
                chosen["COMPARE_TO"] = ""
        self.namespace.update(chosen)

    def _told(self, *, run: bool) -> dict[str, Any]:
        """The controls with what they offer, and what the chosen sides said."""
        now = self._now()
        process = self._known(now["PROCESS"], now.get("AS_OF"))
        offered: dict[str, Any] = {"PROCESS": [(name, name) for name in process_names()]}
        if "ROUND" in now:
            rounds = process.rounds
            offered["ROUND"] = [(str(each.round), each.short) for each in rounds.itertuples()]
            offered["COMPARE_TO"] = list(_comparisons(process, now["ROUND"], self._known))
        controls = [
            {"name": name, "label": _LABELS[name], "options": offered.get(name), "value": str(now[name] or "")}
            for name in now
        ]
        sides = [{"id": side.id, "name": side.name, "on": side.id in self.sides} for side in process.sides.values()]
        said = fragment(_said(process, now.get("ROUND"), self.sides)) if self.sides else ""
        return {"controls": controls, "sides": sides, "said": said, "run": run, "problem": ""}


_LABELS = {"PROCESS": "Process", "ROUND": "Round", "AS_OF": "As known on", "COMPARE_TO": "Beside"}


def _refuse_none(rounds: list[int], process: Process) -> None:
    if not rounds:
        on = f" on {day(process.as_of)}" if process.as_of else ""
        raise ParameterError(f"{process.id} has no round yet{on}; choose a later day")


def _comparisons(process: Process, number: int, read: Callable[..., Process]) -> Iterable[tuple[str, str]]:
    """Yield the rounds that one can stand beside, as COMPARE_TO names them, each with its name."""
    yield "", "the round before"
    for each in process.rounds.itertuples():
        if each.round != number:
            yield str(each.round), each.short
    for name in process_names():
        if name != process.id:
            for each in read(name, process.as_of).rounds.itertuples():
                yield f"{name}:{each.round}", f"{name}: {each.short}"


def _said(process: Process, number: int | None, sides: Iterable[str]) -> list[Block]:
    """A table of what the sides said, in one round or in all."""
    spoken = process.spoken()
    rows = spoken.loc[spoken["side"].isin(set(sides))]
    if number is not None:
        rows = rows.loc[rows["round"] == number]
    names = joined(process.sides[each].name for each in process.sides if each in set(sides))
    if rows.empty:
        return [Paragraph(f"{names}: no statement on record.", role="empty")]
    short = dict(zip(process.rounds["round"], process.rounds["short"], strict=True))
    columns = (Column("Round", width=2), Column("Day", width=2), Column("Who", width=3), Column("Said", width=10))
    cells = tuple(
        tuple(map(inlines, (short[row.round], day(row.date), row.name, row.text)))
        for row in rows.sort_values(["round", "date"], kind="stable").itertuples()
    )
    return [Table(f"What {names} said: {counted(len(cells), 'statement')}", columns, cells, row_header=False)]
