import pytest

from communique.errors import DataError
from communique.language import find_mentions
from communique.language.certainty import FILE, KINDS, TOPICS, Certainty, keep


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The talks made progress.", ("none", "clear")),
        ("The talks made no progress.", ("near", "clear")),
        ("The talks have so far not made any kind of sufficient progress.", ("far", "clear")),
        ("The mediator did not deny that the talks had made no progress.", ("several", "clear")),
        ("Have the talks made progress?", ("form", "clear")),
        ("If the deadlock in the talks drags on, they leave.", ("granted", "clear")),
    ],
)
def test_the_way_of_deciding_is_told(text, way):
    assert [mention.way for mention in find_mentions(text)][-1] == way


def test_certainty_is_the_share_read_rightly_drawn_to_that_of_all(tmp_path):
    keep([(("none", "clear"), True)] * 15 + [(("near", "clear"), False)] * 5, tmp_path)
    known = Certainty(tmp_path)
    assert known.of(("none", "clear")) == round((15 + 4 * 0.75) / 19, 3)
    assert known.of(("near", "clear")) == round((0 + 4 * 0.75) / 9, 3)
    assert known.of(("off", "doubtful")) == 0.75


def test_a_record_is_stored_once(tmp_path):
    ways = [((kind, topic), True) for kind in KINDS for topic in TOPICS]
    assert keep(ways, tmp_path)
    assert not keep(ways, tmp_path)


def test_a_bad_record_is_named_with_its_line(tmp_path):
    (tmp_path / FILE).write_text("kind,topic,right,of\nnone,clear,3,2\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"certainty\.csv:2"):
        Certainty(tmp_path)
