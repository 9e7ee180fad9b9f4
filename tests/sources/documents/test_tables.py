"""Tables of articles, by the names of their columns."""

import pytest

from communique.sources.documents.parsers import DocumentRefused
from communique.sources.documents.tables import table

ARTICLE = {
    "text": "She said so.",
    "published": "2031-07-08",
    "title": "Lamp",
    "publisher": "The Courier",
    "url": "https://a.example",
}


@pytest.mark.parametrize(
    "content",
    [
        "text,date,title,publisher,url\nShe said so.,2031-07-08,Lamp,The Courier,https://a.example\n",
        "Title;Text;Date;Publisher;URL\nLamp;She said so.;8 July 2031;The Courier;https://a.example\n",
        '{"text": "She said so.", "date": "July 8, 2031", "title": "Lamp", "publisher": "The Courier", "url": "https://a.example"}\n',
    ],
)
def test_an_article_a_row(content):
    assert table(content.encode()) == {"articles": [ARTICLE]}


def test_columns_may_be_called_otherwise():
    content = b"Body,Published,title\nShe said so.,2031-07-08,Lamp\n"
    columns = {"text": "body", "date": "published"}
    (article,) = table(content, columns)["articles"]

    assert article == ARTICLE | {"publisher": "", "url": ""}
    with pytest.raises(DocumentRefused, match="no column `day`, named for `date`; it has `body`, `published`, `title`"):
        table(content, columns | {"date": "day"})


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("body,date\nx,y\n", "no column `text`; it has `body`, `date`: name the columns `text`, `date`, `title`"),
        ("text,date\n,2031-07-08\n", "no article in it"),
        ('{"text": "x"}\nnonsense\n', "line 2 is no JSON object"),
    ],
)
def test_what_is_no_table_of_articles_says_what_would_be(content, why):
    with pytest.raises(DocumentRefused, match=why):
        table(content.encode())
