import pytest

from communique import load
from communique.desk.readings.codebook import meanings

LADDER = ("hostile", "warm")
TABLE = """# Codebook

| stage | `trust` | `contact` of both |
| --- | --- | --- |
| 0 | hostile: they *shout* | none |
| 1 | warm | shuttle: by `boat` |
| 2 | | direct |
"""


@pytest.fixture
def process(tmp_path):
    (tmp_path / "lake").mkdir()
    return tmp_path / "lake"


def test_meanings_are_read_from_the_tables_of_stages(process):
    (process.parent / "README.md").write_text(TABLE)

    assert meanings(process, LADDER) == ["they shout", ""]
    assert meanings(process, ("none", "shuttle", "direct")) == ["", "by boat", ""]


def test_the_codebook_of_the_process_itself_comes_first(process):
    (process.parent / "README.md").write_text(TABLE)
    (process / "README.md").write_text(TABLE.replace("they *shout*", "they are silent"))

    assert meanings(process, LADDER)[0] == "they are silent"


def test_a_ladder_the_codebook_does_not_know_has_no_meanings(process):
    assert meanings(process, ("low", "high")) == ["", ""]


@pytest.mark.parametrize("name", ["geneva", "brexit"])
def test_every_ladder_of_the_data_is_in_the_codebook(root, name):
    process = load(name, data=root / "data")
    baskets = {id_: meanings(process.folder, each.ladder) for id_, each in process.baskets.items()}

    assert all(told[:2] == ["nobody spoke of it", "put forward, but no work on it"] for told in baskets.values())
    assert meanings(process.folder, process.dimensions["contact"].ladder)[1] == "the mediator went between them"
