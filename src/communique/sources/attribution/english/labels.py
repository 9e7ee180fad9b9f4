"""Labels of turns at the head of a line: who has the floor, in records, stakeouts, interviews and Hansard.

A label opens a turn where it can be no heading: it asks or answers, has a title or brackets, comes back, or what
follows it is spoken (in quote marks, in the first person).
"""

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from communique.sources.attribution.english.bearings import Introduced, introduced
from communique.sources.attribution.english.members import members
from communique.sources.attribution.english.offices import LONGEST_READ, name_pattern
from communique.sources.attribution.english.speeches import speech
from communique.sources.attribution.english.stacks import past_hours, stacks
from communique.sources.attribution.english.words import SpeechWords
from communique.sources.attribution.findings import Span, TurnLabel

# Marks of Markdown, and the time of a machine's transcript, in front of a name.
_LEAD = r"(?:[-–—•]\s)?[>#*_\s]*(?:[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d{1,3})?[\])]?\s*[-–—]?\s*)?[*_]{0,3}"
_END = r"[*_]{0,3}\s?[:：][*_]{0,3}(?=\s|[“\"'‘«]|$)"
_BRACKETS = r"(?P<brackets>(?:\s*[(\[][^()\[\]\n]{1,80}[)\]]){0,3})(?:\s+spoke in [A-Z][a-z]+)?"
ASKED = re.compile(
    rf"{_LEAD}(?P<name>(?i:Q(?:UESTION)?|A(?:NSWER)?))(?:\s?\d{{1,2}})?[*_]{{0,3}}{_BRACKETS}"
    rf"(?:[*_]{{0,3}}[:.][*_]{{0,3}}(?=\s|[“\"])|\s{{2,}}|(?<=Q)\s+(?=[A-Z“\"(]))"
)
CAPITALS = re.compile(rf"{_LEAD}(?P<name>[A-Z][A-Z.’'\-]+(?:[ ,]+[A-Z(][A-Z.)’'\-]*){{0,7}}){_BRACKETS}{_END}")
ABBREVIATED = re.compile(r"[A-Za-z]{2,6}")
RARE, HEADING = 4, 3  # a record has a label in every four lines, or says in its first lines what it is
QUOTED = ("“", '"', "‘", "'", "«", "„")
HEAD = 200  # characters of a line in which a label must end


@cache
def _mixed(particles: frozenset[str]) -> re.Pattern[str]:
    """Matches a name in mixed case, with its office behind a comma, before a colon."""
    within = "|".join(sorted(particles))
    part = r"[\w.’'+/\-]*"
    capital = rf"(?:(?:al|el)-)?[A-Z]{part}"
    small = rf"(?:{within}|of|the|for|and)(?![a-z]){part}"
    return re.compile(
        rf"{_LEAD}(?P<name>{capital}(?: (?:{small}|{capital}|\d{{1,2}}\b)){{0,8}}"
        rf"(?:, [^:\n.?!]{{3,80}}?)?){_BRACKETS}{_END}"
    )


def labels(text: str, rows: list[Span], w: SpeechWords) -> dict[int, TurnLabel]:
    """The labels of a text by the start of their line; none where it is no record of turns."""
    found: dict[int, TurnLabel] = {}
    dotted = 0
    for start, end in rows:
        label = _label(text, start, min(end, start + HEAD), w)
        if label is not None:
            found[start] = label
            dotted += label.question
    found = _without_initials(text, found, asked=dotted > 0)
    debate = past_hours(text, rows, members(text, rows, w))
    found |= stacks(text, rows, w, debate=bool(debate)) | debate
    head = introduced(text, min(found, default=0), w)
    found = {
        start: replace(label, strong=label.strong or head.whole or text[slice(*label.name)] in head.initials)
        for start, label in found.items()
    }
    found = _led_back(text, _kept(text, rows, found, w, sure=head.whole), w)
    return speech(text, rows, min(found, default=len(text)), w) | found


def _label(text: str, start: int, end: int, w: SpeechWords) -> TurnLabel | None:
    """The label a line opens with, if it does."""
    head = text[start:end]
    if match := ASKED.match(head):
        asks = match.group("name")[0] in "Qq"
        return TurnLabel(
            _moved(match.span("name"), start), _past(text, start + match.end()), asks, strong=True, known=asks
        )
    match = CAPITALS.match(head) or _mixed(w.particles).match(head)
    if match is None:
        return None
    name, brackets = match.group("name"), match.group("brackets").strip()
    words = [word.casefold().strip(".,") for word in name.split()]
    if name.casefold() in w.not_turns or words[0] in w.not_turns or words[-1] in w.not_turns:
        return None
    if any(word in w.verbs and part[0].islower() for word, part in zip(words, name.split(), strict=True)):
        return None
    plain = [word for word in words if word not in w.articles and not word.isdigit()]
    asking = bool(plain) and (name.casefold() in w.asking or plain[-1] in w.asking or plain[0] in w.asking)
    asking = asking or name.casefold() in w.newsrooms
    bearing = bool(set(words) & (w.titles | w.chairs)) or words[0].strip(".") in w.honorifics
    strong = asking or bool(brackets) or bearing
    name_span = match.span("name")
    comma = name.find(", ")
    if comma > 0 and (words[0] in w.openers or set(words) & w.finite):
        return None
    if comma > 0:
        name_span = name_span[0], name_span[0] + comma
    behind = name[comma + 2 :] if comma > 0 else ""
    who = behind if " " in behind and all(part[0].isupper() for part in behind.split()) else ""
    return TurnLabel(
        _moved(name_span, start),
        _past(text, start + match.end()),
        asking,
        who,
        brackets=brackets.strip("()[] "),
        strong=strong,
    )


def _past(text: str, at: int) -> int:
    """The place behind the space at a place."""
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _without_initials(text: str, found: dict[int, TurnLabel], *, asked: bool) -> dict[int, TurnLabel]:
    """Labels without "A." where nobody asks: it is then the initial of a name, or the article."""
    return {
        start: label
        for start, label in found.items()
        if label.known or (asked and text[label.body - 1 : label.body] in ".: \n*_" and _answers(text, label))
    }


def _answers(text: str, label: TurnLabel) -> bool:
    """Whether "A" has a mark behind it, or stands apart from what follows."""
    return bool(re.match(r"[*_]{0,3}[:.]|\s{2,}", text[label.name[1] : label.body + 2]))


def _kept(
    text: str, rows: list[Span], found: dict[int, TurnLabel], w: SpeechWords, *, sure: bool
) -> dict[int, TurnLabel]:
    """The labels that open turns: all, where enough of them can be no heading, or where it is ``sure`` a transcript."""
    counted = Counter(text[slice(*label.name)] for label in found.values())
    ends = dict(rows)
    opening: dict[int, TurnLabel] = {}
    for start, label in found.items():
        name = text[slice(*label.name)]
        person = _is_person(name, w) or _is_surname(text, name, w)
        spoken = person and _is_spoken(text[label.body : _end(text, ends[start], label)], w)
        if counted[name] == 1 and not spoken and _is_headline(text, ends[start], label):
            continue
        strong = label.strong or counted[name] > 1 or spoken
        opening[start] = replace(label, strong=strong)
    strong = [label for label in opening.values() if label.strong]
    answers = any(not label.question and _is_person(text[slice(*label.name)], w) for label in opening.values())
    asked = any(label.question for label in strong)
    if not strong or (len(strong) == 1 and asked and not (sure or answers)):
        return {}
    if len(strong) == 1 and not (sure or asked):
        (label,) = strong
        said = text[label.body : label.body + HEAD].strip()
        named = _is_person(text[slice(*label.name)], w) or bool(label.brackets)
        if not (named and said and len(said.split()) > 2):
            return {}
    kept = {s: label for s, label in opening.items() if label.strong or _is_person(text[slice(*label.name)], w)}
    alone = not _is_record(text, rows, list(kept.values()), w)
    if alone:  # in prose, a quotation behind a name and a colon is read as one
        kept = {s: label for s, label in kept.items() if text[label.body : label.body + 2].lstrip()[:1] not in QUOTED}
    return {s: replace(label, alone=alone) for s, label in kept.items()}


def _is_record(text: str, rows: list[Span], kept: list[TurnLabel], w: SpeechWords) -> bool:
    """Whether a text is a record, where a turn lasts until the next: it says so, or asks, or is full of labels."""
    head = f" {' '.join(re.findall(r'[a-z&]+', text[: rows[min(HEADING, len(rows) - 1)][1]].casefold()))} "
    told = any(f" {record} " in head for record in w.records)
    often = Counter(text[slice(*label.name)] for label in kept).most_common(1)[0][1] > 2
    titled = sum(
        bool(label.brackets) or text[slice(*label.name)].split()[0].casefold().strip(".") in w.honorifics
        for label in kept
    )
    return told or often or titled > 1 or any(label.question for label in kept) or len(kept) * RARE >= len(rows)


def _end(text: str, end: int, label: TurnLabel) -> int:
    """Where the first line of what follows a label ends: its own, or the next where it stands alone."""
    return end if text[label.body : end].strip() else min(len(text), label.body + HEAD)


def _is_person(name: str, w: SpeechWords) -> bool:
    """Whether a label reads like the name of somebody: two parts or more, none of them a place, body or thing."""
    words = [word.casefold().strip(".,") for word in name.split()]
    if words[0].strip(".") in w.honorifics or set(words) & w.chairs:
        return True
    things = w.not_people | w.bodies | w.documents | w.topics | w.kickers | w.plans | w.openers | w.determiners
    return len(words) > 1 and not set(words) & (things | w.subordinators) and all(word for word in words)


def _is_surname(text: str, name: str, w: SpeechWords) -> bool:
    """Whether a single word is the last part of a name that the text tells elsewhere: "Varnhagen: ..."."""
    if " " in name or not name[0].isupper() or name.isupper():
        return False
    return any(match.group().endswith(f" {name}") for match in name_pattern(w.particles).finditer(text[:LONGEST_READ]))


def _is_headline(text: str, end: int, label: TurnLabel) -> bool:
    """Whether a label and what follows only tell: "Minister: no deal tonight", "President: Mr. Liu (China)"."""
    said = text[label.body : end].strip()
    return (
        bool(said) and label.known and not label.question and not label.brackets and said[-1] not in ".!?…:;,\"”’'-–—"
    )


def _is_spoken(said: str, w: SpeechWords) -> bool:
    """Whether words are spoken: in quote marks, or in the first person."""
    bare = said.lstrip()
    if bare[:1] in QUOTED:
        return True
    return not w.spoken.isdisjoint(re.findall(r"[a-z]+", bare.replace("’", "'").casefold()))


def _led_back(text: str, found: dict[int, TurnLabel], w: SpeechWords) -> dict[int, TurnLabel]:
    """Labels with the name that an abbreviation or "A" stands for."""
    if not found:
        return found
    head: Introduced = introduced(text, min(found), w)
    if all(label.question for label in found.values()):  # what follows a question is told, and not asked
        return {start: replace(label, alone=True) for start, label in found.items()}
    short: dict[str, str] = dict(head.initials)
    principal, done = head.principal, {}
    for start, label in sorted(found.items()):
        name = text[slice(*label.name)]
        if ABBREVIATED.fullmatch(label.brackets) and " " in name and label.brackets.casefold() not in w.party_marks:
            short.setdefault(label.brackets, name)
        if not label.known:
            label = replace(label, who=principal)
        elif name in short and not label.question:
            label = replace(label, who=short[name])
        if label.known and not label.question:
            principal = label.who or name
        done[start] = label
    return done
