"""Mentions and statements in short, for the tests of the measures."""

import pandas as pd

GOOD = ("progress", "+", "claimed")
BAD = ("progress", "+", "denied")


def mentions(*rows):
    """A mention table from (statement, family, polarity, status) and, optionally, what it refers to."""
    names = ["statement_id", "family", "polarity", "status", "refers_to"]
    return pd.DataFrame([(*row, "")[:5] for row in rows], columns=names)


def said(*news, statement="S{}"):
    """Mentions of which each stands in a statement of its own."""
    return mentions(*((statement.format(place), *each) for place, each in enumerate(news)))
