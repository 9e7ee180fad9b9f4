"""Objects in lines of JSON, as text streams and archives bring them: what a line holds, or what is wrong with it."""

import json


def object_of(line: bytes | str) -> dict | None:
    """The JSON object of a line; None for a blank one.

    Raises
    ------
    ValueError
        Says what is wrong with the line.
    """
    if isinstance(line, bytes):
        try:
            line = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ValueError(f"not UTF-8 (byte {error.start + 1})") from None
    line = line.removeprefix("\ufeff")
    if not line.strip():
        return None
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at character {error.pos + 1})") from None
    except (ValueError, RecursionError):
        raise ValueError("not JSON that can be read (a number too long, or brackets too deep)") from None
    if not isinstance(record, dict):
        raise ValueError(f"{kind(record)}, not an object with id and text")
    return record


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    kinds = {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number"}
    return kinds[type(value)]
