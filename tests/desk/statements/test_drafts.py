from communique.desk.statements.drafts import Drafts
from communique.desk.statements.form import Form


def test_drafts_are_kept_by_person_and_forgotten_one_by_one(folder):
    mine = Drafts(folder, "Anna B.")
    mine.keep("c1", Form(text="half"))
    mine.keep("c2", Form(note="ü"))
    mine.forget("c1")
    mine.forget("c1")

    again = Drafts(folder, "Anna B.")
    assert (again["c1"], again["c2"]) == (None, Form(note="ü"))
    assert Drafts(folder, "b")["c2"] is None
    assert {path.name for path in (folder / "desk").glob("drafts*")} == {"drafts-anna-b.json"}


def test_a_name_is_never_a_path(folder):
    Drafts(folder, "../../x/y").keep("c1", Form(text="half"))

    assert [path.name for path in (folder / "desk").glob("*.json")] == ["drafts-x-y.json"]


def test_what_a_killed_desk_left_half_written_goes_when_it_is_opened_again(folder):
    Drafts(folder, "a").keep("c1", Form(text="half"))
    (folder / "desk" / ".drafts-a.json.x1y2z3.part").write_text('{"c1": {"te')

    assert Drafts(folder, "a")["c1"] == Form(text="half")
    assert not list((folder / "desk").glob("*.part"))
