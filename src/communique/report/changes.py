"""What an edition of a report changed against the one before it, in words, from the numbers published beside both.

None of it goes into the report itself, which depends on its inputs alone.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.errors import printable
from communique.prose import capitalised, counted

_FEW = 8  # changes told at the end of a build; the page tells all
_LONG = 300  # characters of a text that are shown
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&!$])")
_KINDS = {  # heading on the page: what one of its lines is called when they are counted
    "Parameters": "parameter",
    "Rounds": "fact of a round",
    "Statements": "statement",
    "Codes": "code",
    "Expectations and outcomes": "expectation or outcome",
    "Events": "event",
    "Figures": "figure",
}
_PLURALS = {
    "fact of a round": "facts of a round",
    "expectation or outcome": "expectations or outcomes",
}
_ABOUT = ("short", "label", "start", "end", "venue", "headline")
_CODE = ("stage_name", "movement", "disputed", "coders", "rationale", "evidence")
_FIGURES = {  # where figures stand in the numbers, and what they are called
    "mentions": "mentions",
    "index": "net language index",
    "optimism_gap": "optimism gap",
    "record": "record of expectations",
    "slippage": "slippage",
    "coverage": "coverage",
    "agreement": "agreement",
}
_KEYS = {"slippage": 1, "coverage": 2}  # how many of a row's first values name it; else one


@dataclass(frozen=True)
class Changes:
    """What differs between two editions: under each heading one line per change; false where nothing does.

    `remarks` say of the inputs what a reader needs to judge the changes: that the code changed too, for instance.
    """

    lines: Mapping[str, tuple[str, ...]]
    remarks: tuple[str, ...] = ()
    also: str = ""  # what else than the data changed among the inputs: "the code or the lexicon"

    def __bool__(self) -> bool:
        return any(self.lines.values())

    @property
    def summary(self) -> str:
        """The number of changes of each kind: "2 statements, 1 code"."""
        if not self:
            return "nothing changed"
        return ", ".join(
            f"{len(lines)} {_KINDS[heading] if len(lines) == 1 else _plural(_KINDS[heading])}"
            for heading, lines in self.lines.items()
            if lines
        )

    @property
    def nothing(self) -> str:
        """That nothing changed, where it did not; with what of the inputs did, which may change wording and looks."""
        also = f"; {self.also} did" if self.also else ""
        what = "no parameter, statement, code or figure changed" if also else "nothing changed"
        return f"{what} since the last edition{also}"

    def brief(self, path: str = "") -> str:
        """The first few changes, a line each, safe to print; `path` is where the rest can be read."""
        lines = [f"{heading}: {line}" for heading, each in self.lines.items() for line in each]
        more = len(lines) - _FEW
        rest = [f"and {counted(more, 'more change')}" + (f" in {path}" if path else "")] if more > 0 else []
        return "\n".join(f"  {printable(line)}" for line in [*lines[:_FEW], *rest])

    def page(self, name: str) -> str:
        """All changes as a page of Markdown; nothing in the data can act as markup."""
        parts = [f"# What changed in {name}", f"Against the edition before it: {self.summary}.", *self.remarks]
        for heading, lines in self.lines.items():
            if lines:
                parts += [f"## {heading}", "\n".join(f"- {_escaped(line)}" for line in lines)]
        return "\n\n".join(parts) + "\n"


def changes(before: str, after: str) -> Changes | None:
    """What differs between two editions, given as the JSON text of their numbers (see ``docs/results.md``).

    None where they cannot be compared: one is missing, is no JSON, or is of another form.
    """
    try:
        old, new = json.loads(before), json.loads(after)
        if (old["format"], _major(old)) != (new["format"], _major(new)):
            return None
        inputs = old["provenance"], new["provenance"]
        return Changes(_lines(old, new), tuple(_remarks(*inputs)), _also(*inputs))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _major(numbers: Mapping[str, Any]) -> str:
    """The part of the form's version that changes with what a reader of it must know."""
    return numbers["version"].partition(".")[0]


def _lines(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The lines under each heading."""
    before, after = _rounds(old), _rounds(new)
    was, now = (each["provenance"]["parameters"] for each in (old, new))
    told = {
        "Parameters": _differences("", was, now, {**was, **now}),
        "Rounds": _records(before.values(), after.values(), "number", only=_ABOUT, name=lambda row: row["short"]),
        "Statements": _records(
            old.get("statements", ()), new.get("statements", ()), "statement_id", but=("url", "reference"),
            name=lambda row: f"{row['statement_id']} ({row['speaker']}, {row['date']})",
            gist=lambda row: row["text"],
        ),
        "Codes": _codes(before, after),
        "Expectations and outcomes": _records(
            _expectations(old), _expectations(new), "expectation_id", but=("round", "side"),
            name=lambda row: f"{row['expectation_id']} ({row['speaker']}, {row['date']})",
            gist=lambda row: row["expected"],
        ),
        "Events": _records(
            old.get("events", ()), new.get("events", ()), "event_id",
            name=lambda row: f"{row['event_id']} ({row['date']})", gist=lambda row: row["label"],
        ),
        "Figures": _figures(old, new, before, after),
    }  # fmt: skip
    return {heading: tuple(lines) for heading, lines in told.items()}


def _rounds(numbers: Mapping[str, Any]) -> dict[int, Mapping[str, Any]]:
    """The rounds told of, by number, each with its codes and figures; of a round's report the one."""
    if "round" in numbers:
        return {numbers["round"]["number"]: {**numbers, **numbers["round"]}}
    return {each["number"]: each for each in numbers["rounds"]}


def _in_both(before: Mapping[int, Mapping], after: Mapping[int, Mapping]) -> list[int]:
    return [number for number in after if number in before]


def _expectations(numbers: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The expectations told of; of a round's report those carried in and those raised."""
    told = numbers["expectations"]
    return [*told["carried"], *told["raised"]] if isinstance(told, Mapping) else told


# --- rows that have an id --------------------------------------------------------------------------------------------


def _records(
    old: Iterable[Mapping], new: Iterable[Mapping], key: str, *, name, gist=None, only=(), but=()
) -> Iterator[str]:
    """Yield a line for each row that is new, gone or changed; `gist` is what it says.

    All fields count, or `only` those; `but` are those that follow from another.
    """
    before, after = ({row[key]: row for row in rows} for rows in (old, new))
    for each, row in after.items():
        said = f": {_shown(gist(row))}" if gist else ""
        if each not in before:
            yield f"new: {name(row)}{said}"
        else:
            fields = only or (field for field in {**row, **before[each]} if field not in but)
            yield from _differences(name(row), before[each], row, fields)
    for each, row in before.items():
        if each not in after:
            yield f"gone: {name(row)}" + (f": {_shown(gist(row))}" if gist else "")


def _codes(before: Mapping[int, Mapping], after: Mapping[int, Mapping]) -> Iterator[str]:
    """Yield a line for each code of a round in both editions that differs."""
    for number in _in_both(before, after):
        old, new = (_readings(rounds[number]) for rounds in (before, after))
        labels = {each["id"]: each["label"] for rounds in (before, after) for each in _coded(rounds[number])}
        for each in {**old, **new}:
            name = f"{after[number]['short']}, {labels[each]}"
            was, now = old.get(each), new.get(each)
            if was and now:
                yield from _differences(name, was, now, _CODE)
            elif now:
                yield f"new: {name}: {_shown(now['stage_name'])}"
            elif was:
                yield f"gone: {name}: {_shown(was['stage_name'])}"


def _readings(told: Mapping[str, Any]) -> dict[str, Mapping[str, Any] | None]:
    """What the coders agree on in one round, by the id of the dimension."""
    return {each["id"]: each["reading"] for each in _coded(told)}


def _coded(told: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The baskets and other dimensions of one round."""
    return [*told["baskets"], *told["dimensions"]]


def _differences(name: str, old: Mapping[str, Any], new: Mapping[str, Any], fields: Iterable[str]) -> Iterator[str]:
    """Yield a line for each field in which two states of one thing differ."""
    for field in fields:
        was, now = old.get(field), new.get(field)
        if was != now:
            what = f"{name}: {field.replace('_', ' ')}" if name else field
            yield f"{what}: {_shown(was)} → {_shown(now)}"


# --- figures ---------------------------------------------------------------------------------------------------------


def _figures(
    old: Mapping[str, Any], new: Mapping[str, Any], before: Mapping[int, Mapping], after: Mapping[int, Mapping]
) -> Iterator[str]:
    """Yield a line for each number that differs: those of the rounds in both editions, then those of the whole."""
    if "rounds" in new:
        for number in _in_both(before, after):
            prefix = f"{after[number]['short']}, "
            yield from _numbers_that_differ(prefix, before[number], after[number], ("mentions", "index"))
    yield from _numbers_that_differ("", old, new, _FIGURES)


def _numbers_that_differ(prefix: str, old: Mapping, new: Mapping, names: Iterable[str]) -> Iterator[str]:
    was, now = ({k: v for name in names for k, v in _flat(each.get(name), (name,))} for each in (old, new))
    for path in {**was, **now}:
        if was.get(path) != now.get(path):
            words = [_FIGURES[path[0]], *(_words(part) for part in path[1:])]
            yield f"{prefix}{': '.join(filter(None, words))}: {_shown(was.get(path))} → {_shown(now.get(path))}"


def _flat(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield each number within nested objects and rows, with the names that lead to it."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _flat(each, (*path, name))
    elif isinstance(value, list):
        for row in value:
            names = _KEYS.get(path[0], 1)
            key = ", ".join(str(each) for each in list(row.values())[:names])
            yield from _flat(dict(list(row.items())[names:]), (*path, key))
    else:
        yield path, value


def _words(name: str) -> str:
    """A name of the form in words; "by_side" goes, as what follows says it."""
    return "" if name.startswith("by_") else name.replace("_", " ")


# --- in words --------------------------------------------------------------------------------------------------------


def _remarks(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Yield what else differs between the inputs of two editions."""
    if (old["data"], old.get("others", [])) == (new["data"], new.get("others", [])):
        yield "The data are the same in both editions."
    if also := _also(old, new):
        yield f"{capitalised(also)} changed too, so figures and wording may differ where the data do not."


def _also(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """What else than data and parameters differs between the inputs of two editions."""
    named = (("the code or the lexicon", "code"), ("libraries", "libraries"))
    return " and ".join(name for name, here in named if old[here] != new[here])


def _shown(value: Any) -> str:
    """A value as a reader sees it: numbers with a true minus, texts quoted and cut, what is missing as "none"."""
    if value is None or value == "" or value == []:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}".replace("-", "−")
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) if isinstance(value[0], list) else ", ".join(map(str, value))
    text = " ".join(str(value).split())
    return f"“{text if len(text) <= _LONG else text[: _LONG - 1] + '…'}”"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", printable(text))


def _plural(kind: str) -> str:
    return _PLURALS.get(kind, f"{kind}s")
