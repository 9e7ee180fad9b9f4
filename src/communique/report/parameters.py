"""The parameters a notebook declares, and the values a run gives them.

A notebook declares its parameters in the one cell tagged ``parameters``: one assignment each, with an annotation, a
default and a comment. The cell is read, not run, so that a wrong parameter is refused before a kernel starts.
"""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from communique.errors import ParameterError
from communique.report.shipped import as_built
from communique.suggest import suggestion

_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True)
class Parameter:
    """One parameter: its name in capitals, the kind of value it takes, its default, and what its comment says."""

    name: str
    kind: "ValueKind"
    default: Any
    description: str = ""


@dataclass(frozen=True)
class ValueKind:
    """What values a parameter takes.

    `words` says it to a reader; `reads` makes a value of typed text, `holds` tells whether a value of Python is one.
    `reads` raises ValueError where the text is none.
    """

    words: str
    reads: Callable[[str], Any]
    holds: Callable[[Any], bool]


# --- what the notebook declares --------------------------------------------------------------------------------------


def declared(notebook: Path) -> dict[str, Parameter]:
    """The parameters of a notebook by name, in the order of its cell; of one that is shipped with the values shipped.

    Raises
    ------
    ParameterError
        Where the notebook cannot be read, has no cell tagged ``parameters`` or several, or where that cell is not
        plain assignments of plain values to names in capitals.
    """
    source = _tagged_source(notebook)
    try:
        tree = ast.parse(source)
        comments = _comments(source)
    except (SyntaxError, ValueError, tokenize.TokenError) as error:
        where = f", line {error.lineno}" if isinstance(error, SyntaxError) else ""
        raise ParameterError(f"{notebook.name}: its parameters cell{where} is not plain Python") from error
    parameters: dict[str, Parameter] = {}
    for statement in tree.body:
        for name, annotation, value in _assignments(statement):
            if not name.isupper() or name.startswith("_"):
                raise ParameterError(f"{notebook.name}: the parameter {name} needs a name in capitals: {name.upper()}")
            parameters[name] = _parameter(name, annotation, value, comments.get(statement.end_lineno, ""), notebook)
    return parameters


def _tagged_source(notebook: Path) -> str:
    """The source of the one cell tagged ``parameters``."""
    try:
        cells = as_built(notebook)["cells"]
        tagged = [
            "".join(cell["source"])
            for cell in cells
            if cell["cell_type"] == "code" and "parameters" in cell["metadata"].get("tags", ())
        ]
    except OSError as error:
        raise ParameterError(f"{notebook}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ParameterError(f"{notebook}: is not a notebook of format 4 or later") from error
    if len(tagged) != 1:
        number = "no cell" if not tagged else f"{len(tagged)} cells"
        raise ParameterError(f"{notebook.name}: has {number} tagged 'parameters'; tag the one that declares them")
    return tagged[0]


def _assignments(statement: ast.stmt) -> Iterator[tuple[str, ast.expr | None, ast.expr]]:
    """Name, annotation and value of each name a statement assigns to."""
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=ast.expr() as value):
            yield name, annotation, value
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                if isinstance(target, ast.Name):
                    yield target.id, None, value


def _comments(source: str) -> dict[int, str]:
    """The comment that ends a line, by line number; where a line has none, the comment lines right above it."""
    ends: dict[int, str] = {}
    above: list[str] = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            text = token.string.lstrip("#").strip()
            if token.line.lstrip().startswith("#"):
                above.append(text)
            else:
                ends[token.start[0]] = text
        elif token.type == tokenize.NEWLINE:
            ends.setdefault(token.start[0], " ".join(above))
            above = []
        elif token.type == tokenize.NL and not token.line.strip():
            above = []  # a blank line parts a comment from what follows
    return ends


def _parameter(name: str, annotation: ast.expr | None, value: ast.expr, description: str, notebook: Path) -> Parameter:
    """One parameter, its default checked against its annotation."""
    try:
        default = ast.literal_eval(value)
    except ValueError as error:
        raise ParameterError(
            f"{notebook.name}: the default of {name} is not a plain value: {ast.unparse(value)}"
        ) from error
    kind = _kind(annotation) if annotation else _KINDS.get(type(default).__name__)
    if kind is None:
        wanted = "int, float, bool, str, list[str], Literal[...] or one of these with | None"
        given = ast.unparse(annotation) if annotation else type(default).__name__
        raise ParameterError(f"{notebook.name}: {name} is declared as {given}; a parameter is {wanted}")
    if not kind.holds(default):
        raise ParameterError(f"{notebook.name}: {name} takes {kind.words}, but its default is {default!r}")
    return Parameter(name, kind, default, description)


# --- kinds of values -------------------------------------------------------------------------------------------------


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    if not re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?", text, re.IGNORECASE):
        raise ValueError(text)
    return float(text)


def _truth(text: str) -> bool:
    if text.lower() not in _TRUTH:
        raise ValueError(text)
    return _TRUTH[text.lower()]


def _nothing(text: str) -> None:
    if text.lower() not in ("", "none"):
        raise ValueError(text)


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_KINDS = {
    "int": ValueKind("a whole number", _whole, lambda value: type(value) is int),
    "float": ValueKind("a number", _number, lambda value: type(value) in (int, float) and isfinite(value)),
    "bool": ValueKind("true or false", _truth, lambda value: type(value) is bool),
    "str": ValueKind("text", str, lambda value: type(value) is str),
    "None": ValueKind("none", _nothing, lambda value: value is None),
    "NoneType": ValueKind("none", _nothing, lambda value: value is None),
    "list[str]": ValueKind(
        "words parted by commas",
        lambda text: [word.strip() for word in text.split(",") if word.strip()],
        _is_list_of_text,
    ),
}


def _kind(annotation: ast.expr) -> ValueKind | None:
    """The kind of value an annotation stands for; None where it is not one of those a parameter may have."""
    match annotation:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _either(_kind(left), _kind(right))
        case ast.Subscript(value=ast.Name(id="Optional"), slice=inner):
            return _either(_kind(inner), _KINDS["None"])
        case ast.Subscript(value=ast.Name(id="Literal"), slice=inner):
            return _one_of(inner)
    return _KINDS.get(ast.unparse(annotation))


def _either(left: ValueKind | None, right: ValueKind | None) -> ValueKind | None:
    """The kind of what is of one kind or of the other; "none" is tried first, so that it never becomes text."""
    if left is None or right is None:
        return None
    first, second = (right, left) if right.words == "none" else (left, right)

    def reads(text: str) -> Any:
        try:
            return first.reads(text)
        except ValueError:
            return second.reads(text)

    return ValueKind(f"{left.words} or {right.words}", reads, lambda value: left.holds(value) or right.holds(value))


def _one_of(options: ast.expr) -> ValueKind | None:
    """The kind of what is one of the options of a ``Literal``."""
    try:
        values = [ast.literal_eval(each) for each in (options.elts if isinstance(options, ast.Tuple) else [options])]
    except ValueError:
        return None
    by_text = {str(value): value for value in values}

    def reads(text: str) -> Any:
        if text not in by_text:
            raise ValueError(text)
        return by_text[text]

    kinds = [(type(value), value) for value in values]
    return ValueKind("one of " + ", ".join(by_text), reads, lambda value: (type(value), value) in kinds)


# --- what a run gives them -------------------------------------------------------------------------------------------


def settled(parameters: Mapping[str, Parameter], given: Mapping[str, Any], *, notebook: str) -> dict[str, Any]:
    """The value of every parameter, in declared order: those `given`, and the defaults of the others.

    Text given for a parameter that takes no text is read as what it takes: "7" as 7, "none" as None.

    Raises
    ------
    ParameterError
        Where `given` names a parameter the notebook does not declare, or a value of another kind.
    """
    for name in given:
        if name not in parameters:
            remedy = suggestion(name, parameters)
            takes = f"it takes {', '.join(parameters)}"
            hint = f"{remedy} {takes}" if remedy.endswith("?") else takes
            raise ParameterError(f"{notebook} has no parameter {name}; {hint}")
    return {
        name: _value(parameter, given[name]) if name in given else parameter.default
        for name, parameter in parameters.items()
    }


def parameters_of(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a running notebook as they are settled, in declared order: plain values with names in capitals.

    A notebook's cell passes its ``globals()``, so that no parameter can be left out of what a report was made from.
    What else the notebook's own cells name in capitals counts as one.
    """
    return {
        name: value
        for name, value in namespace.items()
        if name.isupper() and not name.startswith("_") and any(kind.holds(value) for kind in _KINDS.values())
    }


def _value(parameter: Parameter, given: Any) -> Any:
    """The value that `given` stands for."""
    kind = parameter.kind
    if isinstance(given, str):
        try:
            value = kind.reads(given)
        except ValueError:
            raise ParameterError(f"{parameter.name} takes {kind.words}, not {_quoted(given)}") from None
    else:
        value = given
    if not kind.holds(value):
        raise ParameterError(f"{parameter.name} takes {kind.words}, not {_quoted(given)}")
    return value


def _quoted(value: Any) -> str:
    """A value as an error line shows it: quoted, and cut where it is long."""
    shown = f"'{value}'" if isinstance(value, str) else repr(value)
    return shown if len(shown) <= 60 else f"{shown[:56]}...'"
