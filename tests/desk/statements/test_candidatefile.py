import csv

import pytest

from communique.desk.statements.candidatefile import Candidates, decided
from communique.errors import DataError

from ..conftest import FIRST, FOUND, REPEAT, SECOND, as_csv

DECISION = {"decision": "rejected", "decided_by": "a, the first", "decided_on": "2030-06-01", "statement_id": ""}


def test_a_decision_changes_four_cells_and_no_other_byte():
    content = as_csv(FOUND)
    after = decided(content, {SECOND: DECISION})
    lines, changed = content.split(b"\n"), after.split(b"\n")
    assert [place for place, pair in enumerate(zip(lines, changed, strict=True)) if pair[0] != pair[1]] == [2]
    assert changed[2] == lines[2].replace(b",,,,,", b',rejected,"a, the first",2030-06-01,,', 1)


def test_a_decision_leaves_line_breaks_in_cells_and_foreign_line_ends_alone():
    rows = [FOUND[0] | {"text": 'two\nlines, "quoted"'}, FOUND[1]]
    content = as_csv(rows).replace(b"\n", b"\r\n")
    after = decided(decided(content, {SECOND: DECISION}), {SECOND: dict.fromkeys(DECISION, "")})
    assert after == content


def test_an_unknown_candidate_is_refused():
    with pytest.raises(KeyError, match="nobody"):
        decided(as_csv(FOUND), {"nobody": DECISION})


def test_rows_are_read_from_their_place(candidates):
    assert [candidates.row(id_) for id_ in candidates.entries] == FOUND
    assert [entry.id for entry in candidates.repeats(FIRST)] == [REPEAT]
    assert [entry.id for entry in candidates.repeats(REPEAT)] == [FIRST]


def test_a_file_that_has_grown_is_read_anew(folder, candidates):
    with open(folder / "candidates.csv", "a", newline="") as file:
        csv.DictWriter(file, FOUND[0], lineterminator="\n").writerow(FOUND[0] | {"candidate_id": "c9"})
    assert candidates.refresh()
    assert "c9" in candidates.entries
    assert not candidates.refresh()


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"a,b\n1,2\n", "columns are not those"),
        (as_csv(FOUND) + b"c5,,,\n", "candidates.csv:6: the row is not that of a candidate"),
        (as_csv(FOUND).replace(b"Orrin", b"\xff\xfe"), "cannot be read"),
    ],
    ids=["another table", "half a row", "not UTF-8"],
)
def test_a_damaged_file_is_named(folder, content, match):
    (folder / "candidates.csv").write_bytes(content)
    with pytest.raises(DataError, match=match):
        Candidates(folder)


def test_a_process_without_candidates_has_none(folder):
    (folder / "candidates.csv").unlink()
    assert Candidates(folder).entries == {}
