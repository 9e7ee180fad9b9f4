"""A box for a sentence whose reading shows as one types."""

from collections.abc import Iterable, Mapping
from typing import Any

from communique.document.faces.html import fragment
from communique.facts.shared import known
from communique.lab.sentences import read_sentences
from communique.lab.widget import place

_MOST = 5_000  # characters that are read while one types


def show(process: str, sentence: str = "") -> None:
    """Show a box that holds `sentence` at first, read with the names of a process's places; nothing in a build."""
    place(SentenceBox(sentence, places=known(process).places), "sentence")


class SentenceBox:
    """Reads what is typed."""

    def __init__(self, sentence: str, *, places: Iterable[str] = ()):
        self.sentence, self.places = sentence, tuple(places)

    def do(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """The reading of the text in a message ``{"text": ..., "number": ...}``, or of the first sentence; as HTML."""
        text = str(message.get("text", self.sentence))[:_MOST]
        blocks = read_sentences([text], places=self.places) if text.strip() else []
        return {"text": text, "read": fragment(blocks) if blocks else "", "number": message.get("number", 0)}
