"""Exports of press databases are cut into articles with what their fields tell."""

import pytest

from communique.sources.documents.databases import Article, articles

NEXIS = """
                               1 of 1 DOCUMENTS


                               The Sel Courier

                             June 3, 2031 Tuesday

Lamp lit

BYLINE: Ada Writer

LENGTH: 70 words

She said it was lit.

LOAD-DATE: June 4, 2031
"""
UNI = """Lamp lit

The Sel Courier

June 3, 2031 Tuesday

Copyright 2031 The Sel Courier

Length: 70 words

Byline: Ada Writer

Body

She said it was lit.

Load-Date: June 4, 2031

End of Document
"""
CODES = """HD Lamp lit
BY By Ada Writer
WC 70 words
PD 3 June 2031
SN The Sel Courier
LP
She said it was lit.
AN
Document SELC000020310603
"""
PLAIN = """Lamp lit

By Ada Writer
70 words
3 June 2031
14:20
The Sel Courier
SELC
English
Copyright 2031

She said it was lit.

Document SELC000020310603
"""


@pytest.mark.parametrize("export", [NEXIS, UNI, CODES, PLAIN], ids=["nexis", "nexis uni", "factiva codes", "factiva"])
def test_the_same_article_from_every_database(export):
    assert articles(export) == [
        Article("She said it was lit.", "Lamp lit", "The Sel Courier", "Ada Writer", "2031-06-03")
    ]


@pytest.mark.parametrize(
    "text", ["She said it was lit.", "Document of the week\n\nShe said it was lit.", "TD Bank\nLA Times\nThe end."]
)
def test_other_texts_are_no_export(text):
    assert articles(text) == []
