"""Which events a timeline marks and labels."""

import pandas as pd
import pytest

from communique import charts
from communique.charts.events import choose, weighty
from communique.facts.overview import Survey

ROUNDS = pd.DataFrame(
    {
        "round": [1, 2],
        "short": ["One", "Two"],
        "sittings": [
            ((pd.Timestamp("2020-03-01"), pd.Timestamp("2020-03-05")),),
            ((pd.Timestamp("2020-09-01"), pd.Timestamp("2020-09-05")),),
        ],
    }
)


def events(*rows):
    table = pd.DataFrame(rows, columns=["date", "weight"])
    table["date"] = pd.to_datetime(table["date"])
    return table.assign(event_id=[f"E{n}" for n in range(len(table))], label=[f"Event {n}" for n in range(len(table))])


SEVEN = events(
    ("2020-01-01", 2),
    ("2020-02-20", 2),
    ("2020-03-03", 3),
    ("2020-05-15", 1),
    ("2020-06-15", 1),
    ("2020-07-01", 2),
    ("2020-10-05", 2),
)


def chosen(table, most):
    return choose(table, ROUNDS, lambda moment: moment.value / 86_400e9, most)["event_id"].tolist()


@pytest.mark.parametrize(
    ("most", "ids"),
    [
        (1, ["E3"]),  # of turning points that do not fit, the first, and then those furthest apart
        (2, ["E3", "E4"]),
        (4, ["E1", "E3", "E4", "E6"]),  # then what is near a round: ten days before one, 30 after another
        (5, ["E0", "E1", "E3", "E4", "E6"]),  # then others, the loneliest first
        (9, ["E0", "E1", "E3", "E4", "E5", "E6"]),  # background never
    ],
)
def test_turning_points_come_first_then_what_is_near_a_round(most, ids):
    assert chosen(SEVEN, most) == ids


def test_near_ends_after_thirty_days():
    table = events(("2020-10-05", 2), ("2020-10-06", 2), ("2020-08-02", 2), ("2020-08-01", 2))

    assert chosen(table, 2) == ["E2", "E0"]


def test_events_that_were_not_weighed_are_all_important():
    table = SEVEN.drop(columns="weight")

    assert len(weighty(table)) == 7
    assert set(chosen(table, 3)) == {"E1", "E2", "E6"}


def test_background_is_neither_labelled_nor_ticked():
    ax = charts.timeline(ROUNDS, SEVEN, most=2)
    (ticks, _) = [line for line in ax.lines if len(line.get_ydata()) > 3]
    words = charts.describe_timeline(ROUNDS, SEVEN, most=2).alt

    assert len(ticks.get_ydata()) == 3 * 4  # each is drawn from two ends and a gap
    assert "Seven events on record around them, 6 of them marked, 2 of them labelled." in words


@pytest.mark.parametrize("name", ["geneva", "brexit"])
def test_every_turning_point_is_labelled(name, root):
    survey = Survey.open(root / "data" / name)
    table = survey.process.events
    labelled = choose(weighty(table), survey.rounds, lambda moment: moment.value / 86_400e9, 16)

    assert set(table.loc[table["weight"] == 1, "event_id"]) <= set(labelled["event_id"])
    assert set(labelled["weight"]) <= {1, 2}
