import pytest

from communique.language import find_mentions
from communique.language.reader import reader

from ..conftest import statuses

SENSES = reader().senses.senses


def of(sense, text):
    names = set(sense.terms.split("|"))
    by_term = {entry.term: entry.entry for entry in reader().lexicon.entries}
    found = find_mentions(text, all_senses=True)
    return [m for m in found if m.term in names or by_term[m.term] in names or names & {e.entry for e in entries(m)}]


def entries(mention):
    return [entry for entry in reader().lexicon.entries if entry.term == mention.term]


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: sense.sense)
def test_every_filter_holds_for_its_example_alone(sense):
    example, near_miss = of(sense, sense.example), of(sense, sense.near_miss)
    assert example
    if sense.verdict == "off":
        assert sense.sense in [m.rule for m in example if m.status == "off"]
        assert sense.sense not in [m.rule for m in near_miss]
    else:
        assert "off" not in [m.status for m in example]
        assert all(m.status == "off" for m in near_miss)


def test_every_filter_says_why():
    assert all(sense.why for sense in SENSES if sense.verdict == "off")


def test_what_is_set_aside_is_told_on_request_only():
    text = "Breakthrough infections rose while the talks made progress."
    assert [m.surface for m in find_mentions(text)] == ["progress"]
    assert [m.status for m in find_mentions(text, all_senses=True)] == ["off", "claimed"]


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/files/talks-make-progress-in-june for more.",
        "At noon the Breakthrough Institute held a seminar.",
        "Nurses hailed a breakthrough in the treatment of cancer patients.",
        "Their army made good progress towards the capital.",
    ],
)
def test_names_addresses_and_other_subjects_are_set_aside(text):
    assert find_mentions(text) == []


def test_the_text_before_tells_the_subject():
    text = "It has failed again."
    assert find_mentions(text, before="The rocket was rebuilt. Engineers tested the pump.") == []
    assert [m.status for m in find_mentions(text, before="The ceasefire was signed.")] == ["claimed"]


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: sense.sense)
def test_a_sense_sets_aside_its_example_alone(sense):
    for text, set_aside in ((sense.example, sense.verdict == "off"), (sense.near_miss, sense.verdict != "off")):
        assert statuses(text)
        assert ("off" in statuses(text)) == set_aside
