"""A term on trial: the checks can fail, the trial leaves the data alone, and what it finds is what it would find."""

import pytest

from communique.document.blocks import Code, Table
from communique.errors import ParameterError
from communique.facts.overview import Survey
from communique.lab.terms import COLUMNS, entry_of, form_checks, line_of, new_term_section, reading_checks, tried
from communique.language.reader import Reader, reader
from communique.prose import signed

GOOD = {
    "entry": "milestone",
    "term": "milestone",
    "family": "progress",
    "polarity": "+",
    "kind": "noun",
    "forms": "milestone|milestones",
    "guard": "free",
    "example": "There is no milestone in relations, he said.",
    "example_status": "denied",
    "near_miss": "The ice began to melt.",
    "note": "",
}


def row(**changes):
    return line_of(entry_of(",".join(f'"{cell}"' for cell in ({**GOOD, **changes}).values())))


@pytest.fixture(scope="module")
def survey(geneva):
    return Survey(geneva)


def failed(checks):
    return [check.what for check in checks if not check.passed]


def test_the_columns_are_those_of_the_lexicon(root):
    assert (root / "data" / "lexicon" / "en.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(COLUMNS)


def test_a_sound_row_passes_every_check():
    entry = entry_of(row())
    with tried(entry) as folder:
        assert failed([*form_checks(entry), *reading_checks(entry, folder)]) == []


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"family": "hope"}, "family is one there is"),
        ({"polarity": "-"}, "polarity fits the family"),
        ({"kind": "adverb"}, "kind is one there is"),
        ({"guard": "open"}, "guard is one there is"),
        ({"example_status": "off"}, "the example's status is one there is"),
        ({"entry": "impasse"}, "the key is new"),
        ({"forms": "milestone|impasses"}, "no form belongs to another entry"),
        ({"forms": "milestone|milestone"}, "no form is there twice"),
        ({"forms": "Milestone"}, "forms are in small letters, without space around"),
    ],
)
def test_a_row_that_cannot_be_tried_fails_the_check_it_should(changes, what):
    assert what in failed(form_checks(entry_of(row(**changes))))


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"example_status": "claimed"}, "the example is found once and read as said"),
        ({"example": "Nothing here."}, "the example is found once and read as said"),
        ({"near_miss": "There is a milestone in relations."}, "the near-miss is passed over"),
    ],
)
def test_a_row_that_reads_wrongly_fails_the_check_it_should(changes, what):
    entry = entry_of(row(**changes))
    with tried(entry) as folder:
        assert failed(reading_checks(entry, folder)) == [what]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("milestone,milestone,progress", "NEW_TERM has 3 cells; it is one line with 11"),
        (row() + "\n" + row(), "two lines"),
        (row().replace("milestone|milestones", ""), "leaves forms empty"),
    ],
)
def test_what_is_no_row_is_refused_in_one_line(line, problem):
    with pytest.raises(ParameterError, match=problem):
        entry_of(line)


def test_the_data_are_left_as_they_are(survey):
    folder = reader().lexicon.folder
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    new_term_section(row(), survey)
    with tried(entry_of(row())) as copy:
        assert len(Reader(copy).lexicon.entries) == len(reader().lexicon.entries) + 1

    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before
    assert not copy.exists()


def test_a_row_that_passes_is_told_where_to_go(survey, text):
    blocks = new_term_section(row(), survey)

    assert "Found in the statements of this process: never; in its English headlines: once." in text(blocks)
    assert "put this line into data/lexicon/en.csv behind the entry" in text(blocks)
    assert blocks[-1] == Code(row())


def test_a_row_that_fails_is_not_offered(survey, text):
    told = new_term_section(row(example_status="claimed"), survey)
    stopped = new_term_section(row(forms="impasse"), survey)

    assert "FAILS" in text(told)
    assert not [block for block in [*told, *stopped] if isinstance(block, Code)]
    assert "cannot be tried" in text(stopped)
    assert "set NEW_TERM" in text(new_term_section(" ", survey))


def test_the_index_with_the_term_counts_what_it_finds(survey, cells):
    section = new_term_section(row(entry="baskets", term="baskets", forms="baskets", example="The baskets advanced.",
                                   example_status="claimed"), survey)  # fmt: skip
    tables = [block for block in section if isinstance(block, Table)]
    table = next(each for each in tables if "net language index" in each.caption[0].text)
    by_round = {line[0]: line[1:] for line in cells(table)[1:]}

    assert int(by_round["Geneva V"][3]) > int(by_round["Geneva V"][1])
    assert by_round["Geneva I"] == ["–", "0", "–", "0"]
    published = survey.index.loc[5]
    assert by_round["Geneva V"][:2] == [signed(published["index"]), str(int(published["decided"]))]
