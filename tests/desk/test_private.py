"""The wording of sources stays in the candidates file and the folder ``desk``: git, builds and checks pass them by."""

import json
import shutil
import subprocess

import nbformat
import pytest

from communique import load
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.files.paths import process_names
from communique.process.checks import check
from communique.process.datapackage import package
from communique.report.staleness import fingerprint

from .conftest import CONTEXT, DAY, FIRST, SAID


@pytest.fixture
def worked_at(folder):
    """The folder with a draft and a rejection: everything the desk keeps for itself, and no change of the tables."""
    desk = CandidateDesk(folder, coder="a", today=lambda: DAY)
    desk.do({"action": "draft", "id": FIRST, "form": {"text": SAID}})
    desk.do({"action": "remark", "id": FIRST, "text": f"Is it {SAID}?"})
    desk.do({"action": "next"})
    desk.do({"action": "reject"})
    assert {path.name for path in (folder / "desk").iterdir()} >= {"drafts-a.json", "history.jsonl"}
    return folder


def test_no_fingerprint_check_or_description_takes_notice_of_it(worked_at, root):
    def told():
        made_from = fingerprint(root / "notebooks" / "round.ipynb", {}, [worked_at])
        return load(worked_at).fingerprint, made_from, check(worked_at), json.dumps(package(worked_at.parent))

    with_it = told()
    shutil.rmtree(worked_at / "desk")
    (worked_at / "candidates.csv").unlink()

    assert told() == with_it
    assert "candidates" not in with_it[-1]
    assert process_names(data=worked_at.parent) == ["tiny"]


@pytest.mark.parametrize("name", ["candidates.csv", ".candidates.csv.lock", "desk/drafts-a.json", "desk/history.jsonl"])
def test_git_ignores_it(root, name):
    if shutil.which("git") is None or not (root / ".git").exists():
        pytest.skip("this is no git checkout")
    command = ["git", "check-ignore", "--no-index", f"data/geneva/{name}", "data/geneva/statements.csv"]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True)

    assert ran.stdout.splitlines() == [f"data/geneva/{name}"]


def test_git_ignores_the_desk_of_a_process_that_lies_elsewhere(worked_at):
    assert (worked_at / "desk" / ".gitignore").read_text() == "*\n"


@pytest.mark.kernel
def test_the_notebook_run_and_stored_with_its_widgets_holds_no_word_of_a_source(worked_at, root, tmp_path, monkeypatch):
    import papermill

    shutil.copytree(root / "data" / "lexicon", worked_at.parent / "lexicon")
    monkeypatch.setenv("COMMUNIQUE_DATA", str(worked_at.parent))
    out = tmp_path / "run.ipynb"
    papermill.execute_notebook(
        root / "notebooks" / "coding-desk.ipynb", out, {"PROCESS": "tiny", "ROUND": 2}, progress_bar=False
    )

    stored = out.read_text(encoding="utf-8")
    widgets = nbformat.read(out, as_version=4).metadata.widgets["application/vnd.jupyter.widget-state+json"]
    states = [each["state"] for each in widgets["state"].values()]
    assert {state["screen"] for state in states if "screen" in state} == {"candidates", "ladders"}
    for words in (SAID, CONTEXT, "no breakthrough", "the summer"):
        assert words not in stored
