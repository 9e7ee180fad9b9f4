"""A copy of a process that waits for its order: it keeps nothing of the build's but what it has imported."""

import os
import signal

import pytest

from communique.report import surroundings

if not surroundings.can_copy():
    pytest.skip("this system does not let a process be copied", allow_module_level=True)

from communique.report import copying
from communique.report.copying import Copy

ORDER = {"arguments": ["-f", "kernel.json"], "env": {"HOME": "/here", "ONLY": "this"}}


@pytest.fixture
def serving(monkeypatch):
    """Have the copy do something else than be a kernel, with what it was told."""

    def serve(work):
        monkeypatch.setattr(copying, "_serve", lambda **told: work(told) or 0)

    return serve


def test_a_copy_does_what_it_is_ordered_to_and_holds_no_file_of_the_build(tmp_path, serving):
    held = os.open(tmp_path, os.O_RDONLY)

    def work(told):
        try:
            os.fstat(held)
        except OSError:
            (tmp_path / "done").write_text(f"{told['cwd']} {os.getsid(0) == os.getpid()}")

    serving(work)
    copy = Copy()
    copy.begin(**ORDER, cwd="here", log="x")

    assert copy.wait() == 0
    assert (tmp_path / "done").read_text() == "here True"
    os.close(held)


def test_a_copy_ends_by_the_signals_that_the_build_takes_as_requests(serving):
    before = signal.signal(signal.SIGTERM, lambda *given: None)
    try:
        serving(lambda told: signal.pause())
        copy = Copy()
        copy.begin(**ORDER, cwd="here", log="x")
        copy.terminate()

        assert copy.wait() == -signal.SIGTERM
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_copy_that_gets_no_order_is_gone_when_it_is_dismissed(serving):
    serving(lambda told: 1 / 0)
    copy = Copy()
    assert copy.poll() is None
    copy.dismiss()

    assert copy.returncode is not None
    with pytest.raises(ProcessLookupError):
        os.kill(copy.pid, 0)


def test_an_error_in_a_copy_ends_it_and_nothing_of_the_build_goes_on(serving, capfd):
    serving(lambda told: 1 / 0)
    copy = Copy()
    copy.begin(**ORDER, cwd="here", log="x")

    assert copy.wait() == 1
    assert "ZeroDivisionError" in capfd.readouterr().err
