"""Surroundings of a report's kernel: the same for everybody, and nothing of the user's own."""

import sys
from pathlib import Path

from communique.report import kernel


def test_surroundings_are_fixed_and_keep_what_else_the_user_has(monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("COMMUNIQUE_DATA", "elsewhere")
    monkeypatch.setenv("IPYTHONDIR", "/of/the/user")
    monkeypatch.setenv("MINE", "kept")
    given = kernel.surroundings(tmp_path, Path("/data"))

    assert (given["PYTHONHASHSEED"], given["COMMUNIQUE_DATA"]) == ("0", str(Path("/data")))
    assert (given["TZ"], given["OMP_NUM_THREADS"]) == ("UTC", "1")
    assert given["IPYTHONDIR"] == str(tmp_path / "ipython")
    assert given.get("MINE", "kept") == "kept"


def test_the_kernel_is_this_interpreter_without_the_working_directory(tmp_path):
    program = kernel.KernelManager(connection_file=str(tmp_path / "kernel.json")).kernel_spec.argv

    assert program[:4] == [sys.executable, "-P", "-m", "communique.report.kernel"]
