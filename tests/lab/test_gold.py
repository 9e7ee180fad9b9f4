"""Gold sets: where they lie, and that a line which marks nothing is named."""

import pytest

from communique.errors import DataError
from communique.lab.gold import LANGUAGE, read_gold


def test_every_second_sentence_of_the_shipped_set_is_kept_from_sight():
    halves = {item.key: item.half for item in read_gold(LANGUAGE / "status.jsonl")}
    assert all(half == ("studied" if int(key[1:]) % 2 else "unread") for key, half in halves.items())


@pytest.mark.parametrize("line", ["{", '{"text": "x"}', '{"text": "x", "start": 0, "end": 0, "status": "open"}'])
def test_a_bad_gold_line_is_named(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"gold\.jsonl:1"):
        read_gold(path)
