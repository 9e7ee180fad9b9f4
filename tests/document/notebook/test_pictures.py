"""Drawings that run or fetch anything are refused, and images that are not what they say."""

import re
from base64 import b64encode

import pytest

from communique.document.blocks import Figure
from communique.document.notebook.pictures import checked
from communique.errors import RenderingError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def test_a_drawing_loses_its_prolog_and_nothing_else(drawing):
    prolog = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n'

    assert checked(Figure(prolog + drawing, "image/svg+xml", "alt")).data == drawing


@pytest.mark.parametrize(
    "prolog",
    [
        "<!-- a comment that speaks of <svg> and of <svg onload='x'> -->\n",
        '<!DOCTYPE svg SYSTEM "a > b <svg>">',
        "<?note <svg> ?><!-- > -->",
    ],
)
def test_the_drawing_begins_at_its_root_whatever_the_prolog_says(drawing, prolog):
    assert checked(Figure(prolog + drawing, "image/svg+xml", "alt")).data == drawing


@pytest.mark.parametrize(
    "content",
    [
        '<path fill="url(#g)" style="clip-path: url( \'#c\' )"/>',
        '<use xlink:href="#m"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<text>a</text>",
    ],
)
def test_what_stays_within_a_drawing_is_welcome(content):
    assert checked(Figure(SVG.format(content), "image/svg+xml", "alt")).data == SVG.format(content)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (SVG.format("<script>alert(1)</script>"), "holds <script>"),
        (SVG.format("<foreignObject/>"), "holds <foreignObject>"),
        (SVG.format('<path onload="alert(1)"/>'), 'holds onload="alert'),
        (SVG.format('<image href="https://example.org/x.png"/>'), 'holds href="https'),
        (SVG.format('<image xlink:href="/etc/passwd"/>'), 'holds href="/etc/passwd"'),
        (SVG.format('<style>@import url("http://example.org/x.css");</style>'), "style holds url("),
        (SVG.format('<style>@import "http://example.org/x.css";</style>'), "style holds @import"),
        (SVG.format("<style>p{background:URL( //example.org/x)}</style>"), "style holds URL("),
        (SVG.format(r"<style>p{background:u\72l(http://example.org/x)}</style>"), "style holds"),
        (SVG.format('<style>p{background:image-set("http://example.org/x" 1x)}</style>'), "style holds image-set("),
        (SVG.format('<path fill="url(http://example.org/x.svg#g)"/>'), 'holds fill="url(http'),
        (SVG.format('<path style="background:url(//example.org/x)"/>'), 'holds style="background'),
        (SVG.format(r'<path style="background:u\72l(x)"/>'), 'holds style="background'),
        (SVG.format('<path mask="url(x.svg#m)"/>'), 'holds mask="url(x'),
        (SVG.format('<g xml:base="http://example.org/"/>'), 'holds base="http'),
        ("<!DOCTYPE svg [<!ELEMENT svg ANY>]>" + SVG.format(""), "document type has a subset"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("<text>&a;</text>"), "defines entities"),
        ("<html/>", "not an SVG drawing but <html>"),
        ("<svg", "not an SVG drawing"),
        ("", "not an SVG drawing"),
    ],
)
def test_what_a_drawing_must_not_hold_is_named(source, complaint):
    with pytest.raises(RenderingError, match=re.escape(complaint)):
        checked(Figure(source, "image/svg+xml", "alt"))


def test_images_are_what_they_say():
    png = b64encode(b"\x89PNG\r\n\x1a\n and more").decode()

    assert checked(Figure(png, "image/png", "alt")).data == png
    with pytest.raises(RenderingError, match="not image/jpeg"):
        checked(Figure(png, "image/jpeg", "alt"))
    with pytest.raises(RenderingError, match="no base64"):
        checked(Figure("<svg/>", "image/png", "alt"))
