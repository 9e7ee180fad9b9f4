"""What the tests of the laboratory share: the blocks of a section as text."""

import pytest

from communique.document.blocks import Table
from communique.document.plain import plain_inlines, plain_text


@pytest.fixture
def text():
    return plain_text


@pytest.fixture
def cells():
    """Reads a table as rows of plain text, the first of them its head."""

    def read(table):
        assert isinstance(table, Table)
        head = [column.label for column in table.columns]
        return [head, *([plain_inlines(cell) for cell in row] for row in table.rows)]

    return read
