"""Blocks to and from JSON, as notebooks carry them under `MIME_TYPE`.

A notebook may come from anyone: nothing in it is trusted, and what is wrong with a block is said by its field.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from communique.document.blocks import Block, Inline
from communique.errors import RenderingError

MIME_TYPE = "application/vnd.communique.block+json"

_INLINES = {cls.__name__.lower(): cls for cls in get_args(Inline)}
_BLOCKS = {cls.kind: cls for cls in Block.__subclasses__()}
_DEEPEST = 24  # levels of parts within parts; far above any report, far below Python's recursion limit
_NAMES = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    tuple: "a list",
    dict: "an object",
}


def to_json(part: object) -> Any:
    """Dicts, lists and plain values for a block, an inline, or anything they hold; `from_json` reads a block back.

    A block or an inline names its `kind`; fields at their default are left out.
    """
    if is_dataclass(part):
        told = {each.name: getattr(part, each.name) for each in fields(part)}
        usual = {each.name: each.default for each in fields(part) if each.default is not MISSING}
        kind = getattr(part, "kind", "") or type(part).__name__.lower()
        named = {"kind": kind} if kind in _BLOCKS or kind in _INLINES else {}
        return named | {name: to_json(value) for name, value in told.items() if usual.get(name, MISSING) != value}
    if isinstance(part, (tuple, list)):
        return [to_json(each) for each in part]
    return part.item() if hasattr(part, "item") else part  # a number that came out of a pandas frame


def from_json(data: object) -> Block:
    """The block that `to_json` told of.

    Nothing in `data` is trusted. Raises `RenderingError` naming the field that is missing, unknown or of the wrong
    type, e.g. ``table.columns[2].align: "middle" where one of left, right, center belongs``.
    """
    return _read(Block, data, "", 0)


def _read(kind: Any, value: object, where: str, depth: int) -> Any:
    """`value` read as an instance of the type `kind`; `where` is its place in the block."""
    if depth > _DEEPEST:
        raise RenderingError(f"{where[:80]}…: parts within parts, more than {_DEEPEST} deep")
    if kind is Block:
        return _read_one_of(_BLOCKS, value, where, depth)
    if get_origin(kind) is UnionType:
        return _read_one_of(_INLINES, value, where, depth)
    if get_origin(kind) is tuple:
        return _read_list(get_args(kind), value, where, depth)
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise RenderingError(f'{where}: "{value}" where one of {", ".join(filter(None, get_args(kind)))} belongs')
        return value
    if is_dataclass(kind):
        return _read_fields(kind, value, where, depth)
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise RenderingError(f"{where}: {_named(value)} where {_NAMES[kind]} belongs")
    return value


def _read_one_of(kinds: Mapping[str, type], value: object, where: str, depth: int) -> Any:
    """`value` read as the kind of block or inline it says it is."""
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in kinds:
        raise RenderingError(f"{where or 'block'}: not one of {', '.join(kinds)}")
    return _read_fields(
        kinds[kind], {name: each for name, each in value.items() if name != "kind"}, where or kind, depth
    )


def _read_list(kinds: tuple[Any, ...], value: object, where: str, depth: int) -> tuple[Any, ...]:
    """`value` read as a tuple: of any length where `kinds` ends in ``...``, else of one value per kind."""
    if not isinstance(value, (list, tuple)):
        raise RenderingError(f"{where}: {_named(value)} where a list belongs")
    if kinds[-1] is ...:
        kinds = kinds[:1] * len(value)
    if len(kinds) != len(value):
        raise RenderingError(f"{where}: {len(value)} values where {len(kinds)} belong")
    pairs = enumerate(zip(kinds, value, strict=True))
    return tuple(_read(kind, each, f"{where}[{place}]", depth + 1) for place, (kind, each) in pairs)


def _read_fields(cls: type, value: object, where: str, depth: int) -> Any:
    """`value` read as an instance of the dataclass `cls`, field by field."""
    if not isinstance(value, dict):
        raise RenderingError(f"{where}: {_named(value)} where an object belongs")
    known = {each.name: each for each in fields(cls)}
    for name in value:
        if name not in known:
            raise RenderingError(f"{where}.{name}: no such field; there are {', '.join(known)}")
    for name, each in known.items():
        if name not in value and each.default is MISSING:
            raise RenderingError(f"{where}.{name}: missing")
    types = _types(cls)
    return cls(**{name: _read(types[name], each, f"{where}.{name}", depth + 1) for name, each in value.items()})


@cache
def _types(cls: type) -> dict[str, Any]:
    """The types of a dataclass's fields."""
    return get_type_hints(cls)


def _named(value: object) -> str:
    """What a JSON value is, in words."""
    return (
        "nothing" if value is None else _NAMES.get(tuple if isinstance(value, list) else type(value), "something else")
    )
