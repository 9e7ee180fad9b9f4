import pytest


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("They hope to end the strike, and the talks [collapsed].", "claimed"),
        ("Talks aimed at an end of the strike [collapsed].", "claimed"),
        ("They hope that the talks [collapse].", "open"),
        ("Talks with possible buyers [failed].", "claimed"),
        ("They spoke of a possible [breakthrough].", "open"),
        ("We must keep building on this [progress].", "claimed"),
        ("We must make this [progress].", "open"),
        ("And so that [failure] has been seen as a sign of disunity in the alliance.", "claimed"),
        ("They met so that [progress] can be made.", "open"),
        (
            "They reported common ground that could carry a treaty.".replace("common ground", "[common ground]"),
            "claimed",
        ),
        ("They spoke of [momentum] that could be created.", "open"),
    ],
)
def test_a_cue_acts_on_what_can_be_its_object(sentence, status, marked):
    assert marked(sentence).status == status
