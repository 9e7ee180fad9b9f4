"""The findings of the overview; figures of the tiny specimen are counted by hand."""

from communique.narrative import overview

from .conftest import cut, text


def test_brief(survey):
    told = text(overview.in_brief(survey))

    assert "In Orrin III, the last of three rounds, the sluices stood at “agreed” and fishing rights at" in told
    assert (
        "A breakthrough was claimed twice, denied once, hoped for, demanded or asked about once and doubted on" in told
    )
    assert "Both claims were made in Orrin III." in told
    assert "stands at −0.14" in told  # three good news, four bad
    assert "Only Orrin III by itself holds the five such mentions" in told
    assert "one was met, one was met in part and one was missed" in told
    assert "The longest delay was six months. Ida Marrow’s hope, for 6 March 2030: a breakthrough. It came" in told
    assert "Orrin III has six statements, Orrin II none" in told


def test_one_round_is_not_compared_with_others():
    single = cut("2030-04-01")

    assert "the only round coded" in {card.movement for card in overview.basket_cards(single).items}
    assert "the last of" not in text(overview.in_brief(single))
