"""How well attribution finds who said what, on news attributed by others and on invented news.

A set is a folder with ``gold.jsonl``, a line per statement, and ``texts/``. The scorer of all sets is no part of the
project: it lies in ``../shared/gold/quotes``, where it is there.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from communique.files.paths import shown
from communique.lab.gold import ATTRIBUTION, BASELINES, BESIDE, STUDIED, UNREAD
from communique.sources.attribution.english.quotations import statements

_NEWS = BESIDE / "quotes"
SCORER = _NEWS / "score.py"
SETS = {
    "news attributed by others": _NEWS,
    f"invented news, {STUDIED}": ATTRIBUTION / STUDIED,
    f"invented news, {UNREAD}": ATTRIBUTION / UNREAD,
    f"invented news on who speaks, {STUDIED}": ATTRIBUTION / f"speakers-{STUDIED}",
    f"invented news on who speaks, {UNREAD}": ATTRIBUTION / f"speakers-{UNREAD}",
}
_GENRES = {"news": "*news_*", "interviews": "*interview_*"}


def found(texts: Path) -> str:
    """What attribution finds in a folder of texts, as JSON Lines that the scorer takes."""
    lines = []
    for path in sorted(texts.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for said in statements(text):
            told = {"source": path.name, "start": said.start, "end": said.end, "text": text[said.start : said.end]}
            lines.append(json.dumps(told | {"kind": said.kind, "speaker_surface": said.speaker.surface or None}))
    return "\n".join(lines) + "\n"


def figures(folder: Path, lines: str, *, genre: str, pieces: bool = False) -> dict[str, float | None]:
    """Shares that the scorer gives at an overlap of half, None where nothing is to be shared out.

    Keys are ``precision``, then recall of ``direct``, ``mixed``, ``indirect`` and of ``speech`` (indirect, with a verb
    of saying), then what is right of ``speaker`` and ``pronoun``, and ``unresolved``. With ``pieces`` a piece of a
    split quotation may stand for the whole.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(lines)
        file.flush()
        asked = [SCORER, folder / "gold.jsonl", file.name, "--json", "--sources", _GENRES[genre]]
        asked += ["--pieces"] if pieces else []
        done = subprocess.run([sys.executable, *map(str, asked)], capture_output=True, text=True, check=True)
    at = json.loads(done.stdout)["at"]["0.5"]
    return {
        "precision": at["precision"],
        **{kind: box["share"] for kind, box in at["recall_by_kind"].items()},
        "speech": at["recall_speech_verb_by_kind"]["indirect"]["share"],
        "speaker": at["speaker"]["right"]["share"],
        "pronoun": at["pronoun_name_known"]["right"]["share"],
        "unresolved": at["unresolved_share"]["share"],
    }


def report(*, textacy: str | None = None, write: Callable[[str], object] = print) -> None:
    """Write the figures of every set there is, and textacy's where an interpreter that has it is named."""
    if not SCORER.is_file():
        write(f"\nWho said what: not scored, for the scorer is no part of the project and {shown(SCORER)} is not here")
        return
    for name, folder in SETS.items():
        write(f"\nWho said what, {name} ({shown(folder)})")
        _shares("communique", folder, found(folder / "texts"), write)
        if textacy:
            asked = [textacy, BASELINES / "textacy_baseline.py", folder / "texts"]
            done = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True)
            _shares("textacy", folder, done.stdout, write)


def _shares(title: str, folder: Path, lines: str, write: Callable[[str], object]) -> None:
    for genre, pattern in _GENRES.items():
        if any(folder.glob(f"texts/{pattern}.txt")):
            for pieces in (False, True):
                told = figures(folder, lines, genre=genre, pieces=pieces).items()
                shares = ", ".join(f"{name} {'-' if share is None else f'{share:.3f}'}" for name, share in told)
                write(f"  {title}, {genre}{' by pieces' if pieces else ''}: {shares}")
