"""Tables of the overview add up to each other."""

import pandas as pd

from communique.document.blocks import Table
from communique.narrative.overview import tables as overview_tables


def test_tables_add_up(geneva_survey):
    def sums(blocks):
        (table,) = (block for block in blocks if isinstance(block, Table))
        cells = [[plain_text_of(cell) for cell in row] for row in table.rows]
        return pd.DataFrame(cells, columns=[column.label for column in table.columns])

    def plain_text_of(cell):
        return "".join(getattr(part, "text", "") for part in cell)

    statuses = ["Claimed", "Denied", "Open", "Doubted"]
    by_rounds = sums(overview_tables.language_by_round(geneva_survey))
    by_round = by_rounds.iloc[:-1][statuses].astype(int).sum()
    assert by_round.tolist() == by_rounds.iloc[-1][statuses].astype(int).tolist()
    for table in (overview_tables.sides_by_family, overview_tables.families_by_status):
        assert sums(table(geneva_survey))[statuses].astype(int).sum().tolist() == by_round.tolist()
    outcomes = ["Met", "Partly", "Missed", "Open"]
    by_side = sums(overview_tables.record_by_side(geneva_survey))[outcomes].astype(int).sum()
    assert sums(overview_tables.record_by_kind(geneva_survey))[outcomes].astype(int).sum().tolist() == by_side.tolist()
    assert by_side.sum() == len(geneva_survey.expectations)
