"""Labels open turns where somebody has the floor, and headings of the same form open none."""

import pytest

from communique.sources.attribution.english.blocks import blocks


def turns(text: str) -> list[tuple[str, str, bool]]:
    """Who has the floor, how the words begin, whether it is asked."""
    return [
        (b.who or text[slice(*b.label)], text[b.body : b.end].split("\n")[0], b.question)
        for b in blocks(text)
        if b.kind == "turn"
    ]


@pytest.mark.parametrize(
    "mark", ["Q.", "Q:", "Question:", "QUESTION:", "**Question:**", "**Question**:", "Q1:", "Reporter:"]
)
def test_whatever_the_mark_a_question_is_asked_and_the_answer_is_not(mark):
    text = f"Remarks by Ada Lind, 3 May 2031\n\n{mark} Is it over?\n\nA. It is not.\n\n{mark} When?\n\nA. In May."
    assert [(who, asked) for who, _, asked in turns(text)][1::2] == [("Ada Lind", False), ("Ada Lind", False)]
    assert [asked for _, _, asked in turns(text)] == [True, False, True, False]


def test_an_initial_and_an_article_answer_nobody():
    assert turns("A. Lind came.\n\nA. Moor left.") == []
    assert turns("A man said that it was over.\n\nA. Nobody asked him.") == []


def test_names_that_come_once_open_turns_where_what_follows_is_spoken():
    text = "Joint press conference\n\nAda Lind: We begin.\n\nOle Moor: I agree."
    assert [who for who, _, _ in turns(text)] == ["Ada Lind", "Ole Moor"]
    assert turns("The plan\n\nHuman Rights: no progress was made.\n\nNorthern Coast: nothing was agreed.") == []
    assert turns("Minister: no deal tonight\n\nTalks went on.\n\nPresident: no deal at all\n\nThey went on.") == []


def test_a_record_names_country_and_language_in_brackets():
    text = "Mr. Moor (Tilanga) (spoke in French): We agree.\n\nThe President: I thank him.\n\nThe meeting rose at noon."
    assert turns(text) == [("Mr. Moor", "We agree.", False), ("The President", "I thank him.", False)]
    assert next(b.side for b in blocks(text)) == "Tilanga) (spoke in French"
    listed = "President: Mr. Moor (Tilanga)\nMembers: Ostmark\n\nMr. Lind: We begin.\n\nMr. Moor: We agree."
    assert [who for who, _, _ in turns(listed)] == ["Mr. Lind", "Mr. Moor"]


def test_an_abbreviation_stands_for_the_name_that_defines_it_or_has_its_initials():
    text = "Ada Lind (AdL): Good evening.\n\nQ: Is it over?\n\nAdL: No.\n\nQ: When?\n\nAdL: In May."
    assert {who for who, _, asked in turns(text) if not asked} == {"Ada Lind"}
    text = "Interview with Ada Lind\n\nQ: Is it over?\n\nAL: No.\n\nQ: When?\n\nAL: In May."
    assert {who for who, _, asked in turns(text) if not asked} == {"Ada Lind"}


def test_where_nobody_answers_what_follows_a_question_is_told():
    text = "Live\n\nQ: Is it over?\n\nMoor says it is not.\n\nQ: When?\n\nMoor says in May."
    assert [(said, asked) for _, said, asked in turns(text)] == [("Is it over?", True), ("When?", True)]


def test_behind_an_office_and_a_comma_stands_who_holds_it():
    text = "The Secretary-General, Ada Lind: I thank you.\n\nMr. Moor: I agree.\n\nOn Friday, they said: it is over."
    assert [who for who, _, _ in turns(text)][:2] == ["Ada Lind", "Mr. Moor"]
    assert len({who for who, _, _ in turns(text)}) == 2


def test_a_turn_in_prose_ends_with_its_paragraph():
    text = (
        "The day\n\n"
        + "The talks went on, and nobody left.\n\n" * 9
        + "Ole Moor: I have had enough.\n\nHe left at ten.\n\nSo did she."
    )
    assert [(who, said) for who, said, _ in turns(text)] == [("Ole Moor", "I have had enough.")]
