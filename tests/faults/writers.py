"""Writes one thing over and over until it is ended: `writers.py WHAT FOLDER`; the tests beside it end it."""

import sys
from itertools import count
from pathlib import Path

FILES = ["r.html", "r.pdf", "r.json"]


def report(folder):
    """Publish edition after edition of a report of three files, the third only in every other."""
    from communique.files import publishing

    for edition in count():
        files = FILES[: 3 - edition % 2]
        with publishing.workshop(folder, "r", files=FILES) as made:
            for file in files:
                publishing.write(made, file, f"{edition} ".encode() * 2_000)
            publishing.publish(made, folder, files, withdrawn=FILES[len(files) :])
        yield


def desk(folder):
    """Draft, accept and take back a candidate at the coding desk."""
    from communique.desk.statements.candidatedesk import CandidateDesk

    words = {"text": "Keel found the talks on the water frank, and without a result.", "occasion": "press_remarks"}
    words |= {"source_kind": "newspaper"}
    desk = CandidateDesk(folder, coder="a")
    while True:
        shown = desk.view()["candidate"]
        desk.do({"action": "draft", "id": shown["id"], "form": shown["form"] | {"note": "unsure"}})
        done = desk.do({"action": "accept", "id": shown["id"], "form": shown["form"] | words})
        assert done["message"]["kind"] == "done", done["message"]["text"]
        desk.do({"action": "undo"})
        yield


def table(folder):
    """Replace one file by another."""
    from communique.files import atomic

    for edition in count():
        atomic.replace(folder / "candidates.csv", f"{edition} ".encode() * 2_000)
        yield


if __name__ == "__main__":
    steps = {each.__name__: each for each in (report, desk, table)}[sys.argv[1]](Path(sys.argv[2]))
    next(steps)
    print("ready", flush=True)
    for _ in steps:
        pass
