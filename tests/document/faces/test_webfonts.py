"""A page brings the letters it shows, in the bundled faces, and no others; the same bytes each time."""

import re
from base64 import b64decode
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from communique.document.faces.webfonts import _cut, characters, font_faces

SHOWN = characters({"title": "Zürich", "items": ["Żywiec e\u0301", ("–",)], "data": "Ж", "url": "Я"})


@pytest.fixture(scope="module")
def fonts():
    """The fonts of a page by family, weight and slant."""
    rules = re.findall(
        r"font-family:'([^']+)';font-weight:(\d+);font-style:(\w+);src:url\(data:font/woff;base64,([^)]+)\)",
        font_faces(SHOWN),
    )
    return {tuple(named): TTFont(BytesIO(b64decode(font))) for *named, font in rules}


def test_what_readers_see_is_collected_and_composed_but_no_picture_nor_address():
    assert set("ZüŻ–é") <= SHOWN
    assert not {"Ж", "Я", "\u0301"} & SHOWN


def test_each_face_holds_what_is_shown_and_little_else(fonts):
    assert {family for family, *_ in fonts} == {"Report Serif", "Report Sans"}
    assert len(fonts) == 6
    for font in fonts.values():
        held = set(map(chr, font.getBestCmap()))
        assert set("Zürich, Żé–→ 0") <= held
        assert "Ж" not in held
        assert font["name"].names == []  # its name is that of the whole font


def test_running_text_is_kerned(fonts):
    told = {
        feature.FeatureTag for feature in fonts["Report Serif", "400", "normal"]["GPOS"].table.FeatureList.FeatureRecord
    }

    assert "kern" in told


def test_other_scripts_come_with_the_letters_that_are_written_in_them_and_their_forms():
    rules = font_faces(frozenset("aسلام"))

    assert "Report Arabic" in rules
    assert "Report Hebrew" not in rules
    font = TTFont(BytesIO(_cut("SansArabic-Regular", frozenset("سلام"))))
    assert len(font.getGlyphOrder()) > 5  # beside the letters, what they look like within a word


def test_the_same_characters_make_the_same_bytes():
    once = _cut("Sans-Regular", frozenset("abc"))
    _cut.cache_clear()

    assert _cut("Sans-Regular", frozenset("abc")) == once
    assert _cut("Sans-Regular", frozenset("漢")) == b""
