"""The one table of kinds of source document: what tells each, what reads it, how long that may take, what it needs.

A reader of a further kind is a row of `KINDS`, a function from the bytes of a file to what `parsers` tells, a row in
`docs/ingest.md`, and its package in the group `ingest` of `pyproject.toml`. Nothing is imported here that reads.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

# The columns of a table of articles, and what each is of a document.
TABLE_COLUMNS = {"text": "text", "date": "published", "title": "title", "publisher": "publisher", "url": "url"}
_HEAD = 4096  # bytes in which HTML and mail make themselves known
_HTML = re.compile(rb"(?i)<(?:!doctype html|html|head|body|meta|title|article|div|p)[\s>/]")
_FIELDS = rb"From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To"
_MAIL = re.compile(rb"(?:(?:" + _FIELDS + rb"):[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.I)
_CUES = re.compile(rb"WEBVTT(?:\s|$)|\s*\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> ")
_CHARACTERS = {"charset-normalizer": "charset_normalizer"}
_PAGE = {"trafilatura": "trafilatura", "lxml": "lxml"}


@dataclass(frozen=True)
class Kind:
    """A kind of file that may be given as a source document.

    ``tells`` says of the bytes and the name of a file whether it is of this kind. ``words`` are what a reader calls it.

    What is read in a process of its own has a ``reader``, its function as `module:function`, and ``seconds``, how long
    that may take. Plain text has neither: it is read where it is asked for. What is not read at all has a ``remedy``:
    what to do instead.

    ``packages`` are those it needs beyond what a report does, as distribution and the module imported from it.
    ``title_first`` is set where the title is no part of the text and stands above it; ``without_text`` is what to do
    with a file of this kind that holds none.
    """

    name: str
    words: str
    tells: Callable[[bytes, str], bool]
    reader: str = ""
    seconds: float = 0.0
    packages: Mapping[str, str] = field(default_factory=dict)
    remedy: str = ""
    title_first: bool = False
    without_text: str = ""


def _opens(*signatures: bytes) -> Callable[[bytes, str], bool]:
    """A test of the first bytes."""
    return lambda content, name: content.startswith(signatures)


def _is_pdf(content: bytes, name: str) -> bool:
    return content[:1024].lstrip().startswith(b"%PDF-")


def _is_word(content: bytes, name: str) -> bool:
    return content.startswith(b"PK") and (b"word/" in content or b"[Content_Types].xml" in content)


def _holds(member: bytes) -> Callable[[bytes, str], bool]:
    """A test for a member of an archive, whose name stands in it in the clear; a Word file may hold any other."""
    return lambda content, name: content.startswith(b"PK") and member in content and b"word/document" not in content


def _is_old_office(stream: str) -> Callable[[bytes, str], bool]:
    """A test for a stream of an Office container."""
    return lambda content, name: content.startswith(b"\xd0\xcf\x11\xe0") and stream.encode("utf-16-le") in content


def _is_recording(content: bytes, name: str) -> bool:
    """Whether sound or a film begins."""
    signed = content.startswith((b"ID3", b"\xff\xfb", b"OggS", b"fLaC", b"\x1aE\xdf\xa3"))
    return signed or content[8:12] in (b"WAVE", b"AVI ") or (content[4:8] == b"ftyp" and not _is_picture(content, name))


def _is_picture(content: bytes, name: str) -> bool:
    """Whether an image begins."""
    signed = content.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"))
    return signed or content[8:12] == b"WEBP" or content[4:12] in (b"ftypheic", b"ftypavif", b"ftypmif1")


def _is_mail(content: bytes, name: str) -> bool:
    return bool(_MAIL.match(content[:_HEAD].lstrip()))


def _is_html(content: bytes, name: str) -> bool:
    """Whether there are tags in it; where other text comes first, the name has to say so too."""
    plain = content[:_HEAD].replace(b"\0", b"")
    return bool(_HTML.search(plain)) and (name.lower().endswith(("html", "htm")) or plain.lstrip()[:1] == b"<")


def _is_message(content: bytes, name: str) -> bool:
    """Whether an Office container holds a message of Outlook, by its streams or else its name."""
    office = content.startswith(b"\xd0\xcf\x11\xe0")
    return office and ("__substg1.0_".encode("utf-16-le") in content or name.lower().endswith(".msg"))


def _is_cues(content: bytes, name: str) -> bool:
    """Whether subtitles begin: the head of WebVTT, or a number and a time."""
    return bool(_CUES.match(content[:_HEAD].removeprefix(b"\xef\xbb\xbf")))


def _is_articles(content: bytes, name: str) -> bool:
    """Whether a table of articles is given, which its name has to say."""
    return name.lower().endswith((".csv", ".jsonl", ".ndjson"))


_HERE = "communique.sources.documents"
_PARSERS = f"{_HERE}.parsers"
_TABLE = "save the sheet of articles as .csv, with a column `text`"
_LINES = "give articles one a line as .jsonl, with a key `text`"
_SLIDES = "save their text as .docx or .txt"
KINDS = (  # a file is of the first kind that tells so: signatures before HTML, and plain text last
    Kind("msg", "an Outlook message", _is_message, remedy="save it in Outlook as text, or drag it out as .eml"),
    Kind("xls", "an old Excel file", _is_old_office("Workbook"), remedy=_TABLE),
    Kind("ppt", "old slides of PowerPoint", _is_old_office("PowerPoint Document"), remedy=_SLIDES),
    Kind("doc", "an old Word or Office file", _opens(b"\xd0\xcf\x11\xe0"), remedy="save it as .docx"),
    Kind(
        name="rtf",
        words="RTF",
        tells=_opens(b"{\\rtf"),
        reader=f"{_PARSERS}:rtf",
        seconds=20,
        packages={"striprtf": "striprtf"} | _CHARACTERS,
    ),
    Kind("gzip", "a gzip archive", _opens(b"\x1f\x8b"), remedy="unpack it first"),
    Kind("7z", "a 7-Zip archive", _opens(b"7z\xbc\xaf"), remedy="unpack it first"),
    Kind("rar", "a RAR archive", _opens(b"Rar!"), remedy="unpack it first"),
    Kind("image", "an image", _is_picture, remedy="put its text into a .txt file"),
    Kind("recording", "a recording", _is_recording, remedy="give its transcript or subtitles (.txt, .vtt, .srt)"),
    Kind("program", "a program", _opens(b"\x7fELF", b"MZ\x90"), remedy="give documents only"),
    Kind(
        name="eml",
        words="mail",
        tells=_is_mail,
        reader=f"{_HERE}.mails:eml",
        seconds=20,
        packages=_PAGE | _CHARACTERS,
        title_first=True,
        without_text="save what is attached to it, and give that",
    ),
    Kind("xlsx", "an Excel file", _holds(b"xl/workbook"), remedy=_TABLE),
    Kind("pptx", "slides of PowerPoint", _holds(b"ppt/presentation"), remedy=_SLIDES),
    Kind("odt", "an OpenDocument file", _holds(b"application/vnd.oasis.opendocument"), remedy="save it as .docx"),
    Kind("epub", "an electronic book", _holds(b"application/epub"), remedy="save the chapters wanted as .html or .txt"),
    Kind(
        name="docx",
        words="Word",
        tells=_is_word,
        reader=f"{_HERE}.word:docx",
        seconds=30,
        packages={"python-docx": "docx"},
        without_text="if its pages are pictures, they need text recognition first",
    ),
    Kind("zip", "a ZIP archive", _opens(b"PK"), remedy="unpack it first"),
    Kind(
        name="pdf",
        words="PDF",
        tells=_is_pdf,
        reader=f"{_PARSERS}:pdf",
        seconds=90,
        packages={"pypdf": "pypdf"},
        without_text="a scanned PDF needs text recognition first",
    ),
    Kind(
        name="html",
        words="HTML",
        tells=_is_html,
        reader=f"{_PARSERS}:html",
        seconds=20,
        packages=_PAGE | _CHARACTERS,
        title_first=True,
    ),
    Kind(
        name="subtitles",
        words="subtitles",
        tells=_is_cues,
        reader=f"{_HERE}.subtitles:subtitles",
        seconds=20,
        packages={"webvtt-py": "webvtt"} | _CHARACTERS,
    ),
    Kind("json", "a JSON file", lambda content, name: name.lower().endswith(".json"), remedy=_LINES),
    Kind(
        name="table",
        words="table",
        tells=_is_articles,
        reader=f"{_HERE}.tables:table",
        seconds=20,
        packages=_CHARACTERS,
    ),
    Kind("text", "text", lambda content, name: True, packages=_CHARACTERS | {"anyascii": "anyascii"}),
)


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of a file by its first bytes; its name decides in doubt only, between plain text and HTML."""
    return next(kind for kind in KINDS if kind.tells(content, name))


def named(name: str) -> Kind:
    """The kind of a name; KeyError for one that is none."""
    return {kind.name: kind for kind in KINDS}[name]


def read_kinds() -> tuple[Kind, ...]:
    """The kinds that are read."""
    return tuple(kind for kind in KINDS if not kind.remedy)


def modules() -> frozenset[str]:
    """The modules that reading documents imports beyond those of a report."""
    return frozenset(module for kind in KINDS for module in kind.packages.values())
