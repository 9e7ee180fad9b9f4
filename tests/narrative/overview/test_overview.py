import re

import pytest

from communique.document.accessibility import faults
from communique.document.blocks import Heading, flatten
from communique.document.notebook.reading import Placed
from communique.document.plain import plain_text
from communique.narrative import overview
from communique.narrative.overview import tables as overview_tables

from .conftest import cut, text


@pytest.mark.parametrize(
    "parameters",
    [
        {"PROCESS": "geneva"},
        {"PROCESS": "brexit"},
        {"PROCESS": "geneva", "AS_OF": "2012-01-01"},
        {"PROCESS": "geneva", "AS_OF": "2012-07-02"},
    ],
    ids=["geneva", "brexit, no mediator", "nothing on record", "one round"],
)
def test_the_overview_is_whole_and_sound(blocks_of, parameters):
    blocks = list(flatten(blocks_of("process", **parameters)))

    assert faults([Placed("the overview", block) for block in blocks]) == []
    words = plain_text(blocks)
    assert not re.search(r"\bnan\b|\bNaT\b|<NA>", words)
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 2]
    assert len([block for block in headings if not plain_text([block]).startswith("## Annex: ")]) == 6


def test_nothing_on_record_reads_as_such():
    empty = cut("2029-01-01")

    assert overview.front(empty).headline == "No round is on record yet"
    assert [card.stage for card in overview.basket_cards(empty).items] == ["no reading", "no reading"]
    assert "The record holds no statement yet." in text(overview.in_brief(empty))
    assert "No event around the talks is on record." in text(overview.events_table(empty))
    assert "No round is on record." in text(overview.rounds_table(empty))
    assert "No statement is cited" in text(overview.statements_cited(empty))
    assert overview.stages_table(empty) == []
    for table in ("language_by_round", "sides_by_family", "record_by_side", "statements_by_round", "agreement"):
        assert getattr(overview_tables, table)(empty) == []
