"""Which statements refuse something; each alternative of the pattern with what it finds and a near-miss."""

import pytest

from communique.narrative.round.refusals import refuses


@pytest.mark.parametrize(
    ("refusal", "near_miss"),
    [
        ("Keel refused to speak of nets.", "Keel spoke of the refugees and of their nets."),
        ("The villages refuse to meet.", "The villages burned the refuse of the mill."),
        ("His refusal stood.", "His offer stood."),
        ("The Council rejected the paper.", "The Council projected the paper."),
        ("He met rejection with rejection.", "He met objection with objection."),
        ("Keel rejects the draft.", "Keel rejected as a falsehood that he had left."),
        ("Keel ruled out a joint meeting.", "Keel ruled out a walk-out."),
        ("Ruling out talks, he left.", "Ruling in their favour, he left."),
        ("The side declined to sign.", "The catch declined in spring."),
        ("He excluded any part for the mill.", "He excluded the mill from the tour."),
        ("The Council would not discuss nets.", "The Council would not leave the hall."),
        ("Keel saw no sense in a tour.", "Keel saw no sensible tour."),
        ("It made no sense to sit down.", "It made sense to sit down."),
        ("There was no sense in talks.", "There was a sense of urgency in talks."),
        ("Nets were out of the question.", "Nets were in question."),
        ("He was not ready to sign.", "He was ready to sign."),
        ("They were not willing to meet.", "They were willing to meet."),
        ("Any tax would be unacceptable.", "Any tax would be acceptable."),
        ("Nothing could move before a truce.", "Nothing moved before a truce."),
        ("Nothing can be discussed now.", "Something can be discussed now."),
    ],
)
def test_what_refuses_and_what_does_not(refusal, near_miss):
    assert refuses(refusal)
    assert not refuses(near_miss)


@pytest.mark.parametrize(
    "text",
    [
        "Keel accused the Council of refusing to meet.",
        "He blamed a refusal of the Council.",
        "Keel charged that the Council ruled out talks.",
        "The Council complained that Keel rejected its paper.",
        "The mill opened, whereas the Council rejected a tour.",
    ],
)
def test_what_another_is_said_to_refuse_is_not_refused_by_the_speaker(text):
    assert not refuses(text)
