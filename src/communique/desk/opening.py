"""What the notebook calls: the desk for candidates, and that for a round's ladders, as widgets."""

from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError, ParameterError

if TYPE_CHECKING:
    from communique.desk.widget import DeskWidget


def candidates(process: str | Path, *, coder: str) -> "DeskWidget":
    """The desk at which candidates become statements, for one person.

    Raises `ParameterError` for a process there is not, or a coder without a name.
    """
    from communique.desk.statements.candidatedesk import CandidateDesk

    if not coder.strip():
        raise ParameterError("CODER is empty: write who decides, e.g. a")
    return _widget()(CandidateDesk(process, coder=coder.strip()), screen="candidates")


def ladders(process: str | Path, *, coder: str, round: int | None = None) -> "DeskWidget":
    """The desk at which a coder reads the ladders of a round; the last round where none is named.

    Raises `ParameterError` for a process, round or coder there is not.
    """
    from communique.desk.readings.ladderdesk import LadderDesk

    return _widget()(LadderDesk(process, coder=coder, round=round), screen="ladders")


def _widget() -> "type[DeskWidget]":
    try:
        from communique.desk.widget import DeskWidget
    except ModuleNotFoundError as error:
        if error.name not in ("anywidget", "ipywidgets", "traitlets"):
            raise
        raise CommuniqueError("the desk needs anywidget: start JupyterLab with `make lab`, which installs it") from None
    return DeskWidget
