"""What a document tells of itself: title, publisher, author, day and address."""

from datetime import date

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
