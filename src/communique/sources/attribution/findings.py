"""What is found in a sentence and in a document: blocks, attributions, speakers, statements."""

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph of a text: ``[start, end)``, its kind, and for a turn who speaks.

    ``kind`` is `headline`, `heading`, `body` or `turn`; ``body`` is where the words begin, after the label of a turn;
    ``label`` is the span of the speaker's name, carried on to the later paragraphs of the same turn; ``who`` the name
    it stands for where it is not its own ("SdeM", "A"); ``side`` what stands in brackets behind it, as a country.
    """

    start: int
    end: int
    kind: str
    body: int
    label: tuple[int, int] | None = None
    question: bool = False
    who: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """A label: ``name`` is the span of it, the words begin at ``body``.

    ``who`` is the name it stands for where it is not its own ("SdeM", "A"); ``brackets`` is what stands in brackets
    behind it, as a country; ``strong`` is set where it can be no heading. ``known`` is false where nobody is named.
    ``alone`` is set where the text is no record of turns: the turn then ends with its paragraph.
    """

    name: Span
    body: int
    question: bool = False
    who: str = ""
    brackets: str = ""
    strong: bool = False
    known: bool = True
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the document names them.

    ``surface`` is the name, for a pronoun that of the person it was led back to, or the pronoun itself where that is
    not plain; ``span`` the words in the sentence; ``certain`` false where nobody could be named; ``behind`` the name
    that a description such as "the deputy minister" stands for, where the document tells.
    """

    surface: str
    span: tuple[int, int] | None
    certain: bool = True
    pronoun: bool = False
    behind: str = ""


NOBODY = Speaker("", None, certain=False)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content ``[start, end)`` said by somebody: ``speaker`` is the span that names them, ``shape`` what it looks like.

    ``parts`` are the pieces of the content where the attribution stands in its middle. ``rule`` names the construction
    that was recognised; ``outer`` is true of a source that reports others ("according to AFP"), and ``reporter`` is
    whoever quotes the speaker ("*The Guardian* quoted an official as saying").
    """

    start: int
    end: int
    speaker: Span | None
    shape: str
    cue: Span | None
    lemma: str
    kind: str
    rule: str
    parts: tuple[Span, ...] = ()
    outer: bool = False
    reporter: Span | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A speaker announced without content in the same sentence: "Rathbun stated," before a quotation of its own.

    ``back`` is set where the content is the sentence before: "This was stated by Rathbun."
    """

    speaker: Span | None
    shape: str
    cue: Span
    lemma: str
    kind: str
    colon: bool
    back: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said: characters ``[start, end)`` of the text.

    ``kind`` is `direct`, `mixed` or `indirect`; ``chain`` names who reports whom, outermost first, the speaker last;
    ``cue`` is the span of the words that led to it, ``lemma`` and ``cue_kind`` the verb and its class; ``rule`` names
    the construction; ``where`` is the kind of the block it stands in, and ``block`` the number of that.
    """

    start: int
    end: int
    kind: str
    speaker: Speaker
    chain: tuple[str, ...]
    cue: Span | None
    lemma: str
    cue_kind: str
    rule: str
    where: str
    block: int
    parts: tuple[Span, ...] = ()
