import re
from functools import partial

import pytest

from communique.language.english.inflection import inflect
from communique.language.patterns import Notation

IRREGULAR = {"break": ("broke", "broken", "breaking")}
NOTATION = Notation({"be": ("is", "was"), "all": ("{be}", "<hope>")}, partial(inflect, irregular=IRREGULAR), ["not"])


@pytest.mark.parametrize(
    ("pattern", "line", "match"),
    [
        ("hope|wish for", "wish for peace", "wish for"),
        ("<hope> for", "hoping for peace", "hoping for"),
        ("{be} (so) far", "was far off", "was far"),
        ("{be} (so) far", "was so far off", "was so far"),
        ("call *2 for", "call on them for", "call on them for"),
        ("call *2 for", "call for", "call for"),
        ("call *2 for", "call , for", None),
        ("call *2 for", "call not for", None),
        ("no / no longer", "no longer", "no longer"),
        ("to (*1) [break]", "to really break it", "to really"),
        ("to [break]", "to mend it", None),
        ("hope", "hopeful", None),
        ("{all}", "hoped", "hoped"),
    ],
)
def test_phrases_match_whole_words(pattern, line, match):
    found = re.match(NOTATION.regex(pattern), line)
    assert (found and found.group()) == match


def test_a_phrase_before_a_term_ends_at_it():
    regex = re.compile(NOTATION.regex_before("in (the) talks"))
    line = "in the talks "
    assert regex.search(line)
    assert not regex.search(line + "x ")


@pytest.mark.parametrize(
    ("phrase", "openings"),
    [
        ("no longer", {"no": {"longer"}}),
        ("(so) far|near off", {"so": {"far", "near"}, "far": {"off"}, "near": {"off"}}),
        ("call (them) up", {"call": {"them", "up"}}),
        ("call *2 for", {"call": None}),
        ("no_one", {"no": {"one"}}),
        ("no", {"no": None}),
        ("to [break]", {"to": {"break"}}),
    ],
)
def test_a_phrase_tells_which_two_words_it_can_begin_with(phrase, openings):
    assert NOTATION.openings(phrase) == openings


@pytest.mark.parametrize(
    ("phrase", "needed"),
    [("call|ask *2 for", {"for"}), ("hope", {"hope"}), ("(so)", set()), ("to (*1) [break|mend]", {"break", "mend"})],
)
def test_a_phrase_tells_which_words_it_needs(phrase, needed):
    assert NOTATION.needed(phrase) == needed
