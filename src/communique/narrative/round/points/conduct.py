"""How the talks were held: how the sides met, and what changed in it."""

from communique.document.blocks import inlines
from communique.facts.round import Briefing
from communique.narrative.round.points.point import Point
from communique.narrative.round.points.readings import course, reason, steps

CHANGES = 2  # in how the talks were held, told beside how the sides met


def held(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """How the sides met, then what changed in how the talks were held, each in the words of the coder's reason."""
    readings = [reading for each in briefing.process.dimensions if (reading := briefing.reading(each)) is not None]
    if not readings:
        return None
    first, *others = readings
    told = reason(briefing, first)
    for reading in sorted(others, key=lambda each: -abs(steps(briefing, each)))[:CHANGES]:
        if steps(briefing, reading):
            told += [f" {course(briefing, reading)} ", *reason(briefing, reading)]
    return Point(inlines(told))
