"""Near-duplicates are met, others are not, and memory has a bound."""
# ruff: noqa: E501 - a table of cases reads best one to a line

from communique.sources.duplicates import Known, signature, similarity

ONE = "the consultative mechanism for discussions at the level of experts proved its efficiency at this round of the negotiations"


def test_small_changes_are_the_same():
    near = "that " + ONE.replace("the negotiations", "negotiations") + "."
    assert similarity(signature(ONE), signature(near)) > 0.8
    known = Known()
    known.add("a", signature(ONE))
    assert known.first_like(signature(near)) == "a"


def test_others_are_not():
    known = Known()
    known.add("a", signature(ONE))
    other = (
        "the opposition said that it would come back to the talks in the autumn with one delegation and no conditions"
    )
    assert known.first_like(signature(other)) is None


def test_what_is_too_short_is_never_a_duplicate():
    assert signature("It is over.") is None
    assert signature("") is None


def test_the_oldest_is_forgotten_first():
    known = Known(remembered=10)
    for number in range(30):
        known.add(
            str(number), signature(f"statement number {number} of a long list that goes on and on {number} times")
        )
    assert len(known) == 10
    assert len(known._bands) <= 80


def test_a_signature_is_the_same_in_every_run():
    assert signature(ONE).hex().startswith(signature(ONE.upper()).hex()[:32])
