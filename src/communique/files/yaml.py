"""A YAML document as nodes with their lines: no types guessed, nothing built, nothing expanded.

Every scalar stays the text it was written as, so that a party called ``no`` or ``NA`` is no truth value and no gap.
Aliases and tags are refused, which closes the door on documents that grow when read.
"""

import re
import sys
from collections.abc import Iterator

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from communique.errors import Fault

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "entries", "line_of", "read_yaml"]

MOST_DEPTH = 12
_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")
_LONG_VERSION = re.compile(r"%YAML\s.*\d{10}")


class _Refused(Exception):
    """Reading stops at a line, for a reason."""

    def __init__(self, line: int, problem: str, remedy: str):
        self.line, self.problem, self.remedy = line, problem, remedy


def read_yaml(text: str, *, shown: str) -> tuple[Node | None, list[Fault]]:
    """The document's root, None where there is none to read, and its faults; `shown` names the file in them."""
    try:
        _refuse(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        faults = [] if root is None else list(_key_faults(root, shown))
    except _Refused as refused:
        return None, [Fault(shown, refused.line, "", refused.problem, refused.remedy)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"this is no YAML: {error.problem or error.context}"
        remedy = "look at quotation marks, colons and indentation here and in the line above"
        return None, [Fault(shown, mark.line + 1 if mark else 0, "", problem, remedy)]
    except (ValueError, OverflowError):  # PyYAML makes a character of any number, and a number of any digits
        problem, remedy = "an escape names no character, or a version no version", "write the character itself"
        return None, [Fault(shown, _line_of_number(text), "", problem, remedy)]
    except yaml.YAMLError as error:  # a character that YAML does not allow; it knows no line
        place = getattr(error, "position", 0)
        line = text.count("\n", 0, place) + 1
        return None, [Fault(shown, line, "", "a character that YAML does not allow", "remove it")]
    if root is None:
        return None, [Fault(shown, 0, "", "the file is empty", "it needs id, title, sides and baskets")]
    return root, faults


def line_of(node: Node) -> int:
    """The line a node starts on, from 1."""
    return node.start_mark.line + 1


def entries(mapping: MappingNode) -> dict[str, tuple[Node, Node]]:
    """Key and value of a mapping by the key's text; of a key that is there twice, the first."""
    found: dict[str, tuple[Node, Node]] = {}
    for key, value in mapping.value:
        found.setdefault(key.value, (key, value))
    return found


def _line_of_number(text: str) -> int:
    """The first line with an escape beyond Unicode or a long number after %YAML; 0 where there seems to be none."""
    for number, line in enumerate(text.splitlines(), 1):
        beyond = any(int(digits, 16) > sys.maxunicode for digits in _ESCAPE.findall(line))
        if beyond or _LONG_VERSION.match(line):
            return number
    return 0


def _refuse(text: str) -> None:
    """Refuse a document that could grow when read, or be read in another way than it was written."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
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


def _key_faults(node: Node, shown: str) -> Iterator[Fault]:
    """Yield a fault for each key that is there twice; refuse one that is no text."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _key_faults(item, shown)
    elif isinstance(node, MappingNode):
        known: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise _Refused(line_of(key), "a key is not a text", "write key: value")
            if key.value in known:
                yield Fault(shown, line_of(key), key.value, "the key is there twice", "keep one of the two")
            known.add(key.value)
            yield from _key_faults(value, shown)
