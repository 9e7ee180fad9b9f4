"""Decisions of the desk are whole whenever the process dies, and two people at once do not get in each other's way."""

import json
import subprocess
import sys

from communique.process.checks import check

from ..conftest import COUNCIL, DAY, FIRST, OWN_WORDS, SECOND, as_csv, candidate, contents, rows

PAPER = "ORRIN, May 14. The sluices stay shut, Bran Keel said on {} of the talks.\n"
# Accepts and takes back, over and over, in a child that is killed at a random moment; then looks at what it left.
# What asks whether the tables are valid takes longer than all the rest, and is not what is tested here.
KILLED = """
import json, os, random, signal, sys, time
from datetime import date
from pathlib import Path
from communique.process.checks import check
from communique.desk.statements import accepting
from communique.desk.statements.candidatefile import Candidates
from communique.desk.statements.form import Form
from communique.desk.tablefile import table
from communique.files.journal import recover

accepting.new_faults = lambda folder, changes: []
folder, form, first, day = Path(sys.argv[1]), Form.read(json.loads(sys.argv[2])), sys.argv[3], date(2030, 6, 1)

def decided():
    row = Candidates(folder).row(first)
    entered = [row["statement_id"] for row in table((folder / "statements.csv").read_bytes())]
    done = (folder / "desk/history.jsonl").read_text().splitlines() if (folder / "desk/history.jsonl").exists() else []
    last = json.loads(done[-1])["action"] if done else "take back"
    return [row["decision"] == "accepted", "O2-01" in entered, last == "accept"]

def work(told):
    candidates = Candidates(folder)
    while True:
        if candidates.row(first)["decision"]:
            accepting.take_back(candidates, coder="a", day=day)
        else:
            accepting.accept(candidates, first, form, coder="a", day=day)
        os.write(told, b".")

random.seed(7)
faults = {}
for _ in range(int(sys.argv[4])):
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        work(told)
    os.close(told)
    # So many decisions whole, however busy the machine is, and then any moment of the next.
    for _ in range(random.randrange(3)):
        os.read(heard, 1)
    time.sleep(random.uniform(0.001, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(heard)
    done, tables = recover(folder), tuple(path.read_bytes() for path in sorted(folder.glob("*.csv")))
    faults[tables] = faults[tables] if tables in faults else len(check(folder))
    print(json.dumps({"recovered": done, "decided": decided(), "faults": faults[tables]}), flush=True)
"""


def test_killed_at_random_moments_nothing_is_lost_or_half(folder, complete):
    before = contents(folder)
    command = [sys.executable, "-c", KILLED, str(folder), json.dumps(complete), FIRST, "40"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    left = [json.loads(line) for line in ran.stdout.splitlines()]

    assert len(left) == 40
    for each in left:
        assert each["decided"] in ([True] * 3, [False] * 3), each
        assert each["faults"] == 0, each
    assert {each["decided"][0] for each in left} == {True, False}
    if left[-1]["decided"][0]:
        assert contents(folder).keys() == before.keys()
        assert rows(folder, "statements.csv")[-1]["text"] == OWN_WORDS
    else:
        assert contents(folder) == before


ACCEPTING = """
import json, sys
from datetime import date
from pathlib import Path
from communique.desk.statements.candidatedesk import CandidateDesk

desk = CandidateDesk(Path(sys.argv[1]), coder=sys.argv[2], today=lambda: date(2030, 6, 1))
for id_ in sys.argv[4:]:
    form = desk.do({"action": "show", "id": id_})["candidate"]["form"] | json.loads(sys.argv[3])
    print(desk.do({"action": "accept", "id": id_, "form": form})["message"])
"""


def test_two_people_and_a_run_of_ingest_at_once_lose_nothing(folder):
    from communique import load
    from communique.sources.candidates import ingest

    context = COUNCIL + " for quiet water"
    more = [candidate(number, "for quiet water", context, speaker="na") for number in range(20, 28)]
    with open(folder / "candidates.csv", "ab") as file:
        file.write(as_csv(more).partition(b"\n")[2])
    ids = [row["candidate_id"] for row in more]
    form = {"text": "The villages wished for peace on the lake.", "occasion": "interview", "source": "S-radio-3",
            "phase": "after"}  # fmt: skip
    workers = [
        subprocess.Popen([sys.executable, "-c", ACCEPTING, str(folder), coder, json.dumps(form), *own])
        for coder, own in (("a", ids[::2]), ("b", ids[1::2]))
    ]
    paper = folder.parent / "paper.txt"
    for number in range(5):
        paper.write_text(PAPER.format(f"day {number}"))
        assert ingest([paper], load(folder)).added == 1
    assert [worker.wait() for worker in workers] == [0, 0]

    after = {row["candidate_id"]: row for row in rows(folder, "candidates.csv")}
    assert [after[id_]["decision"] for id_ in ids] == ["corrected"] * 8
    assert len(after) == 4 + 8 + 5
    entered = [row["statement_id"] for row in rows(folder, "statements.csv") if row["round"] == "2"]
    assert sorted(entered) == [f"O2-{number:02}" for number in range(1, 9)]
    assert sorted(after[id_]["statement_id"] for id_ in ids) == sorted(entered)
    assert check(folder) == []


def test_a_run_of_ingest_first_carries_out_what_the_desk_was_broken_off_at(folder, desk, complete, monkeypatch):
    from communique import load
    from communique.files import journal
    from communique.sources.candidates import ingest

    def dead(folder):
        if (folder / "desk/journal.json").exists():
            raise OSError("dead")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "settle", dead)
        assert "dead" in desk.do({"action": "accept", "id": FIRST, "form": complete})["message"]["text"]
    paper = folder.parent / "paper.txt"
    paper.write_text(PAPER.format("the last day"))

    assert ingest([paper], load(folder)).added == 1

    found = rows(folder, "candidates.csv")
    assert [row["decision"] for row in found] == ["accepted", "", "", "", ""]
    assert rows(folder, "statements.csv")[-1]["statement_id"] == "O2-01"
    assert SECOND in {row["candidate_id"] for row in found}
    assert DAY.isoformat() == found[0]["decided_on"]
