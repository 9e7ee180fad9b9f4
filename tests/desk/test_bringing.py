import shutil

import pytest

from communique.desk import read_in, take_over
from communique.document.plain import plain_text
from communique.errors import ParameterError

from .conftest import FIRST, rows

PAPER = "ORRIN, May 14. The sluices stay shut, Bran Keel said on {} of the talks. Wilma Hode said that it rained.\n"


def test_documents_read_in_become_candidates_and_strangers_and_failures_are_told(folder, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "paper.txt").write_text(PAPER.format("the last day"))
    (inbox / "scan.pdf").write_bytes(b"%PDF-1.4 broken")

    told = plain_text(read_in(folder, inbox))

    assert "Two new candidates from one document." in told
    assert "Wilma Hode (one statement)" in told
    assert "scan.pdf" in told
    assert len(rows(folder, "candidates.csv")) == 6
    assert "No new candidates from one document, one document read before." in plain_text(read_in(folder, inbox))


def test_a_colleagues_work_is_taken_over_and_told(folder, tmp_path):
    theirs = shutil.copytree(folder, tmp_path / "theirs" / folder.name)
    content = (theirs / "candidates.csv").read_text()
    (theirs / "candidates.csv").write_text(content.replace(f"{FIRST},,,,", f"{FIRST},rejected,b,2030-06-01,"))

    told = plain_text(take_over(folder, theirs))

    assert "one decision" in told
    assert "Nothing differs." in told


@pytest.mark.parametrize("bring", [read_in, take_over])
def test_what_is_not_there_is_named_by_its_parameter(folder, bring, tmp_path):
    with pytest.raises(ParameterError, match=r"(DOCUMENTS|COLLEAGUE)=nowhere: there is no such file or folder"):
        bring(folder, "nowhere")
