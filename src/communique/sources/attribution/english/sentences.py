"""One sentence as it is read for who says what: its tokens, its cues, and what an attribution in it is made of."""

from communique.sources.attribution.english.appositions import apposed_name, is_name
from communique.sources.attribution.english.cues import Spotted, spotted
from communique.sources.attribution.english.frames import Token
from communique.sources.attribution.english.subjects import Subject
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Attribution, Span


class Sentence:
    """The tokens of a sentence with the cues among them."""

    def __init__(self, text: str, tokens: tuple[Token, ...], w: SpeechWords):
        self.text = text
        self.tokens = tokens
        self.w = w
        self.cues = spotted(tokens, w)

    def made(self, cue: Spotted, start: int, end: int, who: Subject, rule: str, parts=()) -> Attribution:
        """What a cue gives to a subject: characters from and to, and the pieces of what is split."""
        return Attribution(
            start=start,
            end=end,
            speaker=self.span(who),
            shape=who.shape,
            cue=self.cue_span(cue),
            lemma=cue.cue.lemma,
            kind=cue.cue.kind,
            rule=rule,
            parts=parts,
            reporter=self.span(cue.reporter) if cue.reporter else None,
        )

    def span(self, who: Subject) -> Span:
        """The characters of a subject."""
        return self.tokens[who.start].start, self.tokens[who.stop - 1].end

    def cue_span(self, cue: Spotted) -> Span:
        """The characters of a cue."""
        return self.tokens[cue.at].start, self.tokens[cue.stop - 1].end

    def apposed(self, who: Subject) -> Subject:
        """The name behind a description: "..., said their lawyer, (Bettina Ruhl)"."""
        named = None if is_name(self.tokens[who.stop - 1]) else apposed_name(self.tokens, who.stop, self.w)
        return Subject(*named, "name", who.opens) if named else who
