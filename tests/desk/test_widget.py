import json

import pytest

from communique import desk
from communique.desk.widget import DeskWidget

from .conftest import CONTEXT, COUNCIL, FIRST, LEFT_TO_A_PERSON, SAID


@pytest.fixture
def sent(monkeypatch):
    """What widgets send to the browser."""
    messages = []
    monkeypatch.setattr(DeskWidget, "send", lambda self, message: messages.append(message))
    return messages


def test_a_message_is_answered_with_its_number(folder, sent):
    widget = desk.candidates(folder, coder="a")

    widget._received(widget, {"action": "hello", "number": "v/1"}, [])

    (answer,) = sent
    assert answer["answers"] == "v/1"
    assert answer["candidate"]["id"] == FIRST
    json.dumps(answer)  # all of it is plain data


@pytest.mark.parametrize("content", [None, "text", [1], {}, {"action": ["x"]}, {"action": "accept", "form": 7}])
def test_nonsense_from_a_browser_is_answered_too(folder, sent, content):
    widget = desk.candidates(folder, coder="a")

    widget._received(widget, content, [])

    assert sent[0]["message"]["kind"] == "error"


def test_a_failure_of_the_desk_itself_reaches_the_screen(sent):
    class Broken:
        def do(self, message):
            raise RuntimeError("cracked\x1b[31m")

    DeskWidget(Broken(), screen="ladders")._received(None, {"number": "v/2"}, [])

    (answer,) = sent
    assert "RuntimeError: cracked" in answer["message"]["text"]
    assert "\x1b" not in answer["message"]["text"]
    assert answer["answers"] == "v/2"


def test_no_word_of_a_source_is_in_what_a_notebook_keeps_of_the_widget(folder, sent):
    widget = desk.candidates(folder, coder="a")
    for message in ({"action": "hello"}, {"action": "next"}, {"action": "accept", "form": LEFT_TO_A_PERSON}):
        widget._received(widget, message, [])
    assert "had brought no" in json.dumps(sent)  # it was on the screen

    kept = json.dumps([widget.get_state(), repr(widget), widget._repr_mimebundle_()], default=str)

    assert '"screen": "candidates"' in kept
    for words in (SAID, CONTEXT, COUNCIL, "frank", "nets before"):
        assert words not in kept


def test_the_script_and_style_load_nothing_from_elsewhere():
    from communique.desk.widget import _STATIC

    for path in _STATIC.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "import(" not in text
        assert "@import" not in text
        assert "url(" not in text
        assert "fetch(" not in text
        assert "innerHTML" not in text  # what comes from data is text, never markup
