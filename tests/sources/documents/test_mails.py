"""A mail and the mails below it are documents of their own, each with its day."""

from communique.sources.documents.mails import eml

HEAD = "From: Ada <a@b.example>\nSubject: {subject}\nDate: Mon, 07 Jul 2031 09:00:00 +0000\n\n"


def mail(body: str, subject: str = "Talks") -> dict:
    return eml((HEAD.format(subject=subject) + body).encode())


def test_a_mail_of_its_own_has_the_day_it_was_sent():
    assert {"text": "He said so.", "published": "2031-07-07", "title": "Talks"}.items() <= mail("He said so.\n").items()


def test_what_is_passed_on_has_its_own_day_and_that_of_the_mail_is_a_guess():
    quoted = "-----Original Message-----\nFrom: Bo\nSent: Friday, 4 July 2031 18:00\nSubject: Note\n\nShe said no."
    found = mail(f"Look.\n\n{quoted}\n", "Fwd: Talks")["articles"]
    assert [(each["text"], each["published"], each["title"]) for each in found] == [
        ("Look.", "2031-07-07", "Fwd: Talks"),
        ("She said no.", "2031-07-04", "Note"),
    ]
    whole = mail("She said no.\n", "FW: Talks")
    assert (whole["published"], whole["made"]) == ("", "2031-07-07")


def test_an_answer_quotes_what_it_answers():
    found = mail("Yes.\n\nOn 5 July 2031, Bo wrote:\n> She said no.\n> He left.\n")["articles"]
    assert [(each["text"], each["published"]) for each in found] == [
        ("Yes.", "2031-07-07"),
        ("She said no.\nHe left.", "2031-07-05"),
    ]


def test_a_sentence_that_begins_like_a_quotation_is_none():
    assert "articles" not in mail("On Monday she wrote: nothing was agreed.\n")
