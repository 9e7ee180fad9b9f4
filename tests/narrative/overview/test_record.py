"""Every statement that is cited is shown."""

import pytest

from communique.document.blocks import Reference, StatementEntry, flatten, walk


@pytest.mark.parametrize("process", ["geneva", "brexit"])
def test_every_statement_cited_is_shown_once_and_every_one_shown_is_cited(blocks_of, process):
    blocks = list(flatten(blocks_of("process", PROCESS=process)))
    cited = {part.target for block in blocks for part in walk(block) if isinstance(part, Reference)}
    entries = [part for block in blocks for part in walk(block) if isinstance(part, StatementEntry)]
    shown = [entry.anchor for entry in entries]

    assert len(set(shown)) == len(shown)
    assert {each for each in cited if each.startswith("s-")} == set(shown)
    numbers = [entry.number for entry in entries]
    assert numbers == sorted(set(numbers))
