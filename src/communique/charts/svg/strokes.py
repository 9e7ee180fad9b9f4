"""Path data of an SVG in few characters: steps instead of places, each place rounded once, so that nothing drifts."""

import re
from collections.abc import Iterable, Sequence

_SEGMENT = re.compile(r"([A-DF-Za-df-z])([^A-DF-Za-df-z]*)")  # an e belongs to a number
_LENGTHS = {"M": 2, "L": 2, "Q": 4, "C": 6, "z": 0}  # what matplotlib writes
_LEADING_ZERO = re.compile(r"(?<![\d.])0(?=\.)")


def compact(data: str, *, scale: float = 1, decimals: int = 2) -> str:
    """The path of `data`, its coordinates multiplied by `scale` and rounded to `decimals`, as short as can be.

    What holds other commands than matplotlib's is given back as it is.
    """
    grid = scale * 10**decimals
    segments = [(letter, [round(float(each) * grid) for each in body.split()]) for letter, body in _segments(data)]
    if any(len(numbers) != _LENGTHS.get(letter) for letter, numbers in segments):
        return data
    return "".join(_written(_steps(segments), decimals))


def short(number: float, decimals: int = 2) -> str:
    """A number with at most so many decimals and no digit too many: "12", "-.5", "0"."""
    text = f"{number:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return "0" if text == "-0" else _LEADING_ZERO.sub("", text)


def _segments(data: str) -> list[tuple[str, str]]:
    """The commands of a path, each with its numbers, those that close it in lower case."""
    return [("z" if letter == "Z" else letter, body) for letter, body in _SEGMENT.findall(data)]


def _steps(segments: Sequence[tuple[str, list[int]]]) -> Iterable[tuple[str, list[int]]]:
    """Yield the same path in relative commands; a line back to where its stroke began is left to the ``z`` after it."""
    here = start = (0, 0)
    for place, (letter, numbers) in enumerate(segments):
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if letter == "z":
            here = start
            yield "z", []
            continue
        closes = letter == "L" and points[0] == start and segments[place + 1 : place + 2] == [("z", [])]
        steps = [(x - here[0], y - here[1]) for x, y in points]
        here = points[-1]
        if letter == "M":
            start = here
            yield ("M", numbers) if place == 0 else ("m", list(steps[0]))
        elif letter == "L" and not closes:
            yield _line(*steps[0])
        elif letter != "L":
            yield letter.lower(), [each for step in steps for each in step]


def _line(across: int, down: int) -> tuple[str, list[int]]:
    if down == 0:
        return "h", [across]
    return ("v", [down]) if across == 0 else ("l", [across, down])


def _written(steps: Iterable[tuple[str, list[int]]], decimals: int) -> Iterable[str]:
    """Yield the pieces of path data; a command that is the same as the one before is not written again.

    What parts numbers is a comma, which a data address may hold as it is.
    """
    before = ""
    for letter, numbers in steps:
        written = [short(each / 10**decimals, decimals) for each in numbers]
        text = "".join(f",{each}" if each[0] != "-" else each for each in written)
        yield text if letter == before else letter + text.removeprefix(",")
        before = {"M": "", "m": "", "z": ""}.get(letter, letter)
