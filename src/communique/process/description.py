"""What ``process.yml`` says: sides, baskets, other dimensions; and every fault in how it says it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from communique.errors import Fault
from communique.files.csv import MOST_CHARACTERS
from communique.files.paths import DESCRIPTION
from communique.files.text import read_text
from communique.files.yaml import MappingNode, Node, ScalarNode, SequenceNode, entries, line_of, read_yaml
from communique.process.cells import IDENTIFIER, CellError, unbroken
from communique.prose import capitalised
from communique.suggest import suggestion

FILE = DESCRIPTION
ROLES = ("mediator", "negotiating", "other")
MOST_BYTES = 2**17  # twenty-five times the longest that there is; YAML is read slowly
_COLOUR = re.compile("#[0-9a-fA-F]{6}")


class _Named:
    """Something with a name as it stands in a sentence: "the government"."""

    name: str

    @property
    def label(self) -> str:
        """The name as it stands in a heading, on an axis or in a table: "Government"."""
        return capitalised(self.name.removeprefix("the "))


@dataclass(frozen=True)
class Side(_Named):
    """A camp: its id, its name as in a sentence, its colour as ``#rrggbb`` and its role at the table."""

    id: str
    name: str
    colour: str
    role: str


@dataclass(frozen=True)
class Dimension(_Named):
    """Something coded per round on a ladder: a basket of the agenda, or how the talks were held.

    `ladder` holds the names of the stages from stage 0 up, `aliases` the words by which a sentence is tagged with it.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    ladder: tuple[str, ...]


@dataclass(frozen=True)
class Description:
    """The content of a ``process.yml``.

    `ambiguous_aliases` are names that several actors of one side share and that nobody can be told by alone, `places`
    those by which talks around the process are known: "progress in Astana" is not that of Geneva VII. `stages` tells
    what a stage of a ladder means, by its name, for those of which it is told.
    `added_after_coding` stands in the ids of statements that no coder could know. `unread` names the lists that are
    missing or cannot be read, so that what refers to them is not called wrong too.
    """

    id: str = ""
    title: str = ""
    note: str = ""
    sides: dict[str, Side] = field(default_factory=dict)
    baskets: dict[str, Dimension] = field(default_factory=dict)
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    ambiguous_aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    added_after_coding: str = ""
    stages: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)  # of the keys at the top
    unread: frozenset[str] = frozenset()

    @property
    def ladders(self) -> dict[str, Dimension]:
        """Baskets and other dimensions together, in this order."""
        return self.baskets | self.dimensions


def read_description(path: Path, *, shown: str) -> tuple[Description | None, list[Fault], bytes]:
    """What the file says, its faults, and its bytes; None where there is no reading it.

    What is faulty is left out of the description, but for an id, so that references to it still resolve.
    """
    text, faults, content = read_text(path, shown=shown, most=MOST_BYTES)
    if text is None:
        return None, faults, content
    root, wrong = read_yaml(text, shown=shown)
    faults += wrong
    if root is None:
        return None, faults, content
    reader = _DescriptionReader(shown, faults)
    return reader.description(root), faults, content


class _DescriptionReader:
    """Turns nodes into a description, and collects faults on the way."""

    def __init__(self, shown: str, faults: list[Fault]):
        self.shown, self.faults = shown, faults
        self.unread: set[str] = set()

    def description(self, root: Node) -> Description | None:
        keys = ("id", "title", "sides", "baskets")
        optional = ("note", "dimensions", "ambiguous_aliases", "places", "added_after_coding", "stages")
        found = self.mapping(root, "", keys, optional)
        if found is None:
            return None
        baskets = self.dimensions(found.get("baskets"), "baskets", {})
        dimensions = self.dimensions(found.get("dimensions"), "dimensions", baskets)
        return Description(
            id=self.identifier(found.get("id"), "id"),
            title=self.text(found.get("title"), "title"),
            note=" ".join(self.text(found.get("note"), "note", required=False).split()),
            sides=self.sides(found.get("sides")),
            baskets=baskets,
            dimensions=dimensions,
            ambiguous_aliases=self.words(found.get("ambiguous_aliases"), "ambiguous_aliases"),
            places=self.words(found.get("places"), "places"),
            added_after_coding=self.text(found.get("added_after_coding"), "added_after_coding", required=False),
            stages=self.stages(found.get("stages"), [*baskets.values(), *dimensions.values()]),
            lines={key: line_of(node) for key, (node, _) in entries(root).items()},
            unread=frozenset(key for key in ("sides", "baskets") if key not in found) | self.unread,
        )

    def sides(self, node: Node | None) -> dict[str, Side]:
        sides: dict[str, Side] = {}
        colours: dict[str, str] = {}
        labels: dict[str, str] = {}
        for place, entry in self.entries(node, "sides", ("id", "name", "colour", "role"), ()):
            side = Side(
                id=self.identifier(entry.get("id"), f"{place}.id"),
                name=self.text(entry.get("name"), f"{place}.name"),
                colour=self.colour(entry.get("colour"), f"{place}.colour"),
                role=self.choice(entry.get("role"), f"{place}.role", ROLES),
            )
            if twin := colours.get(side.colour):
                problem = f"the colour {side.colour} is that of {twin}"
                self.fault(entry.get("colour"), f"{place}.colour", problem, "give each side its own")
            self.own_label(side, labels, entry.get("name"), place)
            if side.id:
                colours.setdefault(side.colour, side.id)
            self.add(sides, side, labels, entry.get("id"), place)
        if sides and not any(side.role == "negotiating" for side in sides.values()):
            self.fault(node, "sides", "no side negotiates", "give those that do the role negotiating")
        return sides

    def dimensions(self, node: Node | None, key: str, taken: dict[str, Dimension]) -> dict[str, Dimension]:
        found: dict[str, Dimension] = {}
        words = {alias.casefold(): each.id for each in taken.values() for alias in each.aliases}
        labels = {each.label.casefold(): each.id for each in reversed(taken.values())}
        for place, entry in self.entries(node, key, ("id", "name", "ladder"), ("aliases",)):
            dimension = Dimension(
                id=self.identifier(entry.get("id"), f"{place}.id"),
                name=self.text(entry.get("name"), f"{place}.name"),
                aliases=self.words(entry.get("aliases"), f"{place}.aliases"),
                ladder=self.ladder(entry.get("ladder"), f"{place}.ladder"),
            )
            for alias in dimension.aliases:
                if alias.casefold() in words:
                    problem = f"{alias!r} is an alias of {words[alias.casefold()]} too"
                    self.fault(entry["aliases"], f"{place}.aliases", problem, "leave it with one of them")
            words |= {alias.casefold(): dimension.id for alias in dimension.aliases}
            if dimension.id in taken:
                problem = f"the id {dimension.id!r} is that of a basket"
                self.fault(entry["id"], f"{place}.id", problem, "give the dimension another id")
                continue
            self.own_label(dimension, labels, entry.get("name"), place)
            self.add(found, dimension, labels, entry.get("id"), place)
        return found

    def stages(self, node: Node | None, ladders: Iterable[Dimension]) -> dict[str, str]:
        """What stages mean, by name; a fault for a name that no ladder has."""
        if node is None:
            return {}
        if not isinstance(node, MappingNode):
            self.fault(node, "stages", "this is not a list of keys", "write a stage: what it means, one to a line")
            return {}
        names = list(dict.fromkeys(stage for each in ladders for stage in each.ladder))
        meanings: dict[str, str] = {}
        for name, (place, value) in entries(node).items():
            if name not in names:
                self.fault(place, f"stages.{name}", f"no ladder has a stage {name!r}", suggestion(name, names))
            meanings[name] = self.text(value, f"stages.{name}")
        return meanings

    def own_label(self, item: Side | Dimension, labels: dict[str, str], node: Node | None, place: str) -> None:
        """A fault where an item reads in a heading like another: tables and charts could not tell them apart."""
        if item.name and (twin := labels.get(item.label.casefold())):
            problem = f"{item.name!r} reads in headings as the name of {twin} does"
            self.fault(node, f"{place}.name", problem, "give each a name of its own")

    def add(self, found: dict, item: Side | Dimension, labels: dict[str, str], node: Node | None, place: str) -> None:
        """Add an item that has an id and none that is there already, and its label."""
        if item.id in found:
            self.fault(node, f"{place}.id", f"the id {item.id!r} is there twice", "an id names one entry")
        elif item.id:
            found[item.id] = item
            labels.setdefault(item.label.casefold(), item.id)

    # --- what a node may be -------------------------------------------------------------------------------------

    def entries(self, node, key, required, optional):
        """Yield the path and the keys of each mapping in a list; nothing for a missing list."""
        if node is None:
            return
        if not isinstance(node, SequenceNode):
            self.fault(node, key, "this is not a list", f"write one entry under {key}: per line, each behind a -")
            self.unread.add(key)
            return
        if not node.value and key != "dimensions":
            self.fault(node, key, "the list is empty", f"write one entry under {key}: per line, each behind a -")
        for place, entry in enumerate(node.value):
            path = f"{key}[{place}]"
            found = self.mapping(entry, path, required, optional)
            if found is None:
                self.unread.add(key)
            else:
                yield path, found

    def mapping(self, node: Node, path: str, required: tuple[str, ...], optional: tuple[str, ...]):
        """The keys of a mapping, without those it may not have; None for what is no mapping."""
        keys = (*required, *optional)
        if not isinstance(node, MappingNode):
            self.fault(node, path, "this is not a list of keys", f"it has the keys {', '.join(keys)}")
            return None
        dotted = f"{path}." if path else ""
        found = entries(node)
        missing = [key for key in required if key not in found]
        for key, (place, _) in found.items():
            if key not in keys:
                remedy = suggestion(key, [each for each in keys if each not in found] or keys)
                self.fault(place, dotted + key, f"there is no key {key!r}", remedy)
        for key in missing:
            self.fault(node, f"{dotted}{key}", "the key is missing", f"the keys are {', '.join(keys)}")
        return {key: value for key, (_, value) in found.items() if key in keys}

    def text(self, node: Node | None, path: str, *, required: bool = True) -> str:
        if node is None:
            return ""
        if not isinstance(node, ScalarNode):
            self.fault(node, path, "this is not a text", "write one line of text")
            return ""
        if not node.value.strip() and required:
            self.fault(node, path, "the text is empty", "it is shown to readers")
        if len(node.value) > MOST_CHARACTERS:
            problem = f"the text holds {len(node.value):,} characters"
            self.fault(node, path, problem, f"at most {MOST_CHARACTERS:,} are allowed")
            return ""
        try:
            return unbroken(node.value.strip())
        except CellError as error:
            self.fault(node, path, error.problem, error.remedy)
            return ""

    def identifier(self, node: Node | None, path: str) -> str:
        text = self.text(node, path)
        if text and not IDENTIFIER.fullmatch(text):
            self.fault(node, path, f"{text!r} is no id", "an id is made of letters a-z, digits, - and _")
            return ""
        return text

    def choice(self, node: Node | None, path: str, choices: tuple[str, ...]) -> str:
        text = self.text(node, path)
        if text and text not in choices:
            self.fault(node, path, f"there is no {path.rpartition('.')[2]} {text!r}", suggestion(text, choices))
            return choices[-1]
        return text or choices[-1]

    def colour(self, node: Node | None, path: str) -> str:
        text = self.text(node, path)
        if text and not _COLOUR.fullmatch(text):
            self.fault(node, path, f"{text!r} is no colour", 'write it as "#rrggbb" in quotation marks, e.g. "#0072b2"')
            return "#5c6670"
        return text.lower() or "#5c6670"

    def words(self, node: Node | None, path: str) -> tuple[str, ...]:
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            self.fault(node, path, "this is not a list", "write it as [one, two]")
            return ()
        words: dict[str, str] = {}
        for place, item in enumerate(node.value):
            word = self.text(item, f"{path}[{place}]")
            if word.casefold() in words:
                self.fault(item, f"{path}[{place}]", f"{word!r} is in the list twice", "name it once")
            elif word:
                words[word.casefold()] = word
        return tuple(words.values())

    def ladder(self, node: Node | None, path: str) -> tuple[str, ...]:
        stages = self.words(node, path)
        if isinstance(node, SequenceNode) and not 4 <= len(node.value) <= 6:
            problem = f"the ladder has {len(node.value)} stage{'s' * (len(node.value) != 1)}"
            self.fault(node, path, problem, "name 4 to 6 stages, the lowest first")
        return stages

    def fault(self, node: Node | None, path: str, problem: str, remedy: str) -> None:
        self.faults.append(Fault(self.shown, line_of(node) if node else 0, path, problem, remedy))
