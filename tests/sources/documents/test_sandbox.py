"""A process of its own for documents that are dangerous to parse."""

import pytest

from communique.sources.documents.readers import Unreadable, read
from communique.sources.documents.sandbox import Parser

from .conftest import PARAGRAPHS, page


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path):
    (tmp_path / "a.html").write_text(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS * 4000)))
    (tmp_path / "b.html").write_text(page("".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    with Parser(seconds={"html": 0.01}) as hasty, pytest.raises(Unreadable, match="more than"):
        read(tmp_path / "a.html", hasty)
    with Parser() as patient:
        patient.parse(tmp_path / "missing", "html")
        assert read(tmp_path / "b.html", patient).title == "Talks end"
