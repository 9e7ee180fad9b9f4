"""The language of a document is told by its small words; what is not known is not taken for another."""

import pytest

from communique.sources.attribution.languages import language_of, named, speech_words

TEXTS = {
    "en": "The envoy said that there was no progress in the talks, and that he would be back.",
    "fr": "Il n'y a pas eu de percée dans les pourparlers, et les délégations sont parties sans un mot à la presse.",
    "de": "Es gab in den Gesprächen keinen Durchbruch, und die Delegationen sind ohne ein Wort abgereist.",
    "es": "No hubo avances en las conversaciones, y las delegaciones se fueron sin una palabra para la prensa.",
    "ru": "На переговорах не было прорыва, и делегации уехали, не сказав ни слова для прессы.",
    "ar": "لم يكن هناك أي اختراق في هذه الجولة من المحادثات ولا كلمة إلى الصحافة بعد ذلك",
    "": "Não houve nenhum avanço nas conversações, segundo informou a imprensa local nesta sexta-feira à noite depois "
    "de uma longa semana de reuniões com as duas delegações que ali estavam.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_in_its_language(language):
    assert language_of(TEXTS[language]) == language


def test_a_few_words_and_a_foreign_quotation_leave_a_text_english():
    assert language_of("Talks end") == "en"
    assert language_of(f"{TEXTS['en']} “Il n'y a pas eu de percée,” he said.") == "en"


def test_every_language_has_a_name_and_twelve_months():
    for language in filter(None, TEXTS):
        assert named(language)
        assert language == "en" or len(speech_words(language).months) == 12
