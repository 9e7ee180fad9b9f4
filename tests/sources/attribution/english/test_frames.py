"""The frames that verbs stand in."""

from communique.sources.attribution.english.words import words


def test_frames_are_known():
    known = {"quote", "that", "clause", "question", "addressee", "object", "to", "bid", "inverted"}
    for cue in words().verbs.values():
        assert cue.frames - known <= words().prepositions, cue
