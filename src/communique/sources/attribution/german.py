"""German: „...“, sagte der Minister; der Minister sagte, dass ...; „...“, so der Minister; laut X ...; ..., sagte X."""

import re

from communique.sources.attribution.abroad import (
    ASIDE,
    BEFORE,
    CLAUSE,
    OPEN,
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
    """The orders of German; nouns have capitals too, so a name ends before a comma, a verb or the end."""
    verbs, helpers, who = either(w.verbs), either(w.auxiliaries), someone(w.particles)
    orders = (
        rf"{QUOTE}\s*,?\s*(?:{verbs})\s+(?P<pronoun>{either(w.pronouns)})\b",
        rf"{QUOTE}\s*,?\s*(?:{verbs})\s+{who}",
        rf"{QUOTE}\s*,\s*(?:{either(w.sources)})\s+{who}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:{verbs}|{helpers})\b{SHORT}(?::|\bdass|\bdaß)\s*{QUOTE}",
        rf"(?i:{either(w.sources)})\s+{who}{SHORT}{QUOTE}",
    )
    reported = rf"(?=[^.!?\n]{{0,200}}\b(?:{either(w.reported)})\b)"  # the subjunctive of reported speech
    that = rf"[^.;,{OPEN}]{{0,60}},\s*(?:dass\s+|daß\s+|{reported})"
    behind = named_behind(w)
    told = (
        rf"{OPENS}(?P<pronoun>(?i:{either(w.pronouns)}))\s+(?:{verbs})\b{that}{CLAUSE}",
        rf"(?<![\w-]){who}{ASIDE}\s+(?:{verbs})\b{that}{CLAUSE}",
        rf"{OPENS}(?i:laut|nach\s+angaben\s+von)\s+{who}\s+{CLAUSE}",
        rf"{OPENS}{BEFORE},\s*(?:{verbs})\s+(?P<pronoun>{either(w.pronouns)})\b",
        rf"{OPENS}{BEFORE},\s*(?:{verbs})\s+{behind}",
    )
    return Grammar(*(tuple(map(re.compile, each)) for each in (orders, told)), w)
