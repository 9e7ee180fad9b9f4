"""The block model: what its constructors take, and what a cell displays."""

import subprocess
import sys

import pytest

from communique.document.blocks import (
    Column,
    Footnote,
    Heading,
    Paragraph,
    Passage,
    Quote,
    Reference,
    Rule,
    Table,
    Text,
    flatten,
    inlines,
    walk,
)
from communique.document.json import MIME_TYPE
from communique.document.notebook.display import bundle


@pytest.mark.parametrize(
    ("content", "made"),
    [
        ("", ()),
        ("a", (Text("a"),)),
        (Text("a", "strong"), (Text("a", "strong"),)),
        (["a", Reference("s-1", "[1]"), ["b", ()]], (Text("a"), Reference("s-1", "[1]"), Text("b"))),
    ],
)
def test_inlines_takes_strings_inlines_and_mixtures(content, made):
    assert inlines(content) == made


def test_blocks_take_plain_strings_where_inlines_belong():
    table = Table("Caption", (Column("A"), Column("B")), [["x", ["y", Text("z", "strong")]]])

    assert Paragraph("a") == Paragraph((Text("a"),))
    assert Footnote("a").content == (Text("a"),)
    assert table.caption == (Text("Caption"),)
    assert table.rows == (((Text("x"),), (Text("y"), Text("z", "strong"))),)


def test_flatten_opens_passages_within_passages():
    blocks = [Rule(), Passage((Heading(2, "a"), Passage((Paragraph("b"),))))]

    assert list(flatten(blocks)) == [Rule(), Heading(2, "a"), Paragraph("b")]


def test_walk_finds_what_is_within():
    document = [Quote((Paragraph(["a", Footnote(Reference("s-1", "[1]"))]),))]

    assert [type(part).__name__ for part in walk(document)] == ["Quote", "Paragraph", "Text", "Footnote", "Reference"]


def test_a_displayed_block_carries_itself_as_json_html_and_text():
    forms = bundle(Paragraph("a < b"))

    assert forms[MIME_TYPE] == {"kind": "paragraph", "content": [{"kind": "text", "text": "a < b"}]}
    assert "<p>a &lt; b</p>" in forms["text/html"]
    assert forms["text/plain"] == "a < b"


def test_a_notebook_that_imports_show_can_show_a_block_as_the_last_value_of_a_cell():
    code = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
from communique.document.blocks import Paragraph
from communique.document.notebook.display import MIME_TYPE, show
forms, _ = shell.display_formatter.format(Paragraph("a < b"))
print(sorted(forms) == sorted([MIME_TYPE, "text/html", "text/plain"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "True"


def test_the_kernel_need_not_import_what_rendering_needs():
    heavy = "{'pandas', 'pydantic', 'typst', 'nbconvert', 'fontTools', 'mistune', 'bs4'}"
    code = f"import sys, communique.document.blocks, communique.document.faces.html; print({heavy} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
