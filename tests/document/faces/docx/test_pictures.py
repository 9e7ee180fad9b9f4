"""Pictures in Word have their words or are marked as decorative, and fit the page."""

from base64 import b64encode
from io import BytesIO

import pytest
from docx import Document

from communique.document import paper
from communique.document.blocks import Figure, Front
from communique.document.faces import docx
from communique.errors import RenderingError

from .reading import DAY, is_decorative, opened, pictures


def test_pictures_have_their_words_or_are_marked_as_decorative(document, made):
    told = pictures(Document(BytesIO(made(document))))

    assert "A line that rises and falls." in [each.get("descr") for each in told]
    assert all(bool(each.get("descr")) != is_decorative(each) for each in told)
    assert len({each.get("id") for each in told}) == len(told)


def test_a_drawing_is_as_wide_as_the_text_and_no_higher_than_a_page(drawing):
    high = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 400"><rect width="10" height="400"/></svg>'
    wide, tall = opened(Front("T"), *[Figure(each, "image/svg+xml", "words") for each in (drawing, high)]).inline_shapes

    assert round(wide.width.mm) == paper.TEXT_WIDTH
    assert wide.width / wide.height == pytest.approx(3, rel=0.01)
    assert tall.height.mm <= paper.TEXT_HEIGHT
    assert tall.height / tall.width == pytest.approx(40, rel=0.01)


@pytest.mark.parametrize("content", [b"", b"\x00\x00\x00", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_a_picture_that_is_none_is_a_rendering_error(content):
    with pytest.raises(RenderingError, match=r"^Word: a picture is damaged"):
        docx.document([Front("T"), Figure(b64encode(content).decode(), "image/png", "No picture.")], date=DAY)
