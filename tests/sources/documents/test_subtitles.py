"""Subtitles and machine transcripts become turns; other texts stay as they are."""
# ruff: noqa: E501 - a table of cases reads best one to a line

import pytest

from communique.sources.documents.parsers import DocumentRefused
from communique.sources.documents.subtitles import subtitles, transcript

SPOKEN = "Ada Lind: We have a map.\n\nReporter: And the cake?"


@pytest.mark.parametrize(
    "cues",
    [
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Lind>We have\n\n00:02.000 --> 00:03.000\n<v Ada Lind>a map.\n\n00:04.000 --> 00:05.000\n<v Reporter>And the cake?\n",
        "1\n00:00:01,000 --> 00:00:02,000\nAda Lind: We have\n\n2\n00:00:02,000 --> 00:00:03,000\na map.\n\n3\n00:00:04,000 --> 00:00:05,000\nReporter: And the cake?\n",
    ],
    ids=["vtt", "srt"],
)
def test_cues_of_one_speaker_are_one_turn(cues):
    assert subtitles(cues.encode()) == {"text": SPOKEN, "notes": []}


def test_subtitles_without_names_say_so():
    found = subtitles(b"WEBVTT\n\n00:01.000 --> 00:02.000\nWe have a map.\n")
    assert found == {"text": "We have a map.", "notes": ["the subtitles name no speakers"]}


def test_subtitles_without_a_cue_are_refused():
    with pytest.raises(DocumentRefused, match="no cue in these subtitles"):
        subtitles(b"WEBVTTX\n\nno cue")


@pytest.mark.parametrize(
    "text",
    [
        "0:0:1.000 --> 0:0:2.000\nAda Lind\nWe have a map.\n\n0:0:3.000 --> 0:0:4.000\nReporter\nAnd the cake?",
        "Ada Lind  0:01\nWe have a map.\n\nReporter  0:03\nAnd the cake?",
    ],
    ids=["teams", "stamped"],
)
def test_transcripts_of_meetings(text):
    assert transcript(text) == SPOKEN


def test_times_alone_on_their_lines_are_nobodys_words():
    spoken = "0:0:1.000 --> 0:0:2.000\nAda Lind: We have a map.\n\n0:0:3.000 --> 0:0:4.000\nReporter: And the cake?"
    assert transcript(spoken) == SPOKEN


def test_a_text_with_times_in_it_is_left_alone():
    text = "Live at 10:30\nThe talks began.\n\nThey ended."
    assert transcript(text) == text
