"""A process as it was known on a day."""

from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest

from communique.process.as_of import known_until
from communique.process.schema import TABLES

FRAMES = list(TABLES)


def known(process, name, column):
    return getattr(process, name)[column].tolist()


def test_a_round_that_starts_later_is_unknown_with_all_that_was_said_before_it(tiny):
    before = known_until(tiny, date(2030, 9, 1))  # the eve of round 3, on which Osgood spoke

    assert known(before, "rounds", "round") == [1, 2]
    assert known(before, "statements", "statement_id") == ["O1-01", "O1-02", "O1-03", "O1-04"]


def test_a_round_under_way_has_no_headline_and_no_later_sitting(tiny):
    under_way = known_until(tiny, date(2030, 9, 7)).rounds.iloc[-1]

    assert under_way["headline"] == ""
    assert under_way["sittings"] == tiny.rounds["sittings"].iloc[2][:1]
    assert under_way["end"] == pd.Timestamp(2030, 9, 13)
    assert under_way["source_ids"] == ()


def test_a_label_written_afterwards_is_unknown_during_the_round(tiny):
    assert known_until(tiny, date(2030, 3, 5)).rounds["label"].tolist() == ["Orrin I"]
    assert known_until(tiny, date(2030, 3, 6)).rounds["label"].tolist() == ["Orrin I, the opening"]


def test_what_was_published_later_is_unknown(tiny):
    last_day = known_until(tiny, date(2030, 3, 6))  # the paper with three of the statements came out on the seventh

    assert known(last_day, "statements", "statement_id") == ["O1-04"]
    assert known(last_day, "sources", "source_id") == ["S-commission-1"]


def test_a_source_without_a_date_counts_as_published(tiny):
    assert known(known_until(tiny, date(2030, 9, 5)), "statements", "statement_id")[-2:] == ["O3-01", "O3-02"]


def test_a_reading_is_known_when_its_round_is_over_and_its_evidence_known(tiny):
    assert known_until(tiny, date(2030, 3, 5)).assessments.empty
    on_the_last_day = known_until(tiny, date(2030, 3, 6)).assessments
    assert on_the_last_day[["dimension", "stage", "coder"]].values.tolist() == [["fishing", 0, "b"]]  # rests on nothing
    assert len(known_until(tiny, date(2030, 3, 7)).assessments) == 8
    # O3-06, said the day after the round, carries one reading of it.
    assert len(known_until(tiny, date(2030, 9, 13)).assessments) == 8 + 3
    assert len(known_until(tiny, date(2030, 9, 14)).assessments) == 16


def test_a_reading_that_was_cut_is_told_from_one_never_made(tiny):
    ladders = set(tiny.ladders)

    assert known_until(tiny, date(2030, 3, 5)).withheld == {(1, each) for each in ladders}
    # One reading of fishing rests on nothing.
    assert known_until(tiny, date(2030, 3, 6)).withheld == {(1, each) for each in ladders - {"fishing"}}
    assert (
        known_until(tiny, date(2030, 5, 14)).withheld == frozenset()
    )  # round 2 was never coded, round 3 is not known of
    assert known_until(known_until(tiny, date(2030, 9, 14)), date(2030, 3, 5)).withheld == {
        (1, each) for each in ladders
    }
    assert tiny.withheld == frozenset()


def test_what_was_settled_later_is_open_again(tiny):
    raised = known_until(tiny, date(2030, 9, 12)).expectations.set_index("expectation_id")

    hope = raised.loc["XO1-1"]
    assert (hope["outcome"], hope["outcome_note"], hope["outcome_source_id"]) == ("open", "", "")
    assert pd.isna(hope["happened_on"])
    assert pd.isna(hope["resolved_on"])
    assert raised.loc["XO1-2", "outcome"] == "met"
    assert "XO3-2" not in raised.index


def test_an_outcome_known_from_a_later_page_is_open(tiny):
    meeting = (
        known_until(tiny, date(2030, 5, 14)).expectations.set_index("expectation_id").loc["XO1-2"]
    )  # page of 15 May

    assert (meeting["outcome"], meeting["outcome_source_id"]) == ("open", "")


def test_what_happened_later_has_not_happened_though_its_fate_was_known(geneva):
    before, after = (
        known_until(geneva, date(2016, 3, day)).expectations.set_index("expectation_id") for day in (1, 14)
    )

    assert before.loc["X3-01", "outcome"] == after.loc["X3-01", "outcome"] == "missed"
    assert pd.isna(before.loc["X3-01", "happened_on"])
    assert before.loc["X3-01", "outcome_note"] == ""  # it tells of the day that had not come
    assert after.loc["X3-01", "happened_on"] == pd.Timestamp(2016, 3, 14)


def test_what_is_open_today_keeps_its_note_where_its_source_was_out(geneva):
    rows = geneva.expectations
    unsourced = replace(
        geneva,
        expectations=rows.assign(outcome_source_id=rows["outcome_source_id"].where(~rows["outcome"].eq("open"), "")),
    )

    def note(process, day):
        (row,) = known_until(process, day).expectations.query("expectation_id == 'X7-17'").itertuples()
        return row.outcome_note

    assert note(geneva, date(2017, 8, 31)) == ""
    assert note(geneva, date(2017, 9, 1)).startswith("It stays open")
    assert note(unsourced, date(2017, 9, 1)) == ""  # without a source nobody can say when it was known


def test_later_events_are_unknown(tiny):
    assert known(known_until(tiny, date(2030, 9, 4)), "events", "event_id") == ["EO-1"]
    assert known(known_until(tiny, date(2030, 4, 19)), "events", "event_id") == []  # told of on the twentieth


@pytest.mark.parametrize("day", ["2011-01-01", "2012-06-30", "2014-02-05", "2017-07-12", "2017-12-03", "2019-01-01"])
def test_every_reference_of_the_past_resolves(day, geneva):
    past = known_until(geneva, date.fromisoformat(day))
    ids = {
        "rounds.round": set(past.rounds["round"]),
        "actors.actor_id": set(past.actors["actor_id"]),
        "sources.source_id": set(past.sources["source_id"]) | {""},
        "statements.statement_id": set(past.statements["statement_id"]),
    }

    for name, table in TABLES.items():
        for column in table.columns:
            if column.refers_to in ids:
                found = getattr(past, name)[column.name]
                assert set(found.explode().dropna() if column.kind == "list" else found) <= ids[column.refers_to]
        assert (getattr(past, name).dtypes == getattr(geneva, name).dtypes).all()
        assert isinstance(getattr(past, name).index, pd.RangeIndex)
    assert not past.spoken().drop(columns=["published", "compared"]).isna().any(axis=None)


@pytest.mark.parametrize("day", ["2012-06-30", "2014-02-05", "2017-07-12", "2017-12-03"])
def test_nothing_of_the_past_is_dated_later(day, geneva):
    past = known_until(geneva, date.fromisoformat(day))
    end = pd.Timestamp(day)

    assert not (past.statements["date"] > end).any()
    assert not (past.sources["published"] > end).any()
    assert not (past.events["date"] > end).any()
    assert not (past.rounds["start"] > end).any()
    for column in ("date", "happened_on", "resolved_on"):
        assert not (past.expectations[column] > end).any()
    assert ((past.expectations["outcome"] == "open") == past.expectations["resolved_on"].isna()).all()


def test_at_the_end_all_is_known_but_sources_that_nothing_rests_on(geneva):
    today = known_until(geneva, date(2026, 1, 1))

    for name in set(FRAMES) - {"sources", "expectations"}:
        pd.testing.assert_frame_equal(getattr(today, name), getattr(geneva, name))
    unused = set(geneva.sources["source_id"]) - set(today.sources["source_id"])
    notes = " ".join(geneva.statements["note"])
    assert {"S-masress-20170329a", "S-unsg-20170216a", "S-xinhua-20170304a"} <= unused
    assert all(source in notes for source in unused)


def test_the_day_is_kept_and_a_cut_is_not_undone(tiny):
    past = known_until(tiny, datetime(2030, 5, 1, 12))

    assert past.as_of == date(2030, 5, 1)
    assert known_until(past, date(2031, 1, 1)).as_of == date(2030, 5, 1)
    assert tiny.as_of is None
    assert len(tiny.statements) == 10
