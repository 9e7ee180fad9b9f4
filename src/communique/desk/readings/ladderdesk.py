"""The desk for a round's ladders as plain data: `LadderDesk.do` takes what a person did, and tells what to show.

Until the coder has finished a round and its readings are out, nothing here reads those of the other coder.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from communique.desk import disk
from communique.desk.readings.codebook import meanings
from communique.desk.readings.coding import CoderReading, Coding
from communique.desk.readings.comparing import comparison
from communique.desk.statements.accepting import DecisionRefused, Problem
from communique.desk.watching import stamps
from communique.errors import DataError, ParameterError
from communique.process.folder import find
from communique.process.model import load
from communique.process.schema import ASSESSMENTS, CODERS
from communique.prose import joined
from communique.sources.tagging import Baskets
from communique.wording import MOVEMENTS


class LadderDesk:
    """One coder at the ladders of one round after the other.

    Parameters
    ----------
    process
        Its name, or its folder as a `Path`.
    coder
        One of the two.
    round
        The round to begin with; the last one where it is None.
    today
        The day a round is finished.

    Raises
    ------
    ParameterError
        There is no such process, round or coder.
    """

    def __init__(
        self, process: str | Path, *, coder: str, round: int | None = None, today: Callable[[], date] = date.today
    ):
        self.today = today
        folder = Path(find(process))
        self.stamps = stamps(folder)
        self.process = load(folder)
        self.coding = Coding(self.process, coder)
        if not self.rounds or (round is not None and round not in self.rounds):
            raise ParameterError(f"ROUND={round}: there are {joined(map(str, self.rounds)) or 'none'}")
        self.round: int = self.rounds[-1] if round is None else round
        self.dimension = next(iter(self.process.ladders))
        self.topics = Baskets(self.process.ladders)
        self.message = {"kind": "", "text": ""}

    @property
    def rounds(self) -> list[int]:
        """Numbers of the rounds there are; one may be added at the desk beside this one."""
        return self.process.rounds["round"].tolist()

    def view(self) -> dict[str, object]:
        """Everything on the screen."""
        finished, published = self.coding.finished(self.round), self.coding.published(self.round)
        readings, lacking = self.coding.readings(self.round), self.coding.problems(self.round)
        return {
            "screen": "ladders",
            "title": self.process.title,
            "coder": self.coding.coder,
            "message": self.message,
            "round": self.round,
            "rounds": [{"id": row.round, "label": row.label} for row in self.process.rounds.itertuples()],
            "state": self._state(finished, published),
            "others": self._others(),
            "cells": [
                {
                    "id": id_,
                    "label": dimension.label,
                    "stage": self._stage(id_, readings[id_]),
                    "done": not lacking[id_],
                    "begun": readings[id_].begun,
                }
                for id_, dimension in self.process.ladders.items()
            ],
            "cell": self._cell(readings[self.dimension], lacking[self.dimension]),
            # Only here do another coder's readings come in, and only once they are in the tables with this one's own.
            "agreement": comparison(self.process, self.round) if published else None,
        }

    def _state(self, finished: bool, published: bool) -> str:
        if finished and not published:
            return "alone" if self.coding.entered(self.round) else "finished"
        return "published" if published else "open"

    def _others(self) -> str:
        return joined(coder for coder in CODERS if coder != self.coding.coder)

    def _stage(self, dimension: str, reading: CoderReading) -> str:
        """The stage of a reading as number and name."""
        ladder = self.process.ladders[dimension].ladder
        known = reading.stage is not None and 0 <= reading.stage < len(ladder)
        return f"{reading.stage} {ladder[reading.stage]}" if known else ""

    def _cell(self, reading: CoderReading, lacking: list[str]) -> dict[str, object]:
        dimension = self.process.ladders[self.dimension]
        meaning_of = meanings(self.process.folder, dimension.ladder)
        before = self.coding.before(self.round, self.dimension)
        return {
            "id": self.dimension,
            "label": dimension.label,
            "ladder": [
                {"stage": stage, "name": name, "meaning": meaning}
                for stage, (name, meaning) in enumerate(zip(dimension.ladder, meaning_of, strict=True))
            ],
            "movements": [{"id": number, "label": label} for number, label in MOVEMENTS.items()],
            "first": self.round == min(self.rounds),
            "before": f"Your reading of round {before[0]}: {self._stage(self.dimension, before[1])}" if before else "",
            "reading": asdict(reading) | {"evidence": list(reading.evidence)},
            "lacking": lacking,
            "statements": self._statements(),
        }

    def _statements(self) -> list[dict[str, object]]:
        """The statements of the round, with those first that speak of the dimension."""
        found = []
        for row in self.process.spoken(self.round).itertuples(index=False):
            found.append(
                {
                    "id": row.statement_id,
                    "date": f"{row.date:%Y-%m-%d}",
                    "phase": str(row.phase),
                    "speaker": row.name,
                    "side": self.process.sides[row.side].label,
                    "text": row.text,
                    "note": row.note,
                    "publisher": row.publisher if row.url else f"{row.publisher}, document: {row.reference}",
                    "url": row.url,
                    "near": self.dimension in row.baskets or self.dimension in self.topics.find(row.text),
                }
            )
        return sorted(found, key=lambda each: (not each["near"], each["date"]))

    def do(self, message: Mapping) -> dict[str, object]:
        """Carry out what a person did, and tell what to show then.

        ``action`` is one of ``hello``, ``round`` (with ``round``), ``dimension`` (with ``dimension``), ``reading``
        (with ``round``, ``dimension`` and the ``reading``), ``finish``,
        ``alone`` (enter a finished round as read by this coder alone), ``reopen``.
        """
        acted = _ACTIONS.get(message.get("action"))
        self.message = {"kind": "", "text": ""}
        if acted is None:
            self.message = {"kind": "error", "text": f"There is no action {message.get('action')!r}."}
            return self.view()
        try:
            self._refresh()
            return acted(self, message) or self.view()
        except DecisionRefused as error:
            self.message = {"kind": "error", "text": " ".join(each.text for each in error.problems)}
        except DataError as error:
            self.message = {"kind": "error", "text": str(error)}
        except OSError as error:
            self.message = {"kind": "error", "text": disk.refused(Path(self.process.folder), error)}
        return self.view()

    def _hello(self, message: Mapping) -> None:
        """Take up the other coder's end of a round, if it has come in since."""
        if self.coding.finished(self.round) and not self.coding.published(self.round):
            self._tell_published(self.coding.publish(self.round))

    def _refresh(self) -> None:
        """Read the tables again where one has changed: the desk beside this one enters statements."""
        if (now := stamps(self.process.folder)) != self.stamps:
            self.process = self.coding.process = load(self.process.folder)
            self.stamps = now

    def _tell_published(self, out: bool) -> None:
        if out:
            text = f"Round {self.round} is read by all coders; the readings are in {ASSESSMENTS.file}."
            self.message = {"kind": "done", "text": text}
            self._refresh()

    def _round(self, message: Mapping) -> None:
        if message.get("round") in self.rounds:
            self.round = message["round"]
        self._hello(message)

    def _dimension(self, message: Mapping) -> None:
        if message.get("dimension") in self.process.ladders:
            self.dimension = message["dimension"]

    def _reading(self, message: Mapping) -> dict[str, object]:
        reading = CoderReading.read(message.get("reading") or {})
        # The round comes with it: another window may have gone on to the next one.
        round_ = message["round"] if message.get("round") in self.rounds else self.round
        self.coding.keep(round_, str(message.get("dimension")), reading)
        shown = self.view()
        # The screen has the person's typing already; only what follows from it is told.
        kept = {"dimension": message["dimension"], "lacking": self.coding.problems(round_)[message["dimension"]]}
        return {name: shown[name] for name in ("screen", "cells", "message", "state")} | {"kept": kept}

    def _finish(self, message: Mapping) -> None:
        text = f"Finished. You will see the other readings when coder {self._others()} has finished too."
        self.message = {"kind": "done", "text": text}
        self._tell_published(self.coding.finish(self.round, day=self.today().isoformat()))

    def _alone(self, message: Mapping) -> None:
        if not self.coding.finished(self.round):
            raise DecisionRefused([Problem("", f"Finish round {self.round} first.")])
        out = self.coding.publish(self.round, alone=True)
        if self.coding.published(self.round):
            self._tell_published(out)
            return
        text = f"Round {self.round} is in {ASSESSMENTS.file} as read by one coder; reports say so."
        self.message = {"kind": "done", "text": text}
        self._refresh()

    def _reopen(self, message: Mapping) -> None:
        self.coding.reopen(self.round)
        self.message = {"kind": "done", "text": f"Round {self.round} is open again."}


_ACTIONS = {
    "hello": LadderDesk._hello,
    "round": LadderDesk._round,
    "dimension": LadderDesk._dimension,
    "reading": LadderDesk._reading,
    "finish": LadderDesk._finish,
    "alone": LadderDesk._alone,
    "reopen": LadderDesk._reopen,
}
