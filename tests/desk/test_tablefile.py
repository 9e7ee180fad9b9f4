import pytest

from communique.desk.tablefile import appended, records, table, without

PLAIN = b"id,name\n1,one\n2,two\n"


def test_records_cover_every_byte_whatever_is_quoted():
    content = 'id,name\r\n1,"a ""b"",\r\nc"\r\n\r\n2,ü\r\n3,last'.encode()
    found = list(records(content))
    assert [record.cells for record in found] == [["id", "name"], ["1", 'a "b",\nc'], ["2", "ü"], ["3", "last"]]
    assert found[-1].end == len(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PLAIN, PLAIN + b'3,"a, b"\n'),
        (PLAIN[:-1], PLAIN + b'3,"a, b"\n'),
        (PLAIN.replace(b"\n", b"\r\n"), PLAIN.replace(b"\n", b"\r\n") + b'3,"a, b"\r\n'),
        (b"name,id\none,1\n", b'name,id\none,1\n"a, b",3\n'),
        (b"\xef\xbb\xbf" + PLAIN, b"\xef\xbb\xbf" + PLAIN + b'3,"a, b"\n'),
        (b"", b'id,name\n3,"a, b"\n'),
    ],
    ids=["plain", "no last line end", "CRLF", "other order", "byte order mark", "no file"],
)
def test_a_row_is_appended_in_the_manner_of_the_file(content, expected):
    assert appended(content, {"id": "3", "name": "a, b"}, columns=("id", "name")) == expected


def test_what_was_appended_can_be_taken_out_again_to_the_byte():
    row = {"id": "3", "name": 'x "y"'}
    assert without(appended(PLAIN, row), row) == PLAIN
    assert table(appended(PLAIN, row))[-1] == row


def test_a_row_that_is_not_there_as_it_was_is_not_taken_out():
    with pytest.raises(KeyError, match="2"):
        without(PLAIN, {"id": "2", "name": "changed"})


def test_a_column_the_file_lacks_is_added_where_a_row_fills_it():
    content = b'id,name\r\n1,"two\r\nlines"\r\n'

    assert appended(content, {"id": "2", "name": "b"}, columns=("id", "name", "more")) == content + b"2,b\r\n"
    made = appended(content, {"id": "2", "name": "b", "more": "c"}, columns=("id", "name", "more"))
    assert made == b'id,name,more\r\n1,"two\r\nlines",\r\n2,b,c\r\n'
