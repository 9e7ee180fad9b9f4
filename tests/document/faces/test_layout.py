"""What runs over a page of paper, and how wide columns are, is decided once for all faces on paper."""

import pytest

from communique.document.arrange import arrange
from communique.document.blocks import Column, Table
from communique.document.faces.layout import lay_out_table


@pytest.mark.parametrize(
    ("rows", "length", "breakable"), [(3, 10, False), (12, 10, False), (13, 10, True), (4, 500, True)]
)
def test_only_long_tables_run_over_pages(rows, length, breakable):
    table = arrange([Table("T", (Column("A"),), [["x" * length]] * rows)]).blocks[0]
    lay_out_table(table)

    assert table["breakable"] is breakable


def test_a_concordance_gives_its_keyword_the_room_it_needs():
    columns = (Column("Before", "right", 5), Column("Term", "center", 2), Column("After", "left", 5))
    table = arrange([Table("T", columns, [["before", "breakthrough", "after"]], False, "concordance")]).blocks[0]
    lay_out_table(table)

    assert [column["share"] for column in table["columns"]] == [5, 0, 5]
