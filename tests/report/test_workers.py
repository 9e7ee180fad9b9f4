"""Workers that build reports: how they are let go. What becomes of jobs is tested in test_many.py."""

from types import SimpleNamespace

import pytest

from communique.report import workers
from communique.report.workers import Job


class Process:
    """A process that does or does not tidy up when it is asked to end."""

    pid = 4321

    def __init__(self, done, tidies):
        self.done, self.tidies, self.alive = done, tidies, True

    def terminate(self):
        self.done.append("asked")
        self.alive = not self.tidies

    def join(self, seconds=None):
        self.done.append("waited")
        assert seconds is None or seconds >= 60

    def is_alive(self):
        return self.alive

    def kill(self):
        self.done.append("killed")


@pytest.mark.parametrize(
    ("tidies", "expected"), [(True, ["asked", "waited"]), (False, ["asked", "waited", "killed", "waited", "cleared"])]
)
def test_a_worker_that_does_not_tidy_up_is_killed_and_tidied_up_after(tmp_path, monkeypatch, tidies, expected):
    done = []
    monkeypatch.setattr(workers.publishing, "clear", lambda *given, process: done.append("cleared"))
    job = Job("lake", 1, tmp_path, tmp_path, "")
    workers._dismiss(
        [SimpleNamespace(job=job, process=Process(done, tidies), pipe=SimpleNamespace(close=lambda: None))]
    )

    assert done == expected
