"""Ids for new rows, in the manner of those a process has."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from communique.sources.attribution.english.words import SpeechWords, words

_LEADING_ON = ("of", "from", "for", "at", "with")  # from a name to what somebody is
_ADDRESS = ("mr", "mrs", "ms", "mx", "sir", "dame")  # no role


def statement_id(
    statements: Iterable[Mapping[str, str]], round_: str, *, first: tuple[str, str, int] = ("S", "-", 3)
) -> str:
    """The next id of a round: ``G7-106`` after ``G7-105``.

    A round without statements takes the manner of the others, its number in place of theirs; a process without any
    takes that of `first`: what stands before and behind the number of the round, and how many digits follow.
    """
    taken, manners = set(), Counter()
    for row in statements:
        id_, number = row["statement_id"], row["round"]
        taken.add(id_)
        if match := re.fullmatch(rf"(\D*){re.escape(number)}(\D+)(\d+)", id_):
            manners[match[1], match[2], len(match[3]), number == round_] += 1
    # The manner of this round counts before that of the others, the most usual before the rest.
    before, between, width, _ = max(manners, key=lambda each: (each[3], manners[each]), default=(*first, True))
    prefix = f"{before}{round_}{between}"
    numbers = [int(id_[len(prefix) :]) for id_ in taken if id_.startswith(prefix) and id_[len(prefix) :].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:0{width}d}"


def numbered(taken: Collection[str], first: str) -> str:
    """The next id of a table whose ids end in a number: ``E-80`` after ``E-79``; `first` where there is none."""
    ends = [match for match in (re.fullmatch(r"(.*?)(\d+)", each) for each in taken) if match]
    if not ends:
        return first
    stem = Counter(match[1] for match in ends).most_common(1)[0][0]
    numbers = [match[2] for match in ends if match[1] == stem]
    return f"{stem}{max(map(int, numbers)) + 1:0{len(numbers[-1])}d}"


def name_and_role(surface: str) -> tuple[str, str]:
    """A speaker's name, and what else a source says of them: ("Nils Holm", "ferry workers").

    Where it is not told apart, all of it is the name.
    """
    w = words()
    parts = surface.split()
    if parts and parts[0].casefold() in w.articles:
        parts = parts[1:]
    one, comma, two = " ".join(parts).partition(", ")
    if comma and _is_name(one, w) != _is_name(two.removeprefix("the "), w):
        return (one, _without_article(two, w)) if _is_name(one, w) else (two, one)
    at = next((at for at, part in enumerate(parts) if at > 1 and part in _LEADING_ON), 0)
    if at and _is_name(" ".join(parts[:at]), w) and parts[at - 1].casefold() not in w.bodies:
        return " ".join(parts[:at]), _without_article(" ".join(parts[at + 1 :]), w)
    offices = [at for at, part in enumerate(parts[:-1]) if _is_office(part, w)]
    if offices and _is_name(name := " ".join(parts[offices[-1] + 1 :]), w):
        role = " ".join(parts[: offices[-1] + 1])
        return name, "" if role.casefold().rstrip(".") in _ADDRESS else role
    return " ".join(parts), ""


def _is_name(text: str, w: SpeechWords) -> bool:
    """Whether a text is written as the name of somebody, and holds no office."""
    parts = text.split()
    written = [part[0].isupper() or part.casefold() in w.particles or part[:3] in ("al-", "el-") for part in parts]
    return bool(parts) and all(written) and not any(_is_office(part, w) for part in parts)


def _is_office(part: str, w: SpeechWords) -> bool:
    lower = part.casefold().rstrip(".")
    small = (
        part[0].islower() and lower not in w.particles | {*_LEADING_ON, "and", "the"} and part[:3] not in ("al-", "el-")
    )
    return small or lower in w.titles


def _without_article(text: str, w: SpeechWords) -> str:
    head, _, rest = text.partition(" ")
    return rest if head.casefold() in w.articles else text


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
