"""The facts of one round."""

import dataclasses

import pytest

from communique.facts.round import Briefing


@pytest.mark.parametrize(
    ("round_", "text", "refers_to"),
    [
        (5, "The delegate saw no progress at Geneva V.", ""),
        (5, "The delegate saw no progress at Geneva 5.", ""),
        (5, "The delegate saw no progress at Geneva IV.", "Geneva IV"),
        (5, "The delegate saw no progress in Astana.", "Astana"),
        (5, "The delegate saw no progress in Geneva.", ""),
        (9, "The delegate saw no progress in Vienna.", ""),
    ],
)
def test_mentions_of_other_talks_are_left_out_of_a_rounds_counts(geneva, round_, text, refers_to):
    said = geneva.statements.loc[geneva.statements["round"] == round_].head(1).assign(text=text)
    briefing = Briefing(dataclasses.replace(geneva, statements=said), round_)

    assert briefing.all_mentions["refers_to"].tolist() == [refers_to]
    assert len(briefing.mentions) == (refers_to == "")


def test_names_are_words_that_stand_within_sentences_with_a_capital_and_never_without(tiny):
    said = ["The chair met Osgood. The Ferry left.", "She saw the ferry and, behind it, al-Keel."]
    texts = said + ["Nothing."] * (len(tiny.statements) - len(said))
    names = Briefing(dataclasses.replace(tiny, statements=tiny.statements.assign(text=texts)), 3).names

    assert {"Osgood", "al-Keel", "Ida", "Marrow"} <= names
    assert not {"The", "Ferry", "She", "Nothing"} & names
