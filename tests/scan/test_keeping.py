"""The folder of a scan: what is refused, what counts as done, and who else writes there."""

import subprocess
import sys
from pathlib import Path

import pytest

from communique.errors import ParameterError
from communique.scan.keeping import Kept
from communique.scan.partition import Findings
from communique.scan.run import scan

from .conftest import SIZE, content


def test_a_plan_is_read_back_as_it_was(scanned):
    kept = Kept(scanned)
    before = (scanned / "plan.json").read_bytes()
    plan = kept.plan()

    assert len(plan.partitions) > 3
    kept.begin(plan)
    assert (scanned / "plan.json").read_bytes() == before


@pytest.mark.parametrize(
    ("change", "what"),
    [({"size": SIZE + 1}, r"other settings \(partition_bytes\)"), ({"processes": []}, r"other settings \(processes\)")],
)
def test_a_folder_with_a_scan_by_other_settings_is_refused(archive, scanned, change, what):
    before = content(scanned)
    with pytest.raises(ParameterError, match=f"holds a scan of {what}; begin anew with --anew"):
        scan(str(archive), scanned, **({"number": 0, "size": SIZE} | change))

    assert content(scanned) == before


def test_a_folder_with_a_scan_of_another_corpus_or_by_other_code_is_refused(archive, tmp_path, monkeypatch):
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "Talks collapsed."}\n')
    scan(str(path), tmp_path / "out", number=0)
    monkeypatch.setattr("communique.scan.run.fingerprint", lambda: "0" * 64)
    path.write_text('{"text": "Talks collapsed again."}\n')

    with pytest.raises(ParameterError, match="another corpus, or it has changed and other code, lexicon or processes"):
        scan(str(path), tmp_path / "out", number=0)
    monkeypatch.undo()
    assert scan(str(path), tmp_path / "out", number=0, anew=True).partitions == 1


def test_a_folder_that_holds_other_things_is_left_alone(archive, tmp_path):
    (tmp_path / "thesis.docx").write_text("")
    with pytest.raises(ParameterError, match="holds other files, and no scan"):
        scan(str(archive), tmp_path, number=0)
    with pytest.raises(ParameterError, match="this is a file"):
        scan(str(archive), tmp_path / "thesis.docx", number=0)


def test_a_second_scan_into_a_folder_is_refused_while_the_first_runs(archive, tmp_path):
    holding = "import sys; from pathlib import Path; from communique.scan.keeping import Kept\n"
    holding += "with Kept(Path(sys.argv[1])).held(): print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holding, str(tmp_path / "out")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(ParameterError, match="another scan writes to"):
            scan(str(archive), tmp_path / "out", number=0)
        other.stdin.close()


def test_a_partition_is_done_once_all_its_files_are_there(tmp_path):
    kept = Kept(tmp_path)
    for name in ("statements", "mentions", "parts"):
        (tmp_path / name).mkdir()
    kept.keep(Findings(3, b"s", b"m", rows={"statements": 1, "mentions": 1}))

    assert (kept.is_done(3), kept.is_done(2)) == (True, False)
    (tmp_path / "mentions" / "part-000003.parquet").write_bytes(b"")
    assert not kept.is_done(3)
    Path(kept.part(3)).write_text("{")
    assert not kept.is_done(3)
