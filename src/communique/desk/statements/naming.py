"""Ids for new rows, in the manner of those a process has."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping


def statement_id(statements: Iterable[Mapping[str, str]], round_: str) -> str:
    """The next id of a round: ``G7-106`` after ``G7-105``.

    A round without statements takes the manner of the others, its number in place of theirs; a process without any
    takes ``S7-001``.
    """
    taken, manners = set(), Counter()
    for row in statements:
        id_, number = row["statement_id"], row["round"]
        taken.add(id_)
        if match := re.fullmatch(rf"(\D*){re.escape(number)}(\D+)(\d+)", id_):
            manners[match[1], match[2], len(match[3]), number == round_] += 1
    # The manner of this round counts before that of the others, the most usual before the rest.
    before, between, width, _ = max(manners, key=lambda each: (each[3], manners[each]), default=("S", "-", 3, True))
    prefix = f"{before}{round_}{between}"
    numbers = [int(id_[len(prefix) :]) for id_ in taken if id_.startswith(prefix) and id_[len(prefix) :].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:0{width}d}"


def source_id(taken: Collection[str], publisher: str, published: str) -> str:
    """An id such as ``S-tass-20170715a``, by publisher and day, with the first letter that is free."""
    stem = f"S-{slug(publisher, joint='')[:20] or 'page'}-{published.replace('-', '') or 'undated'}"
    return free(taken, *(stem + letter for letter in "abcdefghijklmnopqrstuvwxyz"), stem + "z")


def actor_id(taken: Collection[str], name: str) -> str:
    """An id such as ``staffan-de-mistura``, by the actor's name."""
    return free(taken, slug(name)[:60] or "actor")


def slug(text: str, *, joint: str = "-") -> str:
    """A text as small letters and digits, other characters in between as one `joint`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in plain if not unicodedata.combining(each) and each not in "'’ʼ")
    return joint.join(re.findall("[a-z0-9]+", plain))


def free(taken: Collection[str], *wishes: str) -> str:
    """The first wish that is not taken; after them the last one with a number."""
    number, wish = 2, next((each for each in wishes if each not in taken), "")
    while not wish:
        wish = "" if f"{wishes[-1]}-{number}" in taken else f"{wishes[-1]}-{number}"
        number += 1
    return wish
