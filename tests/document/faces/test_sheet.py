"""The sheet of a page declares what its rules and those of the front page use, and prints on the sheet of all faces."""

import re

from communique.document import paper
from communique.document.faces.sheet import page_sheet, variables
from communique.document.look import DARK, LIGHT, SIZES


def test_every_variable_that_is_used_is_declared():
    css = page_sheet(frozenset("a"), "front.css")
    declared = set(re.findall(r"--([\w-]+):", css))

    assert set(re.findall(r"var\(--([\w-]+)\)", css)) <= declared
    assert {"ink", "size-text", "space-section", "serif", "hebrew"} <= declared


def test_colours_are_declared_by_light_and_in_the_dark():
    by_light, in_the_dark = variables().splitlines()

    for name in LIGHT:
        assert f"--{name}:{LIGHT[name]};" in by_light
        assert f"--{name}:{DARK[name]};" in in_the_dark


def test_a_print_out_has_the_text_size_and_margins_of_the_pdf():
    css = page_sheet(frozenset("a"))

    assert f"@page{{size:a4;margin:{paper.TOP}mm {paper.MARGIN}mm {paper.BOTTOM}mm;" in css
    root = float(re.search(r"html\{font-size:([\d.]+)pt", css)[1])
    assert abs(root * 1.0625 - SIZES["text"]) < 0.01
