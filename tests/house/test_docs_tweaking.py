"""What docs/tweaking.md says one can do, done: a chart, a table, a section left out."""

import re
import shutil
from base64 import b64encode
from io import BytesIO

import nbformat
import pytest
from nbformat import v4

from communique.document import blocks
from communique.document.notebook import display
from communique.document.notebook.exporters import EXPORTERS
from communique.document.notebook.reading import read
from communique.document.plain import plain_inlines
from communique.errors import ParameterError, RenderingError
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.narrative.overview import figures as of_process
from communique.narrative.round import figures
from communique.report import shipped


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "tweaking.md").read_text("utf-8")


@pytest.fixture(scope="module")
def examples(page):
    return re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


@pytest.fixture
def shown(monkeypatch):
    """What cells display."""
    told = []
    monkeypatch.setattr(display, "display", told.append)
    return told


def run(code, process):
    exec(code, {"figures": figures, "show": display.show, "briefing": Briefing(process, 3)})


def test_there_are_three_examples(examples):
    assert len(examples) == 3


def test_a_chart_of_ones_own_is_drawn_as_the_others_are_and_has_its_words(examples, tiny, shown):
    run(examples[0], tiny)

    (figure,) = shown
    assert figure.media_type == "image/svg+xml"
    assert re.fullmatch(r"Bars: what was claimed of the talks, by round; \d+ times at most\.", figure.alt)
    assert plain_inlines(figure.caption) == "How often something was claimed of the talks"


def test_a_table_of_ones_own_is_one_of_the_report(examples, tiny, shown):
    run(examples[1], tiny)

    (table,) = shown
    assert plain_inlines(table.caption) == "Who spoke most in Orrin III"
    assert [column.label for column in table.columns] == ["Side", "Speaker", "Statements"]
    assert table.columns[2].align == "right"


def test_a_section_left_out_leaves_the_report_and_is_told(examples, tmp_path, monkeypatch, root):
    (tmp_path / "notebooks").mkdir()
    own = shutil.copy(root / "notebooks" / "round.ipynb", tmp_path / "notebooks" / "round.ipynb")
    monkeypatch.setattr(shipped, "NOTEBOOKS", tmp_path / "notebooks")
    monkeypatch.chdir(tmp_path)

    exec(examples[2], {})

    assert shipped.differences(own).edits == "changed: slipped and slippage"
    headings = [each.block for each in read(nbformat.read(own, 4)) if isinstance(each.block, blocks.Heading)]
    assert "How far dates slipped" not in [plain_inlines(each.content) for each in headings]


def test_a_figure_of_ones_own_without_words_is_refused(tiny, shown):
    with pytest.raises(ParameterError, match=r'without alt text; say what it shows: show\(figure, alt="...", caption'):
        run("import matplotlib.pyplot as plt\nshow(plt.figure())", tiny)


def test_each_figure_has_its_table(tiny, page):
    briefing, survey = Briefing(tiny, 3), Survey(tiny)
    tables = {name: figures.figure_data(briefing, name) for name in ("stages", "mentions", "slippage")}
    names = ("stages", "timeline", "index", "voices", "record", "slippage", "coverage")
    tables |= {f"process {name}": of_process.figure_data(survey, name) for name in names}

    assert all(len(table) for table in tables.values())
    assert {"round", "family", "polarity", "status", "n"} <= set(tables["mentions"])
    assert tables["process timeline"]["what"].unique().tolist() == ["round", "event"]
    assert tables["process timeline"]["start"].is_monotonic_increasing
    for name in names:
        assert f'`"{name}"`' in page
    with pytest.raises(ParameterError, match=r"no figure 'mention' of a round; did you mean mentions\?"):
        figures.figure_data(briefing, "mention")
    with pytest.raises(ParameterError, match=r"no figure 'voice' of a process; did you mean voices\?"):
        of_process.figure_data(survey, "voice")


@pytest.fixture(scope="module")
def drawn():
    """A notebook with a chart that plt.show() showed."""
    from matplotlib.figure import Figure

    picture = Figure(figsize=(2, 1))
    picture.subplots().plot([1, 2])
    target = BytesIO()
    picture.savefig(target, format="png")
    shown = {"image/png": b64encode(target.getvalue()).decode() + "\n", "text/plain": "<Figure>"}
    cells = [
        v4.new_markdown_cell("# Talks\n\n## Drawn"),
        v4.new_code_cell("ROUND = 7", metadata={"tags": ["injected-parameters"]}),
        v4.new_code_cell("plt.plot(x); plt.show()", outputs=[v4.new_output("display_data", data=shown)]),
    ]
    return v4.new_notebook(cells=cells)


@pytest.mark.parametrize(("face", "beginning"), [("html", "<!"), ("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_picture_of_pixels_is_exported_in_every_face(drawn, face, beginning):
    made, _ = EXPORTERS[face]().from_notebook_node(drawn)

    assert made.startswith(beginning)
    if face == "pdf":
        assert b"/Subtype /Image" in made or b"/Subtype/Image" in made


def test_a_build_names_the_cell_without_words_and_the_cure(drawn):
    with pytest.raises(RenderingError) as refused:
        EXPORTERS["html"](strict=True).from_notebook_node(drawn)

    assert 'cell 2 (plt.plot(x); plt.show()): a figure has no alt text; give it one: show(plt.gcf(), alt="' in str(
        refused.value
    )
