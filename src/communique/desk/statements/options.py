"""What can be chosen at the desk: actors by side, rounds, phases, occasions, baskets, sources; and what to look at."""

from collections.abc import Iterable, Mapping

from communique.desk.statements.candidatefile import Candidates
from communique.desk.statements.form import COLUMNS
from communique.desk.statements.queue import SHOWN, UNRESOLVED, waiting_by
from communique.desk.tablefile import table
from communique.files.journal import Files
from communique.process.model import Process
from communique.process.schema import ACTORS, PHASES, SOURCES, STATEMENTS, TABLES, CsvColumn
from communique.prose import capitalised, choice_label


def wide(process: Process, files: Files) -> dict[str, object]:
    """The lists of the form, as the tables stand; they change only with a decision."""
    actors = table(files[ACTORS.file])
    return {
        "fields": [_field(column) for column in COLUMNS],
        "actors": [
            {
                "label": side.label,
                "items": [
                    {"id": each["actor_id"], "label": each["name"], "role": each["role"]}
                    for each in sorted(actors, key=lambda each: each["name"].casefold())
                    if each["side"] == side.id
                ],
            }
            for side in process.sides.values()
        ],
        "sides": [{"id": side.id, "label": side.label} for side in process.sides.values()],
        "rounds": [{"id": str(row.round), "label": f"{row.round}: {row.short}"} for row in process.rounds.itertuples()],
        "phases": _plain(PHASES),
        "occasions": _plain(STATEMENTS["occasion"].choices),
        "baskets": [{"id": each.id, "label": each.label} for each in process.baskets.values()],
        "title_kinds": _plain(SOURCES["title_kind"].choices),
        "source_kinds": _plain(SOURCES["kind"].choices),
        "sources": [
            {"id": each["source_id"], "label": _titled(each["title"], each["publisher"], each["published"])}
            for each in table(files[SOURCES.file])
        ],
    }


def narrow(candidates: Candidates, process: Process) -> dict[str, object]:
    """The lists of what to look at, each with how many candidates wait there."""
    names = dict(zip(process.actors["actor_id"], process.actors["name"], strict=True))
    names[UNRESOLVED] = "speaker not identified"
    documents, speakers = waiting_by(candidates, "document"), waiting_by(candidates, "speaker")
    return {
        "documents": [
            {
                "id": id_,
                "label": titled(cells),
                "waiting": documents[id_],
            }
            for id_, cells in candidates.documents.items()
        ],
        "speakers": [
            {"id": id_, "label": names.get(id_, id_), "waiting": speakers[id_]}
            for id_ in sorted(speakers, key=lambda each: names.get(each, each).casefold())
        ],
        "shown": [{"id": id_, "label": label} for id_, label in SHOWN.items()],
    }


def titled(document: Mapping[str, str]) -> str:
    """A document as it is called in a list: its title or file, publisher and day."""
    return _titled(document["title"] or document["file"], document["publisher"], document["published"])


def fields_of(name: str, columns: Iterable[str]) -> list[dict[str, object]]:
    """The fields by which columns of a table are asked for."""
    return [_field(TABLES[name][column]) for column in columns]


def statements(files: Files) -> list[dict[str, str]]:
    """The statements on record, the latest first, for a row that rests on one."""
    return [
        {"id": row["statement_id"], "label": f"{row['date']}, {row['speaker']}: {row['text'][:100]}"}
        for row in reversed(table(files[STATEMENTS.file]))
    ]


def _field(column: CsvColumn) -> dict[str, object]:
    return {
        "id": column.name,
        "label": capitalised(column.name.replace("_", " ")),
        "hint": column.description,
        "kind": column.kind,
        "required": column.required,
        "refers_to": column.refers_to,
        "choices": _plain(column.choices),
    }


def _titled(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _plain(choices: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"id": each, "label": choice_label(each)} for each in choices]
