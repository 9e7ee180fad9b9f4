import os

from communique.desk.watching import stamps


def test_a_table_that_is_written_anew_is_told_from_what_it_was(folder):
    before, others = stamps(folder), stamps(folder, "rounds", "actors")
    path = folder / "statements.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    os.utime(path, ns=(1, 1))

    assert stamps(folder) != before
    assert stamps(folder, "rounds", "actors") == others
    assert len(others) == 2
