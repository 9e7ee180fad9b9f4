"""Jobs are done, tried again and given up, by whoever does them; and workers may die."""

import os
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from pathlib import Path

import pytest

from communique.errors import ParameterError
from communique.scan import workers
from communique.scan.code import OtherCode
from communique.scan.workers import ATTEMPTS, Cluster, Here, Job, Processes


@pytest.fixture
def calls(monkeypatch):
    """The module of calls beside this file, which processes that are started can import too."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))
    return import_module("calls")


def jobs(count, *more):
    return [Job(number, (*more, number)) for number in range(count)]


def test_jobs_are_tried_again_and_then_given_up(calls, tmp_path):
    def always(number):
        raise OSError("never")

    assert [each.value for each in Here().each(calls.fail_at_first, jobs(2, tmp_path))] == [0, 1]
    (given_up,) = Here().each(always, jobs(1))
    assert (given_up.job.tries, str(given_up.error)) == (ATTEMPTS, "never")


def test_other_code_is_no_fault_of_a_partition():
    def other(number):
        raise OtherCode("other code")

    with pytest.raises(OtherCode):
        list(Here().each(other, jobs(2)))


def test_processes_outlive_a_job_that_ends_its_worker(calls, tmp_path):
    """The job that kills is tried as often as any, by itself, and the others are done."""
    with Processes(2) as team:
        outcomes = {each.job.key: each for each in team.each(calls.end, jobs(5))}
        again = sorted(each.value for each in team.each(calls.fail_at_first, jobs(2, tmp_path)))

    assert sorted(outcomes) == list(range(5))
    assert [outcomes[key].value for key in (0, 1, 2, 4)] == [0, 1, 2, 4]
    assert isinstance(outcomes[3].error, BrokenProcessPool)
    assert outcomes[3].job.tries == ATTEMPTS
    assert again == [0, 1]


def test_who_reads_is_told_by_number_or_address(monkeypatch):
    monkeypatch.setattr(workers, "_cores", lambda: 7)

    assert workers.workers().number == 7
    assert workers.workers(3).number == 3
    assert isinstance(workers.workers(0), Here)
    assert workers.workers(None, "tcp://x:1").scheduler == "tcp://x:1"


def test_a_scheduler_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 0.4)
    for address in ("tcp://127.0.0.1:9", "nowhere"):
        with pytest.raises(ParameterError, match=r"there is no scheduler at|no worker has joined"), Cluster(address):
            pass
