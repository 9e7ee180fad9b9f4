"""A text cut into its blocks: headline, headings, paragraphs and the turns of a transcript."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from communique.sources.attribution.english.words import words
from communique.sources.attribution.findings import TextBlock

BULLET = re.compile(r"(?:[-*•–]|\(?\d{1,2}[.)])\s")
LINE = re.compile(r"[^\n]+")
# "MR. KIRBY:", "THE PRESIDENT:", "Q", "Q:" and "Shimon Peres:" at the head of a line.
CAPITALS = re.compile(r"(?P<name>[A-Z][A-Z.’'\-]*(?:[ ,]+[A-Z(][A-Z.)’'\-]*){0,7})(?: \([^()\n]{1,60}\))?\s?:(?=\s)")
QUESTION = re.compile(
    r"(?:\*\*)?(?P<name>Q(?:UESTION)?)(?:\*\*)?(?: \([^()\n]{1,60}\))?(?:[:.]\s|\s{2,}|\s+(?=[A-Z“\"(]))"
)
WRAP = (45, 110)  # characters: the width of lines that are broken by hand or by a mail program
LONGEST = 60_000  # characters: a longer block is cut, so that no step that looks at one block can run away


def lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a stretch without the space around them, empty ones left out."""
    found = []
    for match in LINE.finditer(text, start, end):
        piece = match.group()
        bare = piece.strip()
        if bare:
            lead = len(piece) - len(piece.lstrip())
            found.append((match.start() + lead, match.start() + lead + len(bare)))
    return found


def _is_wrapped(rows: list[tuple[int, int]]) -> bool:
    """Whether the lines of a text were broken at a margin: most are of like length, few longer than the margin."""
    widths = sorted(end - start for start, end in rows)
    if len(widths) < 4:
        return False
    upper = widths[int(len(widths) * 0.9)]
    beyond = sum(width > WRAP[1] + 40 for width in widths)
    return WRAP[0] <= upper <= WRAP[1] and beyond * 50 <= len(widths)


@cache
def _mixed(particles: frozenset[str]) -> re.Pattern[str]:
    """Matches a name in mixed case before a colon."""
    within = "|".join(sorted(particles))
    return re.compile(
        rf"(?:\*\*)?(?P<name>[A-Z][\w.’'\-]*(?: (?:(?:{within}|of|the)(?![a-z])|[A-Z])[\w.’'\-]*){{0,5}})(?:\*\*)?:\s"
    )


def _labels(text: str, rows: list[tuple[int, int]]) -> dict[int, tuple[int, int, int, bool]]:
    """Where turns begin: start of line to (label start, label end, body start, whether a question).

    A name in mixed case followed by a colon opens a turn only where two or more lines begin so and at least one of the
    names comes back: "Image: NASA." and a single "Note:" open none.
    """
    w, firm, mixed = words(), {}, {}
    in_mixed_case = _mixed(w.particles)
    for start, end in rows:
        first = text[start]
        if not (first.isupper() or first == "*"):
            continue
        head = min(end + 1, start + 100)
        if found := QUESTION.match(text, start, head):
            firm[start] = (*found.span("name"), found.end(), True)
        elif found := CAPITALS.match(text, start, head):
            if found.group("name").casefold() not in w.not_turns:
                firm[start] = (*found.span("name"), found.end(), found.group("name").casefold() in w.asking)
        elif found := in_mixed_case.match(text, start, head):
            name = found.group("name")
            if name.casefold() not in w.not_turns and name.split()[0].casefold() not in w.not_turns:
                mixed[start] = (*found.span("name"), found.end(), name.casefold() in w.asking)
    names = [text[label[0] : label[1]] for label in mixed.values()]
    if len(set(names)) < len(names):
        firm.update(mixed)
    questions = [label for label in firm.values() if label[3]]
    if len(firm) < 2 or (len(firm) == len(questions) and len(questions) < 2):
        return {}
    return firm


def paragraphs(text: str, rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the paragraphs of a text, given its lines.

    An empty line ends a paragraph. A line break within one does so too, unless the lines were broken at a margin.
    """
    wrapped = _is_wrapped(rows)
    found: list[tuple[int, int]] = []
    for start, end in rows:
        joined = found and wrapped and text.count("\n", found[-1][1], start) == 1 and end - found[-1][0] < LONGEST
        if joined and not BULLET.match(text, start, end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def blocks(text: str, *, headline: int | None = None) -> list[TextBlock]:
    """Blocks of a text in order.

    ``headline`` is where the headline ends, where a reader knows it; otherwise a short first line without a full stop
    that is followed by more is taken for it. Turns begin at their label and last until the next one.
    """
    rows = lines(text, 0, len(text))
    labels = _labels(text, rows)
    spans: list[tuple[int, int]] = []
    heads = sorted(labels)
    for start, end in paragraphs(text, rows):
        cuts = [start, *heads[bisect_right(heads, start) : bisect_left(heads, end)]]
        for cut, following in zip(cuts, [*cuts[1:], None], strict=True):
            stop = end if following is None else cut + len(text[cut:following].rstrip())
            spans.extend(_pieces(text, cut, stop))
    found: list[TextBlock] = []
    label, question, first = None, False, True
    for start, end in spans:
        if start in labels:
            name_start, name_end, body, question = labels[start]
            label, first = (name_start, name_end), False
            found.append(TextBlock(start, end, "turn", min(body, end), label, question))
            continue
        if text[start] in "([" and text[end - 1] in ")]":
            found.append(TextBlock(start, end, "body", start))
            continue  # "(Laughter.)" within a turn: nobody's words
        bare = _is_bare(text, start, end) or (first and len(spans) > 1 and _ends_quoted(text, start, end))
        if headline is not None and end <= headline:
            kind = "headline"
        elif bare and label is None and len(spans) > 1:
            tells = text[start:end].count(" ") > 2 or ": " in text[start:end]
            kind = "headline" if first and headline is None and tells else "heading"
        else:
            kind = "turn" if label is not None else "body"
        first = first and kind == "heading"
        found.append(TextBlock(start, end, kind, start, label if kind == "turn" else None, question and kind == "turn"))
    return found


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One span, or several where it is longer than any paragraph should be, cut at spaces."""
    found = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        found.append((start, cut))
        start = cut
    return [*found, (start, end)]


def _ends_quoted(text: str, start: int, end: int) -> bool:
    """Whether a first line is a headline that ends with some words in quote marks: "Envoy: talks 'constructive'"."""
    inner = text[end - 2] if end - start > 2 else "."
    return text[end - 1] in "\"”»’'" and inner.isalnum() and text[start].isalnum() and _is_bare(text, start, end - 1)


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a block reads like a headline: short, on one line, no full stop at its end."""
    if end - start > 220 or "\n" in text[start:end]:
        return False
    return text[end - 1] not in ".!?:;,\"”’»)'" and text[start].isalnum()
