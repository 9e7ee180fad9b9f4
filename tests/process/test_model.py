"""Processes as frames: what `load` gives and refuses, and what was known on a day."""

import hashlib
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

import communique
from communique.errors import DataError, ParameterError
from communique.files.paths import process_names
from communique.process.as_of import known_until
from communique.process.description import Side
from communique.process.folder import find
from communique.process.model import load
from communique.process.schema import TABLES

FRAMES = list(TABLES)


# --- frames -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FRAMES)
def test_frames_have_the_columns_of_their_files(name, tiny):
    frame = getattr(tiny, name)
    heading = (tiny.folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]

    assert list(frame.columns) == heading.split(",") == list(TABLES[name].names)
    assert isinstance(frame.index, pd.RangeIndex)


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


# --- the description --------------------------------------------------------------------------------------------------


def test_sides_are_in_the_order_of_the_file(tiny):
    assert list(tiny.sides) == ["commission", "highland", "lowland", "press"]
    assert tiny.sides["highland"] == Side("highland", "the highlanders", "#b34e00", "negotiating")
    assert tiny.mediating == ("commission",)
    assert tiny.negotiating == ("highland", "lowland")


def test_a_heading_drops_the_article(tiny):
    assert tiny.sides["highland"].label == "Highlanders"
    assert tiny.sides["press"].label == "Local press"
    assert tiny.baskets["sluices"].label == "Sluices"


def test_ladders_are_baskets_and_dimensions(tiny):
    assert list(tiny.ladders) == ["sluices", "fishing", "contact", "trust"]
    assert list(tiny.dimensions) == ["contact", "trust"]
    assert tiny.ladders["trust"].ladder == ("hostile", "accusing", "businesslike", "growing")
    assert tiny.baskets["fishing"].aliases == ("fishing", "fisheries", "nets")


def test_a_process_may_have_no_mediator(root):
    assert load("brexit", data=root / "data").mediating == ()


def test_yaml_words_that_look_like_values_stay_words(folder_of):
    process = load(folder_of("parties-called-no-and-na"))

    assert list(process.sides) == ["commission", "highland", "NA", "no"]
    assert process.sides["no"].name == "no"
    assert "null" in set(process.actors["name"])


# --- spoken -----------------------------------------------------------------------------------------------------------


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
    assert not geneva.spoken().drop(columns="published").isna().any(axis=None)


def test_nothing_was_spoken_in_a_silent_round(tiny):
    silent = tiny.spoken(2)

    assert len(silent) == 0
    assert (silent.dtypes == tiny.spoken().dtypes).all()


# --- until ------------------------------------------------------------------------------------------------------------


def known(process, name, column):
    return getattr(process, name)[column].tolist()


def test_a_round_that_starts_later_is_unknown_with_all_that_was_said_before_it(tiny):
    before = known_until(tiny, date(2030, 9, 1))  # the eve of round 3, on which Osgood spoke

    assert known(before, "rounds", "round") == [1, 2]
    assert known(before, "statements", "statement_id") == ["O1-01", "O1-02", "O1-03", "O1-04"]


def test_a_round_under_way_has_no_headline_and_no_later_sitting(tiny):
    under_way = known_until(tiny, date(2030, 9, 7)).rounds.iloc[-1]

    assert under_way["headline"] == ""
    assert under_way["sittings"] == tiny.rounds["sittings"].iloc[2][:1]
    assert under_way["end"] == pd.Timestamp(2030, 9, 13)
    assert under_way["source_ids"] == ()


def test_a_label_written_afterwards_is_unknown_during_the_round(tiny):
    assert known_until(tiny, date(2030, 3, 5)).rounds["label"].tolist() == ["Orrin I"]
    assert known_until(tiny, date(2030, 3, 6)).rounds["label"].tolist() == ["Orrin I, the opening"]


def test_what_was_published_later_is_unknown(tiny):
    last_day = known_until(tiny, date(2030, 3, 6))  # the paper with three of the statements came out on the seventh

    assert known(last_day, "statements", "statement_id") == ["O1-04"]
    assert known(last_day, "sources", "source_id") == ["S-commission-1"]


def test_a_source_without_a_date_counts_as_published(tiny):
    assert known(known_until(tiny, date(2030, 9, 5)), "statements", "statement_id")[-2:] == ["O3-01", "O3-02"]


def test_a_reading_is_known_when_its_round_is_over_and_its_evidence_known(tiny):
    assert known_until(tiny, date(2030, 3, 5)).assessments.empty
    on_the_last_day = known_until(tiny, date(2030, 3, 6)).assessments
    assert on_the_last_day[["dimension", "stage", "coder"]].values.tolist() == [["fishing", 0, "b"]]  # rests on nothing
    assert len(known_until(tiny, date(2030, 3, 7)).assessments) == 8
    # O3-06, said the day after the round, carries one reading of it.
    assert len(known_until(tiny, date(2030, 9, 13)).assessments) == 8 + 3
    assert len(known_until(tiny, date(2030, 9, 14)).assessments) == 16


def test_a_reading_that_was_cut_is_told_from_one_never_made(tiny):
    ladders = set(tiny.ladders)

    assert known_until(tiny, date(2030, 3, 5)).withheld == {(1, each) for each in ladders}
    # One reading of fishing rests on nothing.
    assert known_until(tiny, date(2030, 3, 6)).withheld == {(1, each) for each in ladders - {"fishing"}}
    assert (
        known_until(tiny, date(2030, 5, 14)).withheld == frozenset()
    )  # round 2 was never coded, round 3 is not known of
    assert known_until(known_until(tiny, date(2030, 9, 14)), date(2030, 3, 5)).withheld == {
        (1, each) for each in ladders
    }
    assert tiny.withheld == frozenset()


def test_what_was_settled_later_is_open_again(tiny):
    raised = known_until(tiny, date(2030, 9, 12)).expectations.set_index("expectation_id")

    hope = raised.loc["XO1-1"]
    assert (hope["outcome"], hope["outcome_note"], hope["outcome_source_id"]) == ("open", "", "")
    assert pd.isna(hope["happened_on"])
    assert pd.isna(hope["resolved_on"])
    assert raised.loc["XO1-2", "outcome"] == "met"
    assert "XO3-2" not in raised.index


def test_an_outcome_known_from_a_later_page_is_open(tiny):
    meeting = (
        known_until(tiny, date(2030, 5, 14)).expectations.set_index("expectation_id").loc["XO1-2"]
    )  # page of 15 May

    assert (meeting["outcome"], meeting["outcome_source_id"]) == ("open", "")


def test_what_happened_later_has_not_happened_though_its_fate_was_known(geneva):
    before, after = (
        known_until(geneva, date(2016, 3, day)).expectations.set_index("expectation_id") for day in (1, 14)
    )

    assert before.loc["X3-01", "outcome"] == after.loc["X3-01", "outcome"] == "missed"
    assert pd.isna(before.loc["X3-01", "happened_on"])
    assert before.loc["X3-01", "outcome_note"] == ""  # it tells of the day that had not come
    assert after.loc["X3-01", "happened_on"] == pd.Timestamp(2016, 3, 14)


def test_what_is_open_today_keeps_its_note_where_its_source_was_out(geneva):
    raised = known_until(geneva, date(2017, 10, 1)).expectations.set_index("expectation_id")

    assert raised.loc["X7-11", "outcome_note"].startswith("In September")
    assert raised.loc["X7-17", "outcome_note"] == ""  # without a source nobody can say when it was known


def test_later_events_are_unknown(tiny):
    assert known(known_until(tiny, date(2030, 9, 4)), "events", "event_id") == ["EO-1"]
    assert known(known_until(tiny, date(2030, 4, 19)), "events", "event_id") == []  # told of on the twentieth


@pytest.mark.parametrize("day", ["2011-01-01", "2012-06-30", "2014-02-05", "2017-07-12", "2017-12-03", "2019-01-01"])
def test_every_reference_of_the_past_resolves(day, geneva):
    past = known_until(geneva, date.fromisoformat(day))
    ids = {
        "rounds.round": set(past.rounds["round"]),
        "actors.actor_id": set(past.actors["actor_id"]),
        "sources.source_id": set(past.sources["source_id"]) | {""},
        "statements.statement_id": set(past.statements["statement_id"]),
    }

    for name, table in TABLES.items():
        for column in table.columns:
            if column.refers_to in ids:
                found = getattr(past, name)[column.name]
                assert set(found.explode().dropna() if column.kind == "list" else found) <= ids[column.refers_to]
        assert (getattr(past, name).dtypes == getattr(geneva, name).dtypes).all()
        assert isinstance(getattr(past, name).index, pd.RangeIndex)
    assert not past.spoken().drop(columns="published").isna().any(axis=None)


@pytest.mark.parametrize("day", ["2012-06-30", "2014-02-05", "2017-07-12", "2017-12-03"])
def test_nothing_of_the_past_is_dated_later(day, geneva):
    past = known_until(geneva, date.fromisoformat(day))
    end = pd.Timestamp(day)

    assert not (past.statements["date"] > end).any()
    assert not (past.sources["published"] > end).any()
    assert not (past.events["date"] > end).any()
    assert not (past.rounds["start"] > end).any()
    for column in ("date", "happened_on", "resolved_on"):
        assert not (past.expectations[column] > end).any()
    assert ((past.expectations["outcome"] == "open") == past.expectations["resolved_on"].isna()).all()


def test_at_the_end_all_is_known_but_sources_that_nothing_rests_on(geneva):
    today = known_until(geneva, date(2026, 1, 1))

    for name in set(FRAMES) - {"sources", "expectations"}:
        pd.testing.assert_frame_equal(getattr(today, name), getattr(geneva, name))
    assert set(geneva.sources["source_id"]) - set(today.sources["source_id"]) == {
        "S-masress-20170329a",
        "S-unsg-20170216a",
        "S-xinhua-20170304a",
    }


def test_the_day_is_kept_and_a_cut_is_not_undone(tiny):
    past = known_until(tiny, datetime(2030, 5, 1, 12))

    assert past.as_of == date(2030, 5, 1)
    assert known_until(past, date(2031, 1, 1)).as_of == date(2030, 5, 1)
    assert tiny.as_of is None
    assert len(tiny.statements) == 10


# --- the fingerprint --------------------------------------------------------------------------------------------------


def test_the_fingerprint_is_of_the_names_and_bytes_of_the_eight_files(folder_of, tiny):
    folder = folder_of()
    digest = hashlib.sha256()
    for name in ["process.yml", *(table.file for table in TABLES.values())]:
        content = (folder / name).read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode() + content)

    assert load(folder).fingerprint == digest.hexdigest() == tiny.fingerprint


def test_other_files_do_not_change_the_fingerprint(folder_of, tiny):
    folder = folder_of()
    (folder / "candidates.csv").write_text("original wording, not ours to publish")

    assert load(folder).fingerprint == tiny.fingerprint


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../geneva", "geneva/", "/etc", "a\\b", "", ".", "..", "gen eva", "geneva\n", "$(x)"])
def test_a_name_is_no_path(name, root):
    with pytest.raises(ParameterError, match=r": a name is made of letters, digits, - and _; there are brexit and gen"):
        load(name, data=root / "data")


def test_an_unknown_name_lists_what_there_is(root):
    with pytest.raises(ParameterError, match=r"^PROCESS=genf: there is no such process; there are brexit and geneva$"):
        find("genf", data=root / "data")


def test_a_folder_without_processes_says_so(tmp_path):
    with pytest.raises(ParameterError, match=f"there is no such process; {tmp_path} holds no process$"):
        find("geneva", data=tmp_path)


def test_a_folder_of_other_data_is_no_process(root):
    assert (root / "data" / "lexicon").is_dir()
    assert process_names(data=root / "data") == ["brexit", "geneva"]


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


# --- the package ------------------------------------------------------------------------------------------------------


def test_the_package_is_imported_without_pandas():
    code = "import sys, communique; assert 'pandas' not in sys.modules; communique.load; assert 'pandas' in sys.modules"

    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_package_offers_what_it_says():
    assert set(communique.__all__) <= set(dir(communique))
    assert communique.load is load
    assert communique.__version__
    with pytest.raises(AttributeError, match="module 'communique' has no attribute 'lode'"):
        communique.lode  # noqa: B018
