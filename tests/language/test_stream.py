import io
import json

import pytest

from communique.language import stream


def run(data, **options):
    out, err = io.StringIO(), io.StringIO()
    code = stream.read_and_write(io.BytesIO(data), out, err, **options)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_mentions_go_out_as_json_lines():
    code, lines, err = run('{"id": 7, "text": "No breakthrough, said the “envoy”."}\n'.encode())
    assert (code, err) == (0, "")
    assert list(lines[0]) == [
        "id", "start", "end", "surface", "term", "family", "polarity", "status", "cue", "rule", "intensity",
        "resolution", "refers_to", "about", "certainty",
    ]  # fmt: skip
    assert (lines[0]["id"], lines[0]["status"], lines[0]["cue"]) == (7, "denied", "No")


def test_what_is_set_aside_goes_out_on_request():
    data = b'{"id": "a", "text": "Breakthrough infections rose."}\n'
    assert run(data)[1] == []
    assert [line["status"] for line in run(data, all_mentions=True)[1]] == ["off"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{", "not JSON"),
        (b"[1]", "a list, not an object"),
        (b"7", "a number, not an object"),
        (b'{"text": "x"}', "has no 'id'"),
        (b'{"id": "x"}', "has no 'text'"),
        (b'{"id": "x", "text": 5}', "'text' is a number, not a string"),
        (b'{"id": "x", "text": "y", "before": 1}', "'before' is a number, not a string"),
        (b'{"id": "x", "text": null}', "'text' is null, not a string"),
        (b'{"id": ["x"], "text": "x"}', "'id' is a list"),
        (b'{"id": "x", "text": "\xff"}', "not UTF-8 (byte 22)"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": "x", "text": "\x1b[31m"}', "not JSON"),
    ],
)
def test_a_bad_line_is_told_and_skipped(line, what):
    good = b'{"id": "g", "text": "There was progress."}\n'
    code, lines, err = run(good + line + b"\n" + good)
    assert code == 3
    assert len(lines) == 2
    assert err.startswith("line 2: ")
    assert what in err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_what_was_said_before_and_what_is_known_tell_the_topic():
    text = b'"text": "They made progress on cattle and drains."'
    assert run(b'{"id": 1, ' + text + b"}\n")[1] == []
    assert len(run(b'{"id": 1, ' + text + b', "before": "The delegates met the negotiators."}\n')[1]) == 1
    assert len(run(b'{"id": 1, ' + text + b"}\n", about_talks=True)[1]) == 1


def test_blank_lines_and_a_byte_order_mark_are_no_faults():
    code, lines, err = run(b'\xef\xbb\xbf{"id": 1, "text": "There was progress."}\r\n\r\n\n')
    assert (code, len(lines), err) == (0, 1, "")


def test_a_line_too_long_to_be_held_is_skipped(monkeypatch):
    monkeypatch.setattr(stream, "LONGEST_LINE", 100)
    monkeypatch.setattr(stream, "_PIECE", 10)
    code, lines, err = run(b'{"id": 1, "text": "' + b"x" * 500 + b'"}\n{"id": 2, "text": "There was progress."}')
    assert code == 3
    assert [line["id"] for line in lines] == [2]
    assert "line 1: longer than" in err


def test_half_a_surrogate_pair_can_be_written():
    code, lines, _ = run(b'{"id": "\\ud800", "text": "There was progress."}\n')
    assert (code, lines[0]["id"]) == (0, "\ud800")


def test_lines_of_text_will_do():
    out, err = io.StringIO(), io.StringIO()
    assert stream.read_and_write(['{"id": 1, "text": "There was progress."}'], out, err) == 0
    assert json.loads(out.getvalue())["status"] == "claimed"
