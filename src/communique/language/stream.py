"""The command ``communique mentions``: JSON Lines of texts in, JSON Lines of mentions out, one line at a time."""

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from communique.errors import printable
from communique.files.jsonlines import kind, object_of
from communique.language.reader import Mention, reader

# Longest line read, in bytes; a longer one is reported and skipped without ever being held in memory whole.
LONGEST_LINE = 64 * 2**20
# Exit code where a line could not be read, that of `DataError`.
BAD_LINES = 3
_PIECE = 2**20


def read_and_write(
    lines_in: Iterable[bytes] | Iterable[str],
    out: TextIO,
    err: TextIO,
    *,
    all_mentions: bool = False,
    places: Iterable[str] = (),
    about_talks: bool = False,
) -> int:
    """Write the mentions of each text as JSON Lines, and say which lines could not be read.

    Parameters
    ----------
    lines_in
        A binary or text stream, or any iterable of lines; each line an object with ``id`` (kept as it is), ``text``
        and, where the text is an excerpt, ``before``: what was said just before it. Blank lines are passed over. Of a
        text stream the bytes below are read where they can be had, so that bad UTF-8 is seen.
    out
        Receives one line per mention: ``id``, ``start``, ``end``, ``surface``, ``term``, ``family``, ``polarity``,
        ``status``, ``cue``, ``rule``, ``intensity``, ``resolution``, ``refers_to``, ``about`` and ``certainty``.
    err
        Receives one line for each line that is skipped.
    all_mentions
        Also terms in a sense that is not about talks, with status ``off``.
    places
        Names of talks beside those of the lexicon, see `find_mentions`.
    about_talks
        The texts are known to be about talks, see `find_mentions`.

    Returns
    -------
    int
        0, or 3 where at least one line was skipped.
    """
    texts, places = reader(), tuple(places)
    skipped = False
    for number, line in enumerate(_lines(lines_in), start=1):
        try:
            record = _record(line)
        except ValueError as error:
            skipped = True
            err.write(f"line {number}: {printable(error)}; line skipped\n")
            continue
        if record is None:
            continue
        identifier, text, before = record
        options = {"all_senses": all_mentions, "before": before, "places": places, "about_talks": about_talks}
        for mention in texts.read(text, **options):
            out.write(_line(identifier, mention))
    return BAD_LINES if skipped else 0


def _lines(stream: Iterable[bytes] | Iterable[str]) -> Iterator[bytes | str | None]:
    """Lines of a stream; None stands for one that is too long to be held."""
    binary = getattr(stream, "buffer", stream)
    readline = getattr(binary, "readline", None)
    if readline is None:
        yield from stream
        return
    while line := readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line[-1:] in (b"\n", "\n"):
            yield line
            continue
        while (rest := readline(_PIECE)) and rest[-1:] not in (b"\n", "\n"):
            pass
        yield None


def _record(line: bytes | str | None) -> tuple[object, str, str] | None:
    """Identifier, text and what stands before the text of a line; None for a blank one.

    Raises
    ------
    ValueError
        Says what is wrong with the line.
    """
    if line is None:
        raise ValueError(f"longer than {LONGEST_LINE // 2**20} MB")
    record = object_of(line)
    if record is None:
        return None
    for name in ("id", "text"):
        if name not in record:
            raise ValueError(f"has no {name!r}")
    if not isinstance(record["text"], str):
        raise ValueError(f"'text' is {kind(record['text'])}, not a string")
    if isinstance(record["id"], dict | list):
        raise ValueError(f"'id' is {kind(record['id'])}, not a string or number")
    before = record.get("before", "")
    if not isinstance(before, str):
        raise ValueError(f"'before' is {kind(before)}, not a string")
    return record["id"], record["text"], before


def _line(identifier: object, mention: Mention) -> str:
    record = {
        "id": identifier,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "term": mention.term,
        "family": mention.family,
        "polarity": mention.polarity,
        "status": mention.status,
        "cue": mention.cue,
        "rule": mention.rule,
        "intensity": mention.intensity,
        "resolution": mention.resolution,
        "refers_to": mention.refers_to,
        "about": mention.about,
        "certainty": mention.certainty,
    }
    line = json.dumps(record, ensure_ascii=False)
    if not line.isascii() and not _writable(line):  # half a surrogate pair can stand in JSON, not in UTF-8
        line = json.dumps(record)
    return line + "\n"


def _writable(line: str) -> bool:
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
