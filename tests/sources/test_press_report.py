"""The press report on round seven: every sentence that attributes something to the envoy is found, and is his."""

from pathlib import Path

import pytest

from communique.sources.readers import read
from communique.sources.suggestions import Frame, suggestions

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
# The first words of what is attributed to the envoy, sentence after sentence, headline included.
OPENINGS = [
    "some progress at pan-Syrian talks",
    "no breakthrough",
    "the consultative technical mechanism",
    "Parties to the pan-Syrian talks",
    "the ending of the talks was neither a breakthrough nor a flop",
    "the consultative technical mechanism",
    "to the consultations held on the eve",
    "In part, the opposition negotiators",
    "he hopes the Syrian government",
    "prior to the talks",
    "he would like to see",
    "a moment had come",
    "the importance of helping the opposition",
    "the mechanism of technical consultations",
    "the opposition factions were clearly developing trust",
]


@pytest.fixture(scope="module")
def found():
    """Suggestions on the press report, for the intra-Syrian talks."""
    paths = sorted(SEEDS.glob("*.txt")) if SEEDS.exists() else []
    if not paths:
        pytest.skip("the press report is not beside the project")
    import communique

    return list(suggestions(read(paths[0]), Frame.of(communique.load("geneva"))))


@pytest.mark.shared
def test_every_sentence_of_the_envoy_is_found_and_his(found):
    assert [s.text[: len(opening)] for s, opening in zip(found, OPENINGS, strict=True)] == OPENINGS
    assert {s.identity.actor for s in found} == {"staffan-de-mistura"}


@pytest.mark.shared
def test_date_round_and_phase_come_from_the_dateline(found):
    assert {(s.day.isoformat(), s.round.value, s.phase.value) for s in found} == {("2017-07-15", "7", "after")}


@pytest.mark.shared
def test_baskets_are_those_the_sentences_name(found):
    tagged = {s.text[:12]: {tag.value for tag in s.baskets} for s in found if s.baskets}
    assert tagged == {
        "In part, the": {"elections"},
        "prior to the": {"governance", "constitution", "elections", "counter_terrorism"},
    }


@pytest.mark.shared
def test_neither_a_breakthrough_nor_a_flop_is_two_denied_mentions(found):
    mentions = next(s.mentions for s in found if "nor a flop" in s.text)
    assert [(mention.term, mention.status) for mention in mentions] == [("breakthrough", "denied"), ("flop", "denied")]
