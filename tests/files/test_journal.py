"""Several files change as one: errors, crashes before any step of the file system, and writers side by side."""

import json
import os
import subprocess
import sys

import pytest

from communique.errors import DataError
from communique.files import journal
from communique.files.journal import recover, transaction

NEW = {"sources.csv": b"new sources", "statements.csv": b"new statements", "desk/history.jsonl": b"{}\n"}


@pytest.fixture
def folder(folder_of):
    return folder_of()


def contents(folder):
    """Bytes of the files of a process by name, but for what only holds it against other writers."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in files.items() if name not in (journal.LOCK, "desk/.gitignore")}


def write(folder, changes):
    with transaction(folder) as files:
        for name, content in changes.items():
            files[name] = content


def test_an_error_within_a_transaction_changes_nothing(folder):
    before = contents(folder)

    def write_and_fail():
        with transaction(folder) as files:
            files["statements.csv"] = b"half"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert contents(folder) == before


def test_files_change_in_the_order_they_were_written(folder, monkeypatch):
    order = []
    replace = os.replace
    monkeypatch.setattr(journal.os, "replace", lambda one, two: (order.append(two.name), replace(one, two)))
    with transaction(folder) as files:
        files["sources.csv"] = files["sources.csv"] + b"\n"
        files["statements.csv"] = files["statements.csv"] + b"\n"
    assert order == ["journal.json", "sources.csv", "statements.csv"]


def test_of_what_is_added_to_a_file_only_that_is_written(folder, monkeypatch):
    written = []
    write = journal.atomic.write
    monkeypatch.setattr(
        journal.atomic, "write", lambda path, content: (written.append(len(content)), write(path, content))
    )
    before = (folder / "statements.csv").read_bytes()
    with transaction(folder) as files:
        files.append("statements.csv", b"more\n")
        assert files["statements.csv"] == before + b"more\n"
    with transaction(folder) as files:
        files.append("statements.csv", b"and more\n")

    assert (folder / "statements.csv").read_bytes() == before + b"more\nand more\n"
    assert written[::2] == [5, 9]
    assert max(written) < 400


def test_what_is_written_as_it_stands_is_no_change(folder):
    with transaction(folder) as files:
        files["statements.csv"] = b"other"
        files["statements.csv"] = (folder / "statements.csv").read_bytes()
        assert files.changes == {}
    assert not (folder / "desk").exists()


# A process of its own, forked anew for each step: it dies there as by SIGKILL, without any cleaning up. What the audit
# hook is told of comes before it happens, so that death falls between any two changes of the file system.
DYING = """
import json, os, sys
from pathlib import Path
from communique.files.journal import transaction

folder, new = Path(sys.argv[1]), {name: text.encode() for name, text in json.loads(sys.argv[2]).items()}
STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}

def die_at(step):
    left = [step]
    def hook(event, arguments):
        if event in STEPS and (event != "open" or (arguments[2] or 0) & os.O_ACCMODE):
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
    sys.addaudithook(hook)

for line in sys.stdin:
    child = os.fork()
    if not child:
        die_at(int(line))
        with transaction(folder) as files:
            for name, content in new.items():
                if name.endswith("jsonl"):
                    files.append(name, content)
                else:
                    files[name] = content
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def test_after_death_at_any_step_all_is_there_or_nothing(folder):
    before = contents(folder)
    after = before | NEW
    new = json.dumps({name: content.decode() for name, content in NEW.items()})
    command = [sys.executable, "-c", DYING, str(folder), new]
    told = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as worker:
        for step in range(100):
            print(step, file=worker.stdin, flush=True)
            if int(worker.stdout.readline()) == 0:
                break
            done = recover(folder)
            found = contents(folder)
            assert found in (before, after), step
            assert (found == after) == (done == "carried out"), step
            told.append((done, found == after))
            assert recover(folder) == ""
            for name, content in before.items():
                (folder / name).write_bytes(content)
            (folder / "desk/history.jsonl").unlink(missing_ok=True)
        worker.stdin.close()
    assert contents(folder) == after  # the last one lived
    # First nothing was begun, then it was dropped, then carried out; no step goes back behind another.
    stages = list(dict.fromkeys(told))
    assert [done for done, _ in stages] == ["", "dropped", "carried out"]
    assert [whole for _, whole in stages] == [False, False, True]
    assert len(told) > 15


@pytest.mark.parametrize("steps", range(9))
def test_after_the_disk_fails_at_any_step_all_is_there_or_nothing(folder, monkeypatch, steps):
    """The disk stops obeying at the n-th rename or flush; the next opening brings the process in order."""
    before = contents(folder)
    left = [steps]

    def failing(call):
        def called(*args):
            if not left[0]:
                raise OSError("the disk is gone")
            left[0] -= 1
            return call(*args)

        return called

    with monkeypatch.context() as patch:
        patch.setattr(journal.os, "replace", failing(os.replace))
        patch.setattr(journal.os, "fsync", failing(os.fsync))
        with pytest.raises(OSError, match="gone"):
            write(folder, NEW)
    recover(folder)
    assert contents(folder) in (before, before | NEW)


def test_what_somebody_changed_in_between_is_not_overwritten(folder, monkeypatch):
    sync = journal.atomic.sync

    def gone(place):
        sync(place)
        if (folder / "desk/journal.json").exists():
            raise OSError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(journal.atomic, "sync", gone)
        with pytest.raises(OSError, match="gone"):
            write(folder, {"statements.csv": b"by the desk"})
    assert (folder / "desk/journal.json").exists()
    (folder / "statements.csv").write_bytes(b"by hand")
    with pytest.raises(DataError, match=r"statements.csv: it was changed while .*delete .*journal.json"):
        recover(folder)
    assert (folder / "statements.csv").read_bytes() == b"by hand"


COUNTING = """
import sys
from pathlib import Path
from communique.files.journal import transaction

for _ in range(50):
    with transaction(Path(sys.argv[1])) as files:
        for name in ("one.txt", "two.txt"):
            files[name] = str(int(files[name] or 0) + 1).encode()
"""


def test_writers_side_by_side_wait_for_each_other(folder):
    workers = [subprocess.Popen([sys.executable, "-c", COUNTING, str(folder)]) for _ in range(3)]
    assert [worker.wait() for worker in workers] == [0, 0, 0]
    assert [(folder / name).read_text() for name in ("one.txt", "two.txt")] == ["150", "150"]


def test_the_private_folder_is_ignored_by_git(folder):
    assert (journal.private_folder(folder) / ".gitignore").read_text() == "*\n"
