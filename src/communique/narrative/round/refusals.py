"""Whether a statement, in reported speech, refuses something: a meeting, an item of the agenda, a text."""

import re

# Each with what it must find and a near-miss in tests/narrative/round/test_refusals.py.
_REFUSES = re.compile(
    r"""
    \b(?:
        refus(?:e[sd]|ing|al|e\ to) | reject(?:s|ed|ing|ion)?(?!\ as\ (?:a\ falsehood|false|untrue))
      | rul(?:e[sd]?|ing)\ out(?!\ an?\ (?:walk-out|walkout|boycott|withdrawal)) | declin(?:e[sd]?|ing)\ to
      | exclud(?:e[sd]?|ing)\ any | would\ not\ (?:accept|agree|discuss|negotiate|meet|talk|sit|hear)
      | (?:saw|sees|made|makes|make)\ no\ sense | no\ sense\ in | out\ of\ the\ question
      | not\ (?:ready|prepared|willing)\ to | unacceptable | nothing\ (?:could|can|would)\ (?:move|be\ discussed)
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:accus|blam|charg|complain|by what it called|whereas)\w*", re.IGNORECASE)


def refuses(text: str) -> bool:
    """Whether the speaker refuses something himself; what he says another refuses does not count."""
    return bool(_REFUSES.search(text)) and not _OF_ANOTHER.search(text)
