"""Text of a source document, whatever its kind, within bounds and off line."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from communique.files.regular import read_regular
from communique.sources.documents.databases import articles
from communique.sources.documents.encodings import NotText, decoded, legible
from communique.sources.documents.kinds import Kind, kind_of, named
from communique.sources.documents.metadata import Particulars, from_name, from_text
from communique.sources.documents.sandbox import Parser
from communique.sources.documents.subtitles import transcript

MOST_BYTES = 32 * 2**20
MOST_CHARACTERS = 8_000_000  # some 1.3 million words: longer than any transcript, shorter than what harms
LEFT_OUT = frozenset((".csv", ".json", ".jsonl", ".yml", ".yaml", ".py", ".ipynb", ".toml"))


class Unreadable(Exception):
    """A document that cannot be read; the text of the error says why and what would work."""


@dataclass(frozen=True)
class Document:
    """A source document as read.

    ``text`` is what all offsets count in, as Python counts characters; line ends are LF, a byte order mark is gone.
    ``headline`` is where the headline ends in the text, None where the text does not tell. ``kind`` is the name
    of a row of `kinds`; ``notes`` say what was left out.
    """

    path: Path
    text: str
    kind: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    url: str = ""
    day_of_year: tuple[int, int] | None = None  # month and day where the year is not told
    headline: int | None = None
    notes: tuple[str, ...] = field(default=())


def read(path: Path, parser: Parser | None = None) -> Document:
    """The document in a file, the first where it holds several; see `read_all`."""
    return next(read_all(path, parser))


def read_all(path: Path, parser: Parser | None = None) -> Iterator[Document]:
    """Yield the documents of a file: one, or the articles of an export, a table or a thread of mails.

    ``parser`` runs what is dangerous to parse in a process of its own; without one, it is started for this document
    alone.

    Raises
    ------
    Unreadable
        Where nothing can be read: too large, damaged, encrypted, no document at all.
    """
    content = _bytes(path)
    kind = kind_of(content, path.name)
    if kind.remedy:
        raise Unreadable(f"{kind.words}, not a document; {kind.remedy}")
    if not kind.reader:
        try:
            text = decoded(content)
        except NotText as error:
            raise Unreadable(str(error)) from None
        yield from _documents(path, kind, {"text": text})
        return
    if parser is None:
        with Parser() as own:
            answer = own.parse(path, kind.name)
    else:
        answer = parser.parse(path, kind.name)
    if "error" in answer:
        raise Unreadable(answer["error"])
    for told in answer.get("articles", [answer]):
        yield from _documents(path, kind, told)


def in_row(path: Path, row: dict[str, str]) -> Iterator[Document]:
    """Yield the documents of a row of a table of articles, whose columns have the names of `kinds.TABLE_COLUMNS`.

    The day of the row outranks what its text and the name of the file tell. Raises `Unreadable` as `read_all` does.
    """
    from communique.sources.documents.tables import article

    told = article(row)
    day = date.fromisoformat(told["published"]) if told["published"] else None
    for document in _documents(path, named("table"), told):
        yield replace(document, published=day) if day else document


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            os.listdir(path)  # a folder within a folder comes here only where this fails
        if not path.is_file():
            raise Unreadable("no such file" if not path.exists() else "no regular file; give documents or folders")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable(f"{size / 2**20:.0f} MB; at most {MOST_BYTES // 2**20} MB are read: split it")
        content = read_regular(path)
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be opened ({getattr(error, 'strerror', None) or error})") from None
    if not content.strip():
        raise Unreadable("the file is empty")
    return content


def _documents(path: Path, kind: Kind, answer: dict) -> Iterator[Document]:
    """Yield what a reader has told, cut into the articles of an export where it is one."""
    text = legible(answer["text"])
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"{len(text):,} characters of text; at most {MOST_CHARACTERS:,} are read: split it")
    if not any(character.isalpha() for character in text[:200_000]):
        raise Unreadable("; ".join(filter(None, ("no text in it", kind.without_text))))
    found = articles(text)
    if not found:
        yield _document(path, transcript(text), kind, answer)
    for article in found:
        yield _document(path, article.text, kind, vars(article) | {"notes": answer.get("notes", ())})


def _document(path: Path, text: str, kind: Kind, answer: dict) -> Document:
    """A document with its particulars: what its text tells first, then its file's name, then what its format tells.

    A day that is only the file's own, as when a PDF was made, is no day of publication: it is a guess, and noted.
    """
    told = {name: legible(answer.get(name) or "") for name in ("title", "publisher", "author", "url")}
    told = Particulars(**told)
    stated = date.fromisoformat(answer["published"]) if answer.get("published") else None
    headline = None
    if told.title:
        first = text.split("\n", 1)[0].strip()
        if " ".join(first.split()) == " ".join(told.title.split()):
            headline = len(text.split("\n", 1)[0])
        elif kind.title_first:
            text = f"{told.title}\n\n{text}"
            headline = len(told.title)
    seen = from_text(text)
    day = seen.published or from_name(path.name).published or stated
    if "title" in answer and kind.name == "text":  # an article of an export: its field outranks what its words tell
        day = stated or day
    notes = tuple(map(legible, answer.get("notes", ())))
    if day is None and not seen.day_of_year and answer.get("made"):
        notes = (*notes, f"its day is not told; a guess, by when the file was made: {answer['made']}")
    return Document(
        path=path,
        text=text,
        kind=kind.name,
        title=told.title or seen.title,
        publisher=told.publisher or seen.publisher,
        author=told.author or seen.author,
        published=day,
        url=told.url or seen.url,
        day_of_year=seen.day_of_year,
        headline=headline,
        notes=notes,
    )


def documents(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to be read: each file given, and the files of each folder by name, hidden ones left out.

    Links that lead out of a folder or in a circle are not followed, nor are tables and programs read that lie beside
    documents. A folder within that cannot be opened is handed on as it is, so that reading it tells why.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        root = os.path.realpath(path)
        for file in _files_below(path):
            if _is_hidden(Path(file.name)) or file.suffix.lower() in LEFT_OUT:
                continue
            if file.is_symlink() and not _leads_within(file, root):
                continue
            yield file


def _files_below(root: Path) -> list[Path]:
    """The files of a folder and its folders in order of name, and the folders that cannot be opened."""
    closed: list[OSError] = []
    found = [
        Path(folder, name)
        for folder, _, names in os.walk(root, onerror=closed.append)
        if not _is_hidden(Path(folder).relative_to(root))
        for name in names
    ]
    return sorted([*found, *(Path(error.filename) for error in closed)])


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _leads_within(link: Path, root: str) -> bool:
    """Whether a link leads to a file below ``root``."""
    target = os.path.realpath(link)
    return os.path.isfile(target) and os.path.commonpath([root, target]) == root
