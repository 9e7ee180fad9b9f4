"""Communiqué turns what is said around a negotiating table into a report, every sentence traceable to its source.

`load` reads a process, `Process` is what it gives, `mentions` finds what texts say of progress and failure.
"""

from importlib import import_module

_HOMES = {"load": "communique.process.model", "Process": "communique.process.model", "mentions": "communique.language"}

__all__ = ["Process", "__version__", "load", "mentions"]


def __getattr__(name: str) -> object:
    # Imported on first use: pandas alone takes half a second, and `communique --help` needs none of it.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name == "__version__":
        return _version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("communique")
    except PackageNotFoundError:  # run from the source tree without being installed
        return "0+unknown"
