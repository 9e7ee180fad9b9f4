"""What would have worked in place of a word that did not."""

from collections.abc import Collection

from rapidfuzz import fuzz, process

SHOWN = 24  # longer lists of choices help nobody on one line
COMPARISONS = 2_000_000  # by one `Nearest`, about half a second


def suggestion(word: str, choices: Collection[str]) -> str:
    """A remedy for `word`: the nearest of the choices, else a list of them where it is short, in a phrase."""
    return Nearest(choices)(word)


def allowed(choices: Collection[str]) -> str:
    """The choices there are, in a phrase, or how many where they are too many for one line."""
    ordered = [choice for choice in choices if choice]
    if not ordered:
        return "there is none to choose from"
    if len(ordered) > SHOWN:
        return f"nothing among the {len(ordered):,} known is like it"
    return f"write {' or '.join(filter(None, [', '.join(ordered[:-1]), ordered[-1]]))}"


class Nearest:
    """Remedies for words that are none of the choices, in bounded time: each word is looked up once.

    Letter case does not count. A file full of different unknown words has one trouble, not a thousand typos: after
    `COMPARISONS` they are told what is allowed, without a search.
    """

    def __init__(self, choices: Collection[str]):
        self.choices = list(choices)
        self.folded = [choice.casefold() for choice in self.choices]
        self.allowed = allowed(self.choices)
        self.left = COMPARISONS
        self.known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """A remedy for `word`, as a phrase that ends a fault."""
        if word not in self.known:
            close = self._closest(word) if word and self.left > 0 else ""
            self.known[word] = f"did you mean {close}?" if close else self.allowed
        return self.known[word]

    def _closest(self, word: str) -> str:
        self.left -= len(self.choices)
        found = process.extractOne(word[:100].casefold(), self.folded, scorer=fuzz.ratio, score_cutoff=65)
        return self.choices[found[2]] if found else ""
