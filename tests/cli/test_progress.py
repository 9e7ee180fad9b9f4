"""Bars follow a build on a terminal and nowhere else."""

import io
import sys
from types import SimpleNamespace

import pytest

from communique.cli import progress


class Terminal(io.StringIO):
    """What a bar is drawn on."""

    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Puts a terminal in place of the standard error; within a test, for pytest puts its own there before each."""

    def put():
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        return screen

    return put


@pytest.mark.parametrize("bar", [progress.cells, progress.documents])
@pytest.mark.parametrize("stream", [io.StringIO(), None], ids=["a pipe", "none"])
def test_without_a_terminal_there_is_no_bar(bar, stream, monkeypatch):
    monkeypatch.setattr(sys, "stderr", stream)
    with bar("round 7") as tell:
        assert tell is None


def test_a_bar_follows_cells_and_documents_and_is_taken_away(terminal):
    screen = terminal()
    with progress.cells("round 7") as tell:
        tell(1, 4)
        tell(4, 4)
    with progress.documents("reading") as tell:
        tell(1, 2, "a.txt")

    shown = screen.getvalue()
    assert "round 7" in shown
    assert shown.endswith("\r")


def test_many_reports_move_one_bar_by_the_cells_of_each(terminal):
    terminal()
    jobs = [SimpleNamespace(key=name) for name in ("round-01", "round-02")]
    reports = progress.Reports()
    reports.planned(jobs)
    reports.heard(jobs[0], 3, 3)
    assert reports.bar.n == pytest.approx(0.75)  # rendering, behind the last cell, is still to come
    reports.heard(jobs[1], 1, 3)
    assert reports.bar.n == pytest.approx(1.0)
    reports.ended(SimpleNamespace(job=jobs[0]))
    assert (reports.bar.n, reports.ended_already) == (pytest.approx(1.25), 1)
    reports.ended(SimpleNamespace(job=jobs[1]))
    assert reports.bar.n == pytest.approx(2)
    reports.close()


def test_many_reports_are_counted_in_silence_without_a_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    reports = progress.Reports()
    reports.planned([SimpleNamespace(key="round-01")])
    reports.ended(SimpleNamespace(job=SimpleNamespace(key="round-01")))
    reports.close()

    assert reports.bar is None
    assert sys.stderr.getvalue() == ""
