"""Every statement that is cited is shown."""

import pytest

from communique.document.blocks import Reference, StatementEntry, flatten, walk


@pytest.mark.parametrize("process", ["geneva", "brexit"])
def test_every_statement_cited_is_shown_once_and_every_one_shown_is_cited(blocks_of, process):
    blocks = list(flatten(blocks_of("process", PROCESS=process)))
    cited = {part.target for block in blocks for part in walk(block) if isinstance(part, Reference)}
    shown = [block.anchor for block in blocks if isinstance(block, StatementEntry)]

    assert len(set(shown)) == len(shown)
    assert {each for each in cited if each.startswith("s-")} == set(shown)
    numbers = [block.number for block in blocks if isinstance(block, StatementEntry)]
    assert numbers == sorted(set(numbers))
