"""A dateline is nobody's words."""

import pytest

from communique.sources.attribution.english.datelines import dateline


@pytest.mark.parametrize(
    "line",
    [
        "GENEVA, July 14, 2031 (AFP) - ",
        "GENEVA, July 15. /TASS/. ",
        "PORT SEL (SNA) — ",
        "GENEVA - ",
        "Geneva, 14 July 2031 – ",
        "12.30 ",
        "14:20 GMT - ",
    ],
)
def test_words_begin_behind_a_dateline(line):
    text = f'{line}"It is over," she said.'
    assert text[dateline(text, 0, len(text)) :] == '"It is over," she said.'


@pytest.mark.parametrize(
    "text",
    ["United Nations (UN) officials said so.", "The talks - all of them - failed.", "Ada Lind (Tilanga) said so."],
)
def test_brackets_and_dashes_alone_make_none(text):
    assert dateline(text, 0, len(text)) == 0
