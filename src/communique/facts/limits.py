"""Which values of its kind a parameter of a report may take."""

from collections.abc import Callable, Mapping
from typing import Any

from communique.errors import ParameterError

_LIMITS: dict[str, tuple[Callable[[float], bool], str]] = {
    "INTERVAL_LEVEL": (lambda level: 0 < level < 1, "a share between 0 and 1, e.g. 0.9"),
    "SEED": (lambda seed: seed >= 0, "a whole number from 0 up"),
    "CONCORDANCE_LINES": (lambda lines: lines >= 1, "a whole number from 1 up"),
}


def refuse_beyond(values: Mapping[str, Any]) -> None:
    """Raise `ParameterError` for a value that its parameter cannot take; parameters without limits take any."""
    for name, value in values.items():
        if name in _LIMITS and isinstance(value, int | float):
            fits, words = _LIMITS[name]
            if not fits(value):
                raise ParameterError(f"{name} takes {words}, not {value}")
