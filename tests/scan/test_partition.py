"""What a worker sends back, and when it refuses to read."""

import json

import pytest

from communique.errors import CommuniqueError
from communique.scan import partition
from communique.scan.code import OtherCode, fingerprint
from communique.scan.corpus import files_of
from communique.scan.partition import SUMS, cut_here, read


def whole(path):
    (file,) = files_of(str(path))
    (found,), _ = cut_here(file, 10**9, fingerprint())
    return found


def test_sums_counts_and_faults_of_a_partition(archive):
    found = read(whole(archive), (), fingerprint())

    assert found.rows["mentions"] == sum(sum(sums[1:2]) + sums[-1] for sums in found.groups.values())
    assert dict(zip(SUMS, found.groups["2017-07", "", "Wilma Hode"], strict=True)) == {
        "statements": 3, "mentions": 3, "good": 2, "bad": 1, "open": 0, "doubted": 0, "left_out": 0,
    }  # fmt: skip
    assert found.counts["2017-07", "", "collapse", "claimed"] == 1
    assert sum(found.months.values()) == 12
    assert [str(fault) for fault in found.faults] == [
        "news.jsonl:6: not JSON (Expecting value at character 11); give one JSON object a line"
    ]


def test_faults_beyond_a_number_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(partition, "MOST_FAULTS", 2)
    (tmp_path / "a.jsonl").write_text("[]\n" * 5)
    faults = read(whole(tmp_path), (), fingerprint()).faults

    assert [fault.line for fault in faults] == [1, 2, 0]
    assert faults[-1].problem == "3 more texts like those listed"


def test_a_text_on_which_the_reading_fails_is_listed_and_the_rest_read(archive, monkeypatch):
    real = partition.statement_row

    def failing(item, found):
        if item.key == "a01":
            raise KeyError("x")
        return real(item, found)

    monkeypatch.setattr(partition, "statement_row", failing)
    found = read(whole(archive), (), fingerprint())

    assert [(fault.line, "KeyError" in fault.problem) for fault in found.faults] == [(2, True), (6, False)]
    assert sum(found.months.values()) == 11


def test_a_worker_with_other_code_and_a_corpus_that_changed_are_refused(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Talks go on."}))
    asked = whole(path)
    with pytest.raises(OtherCode, match="other code, lexicon or processes"):
        read(asked, (), "0" * 64)
    path.write_text(json.dumps({"text": "Talks ended."}) + "\n")
    with pytest.raises(CommuniqueError, match="has changed since"):
        read(asked, (), fingerprint())
