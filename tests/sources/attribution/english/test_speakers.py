"""Whom pronouns, titles and descriptions lead back to, and when they lead nowhere."""

# ruff: noqa: E501 - a table of cases reads best one to a line
import pytest

from communique.sources.attribution.english.quotations import statements

from ..conftest import said


def test_pronouns_lead_back_to_the_speaker():
    text = "Staffan de Mistura arrived on Monday. He said the talks would go on. He added that experts would meet."
    assert [who for who, _, _ in said(text)] == ["Staffan de Mistura", "Staffan de Mistura"]


def test_a_pronoun_two_people_fit_stays_open():
    text = "The hall was full when Sergei Lavrov and John Kerry arrived with Boutros Ghali. He said it was late."
    found = statements(text)
    assert not found[-1].speaker.certain or found[-1].speaker.surface in ("He",)


def test_titles_tell_he_from_she():
    text = "Mr. Adam Jones met Ms. Clara Smith in Geneva. She said the talks had failed."
    assert statements(text)[-1].speaker.surface.endswith("Clara Smith")


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        ("Deputy Minister Anton Belozer left the room.", "The deputy minister arrived late. He said it was over.", "Anton Belozer"),
        ("The former minister, Oswin Pryce, who resigned on Monday, spoke.", "“It was not so,” he wrote.", "Oswin Pryce"),
        ("Dunmarra’s prime minister, Sunn Halvard, is here.", "She says it was a good day.", "Sunn Halvard"),
        ("Anton Belozer spoke first.", "According to him, the round had failed.", "Anton Belozer"),
        ("Ileana Dravec spoke first.", "In her view, «the ball lies in the other half of the pitch».", "Ileana Dravec"),
        ("The Ministers also met the guests.", "They underlined that the strait was open.", "The Ministers"),
        ("NATO chief Jens Stoltenberg left early.", "He said it was over.", "Jens Stoltenberg"),
        ("The opposition walked out.", "It said the government had broken its word.", "The opposition"),
    ],
)  # fmt: skip
def test_pronouns_and_descriptions_lead_to_names(before, sentence, speaker):
    found = statements(f"{before} {sentence}")[-1].speaker.surface
    assert found.endswith(speaker)


def test_whoever_issues_a_statement_stands_behind_it():
    speaker = statements("A joint statement issued by the three guarantors said the zones would grow.")[0].speaker
    assert speaker.behind == "the three guarantors"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # who is spoken of does not speak
        ("Petra Reni spoke first. Her deputy, Ivo Stan, had opposed it. “General Stan is a careful man,” she said.", "Petra Reni"),
        ("Yusuf Ade spoke of the president. The president, he said, had been badly advised.", "Yusuf Ade"),
        # a sentence about the same person names others in passing
        ("Mediator J. Aske said it was late. He was thanked by Minister O. Berg. “It was a pleasure,” he said.", "Mediator J. Aske"),
        ("“The border is closed,” Lena Dahl told Karl Voss. He laughed. “It was never open,” he said.", "Karl Voss"),
        ("The Kessian president, Ruslan Tiede, met EU foreign policy chief Maria Lenz. “We agreed,” he said.", "Ruslan Tiede"),
        ("For Ida Holm the visit was a success: “We came to listen,” she said.", "Ida Holm"),
        ("Sigrid Falk and Henrik Boe came in succession. The latter said that he had left the books in order.", "Henrik Boe"),
    ],
)  # fmt: skip
def test_others_in_between_do_not_take_the_words(text, speaker):
    assert statements(text)[-1].speaker.surface == speaker


def test_a_man_and_a_woman_are_not_mixed_up_once_told_apart():
    text = "Mediator Johan Berg met President Amina Sow. He said it had been frank. Sow told the press that she was glad. He left."
    assert [s.speaker.surface for s in statements(text)] == ["Mediator Johan Berg", "Sow"]
