"""What the tests of the laboratory share: texts, a sample, and the blocks of a section as text."""

import pandas as pd
import pytest

from communique.document.blocks import Table
from communique.document.plain import plain_inlines, plain_text
from communique.lab import sample
from communique.lab.texts import mentions_in

TEXTS = [
    "=1+1 is no breakthrough.",
    "'=HYPERLINK is progress",
    '-2 means progress, “he” said, "yes"',
    "@cmd: progress\tmade",
]


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


@pytest.fixture
def written(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.fixture
def found():
    ids = [f"T{place}" for place in range(len(TEXTS))]
    return mentions_in(pd.DataFrame({"statement_id": ids, "text": TEXTS, "who": ids}))


def coded(*rows):
    return [
        sample.Coded(f"T{place}", text, text.index(term), text.index(term) + len(term), term, status, "")
        for place, (text, term, status) in enumerate(rows)
    ]
