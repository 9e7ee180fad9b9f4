"""Characters of files in encodings that nobody told."""

import pytest

from communique.sources.documents.readers import read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_encodings(tmp_path, encoding):
    path = tmp_path / "a.txt"
    text = "François Delattre a déclaré à Genève que la négociation était terminée.\n" * 4
    path.write_bytes(text.encode(encoding))
    assert read(path).text == text
