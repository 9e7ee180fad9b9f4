"""Points that analysts wrote rest on statements of their round; a process may lack the table."""

import pytest

from communique.process.model import load

from .conftest import told

HEAD = "round,place,text,evidence\n"


def written(folder, *rows):
    """The folder with a table of these points."""
    (folder / "briefs.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "row",
    [
        "3,1,It closed [O3-04].,",
        "3,1,It closed.,O3-04|O3-05",
        "3,5,It was hoped for [O3-04]. [known later] It came.,O3-05",
    ],
    ids=["an id in the text", "ids in evidence", "what was known later"],
)
def test_a_point_rests_on_statements_of_its_round(folder_of, row):
    assert told(written(folder_of(), row)) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "3,1,It closed.,",
            "evidence: the point rests on no statement; name statements of round 3 in brackets, [ID], or in evidence",
        ),
        (
            "3,1,It closed. [known later] It came.,",
            "evidence: the point rests on no statement; name statements of round 3 in brackets, [ID], or in evidence",
        ),
        ("3,1,It closed [O3-4].,", "text: the text names [O3-4], which is no statement; did you mean O3-04?"),
        ("3,1,It closed [O1-04].,", "text: O1-04 is a statement of round 1; name statements of round 3"),
        ("3,1,It closed.,O1-04", "evidence: O1-04 is a statement of round 1; name statements of round 3"),
        ("3,1,It closed.,O9-99", "evidence: "),
        ("3,7,It closed [O3-04].,", "place: "),
        ("9,1,It closed [O3-04].,", "round: "),
    ],
)
def test_what_is_wrong_with_a_point_is_told(folder_of, row, fault):
    lines = told(written(folder_of(), row))

    assert any(line.startswith(f"briefs.csv:2: {fault}") for line in lines), lines


def test_a_place_is_written_once_in_a_round(folder_of):
    row = "3,1,It closed [O3-04].,"

    assert told(written(folder_of(), row, "1,1,It opened [O1-04].,", row.replace("3,1", "3,2"))) == []
    (line,) = told(written(folder_of(), row, row))
    assert line.startswith("briefs.csv:3: ")


def test_a_process_without_the_table_has_no_written_point(folder_of):
    folder = folder_of()

    assert load(folder).briefs.empty
    assert load(written(folder, "3,1,It closed [O3-04].,O3-05")).briefs.to_dict("records") == [
        {"round": 3, "place": 1, "text": "It closed [O3-04].", "evidence": ("O3-05",)}
    ]


def test_the_table_is_part_of_what_a_report_is_made_from(folder_of):
    folder = folder_of()
    before = load(folder).fingerprint

    assert load(written(folder, "3,1,It closed [O3-04].,")).fingerprint != before
