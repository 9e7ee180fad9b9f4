"""What was coded by hand beside what is read, against a matrix worked out by hand."""

from communique.lab.confusion import confusion_section, readings

from .conftest import coded

SMALL = coded(
    ("No progress was made.", "progress", "denied"),
    ("Progress was made.", "Progress", "claimed"),
    ("They hope for progress.", "progress", "denied"),
    ("They met on Monday.", "Monday", "claimed"),
    ("Progress was made again.", "Progress", ""),
)


def test_rows_without_a_code_wait_and_a_term_not_found_is_missed():
    assert [status for _, status in readings(SMALL)] == ["denied", "claimed", "open", "missed"]


def test_the_matrix_and_the_scores_are_those_worked_out_by_hand(cells, text):
    summary, matrix, scores, wrong = confusion_section(SMALL)

    assert "Of four coded mentions, two are read as coded: 50 %" in text([summary])
    assert cells(matrix) == [
        ["By hand", "Read claimed", "Read denied", "Read open", "Read doubted", "Read off", "Read missed", "All"],
        ["Coded claimed", "1", "0", "0", "0", "0", "1", "2"],
        ["Coded denied", "0", "1", "1", "0", "0", "0", "2"],
        ["Coded open", "0", "0", "0", "0", "0", "0", "0"],
        ["Coded doubted", "0", "0", "0", "0", "0", "0", "0"],
        ["Coded off", "0", "0", "0", "0", "0", "0", "0"],
    ]
    assert cells(scores)[1][:4] == ["Claimed", "1.00", "0.50", "0.67"]
    assert cells(scores)[3][1:] == ["–", "–", "–", "–", "0"]
    assert [row[0] for row in cells(wrong)[1:]] == ["T2", "T3"]


def test_a_sample_nobody_coded_says_so(text):
    assert "No row of this sample has a status yet" in text(confusion_section(SMALL[-1:]))
