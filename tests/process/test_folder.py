"""A process by its name or folder, and the fingerprint of what it holds."""

import hashlib

import pytest

from communique.errors import ParameterError
from communique.process.folder import find
from communique.process.model import load
from communique.process.schema import TABLES


def test_the_fingerprint_is_of_the_names_and_bytes_of_the_eight_files(folder_of, tiny):
    folder = folder_of()
    digest = hashlib.sha256()
    for name in ["process.yml", *(table.file for table in TABLES.values())]:
        content = (folder / name).read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode() + content)

    assert load(folder).fingerprint == digest.hexdigest() == tiny.fingerprint


def test_other_files_do_not_change_the_fingerprint(folder_of, tiny):
    folder = folder_of()
    (folder / "candidates.csv").write_text("original wording, not ours to publish")

    assert load(folder).fingerprint == tiny.fingerprint


def test_an_unknown_name_lists_what_there_is(root):
    with pytest.raises(ParameterError, match=r"^PROCESS=genf: there is no such process; there are brexit and geneva$"):
        find("genf", data=root / "data")


def test_a_folder_without_processes_says_so(tmp_path):
    with pytest.raises(ParameterError, match=f"there is no such process; {tmp_path} holds no process$"):
        find("geneva", data=tmp_path)
