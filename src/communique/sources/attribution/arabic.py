"""Arabic: the verb comes first, then who speaks, then a colon or a joint, then the quotation."""

import re

from communique.sources.attribution.abroad import CLAUSE, OPENS, QUOTE, SHORT, Grammar, either
from communique.sources.attribution.languages import ForeignWords


def grammar(w: ForeignWords) -> Grammar:
    """The orders of Arabic; there are no capitals, so who speaks is all up to the joint, a comma or a colon."""
    verbs, joints = either(w.verbs), either(w.joints)
    who = r"(?P<who>[^\W\d_]\w*(?:\s+(?!(?:" + joints + r"|في|خلال|يوم|مساء|اليوم|أمس)\b)\w+){0,7})"
    orders = (
        rf"(?<!\w)[وف]?(?:{verbs})\s+(?!(?:{joints})\b){who}{SHORT}(?:[:：]|\b(?:{joints})\b|،)\s*{QUOTE}",
        rf"{QUOTE}\s*[،,]?\s*(?:{verbs})\s+(?!(?:{joints})\b){who}",
        rf"(?<!\w)[وف]?(?P<pronoun>{verbs})\s*(?:[:：]|\b(?:{joints})\b)\s*{QUOTE}",
    )
    told = (
        rf"(?<!\w)[وف]?(?:{verbs})\s+(?!(?:{joints})\b){who}{SHORT}\b(?:{joints})\s+{CLAUSE}",
        rf"{OPENS}[وف]?(?P<pronoun>{verbs})\s+(?:{joints})\s+{CLAUSE}",
    )
    return Grammar(*(tuple(map(re.compile, each)) for each in (orders, told)), w)
