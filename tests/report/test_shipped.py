"""A build is of the notebooks as shipped, whatever was tried in them; what differs is told in one line."""

import json
import shutil

import pytest

from communique.errors import ParameterError
from communique.report import planning, shipped
from communique.report.parameters import declared
from communique.report.provenance import provenance
from communique.report.staleness import fingerprint


@pytest.fixture
def notebook(tmp_path, monkeypatch, root):
    """The notebook on rounds as shipped, in a folder where it may be edited."""
    shutil.copy(root / "notebooks" / "round.ipynb", tmp_path)
    monkeypatch.setattr(shipped, "NOTEBOOKS", tmp_path)
    return tmp_path / "round.ipynb"


def edit(notebook, change):
    told = json.loads(notebook.read_text("utf-8"))
    change({cell["id"]: cell for cell in told["cells"]}, told["cells"])
    notebook.write_text(json.dumps(told), "utf-8")


def save(notebook, **values):
    """The notebook as JupyterLab would save it with other values in its first cell."""

    def change(cells, _):
        source = "".join(cells["parameters"]["source"])
        told = shipped.with_values(source, {name: repr(value) for name, value in values.items()})
        assert told != source
        cells["parameters"]["source"] = told.splitlines(keepends=True)

    edit(notebook, change)


def defaults(notebook):
    return {name: each.default for name, each in declared(notebook).items()}


def test_what_is_remembered_is_what_is_shipped():
    told = "`.venv/bin/python -m communique.report.shipped` renews shipped.json, where the notebooks are meant so"

    assert json.loads(shipped.FILE.read_text("utf-8")) == shipped.edition(), told


def test_a_notebook_as_shipped_differs_in_nothing(notebook, root):
    assert not shipped.differences(notebook)
    assert shipped.differences(notebook).line == ""
    assert shipped.as_built(notebook) == json.loads((root / "notebooks" / "round.ipynb").read_text("utf-8"))


def test_values_that_were_tried_and_saved_are_told_one_by_one_and_not_used(notebook):
    before = defaults(notebook), fingerprint(notebook, {}, [])
    save(notebook, COMPARE_TO="3", AS_OF="2017-07-31")

    assert (defaults(notebook), fingerprint(notebook, {}, [])) == before
    assert shipped.differences(notebook).line == (
        "round.ipynb is not as shipped: AS_OF = '2017-07-31' is saved there, where None is shipped, and not used; "
        "COMPARE_TO = '3' is saved there, where \"\" is shipped, and not used"
    )
    assert planning.plan_round({"ROUND": 3}, notebook=notebook).name == "round-03"
    assert planning.plan_round({"ROUND": 7, "COMPARE_TO": "3"}, notebook=notebook).parameters["COMPARE_TO"] == "3"


def test_a_saved_value_of_a_wrong_type_stops_no_build(notebook):
    save(notebook, COMPARE_TO=6, ROUND=[7, 8])

    assert planning.plan_round({"ROUND": "7"}, notebook=notebook).parameters["COMPARE_TO"] == ""
    assert "ROUND = [7, 8] is saved there" in shipped.differences(notebook).line


def test_cells_that_were_edited_count_and_are_named(notebook, tiny):
    before = fingerprint(notebook, {}, [])

    def change(cells, order):
        cells["brief"]["source"] = ["show(narrative.in_brief(briefing), briefing.statements)"]
        order.remove(cells["slippage"])
        order.insert(4, {"cell_type": "code", "id": "1f", "metadata": {}, "source": ["plt.plot([1])\n", "plt.show()"]})
        cells["coverage"]["metadata"]["tags"] = ["notebook-only"]

    edit(notebook, change)
    told = shipped.differences(notebook)

    assert told.edits == "changed: brief and coverage; added: cell 5 (plt.plot([1])); left out: slippage"
    assert told.line == f"round.ipynb is not as shipped: the report follows its cells, {told.edits}"
    assert fingerprint(notebook, {}, []) != before
    made_from = provenance(tiny, {"ROUND": 7, shipped.NOTEBOOK: f"round.ipynb, not as shipped: {told.edits}"})
    assert (made_from["Notebook"], made_from["Parameters"]) == (
        f"round.ipynb, not as shipped: {told.edits}",
        "ROUND = 7",
    )


def test_what_jupyterlab_stores_beside_the_source_counts_for_nothing(notebook):
    before = fingerprint(notebook, {}, [])
    edit(notebook, lambda cells, _: cells["brief"].update(outputs=[{"output_type": "stream"}], execution_count=3))

    assert fingerprint(notebook, {}, []) == before
    assert not shipped.differences(notebook)


@pytest.mark.parametrize("content", ["", "[]", '{"cells": [1]}'])
def test_a_broken_notebook_is_refused_by_who_reads_it(notebook, content):
    notebook.write_text(content)

    assert not shipped.differences(notebook)
    with pytest.raises(ParameterError, match=r"is not a notebook of format 4"):
        declared(notebook)


def test_a_notebook_of_ones_own_means_what_is_saved_in_it(tmp_path, root):
    own = shutil.copy(root / "notebooks" / "round.ipynb", tmp_path / "round.ipynb")
    save(own, COMPARE_TO="6")

    assert declared(own)["COMPARE_TO"].default == "6"
    assert not shipped.differences(own)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"COMPARE_TO": "brexit:5"}, "round-07-compare-to-brexit-5"),
        ({"COMPARE_TO": "6", "CONCORDANCE_LINES": "80"}, "round-07-compare-to-6-concordance-lines-80"),
        ({"INTERVAL_LEVEL": "0.95", "AS_OF": "2017-07-31"}, "round-07-as-of-2017-07-31-interval-level-0-95"),
        ({"INTERVAL_LEVEL": "0.9", "CONCORDANCE_LINES": "40", "COMPARE_TO": ""}, "round-07"),
    ],
)
def test_what_is_set_otherwise_than_usual_has_a_name_of_its_own(given, name):
    assert planning.plan_round({"ROUND": 7} | given).name == name
