"""Text of files in the encodings that editors leave, and what is wrong with its bytes."""

import pytest

from communique.files.text import read_text


@pytest.fixture
def read(tmp_path):
    """Reads bytes as those of a file: text, and its faults in words."""

    def read_bytes(content, **options):
        path = tmp_path / "a.csv"
        path.write_bytes(content)
        text, faults, same = read_text(path, shown="a.csv", **options)
        assert same == (content if text is not None else b"")
        return text, list(map(str, faults))

    return read_bytes


@pytest.mark.parametrize("content", ["Genève\n".encode(), "\ufeffGenève\n".encode()])
def test_utf_8_is_read_with_or_without_its_mark(read, content):
    assert read(content) == ("Genève\n", [])


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("one\nGenève, Zürich", "cp1252", "a.csv:2: not UTF-8 (byte 0xe8); it is probably Windows-1252"),
        ("one\nЖенева, Москва", "cp1251", "a.csv:2: not UTF-8 (byte 0xc6); it is probably Windows-1251"),
        ("one\nجنيف ودمشق", "cp1256", "a.csv:2: not UTF-8 (byte 0xcc); it is probably Windows-1256"),
        ("one\nGenève", "utf-16", "a.csv:1: the file is not UTF-8; it is probably UTF-16"),
        ("one\nGeneva", "utf-16-be", "a.csv:1: the file is not UTF-8; it is probably UTF-16"),
    ],
)
def test_another_encoding_is_one_fault_and_read_all_the_same(read, text, encoding, named):
    assert read(text.encode(encoding)) == (text, [f"{named}; save the file as UTF-8"])


def test_one_broken_character_among_many_is_told_as_such(read):
    text, faults = read("é, à, ü\n".encode() + b"\xe8\n")

    assert text == "é, à, ü\n\ufffd\n"
    assert faults == ["a.csv:2: not UTF-8 (byte 0xe8); most of the file is UTF-8: write the character again"]


def test_a_nul_is_told_with_its_line_and_taken_out(read):
    assert read(b"a\r\nb\0c") == (
        "a\r\nbc", ["a.csv:2: the file holds a NUL character; remove it, and look whether more is damaged"],
    )  # fmt: skip


def test_what_is_larger_than_it_may_be_is_not_read(read):
    assert read(b"x" * 10, most=10) == ("x" * 10, [])
    text, (fault,) = read(b"x" * 11, most=10)
    assert text is None
    assert fault.startswith("a.csv: the file is larger than 0 KB")
