"""Spanish: «...», dijo el ministro; el ministro dijo que ...; el ministro ha dicho: «...»; según él, ...; ..., dijo."""

import re

from communique.sources.attribution.abroad import (
    ASIDE,
    BEFORE,
    CLAUSE,
    OPENS,
    QUOTE,
    SHORT,
    Grammar,
    either,
    named_behind,
    someone,
)
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
    behind = named_behind(w)
    told = (
        rf"{OPENS}(?P<pronoun>(?i:{either(w.pronouns)}))\s+(?:(?:{helpers})\s+)?(?:{verbs})\b{SHORT}\bque\s+{CLAUSE}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:(?:{helpers})\s+)?(?:{verbs})\b{SHORT}\bque\s+{CLAUSE}",
        rf"{OPENS}(?P<pronoun>(?i:{verbs}))\s+que\s+{CLAUSE}",
        rf"{OPENS}(?i:{either(w.sources)})\s+{who}\s*,\s*{CLAUSE}",
        rf"{OPENS}{BEFORE},\s*(?:(?:{helpers})\s+)?(?:{verbs})\b\s+{behind}",
    )
    return Grammar(*(tuple(map(re.compile, each)) for each in (orders, told)), w)
