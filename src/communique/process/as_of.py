"""A process as it was known at the end of a day: nothing said, published or settled later is used."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

import pandas as pd

from communique.process.model import Process


def known_until(process: Process, day: date) -> Process:
    """The process cut at the end of `day`; every reference in the result resolves.

    - Rounds that start later are dropped. Of the others, sittings that start later and sources published later are
      left out; a round that had not ended has no headline, and its label is its short name, for both were written
      afterwards. ``end`` stays, so that a round under way can be told from one that is over.
    - Statements stay that belong to a round kept, were made by then, and were not published later. A source without
      a date counts as published with what rests on it.
    - A coder's reading stays where the round had ended and every statement it rests on stays: it was made from them.
      `withheld` names the rounds and dimensions of which no reading stays, though there are some today.
    - Expectations stay with the statement that raised them. What was settled later, or is known from a source
      published later, is ``open`` again, without a note; what happened later has not happened, and a note that may
      speak of it is left out. What is open in the data keeps its note where its source had been published.
    - No brief that an analyst wrote stays: it was written with the knowledge of another day.
    - Events stay that had happened and were not published later. Sources stay that something kept rests on.
    - Actors stay, all of them: they say who people are, not what happened. So does the day on which a statement was
      compared with its page: like a reading it tells of the record, not of the talks.

    A process cut already is not made longer.
    """
    day = min(filter(None, (_plain(day), process.as_of)))
    end = pd.Timestamp(day)
    published = process.sources["published"]
    unpublished = set(process.sources.loc[published > end, "source_id"])

    rounds = _rounds(process.rounds, end, unpublished)
    statements = process.statements
    said = statements["round"].isin(rounds["round"]) & (statements["date"] <= end)
    statements = statements.loc[said & ~statements["source_id"].isin(unpublished)]
    ids = set(statements["statement_id"])
    over = set(rounds.loc[rounds["end"] <= end, "round"])
    assessments = process.assessments
    rests = pd.Series([ids.issuperset(cited) for cited in assessments["evidence"]], dtype="bool")
    assessments = assessments.loc[assessments["round"].isin(over) & rests]
    dated = set(process.sources.loc[published.notna(), "source_id"])
    expectations = _expectations(process.expectations, end, ids, unpublished, dated)
    expectations = expectations.loc[expectations["round"].isin(rounds["round"])]
    events = process.events
    events = events.loc[(events["date"] <= end) & ~events["source_id"].isin(unpublished)]
    single = (statements["source_id"], expectations["outcome_source_id"], events["source_id"])
    cited = _cited(rounds["source_ids"], *single)
    frames = {
        "rounds": rounds,
        "statements": statements,
        "assessments": assessments,
        "expectations": expectations,
        "events": events,
        "briefs": process.briefs.head(0),
        "sources": process.sources.loc[process.sources["source_id"].isin(cited)],
    }
    unread = (_cells(process.assessments) | process.withheld) - _cells(assessments)
    started = set(rounds["round"])
    withheld = frozenset(cell for cell in unread if cell[0] in started)
    frames = {name: frame.reset_index(drop=True) for name, frame in frames.items()}
    return replace(process, as_of=day, withheld=withheld, **frames)


def _plain(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day


def _cells(assessments: pd.DataFrame) -> set[tuple[int, str]]:
    """The rounds and dimensions that were read."""
    return set(zip(assessments["round"], assessments["dimension"], strict=True))


def _rounds(rounds: pd.DataFrame, end: pd.Timestamp, unpublished: set[str]) -> pd.DataFrame:
    rounds = rounds.loc[rounds["start"] <= end]
    over = rounds["end"] <= end
    return rounds.assign(
        label=rounds["label"].where(over, rounds["short"]),
        headline=rounds["headline"].where(over, ""),
        sittings=_tuples(rounds, "sittings", lambda sitting: sitting[0] <= end),
        source_ids=_tuples(rounds, "source_ids", lambda source: source not in unpublished),
    )


def _tuples(frame: pd.DataFrame, column: str, keep) -> pd.Series:
    """The tuples of a column without the members that `keep` does not want."""
    kept = [tuple(filter(keep, members)) for members in frame[column]]
    return pd.Series(kept, index=frame.index, dtype="object")


def _expectations(
    expectations: pd.DataFrame, end: pd.Timestamp, ids: set[str], unpublished: set[str], dated: set[str]
) -> pd.DataFrame:
    rows = expectations.loc[(expectations["date"] <= end) & expectations["statement_id"].isin(ids)]
    told = ~rows["outcome_source_id"].isin(unpublished)
    settled = rows["resolved_on"].le(end) & told
    still_open = (rows["outcome"] == "open") & told & rows["outcome_source_id"].isin(dated)
    ahead = rows["happened_on"] > end
    return rows.assign(
        outcome=rows["outcome"].where(settled, "open"),
        resolved_on=rows["resolved_on"].where(settled),
        outcome_note=rows["outcome_note"].where((settled & ~ahead) | still_open, ""),
        outcome_source_id=rows["outcome_source_id"].where(settled | still_open, ""),
        happened_on=rows["happened_on"].where(settled & ~ahead),
    )


def _cited(lists: Iterable[tuple[str, ...]], *columns: Iterable[str]) -> set[str]:
    """Ids of the sources that a row rests on."""
    return {each for members in lists for each in members}.union(*columns) - {""}
