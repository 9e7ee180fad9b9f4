"""The press report on round seven: every sentence that attributes something to the envoy is found, and is his."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.sources.documents.readers import read
from communique.sources.suggestions import Frame, suggestions

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
# The first words of what is attributed to the envoy, sentence after sentence, headline included.
OPENINGS = [
    "some progress at pan-Syrian talks",
    "no breakthrough",
    "the consultative technical mechanism",
    "Parties to the pan-Syrian talks",
    "the ending of the talks",
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


# A report of the same build on talks that never were, with people the process of the test knows.
REPORT = """All bulletins

Alpha reports some headway at coastal talks but says there was no breakthrough

VALETTA, July 15. /NUNTIUS/. Parties to the coastal talks, held here from July 10 to July 14, made some headway but
there was no breakthrough, Anna Alpha, a special envoy of the Council of Ports told the closing press conference.

She said the outcome was neither a breakthrough nor a flop.

According to Alpha, the expert channel that had been opened in May proved its worth at this round.

In part, the islanders settled on a common line on the issue of the ballot.

Anna Alpha said she hopes the islanders and the harbour authority will sit in one room in the autumn.

She also said that before the next round the sides were expected to work on the three 'baskets'.

Alpha stressed the importance of helping the islanders to speak with one voice, adding that the expert channel had laid
the ground for direct talks.

She said the islanders were learning to trust one another - something that was not seen two months ago.
"""
SAID = [
    "some headway at coastal talks",
    "there was no breakthrough",
    "Parties to the coastal talks",
    "the outcome was neither",
    "the expert channel that had been opened",
    "In part, the islanders settled",
    "she hopes the islanders",
    "before the next round",
    "the importance of helping",
    "the expert channel had laid",
    "the islanders were learning",
]


@pytest.fixture
def fictional(process, tmp_path):
    """Suggestions on a report of the same build, for the tiny process."""
    (tmp_path / "report.txt").write_text("\n\n".join(" ".join(p.split("\n")) for p in REPORT.split("\n\n")))
    process.baskets["harbours"] = SimpleNamespace(name="harbours", aliases=("harbour",))
    process.baskets["fishing"] = SimpleNamespace(name="fishing", aliases=())
    process.baskets["elections"] = SimpleNamespace(name="elections", aliases=("election", "ballot"))
    return list(suggestions(read(tmp_path / "report.txt"), Frame.of(process)))


def test_a_report_of_the_same_build_is_read_as_well(fictional):
    assert [s.text[: len(words)] for s, words in zip(fictional, SAID, strict=True)] == SAID
    assert {s.identity.actor for s in fictional} == {"anna-alpha"}
    assert {(s.day.isoformat(), s.round.value, s.phase.value) for s in fictional} == {("2017-07-15", "7", "after")}
    tagged = {s.text[:12]: {tag.value for tag in s.baskets} for s in fictional if s.baskets}
    assert tagged["In part, the"] == {"elections"}
    assert tagged["before the n"] == {"elections", "harbours", "fishing"}
    mentions = next(s.mentions for s in fictional if "nor a flop" in s.text)
    assert [(mention.term, mention.status) for mention in mentions] == [("breakthrough", "denied"), ("flop", "denied")]
