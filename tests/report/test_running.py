"""The proof that every cell of a notebook ran, in its turn."""

import nbformat
import pytest
from nbclient.exceptions import CellTimeoutError

from communique.errors import CellFailed, KernelDied
from communique.report.running import place, run, verify


def ran(*counts):
    """A notebook whose code cells have these execution counts."""
    v4 = nbformat.v4
    cells = [v4.new_markdown_cell("# Title"), v4.new_code_cell("  ")]
    return v4.new_notebook(cells=cells + [v4.new_code_cell("1", execution_count=count) for count in counts])


def test_cells_that_ran_in_order_are_accepted():
    verify(ran(1, 2, 3))


@pytest.mark.parametrize("counts", [(None,), (1, None), (1, 3), (2, 1), (1, 1)])
def test_a_cell_that_did_not_run_in_its_turn_is_refused(counts):
    with pytest.raises(CellFailed, match=r"^cell \d \(under “Title”\): did not run"):
        verify(ran(*counts))


def test_an_error_is_refused_also_where_the_notebook_expects_it():
    notebook = ran(1)
    notebook.cells[-1].metadata["tags"] = ["raises-exception"]
    notebook.cells[-1].outputs = [nbformat.v4.new_output("error", ename="E", evalue="a\x1b[31m\nb", traceback=[])]

    with pytest.raises(CellFailed, match=r"^cell 3 \(under “Title”\): E: a b$"):
        verify(notebook)


def test_cells_are_counted_as_the_source_shows_them():
    notebook = ran(1, 2)
    for tag in ("papermill-error-cell-tag", "injected-parameters"):
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell("", metadata={"tags": [tag]}))

    assert place(notebook, 5) == "cell 4 (under “Title”)"


def test_a_kernel_that_is_slow_to_start_or_to_show_is_waited_for(tmp_path, monkeypatch):
    """papermill would give a kernel a minute to start, and what a cell shows four seconds to come."""
    asked = {}

    def execute(source, target, **options):
        asked.update(options)
        notebook = ran(1)
        options["on_notebook_start"](notebook)
        return notebook

    monkeypatch.setattr("papermill.execute_notebook", execute)
    (tmp_path / "n.ipynb").write_text(nbformat.writes(ran(None)))
    run(tmp_path / "n.ipynb", {}, manager=None, timeout=77)

    assert asked["start_timeout"] >= 300
    assert (asked["execution_timeout"], asked["iopub_timeout"]) == (77, 77)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", 77, ran(None).cells[-1]),
            "cell 2 (under “Title”): took longer than 77 s; --timeout gives it more",
        ),
        (
            CellTimeoutError.error_from_timeout_and_cell("Timeout waiting for IOPub output", 77, ran(None).cells[-1]),
            "cell 2 (under “Title”): the cell was done, but what it shows did not arrive within 77 s; "
            "--timeout gives it more",
        ),
        (AssertionError(), "the kernel did not answer within 77 s after its last cell"),
    ],
)
def test_what_timed_out_is_named(tmp_path, monkeypatch, error, told):
    def execute(source, target, **options):
        options["on_notebook_start"](ran(None))
        options["on_cell_start"](None, 1)
        raise error

    monkeypatch.setattr("papermill.execute_notebook", execute)
    (tmp_path / "n.ipynb").write_text(nbformat.writes(ran(None)))

    with pytest.raises(KernelDied) as died:
        run(tmp_path / "n.ipynb", {}, manager=None, timeout=77)
    assert str(died.value) == told
