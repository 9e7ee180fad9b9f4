import pytest

from communique.desk.statements.highlight import pieces

from ..conftest import FOUND


@pytest.mark.parametrize("row", FOUND)
def test_pieces_together_are_the_context_and_those_said_the_statement(row):
    found = pieces(row)

    assert "".join(piece["text"] for piece in found) == row["context"]
    assert "".join(piece["text"] for piece in found if piece["said"]) == row["text"]


@pytest.mark.parametrize("cells", [{"start": "5000", "end": "5001"}, {"context": ""}, {"context_start": ""}])
def test_a_place_outside_its_context_marks_nothing_wrongly(cells):
    row = FOUND[0] | cells

    assert "".join(piece["text"] for piece in pieces(row)) == row["context"]


def test_words_outside_the_statement_are_marked_where_they_stand_nearest_to_it():
    context = "Keel said no. Keel said that all was well, Keel said again and Keel said so to all."
    row = FOUND[0] | {
        "context": context, "context_start": "0", "start": "24", "end": "41", "speaker_surface": "Keel", "mentions": "",
        "led_to": "said: said",
    }  # fmt: skip
    at, marked = 0, []
    for piece in pieces(row):
        marked += [(at, piece["led_to"])] if piece["led_to"] else []
        at += len(piece["text"])

    assert marked == [(14, "speaker"), (19, "said")]
