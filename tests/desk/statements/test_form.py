import pytest

from communique.desk.statements.form import NEW, Form, corrected, field_of, rows_of, suggested
from communique.files.journal import Files

from ..conftest import FOUND


def test_a_form_is_read_from_anything_a_browser_may_send():
    form = Form.read({"text": "  two\n lines ", "baskets": ["b", "", 7, "b"], "note": None, "speaker": 3, "stray": "x"})

    assert (form.text, form.baskets, form.note, form.speaker) == ("two lines", ("b",), "", "")
    assert Form.read(form.shown()) == form
    assert Form.read({"baskets": "sluices"}).baskets == ()


def test_the_note_of_the_machine_becomes_a_sentence(candidates, folder):
    assert suggested(FOUND[1], Files(folder), candidates).note == "A note, with a comma."


@pytest.mark.parametrize(
    ("cells", "source"),
    [
        ({"url": "https://example.org/1"}, NEW),
        ({"url": "known"}, "S-radio-3"),
        ({"publisher": "publisher", "title": "title"}, "S-radio-3"),
        ({"publisher": "publisher", "title": ""}, NEW),
    ],
)
def test_a_page_on_record_is_known_by_its_address_or_its_title(candidates, folder, cells, source):
    from ..conftest import rows

    page = next(row for row in rows(folder, "sources.csv") if row["source_id"] == "S-radio-3")
    told = {"known": page["url"], "publisher": page["publisher"].upper(), "title": page["title"]}
    row = FOUND[0] | {"url": ""} | {name: told.get(cell, cell) for name, cell in cells.items()}

    assert suggested(row, Files(folder), candidates).source == source


def test_only_what_the_machine_suggested_can_be_corrected(candidates, folder):
    form = suggested(FOUND[0], Files(folder), candidates).shown()

    assert corrected(Form.read(form | {"text": "own words", "note": "more"}), FOUND[0]) == []
    assert corrected(Form.read(form | {"speaker": "na", "baskets": []}), FOUND[0]) == ["speaker", "baskets"]


def test_a_form_becomes_rows_in_the_order_in_which_they_refer_to_each_other(folder):
    form = Form(speaker=NEW, actor_name="Wilma Hode", source=NEW, source_publisher="The Post", round="2", text="text")

    made = rows_of(form, Files(folder), ["sluices"])

    assert list(made) == ["actors.csv", "sources.csv", "statements.csv"]
    assert made["statements.csv"]["speaker"] == "wilma-hode"
    assert made["statements.csv"]["source_id"] == made["sources.csv"]["source_id"] == "S-thepost-undateda"
    assert made["statements.csv"]["statement_id"] == "O2-01"


@pytest.mark.parametrize(
    ("file", "column", "field"),
    [
        ("statements.csv", "source_id", "source"),
        ("statements.csv", "phase", "phase"),
        ("sources.csv", "url", "source_url"),
        ("actors.csv", "side", "actor_side"),
        ("rounds.csv", "start", ""),
    ],
)
def test_a_fault_of_a_cell_is_told_at_the_field_it_comes_from(file, column, field):
    assert field_of(file, column) == field
