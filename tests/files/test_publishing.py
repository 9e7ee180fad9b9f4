"""Files are published all together or not at all, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from communique.errors import PublishError
from communique.files import publishing
from communique.files.publishing import JOURNAL, clear, publish, settle, shown, workshop, write
from communique.report import many

from ..conftest import PATIENCE

FILES = ["r.html", "r.pdf", "r.ipynb"]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def make_and_publish(folder, text, files=FILES):
    """Publish all of FILES, having made `files` of them."""
    with workshop(folder, "r", files=FILES) as made:
        for file in files:
            write(made, file, f"{text} {file}".encode())
        return publish(made, folder, FILES)


def test_all_files_replace_the_last_ones(tmp_path):
    make_and_publish(tmp_path, "old")
    paths = make_and_publish(tmp_path, "new")

    assert paths == [tmp_path / file for file in FILES]
    assert contents(tmp_path) == {file: f"new {file}".encode() for file in FILES}


@pytest.mark.parametrize("failing", FILES)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_replace_that_fails_puts_all_back(tmp_path, monkeypatch, failing, error):
    for file in FILES[:2]:  # the third was never there
        (tmp_path / file).write_bytes(b"last good")
    replace = os.replace

    def replace_but_one(source, target):
        if source.name == failing and source.parent.name != "last":
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_but_one)
    wanted = PublishError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(wanted):
        make_and_publish(tmp_path, "new")

    assert contents(tmp_path) == dict.fromkeys(FILES[:2], b"last good")


# --- a process that is killed ----------------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from communique.files import publishing

FOLDER, MOVES = Path(sys.argv[1]), int(sys.argv[2])
FILES = ["r.html", "r.pdf", "r.ipynb"]
moved = []
replace = os.replace

def replace_and_die(source, target):
    replace(source, target)
    if Path(target).parent == FOLDER:
        moved.append(target)
        if len(moved) == MOVES:
            os.kill(os.getpid(), signal.SIGKILL)

os.replace = replace_and_die
with publishing.workshop(FOLDER, "r", files=FILES) as made:
    for file in FILES:
        publishing.write(made, file, f"new {file}".encode())
    publishing.publish(made, FOLDER, FILES, withdrawn=["r.json"])
"""
LAST = {"r.html": b"last r.html", "r.pdf": b"last r.pdf", "r.json": b"{}"}  # the notebook was never there


def broken_off(folder, moves):
    """Publish over the LAST files in a process that is killed when it has moved some, and give its number."""
    folder.mkdir(exist_ok=True)
    for file, content in LAST.items():
        (folder / file).write_bytes(content)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.Popen([sys.executable, "-c", KILLED, folder, str(moves)], env=environment)
    assert ran.wait(PATIENCE) == -signal.SIGKILL
    return ran.pid


def files_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("moves", [1, 2, 3])
def test_a_killed_publishing_leaves_whole_files_and_is_undone_by_the_next_who_comes(tmp_path, moves):
    broken_off(tmp_path, moves)
    moved = dict.fromkeys(FILES[:moves])
    assert files_in(tmp_path) == LAST | {file: f"new {file}".encode() for file in moved}

    with workshop(tmp_path, "another", files=["another.html"]):
        assert files_in(tmp_path) == LAST
    assert contents(tmp_path) == LAST


def test_a_killed_publishing_is_undone_for_good_by_a_report_of_its_name(tmp_path):
    broken_off(tmp_path, 2)

    make_and_publish(tmp_path, "newer")
    assert contents(tmp_path) == {file: f"newer {file}".encode() for file in FILES} | {"r.json": b"{}"}


def test_a_killed_publishing_is_undone_before_reports_are_looked_at(tmp_path, monkeypatch, root):
    monkeypatch.setenv("COMMUNIQUE_DATA", str(root / "data"))
    monkeypatch.setattr(many, "build_each", lambda jobs, **options: [])
    broken_off(tmp_path / "brexit", 1)

    many.reports("geneva", output=tmp_path)
    assert contents(tmp_path / "brexit") == LAST


def test_a_killed_worker_s_publishing_is_undone_and_its_folder_removed(tmp_path):
    process = broken_off(tmp_path, 1)

    clear(tmp_path, "r", process=process)
    assert contents(tmp_path) == LAST


@pytest.mark.parametrize("failing", range(2))
def test_undoing_that_is_broken_off_is_done_again(tmp_path, monkeypatch, failing):
    broken_off(tmp_path, 2)
    calls, replace = [], os.replace

    def fail_once(source, target):
        calls.append(target)
        if len(calls) == failing + 1:
            raise OSError(5, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail_once)
    settle(tmp_path)
    (left,) = (path for path in tmp_path.iterdir() if path.is_dir())
    os.utime(left, (0, 0))  # however long that was ago
    with workshop(tmp_path, "r", files=FILES):
        assert files_in(tmp_path) == LAST

    assert contents(tmp_path) == LAST


def test_what_cannot_be_put_back_at_once_is_kept_for_later(tmp_path, monkeypatch):
    (tmp_path / "r.html").write_bytes(b"last")
    replace = os.replace

    def fail(source, target):
        if target.name == "r.pdf" or source.parent.name == "last":
            raise OSError(5, "Input/output error")
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        with pytest.raises(PublishError, match=r"cannot write .*r\.pdf: Input/output error"):
            make_and_publish(tmp_path, "new")
    assert list(tmp_path.glob(f".r-*/{JOURNAL}"))

    settle(tmp_path)
    assert contents(tmp_path) == {"r.html": b"last"}


def test_a_journal_reaches_no_file_outside_its_folder(tmp_path):
    made = tmp_path / "reports" / ".r-1"
    made.mkdir(parents=True)
    (tmp_path / "mine").touch()
    (made / JOURNAL).write_text('{"../mine": false}')

    settle(tmp_path / "reports")
    assert contents(tmp_path / "reports") == {}
    assert (tmp_path / "mine").exists()


def test_a_turn_within_a_turn_is_the_same(tmp_path):
    with publishing.turn(tmp_path), publishing.turn(tmp_path / "."):
        make_and_publish(tmp_path, "new")

    assert sorted(contents(tmp_path)) == sorted(FILES)


# --- and more ---------------------------------------------------------------------------------------------------------


def test_where_there_are_no_hard_links_a_copy_is_kept(tmp_path, monkeypatch):
    def no_links(source, target):
        os.stat(source)
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "r.html").write_bytes(b"last good")
    with pytest.raises(PublishError, match="No such file"):
        make_and_publish(tmp_path, "new", files=["r.html"])

    assert contents(tmp_path) == {"r.html": b"last good"}


def test_a_failure_leaves_no_folder_that_was_not_there(tmp_path):
    with pytest.raises(PublishError):
        make_and_publish(tmp_path / "a" / "b", "half", files=[])

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused_at_once(tmp_path):
    (tmp_path / "reports").write_text("a file")

    with pytest.raises(PublishError, match=r"cannot write .*reports.*--output"):
        workshop(tmp_path / "reports" / "geneva", "r", files=FILES).__enter__()


def test_a_folder_where_a_file_should_go_is_refused_at_once(tmp_path):
    (tmp_path / "r.pdf").mkdir()

    with pytest.raises(PublishError, match=r"r\.pdf: a folder has that name"):
        workshop(tmp_path, "r", files=FILES).__enter__()

    assert [path.name for path in tmp_path.iterdir()] == ["r.pdf"]


MAKING = """
import sys
from pathlib import Path
from communique.files import publishing

with publishing.workshop(Path(sys.argv[1]), "r", files=["r.html"]) as made:
    publishing.write(made, "r.html", b"half")
    print(made.name, flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_build_left_is_swept_up_at_once_and_what_is_at_work_or_no_build_s_is_not(tmp_path):
    mine = tmp_path / ".notes-12"
    mine.mkdir()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", MAKING, tmp_path]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with (
        subprocess.Popen(command, env=environment, **pipes) as busy,
        subprocess.Popen(command, env=environment, **pipes) as killed,
    ):
        at_work, left = busy.stdout.readline().strip(), killed.stdout.readline().strip()
        assert {at_work, left, mine.name} == {path.name for path in tmp_path.iterdir()}
        killed.kill()
        killed.wait(PATIENCE)

        with workshop(tmp_path, "another", files=["another.html"]):
            pass
        assert {path.name for path in tmp_path.iterdir()} == {at_work, mine.name}
        assert (tmp_path / at_work / "r.html").read_bytes() == b"half"
        busy.stdin.close()
        assert busy.wait(PATIENCE) == 0
    assert list(tmp_path.iterdir()) == [mine]


@pytest.mark.parametrize("links", [True, False], ids=["kept by a link", "kept by a copy"])
def test_a_file_the_system_lets_nobody_change_leaves_all_as_it_was_and_no_litter(tmp_path, monkeypatch, links):
    for file in FILES:
        (tmp_path / file).write_bytes(b"last good")
    replace, link = os.replace, os.link

    def refuse(act):
        def refused(source, target):
            if FILES[1] in (source.name, target.name) and tmp_path in (source.parent, target.parent):
                raise PermissionError(1, "Operation not permitted")
            act(source, target)

        return refused

    monkeypatch.setattr(os, "replace", refuse(replace))
    if not links:
        monkeypatch.setattr(os, "link", refuse(link))
    with pytest.raises(PublishError, match=r"cannot write .*r\.pdf: Operation not permitted; free it"):
        make_and_publish(tmp_path, "new")

    assert contents(tmp_path) == dict.fromkeys(FILES, b"last good")


def test_files_of_two_reports_never_mix(tmp_path):
    def make(text):
        for _ in range(20):
            make_and_publish(tmp_path, text)

    makers = [threading.Thread(target=make, args=(text,)) for text in ("one", "two")]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()

    assert len({content.split()[0] for content in contents(tmp_path).values()}) == 1
    assert sorted(contents(tmp_path)) == sorted(FILES)


def test_a_path_is_shown_from_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert shown(tmp_path / "reports" / "r.html") == "reports/r.html"
    assert shown(tmp_path.parent) == str(tmp_path.parent)
