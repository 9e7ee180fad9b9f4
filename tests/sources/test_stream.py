"""`communique statements`: one JSON object a line, with the promised keys and nothing else."""

import io
import json

from communique.sources.stream import statements

KEYS = ["source", "start", "end", "text", "kind", "speaker", "speaker_surface", "date", "baskets"]


def printed(files, process=None):
    out, err = io.StringIO(), io.StringIO()
    code = statements(files, process, out, err)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_lines_have_the_promised_keys_and_offsets(articles, process):
    path = articles / "article-1.txt"
    code, lines, err = printed([path], process)
    assert (code, err) == (0, "")
    assert lines
    text = path.read_text()
    for line in lines:
        assert list(line) == KEYS
        assert line["source"] == str(path)
        assert text[line["start"] : line["end"]] == line["text"]
    assert {line["speaker"] for line in lines} == {"anna-alpha"}
    assert {line["date"] for line in lines} == {"2017-07-15"}
    assert ["elections"] in [line["baskets"] for line in lines]


def test_without_a_process_speakers_are_named_and_nothing_is_tagged(articles):
    _, lines, _ = printed([articles / "article-1.txt"])
    assert {line["speaker"] for line in lines} == {None}
    assert {line["speaker_surface"] for line in lines} == {"Anna Alpha"}


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(articles, tmp_path):
    code, lines, err = printed([tmp_path / "no\nsuch.txt", articles / "article-1.txt"])
    assert code == 3
    assert lines
    assert err.count("\n") == 1
    assert "no such file" in err
