"""Why a term was read as it was: its rule in words."""

from communique.language.reader import Mention, Reader, reader

# Rules that are no row of the lexicon's files, in words.
_FORMS = {
    "": "no cue reaches the term: it is so",
    "question": "the sentence asks whether it is so",
    "question-what": "the sentence asks what, which or how much of it there is",
    "question-fragment": "the term stands alone before a question mark",
    "question-declarative": "a statement put as a question",
    "any": "“any” takes for granted neither that it is so nor that it is not",
    "without-condition": "“without” makes a condition of it",
    "only-condition": "it alone would do, so it is not there yet",
    "supposed-lack": "a lack without article, of which a modal tells what it would do",
    "granted-lasting": "it is taken for granted, as what goes on is",
    "granted-attained": "it is taken for granted, as what was wished for and got is",
    "granted-let": "it is taken for granted, as what is let do something is",
    "granted-subject": "it is taken for granted, as that of which something else is said is",
    "guarded": "this word counts only where the words beside it show that it speaks of talks",
    "address": "part of a web address",
    "name": "part of a name, written with a capital within a sentence",
    "other-topic-near": "the words beside it speak of something other than talks",
    "other-topic": "the sentence speaks of something other than talks",
    "other-topic-before": "what was said before it speaks of something other than talks",
    "no-talks": "nothing near it speaks of talks, which this word needs",
}
# What the next sentence says of what is asked; see `communique.language.english.answers`.
_ANSWERS = {
    "deny": "the speaker's next sentence says no",
    "doubt": "the speaker's next sentence holds it unlikely",
    "affirm": "the speaker's next sentence says yes",
}
# What each effect of a cue says; see `communique.language.effects` for the arithmetic.
_EFFECTS = {
    "deny": "it says that it is not so",
    "refute": "someone denies what stands within it",
    "lack": "it is missing, has ended or has not come",
    "prevent": "it is kept from coming about, or undone",
    "alleged": "it is only said to be so",
    "unmet": "it was hoped for, or would have been, in vain",
    "want": "it is wanted, feared, demanded or a purpose",
    "aim": "it is attempted or meant to be",
    "for": "it is what something is for",
    "expect": "it is expected or to come",
    "without": "it is said to be absent",
    "able": "it can be",
    "maybe": "it is possible",
    "adjective": "it is called possible, hoped for or feared",
    "mean": "it is what something else amounts to",
    "cannot": "it cannot be",
    "doubt": "it is held unlikely or ruled out",
    "notlet": "it will not be allowed",
    "dampen": "the hope of it is made less",
    "supposed": "it is what something would follow from",
    "vain": "it was hoped for in vain",
    "only": "it alone would do",
    "if": "it is a condition",
    "ask": "nobody says whether it is so",
    "review": "it is under review, without a word on whether it is there",
    "fact": "it is taken for granted",
    "factive": "it is taken for granted, as what is welcomed is",
    "reverse": "it is undone or kept from coming about",
    "persist": "it goes on",
    "made": "what has been made is there",
    "unless": "a condition follows, which the denial hangs on",
    "infverb": "an infinitive: it is still to be",
    "coordinated": "it goes on an infinitive or a modal before it",
    "because": "the denial meets the reason and not the thing",
    "resolve": "it is over, or is to be",
    "avert": "it was kept from happening",
    "disown": "the report or claim of it is rejected",
    "calm": "the hope or fear of it is set aside",
    "happened": "it came",
    "attained": "what was wanted is there",
    "presupposed": "what is said of it takes it for granted",
    "frame": "it hands on what is said of the noun before it",
    "counter": "it is supposed against the facts",
    "null": "the words only look like a cue",
}


def explanation(mention: Mention, *, using: Reader | None = None) -> str:
    """One phrase on what decided a mention's status: the effect of its cue, or the sense that put it aside."""
    using = using or reader()
    if mention.rule in _FORMS:
        return _FORMS[mention.rule]
    for cue in using.cues.cues:
        if cue.cue == mention.rule:
            return _EFFECTS.get(cue.effect, cue.note or cue.effect)
    for answer in using.answers.answers:
        if f"answer-{answer.answer}" == mention.rule:
            return _ANSWERS[answer.effect]
    for sense in using.senses.senses:
        if sense.sense == mention.rule:
            return sense.why or f"another sense: {sense.pattern}"
    return "a form of the sentence"
