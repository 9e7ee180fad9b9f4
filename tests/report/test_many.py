"""Many reports: one that fails touches no other, and what is up to date is not built again."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import nbformat.v4 as v4
import psutil
import pytest

from communique.cli.report import _sum_up
from communique.errors import DataError, KernelDied, ParameterError, RenderingError
from communique.report import build, many, planning
from communique.report import front_page as index
from communique.report.staleness import MANIFEST, Manifest
from communique.report.workers import Job, Result

from ..conftest import PATIENCE, until

ROOT = Path(__file__).parents[2]

SHOW = """from communique.report import results
from communique.report.parameters import parameters_of
from communique.facts.round import Briefing
from communique.document.blocks import Front, Heading
from communique.document.notebook.display import show
show(Front(f"{PROCESS}: {WHAT}", headline="A test"), Heading(2, "Content"))"""
DEADLY = """import os, signal
if ROUND > 1:
    os.kill(os.getppid() if ROUND == 2 else os.getpid(), signal.SIGKILL)"""


def write_notebook(path, *sources, parameters):
    cells = [v4.new_code_cell(parameters, metadata={"tags": ["parameters"]}), *map(v4.new_code_cell, sources)]
    path.write_text(json.dumps(v4.new_notebook(cells=cells)))


def write_round(folder, *before):
    sources = [
        *before,
        SHOW.replace("{WHAT}", "{ROUND}"),
        "results.of_round(Briefing.open(PROCESS, ROUND), parameters_of(globals()))",
    ]
    write_notebook(folder / "round.ipynb", *sources, parameters='PROCESS: str = "lake"\nROUND: int = 1')


def write_overview(folder):
    sources = ["time = __import__('time')", SHOW.replace("{WHAT}", "overview")]
    write_notebook(folder / "process.ipynb", *sources, parameters='PROCESS: str = "lake"')


def make_process(folder, name, root):
    shutil.copytree(root / "tests" / "specimens" / "tiny", folder / name)
    description = folder / name / "process.yml"
    description.write_text(description.read_text("utf-8").replace("id: tiny", f"id: {name}"), "utf-8")


def contents(folder):
    """What the files hold, but the manifest, which may remember the same files as made by newer code."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def house(tmp_path_factory, root):
    """A folder with data and notebooks of its own, which the build takes for the project's."""
    house = tmp_path_factory.mktemp("house")
    shutil.copytree(root / "data" / "lexicon", house / "data" / "lexicon")
    make_process(house / "data", "lake", root)
    write_round(house)
    write_overview(house)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMUNIQUE_DATA", str(house / "data"))
        patch.setattr(planning, "ROUND_NOTEBOOK", house / "round.ipynb")
        patch.setattr(planning, "OVERVIEW_NOTEBOOK", house / "process.ipynb")
        yield house


@pytest.fixture(scope="module")
def first(house):
    """All reports built for the first time: the outcome, the files, and what was told on the way."""
    told = []
    outcome = many.reports(output=house / "reports", jobs=2, heard=lambda job, *cells: told.append((job.key, *cells)))
    return outcome, contents(house / "reports"), told


@pytest.fixture(scope="module")
def second(house, first, root):
    """The reports again: round 2 kills the process that builds it, round 3 its kernel, a new process has faults."""
    write_round(house, DEADLY)
    make_process(house / "data", "pond", root)
    rounds = house / "data" / "pond" / "rounds.csv"
    rounds.write_text(rounds.read_text("utf-8").replace("2030-03-04", "the fourth"), "utf-8")
    outcome = many.reports("all", output=house / "reports", jobs=2)
    return outcome, contents(house / "reports")


@pytest.mark.kernel
def test_every_round_the_overview_and_the_front_page_are_built(house, first):
    outcome, files, told = first

    assert (outcome.exit_code, len(outcome.results), outcome.fresh) == (0, 4, [])
    for name in ("round-01", "round-02", "round-03", "overview"):
        assert {f"lake/{name}.html", f"lake/{name}.pdf", f"lake/{name}.ipynb"} <= files.keys()
    for name in ("round-01.json", "round-01-mentions.csv", "round-01-measures.csv"):
        assert f"lake/{name}" in files
    assert "index.html" in files
    assert (house / "reports" / MANIFEST).is_file()
    assert not [name for name in files if "changes" in name or "/." in name]
    assert {key for key, *_ in told} == {"lake/overview", "lake/round-01", "lake/round-02", "lake/round-03"}


@pytest.mark.kernel
def test_a_second_call_builds_nothing_and_imports_nothing_heavy(house, first):
    heavy = "{'pandas', 'numpy', 'matplotlib', 'papermill', 'nbconvert', 'typst'}"
    script = (
        "import sys; from pathlib import Path; from communique.report import many, planning; "
        f"planning.ROUND_NOTEBOOK, planning.OVERVIEW_NOTEBOOK = Path('round.ipynb'), Path('process.ipynb'); "
        "made = many.reports(output=Path('reports')); "
        f"print(len(made.fresh), len(made.results), made.exit_code, {heavy} & set(sys.modules))"
    )
    source = os.pathsep.join(sys.path)
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=house, env=os.environ | {"PYTHONPATH": source},
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert ran.stdout == "4 0 0 set()\n"


@pytest.mark.kernel
def test_reports_that_fail_leave_the_others_alone_and_their_last_good_edition(first, second):
    (_, before, _), (outcome, after) = first, second

    assert outcome.exit_code == 5
    assert {each.job.key: type(each.error) for each in outcome.failed} == {
        "lake/round-02": KernelDied,
        "lake/round-03": KernelDied,
        "pond/overview": DataError,
        "pond/round-01": DataError,
        "pond/round-02": DataError,
        "pond/round-03": DataError,
    }
    assert [each.job.key for each in outcome.results if each.report] == ["lake/round-01"]
    assert [job.key for job in outcome.fresh] == ["lake/overview"]
    assert after["lake/round-01.ipynb"] != before["lake/round-01.ipynb"]
    kept = [name for name in before if name.startswith("lake/") and "round-01" not in name]
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert {name for name in after if name.startswith(("pond/", "lake/."))} == set()


@pytest.mark.kernel
def test_what_failed_is_said_in_a_line_each_and_marked_on_the_front_page(second):
    outcome, files = second
    lines = list(outcome.complaints())
    page = files["index.html"].decode()

    assert lines[0].startswith("communique: lake/round-02: the process that built it died (killed by signal 9)")
    assert lines[1].startswith("communique: lake/round-03: cell 2: the kernel died")
    assert lines[1].endswith("its last good edition stays")
    assert "rounds.csv:2: s" in lines[2]
    assert lines[-1].startswith("communique: pond: the data have ")
    assert sum("pond: the data" in line for line in lines) == 1
    assert "Orrin II: last good report, with data up to" in page
    assert "Orrin III: last good report, with data up to" in page
    assert "Orrin I: " not in page


@pytest.mark.kernel
def test_an_interruption_leaves_nothing_half_written(house, second):
    begun = house / "begun"
    write_round(house, f"open({str(begun)!r}, 'w').close()\nwhile True: pass")
    before = contents(house / "reports")
    script = (
        "import sys; from pathlib import Path; from communique.cli import communique, console; "
        "from communique.report import planning; planning.ROUND_NOTEBOOK, planning.OVERVIEW_NOTEBOOK = "
        "Path('round.ipynb').resolve(), Path('process.ipynb').resolve(); "
        "sys.exit(console.run(communique, ['reports', '--process=lake', '--jobs=1', '--output=reports']))"
    )
    ran = subprocess.Popen(
        [sys.executable, "-c", script], cwd=house, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    until(begun.exists, ran)
    family = psutil.Process(ran.pid).children(recursive=True)
    os.killpg(ran.pid, signal.SIGINT)  # as a terminal does
    out, err = ran.communicate(timeout=PATIENCE)

    assert (ran.returncode, out, err) == (130, b"", b"")
    assert not psutil.wait_procs(family, timeout=PATIENCE)[1]
    assert contents(house / "reports") == before


def test_a_process_that_is_not_there_is_refused(house):
    with pytest.raises(ParameterError, match="PROCESS=sea: there is no such process"):
        many.reports("sea", output=house / "elsewhere")
    assert not (house / "elsewhere").exists()


# --- several calls at once -------------------------------------------------------------------------------------------


def built(job, text):
    """The result of a job whose report was built: one file that holds `text`."""
    job.folder.mkdir(parents=True, exist_ok=True)
    path = job.folder / f"{job.name}.html"
    path.write_text(text)
    return Result(job, build.Report([path], 1.0), "2030-09-14")


def test_two_calls_at_once_keep_each_other_s_editions(house, tmp_path, monkeypatch):
    """Whatever the other call writes down while this one builds stays, and is not called outdated."""
    mine, other = (next(job for job in many.jobs_of("lake", tmp_path) if job.round == number) for number in (1, 2))

    def build_each(jobs, **options):
        yield built(mine, "mine")
        with monkeypatch.context() as patch:
            patch.setattr(many, "build_each", lambda jobs, **options: [built(other, "of the other")])
            many.reports("lake", output=tmp_path)

    monkeypatch.setattr(many, "build_each", build_each)
    many.reports("lake", output=tmp_path)

    editions = Manifest.read(tmp_path).editions
    assert sorted(editions) == ["lake/round-01", "lake/round-02"]
    assert not any(edition.failed for edition in editions.values())
    page = (tmp_path / "index.html").read_text("utf-8")
    assert 'href="lake/round-01.html"' in page
    assert 'href="lake/round-02.html"' in page
    assert "made from an earlier state" not in page


def test_an_edition_made_from_data_that_changed_meanwhile_is_called_outdated(house, tmp_path, monkeypatch):
    data = tmp_path / "data"
    shutil.copytree(house / "data" / "lexicon", data / "lexicon")
    make_process(data, "lake", ROOT)
    monkeypatch.setenv("COMMUNIQUE_DATA", str(data))
    (job,) = (job for job in many.jobs_of("lake", tmp_path / "out") if job.round == 1)

    def build_each(jobs, **options):
        yield built(job, "of the data before")
        with open(data / "lake" / "events.csv", "a") as events:
            events.write("\n")

    monkeypatch.setattr(many, "build_each", build_each)
    many.reports("lake", output=tmp_path / "out")

    assert "Round 1: made from an earlier state" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_a_front_page_that_fails_leaves_what_was_built_to_be_told_of(house, tmp_path, monkeypatch, capsys):
    (job,) = (job for job in many.jobs_of("lake", tmp_path) if job.round == 1)
    monkeypatch.setattr(many, "build_each", lambda jobs, **options: [built(job, "good")])
    monkeypatch.setattr(index, "front_page", lambda *given: (_ for _ in ()).throw(RenderingError("front page: no")))

    outcome = many.reports("lake", output=tmp_path)
    _sum_up(outcome)

    told = capsys.readouterr()
    assert outcome.exit_code == 6
    assert told.out.startswith("reports: 1 built (")
    assert told.err == "communique: index.html: front page: no\n"


def test_reports_are_told_of_in_the_order_of_their_rounds(tmp_path):
    jobs = [Job("lake", number, tmp_path, tmp_path, "") for number in (100, 99, None)]
    outcome = many.Outcome([], [Result(job, error=KernelDied("it died")) for job in jobs])

    assert [each.job.key for each in outcome.failed] == ["lake/overview", "lake/round-99", "lake/round-100"]


def test_rounds_that_left_the_data_are_forgotten_but_not_those_that_cannot_be_told(tmp_path):
    manifest = Manifest(tmp_path)
    for key in ("lake/overview", "lake/round-01", "lake/round-02", "pond/round-01", "sea/overview"):
        manifest.failed(key, "x")

    class One:
        def __init__(self, key):
            self.key = key

    many._forget(manifest, {"lake": [One("lake/overview"), One("lake/round-01")], "pond": [One("pond/overview")]})

    assert sorted(manifest.editions) == ["lake/overview", "lake/round-01", "pond/round-01"]


def test_a_round_to_compare_with_in_another_process_counts_as_an_input(tmp_path):
    (tmp_path / "pond").mkdir()
    (tmp_path / "pond" / "process.yml").touch()
    write_notebook(tmp_path / "n.ipynb", parameters='PROCESS: str = "lake"\nCOMPARE_TO: str = "pond:5"')

    assert many._others(tmp_path / "n.ipynb", "lake", tmp_path) == ["pond"]
    assert many._others(tmp_path / "n.ipynb", "pond", tmp_path) == []
