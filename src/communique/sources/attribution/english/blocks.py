"""A text cut into its blocks: headline, headings, paragraphs and the turns of a transcript."""

import re
from bisect import bisect_left, bisect_right

from communique.sources.attribution.english.datelines import dateline
from communique.sources.attribution.english.labels import labels
from communique.sources.attribution.english.words import SpeechWords, words
from communique.sources.attribution.findings import TextBlock

BULLET = re.compile(r"(?:[-*•–]|\(?\d{1,2}[.)])\s")
LINE = re.compile(r"[^\n]+")
WRAP = (45, 110)  # characters: the width of lines that are broken by hand or by a mail program
FULL = 0.8  # share of the margin from which a line was broken for want of room; letters differ in width
FEW = 4  # lines; with fewer, one that ends with a sentence ends its paragraph
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


def _margin(rows: list[tuple[int, int]]) -> int:
    """How wide lines are that were broken at a margin: most are of like length, few longer; 0 where none were."""
    widths = sorted(end - start for start, end in rows)
    if not widths:
        return 0
    upper = widths[int(len(widths) * 0.9)] if len(widths) > 3 else widths[-1]
    beyond = sum(width > WRAP[1] + 40 for width in widths)
    return upper if WRAP[0] <= upper <= WRAP[1] and beyond * 50 <= len(widths) else 0


def paragraphs(text: str, rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the paragraphs of a text, given its lines.

    An empty line ends a paragraph. A line break within one does so too, unless it was made because the next word did
    not fit before the margin, or what follows goes on in small letters.
    """
    margin = _margin(rows)
    few = len(rows) < FEW
    found: list[tuple[int, int]] = []
    for start, end in rows:
        joined = margin and found and text.count("\n", found[-1][1], start) == 1 and end - found[-1][0] < LONGEST
        if joined:
            last = found[-1][1] - text.rfind("\n", 0, found[-1][1]) - 1
            full = last + 1 + len(text[start:end].split(None, 1)[0]) > FULL * margin
            ended = text[found[-1][1] - 1] in '.!?:”"' and (few or not full)
            joined = text[start].islower() or (full and not ended)
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
    w = words()
    opening = labels(text, rows, w)
    spans: list[tuple[int, int]] = []
    heads = sorted(opening)
    for start, end in paragraphs(text, rows):
        cuts = [start, *heads[bisect_right(heads, start) : bisect_left(heads, end)]]
        for cut, following in zip(cuts, [*cuts[1:], None], strict=True):
            stop = end if following is None else cut + len(text[cut:following].rstrip())
            spans.extend(_pieces(text, cut, stop))
    found: list[TextBlock] = []
    label, first = None, True
    for start, end in spans:
        if start in opening:
            label, first = opening[start], False
            body = min(label.body, end)
            body += len(text[body:end]) - len(text[body:end].lstrip())
            if body >= end:
                continue  # a label on a line of its own
            found.append(TextBlock(start, end, "turn", body, label.name, label.question, label.who, label.brackets))
            label = None if label.alone else label
            continue
        if label is not None and start < label.body:
            start = label.body + len(text[label.body : end]) - len(text[label.body : end].lstrip())
            if start >= end:
                continue  # a line of a label that has several
        if text[start] in "([" and text[end - 1] in ")]":
            found.append(TextBlock(start, end, "body", start))
            continue  # "(Laughter.)" within a turn: nobody's words
        if label is not None and text[start:end].casefold().startswith(tuple(w.furniture)):
            found.append(TextBlock(start, end, "heading", start))
            continue
        if label is not None and _closes(text[start:end], w):
            label = None  # "The meeting rose at noon."
            found.append(TextBlock(start, end, "heading", start))
            continue
        bare = _is_bare(text, start, end) or (first and len(spans) > 1 and _ends_quoted(text, start, end))
        if headline is not None and end <= headline:
            kind = "headline"
        elif bare and label is None and len(spans) > 1:
            tells = text[start:end].count(" ") > 2 or ": " in text[start:end]
            kind = "headline" if first and headline is None and tells else "heading"
        else:
            kind = "turn" if label is not None else "body"
        first = first and kind == "heading"
        if kind == "turn":
            found.append(TextBlock(start, end, kind, start, label.name, label.question, label.who, label.brackets))
        else:
            found.append(TextBlock(start, end, kind, dateline(text, start, end) if kind == "body" else start))
    return found


def _closes(paragraph: str, w: SpeechWords) -> bool:
    """Whether a paragraph is of the record and ends the turn before it: "The meeting rose at noon.", "* * *"."""
    bare = paragraph.strip(" *_#-–—[]()").casefold()
    return not bare or bare.rstrip(".") in w.ends or bare.startswith(tuple(w.closers))


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
