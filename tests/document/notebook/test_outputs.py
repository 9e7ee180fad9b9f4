"""Of what a cell showed the best form is read, and nothing in it is trusted."""

import nbformat.v4 as v4
import pandas as pd
import pytest

from communique.document.blocks import Code, Column, Figure, Paragraph, Table, Text
from communique.document.json import MIME_TYPE
from communique.document.notebook.outputs import read_output
from communique.errors import RenderingError


def read(data, metadata=None, described=None):
    return list(read_output(v4.new_output("display_data", data, metadata=metadata or {}), described or {}))


def test_our_blocks_come_before_all_else(drawing):
    block = {"kind": "paragraph", "content": [{"kind": "text", "text": "ours"}]}

    assert read({"text/plain": "p", "image/svg+xml": drawing, MIME_TYPE: block}) == [Paragraph("ours")]


def test_pictures_within_our_blocks_are_checked():
    figure = {"kind": "figure", "data": "<svg><script/></svg>", "media_type": "image/svg+xml", "alt": "a"}

    with pytest.raises(RenderingError, match="script"):
        read({MIME_TYPE: {"kind": "passage", "blocks": [figure]}})


@pytest.mark.parametrize(
    ("metadata", "described", "alt"),
    [
        ({"image/svg+xml": {"alt": "form"}, "alt": "output"}, {"alt": "cell"}, "form"),
        ({"image/svg+xml": {"alt": ""}, "alt": "output"}, {"alt": "cell"}, "output"),
        ({}, {"alt": "cell"}, "cell"),
        ({"image/svg+xml": "nonsense", "alt": 3}, {}, ""),
    ],
)
def test_words_for_a_picture_come_from_the_nearest_metadata(drawing, metadata, described, alt):
    (figure,) = read({"image/svg+xml": drawing, "image/png": "x"}, metadata, described)

    assert figure == Figure(drawing, "image/svg+xml", alt)


def test_a_data_frame_becomes_a_table():
    frame = pd.DataFrame({"claimed": [1, 12], "who": ["<b>a</b>", "b"]}, index=pd.Index(["x", "y"], name="family"))
    (table,) = read({"text/html": frame.to_html(), "text/plain": "frame"}, {"caption": "Mentions"})

    assert table.caption == (Text("Mentions"),)
    assert table.row_header
    assert [row[0] for row in table.rows] == [(Text("x"),), (Text("y"),)]
    assert table.rows[0][2] == (Text("<b>a</b>"),)
    assert [column.align for column in table.columns] == ["left", "right", "left"]
    assert [column.label for column in table.columns] == ["family", "claimed", "who"]


def test_levels_of_columns_are_joined():
    frame = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_product([["claimed"], ["a", "b"]]))
    (table,) = read({"text/html": frame.to_html(index=False)})

    assert [column.label for column in table.columns] == ["claimed · a", "claimed · b"]


def test_other_html_leaves_its_text():
    assert read({"text/html": "<p onclick=x>One <b>two</b></p><script>no()</script>"}) == [Paragraph("One two")]


def test_html_without_anything_to_read_gives_way():
    assert read({"text/html": "<script>no()</script>", "text/plain": "said"}) == [Code("said")]


def test_a_table_with_absurd_spans_stays_a_table():
    (table,) = read({"text/html": "<table><tr><td colspan=99999999>a</td><td colspan=x>b</td></tr></table>"})

    assert len(table.columns) == 101


def test_markdown_and_text():
    assert read({"text/markdown": ["*a*", " b"], "text/plain": "x"}) == [Paragraph([Text("a", "emphasis"), " b"])]
    assert read({"text/plain": "\x1b[31mred\x1b[0m"}) == [Code("red")]
    assert read({"application/javascript": "alert(1)"}) == []


def test_what_is_printed_is_shown_and_what_is_logged_is_not():
    printed = v4.new_output("stream", name="stdout", text="a\n  b\n")
    logged = v4.new_output("stream", name="stderr", text="warning")

    assert list(read_output(printed, {})) == [Code("a\n  b")]
    assert list(read_output(logged, {})) == []


def test_a_table_of_html_has_columns_even_without_a_head():
    (table,) = read({"text/html": "<table><tr><td>a</td></tr></table>"})

    assert table == Table((), (Column(""),), [["a"]], row_header=False)
