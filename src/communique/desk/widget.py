"""The desk on the screen: an anywidget that hands messages to a desk in Python, and what to show back to the browser.

Nothing shown is kept in the widget's own state. That state is stored in a notebook that is run by papermill or saved
with its widgets, and the original wording of sources must never leave the private candidates file that way; custom
messages are stored nowhere.
"""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from communique.errors import printable

_STATIC = Path(__file__).parent / "static"
_PARTS = ("elements", "desk", "rows", "candidates", "ladders", "view")  # of one script, in this order


class DeskWidget(anywidget.AnyWidget):
    """Shows a desk, which has ``do(message)`` and answers with what to show."""

    _esm = "\n".join((_STATIC / f"{part}.js").read_text(encoding="utf-8") for part in _PARTS)
    _css = _STATIC / "desk.css"
    screen = traitlets.Unicode().tag(sync=True)  # the one thing the browser is told beforehand

    def __init__(self, desk: Any, *, screen: str):
        super().__init__(screen=screen)
        self.desk = desk
        self.on_msg(self._received)

    def _received(self, _: object, content: Any, buffers: object) -> None:
        message = content if isinstance(content, dict) else {}
        try:
            answer = self.desk.do(message)
        except Exception as error:  # what is raised here would only reach the kernel's log, and the screen would wait
            text = f"Something went wrong in the desk itself ({type(error).__name__}: {error}); run the cell again."
            answer = {"screen": self.screen, "message": {"kind": "error", "text": printable(text)}}
        self.send(answer | {"answers": message.get("number")})
