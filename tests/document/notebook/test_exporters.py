"""The exporters, as nbconvert, JupyterLab's menu and the build use them."""

import json
import logging
import subprocess
import sys
from io import BytesIO

import nbformat.v4 as v4
import pytest
from bs4 import BeautifulSoup
from docx import Document
from pypdf import PdfReader

from communique.document.notebook.exporters import (
    NegotiationReportExporter,
    NegotiationReportPDFExporter,
    NegotiationReportWordExporter,
)
from communique.errors import RenderingError

EXPORTERS = [NegotiationReportExporter, NegotiationReportPDFExporter, NegotiationReportWordExporter]


def figure(drawing):
    """A cell with a picture that nobody described."""
    return v4.new_code_cell("plot()", outputs=[v4.new_output("display_data", {"image/svg+xml": drawing})])


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_a_sound_notebook_passes_the_strict_build_twice_alike(exporter, notebook):
    before = json.dumps(notebook)
    first, resources = exporter(strict=True).from_notebook_node(notebook)
    second, _ = exporter(strict=True).from_notebook_node(notebook)

    assert first == second
    # The file is called as the notebook is, and then by what its front tells of.
    assert resources["output_extension"] == "-talks-round-vii-as-known-then" + exporter().file_extension
    assert "outputs" not in resources
    assert json.dumps(notebook) == before


def test_each_exporter_says_what_it_makes(notebook):
    assert (NegotiationReportExporter().output_mimetype, NegotiationReportExporter().file_extension) == (
        "text/html",
        ".html",
    )
    assert (NegotiationReportPDFExporter().output_mimetype, NegotiationReportPDFExporter().file_extension) == (
        "application/pdf",
        ".pdf",
    )
    assert (NegotiationReportWordExporter().output_mimetype, NegotiationReportWordExporter().file_extension) == (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
    )


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_a_figure_without_words_stops_the_build_and_warns_in_the_menu(exporter, notebook, drawing, caplog):
    notebook.cells.append(figure(drawing))

    with pytest.raises(RenderingError, match=r"cell 5 \(plot\(\)\): a figure has no alt text"):
        exporter(strict=True).from_notebook_node(notebook)
    menu = exporter(log=logging.getLogger("menu"))
    with caplog.at_level(logging.WARNING, logger="menu"):
        made, _ = menu.from_notebook_node(notebook)
    assert "cell 5 (plot()): a figure has no alt text" in caplog.text
    if isinstance(made, str):
        assert "This figure has no description." in made


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_a_plain_notebook_of_anybody_is_exported_too(exporter):
    cells = [v4.new_markdown_cell("### Deep first\n\n![x](y.png)"), v4.new_code_cell("1", outputs=[])]

    made, _ = exporter().from_notebook_node(v4.new_notebook(cells=cells), {"metadata": {"name": "my notes"}})

    if isinstance(made, str):
        assert BeautifulSoup(made, "html.parser").title.get_text() == "my notes"
    elif made.startswith(b"%PDF"):
        assert PdfReader(BytesIO(made)).metadata.title == "my notes"
    else:
        assert Document(BytesIO(made)).core_properties.title == "my notes"


def test_the_notebook_says_what_the_document_is_called(notebook):
    told = {
        "title": "A title",
        "description": "About",
        "language": "en-GB",
        "date": "2017-07-14",
        "running_head": "Head",
    }
    notebook.metadata["communique"] = told | {"colophon": "The end."}

    page = BeautifulSoup(NegotiationReportExporter().from_notebook_node(notebook)[0], "html.parser")
    paper = PdfReader(BytesIO(NegotiationReportPDFExporter().from_notebook_node(notebook)[0]))
    word = Document(BytesIO(NegotiationReportWordExporter().from_notebook_node(notebook)[0]))

    assert page.title.get_text() == paper.metadata.title == word.core_properties.title == "A title"
    assert page.find("meta", {"name": "description"})["content"] == paper.metadata.subject == "About"
    assert page.html["lang"] == paper.root_object["/Lang"] == "en-GB"
    assert page.footer.get_text().strip() == "The end."
    assert "The end." in paper.pages[-1].extract_text()
    assert "Head" in paper.pages[1].extract_text()
    assert paper.metadata.creation_date.date().isoformat() == "2017-07-14"
    assert (word.core_properties.subject, word.core_properties.language) == ("About", "en-GB")
    assert (word.paragraphs[-1].text, word.sections[0].header.paragraphs[0].text) == ("The end.", "Head")
    assert word.core_properties.created.date().isoformat() == "2017-07-14"


@pytest.mark.parametrize("told", ["a string", {"title": 3, "date": None, "language": ""}, {}])
def test_metadata_that_make_no_sense_are_passed_over(notebook, told):
    notebook.metadata["communique"] = told

    assert "<title>Talks: Round VII</title>" in NegotiationReportExporter(strict=True).from_notebook_node(notebook)[0]


def test_a_date_that_is_none_is_refused(notebook):
    notebook.metadata["communique"] = {"date": "14 July"}

    with pytest.raises(RenderingError, match='date: "14 July" is no date'):
        NegotiationReportPDFExporter().from_notebook_node(notebook)


def test_listing_the_exporters_costs_none_of_what_making_a_report_takes():
    heavy = "{'typst', 'pandas', 'fontTools', 'matplotlib', 'docx'}"
    made = "NegotiationReportExporter(); NegotiationReportPDFExporter(); NegotiationReportWordExporter()"
    code = (
        f"import sys; from communique.document.notebook.exporters import *; {made}; print({heavy} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
