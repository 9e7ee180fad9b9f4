"""The files of a corpus: one file, or a folder of them, on this machine or wherever fsspec reaches."""

import bz2
import gzip
import io
import lzma
import os
import posixpath
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

from communique.errors import CommuniqueError, ParameterError

TABLES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet"}
LEFT_OUT = frozenset((".json", ".yml", ".yaml", ".py", ".ipynb", ".toml"))  # what lies beside texts, and is none
# What reading a damaged or vanished file raises; the last three are of bytes that do not decompress.
DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError)
_PIECE = 2**20
_STAMPS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "created")


@dataclass(frozen=True)
class CorpusFile:
    """A file of a corpus.

    ``url`` is what opens it anywhere, ``name`` its path within the corpus. ``kind`` is jsonl, csv, parquet, or document
    for what `sources.documents` reads; ``compression`` an ending such as ``.gz``, or empty. ``stamp`` changes where
    the file does.
    """

    url: str
    name: str
    kind: str
    compression: str
    size: int
    stamp: str


def files_of(corpus: str) -> list[CorpusFile]:
    """The files of a corpus in order of name; hidden ones and programs that lie beside texts are left out.

    Raises
    ------
    ParameterError
        There is nothing at that address, or nothing in it that can be read.
    """
    import fsspec

    try:
        system, root = fsspec.core.url_to_fs(corpus)
        if system.isfile(root):
            found = {root: system.info(root)}
            base = posixpath.dirname(root)
        else:
            found, base = _below(system, root), root
    except (OSError, ValueError, ImportError) as error:
        raise ParameterError(
            f"the corpus {corpus} cannot be opened ({error}); give a file, a folder or a URL"
        ) from None
    files = [_file(system, base, path, told) for path, told in sorted(found.items())]
    files = [file for file in files if file is not None]
    if not files:
        raise ParameterError(f"{corpus}: no file to read; give JSON Lines, CSV, Parquet or documents")
    return files


def _below(system: Any, root: str) -> dict[str, dict]:
    """What `system.info` tells of each file below a folder; links to folders are not followed, nor hidden ones."""
    if "file" not in _protocols(system):
        return system.find(root, detail=True)
    if not os.path.isdir(root):
        raise FileNotFoundError("there is no such file or folder")
    found = {}
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".")]
        paths = [posixpath.join(folder, name) for name in names]
        found |= {path: system.info(path) for path in paths if os.path.isfile(path)}
    return found


def _file(system: Any, base: str, path: str, told: dict) -> CorpusFile | None:
    name = posixpath.relpath(path, base)
    if any(part.startswith(".") for part in name.split("/")):
        return None
    stem, compression = posixpath.splitext(name.lower())
    if compression not in _DECOMPRESSING:
        stem, compression = name.lower(), ""
    ending = posixpath.splitext(stem)[1]
    if ending in LEFT_OUT:
        return None
    kind = TABLES.get(ending, "document")
    if compression and kind in ("document", "parquet"):  # reading it says what to do with such a file
        kind, compression = "document", ""
    shown = os.fsencode(name).decode("utf-8", "replace")
    return CorpusFile(system.unstrip_protocol(path), shown, kind, compression, int(told["size"]), _stamp(told))


def _stamp(told: dict) -> str:
    """What changes where a file does: its size, and what its system knows of its last change."""
    return " ".join([str(told["size"]), *(str(told[name]) for name in _STAMPS if name in told)][:2])


def refuse_changed(file: CorpusFile) -> None:
    """Raise `CommuniqueError` where a file is not what it was when it was listed, `OSError` where it is gone."""
    import fsspec

    system, path = fsspec.core.url_to_fs(file.url)
    system.invalidate_cache()
    if _stamp(system.info(path)) != file.stamp:
        raise CommuniqueError(f"{file.name}: the file has changed since the scan began; begin it anew (--anew)")


@contextmanager
def opened(file: CorpusFile, start: int = 0) -> Iterator[BinaryIO]:
    """A block with the bytes of a file, decompressed, from an offset on; raises one of `DAMAGED` where it cannot."""
    import fsspec

    with ExitStack() as stack:
        stream = raw = stack.enter_context(fsspec.open(file.url, "rb").open())
        if file.compression in _DECOMPRESSING:
            stream = stack.enter_context(_DECOMPRESSING[file.compression](raw))
            while start and (piece := stream.read(min(start, _PIECE))):
                start -= len(piece)
        else:
            stream.seek(start)
        yield stream


def _zstandard(raw: BinaryIO) -> BinaryIO:
    from pyarrow import CompressedInputStream, PythonFile

    return io.BufferedReader(CompressedInputStream(PythonFile(raw, "r"), "zstd"), _PIECE)


_DECOMPRESSING = {
    ".gz": lambda raw: gzip.GzipFile(fileobj=raw),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
    ".zst": _zstandard,
}


def is_local(file: CorpusFile) -> bool:
    """Whether a file lies in a file system of this machine."""
    return file.url.startswith("file://")


def local_path(file: CorpusFile) -> str:
    """The path of a file of this machine."""
    import fsspec

    return fsspec.core.url_to_fs(file.url)[1]


def _protocols(system: Any) -> tuple[str, ...]:
    return (system.protocol,) if isinstance(system.protocol, str) else tuple(system.protocol)
