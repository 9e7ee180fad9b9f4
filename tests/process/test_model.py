"""Processes as frames: what `load` gives and refuses, and what actors are called."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from communique.errors import DataError, ParameterError
from communique.process.as_of import known_until
from communique.process.model import load
from communique.process.schema import TABLES

FRAMES = list(TABLES)


@pytest.mark.parametrize("name", FRAMES)
def test_frames_have_the_columns_of_their_files(name, tiny):
    frame = getattr(tiny, name)
    heading = (tiny.folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]

    lacking = TABLES[name].defaults  # these files were made before there were such columns
    assert heading.split(",") == [each for each in TABLES[name].names if each not in lacking]
    assert list(frame.columns) == list(TABLES[name].names)
    assert isinstance(frame.index, pd.RangeIndex)


def test_a_column_that_came_later_may_be_missing_and_holds_its_default(tiny, geneva):
    assert {name: table.defaults for name, table in TABLES.items() if table.defaults} == {
        "sources": {"reference": ""},
        "statements": {"compared": ""},
        "expectations": {"about": "", "due_end": ""},
        "events": {"weight": "2"},
    }
    assert tiny.statements["compared"].isna().all()
    assert set(tiny.expectations["about"]) == {""}
    assert tiny.expectations["due_end"].isna().all()
    assert set(tiny.events["weight"]) == {2}
    assert geneva.events["weight"].nunique() == 3


def test_a_column_that_came_later_is_read_where_it_is_there(folder_of, rewrite):
    folder = folder_of()
    rewrite(folder / "events.csv", "label,source_id", "label,weight,source_id")
    rewrite(folder / "events.csv", "the locks,", "the locks,1,")
    rewrite(folder / "events.csv", "is adjourned,", "is adjourned,3,")

    assert load(folder).events["weight"].tolist() == [1, 3]


def test_every_other_column_must_be_there(folder_of, rewrite):
    folder = folder_of()
    rewrite(folder / "events.csv", "event_id,date,kind,label", "event_id,date,kind,lable")

    with pytest.raises(DataError) as refused:
        load(folder)
    assert "did you mean label?" in str(refused.value)
    assert "label: the column is missing" in str(refused.value)


def test_a_misspelt_name_of_a_column_that_may_be_missing_is_told_of(folder_of, rewrite):
    folder = folder_of()
    rewrite(folder / "events.csv", "label,source_id", "label,wieght,source_id")
    rewrite(folder / "events.csv", "the locks,", "the locks,1,")
    rewrite(folder / "events.csv", "is adjourned,", "is adjourned,3,")

    with pytest.raises(DataError, match=r"there is no column 'wieght'; did you mean weight\?"):
        load(folder)


KINDS = {
    "id": "str",
    "text": "str",
    "url": "str",
    "choice": "str",
    "language": "str",
    "due": "str",
    "integer": "int64",
    "day": "datetime64[ns]",
    "month": "datetime64[ns]",
    "list": "object",
    "intervals": "object",
}


@pytest.mark.parametrize("process", ["tiny", "geneva"])
@pytest.mark.parametrize("name", FRAMES)
def test_columns_have_the_types_promised(name, process, request):
    frame = getattr(request.getfixturevalue(process), name)

    for column in TABLES[name].columns:
        if column.name == "phase":
            assert list(frame["phase"].cat.categories) == ["before", "during", "between", "after"]
            assert frame["phase"].cat.ordered
            continue
        assert frame[column.name].dtype == KINDS[column.kind], column.name
        if frame[column.name].dtype == "str":
            assert not frame[column.name].isna().any(), column.name
        if column.kind == "list":
            assert frame[column.name].map(lambda each: isinstance(each, tuple)).all(), column.name


def test_values_are_read_as_written(tiny):
    statement = tiny.statements.iloc[2]
    assert statement["baskets"] == ("sluices", "fishing")
    assert statement["date"] == pd.Timestamp(2030, 3, 5)
    assert tiny.statements["baskets"].iloc[0] == ()
    assert tiny.rounds["sittings"].iloc[2] == (
        (pd.Timestamp(2030, 9, 2), pd.Timestamp(2030, 9, 5)),
        (pd.Timestamp(2030, 9, 10), pd.Timestamp(2030, 9, 13)),
    )
    assert tiny.rounds["headline"].iloc[1] == ""
    assert tiny.expectations["due"].tolist() == ["2030-03-06", "round:2", "2030-09-13", "2030-12-31"]
    assert tiny.expectations["happened_on"].isna().tolist() == [False, False, True, True]


def test_a_party_called_na_is_a_party(tiny):
    assert tiny.actors["name"].tolist()[4] == "NA"


def test_dates_without_a_day_reach_to_the_ends_of_the_month(geneva):
    jaafari = geneva.actors.set_index("actor_id").loc["bashar-al-jaafari"]

    assert jaafari["active_from"] == pd.Timestamp(2014, 1, 1)
    assert jaafari["active_to"] == pd.Timestamp(2020, 11, 30)


def test_headings_without_rows_are_empty_frames_of_the_same_types(folder_of, tiny):
    empty = load(folder_of("headings-only"))

    for name in FRAMES:
        assert (getattr(empty, name).dtypes == getattr(tiny, name).dtypes).all(), name
    assert len(empty.statements) == len(empty.spoken()) == len(known_until(empty, date(2031, 1, 1)).statements) == 0


def test_byte_order_mark_and_windows_line_ends_change_nothing_but_the_bytes(folder_of, tiny):
    other = load(folder_of("byte-order-mark-and-crlf"))

    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(other, name), getattr(tiny, name))
    assert other.sides == tiny.sides
    assert other.fingerprint != tiny.fingerprint


def test_spoken_joins_speaker_and_source(tiny):
    spoken = tiny.spoken(3)

    assert spoken["statement_id"].tolist() == ["O3-01", "O3-02", "O3-03", "O3-04", "O3-05", "O3-06"]
    first = spoken.iloc[0]
    assert (first["name"], first["side"], first["side_name"]) == ("Tam Osgood", "commission", "the lake commission")
    assert (first["publisher"], first["source_kind"], first["language"]) == ("Lake commission", "other", "en")
    assert (first["title"], first["title_kind"]) == ("Statement of the chair", "shown")
    assert first["published"] == pd.Timestamp(2030, 9, 5)
    assert first["url"] == "https://example.org/commission/3"
    assert first["role"] == "Chair of the lake commission"


def test_spoken_keeps_every_statement_and_its_order(geneva):
    assert geneva.spoken()["statement_id"].tolist() == geneva.statements["statement_id"].tolist()
    assert not geneva.spoken().drop(columns=["published", "compared"]).isna().any(axis=None)


def test_nothing_was_spoken_in_a_silent_round(tiny):
    silent = tiny.spoken(2)

    assert len(silent) == 0
    assert (silent.dtypes == tiny.spoken().dtypes).all()


@pytest.mark.parametrize("name", ["../geneva", "geneva/", "/etc", "a\\b", "", ".", "..", "gen eva", "geneva\n", "$(x)"])
def test_a_name_is_no_path(name, root):
    with pytest.raises(ParameterError, match=r": a name is made of letters, digits, - and _; there are brexit and gen"):
        load(name, data=root / "data")


def test_unreadable_data_are_refused_with_every_fault_of_form(folder_of, rewrite, monkeypatch):
    folder = folder_of("references")
    rewrite(folder / "rounds.csv", "2030-05-13,2030-05-14", "2030-05-13,2030-05-32")
    (folder / "events.csv").unlink()
    monkeypatch.chdir(folder)

    with pytest.raises(DataError) as raised:
        load(Path("."))

    lines = str(raised.value).splitlines()
    assert "events.csv: the file is missing; a process folder holds process.yml and seven tables" in lines
    assert "rounds.csv:3: end: there is no day 2030-05-32; 2030-05 has 31 days" in lines
    assert "statements.csv:2: speaker: actors.csv has no 'ida-marow'; did you mean ida-marrow?" in lines


def test_text_is_no_reason_to_refuse(folder_of, rewrite):
    """Whatever a statement holds can be shown; only `check` frowns on control characters."""
    folder = folder_of()
    rewrite(folder / "statements.csv", "Osgood expected", "Osgood \x1b[31m<script>alert(1)</script> expected")

    assert load(folder).statements["text"].iloc[4].startswith("Osgood \x1b[31m<script>")


TINY = Path(__file__).parents[1] / "specimens" / "tiny"


def named(**names):
    """The tiny process with other names of actors, by id with _ for -."""
    process = load(TINY)
    told = {actor.replace("_", "-"): name for actor, name in names.items()}
    actors = process.actors
    return replace(process, actors=actors.assign(name=[told.get(each, name) for each, name in
                   zip(actors["actor_id"], actors["name"], strict=True)]))  # fmt: skip


def test_a_name_that_is_one_actor_s_alone_stands_by_itself():
    assert load(TINY).called["bran-keel"] == "Bran Keel"


def test_two_actors_of_one_name_are_told_apart_by_side():
    called = named(bran_keel="Sam Reed", lowland_council="Sam Reed").called

    assert called["bran-keel"] == "Sam Reed of the highlanders"
    assert called["lowland-council"] == "Sam Reed of the lowlanders"


def test_two_of_one_side_are_told_apart_by_role_and_without_one_by_id():
    process = named(ida_marrow="Sam Reed", tam_osgood="Sam Reed", na="Lowland Council")
    assert process.called["lowland-council"] == "Lowland Council of the lowlanders, Council of the lowland villages"
    assert process.called["ida-marrow"] == "Sam Reed of the lake commission, Chair of the lake commission, ida-marrow"
