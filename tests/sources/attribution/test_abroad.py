"""Speech in other languages: what is given to somebody by name, with marks and without, and the day."""
# ruff: noqa: E501 - a table of cases reads best one to a line

from datetime import date
from types import SimpleNamespace

import pytest

from communique.sources.attribution.abroad import day_told, statements_abroad
from communique.sources.attribution.english.blocks import blocks
from communique.sources.suggestions import nothing_read


def said(text: str, language: str) -> list[tuple[str, str]]:
    return [(s.speaker.surface, text[s.start : s.end]) for s in statements_abroad(text, blocks(text), language)]


def test_a_pronoun_is_whoever_spoke_last_and_nobody_where_none_did():
    text = "« Il est trop tard », a dit Ada Lind. « Nous partons demain », a-t-elle ajouté."
    assert said(text, "fr") == [("Ada Lind", "« Il est trop tard »"), ("Ada Lind", "« Nous partons demain »")]
    assert said("« Nous partons demain », a-t-elle ajouté.", "fr") == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Томас Бреде заявил в пятницу, что переговоры будут продолжены.", "ru", [("Томас Бреде", "переговоры будут продолжены")]),
        ("По словам Лаврова, карта уже готова. Он добавил, что даты нет и не будет.", "ru", [("Лаврова", "карта уже готова"), ("Лаврова", "даты нет и не будет")]),
        ("Делегация уедет в субботу, сообщил Дмитрий Воленко. Никто не заявил, что это конец.", "ru", [("Дмитрий Воленко", "Делегация уедет в субботу")]),
        ("Tomas Brede a déclaré que les pourparlers reprendraient. Il a dit que tout était fini.", "fr", [("Tomas Brede", "les pourparlers reprendraient"), ("Tomas Brede", "tout était fini")]),
        ("Paul Dumas est parti samedi, a annoncé Ada Lind. On a dit que le phare était éteint.", "fr", [("Ada Lind", "Paul Dumas est parti samedi")]),
        ("Peter Hale a affirmé que la carte est prête. Elle a ajouté que rien n'est acquis.", "fr", [("Peter Hale", "la carte est prête")]),
        ("Peter Hale sagte, die Wärter hätten geschlafen. Das Papier liegt auf dem Tisch, sagte er.", "de", [("Peter Hale", "die Wärter hätten geschlafen"), ("Peter Hale", "Das Papier liegt auf dem Tisch")]),
        ("Peter Hale sagte am Freitag, dass alles offen ist. Man sagte, dass alles aus ist.", "de", [("Peter Hale", "alles offen ist")]),
        ("Según Ada Lind, el mapa está listo. Añadió que nada está decidido.", "es", [("Ada Lind", "el mapa está listo"), ("Ada Lind", "nada está decidido")]),
        ("قال توماس بريدي إن المحادثات ستستأنف غدا. وأضاف أن الوفد سيغادر غدا.", "ar", [("توماس بريدي", "المحادثات ستستأنف غدا"), ("توماس بريدي", "الوفد سيغادر غدا")]),
    ],
)  # fmt: skip
def test_indirect_speech_of_somebody_named(text, language, found):
    assert said(text, language) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [("Genève, 14 juillet 2017", "fr"), ("Genf, 14. Juli 2017", "de"), ("14 de julio de 2017", "es"), ("14 июля 2017", "ru"), ("14 يوليو 2017", "ar"), ("14 تموز 2017", "ar")],
)  # fmt: skip
def test_the_day_by_the_months_of_the_language(text, language):
    assert day_told(text, language) == date(2017, 7, 14)
    assert day_told("114 juillet 20171", language) is None


def test_an_empty_outcome_says_why():
    known = "Il n'y a pas eu de percée dans les pourparlers, et les délégations sont parties sans un mot à la presse."
    assert nothing_read(SimpleNamespace(text=known)).startswith(
        "nothing was read of this French text: it gives no words to anybody"
    )
    unknown = "Não houve nenhum avanço nas conversações, segundo informou a imprensa local nesta sexta-feira à noite depois de "
    assert "in no language that is read" in nothing_read(
        SimpleNamespace(text=unknown + "uma longa semana de reuniões com as duas delegações que ali estavam.")
    )
    assert nothing_read(SimpleNamespace(text="The envoy left.")) == ""
