"""The errors a user can meet, each with the exit code of the command that ends with it.

An error's text is one line a reader can act on: what is wrong, where, and what would work. `str()` of an error is
already safe to print: control and escape characters of the data never reach a terminal.
"""

from dataclasses import dataclass

LONGEST = 400  # characters of a problem, and of what would work: a cell may be quoted in it, of any length


def printable(text: object) -> str:
    r"""Text on one line in which every character a terminal could obey is shown by its code point.

    Letters and marks of any script stay as they are; controls, line and paragraph separators, bidirectional
    overrides and other invisible format characters become ``\u001b`` and the like.
    """
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "backslashreplace").decode("ascii")
        for character in str(text)
    )


def bounded(text: object, most: int = LONGEST) -> str:
    """Text made `printable`, its middle left out where it is longer than a terminal's few lines."""
    shown = printable(text)
    return shown if len(shown) <= most else f"{shown[: most * 2 // 3]} … {shown[-most // 3 :]}"


class CommuniqueError(Exception):
    """Something went wrong in Communiqué itself (exit code 1)."""

    exit_code = 1

    def __str__(self) -> str:
        return bounded(super().__str__(), 3 * LONGEST)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows below the cell: the one line, where it would show how the code was gone through."""
        return [f"{type(self).__name__}: {self}"]


class ParameterError(CommuniqueError):
    """A parameter is misspelt, of the wrong type, or names what the data do not hold."""

    exit_code = 2


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place of the data: ``path:line: column: problem; remedy``.

    ``line`` counts from 1 as an editor does; 0 stands for the whole file. ``column`` is the name of a CSV column or
    the path of a key in a YAML file, empty where the fault is not in one column.
    """

    path: str
    line: int
    column: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        where = [printable(self.path) + (f":{self.line}" if self.line else ""), bounded(self.column, 100)]
        what = "; ".join(bounded(part) for part in (self.problem, self.remedy) if part)
        return ": ".join([*filter(None, where), what])


class DataError(CommuniqueError):
    """The data are not valid; `faults` lists every fault found."""

    exit_code = 3

    def __init__(self, faults: list[Fault]):
        self.faults = sorted(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class CellFailed(CommuniqueError):
    """A cell of the notebook raised an error."""

    exit_code = 4


class KernelDied(CommuniqueError):
    """The kernel died, or a cell ran out of time."""

    exit_code = 5


class RenderingError(CommuniqueError):
    """The executed notebook could not be made into one of its formats."""

    exit_code = 6


class PublishError(CommuniqueError):
    """The finished report could not be written to its folder."""

    exit_code = 7
