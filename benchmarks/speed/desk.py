"""What a decision at the coding desk costs with 20,000 candidates: `python benchmarks/speed/desk.py`.

Prints processor time and bytes written (where the system tells) of decisions one after the other, each with all that
is then shown. The candidates are made up on a copy of the tiny process of the tests.
"""

import csv
import shutil
import tempfile
import time
from pathlib import Path

from communique.desk.statements.candidatedesk import CandidateDesk
from communique.sources.candidates import FILE
from communique.sources.lines import COLUMNS

CANDIDATES = 20_000
SAID = "the talks on the sluices had been frank and had brought no breakthrough"
CONTEXT = f"The two sides met for a second day. Bran Keel told reporters that {SAID}. He left by the side door. " * 4
ROW = {
    "publisher": "Orrin Post", "published": "2030-05-14", "url": "https://example.org/post/frank", "kind": "indirect",
    "where": "body", "text": SAID, "context": CONTEXT, "context_start": "0", "start": str(CONTEXT.index(SAID)),
    "end": str(CONTEXT.index(SAID) + len(SAID)), "speaker": "bran-keel", "speaker_surface": "Bran Keel",
    "date": "2030-05-14", "round": "2", "phase": "during", "baskets": "sluices", "confidence": "0.90", "rule": "that",
}  # fmt: skip
FILLED = {"text": "Keel called them open, but saw none.", "occasion": "press_remarks", "source_kind": "newspaper"}
TINY = Path(__file__).parents[2] / "tests" / "specimens" / "tiny"


def main() -> None:
    """Decide on a dozen candidates of very many, and tell what each took."""
    with tempfile.TemporaryDirectory() as home:
        folder = shutil.copytree(TINY, Path(home, "tiny"))
        with open(folder / FILE, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
            writer.writeheader()
            for number in range(CANDIDATES):
                about = {"document": f"d{number // 20}", "file": f"d{number // 20}.txt", "title": f"Day {number // 20}"}
                writer.writerow(ROW | about | {"candidate_id": f"c{number:015}"})
        print(f"{CANDIDATES:,} candidates, {(folder / FILE).stat().st_size / 1e6:.1f} MB")
        desk = CandidateDesk(folder, coder="a")
        shown = desk.view()["candidate"]
        for number in range(12):
            action = "reject" if number % 2 else "accept"
            began, before = time.process_time(), written()
            told = desk.do({"action": action, "id": shown["id"], "form": shown["form"] | FILLED})
            taken, bytes_ = time.process_time() - began, written() - before
            print(f"{action}: {taken:.2f} s of processor time, {bytes_:,} bytes written ({told['message']['text']})")
            shown = told["candidate"]


def written() -> int:
    """Bytes this process has written so far; 0 where the system does not tell."""
    counts = Path("/proc/self/io")
    lines = counts.read_text().splitlines() if counts.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("wchar")), 0)


if __name__ == "__main__":
    main()
