"""A new process: what is written, what is refused, and what its report says."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from communique import load
from communique.cli import communique, console
from communique.document.faces.html import fragment
from communique.document.plain import plain_text
from communique.errors import ParameterError
from communique.process import starter
from communique.process.checks import check
from communique.process.schema import TABLES
from communique.process.starter import new_process


@pytest.fixture
def data(tmp_path):
    """A data folder with one process in it."""
    (tmp_path / "data" / "lake-orrin").mkdir(parents=True)
    (tmp_path / "data" / "lake-orrin" / "process.yml").write_text("mine")
    return tmp_path / "data"


def untouched(data):
    """Whether nothing was added to the data folder or changed in it, not even out of sight."""
    (only,) = data.iterdir()
    return [path.read_text() for path in only.iterdir()] == ["mine"]


# --- what is written --------------------------------------------------------------------------------------------------


def test_the_starter_is_without_fault_and_holds_one_round_and_its_source(data):
    folder = new_process("skerry-ferry", data=data)

    assert folder == data / "skerry-ferry"
    assert sorted(path.name for path in data.iterdir()) == ["lake-orrin", "skerry-ferry"]
    assert check(folder) == []
    process = load("skerry-ferry", data=data)
    rows = {name: len(getattr(process, name)) for name in TABLES if len(getattr(process, name))}
    assert (process.id, process.title, rows) == ("skerry-ferry", "Skerry Ferry", {"rounds": 1, "sources": 1})


def test_what_is_not_given_is_said_to_be_filled_in(data):
    process = load(new_process("skerry-ferry", data=data))

    (held,) = process.rounds.to_dict("records")
    assert held["headline"] == "Nothing is on record yet; still to be filled in: dates, place and source of this round"
    assert held["venue"] == "to be filled in"
    assert held["start"].date() == held["end"].date() == date.today()
    assert process.sources["url"].tolist() == ["https://to-be-filled-in.invalid/"]
    assert process.note == "To be filled in: what the record rests on, and what it leaves out."


def test_what_is_given_stands_in_the_tables(data):
    title = 'Ferries: "fair" dues & # more\u200c'
    given = {"start": "2031-05-06", "end": "2031-05-07", "venue": "Pier House, Skerry\nSound"}
    process = load(new_process("skerry-ferry", title=title, **given, data=data))

    (held,) = process.rounds.to_dict("records")
    assert process.title == title
    assert held["headline"] == "Nothing is on record yet; still to be filled in: source of this round"
    assert held["venue"] == "Pier House, Skerry Sound"
    assert [day.date().isoformat() for day in held["sittings"][0]] == ["2031-05-06", "2031-05-07"]


def test_each_key_of_the_description_is_explained():
    text = Path(starter.__file__).with_name("starter.yml").read_text(encoding="utf-8")

    _, *paragraphs = text.split("\n\n")
    assert len(paragraphs) == 7
    for paragraph in paragraphs:
        key = next(line for line in paragraph.splitlines() if not line.startswith("#"))
        assert key.partition(":")[0] in ("id", "title", "note", "sides", "baskets", "dimensions", "places")
        assert paragraph.startswith("# ")


@pytest.mark.parametrize("name", ["2017", "no", "1e3", "Skerry_Ferry", "x" * 60])
def test_names_that_look_like_something_else_stay_names(data, name):
    assert load(new_process(name, data=data)).id == name


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "no name given; choose one for the new process, e.g. NAME=lake-orrin"),
        ("lake-orrin", "NAME=lake-orrin: data/lake-orrin exists, and is left as it is; choose another name"),
        ("Lake-Orrin", "NAME=Lake-Orrin: data/lake-orrin exists, and is left as it is; choose another name"),
        ("all", "NAME=all: all and lexicon mean something else here; choose another name"),
        ("Lexicon", "NAME=Lexicon: all and lexicon mean something else here; choose another name"),
        ("x" * 61, f"NAME={'x' * 61}: this is longer than 60 characters; the title can be long instead"),
        *(
            (name, f"NAME={shown}: a name is made of letters a-z, digits, - and _, with no - or _ in front")
            for name, shown in [
                ("../geneva", "../geneva"),
                ("/tmp/x", "/tmp/x"),
                ("a b", "a b"),
                ("-x", "-x"),
                (".hidden", ".hidden"),
                ("é", "é"),
                ("x\n", "x\\n"),
            ]
        ),
    ],
)
def test_a_name_that_will_not_do_is_refused_and_nothing_written(data, name, message):
    with pytest.raises(ParameterError) as refused:
        new_process(name, data=data)

    assert str(refused.value).startswith(message)
    assert untouched(data)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"start": "6 May"}, "--start: '6 May' is not a date; write it as YYYY-MM-DD, e.g. 2017-07-10"),
        ({"start": "2031-05-06", "end": "2031-02-30"}, "--end: there is no day 2031-02-30; 2031-02 has 28 days"),
        ({"start": "2031-05-06", "end": "2031-05-01"}, "the sitting 2031-05-06/2031-05-01 ends before it starts"),
        ({"venue": "\x1b[2J"}, "--venue: it holds the control character U+001B; remove it"),
        ({"title": "\udcff"}, "not UTF-8 (byte 0xff)"),
        ({"title": "\uffff"}, "a character that YAML does not allow; remove it"),
    ],
)
def test_what_cannot_stand_in_the_tables_is_refused_and_nothing_written(data, given, message):
    with pytest.raises(ParameterError) as refused:
        new_process("skerry-ferry", data=data, **given)

    assert str(refused.value).startswith(message)
    assert untouched(data)


def test_who_is_slower_leaves_the_other_s_work_alone(data, monkeypatch):
    def meanwhile(folder):
        (data / "skerry-ferry").mkdir()
        (data / "skerry-ferry" / "process.yml").write_text("theirs")

    monkeypatch.setattr(starter, "_refuse_faulty", meanwhile)
    with pytest.raises(ParameterError, match="data/skerry-ferry exists, and is left as it is"):
        new_process("skerry-ferry", data=data)

    assert sorted(path.name for path in data.iterdir()) == ["lake-orrin", "skerry-ferry"]
    assert [path.read_text() for path in (data / "skerry-ferry").iterdir()] == ["theirs"]


def test_an_end_on_the_way_leaves_nothing_behind(data, monkeypatch):
    def interrupted(folder):
        raise KeyboardInterrupt

    monkeypatch.setattr(starter, "_refuse_faulty", interrupted)
    with pytest.raises(KeyboardInterrupt):
        new_process("skerry-ferry", data=data)

    assert untouched(data)


# --- as a command -----------------------------------------------------------------------------------------------------


def test_the_command_says_what_it_wrote_and_refuses_to_write_it_again(data, capsys, monkeypatch):
    monkeypatch.chdir(data.parent)
    monkeypatch.setenv("COMMUNIQUE_DATA", "data")

    assert console.run(communique, ["new-process", "--venue=Pier House", "--", "skerry-ferry"]) == 0
    told = "data/skerry-ferry: process.yml and seven tables to fill in; docs/your-own-process.md leads through them\n"
    assert capsys.readouterr() == (told, "")
    assert console.run(communique, ["new-process", "skerry-ferry"]) == ParameterError.exit_code
    assert "data/skerry-ferry exists, and is left as it is" in capsys.readouterr().err


@pytest.fixture
def made(tmp_path, root):
    """A function that runs `make new-process` with a Python that notes what it is called with, and gives that."""
    for name, program in {
        "requirements/setup": "#!/bin/sh\n",
        ".venv/bin/python": f"#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(program)
        (tmp_path / name).chmod(0o755)
    shutil.copy(root / "Makefile", tmp_path)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}

    def make(*arguments, **variables):
        command = ["make", "new-process", *arguments]
        ran = subprocess.run(command, cwd=tmp_path, env=environment | variables, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        assert sorted(path.name for path in tmp_path.iterdir()) == [".venv", "Makefile", "requirements"]
        return json.loads(ran.stdout)

    return make


needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")


@needs_make
@pytest.mark.parametrize(
    "name",
    ["lake-orrin", "--debug", "x; touch y", "$(shell touch y)", "$$(touch y)", "`touch y`", "x' ; touch y ; '", "*"],
)
def test_make_hands_the_name_on_as_typed_and_runs_nothing_of_it(made, name):
    assert made(f"NAME={name}") == ["-m", "communique", "new-process", "--", name]


@needs_make
def test_what_the_system_calls_the_computer_is_no_name(made):
    assert made(NAME="my-laptop") == ["-m", "communique", "new-process", "--", ""]


# --- its report -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    return new_process("skerry-ferry", start="2031-05-06", data=data)


def test_the_report_says_that_nothing_is_on_record(started, blocks_of):
    blocks = blocks_of(PROCESS=started, ROUND=1)
    text = plain_text(blocks)

    assert "Skerry Ferry: Round 1" in text
    assert "Nothing is on record yet; still to be filled in: place and source of this round" in text
    assert "The record holds no statement for this round." in text
    assert "No expectation was carried into this round and none was raised in it." in text
    assert text.count("Not coded for this round.") == 4
    assert "To be filled in: what the record rests on, and what it leaves out." in text
    assert 'href="https://to-be-filled-in.invalid/"' in fragment(blocks)


def test_the_overview_says_so_too(started, blocks_of):
    text = plain_text(blocks_of("process", PROCESS=started))

    assert "One round on record, no basket placed on its ladder yet" in text
    assert "The record holds no statement yet." in text
    assert "No event around the talks is on record." in text
