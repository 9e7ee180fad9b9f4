"""The table of events tells how much each weighs, background included."""

import pytest

from communique.document.plain import plain_text
from communique.facts.overview import Survey
from communique.narrative.overview import events_table
from communique.process.model import load


@pytest.mark.parametrize("name", ["geneva", "brexit"])
def test_every_event_stands_in_the_table_with_its_weight(name, root):
    process = load(name, data=root / "data")
    lines = plain_text([events_table(Survey(process))]).splitlines()
    words = {1: "Turning point", 2: "Important", 3: "Background"}

    assert [line.split(" | ")[3] for line in lines[2:]] == [
        words[weight] for weight in process.events.sort_values("date", kind="stable")["weight"]
    ]
    assert set(process.events["weight"]) == {1, 2, 3}
