"""Typst sets what faces hand it with the bundled fonts alone; what it refuses or warns of names the face."""

import pytest

from communique.document.faces.typesetting import typeset
from communique.errors import RenderingError

SHEET = "#set page(width: 20pt, height: 20pt)\n"


def test_pages_as_pictures_are_the_same_bytes_each_time():
    files = {"main": f"{SHEET}a#pagebreak()b".encode()}
    first, second = typeset(files, label="Word", format="png")

    assert first.startswith(b"\x89PNG")
    assert first != second
    assert typeset(files, label="Word", format="png") == [first, second]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("#nothing()", "unknown variable: nothing"),
        ('#text(font: "No Such Font")[a]', "unknown font family: no such font"),
    ],
)
def test_what_it_refuses_or_warns_of_is_an_error_that_names_the_face(source, told):
    with pytest.raises(RenderingError, match=f"^Word: {told}"):
        typeset({"main": source.encode()}, label="Word", format="png")
