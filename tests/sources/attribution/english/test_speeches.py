"""A document may hold somebody's words from its first line on, without a label."""

from .test_labels import turns

WORDS = "Good evening, and thank you for coming. As you know I met the delegations in their hotels yesterday."


def test_words_before_the_first_question_are_the_speakers():
    text = f"Transcript of the stakeout by Ada Lind, 3 May 2031\n\n{WORDS}\n\nQ: Is it over?\n\nAdL: It is not."
    assert [(who, asked) for who, _, asked in turns(text)] == [("Ada Lind", False), ("Q", True), ("AdL", False)]
    assert [who for who, _, _ in turns(f"Remarks by Ada Lind\n\n{WORDS}\n\n{WORDS}")] == ["Ada Lind", "Ada Lind"]


def test_a_report_on_remarks_is_no_speech():
    report = "The remarks were met with silence in the hall, and nobody in the delegations wanted to answer them."
    assert turns(f"Remarks by Ada Lind draw no answer\n\n{report}\n\n{report}") == []
    assert turns(f"Talks broken off in great anger after remarks by Ada Lind\n\n{WORDS}") == []
