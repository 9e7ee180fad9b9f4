"""What publishing promises of the disk, of locks the system refuses, and of what others left behind."""

import json
import os
import stat
import time

import pytest

from communique.files import atomic
from communique.files.publishing import JOURNAL, publish, settle, turn, workshop, write

FILES = ["r.html", "r.pdf"]
HOUR = 3600


def contents(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def edition(text):
    return {file: f"{text} {file}" for file in FILES}


def publish_edition(folder, text):
    with workshop(folder, "r", files=FILES) as made:
        for file, content in edition(text).items():
            write(made, file, content.encode())
        publish(made, folder, FILES)


# --- on the disk, in an order that a loss of power cannot upset -------------------------------------------------------


@pytest.fixture
def events(monkeypatch):
    """What is done to the disk, one after the other: ("on disk" or "moved" or "removed", number of the file, name).

    Files are told by their number (inode), for a file is written under one name and moved to another.
    """
    done = []
    fsync, replace, unlink = os.fsync, os.replace, os.unlink

    def noted_fsync(opened):
        fsync(opened)
        done.append(("on disk", os.fstat(opened).st_ino, ""))

    def noted_replace(source, target):
        number = os.stat(source).st_ino
        replace(source, target)
        done.append(("moved", number, os.path.basename(target)))

    def noted_unlink(path, **options):
        number = os.stat(path, **options).st_ino
        unlink(path, **options)
        done.append(("removed", number, os.path.basename(path)))

    for name, noted in (("fsync", noted_fsync), ("replace", noted_replace), ("unlink", noted_unlink)):
        monkeypatch.setattr(os, name, noted)
    return done


def test_a_file_written_is_on_the_disk_when_write_returns(tmp_path, events):
    write(tmp_path, "r.html", b"new")

    assert events == [("on disk", (tmp_path / "r.html").stat().st_ino, "")]


@pytest.fixture
def published(tmp_path, events):
    """The events of a second edition over a first, and the numbers of the folders: here, at work, kept."""
    publish_edition(tmp_path, "old")
    with workshop(tmp_path, "r", files=FILES) as made:
        for file in FILES:
            write(made, file, b"new")
        events.clear()
        publish(made, tmp_path, FILES)
        folders = {"here": tmp_path, "at work": made, "kept": made / "last"}
        return list(events), {name: folder.stat().st_ino for name, folder in folders.items()}


def places(events, what, *, name=None, number=None):
    return [
        place
        for place, event in enumerate(events)
        if event[0] == what and name in (None, event[2]) and number in (None, event[1])
    ]


def test_the_journal_is_whole_on_the_disk_before_the_first_file_moves(published):
    events, folders = published
    (journal,) = places(events, "moved", name=JOURNAL)
    (written,) = places(events, "on disk", number=events[journal][1])
    kept = places(events, "on disk", number=folders["kept"])
    named = places(events, "on disk", number=folders["at work"])
    first = places(events, "moved", name=FILES[0])[0]

    assert written < journal  # what it says
    assert min(kept) < journal  # the files it would put back
    assert any(journal < place < first for place in named)  # that it is there


def test_the_new_files_have_their_names_on_the_disk_before_the_journal_goes(published):
    events, folders = published
    last = places(events, "moved", name=FILES[-1])[-1]
    (gone,) = places(events, "removed", name=JOURNAL)

    assert any(last < place < gone for place in places(events, "on disk", number=folders["here"]))
    assert any(gone < place for place in places(events, "on disk", number=folders["at work"]))


def test_what_is_put_back_has_its_names_on_the_disk_before_the_journal_goes(tmp_path, events):
    broken_off(tmp_path)
    events.clear()
    settle(tmp_path)
    back = places(events, "moved", name="r.html")[-1]
    (gone,) = places(events, "removed", name=JOURNAL)

    assert any(back < place < gone for place in places(events, "on disk", number=tmp_path.stat().st_ino))


def test_where_folders_cannot_be_brought_to_the_disk_files_are_published_all_the_same(tmp_path, monkeypatch):
    fsync = os.fsync

    def files_alone(opened):
        if stat.S_ISDIR(os.fstat(opened).st_mode):
            raise OSError(22, "Invalid argument")
        fsync(opened)

    monkeypatch.setattr(os, "fsync", files_alone)
    publish_edition(tmp_path, "new")

    assert contents(tmp_path) == edition("new")


# --- locks ------------------------------------------------------------------------------------------------------------


def test_where_the_system_refuses_a_lock_files_are_published_all_the_same(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl")
    asked = []

    def refuse(opened, operation):
        asked.append(operation)
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with turn(tmp_path):
        publish_edition(tmp_path, "new")

    assert fcntl.LOCK_EX in asked
    assert contents(tmp_path) == edition("new")


# --- what others left behind ------------------------------------------------------------------------------------------


def broken_off(folder):
    """A folder as a publishing leaves it that was killed when it had moved the first of two files."""
    publish_edition(folder, "last")
    left = folder / ".other-1-x"
    (left / "last").mkdir(parents=True)
    (folder / "r.html").rename(left / "last" / "r.html")
    (folder / "r.html").write_text("half")
    (left / JOURNAL).write_text(json.dumps({"r.html": True}))


def test_one_who_is_killed_while_another_makes_a_report_is_undone_before_that_is_published(tmp_path):
    """Else whoever comes next would put the old file back over the new one."""
    with workshop(tmp_path, "r", files=FILES) as made:
        for file, content in edition("new").items():
            write(made, file, content.encode())
        broken_off(tmp_path)
        publish(made, tmp_path, FILES)

    settle(tmp_path)
    assert contents(tmp_path) == edition("new")


@pytest.mark.parametrize(("hours", "swept"), [(23, False), (25, True)])
def test_where_there_are_no_locks_a_working_folder_is_left_behind_after_a_day(tmp_path, monkeypatch, hours, swept):
    monkeypatch.setattr(atomic, "fcntl", None)
    left = tmp_path / ".r-1-abcdefgh"
    left.mkdir()
    then = time.time() - hours * HOUR
    os.utime(left, (then, then))

    with workshop(tmp_path, "r", files=FILES):
        assert left.exists() != swept
