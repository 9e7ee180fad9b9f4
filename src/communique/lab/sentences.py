"""A sentence of one's own, read: each mention marked, with its status, the cue and the rule that decided."""

from collections.abc import Iterable

from communique.document.blocks import Block, Column, Paragraph, Table, Text, inlines
from communique.document.marking import with_mentions
from communique.lab.explain import explanation
from communique.language.reader import Mention, reader

# What is read where nothing is given.
EXAMPLES = (
    "There was no breakthrough in Geneva, but the envoy still hopes for progress before the summer.",
    "Unlike the breakthrough of Munich, this round brought little, but the talks did not collapse.",
    "LITTLE PROGRESS AS TALKS WIND UP",
    "Vaccinated staff suffered breakthrough infections.",
)
POLARITIES = {"+": "good", "-": "bad"}


def read_sentences(sentences: Iterable[str], *, own: Iterable[str] = (), places: Iterable[str] = ()) -> list[Block]:
    """For each sentence, or each of `EXAMPLES` where there is none, its terms and cues marked and a table of them.

    Terms set aside as speaking of something else are told too, with status off. `own` are names of the talks the
    sentences speak of ("Geneva VII") and `places` names of talks around them; a mention of other talks tells which.
    """
    own, places = tuple(own), tuple(places)
    blocks: list[Block] = []
    for sentence in [each for each in sentences if each.strip()] or EXAMPLES:
        mentions = list(reader().read(sentence, all_senses=True, own=own, places=places))
        blocks.append(Paragraph([Text("Read: ", "strong"), *with_mentions(sentence, mentions)]))
        blocks.append(_table(sentence, mentions) if mentions else Paragraph("No term of the lexicon.", role="empty"))
    return blocks


def _table(sentence: str, found: list[Mention]) -> Table:
    rows = tuple(
        (
            inlines(Text(each.surface, "term")),
            inlines(f"{each.family} ({POLARITIES[each.polarity]})"),
            inlines(Text(each.status, "strong")),
            inlines(Text(each.cue, "cue") if each.cue else "none"),
            inlines([f"{explanation(each)} ", Text(f"({each.rule})", "code")] if each.rule else explanation(each)),
            inlines(_besides(each)),
        )
        for each in found
    )
    columns = (
        Column("Term", width=3),
        Column("Family", width=3),
        Column("Read as", width=2),
        Column("Cue", width=3),
        Column("Why (rule)", width=6),
        Column("Besides", width=3),
    )
    short = sentence if len(sentence) <= 60 else sentence[:59].rsplit(" ", 1)[0] + "…"
    return Table(f"What is found in “{short}”", columns, rows)


def _besides(mention: Mention) -> str:
    """What else is told of a mention: how strong, whether overcome, what it is about, how certain, in whose words."""
    parts = (
        mention.intensity,
        f"{mention.resolution}" if mention.resolution else "",
        f"of other talks: {mention.refers_to}" if mention.refers_to else "",
        f"about: {mention.about}" if mention.about not in ("talks", "another track") else "",
        f"certainty {mention.certainty:.2f}",
        f"in the words of {mention.claimant}" if mention.claimant else "",
    )
    return "; ".join(filter(None, parts)) or "–"
