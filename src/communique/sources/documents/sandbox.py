"""Kinds of documents that are dangerous to parse, parsed in a process of its own with a bound on memory and time."""

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from communique.sources.documents.kinds import named

LARGEST_ANSWER = 64 * 2**20
STARTING = 300  # seconds for the worker to start, on a machine with much else to do


class Parser:
    """A worker that turns files into text by the readers of `kinds`.

    It is started when first needed, serves one document after another, and is replaced where a document kills it,
    holds it for too long or answers too much. A context manager: the worker ends with it. ``seconds`` are limits by
    kind, other than those of the table; they are of reading, and do not run while the worker starts. ``columns`` are
    what a table of articles calls its columns, by their names here.
    """

    def __init__(self, *, seconds: dict[str, float] | None = None, columns: Mapping[str, str] | None = None):
        self.seconds = seconds or {}
        self.columns = dict(columns or {})
        self._worker: subprocess.Popen | None = None

    def __enter__(self) -> "Parser":
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.wait()
            for pipe in (self._worker.stdin, self._worker.stdout):
                pipe.close()
            self._worker = None

    def _start(self) -> subprocess.Popen:
        if self._worker is None or self._worker.poll() is not None:
            self.close()
            self._worker = subprocess.Popen(
                [
                    sys.executable,
                    "-I",
                    "-c",
                    f"import sys; sys.path[:0] = {sys.path!r}; "
                    f"from communique.sources.documents.parsers import serve; serve({os.getpid()})",
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            try:
                self._answer(self._worker, time.monotonic() + STARTING)
            except TimeoutError as error:
                raise EOFError from error
        return self._worker

    def parse(self, path: Path, kind: str) -> dict:
        """Text and particulars of a file of a named kind, or `{"error": why it cannot be read}`."""
        row = named(kind)
        limit = self.seconds.get(kind, row.seconds)
        asked = {"path": str(path), "kind": kind, "reader": row.reader}
        asked["columns"] = self.columns if kind == "table" else None
        try:
            worker = self._start()
            worker.stdin.write(json.dumps(asked).encode() + b"\n")
            worker.stdin.flush()
            answer = self._answer(worker, time.monotonic() + limit)
        except TimeoutError:
            self.close()
            return {
                "error": f"reading it took more than {limit:g} seconds; give a smaller or simpler {kind.upper()} file"
            }
        except (EOFError, OSError):
            self.close()
            return {
                "error": f"reading it needs too much memory or breaks the reader; give a simpler {kind.upper()} file"
            }
        return json.loads(answer)

    def _answer(self, worker: subprocess.Popen, deadline: float) -> bytes:
        """The line the worker answers with."""
        pieces: list[bytes] = []
        size = 0
        with selectors.DefaultSelector() as selector:
            selector.register(worker.stdout, selectors.EVENT_READ)
            while True:
                left = deadline - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise TimeoutError
                piece = worker.stdout.read1(1 << 16)
                if not piece:
                    raise EOFError
                pieces.append(piece)
                size += len(piece)
                if piece.endswith(b"\n"):
                    return b"".join(pieces)
                if size > LARGEST_ANSWER:
                    raise EOFError
