"""Documents read side by side give what one reader finds."""

from communique.sources.candidates import FILE, ingest


def test_two_workers_find_what_one_finds(tmp_path, process, monkeypatch):
    from communique.sources import workers

    monkeypatch.setattr(workers, "ENOUGH", 2)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(
            f"Anna Alpha said meeting {number} had gone well for everybody in the room."
        )
    ingest([folder], process, workers=2, mentions=False)
    by_two = (process.folder / FILE).read_bytes()
    (process.folder / FILE).unlink()
    ingest([folder], process, workers=1, mentions=False)
    assert (process.folder / FILE).read_bytes() == by_two
