"""What the notebooks show to be used by hand, in JupyterLab and nowhere else: controls that hand messages to Python.

Nothing is shown where nobody is there: a notebook that papermill or nbconvert runs has the same outputs with a control
as without. What a control shows is sent in messages and kept in no widget's state, which a saved notebook would hold.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from IPython import get_ipython
from IPython.display import display

from communique.errors import CommuniqueError, printable

_STATIC = Path(__file__).with_name("static")


class Control(Protocol):
    """What answers a control's messages."""

    def do(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """What to show after a message of the browser's; the first message is empty."""


def somebody_is_there() -> bool:
    """Whether a person runs this cell, who could use a control: a machine that runs it takes no questions."""
    kernel = getattr(get_ipython(), "kernel", None)
    return bool(getattr(kernel, "_allow_stdin", False))


def place(control: Control, script: str) -> None:
    """Show a control, drawn by the `script` of that name in ``static/``; nothing where nobody is there to use it."""
    if not somebody_is_there():
        return
    try:
        import anywidget
    except ImportError:
        return  # who has no widgets still has the parameters in the first cell
    looks = {"_esm": _text(f"{script}.js"), "_css": _text("lab.css")}
    widget = type("LabWidget", (anywidget.AnyWidget,), looks)()

    def received(_: object, message: Any, buffers: object) -> None:
        try:
            answer = control.do(message if isinstance(message, dict) else {})
        except CommuniqueError as error:
            answer = {"problem": str(error)}
        except Exception as error:  # what is raised here would only reach the kernel's log
            answer = {
                "problem": printable(f"something went wrong ({type(error).__name__}: {error}); run the cell again")
            }
        widget.send(answer)

    widget.on_msg(received)
    display(widget)


def _text(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
