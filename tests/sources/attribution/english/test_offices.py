"""What people are called beside their names."""

from communique.sources.attribution.english.quotations import statements


def test_a_description_keeps_its_words_and_knows_the_name_behind_it():
    text = "Deputy Minister Anton Belozer arrived. The deputy minister said the commission had not been wound up."
    speaker = statements(text)[-1].speaker
    assert (speaker.surface, speaker.behind) == ("The deputy minister", "Anton Belozer")
