"""The front of the overview, its cards and its strip; figures of the tiny specimen are counted by hand."""

from communique import load
from communique.facts.overview import Survey
from communique.narrative import overview

from .conftest import TINY


def test_front(survey):
    front = overview.front(survey)

    assert front.headline == "The sluices reached “agreed” in three rounds; fishing rights did not"
    assert dict(front.facts) == {
        "Span": "4 March – 13 September 2030",
        "At the table": "the highlanders and the lowlanders, with the lake commission",
        "Rounds": "3 in four sittings",
        "On record": "ten statements by five speakers from six sources",
    }


def test_cards_compare_the_last_round_coded_with_the_first(survey):
    sluices, fishing = overview.basket_cards(survey).items

    assert (sluices.stage, sluices.position, sluices.arrow, sluices.movement) == ("agreed", 5, "up", "up from Orrin I")
    assert fishing.disputed


def test_strip(survey):
    counted = {count.tone: count.value for count in overview.breakthrough_strip(survey).items}

    assert counted == {"claimed": 2, "denied": 1, "open": 1, "doubted": 1}


def test_no_basket_that_ever_moved():
    process = load(TINY)
    coded = process.assessments.assign(stage=0, movement=0)
    still = Survey(type(process)(**{**vars(process), "assessments": coded}))

    assert overview.front(still).headline == "No basket left “absent” in three rounds"
