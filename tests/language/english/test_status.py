from pathlib import Path

import pytest

from communique.language import find_mentions

LINES = [
    line.split(" | ", 1)
    for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("status", "sentence"), LINES, ids=[sentence[:60] for _, sentence in LINES])
def test_sentences_are_read_as_they_are_meant(status, sentence, marked):
    assert marked(sentence).status == status


@pytest.mark.parametrize(
    ("sentence", "status", "resolution"),
    [
        ("They broke the [deadlock].", "denied", "broken"),
        ("They met to break the [deadlock].", "claimed", "sought"),
        ("They failed to break the [deadlock].", "claimed", "sought"),
        ("How do you get out of this [stalemate]?", "claimed", "sought"),
        ("The chair averted a [collapse].", "denied", "averted"),
        ("The chair wants to avert a [collapse].", "open", "sought"),
        ("The talks are in [deadlock].", "claimed", ""),
    ],
)
def test_resolution_is_told_apart_from_status(sentence, status, resolution, marked):
    mention = marked(sentence)
    assert (mention.status, mention.resolution) == (status, resolution)


@pytest.mark.parametrize(
    ("sentence", "intensity"),
    [
        ("They made considerable [progress].", "major"),
        ("They made some [progress].", "limited"),
        ("They made [progress].", ""),
        ("It was a modest [step forward].", "limited"),
    ],
)
def test_intensity_is_told_apart_from_status(sentence, intensity, marked):
    assert marked(sentence).intensity == intensity


def test_neither_nor_denies_both():
    found = find_mentions("The round had ended neither in a breakthrough nor in a flop.")
    assert [(m.term, m.status, m.cue) for m in found] == [
        ("breakthrough", "denied", "neither"),
        ("flop", "denied", "nor"),
    ]


def test_lists_are_denied_to_their_end():
    found = find_mentions("There was no breakthrough, progress or common ground.")
    assert [m.status for m in found] == ["denied"] * 3


def test_the_cue_is_given_with_its_place():
    text = "So far — as all agree — there’s hardly any progress."
    [mention] = find_mentions(text)
    assert text[mention.cue_start : mention.cue_end] == mention.cue == "hardly any"
    assert mention.rule == "hardly"


def test_a_plain_claim_has_no_cue():
    [mention] = find_mentions("The parties made progress.")
    assert (mention.cue, mention.cue_start, mention.cue_end, mention.rule) == ("", -1, -1, "")


@pytest.mark.parametrize(
    ("text", "claimant", "reporter"),
    [
        ("Lavrov said that Damascus had claimed progress.", "Damascus", "Lavrov"),
        ("There was progress, Barnier said.", "Barnier", ""),
        ("There was progress.", "", ""),
    ],
)
def test_claimant_and_reporter_are_kept_apart(text, claimant, reporter):
    [mention] = find_mentions(text)
    assert (mention.claimant, mention.reporter) == (claimant, reporter)
