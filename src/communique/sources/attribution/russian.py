"""Russian: «...», — заявил министр; министр заявил, что «...»; министр сказал: «...»; по словам министра, «...»."""

import re

from communique.sources.attribution.abroad import ASIDE, QUOTE, SHORT, Grammar, either, someone
from communique.sources.attribution.languages import ForeignWords


def grammar(w: ForeignWords) -> Grammar:
    """The orders of Russian; behind "по словам" a name stands in another case, and is left to a person."""
    verbs, who = either(w.verbs), someone(w.particles)
    orders = (
        rf"{QUOTE}\s*,?\s*[-–—]?\s*(?:{verbs})\s+(?P<pronoun>{either(w.pronouns)})\b",
        rf"{QUOTE}\s*,?\s*[-–—]?\s*(?:{verbs})\s+{who}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:{verbs})\b{SHORT}(?::|,\s*что)\s*{QUOTE}",
        rf"(?i:{either(w.sources)})\s+{who}\s*,\s*{QUOTE}",
    )
    return Grammar(tuple(map(re.compile, orders)))
