"""What the record rests on: statements and sources by aspect."""

import pandas as pd

from communique import measures


def test_coverage_counts_statements_and_sources_and_keeps_phases_in_time():
    spoken = pd.DataFrame(
        {
            "statement_id": ["S1", "S2", "S3", "S4"],
            "source_id": ["A", "A", "B", "C"],
            "side": ["north", "south", "south", "south"],
            "phase": pd.Categorical(["after", "during", "after", "after"], ["before", "during", "after"], ordered=True),
        }
    )
    table = measures.coverage(spoken, aspects=("side", "phase"))

    assert table.loc[table["aspect"] == "side", ["value", "statements", "sources", "share"]].to_numpy().tolist() == [
        ["south", 3, 3, 0.75],
        ["north", 1, 1, 0.25],
    ]
    assert table.loc[table["aspect"] == "phase", "value"].tolist() == ["before", "during", "after"]
    assert table.loc[table["aspect"] == "phase", "statements"].tolist() == [0, 1, 3]
