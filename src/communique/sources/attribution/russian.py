"""Russian: «...», — заявил министр; министр заявил, что ...; ..., сообщил министр; по словам министра, ..."""

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
    """The orders of Russian; behind "по словам" a name stands in another case, as which it is given."""
    verbs, who = either(w.verbs), someone(w.particles)
    orders = (
        rf"{QUOTE}\s*,?\s*[-–—]?\s*(?:{verbs})\s+(?P<pronoun>{either(w.pronouns)})\b",
        rf"{QUOTE}\s*,?\s*[-–—]?\s*(?:{verbs})\s+{who}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:{verbs})\b{SHORT}(?::|,\s*что)\s*{QUOTE}",
        rf"(?i:{either(w.sources)})\s+{who}\s*,\s*{QUOTE}",
    )
    behind = named_behind(w)
    told = (
        rf"{OPENS}(?P<pronoun>(?i:{either(w.pronouns)}))\s+(?:{verbs})\b{SHORT},\s*что\s+{CLAUSE}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:{verbs})\b{SHORT},\s*что\s+{CLAUSE}",
        rf"{OPENS}(?i:{either(w.sources)}|как\s+(?:{verbs}))\s+{who}\s*,\s*{CLAUSE}",
        rf"{OPENS}{BEFORE},\s*[-–—]?\s*(?:{verbs})\s+{behind}",
        rf"{OPENS}{BEFORE},\s*[-–—]?\s*(?:{verbs})\s+(?P<pronoun>{either(w.pronouns)})\b",
    )
    return Grammar(*(tuple(map(re.compile, each)) for each in (orders, told)), w)
