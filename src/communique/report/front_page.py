"""The front page over all reports: where the baskets of each process stand, round by round, with links to every report.

It is made from the numbers published beside the reports in place, not from the data: so it says what they say, also
where the last build of one failed. Links are relative and there is no script: the folder works from any web server,
and from a stick.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Set
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup

from communique import prose
from communique.document.accessibility import page_faults
from communique.document.faces import FACES
from communique.document.faces.html import data_address, environment
from communique.document.faces.sheet import page_sheet
from communique.document.faces.webfonts import characters
from communique.document.legible import legible
from communique.errors import RenderingError
from communique.files.paths import OVERVIEW, round_number
from communique.files.regular import read_regular
from communique.report.staleness import Edition, Manifest

TITLE = "Reports on negotiations"


@dataclass(frozen=True)
class Stage:
    """Where a basket stands: its name, the stage in words, its place on the ladder, and its way over the rounds."""

    label: str
    stage: str
    place: str = ""
    picture: str = ""  # address of the sparkline
    alt: str = ""


@dataclass(frozen=True)
class ReportEntry:
    """A report as the front page shows it."""

    title: str
    dates: str = ""
    headline: str = ""
    stages: tuple[Stage, ...] = ()
    links: tuple[tuple[str, str], ...] = ()  # what a link leads to, and its address
    mark: str = ""  # what the reader must know of its state


@dataclass(frozen=True)
class Section:
    """A process as the front page shows it; `rounds` are the latest first."""

    id: str
    title: str
    summary: str
    overview: ReportEntry
    ladders: tuple[Stage, ...] = ()
    rounds: tuple[ReportEntry, ...] = field(default=())


def front_page(manifest: Manifest, outdated: Set[str]) -> str:
    """The page, as HTML.

    Parameters
    ----------
    manifest
        The reports there are, in the folder the page is for.
    outdated
        Keys of the reports that were made from other inputs than those of today.

    Raises
    ------
    RenderingError
        Where the page would not be sound.
    """
    names = sorted({key.partition("/")[0] for key in manifest.editions})
    try:
        sections = [_section(name, manifest, outdated) for name in names]
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        what = f"front page: the numbers beside a report are not of their form ({type(error).__name__}: {error})"
        raise RenderingError(f"{what}; build it again") from error
    style = page_sheet(characters([asdict(each) for each in sections]), "front.css")
    page = (
        environment()
        .get_template("front.html.j2")
        .render(
            title=TITLE,
            sections=sections,
            style=Markup(style),
            style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
        )
    )
    if found := page_faults(page):
        raise RenderingError("front page: " + "; ".join(found))
    return page


# --- a process -------------------------------------------------------------------------------------------------------


def _section(process: str, manifest: Manifest, outdated: Set[str]) -> Section:
    """A process: what its reports tell, and where they are."""
    of_process = {key: each for key, each in manifest.editions.items() if key.partition("/")[0] == process}
    numbers = {key: _numbers(manifest.folder / f"{key}.json") for key in of_process}
    told = [numbers[key] for key in sorted(numbers, key=place) if "round" in numbers[key]]
    titles = [each["process"]["title"] for each in numbers.values() if each]
    rounds = tuple(
        _round(key, each, numbers[key], manifest.folder, key in outdated)
        for key, each in sorted(of_process.items(), key=lambda item: place(item[0]), reverse=True)
        if not key.endswith(f"/{OVERVIEW}")
    )
    overview = f"{process}/{OVERVIEW}"
    return Section(
        id=process,
        title=titles[0] if titles else process,
        summary=_summary(told, [each.date for each in of_process.values() if each.date]),
        overview=ReportEntry(
            "Overview",
            links=_links(overview, manifest.folder),
            mark=_mark(of_process.get(overview, Edition()), overview in outdated),
        ),
        ladders=tuple(_ladders(told)),
        rounds=rounds,
    )


def place(key: str) -> tuple[str, int]:
    """What puts keys of reports in order: a process's overview, then its rounds by number."""
    process, _, name = key.partition("/")
    number = round_number(name)
    return process, -1 if number is None else number


def _numbers(path: Path) -> dict[str, Any]:
    """The numbers of a report, every text `legible`; empty where there are none of a form that can be read."""
    from communique.report.results import VERSION

    try:
        told = json.loads(read_regular(path))
        known = told["version"].partition(".")[0] == VERSION.partition(".")[0]
        return _legible(told) if known and "process" in told else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _legible(value: Any) -> Any:
    """A value of JSON with every text in it made `legible`."""
    if isinstance(value, dict):
        return {name: _legible(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_legible(each) for each in value]
    return legible(value) if isinstance(value, str) else value


def _summary(told: list[Mapping[str, Any]], dates: list[str]) -> str:
    """How many rounds there are, from when to when, and the date of the data."""
    parts = []
    if told:
        first, last = told[0]["round"], told[-1]["round"]
        spans = f"{_day(first['start'])} to {_day(last['end'])}"
        parts.append(f"{prose.capitalised(prose.counted(len(told), 'round'))}, {spans}.")
    if dates:
        parts.append(f"Data up to {_day(max(dates))}.")
    return " ".join(parts)


def _ladders(told: list[Mapping[str, Any]]) -> list[Stage]:
    """The way of each basket over the rounds, and where it stands after the last that was coded."""
    if not told:
        return []
    import pandas as pd

    from communique import charts
    from communique.process.description import Dimension

    rounds = pd.DataFrame([{"round": each["round"]["number"], "short": each["round"]["short"]} for each in told])
    stages = []
    for basket in told[-1]["baskets"]:
        coded = [
            (each["round"], same["reading"])
            for each in told
            for same in each["baskets"]
            if same["id"] == basket["id"] and same["reading"]
        ]
        table = pd.DataFrame(
            [(basket["id"], about["number"], reading["stage"]) for about, reading in coded],
            columns=["dimension", "round", "stage"],
        )
        highest = basket["highest_stage"]
        named = {reading["stage"]: reading["stage_name"] for _, reading in coded}
        ladder = tuple(named.get(stage, "") for stage in range(highest + 1))
        dimension = Dimension(basket["id"], basket["label"], aliases=(), ladder=ladder)
        asked = {"dimension": dimension, "rounds": rounds}
        alt = charts.describe_sparkline(table, **asked)
        drawn = charts.show(charts.sparkline(table, **asked, width=2.0, height=0.5), alt=alt)
        about, reading = coded[-1] if coded else ({}, {})
        place = f"{reading['stage']} of {highest}, in {about['short']}" if coded else ""
        picture = data_address(drawn.media_type, drawn.data)
        stages.append(Stage(basket["label"], reading.get("stage_name", "no reading"), place, picture, alt))
    return stages


# --- a report --------------------------------------------------------------------------------------------------------


def _round(key: str, edition: Edition, numbers: Mapping[str, Any], root: Path, outdated: bool) -> ReportEntry:
    """The report on one round."""
    about = numbers.get("round", {})
    number = key.rpartition("-")[2].lstrip("0")
    return ReportEntry(
        title=about.get("short") or f"Round {number}",
        dates=_dates(about) if about else "",
        headline=about.get("headline", ""),
        stages=tuple(
            Stage(each["label"], each["reading"]["stage_name"] if each["reading"] else "no reading")
            for each in numbers.get("baskets", ())
        ),
        links=_links(key, root),
        mark=_mark(edition, outdated),
    )


def _links(key: str, root: Path) -> tuple[tuple[str, str], ...]:
    """The faces of a report that are there."""
    files = ((face.label, key + face.suffix) for face in FACES.values())
    return tuple((label, file) for label, file in files if (root / file).is_file())


def _mark(edition: Edition, outdated: bool) -> str:
    """What the reader must know of a report's state; empty where it is up to date."""
    reason = legible(edition.failed)
    if reason and edition.files:
        return f"last good report, with data up to {_day(edition.date)}; a later build failed ({reason})"
    if reason:
        return f"no report yet; its build failed ({reason})"
    return "made from an earlier state of the data or of the program" if outdated else ""


def _dates(about: Mapping[str, Any]) -> str:
    spans = about.get("sittings") or [(about["start"], about["end"])]
    return prose.periods([(date.fromisoformat(start), date.fromisoformat(end)) for start, end in spans])


def _day(text: str) -> str:
    return prose.day(date.fromisoformat(text))
