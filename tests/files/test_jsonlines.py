"""What a line of JSON holds, and what is said of one that holds none."""

import pytest

from communique.files.jsonlines import kind, object_of


def test_an_object_with_or_without_byte_order_mark_and_a_blank_line():
    assert object_of(b'\xef\xbb\xbf{"text": "a"}\n') == object_of('{"text": "a"}') == {"text": "a"}
    assert object_of(b"  \n") is None


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (b'{"text": "\xff"}', "not UTF-8 (byte 11)"),
        (b'{"text": ', "not JSON (Expecting value at character 10)"),
        (b"[" * 100_000, "not JSON that can be read (a number too long, or brackets too deep)"),
        (b"[1]", "a list, not an object with id and text"),
    ],
)
def test_what_is_wrong_with_a_line(line, wrong):
    with pytest.raises(ValueError, match="^" + wrong.replace("(", r"\(").replace(")", r"\)") + "$"):
        object_of(line)


def test_kinds_of_values():
    assert [kind(value) for value in (None, True, {}, [], "", 1, 1.5)] == [
        "null", "true or false", "an object", "a list", "a string", "a number", "a number",
    ]  # fmt: skip
