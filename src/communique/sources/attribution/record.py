"""The statements of one document as they are found, with their kind and their exact edges."""

import re
from bisect import bisect_left

from communique.sources.attribution.findings import Attribution, Speaker, Statement, TextBlock
from communique.sources.attribution.marks import Quotation, quotations

LETTER = re.compile(r"[^\W_]")
EDGE = " \n\t,;:"
CLOSING = "\"”“»’'"
TURNS = ("turn", "question turn")  # rules by which a paragraph is a statement as it stands


class Record:
    """Keeps what is found: ``found`` grows in the order of reading."""

    def __init__(self, text: str, blocks: list[TextBlock]):
        self.text = text
        self.blocks = blocks
        self.quotes = quotations(text, [(block.body, block.end) for block in blocks])
        self.found: list[Statement] = []

    def quotes_near(self, lo: int, hi: int) -> list[Quotation]:
        """The quotations that meet ``[lo, hi)``."""
        at = bisect_left(self.quotes, lo, key=lambda quote: quote.end)
        stop = bisect_left(self.quotes, hi, key=lambda quote: quote.start)
        return self.quotes[at:stop]

    def add(self, number: int, a: Attribution, who: Speaker, *, chain=(), kind: str | None = None) -> Statement:
        """Keep a statement of the block of that number, with its edges tidied and its kind told.

        A quotation that goes on in the next paragraphs is kept whole. ``chain`` names those who report the speaker.
        """
        block, text = self.blocks[number], self.text
        start, end = a.start, a.end
        for quote in self.quotes_near(max(start, end - 1), end) if a.rule not in TURNS else ():
            end = max(end, quote.end) if quote.end > block.end else end
        while end > start and text[end - 1] in EDGE:
            end -= 1
        while start < end and text[start] in EDGE:
            start += 1
        names = (*chain, who.surface) if who.surface else tuple(chain)
        statement = Statement(
            start=start,
            end=end,
            kind=kind or self._kind(a, start, end),
            speaker=who,
            chain=tuple(dict.fromkeys(names)),
            cue=a.cue,
            lemma=a.lemma,
            cue_kind=a.kind,
            rule=a.rule,
            where=block.kind,
            block=number,
            parts=a.parts,
        )
        self.found.append(statement)
        return statement

    def _kind(self, a: Attribution, start: int, end: int) -> str:
        """Whether all letters of the content stand in quote marks, some, or none."""
        if a.rule in TURNS:
            return "direct"
        outside, quoted = False, False
        for lo, hi in a.parts or ((start, end),):
            at = lo
            for quote in self.quotes_near(lo, hi):
                outside = outside or bool(LETTER.search(self.text, at, max(at, quote.start)))
                quoted, at = True, quote.end
            outside = outside or bool(LETTER.search(self.text, min(at, hi), hi))
        return "indirect" if not quoted else "mixed" if outside else "direct"

    def drop(self, statement: Statement) -> None:
        """Take back one of the last statements."""
        for at in range(len(self.found) - 1, max(len(self.found) - 4, -1), -1):
            if self.found[at] is statement:
                del self.found[at]
                return

    def still_open(self, number: int) -> bool:
        """Whether the last statement is a quotation whose closing mark never came, a few paragraphs back at most."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "direct" or number - last.block > 2 or last.where != "body":
            return False
        return self.text[last.end - 1] not in CLOSING and last.end == self.blocks[last.block].end
