"""Where what is said begins and ends."""

from ..conftest import said


def test_reported_speech_runs_on():
    text = "Bolden said the shuttles had flown their last. The prototype would be moved to New York."
    assert [(who, s) for who, _, s in said(text)][-1] == ("Bolden", "The prototype would be moved to New York")
