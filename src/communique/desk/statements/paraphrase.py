"""Whether a text says in other words what a source said: the data set keeps paraphrases, never copies."""

import re
import unicodedata
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

RUN = 8  # words of the source in a row; diplomatic words to keep, "neither a breakthrough nor a flop", are six
STRETCH = 4  # words in a row from which they count as taken over: names and offices are shorter
SHARE = 0.6  # of a paraphrase that may be made of such stretches
ALIKE = 0.75  # similarity of two texts, by words or by letters, from which one is the other with touches
# The paraphrases of a whole report in the data (G7-054 to G7-065) have runs of four words at most and reach 0.55.
LONGEST = 4_000  # characters of the source that are compared
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def copied(paraphrase: str, original: str, context: str = "") -> str:
    """Why a paraphrase is a copy, as a sentence for its writer; "" where it is none.

    Parameters
    ----------
    paraphrase
        What would enter the data.
    original
        The words of the statement in its source.
    context
        The paragraph they stand in: its other words are the source's too.
    """
    own, source = _words(paraphrase), _words(original[:LONGEST])
    if not own or not source:
        return ""
    if own == source:
        return "This is the source's own wording. Say it in your own words."
    letters = Indel.normalized_similarity("".join(own), "".join(source))
    if max(Indel.normalized_similarity(own, source), letters) >= ALIKE and max(len(own), len(source)) > STRETCH:
        return "This is the source's wording with a few words changed. Say it in your own words."
    around = _words(context[:LONGEST]) or source
    for text in (source, around):
        stretches = [block for block in _matches(own, text) if block[1] >= STRETCH]
        longest = max(stretches, key=lambda block: block[1], default=(0, 0))
        if longest[1] >= RUN:
            words = " ".join(_shown(paraphrase)[longest[0] : sum(longest)])
            return f"{longest[1]} words in a row are the source's own: “{words}”. Put them in your own words."
        if len(own) >= RUN and sum(size for _, size in stretches) > SHARE * len(own):
            words = "”, “".join(" ".join(_shown(paraphrase)[at : at + size]) for at, size in stretches)
            return f"Most of this is the source's own: “{words}”. Put more of it in your own words."
    return ""


def _matches(own: list[str], text: list[str]) -> list[tuple[int, int]]:
    """Stretches that both have, in order: where each begins in the first, and its length in words."""
    matcher = SequenceMatcher(None, own, text, autojunk=False)
    return [(block.a, block.size) for block in matcher.get_matching_blocks() if block.size]


def _shown(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text))


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _shown(text)]
