"""Notebooks of the project saved as they are committed: without outputs, counts, widgets and what a kernel adds.

What was shown is kept beside them, where git does not look, and put back when a notebook is opened or exported: by
cell, where its source is still the same. Notebooks elsewhere, those in ``reports/`` among them, are saved whole.
"""

import json
from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from nbstripout import strip_output

from communique.files import atomic
from communique.report.shipped import NOTEBOOKS

Notebook = dict[str, Any]
_KEPT = ".ipynb_checkpoints/{}-outputs.json"  # ignored by git, and hidden in JupyterLab
_WIDGET = "application/vnd.jupyter.widget-view+json"
# What nbstripout takes out where it runs before a commit, and what each kernel tells of its own version.
_NO_SOURCE = (
    *("metadata.signature", "metadata.widgets"),
    *(f"metadata.language_info.{name}" for name in (
        "codemirror_mode", "file_extension", "mimetype", "nbconvert_exporter", "pygments_lexer", "version",
    )),
    *(f"cell.metadata.{name}" for name in ("ExecuteTime", "collapsed", "editable", "execution", "scrolled", "trusted")),
)  # fmt: skip


class ProjectContents(AsyncLargeFileManager):
    """The files of JupyterLab, the project's notebooks among them saved without their outputs.

    JupyterLab is told of it by ``settings/jupyter_server_config.json``.
    """

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save a file; of a notebook of the project, keep the outputs beside it."""
        place = self._place(path)
        if model.get("type") == "notebook" and model.get("content") and NOTEBOOKS in place.parents:
            kept = place.parent / _KEPT.format(place.stem)
            kept.parent.mkdir(exist_ok=True)
            atomic.replace(kept, json.dumps(outputs_of(model["content"])).encode("utf-8"))
            model = {**model, "content": without_outputs(model["content"])}
        return await super().save(model, path)

    async def get(self, path: str, content: bool = True, *args: Any, **options: Any) -> dict[str, Any]:
        """A file; a notebook of the project with the outputs that were last shown."""
        model = await super().get(path, content, *args, **options)
        place = self._place(path)
        if content and model["type"] == "notebook" and NOTEBOOKS in place.parents:
            try:
                kept = json.loads((place.parent / _KEPT.format(place.stem)).read_text(encoding="utf-8"))
                with_outputs(model["content"], kept, widgets=await self._runs(path))
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                pass  # nothing was kept, or nothing that can be read
        return model

    def _place(self, path: str) -> Path:
        return Path(self.root_dir, path.strip("/")).resolve()

    async def _runs(self, path: str) -> bool:
        """Whether a kernel is at work for a notebook, so that its widgets live."""
        sessions = getattr(self.parent, "session_manager", None)
        return sessions is not None and any(each["path"] == path.strip("/") for each in await sessions.list_sessions())


def without_outputs(notebook: Notebook) -> Notebook:
    """The notebook, given as JSON, with its source alone; of a cell tagged ``keep_output`` the output too."""
    node = nbformat.from_dict(notebook)
    return strip_output(node, keep_output=False, keep_count=False, keep_id=True, extra_keys=_NO_SOURCE)


def outputs_of(notebook: Notebook) -> dict[str, Any]:
    """What each code cell that has run shows, with the source that showed it, by the cell's id."""
    return {
        cell["id"]: {name: cell[name] for name in ("source", "outputs", "execution_count")}
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and cell.get("id") and (cell["outputs"] or cell["execution_count"])
    }


def with_outputs(notebook: Notebook, kept: dict[str, Any], *, widgets: bool) -> None:
    """Put outputs back into the cells that still have the source that showed them; `widgets` too, where they live."""
    for cell in notebook["cells"]:
        known = kept.get(cell.get("id"))
        if known and cell["cell_type"] == "code" and known["source"] == cell["source"]:
            shown = [each for each in known["outputs"] if widgets or _WIDGET not in each.get("data", ())]
            cell["outputs"] = [nbformat.from_dict(each) for each in shown]
            cell["execution_count"] = known["execution_count"]
