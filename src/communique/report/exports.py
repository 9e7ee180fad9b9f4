"""Tables for other programs: mentions and measures as tidy CSV that no spreadsheet mistakes for formulas."""

import re
from collections.abc import Iterable

import pandas as pd

from communique import measures
from communique.facts.shared import Dossier

# What a spreadsheet may take for the start of a formula, in its full-width forms too: at the start of a text, and
# within it where one that parts cells by semicolons or tabs begins a cell, for it does not heed our quotation marks.
_FORMULA = re.compile(r"(?:^|(?<=[;,\t\r\n]))(?='*[=+\-@＝＋－＠])|^(?='*[\t\r\n])")
POLARITIES = {"+": "positive", "-": "negative"}
MENTION_COLUMNS = (
    "statement_id", "round", "date", "phase", "speaker", "name", "side", "source_id", "start", "end", "surface", "term",
    "family", "polarity", "status", "cue", "refers_to", "about", "certainty", "counted",
)  # fmt: skip
MEASURE_COLUMNS = ("process", "round", "measure", "dimension", "side", "family", "status", "value", "low", "high", "n")


def harmless(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe goes before a leading = + - @, tab or line break.

    One also goes before a = + - @ within the text that follows a semicolon, comma, tab or line break. Where apostrophes
    stand already, one more is added, so that the way back is to take one from every place of this form.
    """
    return _FORMULA.sub("'", text)


def csv_text(table: pd.DataFrame) -> str:
    """A table as CSV: comma-separated, lines ending in LF, dates as YYYY-MM-DD, every text `harmless`.

    Numbers stay numbers, their own minus sign included, with up to six decimals. Missing values are empty.
    """
    shown = table.copy()
    for column in shown.columns:
        values = shown[column]
        if pd.api.types.is_datetime64_any_dtype(values):
            shown[column] = values.dt.strftime("%Y-%m-%d")
        elif pd.api.types.is_bool_dtype(values):
            shown[column] = values.map({True: "true", False: "false"})
        elif not pd.api.types.is_numeric_dtype(values):
            shown[column] = [harmless(str(value)) for value in values.astype("str").fillna("")]
        elif pd.api.types.is_float_dtype(values):
            shown[column] = [_plain(value) for value in values]
    return shown.to_csv(index=False, lineterminator="\n")


def _plain(value: float) -> str:
    """A number without an exponent or needless zeros: "0.25", "3", empty where undefined."""
    if pd.isna(value):
        return ""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def mention_export(dossier: Dossier, rounds: Iterable[int]) -> pd.DataFrame:
    """Every mention found in the statements of `rounds`, one row each, in order of round, day and place in the text.

    ``counted`` tells those that the measures count from those that are about something else than the round's own talks.
    """
    rows = dossier.all_mentions
    rows = rows.loc[rows["round"].isin(list(rounds))]
    rows = rows.assign(
        polarity=rows["polarity"].map(POLARITIES).astype("str"),
        counted=rows.index.isin(measures.own(rows).index),
        phase=rows["phase"].astype("str"),
    )
    ordered = rows.sort_values(["round", "date", "statement_id", "start"], kind="stable")
    return ordered[list(MENTION_COLUMNS)].reset_index(drop=True)


def measure_export(dossier: Dossier, rounds: Iterable[int]) -> pd.DataFrame:
    """The measures of `rounds`, one number a row: see ``docs/results.md`` for what each `measure` is."""
    rows = [row for number in rounds for row in _round_rows(dossier, number)]
    return measure_table(dossier, rows)


def measure_table(dossier: Dossier, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows of measures as a table with all its columns; what a row does not name is empty."""
    table = pd.DataFrame(rows, columns=list(MEASURE_COLUMNS)).assign(process=dossier.process.id)
    text = ["process", "measure", "dimension", "side", "family", "status"]
    numbers = {"round": "Int64", "n": "Int64", "value": "float64", "low": "float64", "high": "float64"}
    return table.astype({**dict.fromkeys(text, "object"), **numbers}).fillna(dict.fromkeys(text, ""))


def _round_rows(dossier: Dossier, number: int) -> Iterable[dict[str, object]]:
    """Yield the measures of one round."""
    readings = dossier.all_readings
    for reading in readings.loc[readings["round"] == number].to_dict("records"):
        for measure in ("stage", "movement", "disputed"):
            where = {"round": number, "dimension": reading["dimension"]}
            yield {**where, "measure": measure, "value": float(reading[measure]), "n": reading["coders"]}
    own = measures.own(dossier.all_mentions)
    own = own.loc[own["round"] == number]
    for row in measures.counts(own).to_dict("records"):
        yield {"round": number, "measure": "mentions", **_without_n(row)}
    for row in measures.counts(own, by=["side", "family", "status"]).to_dict("records"):
        if row["n"]:
            yield {"round": number, "measure": "mentions_by_side", **_without_n(row)}
    told = dossier.headline_mentions
    for row in measures.counts(told.loc[told["round"] == number]).to_dict("records"):
        yield {"round": number, "measure": "headline_mentions", **_without_n(row)}
    said = int((dossier.spoken["round"] == number).sum())
    yield {"round": number, "measure": "statements", "value": said}
    if number in dossier.index.index:
        index = dossier.index.loc[number]
        bounds = {"low": index["low"], "high": index["high"], "n": int(index["decided"])}
        yield {"round": number, "measure": "net_language_index", "value": index["index"], **bounds}
        share = {"value": index["open_share"], "n": int(index["mentions"])}
        yield {"round": number, "measure": "open_share", **share}


def _without_n(row: dict[str, object]) -> dict[str, object]:
    """A row of counts with its number as the value."""
    return {**{name: value for name, value in row.items() if name != "n"}, "value": row["n"]}
