"""What a version of the data changed in the figures: computed from two folders, and true of the data that are here."""

import re
import shutil
import subprocess

import pytest

from communique.cli import communique, console
from communique.errors import ParameterError
from communique.facts.versions import END, FILE, START, figures, write

PROCESSES = ("geneva", "brexit")
PAGE = f"# Versions\n\n## 1.1 (today)\n\nTold by hand.\n\n{START}stale\n{END}\n## 1.0\n\n{START}old\n{END}"


@pytest.fixture
def pair(folder_of, tmp_path):
    """A process and, in a data folder, the same as the version before had it."""
    now = folder_of()
    return now, shutil.copytree(now, tmp_path / "before" / now.name)


def row(text, name):
    """The cells of the row of that name."""
    (line,) = re.findall(rf"^\| {re.escape(name)} \| (.+) \|$", text, re.MULTILINE)
    return line.split(" | ")


def test_nothing_changed_is_told_without_an_arrow(pair):
    told = figures(*pair)

    assert "→" not in told
    assert row(told, "`statements`") == ["10", "0", "0", "0"]
    # Claimed are progress, two breakthroughs and a deadlock; denied is progress, once: (3 - 1 - 1) / 5.
    assert row(told, "3: Orrin III") == ["6", "4", "1", "1", "1", "+0.20"]
    assert row(told, "2: Orrin II") == ["0", "0", "0", "0", "0", "–"]
    assert row(told, "trust") == ["1", "–", "2"]
    # The first round denies progress and a breakthrough: (3 - 1 - 3) / 7.
    assert "\n| all | 10 | 4 | 3 | 2 | 1 | −0.14 |\n" in told


def test_what_changed_is_told_with_both_figures(pair, rewrite):
    now, before = pair
    rewrite(now / "statements.csv", "spoke of a breakthrough on the sluices and of no progress", "spoke of no progress")
    rewrite(now / "assessments.csv", "1,contact,3,0,One room.", "1,contact,4,0,Face to face.")
    rewrite(now / "assessments.csv", "1,contact,3,0,Both spoke", "1,contact,4,0,Both spoke")
    rewrite(now / "expectations.csv", "2030-12-31,,open,,,", "2030-12-31,,missed,2030-12-31,It came.,")
    rewrite(now / "expectations.csv", "O3-06,\n", "O3-06,S-orrinpost-3\n")
    with open(now / "events.csv", "a", encoding="utf-8") as file:
        file.write("EO-3,2030-09-06,diplomacy,The nets are hung up,S-post-spring\n")

    told = figures(now, before)

    assert row(told, "`statements`") == ["10", "0", "0", "1"]
    assert row(told, "`events`") == ["2 → 3", "1", "0", "0"]
    assert row(told, "contact") == ["3 → 4", "–", "3"]
    assert row(told, "3: Orrin III")[1] == "4 → 3"
    assert row(told, "3: Orrin III")[5] == "+0.20 → –"  # it rests on four mentions only
    assert told.endswith("| all | 1 | 1 | 1 → 2 | 1 → 0 |\n\n")


def test_a_row_that_went_is_told_with_what_it_held(pair, rewrite):
    now, before = pair
    rewrite(before / "process.yml", "id: trust", "id: confidence")
    rewrite(before / "process.yml", "name: trust", "name: confidence")
    path = before / "assessments.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",trust,", ",confidence,"), encoding="utf-8")

    told = figures(now, before)

    assert row(told, "trust") == ["– → 1", "–", "– → 2"]
    assert row(told, "confidence") == ["1 → –", "–", "2 → –"]
    assert row(told, "`assessments`") == ["16", "4", "4", "0"]


def test_a_column_filled_in_for_the_first_time_changes_no_row(pair, rewrite):
    now, before = pair
    heading, *events = (now / "events.csv").read_text(encoding="utf-8").splitlines()
    with_weight = [f"{heading},weight", *(f"{event},1" for event in events), ""]
    (now / "events.csv").write_text("\n".join(with_weight), encoding="utf-8")

    assert row(figures(now, before), "`events`") == ["2", "0", "0", "0"]

    shutil.copy(now / "events.csv", before)
    rewrite(now / "events.csv", ",1\n", ",3\n")
    assert row(figures(now, before), "`events`") == ["2", "0", "0", "1"]


def test_only_the_figures_of_the_newest_version_are_written(pair):
    now, before = pair
    (now / FILE).write_text(PAGE, encoding="utf-8")

    for given in (before, before.parent):  # the folder of the process, and the data folder it lies in
        assert write(now, given) == now / FILE
        text = (now / FILE).read_text(encoding="utf-8")
        assert text == PAGE.replace("stale\n", figures(now, before))


@pytest.mark.parametrize("text", [None, "", "# Versions\n", f"{START}without an end\n"])
def test_a_file_without_a_place_for_figures_is_left_as_it_is(text, pair):
    now, before = pair
    if text is not None:
        (now / FILE).write_text(text, encoding="utf-8")

    with pytest.raises(ParameterError, match="there is no place for figures; begin it with a heading"):
        write(now, before)
    assert text is None or (now / FILE).read_text(encoding="utf-8") == text


def test_the_command_says_what_it_wrote_and_what_it_needs(pair, root, capsys, monkeypatch):
    now, before = pair
    (now.parent / "lexicon").symlink_to(root / "data" / "lexicon")
    (now / FILE).write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(now.parent)
    monkeypatch.setenv("COMMUNIQUE_DATA", str(now.parent))
    command = ["data-changes", f"--process={now.name}"]

    assert console.run(communique, [*command, "--", str(before.parent)]) == 0
    assert capsys.readouterr() == (f"{now.name}/{FILE}: the figures are those of the data as they are now\n", "")
    assert console.run(communique, command) == ParameterError.exit_code
    assert "give the data folder of the version before" in capsys.readouterr().err
    assert console.run(communique, [*command, "--", str(now.parent / "nowhere")]) == ParameterError.exit_code
    assert "nowhere: there is no folder tiny in it" in capsys.readouterr().err


# --- what is committed ------------------------------------------------------------------------------------------------


def committed(root, process):
    text = (root / "data" / process / FILE).read_text(encoding="utf-8")
    return text.partition(START)[2].partition(END)[0], text


def as_now(text):
    """The figures of the later version alone."""
    return re.sub(r"(?<=\| )[^|]+ → ", "", text)


@pytest.mark.parametrize("process", PROCESSES)
def test_the_committed_figures_are_those_of_the_data(process, root):
    told, _ = committed(root, process)
    folder = root / "data" / process

    first, _, rest = as_now(told).strip().partition("\n\n")
    rows, _, others = figures(folder, folder).strip().partition("\n\n")
    assert rest == others, "run make data-changes"
    assert [line.split("|")[:3] for line in first.splitlines()] == [line.split("|")[:3] for line in rows.splitlines()]


@pytest.mark.parametrize("process", PROCESSES)
def test_the_committed_figures_are_those_against_the_version_before(process, root, tmp_path):
    told, text = committed(root, process)
    (commit,) = re.findall(r"the data as at commit (\w+)", text)
    archived = subprocess.run(["git", "archive", commit, "data"], cwd=root, capture_output=True, check=False)
    if archived.returncode:
        pytest.skip("the version before is not in this copy of the repository")
    subprocess.run(["tar", "-x", "-C", tmp_path], input=archived.stdout, check=True)

    assert told == figures(root / "data" / process, tmp_path / "data" / process), "run make data-changes"


@pytest.mark.parametrize("process", PROCESSES)
def test_the_newest_version_is_told_first_and_tells_its_day(process, root):
    _, text = committed(root, process)
    versions = re.findall(r"^## (\d+\.\d+) \(\d+ \w+ \d{4}\)$", text, re.MULTILINE)

    assert versions == ["1.1", "1.0"]
    assert f"data, version {versions[0]}”" in text
    mends = (root / "data" / process / "corrections.csv").read_text(encoding="utf-8")
    assert set(re.findall(r"^(\d\.\d),", mends, re.MULTILINE)) <= set(versions)
