"""French: « ... », a déclaré X; X a déclaré que ...; « ... », a-t-il dit; selon X, ...; ..., a annoncé X."""

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
    that = rf"{SHORT}(?:\bque\s+|\bqu[’'])"
    behind = named_behind(w)
    told = (
        rf"{OPENS}(?P<pronoun>(?i:{either(w.pronouns)}))\s+(?:(?:{helpers})\s+)?(?:{verbs})\b{that}{CLAUSE}",
        rf"(?<![\w’'-]){who}{ASIDE}\s+(?:(?:{helpers})\s+)?(?:{verbs})\b{that}{CLAUSE}",
        rf"{OPENS}(?i:{either(w.sources)})\s+{who}\s*,\s*{CLAUSE}",
        rf"{OPENS}{BEFORE},\s*{pronoun}\s+(?:{verbs})\b",
        rf"{OPENS}{BEFORE},\s*(?:{helpers})\s+(?:{verbs})\b\s+{behind}",
    )
    return Grammar(*(tuple(map(re.compile, each)) for each in (orders, told)), w)
