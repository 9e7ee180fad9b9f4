"""The numbers of a report for other programs: JSON of a documented form, and tidy CSV.

The form is described in ``docs/results.md`` and by ``results.schema.json``. Same data, code and parameters, same bytes.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from communique import __version__, measures
from communique.facts.overview import Survey
from communique.facts.round import Briefing
from communique.facts.shared import Dossier
from communique.files.paths import round_name
from communique.process.model import Process
from communique.report import exports
from communique.report.provenance import LIBRARIES, code_fingerprint

VERSION = "1.6"  # of the form: the first number changes with what a reader of the form must know, the second else
MIME_TYPE = "application/vnd.communique.results+json"
SUFFIXES = (".json", "-mentions.csv", "-measures.csv")  # of the files, after the name of the report
_DECIMALS = 6


@dataclass(frozen=True)
class Results:
    """The numbers of a report: `values` for JSON, two tables for CSV.

    As the last value of a cell it stores its files in the notebook, where `files_in` finds them.
    """

    name: str  # of the report, e.g. "round-07"
    values: dict[str, Any]
    mentions: pd.DataFrame
    measures: pd.DataFrame

    def texts(self) -> dict[str, str]:
        """The content of each file by its suffix, in the order of `SUFFIXES`."""
        tables = (exports.csv_text(self.mentions), exports.csv_text(self.measures))
        return dict(zip(SUFFIXES, (json_text(self.values), *tables), strict=True))

    def save(self, folder: str | Path, *, name: str = "") -> list[Path]:
        """The files written into `folder`, which is made where there is none; named after the report, or `name`."""
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        paths = []
        for suffix, text in self.texts().items():
            paths.append(target / f"{name or self.name}{suffix}")
            paths[-1].write_text(text, encoding="utf-8", newline="")
        return paths

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        names = ", ".join(f"{self.name}{suffix}" for suffix in SUFFIXES)
        return {MIME_TYPE: self.texts(), "text/plain": names}


def files_in(notebook: Mapping[str, Any]) -> dict[str, str]:
    """The files a `Results` stored in an executed notebook, by suffix; none where no cell showed one."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            if MIME_TYPE in output.get("data", {}):
                stored = output["data"][MIME_TYPE]
                return {suffix: stored[suffix] for suffix in SUFFIXES if suffix in stored}
    return {}


def json_text(values: Mapping[str, Any]) -> str:
    """Values as JSON text: indented by two, in the order of the values, UTF-8 unescaped, undefined numbers as null."""
    return json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every result satisfies."""
    return json.loads(files("communique.report").joinpath("results.schema.json").read_text(encoding="utf-8"))


# --- a round -----------------------------------------------------------------------------------------------------


def of_round(
    briefing: Briefing, parameters: Mapping[str, Any] | None = None, *, others: Iterable[Process] = ()
) -> Results:
    """The results of one round.

    For the provenance, `parameters` are those of the notebook, and `others` the processes it draws on beside its own.
    """
    number = briefing.number
    values = {
        "format": "communique-round",
        "version": VERSION,
        **_process(briefing),
        "round": _round(briefing.round),
        **_readings(briefing, number),
        "mentions": _mentions(briefing, number),
        "headlines": _headlines(briefing),
        "index": _index(briefing, number),
        "expectations": {
            "carried": [_expectation(row) for row in _records(briefing.carried)],
            "raised": [_expectation(row) for row in _records(briefing.raised)],
        },
        "statements": [
            _of_form("statement", {"number": briefing.numbers[row["statement_id"]], **row})
            for row in _records(briefing.statements)
        ],
        "provenance": _provenance(briefing, parameters, others),
    }
    tables = (exports.mention_export(briefing, [number]), exports.measure_export(briefing, [number]))
    return Results(round_name(number), _plain(values), *tables)


# --- a process ---------------------------------------------------------------------------------------------------


def of_process(survey: Survey, parameters: Mapping[str, Any] | None = None) -> Results:
    """The results of a whole process; `parameters` are those of the notebook, for the provenance."""
    numbers = survey.rounds["round"].tolist()
    values = {
        "format": "communique-overview",
        "version": VERSION,
        **_process(survey),
        "rounds": [
            {
                **_round(row),
                **_readings(survey, row["round"]),
                "mentions": _mentions(survey, row["round"]),
                "index": _index(survey, row["round"]),
            }
            for _, row in survey.rounds.iterrows()
        ],
        "mentions": _mentions(survey),
        "headlines": _headlines(survey),
        "index": _whole_index(survey),
        "optimism_gap": _records(survey.optimism),
        "record": {f"by_{by}": _records(survey.record(by)) for by in ("side", "speaker", "kind")},
        "expectations": [_expectation(row) for row in _records(survey.expectations)],
        "slippage": [
            {name: row[name] for name in ("expectation_id", "due", "due_end", "happened_on", "days", "fate")}
            for row in _records(survey.slippage)
        ],
        "coverage": _records(survey.coverage),
        "agreement": _records(survey.agreement),
        "events": _records(survey.process.events),
        "provenance": _provenance(survey, parameters),
    }
    tables = (exports.mention_export(survey, numbers), _overview_measures(survey))
    return Results("overview", _plain(values), *tables)


def _whole_index(survey: Survey) -> dict[str, Any]:
    interval = survey.whole_interval
    return {
        "value": measures.net_index(survey.mentions),
        "low": interval.low,
        "high": interval.high,
        "level": survey.interval_level,
        "decided": measures.decided(survey.mentions),
        "mentions": len(survey.mentions),
        "statements": len(survey.spoken),
        "open_share": measures.open_share(survey.mentions),
    }


def _overview_measures(survey: Survey) -> pd.DataFrame:
    """The measures of every round, and below them those of the whole process, which name no round."""
    whole = _whole_index(survey)
    bounds = {"low": whole["low"], "high": whole["high"], "n": whole["decided"]}
    rows: list[dict[str, object]] = [
        {"measure": "net_language_index", "value": whole["value"], **bounds},
        {"measure": "open_share", "value": whole["open_share"], "n": whole["mentions"]},
        *(
            {"measure": "optimism_gap", "value": row["gap"], "low": row["low"], "high": row["high"]}
            for row in _records(survey.optimism.head(1))
        ),
        *(
            {"measure": f"agreement_{what}", "dimension": row["dimension"], "value": row[name], "n": row["n"]}
            for row in _records(survey.agreement)
            for what, name in (("stage", "alpha"), ("movement", "movement_alpha"))
        ),
        *(
            {"measure": "expectations", "side": row["side"], "status": outcome, "value": row[outcome]}
            for row in _records(survey.record("side"))
            for outcome in measures.expectations.OUTCOMES
        ),
    ]
    parts = [exports.measure_export(survey, survey.rounds["round"]), exports.measure_table(survey, rows)]
    return pd.concat(parts, ignore_index=True)


# --- parts of both -----------------------------------------------------------------------------------------------


def _process(dossier: Dossier) -> dict[str, Any]:
    process = dossier.process
    as_of = process.as_of.isoformat() if process.as_of else None
    return {"process": {"id": process.id, "title": process.title}, "as_of": as_of}


def _round(row: pd.Series) -> dict[str, Any]:
    names = ("short", "label", "start", "end", "sittings", "venue", "headline")
    return {"number": row["round"], **{name: row[name] for name in names}}


def _readings(dossier: Dossier, number: int) -> dict[str, Any]:
    """What the coders agree on for the baskets and the other dimensions of a round; null where one was not coded."""
    rows = dossier.all_readings
    coded = {row["dimension"]: row for row in _records(rows.loc[rows["round"] == number])}
    columns = ("stage", "stage_name", "movement", "arrow", "against", "disputed", "coders", "rationale", "evidence")
    process = dossier.process
    return {
        group: [
            {
                "id": each.id,
                "label": each.label,
                "highest_stage": len(each.ladder) - 1,
                "reading": {name: coded[each.id][name] for name in columns} if each.id in coded else None,
            }
            for each in dimensions.values()
        ]
        for group, dimensions in (("baskets", process.baskets), ("dimensions", process.dimensions))
    }


def _mentions(dossier: Dossier, number: int | None = None) -> dict[str, Any]:
    """Mentions that count, of a round or of all, by family and status and by side and status."""
    rows = dossier.all_mentions
    rows = rows if number is None else rows.loc[rows["round"] == number]
    own = measures.own(rows)
    by_family = measures.counts(own).pivot(index="family", columns="status", values="n")
    by_side = measures.counts(own, by=["side", "status"], levels={"side": dossier.process.sides})
    by_side = by_side.pivot(index="side", columns="status", values="n")
    statuses = list(measures.STATUSES)
    return {
        "total": len(own),
        "left_out": len(rows) - len(own),
        "by_status": by_family[statuses].sum().to_dict(),
        "by_family": {family: by_family.loc[family, statuses].to_dict() for family in measures.FAMILIES},
        "by_side": {side: by_side.loc[side, statuses].to_dict() for side in dossier.process.sides},
    }


def _headlines(dossier: Dossier) -> dict[str, Any]:
    """Mentions in the English headlines of the sources, each headline once, by family and status."""
    counts = dossier.headline_gap.pivot(index="family", columns="status", values="headlines")
    statuses = list(measures.STATUSES)
    return {
        "titles": len(dossier.headlines),
        "total": int(counts.to_numpy().sum()),
        "by_status": counts[statuses].sum().to_dict(),
        "by_family": {family: counts.loc[family, statuses].to_dict() for family in measures.FAMILIES},
    }


def _index(dossier: Dossier, number: int) -> dict[str, Any]:
    """The net language index of a round with its interval and what it rests on."""
    if number in dossier.index.index:
        row = dossier.index.loc[number]
    else:
        row = {
            "index": None,
            "low": None,
            "high": None,
            "decided": 0,
            "mentions": 0,
            "statements": 0,
            "open_share": None,
        }
    return {
        "value": row["index"],
        "low": row["low"],
        "high": row["high"],
        "level": dossier.interval_level,
        **{name: int(row[name]) for name in ("decided", "mentions", "statements")},
        "open_share": row["open_share"],
    }


def _expectation(row: Mapping[str, Any]) -> dict[str, Any]:
    return _of_form("expectation", row)


def _of_form(part: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What the form tells of a row, in its order; a column new in the data is told once the form names it."""
    return {name: row[name] for name in schema()["$defs"][part]["properties"]}


def _provenance(
    dossier: Dossier, parameters: Mapping[str, Any] | None, others: Iterable[Process] = ()
) -> dict[str, Any]:
    """What the results were made from, in full."""
    data, *others = ({"process": each.id, "fingerprint": each.fingerprint} for each in (dossier.process, *others))
    return {
        "data": data,
        "others": others,
        "code": {"version": __version__, "fingerprint": code_fingerprint()},
        "libraries": {name: version(name) for name in LIBRARIES},
        "parameters": dict(parameters or {}),
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return table.to_dict("records")


def _plain(value: Any) -> Any:
    """A value as JSON holds it: dates as YYYY-MM-DD, tuples as lists, undefined numbers and dates as None."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, np.generic):
        return _plain(value.item())
    if isinstance(value, float):
        return None if np.isnan(value) else round(value, _DECIMALS) + 0.0  # no minus zero
    return value
