"""The same wire in ten papers is one statement: near-duplicates of sentences and of documents by MinHash."""

import re
import zlib
from collections import OrderedDict
from collections.abc import Callable
from functools import cache

import numpy as np
from datasketch import MinHash

from communique.sources.attribution.english.words import words

PERMUTATIONS, BAND = 32, 4  # eight bands of four: pairs that share six of ten shingles are nearly always met
SHINGLE = 3  # words
ALIKE = 0.7  # estimated Jaccard similarity of shingles from which two stretches tell the same
REMEMBERED = 100_000  # signatures kept, the latest: some 150 MB at most
WORD = re.compile(r"\w+")


@cache
def _template() -> MinHash:
    return MinHash(num_perm=PERMUTATIONS, hashfunc=zlib.crc32)


@cache
def _leading(leading: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)^\W*(?:{'|'.join(sorted(leading))})\s+")


def signature(text: str) -> bytes | None:
    """MinHash signature of a text over its shingles of three words; None where it is too short to be told apart."""
    found = WORD.findall(_leading(words().leading).sub("", text).casefold())
    if len(found) < SHINGLE + 1:
        return None
    template = _template()
    made = MinHash(
        num_perm=PERMUTATIONS, hashfunc=zlib.crc32, permutations=template.permutations, scheme=template.scheme
    )
    shingles = {" ".join(found[at : at + SHINGLE]) for at in range(len(found) - SHINGLE + 1)}
    made.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return made.hashvalues.astype(np.uint32).tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of two texts by their signatures."""
    return float(np.mean(np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)))


class Known:
    """What was seen before, by signature; bounded: the oldest is forgotten first.

    ``alike`` is the similarity from which two count as the same; ``forgotten`` is told of each key that is let go.
    """

    def __init__(
        self,
        *,
        alike: float = ALIKE,
        remembered: int = REMEMBERED,
        forgotten: Callable[[str], object] = lambda key: None,
    ):
        self.alike = alike
        self.remembered = remembered
        self.forgotten = forgotten
        self._signatures: OrderedDict[str, bytes] = OrderedDict()
        self._bands: dict[bytes, str] = {}

    def __len__(self) -> int:
        return len(self._signatures)

    def first_like(self, signed: bytes) -> str | None:
        """The key of something seen that is alike, the most alike first."""
        keys = {self._bands[band] for band in self._cut(signed) if band in self._bands}
        near = [(similarity(signed, self._signatures[key]), key) for key in keys if key in self._signatures]
        best = max(near, default=(0.0, ""))
        return best[1] if best[0] >= self.alike else None

    def add(self, key: str, signed: bytes) -> None:
        """Remember something new."""
        self._signatures[key] = signed
        for band in self._cut(signed):
            self._bands.setdefault(band, key)
        if len(self._signatures) > self.remembered:
            old, forgotten = self._signatures.popitem(last=False)
            self.forgotten(old)
            for band in self._cut(forgotten):
                if self._bands.get(band) == old:
                    del self._bands[band]

    @staticmethod
    def _cut(signed: bytes) -> list[bytes]:
        size = BAND * 4
        return [bytes([at // size]) + signed[at : at + size] for at in range(0, len(signed), size)]
