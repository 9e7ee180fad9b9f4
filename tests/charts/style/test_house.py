"""The look of the charts, and the block a chart becomes."""

import hashlib
import subprocess
import sys
from xml.etree import ElementTree

import matplotlib
import pytest
import typst
from matplotlib.figure import Figure

from communique import charts
from communique.charts.style import colours
from communique.charts.style.house import _settings, house_style
from communique.charts.svg.tidy import tidy
from communique.document.blocks import Figure as FigureBlock
from communique.document.blocks import inlines
from communique.errors import ParameterError

SVG = "{http://www.w3.org/2000/svg}"


def figure(title="A title", colour=colours.INK):
    """A small chart with a title, a line and a bar."""
    with house_style():
        drawn = charts.canvas(1.5, width=3)
        ax = drawn.subplots()
        ax.plot([1, 2], [3, 4], color=colour)
        ax.bar([1], [2], hatch="//", facecolor=colours.PAPER, edgecolor=colours.BAD)
        ax.set_title(title)
    return drawn


# --- house style ------------------------------------------------------------------------------------------------------


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


# --- colours ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [colours.INK, colours.MUTED, colours.ACCENT])
def test_text_can_be_read_on_the_page_and_in_the_dark(text):
    assert colours.contrast(text, colours.PAPER) >= 4.5
    assert colours.contrast(colours.dark(text), colours.dark(colours.PAPER)) >= 4.5
    assert colours.contrast(text, colours.BAND) >= 4.5
    assert colours.contrast(colours.dark(text), colours.dark(colours.BAND)) >= 4.5


@pytest.mark.parametrize("bar", [colours.STRONG, colours.GOOD, colours.BAD, colours.MUTED])
def test_counts_can_be_read_in_bars_and_bars_on_the_page(bar):
    assert colours.contrast(bar, colours.PAPER) >= 4.5
    assert colours.contrast(colours.dark(bar), colours.dark(colours.PAPER)) >= 4.5


@pytest.mark.parametrize("step", colours.STEPS)
def test_words_can_be_read_on_every_step_of_a_ladder(step):
    text = colours.on(step)

    assert colours.contrast(step, text) >= 4.5
    assert colours.contrast(colours.dark(step), colours.dark(text)) >= 4.5


@pytest.mark.parametrize("colour", ["#332288", "#000000", "#0000ff", "#882255"])
def test_a_dark_colour_of_the_data_is_made_light_enough_for_the_dark(colour):
    assert colours.contrast(colours.dark(colour), colours.DARK[colours.PAPER]) >= 4.5


def test_contrast_is_that_of_the_guidelines():
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


# --- SVG --------------------------------------------------------------------------------------------------------------


def test_the_same_chart_gives_the_same_bytes():
    assert charts.show(figure(), alt="x").data == charts.show(figure(), alt="x").data


def test_another_process_with_another_hash_seed_gives_the_same_bytes():
    code = (
        "import hashlib, sys; sys.path.insert(0, 'tests/charts/style'); from test_house import figure; "
        "from communique import charts; print(hashlib.sha256(charts.show(figure(), alt='x').data.encode()).hexdigest())"
    )
    env = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "123", "TZ": "Asia/Tokyo", "PATH": ""}
    there = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)

    assert there.stdout.strip() == hashlib.sha256(charts.show(figure(), alt="x").data.encode()).hexdigest()


def test_an_svg_holds_no_style_attribute_no_script_and_no_address_outside():
    root = ElementTree.fromstring(charts.show(figure(), alt="x").data)
    attributes = [(name, value) for element in root.iter() for name, value in element.attrib.items()]

    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "style", "g", "path", "use", "defs", "clipPath", "rect", "pattern", "text",
    }  # fmt: skip
    assert not [name for name, _ in attributes if name == "style" or name.startswith("on")]
    assert all(value.startswith("#") for name, value in attributes if name.endswith("href"))


def test_every_reference_within_an_svg_leads_somewhere():
    root = ElementTree.fromstring(charts.show(figure(), alt="x").data)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    used = {element.get("href")[1:] for element in root.iter() if element.get("href")}
    used |= {value[5:-1] for element in root.iter() for value in element.attrib.values() if value.startswith("url(#")}

    assert len(ids) == len(set(ids))
    assert used == set(ids)


def test_every_colour_has_its_dark_counterpart_on_screens_only():
    data = charts.show(figure(colour="#332288"), alt="x").data
    style = ElementTree.fromstring(data).find(f"{SVG}style").text

    assert style.startswith("@media screen and (prefers-color-scheme:dark){")
    for colour in (colours.INK, colours.BAD, colours.PAPER, "#332288"):
        assert f"='{colour}']{{" in style
        assert colours.dark(colour) in style


def test_an_svg_has_a_transparent_ground():
    root = ElementTree.fromstring(charts.show(figure(), alt="x").data)
    first = next(element for element in root.iter(f"{SVG}path"))

    assert first.get("fill") != colours.PAPER
    assert root.get("viewBox") == "0 0 216 108"


def test_typst_renders_an_svg_without_a_warning(tmp_path):
    (tmp_path / "chart.svg").write_text(charts.show(figure(), alt="x").data, encoding="utf-8")
    (tmp_path / "page.typ").write_text('#image("chart.svg", alt: "x")', encoding="utf-8")

    pages, warnings = typst.compile_with_warnings(tmp_path / "page.typ", format="png")

    assert not warnings
    assert len(pages) > 1000


def test_tidy_keeps_two_decimals_and_drops_what_leaves_no_mark():
    source = (
        f"<svg xmlns='{SVG[1:-1]}'><g id='a'><path id='b' d='M 1.23456 -0.001 L 2 3' style='fill: none'/>"
        "<path d='M 1.23456 0.5  L 2.0 3' style='fill: #1c2126; stroke-linejoin: round'/></g></svg>"
    )

    assert "<path d='M1.23 .5l.77 2.5' fill='#1c2126'/>" in tidy(source)
    assert tidy(source).count("<path") == 1


# --- text -------------------------------------------------------------------------------------------------------------


def outlines(svg):
    """How many characters a picture draws."""
    return svg.count("<use")


def test_a_label_with_dollar_signs_is_never_mathematics():
    plain, dollars = (charts.show(figure(title), alt="x").data for title in ("a x b", "a $x$ b"))

    assert outlines(dollars) == outlines(plain) + 2


def test_a_figure_drawn_outside_the_house_is_not_read_as_mathematics_either():
    drawn = Figure()
    drawn.text(0.5, 0.5, "$x^$ is no formula, nor is \\frac{1}")

    assert charts.show(drawn, alt="x").data


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "a]]>b --> c", "\x1b[31mred", "\u202egnp.exe", "\ud83d", "漢字"]
)
def test_hostile_labels_neither_break_a_chart_nor_act(hostile):
    from communique.charts.style.labels import wrapped

    data = charts.show(figure(wrapped(hostile, 40)), alt="x").data

    ElementTree.fromstring(data)
    assert "<script" not in data
    assert "\x1b" not in data


def test_a_missing_character_warns_nobody(recwarn, caplog):
    charts.show(figure("漢字"), alt="x")

    assert not recwarn.list
    assert not caplog.records


# --- the block --------------------------------------------------------------------------------------------------------


def test_show_gives_a_block_with_the_words_of_the_chart():
    block = charts.show(figure(), charts.Words("What is shown.", "What it means."), anchor="figure-1")

    assert isinstance(block, FigureBlock)
    assert (block.media_type, block.alt, block.anchor) == ("image/svg+xml", "What is shown.", "figure-1")
    assert block.caption == inlines("What it means.")
    assert not block.decorative


def test_show_takes_axes_and_words_given_by_name():
    block = charts.show(figure().axes[0], charts.Words("one", "two"), alt="three", caption="four")

    assert block.alt == "three"
    assert block.caption == inlines("four")


def test_show_refuses_a_figure_without_alt_text_unless_it_decorates():
    with pytest.raises(ParameterError, match="without alt text"):
        charts.show(figure(), alt="  ")

    assert charts.show(figure(), decorative=True).decorative


def test_show_closes_a_figure_of_pyplot():
    import matplotlib.pyplot as plt

    drawn = plt.figure()
    charts.show(drawn, alt="x")

    assert not plt.fignum_exists(drawn.number)
