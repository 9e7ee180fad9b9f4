"""A report is built whole or not at all; what failed is named, and the last good report stays as it was."""

import json
import logging
import re
import shutil
import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import nbformat
import pytest

from communique.errors import CellFailed, DataError, Fault, KernelDied, PublishError, RenderingError
from communique.facts.round import Briefing
from communique.process import checks
from communique.report import build, planning, results
from communique.report.planning import Plan

from ..conftest import PATIENCE

NOTEBOOKS = Path(__file__).parents[1] / "specimens" / "notebooks"
PARAMETERS = {"PROCESS": "geneva", "ROUND": 7, "AS_OF": None, "LINES": 3}


@pytest.fixture
def sound_data(monkeypatch):
    """Data that are taken to have no faults, so that a test need not wait for the check."""
    monkeypatch.setattr(checks, "check", lambda folder: [])


def plan_of(name, folder, **parameters):
    return Plan(
        notebook=NOTEBOOKS / f"{name}.ipynb",
        parameters=PARAMETERS | parameters,
        data=planning.PROJECT / "data" / "geneva",
        date=date(2018, 1, 31),
        folder=folder,
        name="round-07",
    )


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The files of two builds of one notebook, and what the first told of its progress."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    told = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "check", lambda folder: [])
        for folder, progress in zip(folders, (lambda *numbers: told.append(numbers), None), strict=True):
            build.build(plan_of("sound", folder), progress=progress)
    return *map(contents, folders), told


@pytest.mark.kernel
def test_a_report_is_three_files(built):
    assert sorted(built[0]) == ["round-07.html", "round-07.ipynb", "round-07.pdf"]
    assert b"3 lines, as of None." in built[0]["round-07.html"]
    assert built[0]["round-07.pdf"].startswith(b"%PDF-")


@pytest.mark.kernel
@pytest.mark.parametrize("file", ["round-07.html", "round-07.pdf", "round-07.ipynb"])
def test_the_same_inputs_make_the_same_bytes(built, file):
    first, second, _ = built

    assert first[file] == second[file]


@pytest.mark.kernel
def test_the_executed_notebook_opens_in_jupyterlab_and_tells_no_time_place_or_version(built):
    text = built[0]["round-07.ipynb"].decode()
    notebook = nbformat.reads(text, as_version=4)

    nbformat.validate(notebook)
    assert [cell.id for cell in notebook.cells if "injected-parameters" in cell.metadata.get("tags", ())] == [
        "injected-parameters"
    ]
    assert notebook.metadata.communique == {"date": "2018-01-31"}
    assert notebook.metadata.kernelspec.name == "python3"
    assert not re.search(r"papermill|iopub|/tmp/|\d\d:\d\d:\d\d", text)
    assert "version" not in notebook.metadata.language_info


@pytest.mark.kernel
def test_the_kernel_is_this_interpreter_in_fixed_surroundings(built):
    cell = nbformat.reads(built[0]["round-07.ipynb"].decode(), as_version=4).cells[-1]

    # No random hash order, no working directory on the import path, no file of a user's IPython profile.
    assert cell.outputs[0].text == "0 True\n"
    assert cell.outputs[1] == {"output_type": "stream", "name": "stderr", "text": "a warning\n"}


@pytest.mark.kernel
def test_progress_is_told_cell_by_cell(built):
    cells = len(json.loads((NOTEBOOKS / "sound.ipynb").read_text())["cells"]) + 1  # and the injected one

    assert built[2] == [(number, cells) for number in range(1, cells + 1)]


READS = """from communique import load
from communique.report import results
from communique.report.parameters import parameters_of
from communique.facts.round import Briefing
from communique.document.blocks import Front, Heading
from communique.document.notebook.display import show
show(Front("Talks", headline=load(PROCESS).folder.as_posix()), Heading(2, "Content"))"""


@pytest.fixture
def elsewhere(tmp_path, monkeypatch, root):
    """A folder with data of its own, which is the current one, and a notebook that says which data it read."""
    shutil.copytree(root / "data" / "lexicon", tmp_path / "data" / "lexicon")
    shutil.copytree(root / "tests" / "specimens" / "tiny", tmp_path / "data" / "geneva")
    description = tmp_path / "data" / "geneva" / "process.yml"
    description.write_text(description.read_text("utf-8").replace("id: tiny", "id: geneva"), "utf-8")
    parameters = 'PROCESS: str = "geneva"\nROUND: int = 3'
    cells = [nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})]
    cells += map(
        nbformat.v4.new_code_cell, (READS, "results.of_round(Briefing.open(PROCESS, ROUND), parameters_of(globals()))")
    )
    (tmp_path / "round.ipynb").write_text(json.dumps(nbformat.v4.new_notebook(cells=cells)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.kernel
@pytest.mark.parametrize("told", [None, "data"])
def test_a_report_is_made_from_the_data_that_were_checked(elsewhere, monkeypatch, told):
    if told:
        monkeypatch.setenv("COMMUNIQUE_DATA", told)
    else:
        monkeypatch.delenv("COMMUNIQUE_DATA", raising=False)
    report = build.build(planning.plan_round({"ROUND": 3}, notebook=Path("round.ipynb"), output=elsewhere / "out"))

    assert (elsewhere / "data" / "geneva").as_posix() in report.paths[0].read_text("utf-8")


@pytest.mark.usefixtures("sound_data")
def test_data_changed_while_a_report_was_made_are_refused(elsewhere, monkeypatch):
    plan = planning.plan_round({"ROUND": 3}, notebook=Path("round.ipynb"), output=elsewhere / "out")
    rounds = elsewhere / "data" / "geneva" / "rounds.csv"
    rounds.write_text(rounds.read_text("utf-8").replace("Orrin III", "Orrin 3"), "utf-8")
    made = results.of_round(Briefing.open("geneva", 3))._repr_mimebundle_()
    cell = nbformat.v4.new_code_cell("", outputs=[nbformat.v4.new_output("execute_result", data=made)])
    monkeypatch.setattr("communique.report.kernel.kernel", lambda *args, **options: nullcontext())
    monkeypatch.setattr(build, "run", lambda *args, **options: nbformat.v4.new_notebook(cells=[cell]))

    with pytest.raises(DataError) as refused:
        build.build(plan)

    assert str(refused.value) == "data/geneva: the data were changed while the report was made; build it again"
    assert not (elsewhere / "out").exists()


@pytest.mark.usefixtures("sound_data")
@pytest.mark.parametrize(
    ("told", "forgotten"),
    [({"ROUND": 3}, "PROCESS"), ({"PROCESS": "geneva", "ROUND": 2}, "ROUND"), ({}, "PROCESS and ROUND")],
)
def test_a_notebook_that_forgets_a_parameter_it_was_made_from_is_refused(elsewhere, monkeypatch, told, forgotten):
    plan = planning.plan_round({"ROUND": 3}, notebook=Path("round.ipynb"), output=elsewhere / "out")
    made = results.of_round(Briefing.open("geneva", 3), told)._repr_mimebundle_()
    cell = nbformat.v4.new_code_cell("", outputs=[nbformat.v4.new_output("execute_result", data=made)])
    monkeypatch.setattr("communique.report.kernel.kernel", lambda *args, **options: nullcontext())
    monkeypatch.setattr(build, "run", lambda *args, **options: nbformat.v4.new_notebook(cells=[cell]))

    with pytest.raises(RenderingError) as refused:
        build.build(plan)

    problem = f"round.ipynb: its results do not tell that they were made from {forgotten} as given"
    assert str(refused.value) == f"{problem}; give them parameters_of(globals())"
    assert not (elsewhere / "out").exists()


@pytest.mark.kernel
@pytest.mark.usefixtures("sound_data")
@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("fails", CellFailed, "cell 5 (under “The sum”): ZeroDivisionError: division by zero"),
        ("exits_early", CellFailed, "cell 3 (under “An early end”): SystemExit: 0"),
        ("kills_its_kernel", KernelDied, "cell 3 (under “The end of the kernel”): the kernel died"),
        ("dies_at_the_end", KernelDied, "cell 3 (under “A quiet end”): the kernel died"),
        ("loops", KernelDied, "cell 3 (under “The endless cell”): took longer than 15 s; --timeout gives it more"),
    ],
)
def test_what_failed_is_named_and_the_last_good_report_stays(tmp_path, caplog, capfd, name, error, message):
    for file in plan_of(name, tmp_path).files:
        (tmp_path / file).write_bytes(b"last good")
    before = contents(tmp_path)

    with pytest.raises(error) as raised:
        build.build(plan_of(name, tmp_path), timeout=15 if name == "loops" else PATIENCE)

    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)
    assert contents(tmp_path) == before
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("sound_data")
def test_what_cannot_be_rendered_is_not_published(tmp_path, monkeypatch):
    monkeypatch.setattr("communique.report.kernel.kernel", lambda *args, **options: nullcontext())
    monkeypatch.setattr(build, "run", lambda *args, **options: nbformat.v4.new_notebook())

    with pytest.raises(RenderingError, match="front"):
        build.build(plan_of("sound", tmp_path))

    assert contents(tmp_path) == {}


def test_data_with_faults_are_refused_before_anything_runs(tmp_path, monkeypatch):
    fault = Fault("rounds.csv", 3, "start", "no date", "write 2017-07-10")
    monkeypatch.setattr(checks, "check", lambda folder: [fault])
    monkeypatch.setattr(build, "run", lambda *args, **options: pytest.fail("the notebook was run"))

    with pytest.raises(DataError, match=r"rounds\.csv:3: start: no date; write 2017-07-10"):
        build.build(plan_of("sound", tmp_path))

    assert contents(tmp_path) == {}


def test_data_of_a_process_compared_with_are_checked_too(tmp_path, monkeypatch):
    fault = Fault("rounds.csv", 3, "start", "no date", "write 2017-07-10")
    monkeypatch.setattr(checks, "check", lambda folder: [fault] if folder.name == "brexit" else [])
    monkeypatch.setattr(build, "run", lambda *args, **options: pytest.fail("the notebook was run"))
    monkeypatch.setattr("communique.report.kernel.kernel", lambda *args, **options: nullcontext())
    plan = planning.plan_round({"ROUND": 7, "COMPARE_TO": "brexit:5"}, output=tmp_path)

    with pytest.raises(DataError, match=r"rounds\.csv:3: start: no date"):
        build.build(plan)
    assert set(plan.fingerprints) == {"geneva", "brexit"}


def test_a_folder_that_cannot_be_written_is_refused_before_a_kernel_starts(tmp_path, monkeypatch):
    (tmp_path / "reports").write_text("a file, not a folder")
    monkeypatch.setattr("communique.report.kernel.kernel", lambda *args, **options: pytest.fail("a kernel was started"))

    with pytest.raises(PublishError, match="cannot write"):
        build.build(plan_of("sound", tmp_path / "reports"))


def test_what_cannot_be_imported_meanwhile_says_nothing_of_its_own(monkeypatch, capfd):
    """Whoever needs it will say so, in one line; a traceback of a thread before it helps nobody."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with build._imported_meanwhile():
        pass

    assert capfd.readouterr() == ("", "")
