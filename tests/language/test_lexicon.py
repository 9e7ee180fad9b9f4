import pytest

from communique.commitment import FAMILIES, STATUSES
from communique.errors import DataError
from communique.language import find_mentions
from communique.language.reader import Reader, reader

ENTRIES = reader().lexicon.entries


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.entry)
def test_every_term_finds_its_own_example(entry):
    found = [m for m in find_mentions(entry.example) if m.term == entry.term]
    assert [(m.status, m.family, m.polarity) for m in found] == [(entry.example_status, entry.family, entry.polarity)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.entry)
def test_every_term_passes_over_its_near_miss(entry):
    assert [m for m in find_mentions(entry.near_miss) if m.term == entry.term] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.entry)
def test_every_form_is_found_in_any_case(entry):
    for form in entry.forms:
        for text in (form, form.upper(), form.capitalize()):
            assert [e.entry for _, _, e in reader().lexicon.find(text.lower())] == [entry.entry]


def test_families_are_those_of_the_design():
    assert {entry.family for entry in ENTRIES} == set(FAMILIES)
    assert {entry.polarity for entry in ENTRIES if entry.family in ("breakthrough", "progress")} == {"+"}
    assert {entry.polarity for entry in ENTRIES if entry.family not in ("breakthrough", "progress")} == {"-"}
    assert {entry.guard for entry in ENTRIES} <= {"free", "guarded"}
    assert {entry.example_status for entry in ENTRIES} <= set(STATUSES)


def test_no_form_belongs_to_two_entries():
    forms = [form for entry in ENTRIES for form in entry.forms]
    assert len(forms) == len(set(forms))


def test_a_term_added_to_a_copy_is_read(tmp_path):
    folder = reader().lexicon.folder
    for file in folder.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "en.csv").open("a", encoding="utf-8") as out:
        out.write(
            "milestone,milestone,progress,+,noun,milestone|milestones,free,A milestone came.,claimed,A mile went.,\n"
        )
    found = find_mentions("The envoy sees no milestone in the talks.", folder=tmp_path)
    assert [(m.surface, m.family, m.status) for m in found] == [("milestone", "progress", "denied")]


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("en.csv", "entry,term\n", "lacks"),
        ("cues.csv", "cue\n", "lacks"),
        ("senses.csv", None, "cannot be read"),
    ],
)
def test_a_broken_file_is_named(tmp_path, name, text, what):
    folder = reader().lexicon.folder
    for file in folder.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    if text is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"{name}.*{what}"):
        Reader(tmp_path)
