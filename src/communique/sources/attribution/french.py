"""French: « ... », a déclaré X; X a déclaré que « ... »; « ... », a-t-il dit; selon X, « ... »."""

import re

from communique.sources.attribution.abroad import ASIDE, QUOTE, SHORT, Grammar, either, someone
from communique.sources.attribution.languages import ForeignWords


def grammar(w: ForeignWords) -> Grammar:
    """The orders of French; the auxiliary of an inverted verb carries a pronoun with "-t-"."""
    verbs, helpers, who = either(w.verbs), either(w.auxiliaries), someone(w.particles)
    pronoun = rf"(?P<pronoun>(?:{helpers})(?:-t)?-(?:{either(w.pronouns)}))"
    orders = (
        rf"{QUOTE}\s*[,.]?\s*{pronoun}\s+(?:{verbs})\b",
        rf"{QUOTE}\s*[,.]?\s*(?:(?:{helpers})\s+)?(?:{verbs})\b\s+{who}",
        rf"{QUOTE}\s*,\s*(?:{either(w.sources)})\s+{who}",
        rf"(?<![\w’'-]){who}{ASIDE}\s+(?:(?:{helpers})\s+)?(?:{verbs})\b{SHORT}(?::|\bque|\bqu[’'])\s*{QUOTE}",
        rf"(?i:{either(w.sources)})\s+{who}\s*,\s*{QUOTE}",
    )
    return Grammar(tuple(map(re.compile, orders)))
