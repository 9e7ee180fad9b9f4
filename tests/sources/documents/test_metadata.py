"""What a document tells of itself: title, publisher, author, day and address."""
# ruff: noqa: E501 - a table of cases reads best one to a line

from datetime import date

import pytest

from communique.sources.documents.metadata import from_text
from communique.sources.documents.readers import read


def test_plain_text_with_its_particulars(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Talks end\r\n\r\nGENEVA, July 15, 2017. /TASS/. He said it was over.\r\n", newline="")
    found = read(path)
    assert (found.kind, found.publisher, found.published) == ("text", "TASS", date(2017, 7, 15))
    assert "\r" not in found.text


def test_a_date_before_a_dash_opens_a_bulletin_and_one_within_a_sentence_does_not(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Talks\n\n14 July 2017 - Geneva, SANA - The head of the delegation said that the round had been long.\n"
    )
    (tmp_path / "b.txt").write_text("Talks\n\n14 July 2017 was a day the delegations in Geneva would long remember.\n")
    assert read(tmp_path / "a.txt").published == date(2017, 7, 14)
    assert read(tmp_path / "b.txt").published is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("GENEVA, July 14, 2017 (AFP) - He said so.", date(2017, 7, 14)),
        ("GENEVA, 14 July 2017 - He said so.", date(2017, 7, 14)),
        ("The Gazette, Friday 14 July 2017, 18:30 GMT", date(2017, 7, 14)),
        ("The meeting was called to order at 3.05 p.m. on 14 July 2017", date(2017, 7, 14)),
        ("S/PV.8001 The situation in the Middle East 05/07/2017", date(2017, 7, 5)),
        ("Published 14 July 2017, updated 2 May 2024", date(2017, 7, 14)),
        ("Updated: 2 May 2024", None),
        ("Copyright 2 May 2024 The Gazette", None),
        ("Time of request: Friday, March 20, 2018 16:51:31", None),
        ("Printed on 2 May 2024", None),
    ],
)
def test_a_line_that_introduces_the_document_tells_its_day(head, day):
    assert from_text(f"{head}\n\nHe said that it was over.\n").published == day


def test_text_outranks_the_files_name_and_that_what_the_format_says(tmp_path):
    path = tmp_path / "a-2017-07-16.html"
    stated = '<meta property="article:published_time" content="2017-07-17"><meta property="og:updated_time" content="2020-01-01">'
    words = "<p>" + "He said that it was over, and that nobody would come back to the table. " * 4 + "</p>"
    path.write_text(f"<html><head><title>Talks</title>{stated}</head><body><article>{words}</article></body></html>")
    assert read(path).published == date(2017, 7, 16)
    path.rename(tmp_path / "a.html")
    assert read(tmp_path / "a.html").published == date(2017, 7, 17)
    (tmp_path / "b-2017-07-16.txt").write_text("GENEVA, July 15, 2017 (AFP) - He said it was over.")
    assert read(tmp_path / "b-2017-07-16.txt").published == date(2017, 7, 15)
