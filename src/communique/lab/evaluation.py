"""Evaluation: how well status is read where it is known, beside three simpler ways of reading, and who said what.

``python -m communique.lab.evaluation [--gold PATH ...] [--baselines] [--textacy PYTHON] [--quiet]``

Where no gold file is named, what reports tell of the reading (``data/lexicon/accuracy.json``) is written anew.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from communique.commitment import OFF, STATUSES
from communique.errors import CommuniqueError, printable
from communique.files.paths import lexicon_folder, shown
from communique.lab import attribution, documents
from communique.lab.gold import BASELINES, BESIDE, LANGUAGE, STUDIED, UNREAD, Item, mention_at, read_gold
from communique.lab.reliability import bands
from communique.lab.scoring import CLASSES, MISSED, accuracy, confusion, intervals, macro_f1, score, term_recall
from communique.language import certainty
from communique.language.accuracy import FILE, Accuracy, keep

_OWN = (LANGUAGE / "status.jsonl",)
_TEXTS = BESIDE / "status" / "texts.jsonl"
_SETS = (*_OWN, BESIDE / "status" / "dev.jsonl", BESIDE / "status" / "dev2.jsonl")
_MINE = "communique"


def read_status(item: Item) -> str:
    """The status this package reads at the marked term; `MISSED` where it finds no term there."""
    mention = mention_at(item)
    return mention.status if mention else MISSED


def kept_from_sight(items: Sequence[Item]) -> Accuracy:
    """How many of the sentences whose mistakes were never looked at are read as they are coded."""
    unread = [item for item in items if item.half == UNREAD]
    return Accuracy(len(unread), sum(read_status(item) == item.status for item in unread))


def record_of_ways(items: Sequence[Item]) -> list[tuple[tuple[str, str], bool]]:
    """How the status of each studied sentence was decided, and whether it was read rightly."""
    found = []
    for item in items:
        if item.half != STUDIED:
            continue
        mention = mention_at(item)
        if mention:
            found.append((mention.way, mention.status == item.status))
    return found


def count_everything(item: Item) -> str:
    """The reading of those who count words: whatever is mentioned is claimed."""
    return "claimed"


def outside(name: str, items: Sequence[Item]) -> list[str] | str:
    """Readings of a library that lives in an environment of its own, or why there are none."""
    python = BASELINES / f".env-{name}" / "bin" / "python"
    if not python.exists():
        return f"not installed (benchmarks/baselines/install {name} does it, and needs a package index)"
    lines = "\n".join(json.dumps({"text": item.text, "start": item.start, "end": item.end}) for item in items)
    done = subprocess.run(
        [python, BASELINES / f"{name}_baseline.py"], input=lines, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return f"failed ({done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no message'})"
    return done.stdout.split()


def report(path: Path, items: Sequence[Item], *, errors: bool = True, write: Callable[[str], object] = print) -> None:
    """Write all figures of one gold file, and the sentences that are read otherwise than they are coded."""
    families = _families(items)
    write(f"\n{shown(path)}: {len(items)} sentences, one marked term each")
    mine = [read_status(item) for item in items]
    readings: dict[str, list[str] | str] = {
        _MINE: mine,
        "count everything": [count_everything(item) for item in items],
        "negspacy": outside("negspacy", items),
        "medspacy ConText": outside("medspacy", items),
    }
    for name, read in readings.items():
        if isinstance(read, str):
            write(f"\n{name}: {read}")
            continue
        _figures(name, [(item.status, status) for item, status in zip(items, read, strict=True)], families, write)
    _halves(items, mine, write)
    _matrix([(item.status, status) for item, status in zip(items, mine, strict=True)], write)
    _calibration(items, write)
    if errors:
        _mistakes(items, mine, write)


def _families(items: Sequence[Item]) -> list[bool]:
    return [item.text[item.start : item.end].lower().replace("-", "").startswith("breakthrough") for item in items]


def _figures(name: str, pairs: list[tuple[str, str]], breakthrough: list[bool], write: Callable[[str], object]) -> None:
    table, sure = confusion(pairs), intervals(pairs)
    write(f"\n{name}")
    write("            precision  recall     F1   95 % interval   items")
    for status in CLASSES:
        figure = score(table, status)
        low, high = sure[status]
        write(
            f"  {status:9} {figure.precision:9.3f} {figure.recall:7.3f} {figure.f1:6.3f}   "
            f"{low:.3f} to {high:.3f}  {figure.support:5d}"
        )
    low, high = sure["macro"]
    write(f"  macro-F1 over {', '.join(STATUSES)}: {macro_f1(table):.3f} ({low:.3f} to {high:.3f})")
    low, high = sure["accuracy"]
    apart = [pair for pair, is_one in zip(pairs, breakthrough, strict=True) if is_one]
    talks = [pair for pair in apart if pair[0] != OFF]
    write(f"  accuracy over all: {accuracy(table):.3f} ({low:.3f} to {high:.3f})")
    write(
        f"  breakthrough alone: {accuracy(confusion(apart)):.3f} of {len(apart)}"
        f" ({accuracy(confusion(talks)):.3f} of the {len(talks)} about talks)"
    )
    write(f"  terms found among those about talks: {term_recall(table):.3f}")


def _halves(items: Sequence[Item], read: Sequence[str], write: Callable[[str], object]) -> None:
    """Figures of the sentences whose mistakes were studied and of those kept from sight, where a file has both."""
    for half in (STUDIED, UNREAD):
        mine = [(item, status) for item, status in zip(items, read, strict=True) if item.half == half]
        if not mine:
            continue
        pairs = [(item.status, status) for item, status in mine]
        apart = [pair for pair, one in zip(pairs, _families([item for item, _ in mine]), strict=True) if one]
        table, (low, high) = confusion(pairs), intervals(pairs)["macro"]
        write(
            f"\n{_MINE}, the {len(mine)} sentences {half}: macro-F1 {macro_f1(table):.3f} ({low:.3f} to {high:.3f}), "
            f"accuracy {accuracy(table):.3f}, breakthrough {accuracy(confusion(apart)):.3f} of {len(apart)}, "
            f"off F1 {score(table, OFF).f1:.3f}, terms found {term_recall(table):.3f}"
        )


def _matrix(pairs: list[tuple[str, str]], write: Callable[[str], object]) -> None:
    table = confusion(pairs)
    columns = [*CLASSES, MISSED]
    write(f"\n{_MINE}: coded (rows) and read (columns)")
    write(" " * 11 + "".join(f"{name:>9}" for name in columns))
    for known in CLASSES:
        write(f"  {known:9}" + "".join(f"{table[known, found]:9d}" for found in columns))


def _calibration(items: Sequence[Item], write: Callable[[str], object]) -> None:
    """How often readings of each band of certainty are right, beside what they promise."""
    write(f"\n{_MINE}: certainty as told, and the share read rightly")
    for band in bands(items):
        if band.sentences:
            write(f"  {band.name:13} {band.told:.3f} {band.share:.3f} of {band.sentences}")


def _mistakes(items: Sequence[Item], read: Sequence[str], write: Callable[[str], object]) -> None:
    wrong = [(item, status) for item, status in zip(items, read, strict=True) if item.status != status]
    silent = "; those kept unread are not shown" if any(item.half == UNREAD for item in items) else ""
    write(f"\n{_MINE}: read otherwise than coded ({len(wrong)} of {len(items)}{silent})")
    for item, status in wrong:
        if item.half == UNREAD:  # who makes rules is not to see it
            continue
        marked = f"{item.text[: item.start]}>>{item.text[item.start : item.end]}<<{item.text[item.end :]}"
        write(f"  {item.key} {item.status}, read as {status}: {printable(' '.join(marked.split()))}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code of the command; see the module's head for its arguments."""
    parser = argparse.ArgumentParser(prog="python -m communique.lab.evaluation", description=__doc__)
    parser.add_argument("--gold", nargs="+", type=Path, metavar="PATH", help="sentences with known status, and no more")
    parser.add_argument("--baselines", action="store_true", help="install the libraries compared with, where missing")
    parser.add_argument("--textacy", metavar="PYTHON", help="an interpreter with textacy, to compare attribution with")
    parser.add_argument("--quiet", action="store_true", help="figures only, not the sentences read wrongly")
    options = parser.parse_args(arguments)
    if options.baselines:
        subprocess.run([BASELINES / "install"], check=False)
    try:
        for path in options.gold or _SETS:
            if options.gold or path.is_file():
                report(path, read_gold(path), errors=not options.quiet)
            else:
                print(f"\n{shown(path)}: not here, so not scored; it is no part of the project")
        if not options.gold:
            own = [item for path in _OWN for item in read_gold(path)]
            renewed = [(FILE, keep(kept_from_sight(own)))]
            if _TEXTS.is_file():  # without them the record would be that of fewer sentences
                studied = record_of_ways([*own, *read_gold(_TEXTS)])
                renewed.append((certainty.FILE, certainty.keep(studied, lexicon_folder())))
            for name, changed in renewed:
                state = "was renewed" if changed else "holds these figures"
                print(f"\ndata/lexicon/{name}, which reports draw on, {state}")
            attribution.report(textacy=options.textacy)
            documents.report()
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
