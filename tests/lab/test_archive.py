"""The notebook of a scan: its parameters, its page, and the numbers on it."""

import json
from pathlib import Path

import pytest

from communique.document.blocks import Figure, Front, Heading, Table
from communique.document.plain import plain_inlines, plain_text
from communique.errors import ParameterError
from communique.lab import archive as showing
from communique.report.parameters import declared
from communique.scan.results import Archive
from communique.scan.run import scan

from ..scan.conftest import SIZE, article

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "archive.ipynb"


@pytest.fixture(scope="module")
def scanned(tmp_path_factory):
    """A scan of the small archive of tests/scan/."""
    folder = tmp_path_factory.mktemp("scanned")
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps(article(number)) + "\n" for number in range(12)))
    scan(str(path), folder / "out", number=0, size=SIZE)
    return folder / "out"


def test_every_parameter_is_typed_and_told():
    assert list(declared(NOTEBOOK)) == ["SCAN", "PROCESS", "BY", "SPEAKERS"]
    assert all(parameter.description for parameter in declared(NOTEBOOK).values())


def test_the_page_shows_chart_tables_and_what_it_was_made_from(blocks_of, scanned):
    blocks = blocks_of("archive", SCAN=str(scanned), BY="year", SPEAKERS=1)
    headings = [plain_inlines(block.content) for block in blocks if isinstance(block, Heading) and block.level == 2]
    front = next(block for block in blocks if isinstance(block, Front))
    (figure,) = [block for block in blocks if isinstance(block, Figure)]
    tables = [plain_text([block]) for block in blocks if isinstance(block, Table)]

    assert headings == [
        "How good the news was",
        "What was mentioned",
        "Who spoke of it",
        "What this page was made from",
    ]
    assert dict(front.facts)["Read"].startswith("twelve documents in one file; 2017-07 to 2018-07")
    assert "periods from 2017 to 2018" in figure.alt
    assert "Wilma Hode" in tables[1]
    assert "BY = year" in tables[2]


def test_the_table_over_time_adds_up_and_has_every_period(scanned):
    archive = Archive.open(scanned)
    table = showing.over_time(archive, "month")

    assert list(table["period"])[:2] == ["2017-07", "2017-08"]
    assert len(table) == 13
    dated = archive.index.loc[archive.index["month"] != ""]
    assert table[["good", "bad", "loose"]].sum().sum() == dated["mentions"].sum()


def test_one_process_alone_and_names_that_are_none(scanned):
    archive = Archive.open(scanned)

    assert set(showing.selected(archive, "geneva").index["process"]) <= {"geneva"}
    with pytest.raises(ParameterError, match="PROCESS=genva: the scan did not look for it"):
        showing.selected(archive, "genva")
    with pytest.raises(ParameterError, match="BY=week: give month, quarter or year"):
        showing.over_time(archive, "week")
