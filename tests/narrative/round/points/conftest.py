"""A small invented round, of which each point of a brief is told."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.document.plain import plain_inlines
from communique.facts.round import Briefing

MEDIATOR, HIGHLAND, LOWLAND, OTHER_LOWLAND = "tam-osgood", "bran-keel", "lowland-council", "na"
NOTHING = frozenset()


@pytest.fixture(scope="module")
def tiny(tiny):
    """The tiny process without its second round, so that the third follows on the first."""
    return replace(tiny, rounds=tiny.rounds.loc[tiny.rounds["round"] != 2].reset_index(drop=True))


def round_of(tiny, *said, readings=None, raised=(), number=3):
    """The tiny process, a round of which holds these statements: speaker, day of September, phase, text, baskets."""
    like = tiny.statements.loc[tiny.statements["round"] == 3].iloc[:1]
    statements = [
        like.assign(
            statement_id=f"S{place}",
            round=number,
            speaker=speaker,
            date=pd.Timestamp(2030, 9, day),
            phase=phase,
            text=text,
            baskets=pd.Series([tuple(baskets)], index=like.index, dtype=object),
        )
        for place, (speaker, day, phase, text, *baskets) in enumerate(said, start=1)
    ]
    changed = {
        "statements": pd.concat(statements, ignore_index=True).astype(tiny.statements.dtypes.to_dict()),
        "expectations": told(tiny, raised, number),
        "assessments": tiny.assessments if readings is None else read(tiny, readings),
    }
    return Briefing(replace(tiny, **changed), number)


def told(tiny, raised, number):
    """Expectations: speaker, kind, day of September, what about, outcome, day of the outcome, and the note on it."""
    like = tiny.expectations.iloc[:1]
    rows = [
        like.assign(
            expectation_id=f"X{place}",
            round=number,
            speaker=speaker,
            kind=kind,
            date=pd.Timestamp(2030, 9, day),
            about=about,
            expected=f"The {about} would come.",
            due="",
            happened_on=pd.NaT,
            outcome=outcome,
            resolved_on=pd.Timestamp(resolved) if resolved else pd.NaT,
            outcome_note=note,
            statement_id="S1",
        )
        for place, (speaker, kind, day, about, outcome, resolved, note) in enumerate(raised, start=1)
    ]
    return pd.concat([tiny.expectations.head(0), *rows], ignore_index=True) if rows else tiny.expectations.head(0)


def read(tiny, readings):
    """Readings of one coder: round, dimension, stage, rationale, and the statements it rests on."""
    like = tiny.assessments.iloc[:1]
    rows = [
        like.assign(
            round=number,
            dimension=dimension,
            stage=stage,
            movement=0,
            rationale=rationale,
            evidence=pd.Series([tuple(evidence)], index=like.index, dtype=object),
        )
        for number, dimension, stage, rationale, *evidence in readings
    ]
    return pd.concat([tiny.assessments.head(0), *rows], ignore_index=True)


def words(point):
    return None if point is None else plain_inlines(point.content)


DULL, WEIGHTY = "Tables, the Council said, were green.", "Progress, the Council said, there was."
TALK = (MEDIATOR, 13, "after", WEIGHTY)
