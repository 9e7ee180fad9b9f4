"""How much each statement of a round weighs in a brief: a count of what rests on it, of who made it, and of when."""

from collections import Counter

import pandas as pd

from communique.facts.round import Briefing

AT_THE_TABLE = 3  # for a side that mediates or negotiates
PER_CODER = 2  # for each reading of the round that rests on the statement
WHEN = {"before": 0, "during": 1, "between": 1, "after": 2}


def salience(briefing: Briefing) -> pd.Series:
    """The weight of every statement of the round, int64, by statement id.

    Two for each time a coder rests a reading on it, one if it raised an expectation, one if it holds a mention that
    counts, three if its side mediates or negotiates, and one during the round or two at its close.
    """
    statements = briefing.statements
    coded = briefing.process.assessments
    cited = Counter(each for ids in coded.loc[coded["round"] == briefing.number, "evidence"] for each in ids)
    table = {*briefing.process.mediating, *briefing.process.negotiating}
    ids = statements["statement_id"]
    weight = (
        PER_CODER * ids.map(cited).fillna(0)
        + ids.isin(briefing.raised["statement_id"])
        + ids.isin(briefing.mentions["statement_id"])
        + AT_THE_TABLE * statements["side"].isin(table)
        + statements["phase"].astype("str").map(WHEN).fillna(0)
    )
    return pd.Series(weight.to_numpy(), index=ids, dtype="int64")
