"""The page on coding a round is true: its example is found and coded as told, its tables are those of code and data."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from communique.desk.readings.ladderdesk import MOVEMENTS
from communique.desk.statements.candidatedesk import CandidateDesk
from communique.desk.statements.paraphrase import copied
from communique.language import find_mentions
from communique.process.checks import check

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "coding.md").read_text(encoding="utf-8")
PROCESS_PAGE = (ROOT / "docs" / "your-own-process.md").read_text(encoding="utf-8")


def table(heading):
    """The rows of the table with this heading."""
    lines = PAGE[PAGE.index(f"| {heading} |") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The process of the other page as it stands there in the end, with the document of this page in its inbox."""
    project = tmp_path_factory.mktemp("project")
    folder = project / "data" / "skerry-ferry"
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "lexicon", project / "data" / "lexicon")
    blocks = re.findall(r"`data/skerry-ferry/([a-z.]+)`[^`]*?\n\n```\w+\n(.*?)```", PROCESS_PAGE, re.DOTALL)
    for name, body in reversed(blocks):
        (folder / name).write_text(body.replace("pier_deus", "pier_dues"), encoding="utf-8")
    (folder / "events.csv").write_text("event_id,date,kind,label,source_id\n")
    assert check(folder) == []
    name, body = re.search(r"`(inbox/[^`]+)`:\n\n```text\n(.*?)```", PAGE, re.DOTALL).groups()
    (project / "inbox").mkdir()
    (project / name).write_text(body, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def ingested(project):
    """What the command on the page answers, and the folder it has filled."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COMMUNIQUE")}
    command = [sys.executable, "-m", "communique", "ingest", "--process=skerry-ferry", "inbox"]
    ran = subprocess.run(
        command, cwd=project, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
    )
    return ran.stdout, project / "data" / "skerry-ferry"


def test_the_example_is_found_as_shown(ingested):
    answer, _ = ingested
    _, shown = re.search(r"\$ (make ingest .+)\n((?:.+\n)+?)```", PAGE).groups()

    assert sorted(answer.splitlines()) == sorted(shown.splitlines())


def test_the_example_is_coded_as_told_and_the_data_are_sound(ingested):
    _, folder = ingested
    (_, _, brook), (_, _, holm), _ = table("the source | refused | accepted")
    desk = CandidateDesk(folder, coder="a", today=lambda: date(2031, 5, 8))
    first = desk.do({"action": "hello"})["candidate"]
    page = {
        "occasion": "press_remarks", "source_url": "https://example.org/gazette/0506", "source_kind": "newspaper",
    }  # fmt: skip
    told = desk.do({"action": "accept", "id": first["id"], "form": first["form"] | page | {"text": brook}})
    assert told["message"]["text"] == "Entered as SF1-05."
    desk.do({"action": "reject"})
    last = desk.view()["candidate"]
    assert last["form"]["actor_name"].startswith("Nils Holm")
    assert "timetable: timetable" not in last["led_to"]
    new = {"text": holm, "baskets": [], "actor_name": "Nils Holm", "actor_side": "south", "actor_role": "Ferry workers"}

    told = desk.do({"action": "accept", "id": last["id"], "form": last["form"] | new})

    assert told["message"]["text"].startswith("Entered as SF1-06.")
    assert told["candidate"] is None
    assert check(folder) == []


@pytest.mark.parametrize(("source", "refused", "accepted"), table("the source | refused | accepted"))
def test_what_is_said_to_be_refused_is_and_what_to_be_accepted_is_not(source, refused, accepted):
    assert copied(refused, source).endswith("own words.")
    assert copied(accepted, source) == ""


@pytest.mark.parametrize(("text", "status"), table("you write | it counts as"))
def test_what_is_written_counts_as_told(text, status):
    assert [mention.status for mention in find_mentions(text)] == [status]


def test_the_parameters_are_those_of_the_notebook():
    notebook = json.loads((ROOT / "notebooks" / "coding-desk.ipynb").read_text(encoding="utf-8"))
    (cell,) = (cell for cell in notebook["cells"] if "parameters" in cell["metadata"].get("tags", []))

    named = re.findall(r"^([A-Z_]+):", "".join(cell["source"]), re.MULTILINE)
    assert [row[0].strip("`") for row in table("parameter | meaning")] == named


def test_the_keys_are_those_of_the_desk():
    script = (ROOT / "src/communique/desk/static/desk.js").read_text(encoding="utf-8")
    told = {"candidates": {}, "ladders": {}}
    for keys, candidates, ladders in table("key | candidates | ladders"):
        alt, letter = keys.split("+")
        assert alt == "`Alt`"
        told["candidates"][letter.strip("`")] = candidates
        told["ladders"][letter.strip("`")] = ladders
    for screen, keys in told.items():
        (block,) = re.findall(rf"  {screen}: \[\n(.*?)\n  \]", script, re.DOTALL)
        known = re.findall(r'\["Key(\w)", "(\w)", "[^"]+", "([^"]+)"\]', block)
        assert [code for code, _, _ in known] == [letter for _, letter, _ in known]
        assert {letter: what for _, letter, what in known} == {letter: what for letter, what in keys.items() if what}


def test_the_readings_are_those_of_the_data(geneva):
    with open(ROOT / "data/geneva/assessments.csv", encoding="utf-8", newline="") as file:
        readings = {(row["dimension"], row["coder"]): row for row in csv.DictReader(file) if row["round"] == "7"}
    shown = table("dimension | coder | stage | movement | why | evidence")

    assert len(shown) == 3
    for dimension, coder, stage, movement, why, evidence in shown:
        row = readings[dimension.strip("`"), coder]
        name = geneva.ladders[row["dimension"]].ladder[int(row["stage"])]
        assert (f"{row['stage']} {name}", row["movement"]) == (stage, movement)
        assert (row["rationale"], row["evidence"].split("|")) == (why, evidence.split(", "))
        assert int(movement) in MOVEMENTS


def test_the_files_the_desk_keeps_are_those_of_the_page():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/communique/desk").rglob("*.py"))
    sources += (ROOT / "src/communique/files/journal.py").read_text(encoding="utf-8")
    (_, _, yes), *private = table("file in `data/<process>/` | holds | goes into git, reports, exports")

    assert yes == "yes"
    assert {answer for _, _, answer in private} == {"no"}
    for names, _, _ in private[1:]:
        for name in re.findall(r"`desk/([a-z]+)", names):
            assert re.search(rf"""["/]{name}[-."/]""", sources), name


def test_every_make_command_exists_with_what_is_set():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)
    (settable,) = re.findall(r"^NAMES := (.+)$", makefile, re.MULTILINE)

    commands = re.findall(r"(?:^\$ |`)make ([a-z-]+)((?: [A-Z_]+=\S+)*)", PAGE, re.MULTILINE)
    assert {command for command, _ in commands} == {"ingest", "lab", "check", "report"}
    for command, given in commands:
        assert command in targets
        assert {each.split("=")[0] for each in given.split()} <= set(settable.split())


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
