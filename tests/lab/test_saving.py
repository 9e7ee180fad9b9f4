"""Notebooks of the project are saved without outputs, which come back when they are opened or exported."""

import asyncio
import json
import shutil

import pytest

pytest.importorskip("jupyter_server", reason="there is no JupyterLab; `make test` installs it")
pytest.importorskip("nbstripout", reason="there is no nbstripout; `make test` installs it")

from communique.lab import saving


@pytest.fixture
def project(tmp_path, monkeypatch, root):
    """A project with the notebook on rounds, another notebook beside, and the server's way to both."""
    (tmp_path / "notebooks").mkdir()
    shutil.copy(root / "notebooks" / "round.ipynb", tmp_path / "notebooks")
    shutil.copy(root / "notebooks" / "round.ipynb", tmp_path / "mine.ipynb")
    monkeypatch.setattr(saving, "NOTEBOOKS", tmp_path / "notebooks")
    return saving.ProjectContents(root_dir=str(tmp_path))


def ran(project, path):
    """The notebook as JupyterLab saves it after a run, and what it then finds."""

    async def go():
        model = await project.get(path)
        for cell in model["content"]["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"] = [
                    {"output_type": "stream", "name": "stdout", "text": cell["id"]},
                    {"output_type": "display_data", "data": {saving._WIDGET: {"model_id": "1"}}, "metadata": {}},
                ]
                cell["execution_count"] = 3
                cell["metadata"] = {**cell["metadata"], "trusted": True, "execution": {"a": "b"}}
        model["content"]["metadata"]["widgets"] = {"a": "state"}
        model["content"]["metadata"]["language_info"]["version"] = "3.99"
        await project.save({"type": "notebook", "format": "json", "content": model["content"]}, path)
        return (await project.get(path))["content"]

    return asyncio.run(go())


def test_a_notebook_that_was_run_is_saved_as_it_was_shipped_byte_for_byte(project, root, tmp_path):
    ran(project, "notebooks/round.ipynb")

    saved = (tmp_path / "notebooks" / "round.ipynb").read_bytes()
    assert saved == (root / "notebooks" / "round.ipynb").read_bytes()


def test_its_outputs_come_back_but_those_of_widgets_without_a_kernel(project):
    cells = {cell["id"]: cell for cell in ran(project, "notebooks/round.ipynb")["cells"]}

    assert [each.get("text") for each in cells["brief"]["outputs"]] == ["brief"]
    assert cells["brief"]["execution_count"] == 3


def test_a_cell_that_was_edited_meanwhile_shows_nothing_old(project, tmp_path):
    ran(project, "notebooks/round.ipynb")
    path = tmp_path / "notebooks" / "round.ipynb"
    path.write_text(path.read_text("utf-8").replace("show(narrative.in_brief(briefing))", "show()"), "utf-8")
    model = asyncio.run(project.get("notebooks/round.ipynb"))

    cells = {cell["id"]: cell for cell in model["content"]["cells"]}
    assert (cells["brief"]["outputs"], len(cells["front"]["outputs"])) == ([], 1)


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"brief": 1}'])
def test_outputs_that_cannot_be_read_are_passed_over(project, tmp_path, broken):
    ran(project, "notebooks/round.ipynb")
    (tmp_path / "notebooks" / ".ipynb_checkpoints" / "round-outputs.json").write_text(broken)

    assert asyncio.run(project.get("notebooks/round.ipynb"))["type"] == "notebook"


def test_a_notebook_elsewhere_is_saved_whole(project, tmp_path):
    ran(project, "mine.ipynb")

    assert "3.99" in (tmp_path / "mine.ipynb").read_text("utf-8")
    assert json.loads((tmp_path / "mine.ipynb").read_text("utf-8"))["cells"][1]["outputs"]
