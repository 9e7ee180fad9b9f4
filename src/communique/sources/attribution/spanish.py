"""Spanish: «...», dijo el ministro; el ministro dijo que «...»; el ministro ha dicho: «...»; según él, «...»."""

import re

from communique.sources.attribution.abroad import ASIDE, QUOTE, SHORT, Grammar, either, someone
from communique.sources.attribution.languages import ForeignWords


def grammar(w: ForeignWords) -> Grammar:
    """The orders of Spanish; a verb with nobody behind it goes on with who spoke last."""
    verbs, helpers, who = either(w.verbs), either(w.auxiliaries), someone(w.particles)
    orders = (
        rf"{QUOTE}\s*,?\s*(?:(?:{helpers})\s+)?(?:{verbs})\b\s+{who}",
        rf"{QUOTE}\s*,\s*(?:{either(w.sources)})\s+{who}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:(?:{helpers})\s+)?(?:{verbs})\b{SHORT}(?::|\bque)\s*{QUOTE}",
        rf"(?i:{either(w.sources)})\s+{who}\s*,\s*{QUOTE}",
        rf"{QUOTE}\s*,?\s*(?P<pronoun>(?:(?:{helpers})\s+)?(?:{verbs}))(?=\s*[.,;])",
    )
    return Grammar(tuple(map(re.compile, orders)))
