import pytest

from communique.commitment import CLAIMED, DENIED, DOUBTED, OPEN
from communique.language.effects import EFFECTS, State, combine


def after(*effects):
    state = State()
    for effect in effects:
        state = combine(effect, state)
    return state.status


@pytest.mark.parametrize(
    ("effects", "status"),
    [
        ((), CLAIMED),
        (("deny",), DENIED),
        (("deny", "deny"), DENIED),  # neither ... nor
        (("lack", "deny"), CLAIMED),  # no lack of
        (("deny", "refute"), CLAIMED),  # denied that there was no
        (("refute", "deny"), CLAIMED),  # did not deny
        (("expect",), OPEN),
        (("expect", "deny"), DOUBTED),  # not expected
        (("deny", "expect"), DOUBTED),  # will bring no
        (("prevent", "expect"), OPEN),  # would block
        (("want", "deny"), OPEN),  # do not want
        (("aim", "deny"), DOUBTED),  # never meant to
        (("deny", "want"), OPEN),  # hope for no
        (("deny", "expect", "want"), OPEN),  # hope there will be no
        (("expect", "if"), OPEN),
        (("if", "deny"), OPEN),  # do not know if
        (("unmet",), DENIED),
        (("unmet", "deny"), DOUBTED),  # nobody had expected
        (("doubt", "deny"), OPEN),  # did not rule out
        (("deny", "unless"), OPEN),  # no ... without
        (("expect", "dampen"), DOUBTED),
        (("dampen",), CLAIMED),
        (("resolve",), DENIED),
        (("resolve", "want"), CLAIMED),  # to break the deadlock
        (("avert",), DENIED),
        (("avert", "want"), OPEN),  # to avoid a collapse
        (("null",), CLAIMED),
    ],
)
def test_effects_combine_from_the_inside_out(effects, status):
    assert after(*effects) == status


@pytest.mark.parametrize("effect", EFFECTS)
def test_every_effect_is_told_in_the_table(effect):
    from communique.language import effects

    assert f"``{effect}``" in effects.__doc__
    assert combine(effect, State()).status in (CLAIMED, DENIED, OPEN, DOUBTED)
