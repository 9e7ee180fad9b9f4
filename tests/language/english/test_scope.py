"""Which cues reach a term: every rule of scope with a sentence it acts on, and one like it that it leaves alone.

Each row names a rule, a sentence with its [term] and the status the rule makes of it, and a near-miss with its own.
"""

import pytest

LEFTWARD = [
    (
        "a cue reaches as far as its window",
        "They hoped to see [progress].", "open",
        "They hoped to see the many good people who had waited all night in the rain by the gate of the old customs "
        "house as [progress] came.", "claimed",
    ),
    (
        "of cues that overlap the first and longest counts",
        "A little [progress] was made.", "claimed",
        "Little [progress] was made.", "denied",
    ),
    (
        "of one phrase all rows count that have it",
        "No one was blamed for the [collapse] of the talks.", "claimed",
        "No one reported a [collapse] of the talks.", "denied",
    ),
    (
        "what reaches a verb that embeds reaches the term",
        "He did not deny that the talks had [stalled].", "claimed",
        "He did not speak, and denied that the talks had [stalled].", "denied",
    ),
    (
        "what only looks like a cue embeds nothing",
        "There can be no doubt that this is a [breakthrough].", "claimed",
        "There can be no [breakthrough].", "doubted",
    ),
    (
        "np: the comma of an aside",
        "There was little, if any, [progress].", "denied",
        "The chair said little; [progress] speaks for itself.", "claimed",
    ),
    (
        "np: no dash",
        "The session brought little new [progress] on one point.", "denied",
        "The session brought little — [progress] on one point.", "claimed",
    ),
    (
        "np: how much there is of it",
        "The talks lacked any kind of [momentum].", "denied",
        "It was a pause rather than a week of [progress].", "claimed",
    ),
    (
        "lack: no second participle",
        "She deplored the lack of aid and [progress].", "denied",
        "She deplored the lack of aid, urging [progress].", "open",
    ),
    (
        "want: a participle of the phrase",
        "They support peace and lasting [progress].", "open",
        "They support peace and made lasting [progress].", "claimed",
    ),
    (
        "adjective: no comma",
        "They spoke of possible further [progress].", "open",
        "A deal is possible, [progress] real.", "claimed",
    ),
    (
        "adjective: no article",
        "It was a possible [breakthrough].", "open",
        "It made possible the [breakthrough] of May.", "claimed",
    ),
    (
        "object: no other finite verb",
        "They failed to bring about a [breakdown] of the talks.", "denied",
        "A failure to sign by Friday could lead to a [breakdown] of the talks.", "open",
    ),
    (
        "object: a possessive is no verb",
        "The envoy failed to bring the valley's farmers [progress].", "denied",
        "The envoy's failure is no [progress].", "denied",
    ),
    (
        "clause: no wall",
        "There was no treaty and no [progress].", "denied",
        "It was no treaty, and they made [progress].", "claimed",
    ),
    (
        "embed: one complement",
        "He hopes that there will be [progress].", "open",
        "He hoped aloud; there was [progress].", "claimed",
    ),
    (
        "embed: no clause that is told",
        "The ministry denied reports of a [breakthrough].", "denied",
        "He demanded that they admit that the talks had [failed].", "claimed",
    ),
    (
        "cond: as far as the main clause",
        "If there is real [progress], we stay.", "open",
        "If they meet, fine; there was [progress].", "claimed",
    ),
]  # fmt: skip

LISTS = [
    (
        "items joined between cue and term",
        "The round ended without a deal, a date or [progress].", "denied",
        "They signed no treaty, just [progress] on aid.", "claimed",
    ),
    (
        "items joined up to three words behind the term",
        "There was no deal, [progress] on aid or truce.", "denied",
        "With no agenda, [stalemate] set in for a week or two.", "claimed",
    ),
    (
        "no preposition between items",
        "They saw no map, date or [progress].", "denied",
        "He said that they neither won nor lost, spoke of [progress], and went home.", "claimed",
    ),
    (
        "no dash for a comma",
        "There was no treaty, just cause or [progress] on aid.", "denied",
        "There was no treaty — just talk and [progress] on aid.", "claimed",
    ),
    (
        "no verb between items",
        "Nobody, officials said, made [progress].", "denied",
        "Nobody was hurt, officials said, and [progress] resumed.", "claimed",
    ),
    (
        "an aside between two marks of a kind",
        "No envoy (of ten) reported [progress].", "denied",
        "No envoy, of ten — reported [progress].", "claimed",
    ),
    (
        "what is looked into or wanted goes on to the end of its list",
        "They discussed the release of prisoners, the opening of the roads, the return of families, the supply of "
        "water and power to the villages along the river, the repair of the hospital and of two schools, a date for "
        "elections, the names of observers, and [progress] on aid.", "open",
        "They failed to sign the paper, the chair went home, and [deadlock] followed.", "claimed",
    ),
    (
        "what is aimed at goes on to the end of its list",
        "They spoke of bringing safe roads across the hills, bread and water, an early vote, and [progress] on fish.",
        "open",
        "They reported safe roads across the hills, bread and water, an early vote, and [progress] on fish.",
        "claimed",
    ),
    (
        "the list ends with a comma and an *and*",
        "They want visas for students, aid for the north, a date for elections in the valley, and [progress] on water.",
        "open",
        "He talked about the change and the movement and, yes, [breakthroughs] of the spring.", "claimed",
    ),
    (
        "the list is within its clause",
        "They discussed plans the chair had drawn, maps of the north, and [progress].", "open",
        "They discussed aid; later came a truce, a map, and [progress] on water.", "claimed",
    ),
    (
        "the last item is the term's phrase",
        "They discussed the release of prisoners, a map of the north, and steady [progress].", "open",
        "They discussed the release of prisoners, a map of the north, and made [progress].", "claimed",
    ),
]  # fmt: skip

RIGHTWARD = [
    (
        "a cue reaches as far as its window",
        "A [breakthrough] in the talks on water is likely.", "open",
        "A [breakthrough] of the kind that those who had sat in the cold hall by the river all winter knew of is "
        "likely.", "claimed",
    ),
    (
        "beyond: anything may lie between",
        "There was talk of a [breakthrough], but none came.", "denied",
        "There was a [breakthrough], but no truce came.", "claimed",
    ),
    (
        "cond: no main clause between",
        "There can be no [progress], the chair said, unless they meet.", "open",
        "There was no [progress], and they left without a word.", "denied",
    ),
    (
        "adjacent: no wall",
        "A [step forward] for the talks it was not.", "denied",
        "[Progress] came at noon; a truce it was not.", "claimed",
    ),
    (
        "adjacent: of the term, or of its subject",
        "No [breakthrough] is in sight.", "doubted",
        "No end to the [deadlock] is in sight.", "claimed",
    ),
    (
        "post: no wall",
        "Hopes of a [breakthrough] in the capital faded.", "doubted",
        "Pressed on whether there had been [progress], the minister declined to say.", "open",
    ),
    (
        "post: not behind *and*",
        "The envoys reported [progress] fabricated by the press.", "denied",
        "The envoys reported [progress] and fabricated nothing.", "claimed",
    ),
    (
        "state: with a copula",
        "Hopes of a [breakthrough] are slim.", "doubted",
        "They hope for a [breakthrough] in small steps.", "open",
    ),
    (
        "state: no wall",
        "Hopes of a [breakthrough] were, as ever, slim.", "doubted",
        "Hopes of a [breakthrough] were real, though chances were slim.", "open",
    ),
    (
        "predicate: no wall",
        "A [breakthrough] never ends a war.", "denied",
        "It was the [breakthrough] that never ends.", "claimed",
    ),
    (
        "copula: with a copula",
        "The [standoff] over the agenda is over.", "denied",
        "The [standoff] over the agenda goes on.", "claimed",
    ),
    (
        "of cues that overlap the first and longest counts",
        "A [breakthrough] cannot be ruled out.", "open",
        "A [breakthrough] can be ruled out.", "doubted",
    ),
    (
        "predicate: adverbs of one verb",
        "A [breakthrough] can safely be ruled out.", "doubted",
        "The [setback] was a reason the chair found unlikely.", "claimed",
    ),
    (
        "predicate: fillers of one verb",
        "A [breakthrough] has so far eluded the negotiators.", "denied",
        "A [breakthrough] has been hailed by those who eluded the negotiators.", "claimed",
    ),
    (
        "predicate: copulas of one verb",
        "[Progress] has been insufficient.", "denied",
        "The [deadlock] was called absurd and unlikely.", "claimed",
    ),
    (
        "predicate: a possessive is no verb",
        "[Progress] on the chair's paper is unlikely.", "doubted",
        "[Progress] on the paper the chair's aides had was called unlikely.", "claimed",
    ),
    (
        "a second subject",
        "A [breakthrough] and a treaty could follow.", "open",
        "There was [progress] and ministers could leave.", "claimed",
    ),
    (
        "a second subject behind *and*",
        "No real [progress] and no solution would ever be found.", "doubted",
        "There was [progress] while a truce could hold.", "claimed",
    ),
    (
        "a second subject before the verb",
        "Reports of a [breakthrough] and of a truce were dismissed.", "denied",
        "Reports of a [breakthrough] were true and a rival was dismissed.", "claimed",
    ),
    (
        "a relative clause between commas",
        "Hopes of a [breakthrough], which had grown all through the long and bitter winter in the capital, faded.",
        "doubted",
        "Hopes of a [breakthrough], grown all winter, faded.", "open",
    ),
    (
        "a relative clause of an owner",
        "Hopes of a [breakthrough], whose makers had left, faded.", "doubted",
        "Hopes of a [breakthrough], said the envoy, faded.", "open",
    ),
    (
        "a relative clause ends with its sentence",
        "A [breakthrough], which would please Orland, could follow.", "open",
        "There was a [breakthrough], which pleased Orland; Kestria, too, could gain.", "claimed",
    ),
]  # fmt: skip

SUBJECTS = [
    (
        "the first word is one",
        "[Progress] is impossible to count on", "doubted",
        "Aid in [deadlock] is impossible to count on", "claimed",
    ),
    (
        "behind a conjunction",
        "They left as [progress] was impossible.", "doubted",
        "They left with [progress] and peace impossible.", "claimed",
    ),
    (
        "what a verdict is of",
        "A finding of [progress] is unlikely.", "doubted",
        "A month of [progress] is unlikely.", "claimed",
    ),
    (
        "behind a time that opens the clause",
        "In August [progress] could be more noticeable.", "open",
        "Amid [deadlock] aid was impossible.", "claimed",
    ),
    (
        "behind a time that opens a later clause",
        "They met; in August [progress] could be more noticeable.", "open",
        "The costs of the [deadlock] are over.", "claimed",
    ),
    (
        "not the object of a verb",
        "The [standoff] is over.", "denied",
        "To end the [standoff] is impossible.", "claimed",
    ),
]  # fmt: skip


def sentences(rules):
    """Each row's example and near-miss, named for its rule."""
    return [
        pytest.param(sentence, status, id=name)
        for rule, example, read, near_miss, other in rules
        for name, sentence, status in ((rule, example, read), (f"{rule}, near-miss", near_miss, other))
    ]


@pytest.mark.parametrize(("sentence", "status"), sentences(LEFTWARD))
def test_cues_left_of_a_term(sentence, status, marked):
    assert marked(sentence).status == status


@pytest.mark.parametrize(("sentence", "status"), sentences(LISTS))
def test_lists_and_asides_between_a_cue_and_a_term(sentence, status, marked):
    assert marked(sentence).status == status


@pytest.mark.parametrize(("sentence", "status"), sentences(RIGHTWARD))
def test_cues_right_of_a_term(sentence, status, marked):
    assert marked(sentence).status == status


@pytest.mark.parametrize(("sentence", "status"), sentences(SUBJECTS))
def test_terms_that_are_subjects(sentence, status, marked):
    assert marked(sentence).status == status
