"""Whether names and aliases lead to one actor: shared ones must be told apart by side or by period."""

from collections.abc import Iterator
from datetime import date

from communique.errors import Fault
from communique.process.description import FILE
from communique.process.folder import Folder
from communique.process.schema import ACTORS


def faults(folder: Folder) -> Iterator[Fault]:
    """Yield a fault for each name that two actors of one side share at the same time, and for needless exceptions.

    Letter case does not count. Two holders of an office may share the day of the handover.
    """
    where = folder.where(ACTORS.file)
    excepted = {alias.casefold(): alias for alias in folder.description.ambiguous_aliases} if folder.description else {}
    shared: set[str] = set()
    for (_, key), bearers in _bearers(folder).items():
        for line, column, name, other in _overlapping(bearers):
            shared.add(key)
            if key not in excepted:
                problem = f"{name!r} is also a name of {other}, of the same side and at the same time"
                remedy = "give both actors periods, drop the name, or list it under ambiguous_aliases"
                yield Fault(where, line, column, problem, f"{remedy} in {FILE}")
    if folder.has("actors", "actor_id", "name", "side", "aliases", "active_from", "active_to"):
        for key, alias in excepted.items():
            if key not in shared:
                line = folder.description.lines["ambiguous_aliases"]
                problem = f"no two actors of one side share {alias!r}"
                yield Fault(folder.where(FILE), line, "ambiguous_aliases", problem, "remove it")


def _bearers(folder: Folder) -> dict[tuple[str, str], list[tuple[date, date, int, str, str, str]]]:
    """Who bears each name within each side: period, line, column, the name as written, and actor."""
    bearers: dict[tuple[str, str], list] = {}
    columns = ("actor_id", "name", "side", "aliases", "active_from", "active_to")
    for line, actor, name, side, aliases, since, until in folder.records("actors", *columns):
        own = {alias.casefold(): ("aliases", alias) for alias in aliases} | {name.casefold(): ("name", name)}
        for key, (column, written) in own.items():
            period = (since or date.min, until or date.max)
            bearers.setdefault((side, key), []).append((*period, line, column, written, actor))
    return bearers


def _overlapping(bearers: list[tuple]) -> Iterator[tuple[int, str, str, str]]:
    """Yield line, column and name of each bearer whose period overlaps an earlier one's, with that actor."""
    latest, holder = date.min, ""
    for since, until, line, column, written, actor in sorted(bearers):
        if holder and since < latest and actor != holder:
            yield line, column, written, holder
        if not holder or until > latest:
            latest, holder = until, actor
