"""Every fault in one run, with an editor's line and what would work."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import Fault, ParameterError
from communique.files import csv
from communique.files.csv import MOST_ROWS_TOLD
from communique.process import checks
from communique.process.checks import MOST_TOLD, check
from communique.process.schema import TABLES

from .conftest import told

SPECIMENS = Path(__file__).parents[2] / "specimens"
TROUBLES = sorted(each.parent.name for each in SPECIMENS.glob("*/faults.txt"))


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_specimen_is_told_of_as_written(trouble, folder_of):
    expected = (SPECIMENS / trouble / "faults.txt").read_text(encoding="utf-8").splitlines()

    assert told(folder_of(trouble)) == expected


def test_there_is_a_specimen_for_each_trouble():
    assert len(TROUBLES) > 30


@pytest.mark.parametrize("name", ["geneva", "brexit"])
def test_the_data_have_no_fault(name, root):
    assert list(map(str, check(root / "data" / name))) == []


def test_a_sound_folder_has_no_fault(folder_of):
    assert told(folder_of()) == []


def test_faults_are_of_the_type_that_reports_print(folder_of):
    folder = folder_of("references")

    assert all(isinstance(fault, Fault) for fault in check(folder))
    assert str(check(folder)[0]).startswith(f"{folder}/actors.csv:2: side: ")


def test_missing_files_are_each_told_of(folder_of):
    folder = folder_of()
    for name in ("process.yml", "events.csv"):
        (folder / name).unlink()

    remedy = "a process folder holds process.yml and seven tables"
    assert told(folder) == [f"events.csv: the file is missing; {remedy}", f"process.yml: the file is missing; {remedy}"]


def test_a_missing_table_is_one_fault_though_others_refer_to_it(folder_of):
    folder = folder_of()
    (folder / "sources.csv").unlink()

    assert [line.partition(";")[0] for line in told(folder)] == ["sources.csv: the file is missing"]


def test_a_folder_in_place_of_a_file_is_told_of(folder_of):
    folder = folder_of()
    (folder / "events.csv").unlink()
    (folder / "events.csv").mkdir()

    assert [line.partition(";")[0] for line in told(folder)] == ["events.csv: this is no regular file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_told_of(folder_of):
    folder = folder_of()
    (folder / "events.csv").chmod(0)

    assert told(folder) == ["events.csv: the file cannot be read (Permission denied); check its permissions"]


def test_a_huge_file_is_refused_unread(folder_of):
    folder = folder_of()
    with open(folder / "events.csv", "ab") as file:
        file.truncate(65 * 2**20)
    with open(folder / "process.yml", "ab") as file:
        file.truncate(2 * 2**20)

    assert [line.partition(";")[0] for line in told(folder)] == [
        "events.csv: the file is larger than 64 MB",
        "process.yml: the file is larger than 128 KB",
    ]


def test_an_overlong_cell_is_told_of(folder_of, rewrite):
    folder = folder_of()
    rewrite(folder / "statements.csv", "Osgood expected", "x" * 300_000)

    assert told(folder) == [
        "statements.csv:6: text: the cell holds 300,030 characters; at most 20,000 are allowed",
    ]


def test_deeply_nested_yaml_is_refused(folder_of):
    folder = folder_of()
    (folder / "process.yml").write_text("id: " + "[" * 100_000)

    assert told(folder) == [
        "process.yml:1: lists are nested more than 12 deep; a quotation mark may be missing",
    ]


def test_a_character_yaml_does_not_allow_has_its_line(folder_of, rewrite):
    folder = folder_of()
    rewrite(folder / "process.yml", "Lake Orrin", "Lake \x07 Orrin")

    assert told(folder) == ["process.yml:3: a character that YAML does not allow; remove it"]


def test_a_folder_that_is_missing_is_a_wrong_parameter(tmp_path):
    with pytest.raises(ParameterError, match=r"there is no such folder; it must hold process\.yml and the tables$"):
        check(tmp_path / "nowhere")


def test_a_file_is_no_folder(folder_of):
    with pytest.raises(ParameterError, match=r"this is no folder; give the folder that holds process\.yml$"):
        check(folder_of() / "rounds.csv")


def test_an_unknown_name_lists_what_there_is():
    with pytest.raises(ParameterError, match=r"PROCESS=nowhere: there is no such process; there are brexit and gen"):
        check("nowhere")


def test_a_process_is_called_like_its_folder(folder_of, tmp_path):
    shutil.move(folder_of(), tmp_path / "lake")

    assert told(tmp_path / "lake") == [
        "process.yml:2: id: the id is 'tiny', the folder is called 'lake'; write lake, or rename the folder",
    ]


UNCHECKED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
FILES = ["process.yml", *(table.file for table in TABLES.values())]


@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=UNCHECKED)
@given(data=st.data())
def test_no_damage_raises(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("damage") / "tiny"
    shutil.copytree(SPECIMENS / "tiny", folder)
    path = folder / data.draw(st.sampled_from(FILES))
    content = path.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    damage = data.draw(st.one_of(st.binary(max_size=30), st.text('",|\n\r: -[]{}#&*!/0123456789\0\ufeff', max_size=30)))
    put = damage if isinstance(damage, bytes) else damage.encode()
    path.write_bytes(content[:start] + put + content[end:])

    for fault in check(folder):
        assert str(fault).isprintable()


@settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=UNCHECKED)
@given(name=st.sampled_from(FILES), content=st.binary(max_size=200))
def test_no_content_raises(name, content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("content") / "tiny"
    shutil.copytree(SPECIMENS / "tiny", folder)
    (folder / name).write_bytes(content)

    assert all(str(fault).isprintable() for fault in check(folder))


def test_work_grows_with_the_rows_and_no_faster(folder_of, calls_of):
    """Rows that are all wrong in the ways that compare with other rows."""

    def work(rows):
        folder = folder_of()
        with open(folder / "actors.csv", "a") as file:
            file.writelines(f"a{number},Name {number},,press,The Same,,\n" for number in range(rows))
        with open(folder / "statements.csv", "a") as file:
            file.writelines(f'Z,3,2030-09-12,during,b{number},interview,,"Said.,S,\n' for number in range(rows))
        faults = []
        calls = calls_of(lambda: faults.extend(check(folder)))
        assert len(faults) > min(1.5 * rows, MOST_TOLD + MOST_ROWS_TOLD)
        return calls

    few, many = work(400), work(4_000)

    assert few > 10_000
    assert many < 12 * few


def of_one_cell(folder, members):
    actors = folder / "actors.csv"
    lines = actors.read_text().splitlines(keepends=True)
    cells = lines[1].split(",")
    cells[lines[0].split(",").index("aliases")] = "|".join([*(f"n{place}" for place in range(members)), "n0"])
    actors.write_text(lines[0] + ",".join(cells) + "".join(lines[2:]))


def of_one_heading(folder, columns):
    rounds = folder / "rounds.csv"
    heading, rows = rounds.read_text().split("\n", 1)
    rounds.write_text(f"{heading},{','.join(f'c{place}' for place in range(columns))}\n{rows}")


def of_one_list(folder, words):
    process = folder / "process.yml"
    process.write_text(f"{process.read_text()}\nplaces: [{', '.join(f'p{place}' for place in range(words))}]\n")


@pytest.mark.parametrize(
    ("written", "few", "most_faults"),
    [(of_one_cell, 500, 3), (of_one_heading, 2_000, 1), (of_one_list, 120, 1)],
)
def test_work_grows_no_faster_than_what_one_place_holds(folder_of, calls_of, written, few, most_faults):
    def work(number):
        folder = folder_of()
        written(folder, number)
        faults = []
        calls = calls_of(lambda: faults.extend(check(folder)))
        assert len(faults) <= most_faults
        return calls

    assert work(8 * few) < 10 * work(few)


def test_very_many_faults_of_one_kind_are_counted_not_listed(folder_of, monkeypatch):
    monkeypatch.setattr(checks, "MOST_TOLD", 3)
    monkeypatch.setattr(csv, "MOST_ROWS_TOLD", 2)
    folder = folder_of()
    with open(folder / "sources.csv", "a") as file:
        file.writelines(f"s {number},P,T,shown,https://example.org,2030-01-01,wire,en\n" for number in range(10))
        file.writelines("a,b\n" for _ in range(10))
        file.writelines('"a"b\n' for _ in range(10))
    faults = told(folder)

    assert "sources.csv: 18 more rows have faults like those told of; mend these, and check again" in faults
    assert "sources.csv: source_id: 7 more faults like those told of; mend these, and check again" in faults
    assert len(faults) == 2 + 1 + 3 + 1


@pytest.mark.parametrize(
    ("other", "remedy"),
    [
        ("Statements.csv", "Statements.csv is there: call it statements.csv"),
        ("statements.csv.txt", "statements.csv.txt is there: call it statements.csv"),
        (
            "statements.xlsx",
            "statements.xlsx is there: open it in a spreadsheet program and save it as CSV UTF-8, under the name "
            "statements.csv",
        ),
    ],
)
def test_a_table_saved_under_another_name_is_recognised(folder_of, other, remedy):
    folder = folder_of()
    (folder / "statements.csv").rename(folder / other)

    assert f"statements.csv: the file is missing; {remedy}" in told(folder)


def test_a_workbook_called_csv_is_told_as_one(folder_of):
    folder = folder_of()
    (folder / "events.csv").write_bytes(b"PK\x03\x04 [Content_Types].xml xl/workbook.xml")

    remedy = "open it in a spreadsheet program and save it as CSV UTF-8"
    assert told(folder) == [f"events.csv: this is a workbook of Excel, whatever its name says; {remedy}"]


def test_a_key_that_many_rows_have_is_one_fault(folder_of):
    folder = folder_of()
    path = folder / "events.csv"
    last = path.read_text().splitlines()[-1]
    number = len(path.read_text().splitlines())
    path.write_text(path.read_text() + f"{last}\n{last}\n{last}\n")

    (line,) = told(folder)
    repeated = f"is on line {number} already, and again on lines {number + 2} and {number + 3}"
    assert line.endswith(f"{repeated}; give each row another, or remove all but one")


def test_whole_numbers_with_a_point_are_one_fault_of_their_column(folder_of):
    folder = folder_of()
    path = folder / "statements.csv"
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], *(line.replace(",1,2030", ",1.0,2030") for line in lines[1:])]) + "\n")

    (line,) = told(folder)
    assert line.startswith("statements.csv:2: round: '1.0' is not a whole number, as in ")
    assert line.endswith(" more of its cells; write 1; communique repair does")
