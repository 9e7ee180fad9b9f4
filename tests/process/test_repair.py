"""What spreadsheets do to tables is mended, the rest is left, and the file as it was is kept."""

import pytest

from communique.process.checks import check
from communique.process.repair import repaired, repairs, told, write
from communique.process.schema import EVENTS, ROUNDS

HEAD = "event_id,date,kind,label,weight,source_id\n"


def mended(tmp_path, content, table=EVENTS):
    path = tmp_path / table.file
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return repaired(path, table)


@pytest.mark.parametrize(
    ("before", "after", "done"),
    [
        (HEAD + "E1,2030-01-02,politics,One.,2,S\n", None, ()),
        (
            HEAD.replace(",", ";") + 'E1;2030-01-02;politics;"One; and, two";2;S\n',
            HEAD + 'E1,2030-01-02,politics,"One; and, two",2,S\n',
            ("commas in place of semicolons",),
        ),
        (
            HEAD + "E1,13/07/2030,politics,One.,2.0,S\nE2,01/02/2030,politics,Two.,3,S\n",
            HEAD + "E1,2030-07-13,politics,One.,2,S\nE2,2030-02-01,politics,Two.,3,S\n",
            ("2 cells in date as YYYY-MM-DD", "1 cell in weight without .0"),
        ),
        (
            HEAD + "E1,7/13/2030,politics,One.,2,S\nE2,2030-01-02,politics,Two.,3,S\n",
            HEAD + "E1,2030-07-13,politics,One.,2,S\nE2,2030-01-02,politics,Two.,3,S\n",
            ("1 cell in date as YYYY-MM-DD",),
        ),
        (
            HEAD + "E1,2030-01-02 00:00:00,politics,One.,2,S\n",
            HEAD + "E1,2030-01-02,politics,One.,2,S\n",
            ("1 cell in date without its time",),
        ),
        (
            "event_id,date,kind,label,weight,source_id,,\nE1,2030-01-02,politics,\"a, b\",2,S,,\n,,,,,,,\n",
            HEAD + 'E1,2030-01-02,politics,"a, b",2,S\n',
            ("2 empty columns taken out", "1 row of commas taken out"),
        ),
        (
            b"\xef\xbb\xbf" + (HEAD + "E1,2030-01-02,politics,One.,2,S\n").replace("\n", "\r\n").encode(),
            (HEAD + "E1,2030-01-02,politics,One.,2,S\n").replace("\n", "\r\n"),
            ("byte order mark taken out",),
        ),
        (
            (HEAD + "E1,2030-01-02,politics,Café.,2,S\n").encode("cp1252"),
            HEAD + "E1,2030-01-02,politics,Café.,2,S\n",
            ("written as UTF-8, in place of Windows-1252",),
        ),
        (
            (HEAD + "E1,2030-01-02,politics,Café.,2,S\n").replace(",", "\t").encode("utf-16"),
            HEAD + "E1,2030-01-02,politics,Café.,2,S\n",
            ("written as UTF-8, in place of UTF-16", "commas in place of tabs"),
        ),
    ],
    ids="sound semicolons day-first month-first midnight empty mark windows utf-16".split(),
)  # fmt: skip
def test_what_is_mechanical_is_mended(tmp_path, before, after, done):
    repair = mended(tmp_path, before)

    assert sorted(repair.done) == sorted(done)
    assert repair.after.decode() == (before if after is None else after)
    assert repair.changes == bool(done)


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ("E1,10/07/2030,politics,One.,2,S\n", ("date, where 10/07/2030 may be 2030-07-10 or 2030-10-07",)),
        ("E1,13/07/2030,politics,One.,2,S\nE2,07/13/2030,politics,Two.,2,S\n", ()),
        ("E1,31/02/2030,politics,One.,2,S\n", ()),
        ("E1,13/07/30,politics,One.,2,S\n", ()),
        ("E1,2030-01-02, politics ,One.,2.5,S\n", ()),
        ('E1,2030-01-02,politics,"One.,2,S\n', None),
    ],
    ids=["two readings", "no reading", "no day", "two digits", "no mechanical fault", "a quotation mark astray"],
)
def test_what_is_not_mechanical_is_left(tmp_path, rows, left):
    repair = mended(tmp_path, HEAD + rows)

    if left is None:
        assert repair is None
    else:
        assert (repair.after, repair.left) == (repair.before, left)


def test_a_day_that_both_orders_read_alike_is_mended(tmp_path):
    assert b"2030-05-05" in mended(tmp_path, HEAD + "E1,05.05.2030,politics,One.,2,S\n").after


def test_a_table_is_replaced_and_the_file_as_it_was_kept(folder_of):
    folder = folder_of()
    path = folder / ROUNDS.file
    sound = path.read_bytes()
    damaged = "\n".join(
        ",".join([f"{line.split(',')[0]}.0", *line.split(",")[1:]]) if number else line
        for number, line in enumerate(sound.decode().splitlines())
    )
    path.write_text(damaged + "\n")
    before = path.read_bytes()
    assert [fault.column for fault in check(folder)] == ["round"]  # one fault, whatever refers to it

    (repair,) = repairs(folder)
    assert told(repair).endswith("rounds.csv: 3 cells in round without .0")
    assert repair.diff()[-1].startswith("+3,")
    kept = write(repair)

    assert path.read_bytes() == sound
    assert (kept.name, kept.read_bytes()) == ("rounds.csv.before-repair", before)
    assert check(folder) == []
    assert write(repair) is None  # the file is another now
    path.write_bytes(before)
    assert write(repair).name == "rounds.csv.before-repair-1"
