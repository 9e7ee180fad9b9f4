"""Partitions hold every row of a corpus once, whatever their size."""

import csv
import gzip
import json

import pyarrow as pa
import pytest
from pyarrow.parquet import write_table

from communique.scan.corpus import files_of
from communique.scan.cutting import MOST_CUTS, Partition, bundled, cut, numbered
from communique.scan.items import items

TEXTS = [f"Text {number} is " + "long. " * (number % 40) + 'It has "quotes",\nand lines.' for number in range(60)]


def written(path):
    match path.name.partition(".")[2]:
        case "jsonl":
            path.write_text("\n".join(json.dumps({"text": text}) for text in TEXTS))
        case "jsonl.gz":
            path.write_bytes(gzip.compress("\n".join(json.dumps({"text": text}) for text in TEXTS).encode()))
        case "csv" | "csv.gz" as ending:
            with (gzip.open if ending.endswith("gz") else open)(path, "wt", newline="") as file:
                csv.writer(file).writerows([["text"], *([text] for text in TEXTS)])
        case "parquet":
            write_table(pa.table({"text": TEXTS}), path, row_group_size=7)
    (file,) = files_of(str(path))
    return file


@pytest.mark.parametrize("size", [1, 700, 10**9])
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "csv", "csv.gz", "parquet"])
def test_every_row_is_in_one_partition_with_its_line(tmp_path, ending, size):
    file = written(tmp_path / f"a.{ending}")
    partitions, faults = cut(file, size)
    found = [item for each in partitions for item in items(each)]

    assert faults == []
    assert [item.document.text for item in found] == TEXTS
    first = {"jsonl": 1, "jsonl.gz": 1, "parquet": 1}.get(ending, 2)
    apart = 2 if ending.startswith("csv") else 1
    assert [item.line for item in found] == list(range(first, first + apart * len(TEXTS), apart))
    if size == 10**9:
        assert len(partitions) == 1
    if ending.endswith("gz"):
        assert len(partitions) <= MOST_CUTS + 1
    elif size == 700:
        assert len(partitions) > 5


def test_documents_come_in_bundles_and_partitions_have_numbers(tmp_path):
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("x" * 40)
    files = files_of(str(tmp_path))
    bundles = numbered(bundled(files, 100))

    assert bundles == [Partition(0, tuple(files[:2])), Partition(1, tuple(files[2:]))]
    assert bundles[1].size == 80


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"title,body\n1,2\n", "a table without a column text"),
        ("a.parquet", b"PAR1 nope", "no Parquet that can be read"),
        ("a.csv.gz", b"no gzip", "cannot be read"),
    ],
)
def test_a_table_that_is_none_is_a_fault(tmp_path, name, content, problem):
    (tmp_path / name).write_bytes(content)
    partitions, (fault,) = cut(files_of(str(tmp_path))[0], 100)

    assert partitions == []
    assert (fault.path, fault.problem[: len(problem)]) == (name, problem)
