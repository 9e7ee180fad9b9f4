"""Where a dimension stood highest, and how its last stage is set beside its first."""

from dataclasses import replace

import pandas as pd
import pytest

from communique.document.plain import plain_text
from communique.facts.overview import Survey
from communique.narrative.overview import basket_cards, in_brief, stages_table


def with_stages(tiny, *stages):
    """The tiny process, the sluices coded by one coder in each of its three rounds, on these stages."""
    row = tiny.assessments.iloc[:1]
    coded = [row.assign(round=number, stage=stage) for number, stage in enumerate(stages, start=1)]
    empty = tiny.assessments.head(0)
    return Survey(replace(tiny, assessments=pd.concat([empty, *coded], ignore_index=True)))


@pytest.mark.parametrize(
    ("stages", "arrow", "told"),
    [
        ((1, 2, 3), "up", "up from Orrin I"),
        ((3, 1, 3), "level", "as in Orrin I"),
        ((3, 4, 1), "down", "down from Orrin I"),
    ],
)
def test_a_card_sets_the_last_stage_beside_the_first(tiny, stages, arrow, told):
    card = basket_cards(with_stages(tiny, *stages)).items[0]

    assert (card.arrow, card.movement) == (arrow, told)


def test_the_highest_stage_is_told_of_the_first_round_that_reached_it(tiny):
    survey = with_stages(tiny, 3, 3, 1)

    assert "Sluices | substantive, Orrin I | substantive, Orrin I [" in plain_text(stages_table(survey))
    assert "The sluices (“substantive” in Orrin I) had stood higher before." in plain_text([in_brief(survey)])
