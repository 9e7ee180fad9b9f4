"""The specimen document as a Word file, made once for all tests of the face."""

import pytest

from communique.document.faces import docx

from .reading import DAY


@pytest.fixture(scope="package")
def made():
    """The specimen document as a Word file, made once."""
    cache = {}

    def make(document):
        if not cache:
            cache["docx"] = docx.document(document, date=DAY, running_head="Talks · VII")
        return cache["docx"]

    return make
