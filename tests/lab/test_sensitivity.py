"""The index without a term and with other weights, against numbers worked out by hand and a lexicon really altered."""

import math
import shutil

import pandas as pd
import pytest

from communique import measures
from communique.errors import ParameterError
from communique.facts.overview import WHOLE, Survey
from communique.lab.sensitivity import (
    Weights,
    index_with,
    leave_one_out,
    sensitivity_figure,
    sensitivity_table,
    weighted_index,
)
from communique.language import mention_table
from communique.language.reader import reader
from communique.process.round_names import by_statement
from communique.prose import signed


def table(*rows):
    names = ["statement_id", "round", "term", "family", "polarity", "status", "refers_to"]
    return pd.DataFrame([(f"S{place}", *row, "") for place, row in enumerate(rows)], columns=names)


MENTIONS = table(
    *[(1, "progress", "progress", "+", "claimed")] * 4,
    (1, "breakthrough", "breakthrough", "+", "denied"),
    (1, "breakthrough", "breakthrough", "+", "denied"),
    (1, "breakthrough", "breakthrough", "+", "open"),
    (2, "progress", "progress", "+", "claimed"),
)


def test_weights_of_one_give_the_published_index():
    assert weighted_index(MENTIONS, Weights()) == measures.net_index(MENTIONS) == pytest.approx(3 / 7)


def test_a_weight_counts_a_mention_so_many_times():
    doubled = Weights(families={"breakthrough": 2})

    assert weighted_index(MENTIONS.head(7), doubled) == pytest.approx((4 - 2 * 2) / (4 + 2 * 2))
    both = Weights({"breakthrough": 2}, {"breakthrough": 0.25})
    assert weighted_index(MENTIONS.head(7), both) == pytest.approx((4 - 2 * 0.5) / (4 + 2 * 0.5))


def test_an_index_on_fewer_than_five_mentions_that_weigh_anything_is_undefined():
    assert math.isnan(weighted_index(MENTIONS.head(7), Weights(terms={"breakthrough": 0})))
    assert weighted_index(MENTIONS, Weights(terms={"breakthrough": 0})) == 1


def test_each_term_is_left_out_in_turn():
    without = leave_one_out(MENTIONS, [1, 2]).set_index("term")

    assert without["decided"].to_dict() == {"progress": 5, "breakthrough": 2}
    assert without.loc["breakthrough", WHOLE] == 1
    assert without.drop(columns=["decided"]).isna().to_numpy().tolist() == [[True, True, True], [True, True, False]]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"families": "breakthrough"}, "FAMILY_WEIGHTS: 'breakthrough' is no weight"),
        ({"families": "breakthru=2"}, "there is no 'breakthru'.*breakthrough"),
        ({"terms": "progress=-1"}, "no weight"),
        ({"terms": "progress=nan"}, "no weight"),
        ({"terms": "headway=1,nonsense=1"}, "TERM_WEIGHTS: there is no 'nonsense'"),
    ],
)
def test_weights_that_are_none_are_refused(given, problem):
    with pytest.raises(ParameterError, match=problem):
        Weights.of(**given)


def test_weights_are_read_from_text():
    weights = Weights.of(families="breakthrough = 2,", terms="step forward=0.5")

    assert (weights.families, weights.terms) == ({"breakthrough": 2.0}, {"step forward": 0.5})
    assert str(weights) == "family breakthrough × 2, step forward × 0.5"
    assert not Weights.of()


@pytest.fixture(scope="module")
def survey(geneva):
    return Survey(geneva)


def test_without_any_change_every_round_stands_as_published(survey):
    numbers = survey.rounds["round"].tolist()
    index = index_with(survey.mentions, numbers, Weights())

    assert [index[number] for number in numbers] == pytest.approx(survey.index["index"].tolist(), nan_ok=True)


@pytest.mark.parametrize("term", ["momentum", "stalemate", "flop"])
def test_leaving_a_term_out_is_as_reading_with_a_lexicon_that_lacks_it(survey, tmp_path, term):
    shutil.copytree(reader().lexicon.folder, tmp_path / "lexicon")
    path = tmp_path / "lexicon" / "en.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if f",{term}," not in line), encoding="utf-8")
    senses = tmp_path / "lexicon" / "senses.csv"
    kept = [line for line in senses.read_text(encoding="utf-8").splitlines(keepends=True) if f",{term}," not in line]
    senses.write_text("".join(kept).replace(f"|{term}", "").replace(f"{term}|", ""), encoding="utf-8")
    spoken = survey.spoken[["statement_id", "text"]]
    names = {"own": by_statement(survey.process), "places": survey.process.places}
    read = mention_table(spoken, **names, folder=tmp_path / "lexicon")
    numbers = survey.rounds["round"].tolist()
    index = measures.index_by_round(read, survey.spoken, rounds=numbers, draws=1)["index"]
    row = leave_one_out(survey.mentions, numbers).set_index("term").loc[term]

    assert row[numbers].tolist() == pytest.approx(index.tolist(), nan_ok=True)


def test_the_table_sets_every_variant_beside_what_is_published(survey, cells):
    shown = cells(sensitivity_table(survey, Weights.of(terms="progress=0"))[0])
    decided = measures.decided(survey.mentions)
    without = decided - measures.decided(survey.mentions.loc[survey.mentions["term"] == "progress"])
    by_name = {row[0]: row[1:] for row in shown[1:]}

    assert by_name[f"As weighted ({without})"] == by_name[f"progress ({without})"]
    assert by_name[f"As published ({decided})"][0] == signed(measures.net_index(survey.mentions))
    assert "Vienna" not in shown[0]


def test_the_figure_tells_what_it_shows(survey):
    figure = sensitivity_figure(survey, Weights.of(families="breakthrough=2"))

    assert f"Geneva VII {signed(survey.index.loc[7, 'index'])}, without one term" in figure.alt
    assert "with the weights given" in figure.alt
    assert "A single term moves the index most in" in figure.caption[0].text


def test_a_process_with_too_little_to_say_says_so(tiny, text):
    silent = Survey(type(tiny)(**{**vars(tiny), "statements": tiny.statements.head(0)}))

    assert "no index to change" in text(sensitivity_table(silent))
    assert "five claimed or denied" in text([sensitivity_figure(silent)])
