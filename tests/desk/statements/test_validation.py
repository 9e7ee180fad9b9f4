from communique.desk.statements.validation import new_faults
from communique.process.checks import check


def test_a_sound_change_has_no_faults_and_the_folder_stays(folder):
    before = (folder / "statements.csv").read_bytes()

    assert new_faults(folder, {"statements.csv": before, "candidates.csv": b"", "desk/history.jsonl": b""}) == []
    assert (folder / "statements.csv").read_bytes() == before


def test_a_fault_is_told_with_file_and_column(folder):
    row = b"O2-01,2,2030-05-14,during,nobody,interview,,Text.,S-radio-3,\n"

    (fault,) = new_faults(folder, {"statements.csv": (folder / "statements.csv").read_bytes() + row})

    assert (fault.path, fault.column) == ("statements.csv", "speaker")


def test_faults_that_stood_before_are_no_news_though_their_lines_move(folder, rewrite):
    rewrite(folder / "statements.csv", "O3-06,3,2030-09-14,after", "O3-06,3,2030-09-14,during")
    assert len(check(folder)) == 1
    lines = (folder / "statements.csv").read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(b"O3-01")]

    assert new_faults(folder, {"statements.csv": b"".join(kept)}) == []
