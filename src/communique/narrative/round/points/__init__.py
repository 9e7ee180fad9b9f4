"""The six points of a brief as the record gives them, composed of statements and of the coders' reasons.

Statements are reported speech already and reasons are sentences, so that what is composed reads as prose. Each point is
a function of the `Briefing` and of the ids that the points before it told; it gives a `Point`, or None where the record
tells nothing of it.
"""

from communique.narrative.round.points.agenda import moved, stuck
from communique.narrative.round.points.close import close
from communique.narrative.round.points.conduct import held
from communique.narrative.round.points.outlook import ahead
from communique.narrative.round.points.point import Point
from communique.narrative.round.points.reliance import reliance

__all__ = ["Point", "ahead", "close", "held", "moved", "reliance", "stuck"]
