"""A YAML document as texts, lists and mappings with their lines: no types guessed, nothing built, nothing expanded.

Every scalar stays the text it was written as, so that a party called ``no`` or ``NA`` is no truth value and no gap.
Aliases and tags are refused, which closes the door on documents that grow when read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.errors import Fault

MOST_DEPTH = 12


@dataclass
class Scalar:
    """A text, and the line it starts on."""

    line: int
    text: str


@dataclass
class Sequence:
    """A list, and the line it starts on."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass
class Mapping:
    """Values by key, the line it starts on, and the line of each key."""

    line: int
    items: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Reading stops at a line, for a reason."""

    def __init__(self, line: int, problem: str, remedy: str):
        self.line, self.problem, self.remedy = line, problem, remedy


def read_yaml(text: str, *, shown: str) -> tuple[Node | None, list[Fault]]:
    """The document's root, None where there is none to read, and its faults; `shown` names the file in them."""
    import yaml

    faults: list[Fault] = []
    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)
        root = _root(_watched(events, yaml), yaml, faults, shown)
    except _Refused as refused:
        return None, [*faults, Fault(shown, refused.line, "", refused.problem, refused.remedy)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"this is no YAML: {error.problem or error.context}"
        remedy = "look at quotation marks, colons and indentation here and in the line above"
        return None, [*faults, Fault(shown, mark.line + 1 if mark else 0, "", problem, remedy)]
    except yaml.YAMLError as error:  # a character that YAML does not allow; it knows no line
        place = getattr(error, "position", 0)
        line = text.count("\n", 0, place) + 1
        return None, [*faults, Fault(shown, line, "", "a character that YAML does not allow", "remove it")]
    return root, faults


def _watched(events: Iterator, yaml) -> Iterator:
    """Yield the events; refuse those that could make a small document a large one, or read it in another way."""
    depth = documents = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(line, f"the alias *{event.anchor} is not read", "write its content out")
        if getattr(event, "tag", None) and getattr(event, "implicit", None) in (False, (False, False)):
            raise _Refused(line, f"the tag {event.tag} is not read", "remove it")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused(line, "a second document starts here", "a process has one")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise _Refused(line, f"lists are nested more than {MOST_DEPTH} deep", "a quotation mark may be missing")
        yield event


def _root(events: Iterator, yaml, faults: list[Fault], shown: str) -> Node | None:
    root = None
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            root = _node(event, events, yaml, faults, shown)
    if root is None:
        faults.append(Fault(shown, 0, "", "the file is empty", "it needs id, title, sides and baskets"))
    return root


def _node(event, events: Iterator, yaml, faults: list[Fault], shown: str) -> Node:
    line = event.start_mark.line + 1
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(line, event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        sequence = Sequence(line)
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            sequence.items.append(_node(event, events, yaml, faults, shown))
        return sequence
    mapping = Mapping(line)
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key, place = _node(event, events, yaml, faults, shown), event.start_mark.line + 1
        content = _node(next(events), events, yaml, faults, shown)
        if not isinstance(key, Scalar):
            raise _Refused(place, "a key is not a text", "write key: value")
        if key.text in mapping.items:
            faults.append(Fault(shown, place, key.text, "the key is there twice", "keep one of the two"))
            continue
        mapping.items[key.text], mapping.lines[key.text] = content, place
    return mapping
