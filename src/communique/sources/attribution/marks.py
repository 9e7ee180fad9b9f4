"""Quotations by their marks: straight, curly and foreign marks, odd and missing ones, quotations over paragraphs."""

import re
from dataclasses import dataclass

# Which mark may close what another has opened. German „...“ and Danish »...« close with what opens elsewhere.
CLOSERS = {
    '"': '"”“',
    "“": '”"“',
    "”": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’'",
    "‚": "‘’'",
    "'": "'’",
    "``": "''\"",
    "''": "''",
    "‘‘": '’’"',
}
SINGLE = "'‘‚"
SINGLE_CLOSER = re.compile("[‘’']")
MARK = re.compile(r"``|''|‘‘|’’|[\"“”„«»‹›‘’‚']")
LONGEST = 20_000  # characters; what is longer has lost its closing mark
LOOK_AHEAD = 8  # paragraphs searched for the closing mark of a quotation that runs on


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quote marks, marks included: ``[start, end)`` of the text."""

    start: int
    end: int


@dataclass(slots=True)
class _Open:
    start: int
    mark: str


def _before(text: str, at: int, lo: int) -> str:
    return text[at - 1] if at > lo else " "


def _after(text: str, at: int, hi: int) -> str:
    return text[at] if at < hi else " "


def _opens(text: str, start: int, end: int, lo: int, hi: int) -> bool:
    """Whether a mark stands where a quotation begins: space or bracket before, none after."""
    before, after = _before(text, start, lo), _after(text, end, hi)
    return (before.isspace() or before in "([{—–-/:…\"“‘'") and not after.isspace() and after not in ",.;:!?)"


def _closes(text: str, start: int, end: int, lo: int, hi: int) -> bool:
    """Whether a mark stands where a quotation ends: no space before it, no letter after it."""
    before, after = _before(text, start, lo), _after(text, end, hi)
    return not before.isspace() and not after.isalnum()


def _single_end(text: str, start: int, hi: int, mark: str, barren: int) -> tuple[int | None, int]:
    """Where the single-quoted stretch opened at ``start`` ends, or None where the mark is an apostrophe.

    An s-apostrophe closes only where no later mark with punctuation before it does ("the parties' offer,' he said").
    ``barren`` is how far the text is known to hold no closing mark, and is given back, moved on: so no character is
    searched twice, however many apostrophes a hostile text opens.
    """
    if not _after(text, start + 1, hi).isalpha():
        return None, barren
    fallback, limit, tries = None, min(hi, start + 2000), 0
    for found in SINGLE_CLOSER.finditer(text, max(start + 2, barren), limit):
        at = found.start()
        if found.group() not in CLOSERS[mark] or _after(text, at + 1, hi).isalnum() or text[at - 1].isspace():
            continue
        if text[at - 1] != "s":
            return at + 1, barren
        fallback = fallback or at + 1
        tries += 1
        if at - start > 300 or tries == 8:
            break
    return (fallback, barren) if fallback else (None, limit)


def in_paragraph(text: str, lo: int, hi: int) -> tuple[list[Quotation], _Open | None]:
    """The quotations of ``text[lo:hi]``, outermost only, and the one left open at its end."""
    found: list[Quotation] = []
    opened: _Open | None = None
    skip_to = barren = lo
    for match in MARK.finditer(text, lo, hi):
        start, end, mark = match.start(), match.end(), match.group()
        if start < skip_to:
            continue
        if opened is not None:
            if mark in CLOSERS.get(opened.mark, "") and mark not in ("'", "’") and start > opened.start:
                reopened = _opens(text, start, end, lo, hi) and not _closes(text, start, end, lo, hi)
                if not reopened:
                    found.append(Quotation(opened.start, end))
                    opened = None
                elif mark == '"' and start - opened.start > 1:
                    # Two openings in a row: the first has lost its closing mark, which stood at a sentence's end.
                    found.append(Quotation(opened.start, _rescue(text, opened.start, start)))
                    opened = _Open(start, mark)
            elif mark == "''" and opened.mark == "``" and _closes(text, start, end, lo, hi):
                found.append(Quotation(opened.start, end))
                opened = None
            continue
        if mark in SINGLE:
            if _opens(text, start, end, lo, hi):
                stop, barren = _single_end(text, start, hi, mark, barren)
                if stop:
                    found.append(Quotation(start, stop))
                    skip_to = stop
        elif mark == "''" and _opens(text, start, end, lo, hi):
            opened = _Open(start, mark)
        elif mark in ("’", "''", "’’", "›"):
            continue
        elif mark == '"' and _before(text, start, lo).isdigit() and not _opens(text, start, end, lo, hi):
            continue  # inches
        elif mark in "”»" and not _opens(text, start, end, lo, hi):
            continue  # the end of something whose beginning is missing
        else:
            opened = _Open(start, mark)
    return found, opened


def _rescue(text: str, start: int, stop: int) -> int:
    """Where a quotation without a closing mark most likely ended: at the last sentence end before ``stop``."""
    window = text[start : min(stop, start + LONGEST)]
    best = None
    for match in re.finditer(r"[.!?,](?=\s)", window):
        best = match.end()
        if match.group() in ".!?":
            break
    return start + best if best and best > 2 else start + len(window.rstrip())


def quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """All quotations of a text in order of place, given its paragraphs as ``(start, end)``.

    A quotation left open at the end of a paragraph goes on where the next paragraph opens with a mark again, or where
    the next mark of the following paragraphs closes one; otherwise it ends with its paragraph. Linear in the length
    of the text: a paragraph is looked ahead at no more than `LOOK_AHEAD` times.
    """
    found: list[Quotation] = []
    carried: _Open | None = None
    for number, (lo, hi) in enumerate(paragraphs):
        if carried is not None:
            first = MARK.search(text, lo, hi)
            if first is None and hi - carried.start < LONGEST:
                continue
            if first is None:
                found.append(Quotation(carried.start, paragraphs[number - 1][1]))
                carried = None
            elif first.start() == lo and _opens(text, lo, first.end(), lo, hi):
                inner, still = in_paragraph(text, lo, hi)
                if still is not None and still.start == lo:
                    continue
                whole = inner[0].end if inner and inner[0].start == lo else paragraphs[number - 1][1]
                found.append(Quotation(carried.start, whole))
                found.extend(inner[1:] if whole != paragraphs[number - 1][1] else inner)
                carried = still
            else:
                stop = first.end()
                while first is not None and first.group() in "'’‘":
                    first = MARK.search(text, first.end(), hi)
                    stop = first.end() if first else stop
                if first is None:
                    continue
                found.append(Quotation(carried.start, stop))
                inner, carried = in_paragraph(text, stop, hi)
                found.extend(inner)
        else:
            inner, carried = in_paragraph(text, lo, hi)
            found.extend(inner)
        if carried is not None and not _goes_on(text, paragraphs, number, carried):
            found.append(Quotation(carried.start, hi))
            carried = None
    if carried is not None:
        found.append(Quotation(carried.start, paragraphs[-1][1]))
    return found


def _goes_on(text: str, paragraphs: list[tuple[int, int]], number: int, opened: _Open) -> bool:
    """Whether a quotation open at the end of a paragraph is taken up again in one of the next."""
    for ahead, (lo, hi) in enumerate(paragraphs[number + 1 : number + 1 + LOOK_AHEAD]):
        for mark in MARK.finditer(text, lo, min(hi, lo + 4000)):
            if mark.group() in SINGLE + "’":
                continue
            if mark.start() == lo:
                return ahead == 0 and _opens(text, lo, mark.end(), lo, hi)
            opens = _opens(text, mark.start(), mark.end(), lo, hi)
            return not opens and mark.group() in CLOSERS.get(opened.mark, "")
        if hi - opened.start > LONGEST:
            return False
    return False
