from communique.desk import history
from communique.files.journal import Files, transaction


def entry(by, candidate, action="reject"):
    cells = {"statement_id": f"S-{candidate}", "decision": "rejected"}
    return {"action": action, "by": by, "after": {candidate: cells}}


def test_what_was_taken_back_stands_no_more_and_the_rest_does(folder):
    with transaction(folder) as files:
        for each in (entry("a", "c1"), entry("b", "c2"), {"action": "take back", "of": 0, "by": "a"}, entry("a", "c3")):
            history.add(files, each)

    files = Files(folder)
    assert [each["number"] for each in history.standing(files)] == [1, 3]
    assert history.last_of(files, "a")["number"] == 3
    assert history.deciding(files, "c1") is None
    assert history.former_id(files, "c1") == "S-c1"


def test_line_ends_within_a_text_end_no_entry(folder):
    text = "one\ntwo\u2028three\u2029four\x85five"
    with transaction(folder) as files:
        history.add(files, entry("a", "c1") | {"form": {"text": text}})

    assert [each["form"]["text"] for each in history.entries(Files(folder))] == [text]
