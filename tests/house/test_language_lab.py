"""The notebook runs from top to bottom, and its page can be read by everyone."""

from pathlib import Path

import papermill
import pytest
from bs4 import BeautifulSoup

from communique.document.blocks import Figure, Heading
from communique.document.notebook.exporters import NegotiationReportExporter, NegotiationReportPDFExporter
from communique.document.plain import plain_inlines, plain_text
from communique.report.parameters import declared

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "language-lab.ipynb"
SECTIONS = [
    "A sentence of one's own",
    "A term in its context",
    "Beside a reading by hand",
    "What the index hangs on",
    "A term on trial",
    "Headlines",
    "What this page was made from",
]


def test_every_parameter_is_typed_and_told():
    parameters = declared(NOTEBOOK)

    assert {"PROCESS", "SENTENCES", "TERM", "SAMPLE", "DRAW_TO", "TERM_WEIGHTS", "NEW_TERM"} <= set(parameters)
    assert all(parameter.description for parameter in parameters.values())


@pytest.mark.parametrize("process", ["geneva", "brexit"])
def test_the_sections_are_there_for_every_process(blocks_of, process):
    blocks = blocks_of("language-lab", PROCESS=process)

    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [plain_inlines(heading.content) for heading in headings if heading.level == 2] == SECTIONS
    assert all(block.alt for block in blocks if isinstance(block, Figure))
    assert any("The row passes." in plain_text([block]) for block in blocks), "NEW_TERM as shipped is in the lexicon"


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab")
    (folder / "mine.txt").write_text("No breakthrough came.\n\nA breakthrough came.", encoding="utf-8")
    parameters = {"PROCESS": "brexit", "TEXTS": str(folder / "mine.txt"), "DRAW_TO": str(folder / "drawn.csv")}
    notebook = papermill.execute_notebook(
        NOTEBOOK, None, parameters=parameters, kernel_name="python3", progress_bar=False, cwd=str(NOTEBOOK.parent)
    )
    return notebook, folder


@pytest.mark.kernel
def test_the_notebook_runs_with_a_file_of_ones_own_and_draws_a_sample(executed):
    notebook, folder = executed

    counted = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counted == list(range(1, len(counted) + 1))
    assert (folder / "drawn.csv").read_text(encoding="utf-8").count("breakthrough,,") == 2


@pytest.mark.kernel
def test_the_page_is_one_that_everyone_can_read(executed):
    page = NegotiationReportExporter(strict=True).from_notebook_node(executed[0])[0]
    paper = NegotiationReportPDFExporter(strict=True).from_notebook_node(executed[0])[0]
    read = BeautifulSoup(page, "html.parser")

    assert all(image["alt"] for image in read.find_all("img"))
    assert {"denied", "claimed", "open", "off"} <= set(read.get_text(" ", strip=True).split())
    assert paper.startswith(b"%PDF-")
