import pytest

from communique.errors import DataError
from communique.language.cues import REACHES
from communique.language.effects import EFFECTS
from communique.language.reader import Reader, reader

from .conftest import statuses

CUES = reader().cues.cues


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.cue)
def test_every_cue_acts_in_its_own_example(cue, decisions):
    made, found = decisions(cue.example)
    assert cue.example_status in [decision.status for decision in made]
    if cue.effect == "null":
        assert cue.cue in found
    else:
        assert any(cue.cue == step.cue.cue for decision in made for step in decision.steps)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.cue)
def test_every_cue_passes_over_its_near_miss(cue, decisions):
    made, found = decisions(cue.near_miss)
    assert cue.near_miss_status in [decision.status for decision in made]
    if cue.effect == "null":
        assert cue.cue not in found
    else:
        assert not any(cue.cue == step.cue.cue for decision in made for step in decision.steps)


def test_keys_are_unique_and_values_known():
    assert len({cue.cue for cue in CUES}) == len(CUES)
    assert {cue.effect for cue in CUES} <= set(EFFECTS)
    assert all(cue.reach in REACHES[cue.side] for cue in CUES)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("x,never,up,np,3,deny,,,,,", "sides and reaches"),
        ("x,never,left,np,3,shout,,,,,", "sides and reaches"),
        ("x,{nothing},left,np,3,deny,,,,,", "no word class {nothing}"),
        ("x,*2 never,left,np,3,deny,,,,,", "begins with a gap"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path, row, what):
    folder = reader().lexicon.folder
    for file in folder.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    path = tmp_path / "cues.csv"
    last = len(path.read_text(encoding="utf-8").splitlines()) + 1
    with path.open("a", encoding="utf-8") as out:
        out.write(row + "\n")
    with pytest.raises(DataError) as caught:
        Reader(tmp_path)
    assert f"cues.csv:{last}: " in str(caught.value)
    assert what in str(caught.value)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.cue)
def test_a_cue_reads_its_example_and_its_near_miss(cue):
    assert cue.example_status in statuses(cue.example)
    assert cue.near_miss_status in statuses(cue.near_miss)
