"""A finished scan is read back; one that is none is refused."""

import pytest

from communique.errors import ParameterError
from communique.scan.results import Archive


def test_results_are_read_back(scanned):
    archive = Archive.open(scanned)

    assert (archive.documents, archive.told["faults"]) == (12, 1)
    assert archive.mentions == archive.index["mentions"].sum() + archive.index["left_out"].sum()
    assert archive.statements >= archive.index["statements"].sum()
    assert set(archive.counts["status"]) <= {"claimed", "denied", "open", "doubted"}
    assert archive.index["speaker"].map(type).eq(str).all()


def test_a_folder_without_results_is_refused(tmp_path):
    with pytest.raises(ParameterError, match=r"holds no finished scan .*; make one: communique scan CORPUS --out"):
        Archive.open(tmp_path)
