"""Members of a parliament whose name, seat, party and hour stand on lines, or in a row, above their words."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from communique.sources.attribution.english.speeches import in_first_person
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Span, TurnLabel

SHORT, DEEP = 90, 3  # characters of a line that tells of a member; lines of them below a name
HEARD = 600  # characters in which somebody says "I"
HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:,? [^\n]{0,30}\d{4})?")
AT_END = re.compile(rf"\s+(?={HOUR.pattern}$)")
NAME = re.compile(
    r"(?:(?:The )?R(?:igh)?t\.? Hon\.? )?(?P<name>[A-Z][\w.’'\-]+(?: (?:[A-Z][\w.’'\-]*|de|van|von|of)){1,4}?)(?: MP)?"
)
SPOKEN = re.compile(r"[.?!:;…]['\"”’)]*$")


@dataclass(frozen=True)
class _Line:
    """A line and what it tells of a member: `name`, `office`, `party`, `hour`, `seat`, or nothing."""

    start: int
    end: int
    kind: str
    name: Span = (0, 0)
    firm: bool = False  # whether the line says by itself that a member speaks


def stacks(text: str, rows: list[Span], w: SpeechWords, *, debate: bool) -> dict[int, TurnLabel]:
    """Labels of turns by the start of their first line, whose body begins with the words.

    Told by a party, an hour or an office below a name, or all in its row; ``debate`` is set where the text is known to
    be a debate. Without that, two members at least must speak.
    """
    lines = [_line(text, start, end, w) for start, end in rows]
    found: dict[int, TurnLabel] = {}
    at = 0
    while at < len(lines):
        stop, label = _stack(text, lines, at, w)
        if label is not None:
            found[lines[at].start] = label
        at = max(stop, at + 1)
    spoken = any(in_first_person(text[label.body : label.body + HEARD], w) for label in found.values())
    if len(found) < (1 if debate else 2) or not spoken:
        return {}
    last = {text[slice(*label.name)].split()[-1] for label in found.values()}
    for line, following in pairwise(lines):
        words = text[slice(*line.name)].split() if line.kind == "name" else []
        named = bool(words) and (words[-1] in last or words[-1].casefold() in w.chairs)
        if named and line.start not in found and not following.kind and not _within(line, found):
            found[line.start] = TurnLabel(line.name, line.end, strong=True)
    return found


def past_hours(text: str, rows: list[Span], found: dict[int, TurnLabel]) -> dict[int, TurnLabel]:
    """Labels whose words begin behind the hour that stands on the line below them, where one does."""
    ends = {end: following for (_, end), following in pairwise(rows)}
    moved = dict(found)
    for start, label in found.items():
        below = ends.get(label.body)
        if below and HOUR.fullmatch(text, *below):
            moved[start] = replace(label, body=below[1])
    return moved


def _within(line: _Line, found: dict[int, TurnLabel]) -> bool:
    return any(start <= line.start < label.body for start, label in found.items())


def _stack(text: str, lines: list[_Line], at: int, w: SpeechWords) -> tuple[int, TurnLabel | None]:
    """Where a stack that begins with a line ends, and its label; none where it is none."""
    first = at
    told = []
    if lines[at].kind == "office" and at + 1 < len(lines) and lines[at + 1].kind == "name":
        told.append("office")  # "The Secretary of State", then who that is
        at += 1
    head = lines[at]
    if head.kind not in ("name", "row"):
        return first + 1, None
    stop = at + 1
    while stop < len(lines) and stop - at <= DEEP and lines[stop].kind in ("party", "hour", "office", "seat", "name"):
        if lines[stop].kind == "name" and not _is_seat(lines, stop):
            break
        told.append(lines[stop].kind)
        stop += 1
    sure = head.firm or bool({"party", "office"} & set(told)) or ("hour" in told and _is_called(text, head, w))
    if not sure or stop >= len(lines) or lines[stop].kind:
        return first + 1, None
    body = lines[stop - 1].end
    return stop, TurnLabel(head.name, body, brackets=" ".join(told) or "member", strong=True)


def _is_seat(lines: list[_Line], at: int) -> bool:
    """Whether what reads like a name is a seat: a party or an hour stands below it."""
    return at + 1 < len(lines) and lines[at + 1].kind in ("party", "hour")


def _is_called(text: str, line: _Line, w: SpeechWords) -> bool:
    """Whether a name begins as those of people do, and not as headings."""
    given = text[slice(*line.name)].split()[0].casefold().strip(".")
    return given in w.given_to_men | w.given_to_women | w.honorifics | w.titles


def _line(text: str, start: int, end: int, w: SpeechWords) -> _Line:
    """What a line tells of a member."""
    bare = text[start:end]
    if end - start > SHORT or (SPOKEN.search(bare) and not HOUR.fullmatch(bare)):
        return _Line(start, end, "")
    low = bare.casefold()
    if HOUR.fullmatch(bare):
        return _Line(start, end, "hour")
    if low in w.party_names | w.party_marks:
        return _Line(start, end, "party")
    words = set(re.findall(r"[a-z]+", low))
    match = NAME.fullmatch(bare)
    called = set(re.findall(r"[a-z]+", match.group("name").casefold())) if match else set()
    if match and _is_called_so(called, low.split()[-1], w):
        return _Line(start, end, "name", (start + match.start("name"), start + match.end("name")))
    if words & w.titles and bare[0].isupper():
        row = _row(text, start, end, w)
        return row or _Line(start, end, "office")
    row = _row(text, start, end, w)
    return row or _Line(start, end, "seat" if bare[0].isupper() and not words & w.finite and len(words) < 6 else "")


def _row(text: str, start: int, end: int, w: SpeechWords) -> _Line | None:
    """A line that names a member with all that is told of them: "Hilda Brock Labour, Port Selby 12:41 pm"."""
    bare = re.sub(r"^Photo of ([A-Z][\w.’'\- ]+?) (?=\1\b)", lambda found: " " * len(found.group()), text[start:end])
    lead = len(bare) - len(bare.lstrip())
    apart = AT_END.search(bare)
    told = bare[lead : apart.start() if apart else len(bare)]
    match = _member(w.party_names).match(told)
    if match and (apart or match.end("party") == len(told) or told[match.end("party")] == ","):
        return _Line(start, end, "row", _moved(match.span("name"), start + lead), firm=True)
    match = re.match(r"(?P<name>(?:[A-Z][\w.’'\-]+ ){2,4}?)(?=The |Shadow )", told)
    if match and (apart or lead) and match.group("name").strip():
        return _Line(start, end, "row", _moved((0, match.end("name") - 1), start + lead), firm=True)
    return None


@cache
def _member(parties: frozenset[str]) -> re.Pattern[str]:
    """Matches a name and a party."""
    names = "|".join(sorted(map(re.escape, parties), key=len, reverse=True))
    return re.compile(rf"(?P<name>(?:[A-Z][\w.’'\-]+ ?){{2,5}}?) (?P<party>(?i:{names}))(?=,|$| )")


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _is_called_so(words: set[str], last: str, w: SpeechWords) -> bool:
    """Whether the words of a line are a name: of a person, with a form of address or without one and no thing."""
    addressed = {word for word in words if word in w.honorifics or word in w.male or word in w.female}
    if any(word in w.titles and word not in w.chairs for word in words - addressed):
        return False
    things = (w.not_people, w.bodies, w.documents, w.topics, w.plans, w.openers, w.determiners, w.finite)
    return bool(addressed) or last in w.chairs or all(words.isdisjoint(each) for each in things)
