"""A Word file tells nothing of when it was made, and whether somebody has edited it since."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from communique.document.blocks import Front
from communique.document.faces import docx
from communique.document.faces.docx.file import is_edited

from .reading import DAY


def test_no_part_tells_when_or_with_what_it_was_made(document, made):
    with ZipFile(BytesIO(made(document))) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [each for each in file.namelist() if re.search("thumbnail|customXml|app.xml|theme", each)]
        assert b"python-docx" not in b"".join(file.read(each) for each in file.namelist() if each.endswith(".xml"))


def edited(content, **properties):
    """A Word file as a program leaves it that somebody saved it with."""
    document, saved = Document(BytesIO(content)), BytesIO()
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    "properties",
    [{"last_modified_by": "A. Reader"}, {"last_modified_by": ""}, {"revision": 2}, {"modified": datetime(2030, 3, 6)}],
)
def test_a_word_file_that_was_saved_by_somebody_is_told_from_ours(properties):
    content = docx.document([Front("Talks")], date=DAY)

    assert not is_edited(content)
    assert not is_edited(edited(content))
    assert is_edited(edited(content, **properties))


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 locked with a password", b"PK\x03\x04 cut short"]
)
def test_what_is_no_word_file_of_ours_is_somebody_s(content):
    assert is_edited(content)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_that_was_cut_short_is_taken_for_somebody_s(share):
    content = docx.document([Front("Talks")], date=DAY)

    assert is_edited(content[: int(len(content) * share)])
