"""The form a candidate is coded in: what the machine suggests for it, and the rows it stands for once filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, make_dataclass, replace
from datetime import date

from communique.desk.statements import naming
from communique.desk.statements.candidatefile import Candidates
from communique.desk.tablefile import table
from communique.files.journal import Files
from communique.process.checks.sources import DOCUMENT
from communique.process.schema import ACTORS, LIST_SEPARATOR, SOURCES, STATEMENTS
from communique.prose import capitalised
from communique.sources.tagging import Calendar

NEW = "+"  # in place of the id of an actor or a source that is to be made
SUGGESTED = ("speaker", "date", "round", "phase", "baskets")
_ACTOR = {"actor_name": "name", "actor_role": "role", "actor_side": "side", "actor_aliases": "aliases"}
_SOURCE = {f"source_{name}": name for name in SOURCES.names if name != "source_id"}
# The columns of a statement that the form asks for in so many words; the others are an id, a choice, or ticked, and
# `compared` is for another reader to fill in later.
_ELSEWHERE = ("statement_id", "speaker", "baskets", "source_id", "compared")
COLUMNS = tuple(column for column in STATEMENTS.columns if column.name not in _ELSEWHERE)


class _Filled:
    """What a person fills in, all text, and the baskets ticked.

    Its fields follow the tables: those of a statement, with `speaker` and `source`, which are ids, empty, or `NEW`
    with the cells of the new row in `actor_...` and `source_...`.
    """

    @classmethod
    def read(cls, message: Mapping) -> "Form":
        """The form in a message, white space tidied; what is no field is passed over, what is no text left empty."""
        cells = {each.name: _tidy(message.get(each.name)) for each in fields(cls) if each.name != "baskets"}
        baskets = message.get("baskets") or ()
        listed = baskets if isinstance(baskets, (list, tuple)) else ()
        return cls(**cells, baskets=tuple(dict.fromkeys(filter(None, map(_tidy, listed)))))

    def shown(self) -> dict[str, object]:
        """The form as plain data."""
        return asdict(self) | {"baskets": list(self.baskets)}


_TEXTS = ("speaker", *_ACTOR, *(column.name for column in COLUMNS), "source", *_SOURCE)
Form = make_dataclass(
    "Form",
    [*((name, str, "") for name in _TEXTS), ("baskets", tuple[str, ...], ())],
    bases=(_Filled,),
    namespace={"__doc__": _Filled.__doc__, "__module__": __name__},
    frozen=True,
)


def _tidy(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def suggested(row: Mapping[str, str], files: Files, candidates: Candidates) -> Form:
    """The form of a candidate as the machine would fill it in.

    Source and occasion are those of the statement made last from the same document, if any; else the source with the
    same address or the same title, else a new one. The paraphrase is left to the person.
    """
    made = _made_from(row["document"], files, candidates)
    source_id = next((each["source_id"] for each in table(files[SOURCES.file]) if _is_page(each, row)), "")
    form = Form(
        speaker=row["speaker"] or (NEW if row["new_actor"] else ""),
        date=row["date"],
        round=row["round"],
        phase=row["phase"],
        baskets=tuple(filter(None, row["baskets"].split(LIST_SEPARATOR))),
        occasion=made.get("occasion", ""),
        source=made.get("source_id", "") or source_id or NEW,
        note=row["note"] and f"{capitalised(row['note'])}.",
    )
    return with_news(form, row)


def _is_page(source: Mapping[str, str], row: Mapping[str, str]) -> bool:
    """Whether a source is the page a candidate was found in, by address or by publisher and title."""
    named = (row["publisher"].casefold(), row["title"].casefold())
    titled = all(named) and (source["publisher"].casefold(), source["title"].casefold()) == named
    return titled or (bool(row["url"]) and source["url"] == row["url"])


def with_news(form: Form, row: Mapping[str, str]) -> Form:
    """The form with what is known of its document and speaker in the cells for a new source and a new actor."""
    name, role = naming.name_and_role(row["new_actor"])
    news = {
        "source_publisher": row["publisher"],
        "source_title": row["title"],
        "source_title_kind": "shown" if row["title"] else "unknown",
        "source_url": row["url"],
        "source_published": row["published"],
        "source_language": "en",
        "actor_name": name,
        "actor_role": role if form.actor_name in ("", name) else "",
    }
    return replace(form, **{name: _tidy(text) for name, text in news.items() if not getattr(form, name)})


def _made_from(document: str, files: Files, candidates: Candidates) -> dict[str, str]:
    """The statement made last from a document."""
    ids = {each.statement_id for each in candidates.entries.values() if each.document == document and each.statement_id}
    made = [each for each in table(files[STATEMENTS.file]) if each["statement_id"] in ids]
    return made[-1] if made else {}


def corrected(form: Form, row: Mapping[str, str]) -> list[str]:
    """The fields in which a form says other than the machine suggested."""
    given = {**form.shown(), "speaker": "" if form.speaker == NEW else form.speaker}
    own = {**row, "baskets": list(filter(None, row["baskets"].split(LIST_SEPARATOR)))}
    differ = [name for name in SUGGESTED if name != "baskets" and given[name] != own[name]]
    return differ + ["baskets"] * (set(given["baskets"]) != set(own["baskets"]))


def rows_of(form: Form, files: Files, baskets: Sequence[str], *, wished: str = "") -> dict[str, dict[str, str]]:
    """The rows a form stands for, by file and in the order they are to be written: actor, source, statement.

    Parameters
    ----------
    form
        As filled in; that it is valid is not assumed.
    files
        The tables as they stand, whose ids are taken.
    baskets
        Ids of the process, in whose order a statement lists its own.
    wished
        The id the statement should have where it is free.
    """
    rows: dict[str, dict[str, str]] = {}
    speaker, source = form.speaker, form.source
    if speaker == NEW:
        speaker = naming.actor_id({each["actor_id"] for each in table(files[ACTORS.file])}, form.actor_name)
        cells = {column: getattr(form, name) for name, column in _ACTOR.items()}
        cells["aliases"] = LIST_SEPARATOR.join(filter(None, map(str.strip, cells["aliases"].split(LIST_SEPARATOR))))
        rows[ACTORS.file] = {"actor_id": speaker, **cells, "active_from": "", "active_to": ""}
    if source == NEW:
        rows[SOURCES.file] = source_row(form, files)
        source = rows[SOURCES.file]["source_id"]
    statements = table(files[STATEMENTS.file])
    free = wished and all(each["statement_id"] != wished for each in statements)
    cells = {column.name: getattr(form, column.name) for column in COLUMNS}
    order = sorted(form.baskets, key=lambda each: baskets.index(each) if each in baskets else len(baskets))
    rows[STATEMENTS.file] = cells | {
        "statement_id": wished if free else naming.statement_id(statements, form.round),
        "speaker": speaker,
        "baskets": LIST_SEPARATOR.join(order),
        "source_id": source,
        "compared": "",
    }
    return rows


def source_row(form: Form, files: Files) -> dict[str, str]:
    """The row of the new source that a form names."""
    cells = {column: getattr(form, name) for name, column in _SOURCE.items()}
    cells["reference" if cells["kind"] != DOCUMENT else "url"] = ""  # what was typed before the kind was chosen
    taken = {each["source_id"] for each in table(files[SOURCES.file])}
    return {"source_id": naming.source_id(taken, cells["publisher"], cells["published"]), **cells}


def placed(row: Mapping[str, str], calendar: Calendar) -> dict[str, str]:
    """The row of a candidate with the round and phase of its day, where rounds have come since it was found."""
    place = calendar.place(day_of(row["date"]), row["context"])
    if place is None or row["round"] == str(place[0].value):
        return dict(row)
    return {**row, "round": str(place[0].value), "phase": str(place[1].value)}


def with_place(form: Form, calendar: Calendar) -> Form:
    """The form with the round and phase of its day, where a round is near."""
    day = day_of(form.date)
    place = calendar.place(day, "") if day else None
    if place is None:
        return form
    return Form.read(form.shown() | {"round": str(place[0].value), "phase": str(place[1].value)})


def day_of(text: str) -> date | None:
    """The day in a cell; None where there is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def field_of(file: str, column: str) -> str:
    """The field of the form that a cell of a row comes from, "" for none."""
    if file == STATEMENTS.file:
        return {"source_id": "source"}.get(column, column)
    names = {ACTORS.file: _ACTOR, SOURCES.file: _SOURCE}.get(file, {})
    return next((name for name, each in names.items() if each == column), "")
