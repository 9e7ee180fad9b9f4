"""How well whole documents are read: turns, records, exports and bulletins of invention, with actors and days.

A set is a folder with ``texts/`` and ``gold.jsonl``, a line per statement: ``source``, ``form``, ``speaker`` (an actor
of ``actors.csv`` beside the set, or the words of the document), ``turn``, ``date`` (empty where it stays open),
``optional``, ``text``. Whatever is found of a document goes through the same steps as when it is ingested.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from communique.files.paths import shown
from communique.lab.gold import DOCUMENTS, STUDIED, UNREAD
from communique.sources.actors import Register
from communique.sources.documents.readers import Unreadable, read_all
from communique.sources.documents.sandbox import Parser
from communique.sources.suggestions import Frame, Suggestion, suggestions
from communique.sources.tagging import Baskets, Calendar

BANDS = (0.9, 0.8, 0.7, 0.5, 0.0)  # lower edges of the confidences told apart
ABROAD = "abroad"  # the set in other languages than English
ALIKE = 0.5  # share of words that found and gold must have in common
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Found:
    """A statement found, with the gold line it meets, if any."""

    source: str
    said: Suggestion
    gold: dict | None

    @property
    def names_right(self) -> bool:
        """Whether it is given to whom the gold says: the actor, or where that is none, the same name and no actor."""
        if self.gold is None:
            return False
        wanted, actor = self.gold["speaker"], self.said.identity.actor
        if self.gold["known"]:
            return actor == wanted
        told, named = _plain(wanted), _plain(self.said.identity.name or self.said.surface)
        return not actor and bool(named) and (told in named or SequenceMatcher(None, told, named).ratio() > 0.8)

    @property
    def names_another(self) -> bool:
        """Whether it puts the words into another's mouth: an actor who did not say them."""
        actor = self.said.identity.actor
        return bool(actor) and (self.gold is None or actor != self.gold["speaker"])

    @property
    def dated_right(self) -> bool:
        """Whether its day is that of the gold, or open where that is."""
        return self.gold is not None and (self.said.day.isoformat() if self.said.day else "") == self.gold["date"]


def frame(folder: Path) -> Frame:
    """Actors of the invented process, which has no baskets and no rounds."""
    import pandas as pd

    actors = pd.read_csv(folder / "actors.csv", keep_default_na=False)
    actors["aliases"] = [tuple(filter(None, cell.split("|"))) for cell in actors["aliases"]]
    actors = actors.assign(active_from=pd.NaT, active_to=pd.NaT)
    return Frame(Register.of(actors), Baskets({}), Calendar(()))


def found(half: Path) -> tuple[list[Found], list[dict]]:
    """What is found in the documents of a set, and the gold lines of it that nothing found meets."""
    inside, missed, everything = frame(half.parent), [], []
    lines = [json.loads(line) for line in (half / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    with Parser() as parser:
        for path in sorted((half / "texts").iterdir()):
            open_ = [
                line | {"known": line["speaker"] in inside.register.actors}
                for line in lines
                if line["source"] == path.name
            ]
            try:
                told = [
                    said
                    for document in read_all(path, parser)
                    for said in suggestions(document, inside, mentions=False)
                    if said.statement.rule != "question turn"
                ]
            except Unreadable:
                told = []
            for said in told:
                best = max(open_, key=lambda line: _alike(line, said), default=None)
                if best is not None and _alike(best, said)[0] < ALIKE:
                    best = None
                if best is not None:
                    open_.remove(best)
                everything.append(Found(path.name, said, best))
            missed += open_
    return everything, missed


def _alike(line: dict, said: Suggestion) -> tuple[float, bool]:
    one, other = Counter(WORD.findall(line["text"].casefold())), Counter(WORD.findall(said.text.casefold()))
    both = sum((one & other).values())
    return 2 * both / (sum(one.values()) + sum(other.values()) or 1), said.identity.actor == line["speaker"]


def _plain(name: str) -> str:
    return re.sub(r"^(?:the|mr|mrs|ms|dr)\b\.? ", "", " ".join(name.casefold().split()))


def figures(told: Iterable[Found], missed: Iterable[dict]) -> dict[str, float]:
    """Shares: ``turns`` right, ``precision``, ``recall``, ``speaker`` and ``date`` of those met, ``wrong`` of all."""
    told, missed = list(told), [line for line in missed if not line["optional"]]
    met = [one for one in told if one.gold]
    turns = [one for one in met if one.gold["turn"]]
    wanted = len(turns) + sum(line["turn"] for line in missed)
    required = sum(not one.gold["optional"] for one in met)
    return {
        "turns": _share(sum(one.names_right for one in turns), wanted),
        "precision": _share(len(met), len(told)),
        "recall": _share(required, required + len(missed)),
        "speaker": _share(sum(one.names_right for one in met), len(met)),
        "wrong": sum(one.names_another for one in told) / (len(told) or 1),
        "date": _share(sum(one.dated_right for one in met), len(met)),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def reliability(told: Iterable[Found]) -> dict[float, tuple[int, int]]:
    """For each band of confidence by its lower edge: candidates in it, and how many are said, and by whom they name."""
    bands: dict[float, tuple[int, int]] = dict.fromkeys(BANDS, (0, 0))
    for one in told:
        edge = next(edge for edge in BANDS if one.said.confidence >= edge)
        bands[edge] = bands[edge][0] + 1, bands[edge][1] + one.names_right
    return bands


def report(write: Callable[[str], object] = print) -> None:
    """Write the figures of both halves, and how often candidates of each confidence are right."""
    for half in (STUDIED, UNREAD, ABROAD):
        folder = DOCUMENTS / half
        told, missed = found(folder)
        write(f"\nWhole documents, invented, {half} ({shown(folder)}): {len(told)} found, {len(missed)} missed")
        write("  " + ", ".join(f"{name} {share:.3f}" for name, share in figures(told, missed).items()))
        for edge, (count, right) in reliability(told).items():
            if count:
                write(f"  confidence from {edge:.1f}: {right} of {count} right")
