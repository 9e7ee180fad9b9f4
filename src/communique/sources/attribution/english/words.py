"""The words of attribution: verbs of saying, phrases and closed lists, read from `data/attribution/`."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[5] / "data" / "attribution"


@dataclass(frozen=True)
class Cue:
    """One way to introduce what somebody says: a verb or a phrase, and the frames it stands in.

    ``kind`` is `saying`, `asking`, `act` (a speech act whose object is what was said: "rejected the offer"),
    `attitude` ("hopes that") or `finding` ("the study shows"). ``frames`` are the constructions of the README beside
    the data: `quote`, `that`, `clause`, `question`, `addressee`, `object`, `to`, `inverted`, or a preposition.
    """

    lemma: str
    kind: str
    frames: frozenset[str]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """Everything the rules look words up in.

    ``verbs`` maps a verb's form to its cue, ``phrases`` the first word of a phrase to the phrases it may open, and
    ``sources`` the first word of "according to" and its like to the whole wording. A sentence without any of the
    ``triggers`` holds none of them; one without any of ``reporting`` does not report what others said.
    """

    verbs: dict[str, Cue]
    phrases: dict[str, tuple[Cue, ...]]
    sources: dict[str, tuple[tuple[str, ...], ...]]
    triggers: frozenset[str]
    reporting: frozenset[str]
    base_forms: frozenset[str]
    s_forms: frozenset[str]
    lists: dict[str, frozenset[str]]

    def __getattr__(self, name: str) -> frozenset[str]:
        try:
            return self.__dict__["lists"][name]
        except KeyError:
            raise AttributeError(name) from None


def rows(name: str) -> list[dict[str, str]]:
    """Rows of one of the tables of `data/attribution/`, in file order."""
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _telling(wording: tuple[str, ...]) -> str:
    """The longest word of a phrase, the last of several: the one that gives it away, and seldom stands elsewhere."""
    return max((word for word in reversed(wording) if word != "..."), key=len)


@cache
def words() -> Words:
    """The words of attribution, read once."""
    verbs, base, thirds = {}, set(), set()
    for row in rows("verbs.csv"):
        forms = row["forms"].split("|")
        cue = Cue(row["verb"], row["class"], frozenset(row["frames"].split("|")))
        verbs.update(dict.fromkeys(forms, cue))
        base.update(form for form in forms if form == row["verb"] or form.endswith(("ize", "quire")))
        thirds.update(form for form in forms if form.endswith("s"))
    phrases: dict[str, list[Cue]] = {}
    for row in rows("phrases.csv"):
        cue = Cue(row["phrase"], "saying", frozenset(row["frames"].split("|")), tuple(row["phrase"].split()[1:]))
        for form in row["forms"].split("|"):
            phrases.setdefault(form, []).append(cue)
    sources: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("sources.csv"):
        wording = tuple(row["cue"].split())
        sources.setdefault(wording[0], []).append(wording)
    triggers = set(verbs)
    for first, cues in phrases.items():
        triggers.update(_telling((first, *cue.rest)) for cue in cues)
    for wordings in sources.values():
        triggers.update(map(_telling, wordings))
    with open(FOLDER / "words.toml", "rb") as file:
        lists = {name: frozenset(values) for name, values in tomllib.load(file).items()}
    longest_first = {first: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for first, cues in phrases.items()}
    return Words(
        verbs=verbs,
        phrases=longest_first,
        sources={first: tuple(wordings) for first, wordings in sources.items()},
        triggers=frozenset(triggers),
        reporting=frozenset(form for form, cue in verbs.items() if cue.kind == "saying" and form not in base),
        base_forms=frozenset(base),
        s_forms=frozenset(thirds),
        lists=lists,
    )
