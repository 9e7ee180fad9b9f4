"""Who says what: constructions of news, transcripts and communiqués, each with speaker, kind and content."""

# ruff: noqa: E501 - a table of cases reads best one to a line
import random

import pytest

from communique.sources.attribution.english.quotations import statements

from ..conftest import said


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "content"),
    [
        ("Lavrov said that the truce was holding.", "Lavrov", "indirect", "the truce was holding"),
        ("Lavrov said on Friday the truce was holding.", "Lavrov", "indirect", "the truce was holding"),
        ("Lavrov said in Moscow on Friday that the truce was holding.", "Lavrov", "indirect", "the truce was holding"),
        ("Lavrov told reporters in Geneva that talks went on.", "Lavrov", "indirect", "talks went on"),
        ("Lavrov told Sky News any accord must be tested.", "Lavrov", "indirect", "any accord must be tested"),
        ("Talks will resume in May, the UN has announced.", "the UN", "indirect", "Talks will resume in May"),
        ("According to the state-run SANA agency, the army left.", "the state-run SANA agency", "indirect", "the army left"),
        ("According to Rathbun the property was returned by mail.", "Rathbun", "indirect", "the property was returned by mail"),
        ("The army left the town, according to Reuters.", "Reuters", "indirect", "The army left the town"),
        ("In the words of the envoy, “nothing moved”.", "the envoy", "direct", "“nothing moved”"),
        ("As Lavrov told TASS, the truce was holding.", "Lavrov", "indirect", "the truce was holding"),
        ("“It is over,” said the envoy.", "the envoy", "direct", "“It is over,”"),
        ("“It is over,” the envoy said on Friday.", "the envoy", "direct", "“It is over,”"),
        ("“Is it over?” a reporter asked.", "a reporter", "direct", "“Is it over?”"),
        ('The envoy said: "It is over."', "The envoy", "direct", '"It is over."'),
        ("Lavrov, the foreign minister, said the truce was holding.", "Lavrov", "indirect", "the truce was holding"),
        ("Lavrov, in remarks to the press, said the truce held.", "Lavrov", "indirect", "the truce held"),
        ("Lavrov's spokeswoman, Maria Zakharova, said it was false.", "Maria Zakharova", "indirect", "it was false"),
        ("Speaking in Moscow, Tom Molomby, SC, said that it was done.", "Tom Molomby", "indirect", "it was done"),
        ("The talks, said Brahimi, are not a failure.", "Brahimi", "indirect", "The talks, said Brahimi, are not a failure"),
        ("‘We are ready,’ Lavrov said, ‘but they are not.’", "Lavrov", "direct", "‘We are ready,’ Lavrov said, ‘but they are not.’"),
        ('Davis said the talks had been "tough" but fair.', "Davis", "mixed", 'the talks had been "tough" but fair'),
        ("It was asserted by the Crown that both knew of it.", "the Crown", "indirect", "both knew of it"),
        ("U.S. officials have not said why the team was turned away.", "U.S. officials", "indirect", "why the team was turned away"),
        ("The opposition's chief negotiator on Friday accused Damascus of stalling.", "The opposition's chief negotiator", "indirect", "Damascus of stalling"),
        ("Theresa May said she would go on.", "Theresa May", "indirect", "she would go on"),
        ("If there is no deal, Davis warned, Britain will walk away.", "Davis", "indirect", "If there is no deal, Davis warned, Britain will walk away"),
        ("Under the plan, officials said, prisoners would go free.", "officials", "indirect", "Under the plan, officials said, prisoners would go free"),
        ("It was, he said, “a day for hope.”", "he", "mixed", "It was, he said, “a day for hope.”"),
        ("The move is a bluff, say aid workers.", "aid workers", "indirect", "The move is a bluff"),
        ("The ceasefire was holding, insisted the army.", "the army", "indirect", "The ceasefire was holding"),
        ("Wheat yields could fall this year, farmers' unions say.", "farmers' unions", "indirect", "Wheat yields could fall this year"),
        ("Inspectors, a Kaldor official familiar with the draft said, must have access.", "a Kaldor official familiar with the draft", "indirect", "Inspectors, a Kaldor official familiar with the draft said, must have access"),
        ("One of the three said a note had been returned.", "One of the three", "indirect", "a note had been returned"),
        ("The envoy called the talks “constructive”.", "The envoy", "direct", "“constructive”"),
        ("The spokesman dismissed the charges as “baseless”.", "The spokesman", "direct", "“baseless”"),
        ("A commander, Abu Omar, said by telephone the town had fallen.", "Abu Omar", "indirect", "the town had fallen"),
        ("The minister, who said the talks had failed, left the room.", "The minister", "indirect", "the talks had failed"),
        ("They agreed that experts would meet, and signed a paper.", "They", "indirect", "experts would meet"),
        ("Dravec informed her counterpart that the round would open in June.", "Dravec", "indirect", "the round would open in June"),
        ("The quota is real, she argued, and it could be policed.", "she", "indirect", "The quota is real, she argued, and it could be policed"),
        ('Liv Aasgren, who had called the claim "a map drawn with a ruler," left early.', "Liv Aasgren", "direct", '"a map drawn with a ruler,"'),
        ("“We will go on,” said an official involved in the talks.", "an official", "direct", "“We will go on,”"),
        ("Davis struck a cautious note, telling reporters the text was open.", "Davis", "indirect", "the text was open"),
        ("The minister noted with concern the rise in violence.", "The minister", "indirect", "the rise in violence"),
        ("In the interview, Herrick explains what the site is, and why it is so.", "Herrick", "indirect", "what the site is, and why it is so"),
        ("Ankara, Moscow and Tehran said they would act as guarantors.", "Ankara, Moscow and Tehran", "indirect", "they would act as guarantors"),
        ("“The army will stay,” read the statement.", "the statement", "direct", "“The army will stay,”"),
        ("“We have a plan,” Kerry said, before adding: “It is short.”", "Kerry", "direct", "“It is short.”"),
        ("Conway said on CNN’s “State of the Union” that the race was tight.", "Conway", "indirect", "the race was tight"),
        ("The director, James B. Comey, wrote to Congress that new mails had been found.", "James B. Comey", "indirect", "new mails had been found"),
        ("What Trump said was “horrific,” Ryan said.", "Ryan", "mixed", "What Trump said was “horrific,”"),
        ("“We will win,” Trump said. “Believe me.”", "Trump", "direct", "“Believe me.”"),
        ("The remarks were echoed by Mr Zarif, who said talks were pointless.", "Mr Zarif", "indirect", "talks were pointless"),
        ("The White House confirmed that a letter had come, but gave no details.", "The White House", "indirect", "a letter had come"),
        ("Talks will be held, Nauert told a briefing in Washington on Tuesday.", "Nauert", "indirect", "Talks will be held"),
        ("WHO say iodine deficiency is easily prevented.", "WHO", "indirect", "iodine deficiency is easily prevented"),
    ],
)  # fmt: skip
def test_constructions(text, speaker, kind, content):
    assert (speaker, kind, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The United States and the Arab League met in Cairo.",
        "He said nothing.",
        "The report was sent to the council.",
        "There were claims and counter-claims from both camps.",
        "Needless to say, the talks failed.",
        'The so-called platform met in a print called "Cowboys".',
        "His urgent calls for help went unheard.",
        "Everything he said last night was noted.",
        "Work goes on according to plan.",
        "The agreement calls for the withdrawal of heavy weapons.",
        "The government agreed to the plan in May.",
        "One strategist, who asked not to be named, left early.",
        "Not everyone thinks the pact is beyond repair.",
        'A trade has grown up that can tell "frank" from "businesslike".',
        "I thought of that picture when the ministers came out.",
        "The army recalled its ambassador from Ankara.",
        "",
        "   \n\n  ",
    ],
)
def test_nothing_is_said(text):
    assert said(text) == []


def test_turns_are_statements_and_their_own_words_are_not_attributions():
    text = (
        "MR. KIRBY:  I think the talks go on.\n\nQ    Did Moscow say no?\n\nMR. KIRBY:  Lavrov said the truce held.\n"
    )
    found = [(s.speaker.surface, s.rule) for s in statements(text)]
    assert found == [("MR. KIRBY", "turn"), ("Q", "question turn"), ("MR. KIRBY", "turn"), ("Lavrov", "clause")]


def test_a_reporter_who_asks_may_report_others():
    text = "MR. KIRBY:  Good morning.\n\nQ    Lavrov said the truce held. Do you think so?\n\nMR. KIRBY:  No.\n"
    found = [(s.speaker.surface, s.rule) for s in statements(text)]
    assert found == [("MR. KIRBY", "turn"), ("Q", "question turn"), ("Lavrov", "clause"), ("MR. KIRBY", "turn")]


def test_headlines_speak():
    text = "De Mistura: no breakthrough in Geneva\n\nThe envoy De Mistura left the talks on Friday evening."
    assert ("De Mistura", "indirect", "no breakthrough in Geneva") in said(text)


def test_titles_under_sources_are_no_statements():
    text = 'Talks end in Geneva without accord\n\nThe envoy left.\n\nSources\n\n"Talks end without an accord in the Swiss city" — Reuters\n'
    assert said(text) == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Envoy: talks 'constructive'", ("Envoy", "mixed", "talks 'constructive'")),
        ("Geneva talks 'constructive': envoy", ("envoy", "mixed", "Geneva talks 'constructive'")),
        ("No way back to talks - Lavrov", ("Lavrov", "indirect", "No way back to talks")),
        ("No breakthrough yet, says UN envoy", ("UN envoy", "indirect", "No breakthrough yet")),
        ("UN envoy warns of 'last chance' for peace", ("UN envoy", "mixed", "'last chance' for peace")),
        ("Lavrov tells envoy: 'No way back'", ("Lavrov", "direct", "'No way back'")),
        ("Syria: talks end without accord", None),
        ("Geneva talks: a day of waiting", None),
    ],
)
def test_headlines_that_name_their_speaker_and_those_that_name_a_topic(headline, expected):
    body = "Foreign Minister Sergei Lavrov left the Geneva talks on Syria on Friday; the envoy did too."
    found = [(who, kind, what) for who, kind, what in said(f"{headline}\n\n{body}")]
    assert found == ([expected] if expected else [])


def test_brackets_end_a_turn_and_a_journalist_asks():
    text = (
        "Johan Berg: We made progress.\n\nJournalist: Is it over?\n\nJohan Berg: No.\n\n(The briefing ended at noon.)"
    )
    assert [(s.speaker.surface, s.rule) for s in statements(text)] == [
        ("Johan Berg", "turn"),
        ("Journalist", "question turn"),
        ("Johan Berg", "turn"),
    ]


@pytest.mark.parametrize(
    "piece",
    [
        '"He said ',
        "He said that it was over and she said ",
        "according to ",
        "Al won it. He said so. ",
        "A: b\n",
        "Minister Aa Bb ",
        "The minister of the de la aaaaaaaaaaaa bbbbbbbb cccccc Aa Bb said it. He ",
        "said\n\n",
    ],
)
def test_work_grows_with_the_length_and_no_faster(piece, calls_of):
    few, many = (calls_of(statements, piece * (size // len(piece))) for size in (3_000, 30_000))

    assert few > 50
    assert many < 12 * few


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talks go on in May. This was stated by Minister Ivo Gat on Friday.", [("Minister Ivo Gat", "Talks go on in May")]),
        ("A date was set.\n\nIt was announced by the ministry's spokeswoman Mia Lund at a briefing.", [("the ministry's spokeswoman Mia Lund", "A date was set")]),
        ("“We are ready,” Lind said. This was confirmed by Ivo Gat.", [("Lind", "“We are ready,”")]),  # somebody's already
        ("This was stated by Ivo Gat.", []),
        ("As stated by Ivo Gat, talks go on in May.", [("Ivo Gat", "talks go on in May")]),
        ("Talks go on in May, as noted by Ivo Gat.", [("Ivo Gat", "Talks go on in May")]),
    ],
)  # fmt: skip
def test_a_sentence_may_say_whose_the_one_before_is(text, found):
    assert [(who, what) for who, _, what in said(text)] == found


def test_no_jumble_of_words_and_marks_breaks_the_reading():
    pieces = (
        "said|he|She|“|”|\"|'|’|«|»|(|)|,|.|:|—|\n|\n\n|Q|Q:|MR. KIRBY:|Envoy:|that|to|of|by|according to|in his view,|the|"
        "The deputy minister|Anton Belozer|, who|which|told reporters|before adding|and|would|is|been|asked|called it|as|"
        "H.E. Ms. Yolande Fitch|a statement|by the ministry|On Friday|of the three|say|warns of|, and signed|(Laughter.)|é|𝒳"
    ).split("|")
    chance = random.Random(5)
    for _ in range(1_500):
        text = " ".join(chance.choice(pieces) for _ in range(chance.randint(1, 40)))
        for statement in statements(text):
            assert 0 <= statement.start < statement.end <= len(text), text
