"""German: „...“, sagte der Minister; der Minister sagte: „...“; „...“, so der Minister; laut Minister „...“."""

import re

from communique.sources.attribution.abroad import ASIDE, QUOTE, SHORT, Grammar, either, someone
from communique.sources.attribution.languages import ForeignWords


def grammar(w: ForeignWords) -> Grammar:
    """The orders of German; nouns have capitals too, so a name ends before a comma, a verb or the end."""
    verbs, helpers, who = either(w.verbs), either(w.auxiliaries), someone(w.particles)
    orders = (
        rf"{QUOTE}\s*,?\s*(?:{verbs})\s+(?P<pronoun>{either(w.pronouns)})\b",
        rf"{QUOTE}\s*,?\s*(?:{verbs})\s+{who}",
        rf"{QUOTE}\s*,\s*(?:{either(w.sources)})\s+{who}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:{verbs}|{helpers})\b{SHORT}(?::|\bdass|\bdaß)\s*{QUOTE}",
        rf"(?i:{either(w.sources)})\s+{who}{SHORT}{QUOTE}",
    )
    return Grammar(tuple(map(re.compile, orders)))
