"""The SVG of a chart: the same bytes every time, nothing that acts or fetches, colours for dark screens."""

import hashlib
import subprocess
import sys
from xml.etree import ElementTree

import typst

from communique import charts
from communique.charts.style import colours
from communique.charts.svg.tidy import tidy

from ..conftest import figure

SVG = "{http://www.w3.org/2000/svg}"


def test_the_same_chart_gives_the_same_bytes():
    assert charts.show(figure(), alt="x").data == charts.show(figure(), alt="x").data


def test_another_process_with_another_hash_seed_gives_the_same_bytes():
    code = (
        "import hashlib, sys; sys.path.insert(0, 'tests/charts'); from conftest import figure; "
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

    assert "<path d='M1.23,.5l.77,2.5' fill='#1c2126'/>" in tidy(source)
    assert tidy(source).count("<path") == 1
