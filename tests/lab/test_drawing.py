"""A sample that is drawn is shown, and written only where a file is named."""

from communique.lab import sample
from communique.lab.drawing import drawn_section


def test_a_draw_is_shown_and_written_only_where_a_file_is_named(found, tmp_path, text):
    told = text(drawn_section(found, size=4, seed=1))
    assert "Not written" in told
    assert list(tmp_path.iterdir()) == []

    told = text(drawn_section(found, size=4, seed=1, path=str(tmp_path / "mine.csv")))
    assert "Written to" in told
    assert len(sample.read(tmp_path / "mine.csv")) == 4

    again = text(drawn_section(found, size=4, seed=2, path=str(tmp_path / "mine.csv")))
    assert "Not written. DRAW_TO=" in again
    assert "is there already" in again
