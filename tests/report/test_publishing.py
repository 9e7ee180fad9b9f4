"""Files are published all together or not at all, and nothing is left behind."""

import os
import threading

import pytest

from communique.errors import PublishError
from communique.report.publishing import publish, shown, workshop, write

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


def test_what_a_crash_left_behind_is_swept_up_and_what_is_at_work_is_not(tmp_path):
    left, busy = tmp_path / ".r-left", tmp_path / ".r-busy"
    for folder in (left, busy):
        folder.mkdir()
    os.utime(left, (0, 0))

    with workshop(tmp_path, "r", files=FILES):
        pass

    assert [path.name for path in tmp_path.iterdir()] == [".r-busy"]


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
