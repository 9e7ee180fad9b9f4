"""Names that two actors share at one time."""

from .conftest import told


def test_a_handover_may_share_its_day_but_no_more(folder_of, rewrite):
    folder = folder_of()  # Marrow's period ends on the day on which Osgood's starts
    assert told(folder) == []

    rewrite(folder / "actors.csv", "2029-01,2030-06-30", "2029-01,2030-07")

    assert [line.partition(", of")[0] for line in told(folder)] == [
        "actors.csv:3: aliases: 'the chair' is also a name of ida-marrow",
    ]
