import pytest

from communique.language import find_mentions
from communique.language.english.objects import OBJECTS


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("The mediator reported a [breakthrough].", "talks"),
        ("The mediator reported a [breakthrough] among the opposition groups.", "within a side"),
        ("The [deadlock] in the cabinet went on.", "within a side"),
        ("They reported [positive results] among the Riyadh, Cairo and Moscow platforms.", "within a side"),
        ("Talks among the Riyadh, Cairo and Moscow platforms had brought [progress].", "within a side"),
        ("Talks with the Riyadh platform had brought [progress].", "talks"),
        ("A joint list was near if the platforms found [common ground].", "within a side"),
        ("The platforms found [common ground] with the government.", "talks"),
        ("The parties found [common ground].", "talks"),
        ("There was a [breakthrough] in the talks with the opposition.", "talks"),
        ("The opposition spoke of [progress].", "talks"),
        ("They regretted the [collapse] of the ceasefire.", "truce"),
        ("They regretted the [collapse] of the ceasefire talks.", "talks"),
        ("The truce has [collapsed].", "truce"),
        ("Since the truce began, the talks have [stalled].", "talks"),
        ("He tied [progress] in the talks to the truce.", "talks"),
        ("They noted the [progress] made on the ceasefire.", "truce"),
        ("They spoke of the [breakthrough] of Geneva III.", "another track"),
    ],
)
def test_what_a_mention_is_about_is_what_its_sentence_names(sentence, about, marked):
    assert marked(sentence, about_talks=True).about == about
    assert about in OBJECTS


def test_what_is_set_aside_is_about_nothing_else():
    assert [m.about for m in find_mentions("He read the progress report.", all_senses=True)] == ["talks"]
