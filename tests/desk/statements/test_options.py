from communique.desk.statements import options
from communique.files.journal import Files


def test_what_can_be_chosen_are_the_rows_of_the_tables(tiny, folder):
    lists = options.wide(tiny, Files(folder))

    sides = {side["label"]: [each["id"] for each in side["items"]] for side in lists["actors"]}
    assert sides == {
        "Lake commission": ["ida-marrow", "tam-osgood"],
        "Highlanders": ["bran-keel"],
        "Lowlanders": ["lowland-council", "na"],
        "Local press": ["orrin-post"],
    }
    assert {"id": "press_remarks", "label": "Press remarks"} in lists["occasions"]
    assert [each["id"] for each in lists["baskets"]] == ["sluices", "fishing"]


def test_what_to_look_at_tells_how_many_wait(tiny, candidates):
    lists = options.narrow(candidates, tiny)

    assert [(each["label"], each["waiting"]) for each in lists["documents"]] == [
        ("A frank day, and no more, Orrin Post, 2030-05-14", 3),
        ("Frank talks, Lowland Gazette, 2030-05-14", 1),
    ]
    assert {each["label"]: each["waiting"] for each in lists["speakers"]} == {
        "Bran Keel": 2,
        "Lowland Council": 1,
        "speaker not identified": 1,
    }


def test_abbreviations_keep_their_capitals(tiny, folder):
    labels = [each["label"] for each in options.wide(tiny, Files(folder))["source_kinds"]]

    assert {"UN", "NGO", "State media", "Document"} <= set(labels)
