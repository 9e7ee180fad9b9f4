"""Charts are named in one way: the module, what draws it, and what tells it in words."""

from pathlib import Path

import pytest

from communique import charts

NO_CHARTS = {"__init__", "picture"}
MODULES = sorted({path.stem for path in Path(charts.__file__).parent.glob("*.py")} - NO_CHARTS)


@pytest.mark.parametrize("module", MODULES)
def test_a_chart_is_named_as_its_module_and_told_by_describe(module):
    drawn = [name for name in (module, f"{module}_chart") if name in charts.__all__]
    assert len(drawn) == 1
    assert getattr(charts, drawn[0]).__module__ == f"communique.charts.{module}"
    assert getattr(charts, f"describe_{module}").__module__ == f"communique.charts.{module}"
    assert f"describe_{module}" in charts.__all__


def test_every_description_is_of_a_chart():
    described = {name.removeprefix("describe_") for name in charts.__all__ if name.startswith("describe_")}
    assert described == set(MODULES)
