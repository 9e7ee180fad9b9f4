"""Every cue and every sense finds its own example, and passes over its near-miss."""

import pytest

from communique.language.reader import reader

READER = reader()


def statuses(text):
    return [mention.status for mention in READER.read(text, all_senses=True)]


@pytest.mark.parametrize("cue", READER.cues.cues, ids=lambda cue: cue.cue)
def test_a_cue_reads_its_example_and_its_near_miss(cue):
    assert cue.example_status in statuses(cue.example)
    assert cue.near_miss_status in statuses(cue.near_miss)


@pytest.mark.parametrize("sense", READER.senses.senses, ids=lambda sense: sense.sense)
def test_a_sense_sets_aside_its_example_alone(sense):
    for text, set_aside in ((sense.example, sense.verdict == "off"), (sense.near_miss, sense.verdict != "off")):
        assert statuses(text)
        assert ("off" in statuses(text)) == set_aside
