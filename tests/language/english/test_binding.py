import pytest

from communique import load
from communique.files.paths import process_names
from communique.language import find_mentions
from communique.language.reader import reader
from communique.process.round_names import callings

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
        ("He reported progress with the Moscow platform.", ""),
        ("He failed to get the Moscow and Riyadh groups to the talks.", ""),
        ("He praised the talks in Astana, from which the rebels had walked out.", "Astana"),
        ("He praised the talks, which were held in Astana, and the rebels walked out.", ""),
        ("There was progress in Nur-Sultan IV.", "Nur-Sultan IV"),
        ("There was progress at Palm Beach Gardens Resort.", "Palm Beach Gardens Resort"),
    ],
)
def test_names_bind_against_those_of_the_own_round(text, refers_to):
    places = ["Astana", "Sochi", "Vienna", "Moscow", "Riyadh", "Nur-Sultan", "Palm Beach Gardens Resort"]
    assert [m.refers_to for m in find_mentions(text, own=["Geneva", "Geneva VII"], places=places)] == [refers_to]


@pytest.mark.parametrize(
    ("process", "place"), [(name, place) for name in ("geneva", "brexit") for place in load(name).places]
)
def test_the_places_of_a_process_name_other_talks(process, place):
    told = load(process)
    own = callings(told, 1)
    since = f"Since the breakthrough of {place} little has moved."
    assert [m.refers_to for m in find_mentions(since, own=own, places=told.places)] == [place]
    there = find_mentions(f"The envoy said in {place} that there was progress.", own=own, places=told.places)
    assert [m.refers_to for m in there] == [""]


@pytest.mark.parametrize(
    ("text", "alone", "told"),
    [
        ("There was progress in Astana.", "", "Astana"),
        ("Since the breakthrough of Astana little has moved.", "", "Astana"),
        ("There was progress in Bali.", "Bali", "Bali"),
    ],
)
def test_the_lexicon_knows_the_conferences_of_the_world_and_a_process_its_own_places(text, alone, told):
    own = ["Geneva"]
    assert [m.refers_to for m in find_mentions(text, own=own)] == [alone]
    assert [m.refers_to for m in find_mentions(text, own=own, places=["Astana"])] == [told]


def test_no_name_of_the_lexicon_is_a_place_of_a_process():
    names = {row.pattern for row in BINDINGS if row.kind == "name"}
    assert names.isdisjoint(place.lower() for name in process_names() for place in load(name).places)
