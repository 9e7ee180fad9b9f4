"""The candidates file: what is added, what is never touched, and that it is never lost and never half."""

import csv
import os
import random
import signal
import time

import pytest

from communique.errors import DataError
from communique.sources import candidates
from communique.sources.candidates import FILE, ingest, rows
from communique.sources.lines import COLUMNS, DECISIONS


def run(paths, process, **options):
    return ingest(paths, process, workers=1, mentions=False, **options)


def test_candidates_are_attributed_tagged_and_dated(articles, process):
    result = run([articles], process)
    found = list(rows(result.path))
    assert (result.documents, result.added, result.exit_code) == (3, len(found), 0)
    row = next(row for row in found if "no breakthrough" in row["text"])
    assert row["speaker"] == "anna-alpha"
    assert row["baskets"] == "elections"
    assert (row["date"], row["round"], row["phase"]) == ("2017-07-15", "7", "after")
    assert "elections" in row["led_to"]
    assert 0 < float(row["confidence"]) <= 1
    text = (articles / row["file"]).read_text()
    assert text[int(row["start"]) : int(row["end"])] == row["text"]
    start = int(row["context_start"])
    assert text[start : start + len(row["context"])] == row["context"]


def test_cells_may_hold_anything(tmp_path, process):
    text = """Anna Alpha said: "We met, we talked;

"we parted, \\ and 'that' was all, for the week."

Anna Alpha said that the lines of this paper were broken at a
margin some sixty characters wide and that they went on from
one to the next without a mark of any kind between them until
the paragraph came to its end on the fifth of its lines which
was a good while before the meeting of the day had come to it
"""
    (tmp_path / "a.txt").write_text(text)
    found = list(rows(run([tmp_path / "a.txt"], process).path))
    assert any("\n" in row["text"] and not set(row["text"]) & set(',"') for row in found)
    assert all(text[int(row["start"]) : int(row["end"])] == row["text"] for row in found)
    assert run([tmp_path / "a.txt"], process).already == 1


def test_a_second_run_adds_only_what_is_new(articles, process):
    first = run([articles], process)
    before = first.path.read_bytes()
    again = run([articles], process)
    assert (again.already, again.added) == (3, 0)
    assert first.path.read_bytes() == before
    (articles / "new.txt").write_text("Anna Alpha said the fourth round would be held in Vienna in the spring.")
    run([articles], process)
    assert first.path.read_bytes().startswith(before)
    assert len(list(rows(first.path))) == first.added + 1


def test_decisions_are_never_touched(articles, process):
    path = run([articles], process).path
    found = list(rows(path))
    found[0] |= dict(zip(DECISIONS, ("accepted", "a", "2017-08-01", "G7-001"), strict=True))
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    (articles / "new.txt").write_text("Anna Alpha said the fourth round would be held in Vienna in the spring.")
    run([articles], process)
    assert list(rows(path))[: len(found)] == found


def test_the_same_wire_in_two_papers_is_linked(articles, process):
    (articles / "other-paper.txt").write_text("The Other Paper\n\n" + (articles / "article-1.txt").read_text())
    result = run([articles], process)
    linked = [row for row in rows(result.path) if row["duplicate_of"]]
    assert result.repeated == len(linked) > 0
    ids = {row["candidate_id"] for row in rows(result.path) if not row["duplicate_of"]}
    assert {row["duplicate_of"] for row in linked} <= ids
    assert result.copies >= 1


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(articles, process):
    (articles / "b\x1b[31mad.txt").write_bytes(bytes(range(256)) * 10)
    result = run([articles, articles / "missing.txt"], process)
    assert result.documents == 3
    assert result.exit_code == 3
    told = [str(fault) for fault in result.unreadable]
    assert len(told) == 2
    assert not any("\x1b" in line or "\n" in line for line in told)


def test_a_fault_of_ours_costs_one_document(articles, process, monkeypatch):
    from communique.sources import workers

    real = workers.suggestions

    def faulty(document, *rest, **options):
        if "2" in document.path.name:
            raise TypeError("slip")
        return real(document, *rest, **options)

    monkeypatch.setattr(workers, "suggestions", faulty)
    result = run([articles], process)
    assert (result.documents, result.exit_code) == (2, 3)
    assert "fault of this program" in str(result.unreadable[0])


def test_names_and_headers_in_no_encoding_do_no_harm(articles, process):
    odd = os.fsencode(articles) + b"/caf\xe9 \n;rm -rf.txt"
    with open(odd, "wb") as file:
        file.write(b"Anna Alpha said the seventh caf\xe9 would stay open for the whole of the coming week.")
    head = b"From: caf\xe9 <a@example.org>\nSubject: caf\xe9 \x00 talks\nDate: nonsense\n\n"
    (articles / "a.eml").write_bytes(head + b"Anna Alpha said that it was over at last.\n")
    result = run([articles], process)
    assert result.exit_code == 0
    assert {row["file"] for row in rows(result.path)} >= {"a.eml"}
    assert all(row["file"].isprintable() for row in rows(result.path))


def test_nothing_found_writes_nothing(tmp_path, process):
    (tmp_path / "dull.txt").write_text("The hall was empty. Nobody came.")
    result = run([tmp_path / "dull.txt"], process)
    assert result.added == 0
    assert not result.path.exists()


def test_progress_is_told(articles, process):
    seen = []
    run([articles], process, progress=lambda done, total, name: seen.append((done, total, name)))
    assert [step[:2] for step in seen] == [(1, 3), (2, 3), (3, 3)]
    assert seen[0][2] == "article-1.txt"


def test_new_actors_are_offered(tmp_path, process):
    (tmp_path / "a.txt").write_text("Boris Beta said the truce was holding. Boris Beta added that aid had arrived.")
    assert run([tmp_path / "a.txt"], process).new_actors["Boris Beta"] == 2


@pytest.mark.parametrize("content", ["a,b\n1,2\n", ",".join(COLUMNS) + "\nx,y\n", ",".join(COLUMNS) + '\n"x', "\udcff"])
def test_a_damaged_file_is_refused_and_left_alone(articles, process, content):
    path = process.folder / FILE
    path.write_text(content, errors="surrogateescape")
    before = path.read_bytes()
    with pytest.raises(DataError):
        run([articles], process)
    assert path.read_bytes() == before


def test_killed_at_any_moment_the_file_is_whole(articles, process, monkeypatch):
    """A child ingests one more document again and again and is killed; what stands is always one of its states."""
    path = run([articles], process).path
    monkeypatch.setattr(candidates.os, "fsync", lambda handle: time.sleep(0.002))  # the moment that matters, longer
    chance = random.Random(7)
    for attempt in range(25):
        before = path.read_bytes()
        (articles / f"more-{attempt}.txt").write_text(
            f"Anna Alpha said that point {attempt} of {attempt + 40} had been agreed at last."
        )
        child = os.fork()
        if child == 0:
            try:
                run([articles], process)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        after = path.read_bytes()
        assert after.startswith(before)
        assert len(list(rows(path))) >= 9
    run([articles], process)
    assert sum("had been agreed" in row["text"] for row in rows(path)) == 25
    assert not [name for name in os.listdir(process.folder) if name.endswith(".part")]


def test_the_best_source_of_ten_stands_for_them_and_all_are_counted(tmp_path, process):
    folder = tmp_path / "papers"
    folder.mkdir()
    said = "Anna Alpha said that the sides had agreed on nine of the eleven points of the paper."
    for number in range(10):
        (folder / f"paper-{number}.txt").write_text(f"The Daily Paper of Town {number}\n\n{said}\n")
    wire = f"Nine points agreed\n\nhttps://example.org/wire\n\nGENEVA, July 15, 2017 (AFP) - {said}\n"
    (folder / "wire.txt").write_text(wire)
    result = run([folder], process)
    found = {row["file"]: row for row in rows(result.path)}
    assert (result.added, result.repeated) == (11, 10)
    assert found["wire.txt"]["duplicate_of"] == ""
    rest = {row["duplicate_of"] for name, row in found.items() if name != "wire.txt"}
    assert rest == {found["wire.txt"]["candidate_id"]}


def test_a_better_source_that_comes_later_leaves_the_earlier_row_as_it_is(tmp_path, process):
    said = "Anna Alpha said that the sides had agreed on nine of the eleven points of the paper."
    (tmp_path / "paper.txt").write_text(said)
    path = run([tmp_path / "paper.txt"], process).path
    before = path.read_bytes()
    (tmp_path / "wire.txt").write_text(f"https://example.org/wire\n\nGENEVA, July 15, 2017 (AFP) - {said}\n")
    run([tmp_path / "wire.txt"], process)
    assert path.read_bytes().startswith(before)
    first, second = rows(path)
    assert second["duplicate_of"] == first["candidate_id"]


@pytest.mark.parametrize("moment", ["half", "before fsync", "before replace", "after replace"])
def test_killed_at_the_worst_moments_the_file_is_whole(articles, process, monkeypatch, moment):
    path = run([articles], process).path
    before = path.read_bytes()
    (articles / "more.txt").write_text("Anna Alpha said that the last point on the list had been agreed at last.")

    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        real = os.replace
        if moment == "half":

            def half(*_):
                yield b"c0ffee,,,,"
                die()

            candidates._finished = half
        elif moment == "before fsync":
            candidates.os.fsync = die
        elif moment == "before replace":
            candidates.os.replace = die
        else:
            candidates.os.replace = lambda *names: (real(*names), die())
        run([articles], process)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    if moment == "after replace":
        assert path.read_bytes().startswith(before)
        assert len(list(rows(path))) > before.count(b"\n") - 1
    else:
        assert path.read_bytes() == before
    run([articles], process)
    assert sum("last point" in row["text"] for row in rows(path)) == 1
    assert not [name for name in os.listdir(process.folder) if name.endswith(".part")]


def test_two_runs_over_the_same_at_once_add_it_once(articles, process, monkeypatch):
    real = candidates.locked

    def slow(folder):
        monkeypatch.setattr(candidates, "locked", real)
        run([articles], process)  # another run comes in before this one has its turn
        return real(folder)

    monkeypatch.setattr(candidates, "locked", slow)
    path = run([articles], process).path
    ids = [row["candidate_id"] for row in rows(path)]
    assert ids
    assert len(ids) == len(set(ids))
