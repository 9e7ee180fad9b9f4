"""Characters of a text file in an encoding nobody told."""

import re

from charset_normalizer import from_bytes

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
SAMPLE = 64 * 2**10  # bytes an encoding is guessed from
DECLARED = re.compile(
    rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w\-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w\-]{2,40})"
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
MOST_NOISE = 0.02  # share of control and replacement characters that a text may hold


class NotText(Exception):
    """Bytes that are no text in any encoding."""


def decoded(content: bytes, *, declared: bool = False) -> str:
    """The characters of some bytes, with LF line ends and without a byte order mark.

    Tried in turn: the byte order mark, what an HTML page declares (where ``declared``), UTF-8, UTF-16 without a mark,
    and what charset-normalizer takes the first bytes for.

    Raises
    ------
    NotText
        Where the outcome is mostly noise.
    """
    text = _text(content, declared)
    sample = text[:SAMPLE]
    noise = len(CONTROL.findall(sample))
    if noise > MOST_NOISE * len(sample):
        raise NotText("binary data, not text; give a document")
    return legible(text)


def legible(text: str) -> str:
    """A text without what no text file can hold: control characters, halves of characters, CR line ends."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return CONTROL.sub(" ", whole.replace("\r\n", "\n").replace("\r", "\n"))


def _text(content: bytes, declared: bool) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if declared and (found := DECLARED.search(content[:4096])):
        name = (found.group(1) or found.group(2)).decode("ascii")
        try:
            return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        if b"\0" not in content[:SAMPLE]:
            return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > 0 and error.end >= len(content) - 3:
            return content.decode("utf-8", "replace")  # cut in the middle of its last character
    zeros = content[:SAMPLE].count(0)
    if zeros > len(content[:SAMPLE]) // 4:
        return content.decode("utf-16-be" if content[:1] == b"\0" else "utf-16-le", "replace")
    best = from_bytes(content[:SAMPLE]).best()
    if best is None:
        raise NotText("binary data, not text; give a document")
    return content.decode(best.encoding, "replace")
