"""Files are written whole or not at all; a system without locks says so to those who need one, and to nobody else."""

import errno
import os
import signal
import subprocess
import sys

import pytest

from communique.errors import PublishError
from communique.files import atomic
from communique.files.journal import locked
from communique.files.publishing import turn


def test_a_file_is_replaced_whole_or_stands(tmp_path):
    target = tmp_path / "statements.csv"
    target.write_bytes(b"before")

    def half(out):
        out.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        atomic.replace(target, half)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"statements.csv": b"before"}
    atomic.replace(target, b"whole")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"statements.csv": b"whole"}


KILLED = """
import os, signal, sys
from pathlib import Path
from communique.files import atomic

atomic.replace(Path(sys.argv[1]), lambda out: (out.write(b"half"), out.flush(), os.kill(os.getpid(), signal.SIGKILL)))
"""


def test_what_a_killed_writer_left_goes_and_what_is_being_written_stays(tmp_path):
    target = tmp_path / "drafts [a].json"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", KILLED, target], env=environment).returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == b"half"

    def meanwhile(out):
        atomic.replace(target, b"first")
        out.write(b"second")

    atomic.replace(target, meanwhile)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {target.name: b"second"}


def test_a_part_cleared_before_it_was_held_is_made_again(tmp_path, monkeypatch):
    target, hold = tmp_path / "statements.csv", atomic.hold
    cleared = []

    def hold_too_late(handle):
        if not cleared:
            cleared.extend(tmp_path.iterdir())
            atomic.clear(target)
        hold(handle)

    monkeypatch.setattr(
        atomic, "hold", lambda handle, wait=True: hold_too_late(handle) if wait else hold(handle, wait=False)
    )
    atomic.replace(target, b"whole")
    assert len(cleared) == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {target.name: b"whole"}


def test_a_file_keeps_its_permissions_and_a_new_one_can_be_read(tmp_path):
    target = tmp_path / "statements.csv"
    atomic.replace(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o644
    target.chmod(0o600)
    atomic.replace(target, lambda out: out.write(b"newer"))
    assert target.stat().st_mode & 0o777 == 0o600


def test_contents_and_names_are_on_the_disk_before_it_goes_on(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.readlink(f"/proc/self/fd/{handle}")))

    atomic.replace(tmp_path / "report.html", b"whole")

    part, folder = synced
    assert part.startswith(str(tmp_path / ".report.html.")), synced
    assert folder == str(tmp_path)


@pytest.mark.parametrize(("number", "passed_over"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)])
def test_a_file_system_that_syncs_no_names_is_passed_over_and_a_broken_disk_is_not(
    tmp_path, monkeypatch, number, passed_over
):
    def refuse(handle):
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    if passed_over:
        atomic.sync(tmp_path)
    else:
        with pytest.raises(OSError, match="refused"):
            atomic.sync(tmp_path)


def test_without_locks_a_report_is_published_and_the_desk_refuses(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "fcntl", None)

    with turn(tmp_path), turn(tmp_path):
        pass
    with (
        pytest.raises(PublishError, match=r"cannot lock .*candidates.csv.lock: this system has no file locks; work on"),
        locked(tmp_path),
    ):
        pytest.fail("nobody was kept out")


def test_what_needs_no_lock_starts_where_there_is_no_fcntl():
    code = (
        "import sys; sys.modules['fcntl'] = None; "
        "import communique.files.atomic, communique.files.journal, communique.files.publishing, communique.desk; "
        "print(communique.files.atomic.fcntl)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["None"]
