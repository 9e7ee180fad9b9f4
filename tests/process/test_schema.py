"""What the tables are declared to hold."""

import pytest

from communique.process.schema import TABLES


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_tables_are_sound(table):
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= set(table.names)
    for column in table.columns:
        assert column.description.endswith(".")
        assert (column.kind == "choice") == bool(column.choices)
        place, _, name = column.refers_to.partition(".")
        if place and place != "process":
            assert name in TABLES[place].key
