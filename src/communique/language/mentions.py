"""Mentions: each place where a text speaks of a breakthrough, of progress, a setback, a deadlock or a collapse."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from communique.language.reader import Mention, reader

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "statement_id", "start", "end", "surface", "term", "family", "polarity", "status", "cue", "cue_start", "cue_end",
    "rule", "intensity", "resolution", "refers_to", "about", "certainty",
)  # fmt: skip
_WHOLE = ("start", "end", "cue_start", "cue_end")


def find_mentions(
    text: str,
    *,
    all_senses: bool = False,
    before: str = "",
    own: Iterable[str] = (),
    places: Iterable[str] = (),
    about_talks: bool = False,
    folder: Path | None = None,
) -> list[Mention]:
    """All mentions of a text, in order.

    Parameters
    ----------
    text : str
        Any length; hard-wrapped lines, transcripts and headlines are read as they are.
    all_senses : bool
        Also return terms in a sense that is not about talks, with status ``off``.
    before : str
        What was said just before the text, where the text is an excerpt.
    own : iterable of str
        Names of the statement's own round and process ("Geneva", "Geneva VII"); a mention of other talks gets
        ``refers_to``.
    places : iterable of str
        Names of talks around them, such as `Process.places`, beside those of the lexicon. Without any, as for a text of
        no process, the lexicon's alone are known.
    about_talks : bool
        The text is known to be about talks, as the statements of a process are; a doubtful sense then counts.
    folder : Path, optional
        Another lexicon folder than ``data/lexicon``.
    """
    options = {"all_senses": all_senses, "before": before, "own": own, "places": places, "about_talks": about_talks}
    return list(reader(folder).read(text, **options))


def mentions(
    texts: Iterable[str],
    *,
    all_senses: bool = False,
    own: Iterable[str] = (),
    places: Iterable[str] = (),
    folder: Path | None = None,
) -> Iterator[list[Mention]]:
    """The mentions of each text, lazily and in order; a Series or any iterable of texts will do."""
    own, places, using = tuple(own), tuple(places), reader(folder)
    for text in texts:
        yield list(using.read(text, all_senses=all_senses, own=own, places=places))


def mention_table(
    statements: "pd.DataFrame",
    *,
    all_senses: bool = False,
    own: Iterable[str] | Mapping[str, Iterable[str]] = (),
    places: Iterable[str] = (),
    folder: Path | None = None,
) -> "pd.DataFrame":
    """One row per mention of the statements, with the columns `COLUMNS`; they are known to be about talks.

    Parameters
    ----------
    statements : DataFrame
        With the columns ``statement_id`` and ``text``.
    all_senses : bool
        Also the terms with status ``off``.
    own : iterable of str, or mapping of statement_id to iterables of str
        Names of the statements' own round and process, see `find_mentions`; as a mapping, statement by statement.
    places : iterable of str
        Names of talks around them, see `find_mentions`.
    folder : Path, optional
        Another lexicon folder than ``data/lexicon``.
    """
    import pandas as pd

    shared = () if isinstance(own, Mapping) else tuple(own)
    lines, places, using = [], tuple(places), reader(folder)
    for identifier, text in zip(statements["statement_id"], statements["text"], strict=True):
        names = own.get(identifier, ()) if isinstance(own, Mapping) else shared
        for mention in using.read(text, all_senses=all_senses, own=names, places=places, about_talks=True):
            lines.append((identifier, *(getattr(mention, column) for column in COLUMNS[1:])))
    table = pd.DataFrame(lines, columns=list(COLUMNS))
    kinds = {**dict.fromkeys(COLUMNS, "str"), **dict.fromkeys(_WHOLE, "int64"), "certainty": "float64"}
    return table.astype(kinds)
