"""Counts of mentions keep every family, status and level asked for."""

from communique import measures

from .conftest import BAD, GOOD, mentions


def test_counts_keep_every_family_and_status():
    table = measures.counts(mentions(("S1", *GOOD), ("S1", *GOOD), ("S2", "collapse", "-", "open")))

    assert len(table) == 20
    assert table["n"].sum() == 3
    assert table.set_index(["family", "status"])["n"].loc["progress", "claimed"] == 2
    assert table.set_index(["family", "status"])["n"].loc["setback", "denied"] == 0


def test_counts_complete_a_column_with_the_levels_asked_for():
    table = measures.counts(
        mentions(("S1", *GOOD)).assign(round=2), by=["round", "family", "status"], levels={"round": [1, 2, 3]}
    )

    assert table.groupby("round")["n"].sum().to_dict() == {1: 0, 2: 1, 3: 0}


def test_counts_keep_values_nobody_expected():
    table = measures.counts(mentions(("S1", "rapprochement", "+", "claimed")).assign(round=4), by=["round", "family"])

    assert table.loc[table["n"] > 0].to_numpy().tolist() == [[4, "rapprochement", 1]]


def test_counts_by_basket_count_a_mention_in_each_of_its_baskets_and_leave_none_out():
    table = mentions(("S1", *GOOD), ("S2", *GOOD), ("S3", *BAD))
    table["baskets"] = [("water", "land"), ("water",), ()]

    assert measures.counts(table, by=["basket"]).to_numpy().tolist() == [["land", 1], ["water", 2]]


def test_mentions_of_another_round_and_filtered_senses_do_not_count():
    table = mentions(("S1", *GOOD), ("S2", *GOOD, "Round 1"), ("S3", "progress", "+", "off"))

    assert measures.counts(table)["n"].sum() == 1
    assert measures.left_out(table) == 2
    assert measures.own(table)["statement_id"].tolist() == ["S1"]


def test_no_mentions_count_as_zero():
    assert measures.counts(mentions())["n"].tolist() == [0] * 20
