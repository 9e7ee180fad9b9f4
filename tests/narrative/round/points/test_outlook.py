"""What was planned and hoped for, and what became of it."""

from communique.narrative.round import points

from .conftest import MEDIATOR, NOTHING, TALK, round_of, words


def ahead(tiny, *raised):
    return words(points.ahead(round_of(tiny, TALK, raised=raised), NOTHING))


def test_the_plan_goes_before_the_hope_and_of_a_thing_told_no_hope_is_told(tiny):
    plan = (MEDIATOR, "plan", 13, "ferry", "open", "", "")
    hope = (MEDIATOR, "hope", 13, "bridge", "open", "", "")

    assert ahead(tiny, hope, plan) == (
        "Tam Osgood’s plan: the ferry would come [1]. It is still open. "
        "Tam Osgood’s hope: the bridge would come [1]. It is still open."
    )
    assert "hope" not in ahead(tiny, plan, (MEDIATOR, "hope", 13, "ferry", "open", "", ""))


def test_what_became_of_it_after_the_round_is_marked_as_later_knowledge(tiny):
    late = (MEDIATOR, "plan", 13, "ferry", "missed", "2030-10-01", "No ferry came")
    in_time = (MEDIATOR, "plan", 5, "ferry", "met", "2030-09-13", "It came.")

    assert ahead(tiny, late).endswith("[1]. [known later] Missed: no ferry came. (Orrin Post)")
    assert ahead(tiny, in_time).endswith("[1]. Met: it came. (Orrin Post)")
    assert ahead(tiny, (MEDIATOR, "plan", 5, "ferry", "met", "2030-09-13", "")).endswith("[1]. Met.")


def test_what_is_voiced_at_the_close_goes_before_what_was_voiced_earlier_or_much_later(tiny):
    days = {5: "ferry", 13: "bridge", 28: "tunnel"}
    raised = [(MEDIATOR, "plan", day, about, "open", "", "") for day, about in days.items()]

    assert ahead(tiny, *raised).startswith("Tam Osgood’s plan: the bridge")


def test_fears_and_what_others_than_the_sides_expect_are_not_told_of(tiny):
    fear = (MEDIATOR, "fear", 13, "flood", "open", "", "")

    assert ahead(tiny, fear, ("orrin-post", "plan", 13, "fair", "open", "", "")) == (
        "No plan, hope, demand or prediction voiced at the table is on record."
    )
