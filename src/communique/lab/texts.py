"""Texts to look a term up in: the statements of a process, or a file of one's own."""

import json
import re
from pathlib import Path

import pandas as pd

from communique.errors import DataError, Fault, ParameterError
from communique.facts.shared import known
from communique.language import mention_table
from communique.process.round_names import by_statement
from communique.prose import counted

MOST_BYTES = 200_000_000
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def texts_of(process: str = "", *, file: str = "") -> pd.DataFrame:
    """The texts of a process, or of a `file` where one is named: ``statement_id``, ``text`` and ``who``.

    A file is JSON Lines (``.jsonl``: an object with ``id`` and ``text`` a line) or plain text (``.txt``: paragraphs,
    parted by blank lines, numbered from 1), in UTF-8.

    Raises
    ------
    ParameterError
        For a file that is not there, or of another kind.
    DataError
        For a file that cannot be read, naming every line at fault.
    """
    if file:
        return _of_file(Path(file).expanduser())
    told = known(process)
    spoken = told.spoken()
    names = spoken["name"] + ", " + spoken["round"].map(told.rounds.set_index("round")["short"])
    return spoken[["statement_id", "text"]].assign(who=names.astype("str"))


def mentions_in(texts: pd.DataFrame, process: str = "") -> pd.DataFrame:
    """Every mention in the texts, terms in another sense too, with the columns of `mention_table`, ``text``, ``who``.

    Where the texts are statements of `process`, their own talks, and those around them, are known by name.
    """
    told = known(process) if process else None
    own, places = (by_statement(told), told.places) if told else ({}, ())
    mentions = mention_table(texts[["statement_id", "text"]], all_senses=True, own=own, places=places)
    return mentions.merge(texts, on="statement_id", how="left", validate="many_to_one")


def _of_file(path: Path) -> pd.DataFrame:
    if path.suffix not in (".jsonl", ".txt"):
        raise ParameterError(f"{path}: texts come as .jsonl (id and text on each line) or .txt (paragraphs)")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ParameterError(f"{path}: larger than {MOST_BYTES // 10**6} MB; use `communique mentions` for so much")
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ParameterError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise DataError([Fault(str(path), 0, "", f"not UTF-8 (byte {error.start + 1})", "save it as UTF-8")]) from None
    rows = _paragraphs(content) if path.suffix == ".txt" else _lines(path, content)
    if not rows:
        raise DataError([Fault(str(path), 0, "", "holds no text", f"it needs {counted(1, 'text')} or more")])
    table = pd.DataFrame(rows, columns=["statement_id", "text"])
    return table.assign(who=table["statement_id"])


def _paragraphs(content: str) -> list[tuple[str, str]]:
    parts = [" ".join(part.split()) for part in _PARAGRAPH.split(content.replace("\r\n", "\n"))]
    return [(f"paragraph {place}", part) for place, part in enumerate(filter(None, parts), start=1)]


def _lines(path: Path, content: str) -> list[tuple[str, str]]:
    texts: list[tuple[str, str]] = []
    faults: list[Fault] = []
    known_ids: set[str] = set()
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            key, text = str(record["id"]), record["text"]
        except (ValueError, KeyError, TypeError, RecursionError):
            faults.append(Fault(str(path), number, "", "no object with id and text", 'write {"id": …, "text": …}'))
            continue
        if not isinstance(text, str):
            faults.append(Fault(str(path), number, "text", "is no string", "put the text in quotation marks"))
        elif key in known_ids:
            faults.append(Fault(str(path), number, "id", f"{key!r} is there twice", "give each text an id of its own"))
        else:
            known_ids.add(key)
            texts.append((key, text))
    if faults:
        raise DataError(faults)
    return texts
