"""Mentions: each place where a text speaks of a breakthrough, of progress, a setback, a deadlock or a collapse."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.language.characters import Reading
from communique.language.clauses import Grammar
from communique.language.cues import cues
from communique.language.lexicon import OFF, lexicon
from communique.language.senses import senses
from communique.language.sentences import Span, sentence_around
from communique.language.status import Sentence

if TYPE_CHECKING:
    import pandas as pd

# How much text in front of a sentence may tell what it is about, in characters.
_CONTEXT = 220

COLUMNS = (
    "statement_id", "start", "end", "surface", "term", "family", "polarity", "status", "cue", "cue_start", "cue_end",
    "rule", "intensity", "resolution", "refers_to",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a text, and how its speaker commits to what it names.

    Attributes
    ----------
    start, end : int
        Character offsets in the text as given; ``surface`` is what stands between them.
    term, family, polarity : str
        The lexicon's term, what it speaks of, and ``+`` or ``-``.
    status : str
        ``claimed``, ``denied``, ``open`` or ``doubted``; ``off`` where the word has another sense.
    cue, cue_start, cue_end : str, int, int
        The words that decided, and their offsets (-1 where there are none).
    rule : str
        Key of the row of ``cues.csv`` or ``senses.csv`` that decided.
    intensity, resolution, refers_to : str
        ``major`` or ``limited``; ``broken`` or ``averted``; the other round or process it speaks of.
    """

    start: int
    end: int
    surface: str
    term: str
    family: str
    polarity: str
    status: str
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    rule: str = ""
    intensity: str = ""
    resolution: str = ""
    refers_to: str = ""


def find_mentions(text: str, *, all_senses: bool = False, before: str = "", folder: Path | None = None) -> list[Mention]:
    """All mentions of a text, in order.

    Parameters
    ----------
    text : str
        Any length; hard-wrapped lines, transcripts and headlines are read as they are.
    all_senses : bool
        Also return terms in a sense that is not about talks, with status ``off``.
    before : str
        What was said just before the text, where the text is an excerpt.
    folder : Path, optional
        Another lexicon folder than ``data/lexicon``.
    """
    words = lexicon(folder)
    grammar = Grammar(words)
    meanings = senses(folder)
    reading = Reading(text)
    found: list[Mention] = []
    span: Span | None = None
    sentence: Sentence | None = None
    for start, end, entry in words.find(reading.low):
        if span is None or sentence is None or end > span.end:
            span = sentence_around(reading.text, start, end)
            sentence = Sentence(reading.text[span.start : span.end], grammar, cues(folder))
        line = sentence.line
        first, last = line.token_at(start - span.start), line.token_at(end - span.start - 1) + 1
        context = reading.text[max(0, span.start - _CONTEXT) : span.start] if span.start else before
        off = meanings.off(line, sentence.walls, first, last, entry, context)
        if off:
            if all_senses:
                first_at, last_at = reading.given(start), reading.given(end, end=True)
                found.append(
                    Mention(first_at, last_at, text[first_at:last_at], entry.term, entry.family, entry.polarity, OFF, rule=off)
                )
            continue
        status = sentence.decide(first, last, entry)
        mention = dict(
            start=reading.given(start), end=reading.given(end, end=True), term=entry.term, family=entry.family,
            polarity=entry.polarity, status=status.status, rule=status.rule, resolution=status.resolution,
            intensity=status.intensity,
        )  # fmt: skip
        if status.cue:
            cue_start = reading.given(span.start + line.starts[status.cue.start])
            cue_end = reading.given(span.start + line.ends[status.cue.end - 1], end=True)
            mention |= dict(cue=text[cue_start:cue_end], cue_start=cue_start, cue_end=cue_end)
        found.append(Mention(surface=text[mention["start"] : mention["end"]], **mention))
    return found


def mentions(texts: Iterable[str], *, all_senses: bool = False, folder: Path | None = None) -> Iterator[list[Mention]]:
    """The mentions of each text, lazily and in order; a Series or any iterable of texts will do."""
    for text in texts:
        yield find_mentions(text, all_senses=all_senses, folder=folder)


def mention_table(
    statements: "pd.DataFrame", *, all_senses: bool = False, folder: Path | None = None
) -> "pd.DataFrame":
    """One row per mention of the statements, with the columns `COLUMNS`.

    Parameters
    ----------
    statements : DataFrame
        With the columns ``statement_id`` and ``text``.
    """
    import pandas as pd

    lines = [
        (identifier, *(getattr(mention, column) for column in COLUMNS[1:]))
        for identifier, text in zip(statements["statement_id"], statements["text"], strict=True)
        for mention in find_mentions(text, all_senses=all_senses, folder=folder)
    ]
    table = pd.DataFrame(lines, columns=list(COLUMNS))
    whole = ("start", "end", "cue_start", "cue_end")
    return table.astype({column: "int64" if column in whole else "str" for column in COLUMNS})
