"""Which values a parameter of a report may take, asked before a report is planned and by its notebook."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from communique.errors import ParameterError

_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "PROCESS": ((str, Path), "text"),
    "ROUND": ((int,), "a whole number"),
    "AS_OF": ((str, date, type(None)), "text or none"),
    "COMPARE_TO": ((str,), "text"),
    "CONCORDANCE_LINES": ((int,), "a whole number"),
    "INTERVAL_LEVEL": ((int, float), "a number"),
    "SEED": ((int,), "a whole number"),
}
_LIMITS: dict[str, tuple[Callable[[float], bool], str]] = {
    "INTERVAL_LEVEL": (lambda level: 0 < level < 1, "a share between 0 and 1, e.g. 0.9"),
    "SEED": (lambda seed: seed >= 0, "a whole number from 0 up"),
    "CONCORDANCE_LINES": (lambda lines: lines >= 1, "a whole number from 1 up"),
}


def refuse_beyond(values: Mapping[str, Any]) -> None:
    """Raise `ParameterError` for a value that its parameter cannot take; parameters without limits take any."""
    for name, value in values.items():
        types, words = _TYPES.get(name, ((object,), ""))
        if not _is_one_of(value, types):
            raise ParameterError(f"{name} takes {words}, not {value!r}")
        if name in _LIMITS:
            fits, words = _LIMITS[name]
            if not fits(value):
                raise ParameterError(f"{name} takes {words}, not {value}")


def _is_one_of(value: Any, types: tuple[type, ...]) -> bool:
    """Whether a value is of one of the types; a whole number of numpy's is one too, and a truth value is none."""
    if isinstance(value, bool):
        return object in types
    return isinstance(value, types) or (int in types and hasattr(value, "dtype") and value.dtype.kind in "iu")
