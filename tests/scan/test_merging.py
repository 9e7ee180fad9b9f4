"""Sums of partitions are those of the whole, in the same order, however many files there are."""

import json
from random import Random

import pandas as pd
import pyarrow.parquet as pq
import pytest

from communique.measures import net_index, open_share, own
from communique.scan import merging


@pytest.mark.parametrize("at_once", [2, 3, 64])
def test_rows_of_one_key_are_added_up_in_order(tmp_path, monkeypatch, at_once):
    monkeypatch.setattr(merging, "_OPEN", at_once)
    chance, total, paths = Random(4), {}, []
    for number in range(9):
        keys = sorted({("2017-07", "", chance.choice("äbc")) for _ in range(3)})
        rows = [[*key, 1, number] for key in keys]
        for *key, one, two in rows:
            sums = total.setdefault(tuple(key), [0, 0])
            sums[0] += one
            sums[1] += two
        paths.append(tmp_path / f"{number}.jsonl")
        paths[-1].write_text("".join(json.dumps(row) + "\n" for row in [{"head": 1}, *rows]))

    assert list(merging._added(paths, tmp_path, skip=1)) == [[*key, *total[key]] for key in sorted(total)]


def test_the_index_is_that_of_the_mentions(scanned):
    mentions = pq.read_table(scanned / "mentions").to_pandas().astype({"month": str, "process": str, "speaker": str})
    index = pd.read_csv(scanned / "index.csv", keep_default_na=False, na_values={"index": "", "open_share": ""})

    assert len(index) > 5
    for row in index.itertuples():
        here = (
            (mentions["month"] == row.month)
            & (mentions["process"] == row.process)
            & (mentions["speaker"] == row.speaker)
        )
        said = mentions.loc[here]
        assert (row.mentions, row.left_out) == (len(own(said)), len(said) - len(own(said)))
        assert row.open_share == pytest.approx(open_share(said), abs=1e-6, nan_ok=True)
        if row.good + row.bad >= 5:
            assert row.index == net_index(said)
    assert (index["good"] + index["bad"] + index["open"] + index["doubted"]).equals(index["mentions"])


def test_counts_faults_and_the_sum_of_it_all(scanned):
    counts = pd.read_csv(scanned / "counts.csv", keep_default_na=False)
    told = json.loads((scanned / "scan.json").read_text())

    assert counts["n"].sum() == len(own(pq.read_table(scanned / "mentions").to_pandas()))
    assert (scanned / "faults.csv").read_text().splitlines() == [
        "file,line,column,problem,remedy",
        "news.jsonl,6,,not JSON (Expecting value at character 11); give one JSON object a line,",
    ]
    assert (told["documents"], sum(told["documents_by_month"].values()), told["faults"]) == (12, 12, 1)
    assert told["statements"] == pq.read_table(scanned / "statements").num_rows
