"""An executed notebook becomes the blocks of its report, each with the cell it comes from."""

import nbformat.v4 as v4
import pytest

from communique.document.blocks import Front, Heading, Paragraph, Text, flatten
from communique.document.json import MIME_TYPE
from communique.document.notebook.reading import Placed, read
from communique.errors import RenderingError


def test_a_notebook_reads_as_its_document_and_its_markdown(notebook, document):
    placed = read(notebook)

    assert [each.block for each in placed][:-2] == list(flatten(document))
    assert [each.block.kind for each in placed][-2:] == ["heading", "paragraph"]
    assert {each.place for each in placed} == {"cell 3 (show(report))", "cell 4 (## Method)"}


def test_code_and_parameters_are_never_shown(notebook):
    shown = str(read(notebook))

    assert "ROUND" not in shown


def test_the_first_heading_makes_the_front_where_there_is_none():
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("# A *title*\n\nText\n\n# Another")])

    assert [each.block for each in read(notebook)] == [Front("A title"), Paragraph("Text"), Heading(2, "Another")]


def test_a_heading_of_level_1_is_a_section_where_there_is_a_front(notebook):
    notebook.cells.append(v4.new_markdown_cell("# Late"))

    assert read(notebook)[-1] == Placed("cell 5 (# Late)", Heading(2, "Late"))


@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        (v4.new_output("error", ename="ValueError", evalue="no", traceback=["x"]), "the cell failed: ValueError: no"),
        (v4.new_output("display_data", {MIME_TYPE: {"kind": "paragraph"}}), "paragraph.content: missing"),
        (v4.new_output("display_data", {"image/svg+xml": "<svg"}), "figure.data: not an SVG drawing"),
    ],
)
def test_what_cannot_be_shown_stops_a_build_and_leaves_a_note_elsewhere(output, complaint):
    notebook = v4.new_notebook(cells=[v4.new_code_cell("\n\nshow(  x)", outputs=[output])])

    with pytest.raises(RenderingError, match=r"^cell 1 \(show\( x\)\): " + complaint):
        read(notebook, strict=True)
    (note,) = [each.block for each in read(notebook)]
    assert note.role == "empty"
    assert complaint in note.content[0].text


def test_footnotes_of_two_cells_do_not_clash():
    cells = [v4.new_markdown_cell(f"a[^1]\n\n[^1]: {words}") for words in ("one", "two")]
    blocks = [each.block for each in read(v4.new_notebook(cells=cells))]

    assert [block.content[1].content for block in blocks] == [(Text("one"),), (Text("two"),)]
