"""The reader of a folder: a mention with everything that was decided on it, and the folder that decides."""

import shutil

from communique.language.reader import Reader, reader


def test_a_mention_tells_all_that_was_decided(texts):
    (mention,) = texts.read("Lavrov said that there was no real break\u00adthrough in Cancun.", own=["Geneva"])

    assert (mention.surface, mention.term, mention.family, mention.polarity) == (
        "break\u00adthrough", "breakthrough", "breakthrough", "+",
    )  # fmt: skip
    assert (mention.status, mention.cue, mention.intensity) == ("denied", "no", "major")
    assert (mention.claimant, mention.refers_to) == ("Lavrov", "Cancun")


def test_another_sense_is_read_only_where_it_is_asked_for(texts):
    text = "Breakthrough infections rose."

    assert list(texts.read(text)) == []
    assert [mention.status for mention in texts.read(text, all_senses=True)] == ["off"]


def test_a_folder_is_read_once_until_one_of_its_files_changes(texts, tmp_path):
    folder = shutil.copytree(texts.lexicon.folder, tmp_path / "lexicon")
    first = reader(folder)
    assert reader(folder) is first

    with open(folder / "en.csv", "a", encoding="utf-8") as lexicon:
        lexicon.write("\n")
    assert reader(folder) is not first


def test_tables_alone_are_read_with_the_lists_of_the_project(texts, tmp_path):
    for file in texts.lexicon.folder.glob("*.csv"):
        shutil.copy(file, tmp_path)

    assert [mention.status for mention in Reader(tmp_path).read("There was no breakthrough.")] == ["denied"]
