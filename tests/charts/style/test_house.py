"""The house style: put on and taken off again, with the bundled face and colours of the house only."""

import matplotlib
import pytest

from communique.charts.style import colours
from communique.charts.style.house import _settings, house_style
from communique.document.look import SIZES


def test_house_style_is_taken_off_again():
    before = dict(matplotlib.rcParams)

    with house_style():
        assert matplotlib.rcParams["text.parse_math"] is False
        assert matplotlib.rcParams["axes.spines.top"] is False

    assert dict(matplotlib.rcParams) == before


def test_house_style_is_taken_off_after_an_error():
    before = dict(matplotlib.rcParams)

    with pytest.raises(ZeroDivisionError), house_style():
        _ = 1 / 0

    assert dict(matplotlib.rcParams) == before


def test_house_style_decorates_a_function_more_than_once():
    before = dict(matplotlib.rcParams)

    @house_style()
    def size():
        return matplotlib.rcParams["font.size"]

    assert [size(), size()] == [8.5, 8.5]
    assert dict(matplotlib.rcParams) == before


def test_house_style_sets_the_bundled_face_first():
    with house_style():
        assert matplotlib.rcParams["font.family"][0] == "IBM Plex Sans"
        assert matplotlib.rcParams["font.family"][-1] == "DejaVu Sans"


def test_the_style_sheet_uses_colours_of_the_house_only():
    used = {
        f"#{value}".replace("##", "#") for name, value in _settings().items() if "color" in name and value != "none"
    }
    used = {value for value in used if len(value) == 7}

    assert used == {colours.INK, colours.MUTED, colours.GRID}


@house_style()
def test_letters_of_charts_have_the_size_of_tables_and_notes():
    assert matplotlib.rcParams["font.size"] == SIZES["small"]
