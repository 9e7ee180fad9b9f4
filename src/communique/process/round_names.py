"""What a round's own talks are called, so that a mention of other talks can be told from one of these."""

import re

import pandas as pd

from communique.process.model import Process

_ROMAN = {"x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}
_ROMAN_UP_TO = 39  # what can be written with x, v and i
# ASCII alone: a Turkish dotless i is no i, and digits of other scripts are written in no other way.
_NUMBERED = re.compile(
    r"(?P<name>.*\S)[ -](?P<number>(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})|\d{1,3})", re.IGNORECASE | re.ASCII
)


def callings(process: Process, number: int) -> tuple[str, ...]:
    """Names by which speakers and papers call a round and its process: "Geneva VII", "Geneva 7", "Geneva".

    They come from the round's short name and label, from its venue, and from what numbered rounds of the process have
    in common. The names of its other rounds are not among them: progress "at Geneva IV" is not that of Geneva VII.
    """
    rounds = process.rounds
    own = rounds.loc[rounds["round"] == number].iloc[0]
    common = (_NUMBERED.fullmatch(each) for each in rounds["short"])
    names = [*_parts(own["short"]), *_parts(own["label"]), *_places(own["venue"])]
    names += [match["name"] for match in common if match]
    return tuple(dict.fromkeys(each for name in names for each in _spellings(name)))


def by_statement(process: Process) -> dict[str, tuple[str, ...]]:
    """The callings of each statement's own round, by statement id."""
    names = {number: callings(process, number) for number in process.rounds["round"]}
    rows: pd.DataFrame = process.statements
    return {key: names[number] for key, number in zip(rows["statement_id"], rows["round"], strict=True)}


def _parts(name: str) -> list[str]:
    """The names in a label: what stands before a colon or bracket, and what stands within brackets."""
    return [part.strip() for part in re.split(r"[():,;]", name) if part.strip()]


def _places(venue: str) -> list[str]:
    """The places in a venue: "Montreux" and "Geneva" of "Montreux and Palais des Nations, Geneva"."""
    return [place for part in _parts(venue) for place in part.split(" and ")]


def _spellings(name: str) -> list[str]:
    """A name, and the same with its number written in the other way."""
    match = _NUMBERED.fullmatch(name)
    if not match:
        return [name]
    number = match["number"]
    if not number.isdigit():
        others = [str(_arabic(number.lower()))]
    else:
        others = [_roman(int(number))] if 1 <= int(number) <= _ROMAN_UP_TO else []
    return [name, *(f"{match['name']} {each}" for each in (number, *others))]


def _roman(number: int) -> str:
    letters = ""
    for letter, value in _ROMAN.items():
        letters, number = letters + letter * (number // value), number % value
    return letters.upper()


def _arabic(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
