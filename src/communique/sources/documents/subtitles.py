"""Subtitles and the transcripts of machines as turns: one paragraph for each stretch that somebody speaks."""

import re
from itertools import groupby

from communique.sources.documents.encodings import decoded
from communique.sources.documents.parsers import DocumentRefused

NAMED = re.compile(r"(?:>>\s*)?(?P<who>[A-Z][\w.’'\-]*(?: [\w.’'\-]+){0,5}):\s+(?P<said>.+)", re.S)
TAG = re.compile(r"<[^<>\n]{0,200}>")
# Teams: "0:0:4.250 --> 0:0:9.120", then who speaks, then what. Others: "Name  0:04", then what.
SPAN = re.compile(r"(?:\d{1,2}:){1,2}\d{1,2}(?:[.,]\d{1,3})?\s*-->\s*(?:\d{1,2}:){1,2}\d{1,2}(?:[.,]\d{1,3})?")
STAMPED = re.compile(r"(?P<who>[A-Z][\w.’'\-]*(?: [\w.’'()\-]+){0,5}?)\s{1,4}[\[(]?(?:\d{1,2}:){1,2}\d\d[\])]?")
LEAST = 2  # stretches from which a text is a transcript
Turn = tuple[str, str]


def subtitles(content: bytes) -> dict:
    """Text of WebVTT or SubRip: who speaks by the voice of a cue or by a name before a colon, cues of one joined."""
    import io

    import webvtt

    text = decoded(content)
    form = "vtt" if text.lstrip().startswith("WEBVTT") else "srt"
    try:
        captions = list(webvtt.from_buffer(io.StringIO(text), format=form))
    except Exception as error:
        raise DocumentRefused(f"damaged subtitles ({type(error).__name__}); save them as text") from None
    if not captions:
        raise DocumentRefused("no cue in these subtitles; save them as text")
    told = [_cue(caption.voice, TAG.sub("", caption.raw_text)) for caption in captions]
    notes = [] if any(who for who, _ in told) else ["the subtitles name no speakers"]
    return {"text": joined(told), "notes": notes}


def _cue(voice: str | None, said: str) -> Turn:
    said = " ".join(said.split())
    if voice:
        return voice.strip(), said
    named = NAMED.fullmatch(said)
    return (named.group("who"), named.group("said")) if named else ("", said.removeprefix(">> "))


def joined(told: list[Turn]) -> str:
    """Paragraphs with the name of who speaks in front; what names nobody goes on with who spoke last."""
    last, named = "", []
    for who, said in told:
        last = who or last
        named.append((last, said))
    runs = [(who, " ".join(said for _, said in run)) for who, run in groupby(named, key=lambda turn: turn[0])]
    return "\n\n".join(f"{who}: {said}" if who else said for who, said in runs if said)


def transcript(text: str) -> str:
    """A text with the turns of a meeting's machine transcript as paragraphs; as it was where it is none."""
    rows = text.splitlines()
    for marks in (_spans, _stamps):
        starts = marks(rows)
        if len(starts) >= LEAST:
            return _turned(rows, starts)
    timed = [row for row in rows if SPAN.fullmatch(row.strip())]
    return "\n".join(row for row in rows if row not in timed) if len(timed) >= LEAST else text


def _spans(rows: list[str]) -> list[tuple[int, int, str]]:
    """Lines from and behind the head of each stretch of Teams, and who speaks."""
    found = []
    for at, row in enumerate(rows):
        if SPAN.fullmatch(row.strip()) and at + 2 < len(rows) and rows[at + 1].strip() and rows[at + 2].strip():
            found.append((at, at + 2, rows[at + 1].strip()))
    return found


def _stamps(rows: list[str]) -> list[tuple[int, int, str]]:
    """The same where a name and a time stand on one line."""
    found = []
    for at, row in enumerate(rows):
        named = STAMPED.fullmatch(row.strip())
        if named and at + 1 < len(rows) and rows[at + 1].strip():
            found.append((at, at + 1, named.group("who")))
    return found


def _turned(rows: list[str], starts: list[tuple[int, int, str]]) -> str:
    head = "\n".join(rows[: starts[0][0]]).strip()
    told = []
    for (_, first, who), following in zip(starts, [*starts[1:], None], strict=True):
        stop = following[0] if following else len(rows)
        told.append((who, " ".join(" ".join(rows[first:stop]).split())))
    return "\n\n".join(filter(None, (head, joined(told))))
