import pytest

from communique.language import find_mentions
from communique.language.reader import reader

BINDINGS = reader().bindings.bindings


@pytest.mark.parametrize("row", BINDINGS, ids=lambda row: row.binding)
def test_every_binding_holds_for_its_example_alone(row):
    assert row.refers_to in [m.refers_to for m in find_mentions(row.example)]
    near_miss = find_mentions(row.near_miss)
    assert near_miss
    assert row.refers_to not in [m.refers_to for m in near_miss]


@pytest.mark.parametrize(
    ("text", "refers_to"),
    [
        ("Since the breakthrough of Geneva III nothing has moved.", "Geneva III"),
        ("Since the Bali breakthrough nothing has moved.", "Bali"),
        ("After the collapse of the Cancun talks the parties met in Oslo.", "Cancun"),
        ("Unlike the previous round, this one made progress.", ""),
        ("There was progress in the previous round.", "previous round"),
        ("There was progress in Geneva.", ""),
    ],
)
def test_other_talks_are_told_by_the_words_alone(text, refers_to):
    assert [m.refers_to for m in find_mentions(text)] == [refers_to]


@pytest.mark.parametrize(
    ("text", "refers_to"),
    [
        ("There was progress in Geneva.", ""),
        ("There was progress in Astana.", "Astana"),
        ("Sochi would not allow any progress.", "Sochi"),
        ("In Moscow he spoke of progress.", ""),
        ("He told reporters in Vienna that there was progress.", ""),
        ("Opposition meetings in Riyadh fail.", "Riyadh"),
        ("The latest talks in Astana brought no progress.", "Astana"),
        ("After talks in Moscow the envoy reported progress.", ""),
        ("Talks in Moscow went on, and there was progress.", ""),
        ("The talks in Geneva failed.", ""),
    ],
)
def test_names_bind_against_those_of_the_own_round(text, refers_to):
    assert [m.refers_to for m in find_mentions(text, own=["Geneva", "Geneva VII"])] == [refers_to]
