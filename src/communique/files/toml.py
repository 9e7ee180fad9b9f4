"""Words from a TOML file as a frozen dataclass with a field for each key: what the file lacks or adds is named."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, get_type_hints

from communique.errors import DataError, Fault
from communique.files.regular import read_regular
from communique.suggest import suggestion

Kind = TypeVar("Kind")
_LINE = re.compile(r"line (\d+)")


class _Twice(Exception):
    """A word that is in a list twice."""


def read_words(path: Path, kind: type[Kind]) -> Kind:
    """The words of a file as a `kind`, a dataclass whose fields are of the types that `_VALUES` lists.

    Raises
    ------
    DataError
        Lists every fault: the file cannot be read or is no TOML, a key is missing or there is none of the name, a
        value is not of the field's type, a word is in a list twice.
    """
    try:
        content = read_regular(path)
        text = content.decode("utf-8-sig")
        found = tomllib.loads(text)
    except OSError as error:
        remedy = "a data folder has the word lists of the project's own"
        raise DataError([Fault(str(path), 0, "", f"cannot be read ({error.strerror})", remedy)]) from None
    except UnicodeDecodeError as error:
        raise DataError([Fault(str(path), 0, "", f"not UTF-8 (byte {error.start + 1})", "save it as UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        raise DataError([Fault(str(path), int(line[1]) if line else 0, "", f"no TOML: {error}", "")]) from None
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    faults = [_unknown(path, text, key, [name for name in names if name not in found]) for key in found.keys() - names]
    values = {}
    for name in names:
        if name not in found:
            faults.append(Fault(str(path), 0, name, "the key is missing", "add it, with its words"))
            continue
        make, what = _VALUES[types[name]]
        try:
            values[name] = make(found[name])
        except _Twice as twice:
            problem = f"{twice.args[0]!r} is in the list twice"
            faults.append(Fault(str(path), _line(text, name), name, problem, "name it once"))
        except ValueError:
            faults.append(Fault(str(path), _line(text, name), name, f"this is not {what}", "write one"))
    if faults:
        raise DataError(faults)
    return kind(**values)


def _unknown(path: Path, text: str, key: str, choices: list[str]) -> Fault:
    remedy = suggestion(key, choices) if choices else "remove it"
    return Fault(str(path), _line(text, key), key, f"there is no key {key!r}", remedy)


def _line(text: str, key: str) -> int:
    """The line a key stands on, counted from 1; 0 where it is not found."""
    match = re.search(rf"(?m)^\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[=\].]", text)
    return 1 + text.count("\n", 0, match.start(0) + len(match[0]) - len(match[0].lstrip())) if match else 0


def _list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise ValueError
    twice = sorted({word for word in value if value.count(word) > 1})
    if twice:
        raise _Twice(twice[0])
    return tuple(value)


def _table(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(word, str) for word in value.values()):
        raise ValueError
    return MappingProxyType(value)


_VALUES = {
    tuple[str, ...]: (_list, "a list of words, in order"),
    frozenset[str]: (lambda value: frozenset(_list(value)), "a list of words"),
    frozenset[tuple[str, ...]]: (
        lambda value: frozenset(tuple(phrase.split()) for phrase in _list(value)),
        "a list of phrases",
    ),
    Mapping[str, str]: (_table, "a table of words for words"),
}
