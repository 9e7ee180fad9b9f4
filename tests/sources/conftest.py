"""A tiny process and a handful of documents for the tests of ingestion."""

from types import SimpleNamespace

import pandas as pd
import pytest

ARTICLE = """Talks end without accord

GENEVA, July 15. /TASS/. The round ended on Friday, Anna Alpha told the final news conference.

She said there was progress on elections but no breakthrough in number {number} of the meetings held there.

“We will come back in autumn with paper {number},” she said.
"""


def tiny(folder) -> SimpleNamespace:
    """What `ingest` needs of a process, with its folder at `folder`."""
    actors = pd.DataFrame(
        [("anna-alpha", "Anna Alpha", "Mediator", "mediator", ("Alpha",), pd.NaT, pd.NaT)],
        columns=["actor_id", "name", "role", "side", "aliases", "active_from", "active_to"],
    )
    day = pd.Timestamp("2017-07-10"), pd.Timestamp("2017-07-14")
    rounds = pd.DataFrame([(7, *day, (day,))], columns=["round", "start", "end", "sittings"])
    baskets = {"elections": SimpleNamespace(name="elections", aliases=("election",))}
    return SimpleNamespace(folder=folder, sides={}, actors=actors, rounds=rounds, baskets=baskets, places=())


@pytest.fixture
def process(tmp_path):
    """A process in a folder of its own."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    return tiny(folder)


@pytest.fixture
def articles(tmp_path):
    """A folder with three articles that tell different things."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in (1, 2, 3):
        text = ARTICLE.format(number=number).replace(
            "meetings held", f"{['one', 'two', 'three'][number - 1]} separate meetings held"
        )
        (folder / f"article-{number}.txt").write_text(text)
    return folder
