"""How each side closes a round."""

from communique.narrative.round import points

from .conftest import DULL, HIGHLAND, LOWLAND, MEDIATOR, NOTHING, OTHER_LOWLAND, WEIGHTY, round_of, words


def close(tiny, *said):
    return words(points.close(round_of(tiny, *said), NOTHING))


def test_the_mediator_closes_first_and_each_side_is_named_before_its_own_words(tiny):
    told = close(
        tiny,
        (LOWLAND, 13, "after", "Little had come of it, the Council found."),
        (HIGHLAND, 13, "after", "Keel called it useful."),
        (MEDIATOR, 13, "after", "Osgood saw some progress."),
    )

    mediator, highland, lowland = told.split("] ")
    assert mediator.startswith("For the lake commission, Osgood saw some progress.")
    assert highland.startswith("For the highlanders, Keel called it useful.")
    assert lowland.startswith("For the lowlanders, little had come of it, the Council found.")


def test_words_of_progress_go_before_others_at_the_close(tiny):
    assert WEIGHTY[1:] in close(tiny, (MEDIATOR, 13, "after", DULL), (MEDIATOR, 13, "after", WEIGHTY))


def test_a_dull_close_goes_before_words_of_progress_during_the_round(tiny):
    assert DULL[1:] in close(tiny, (MEDIATOR, 5, "during", WEIGHTY), (MEDIATOR, 13, "after", DULL))


def test_without_a_close_a_side_is_heard_during_the_round_but_not_before_it(tiny):
    assert DULL[1:] in close(tiny, (MEDIATOR, 1, "before", WEIGHTY), (MEDIATOR, 5, "during", DULL))
    assert close(tiny, (MEDIATOR, 1, "before", WEIGHTY)) is None


def test_a_week_after_the_close_is_too_late_where_something_was_said_by_then(tiny):
    late = (MEDIATOR, 21, "after", WEIGHTY)

    assert DULL[1:] in close(tiny, (MEDIATOR, 20, "after", DULL), late)
    assert WEIGHTY[1:] in close(tiny, late)


def test_who_speaks_for_a_side_most_closes_for_it_and_who_is_heard_half_as_often_may(tiny):
    council = [(LOWLAND, 13, "after", DULL)] * 3

    assert WEIGHTY[1:] not in close(tiny, *council, (OTHER_LOWLAND, 13, "after", WEIGHTY))
    two = [(OTHER_LOWLAND, 13, "after", WEIGHTY)] * 2
    assert WEIGHTY[1:] in close(tiny, *council, *two)


def test_what_leans_on_a_statement_that_is_not_shown_comes_last(tiny):
    leaning = (MEDIATOR, 13, "after", "On fishing, by contrast, Osgood saw progress.")

    assert DULL[1:] in close(tiny, (MEDIATOR, 13, "after", DULL), leaning)
    assert "by contrast" in close(tiny, leaning)
