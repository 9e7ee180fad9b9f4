"""What each table of a process must look like: its columns, what their cells may hold, what a row is known by.

`TABLES`, which every process has, and `OPTIONAL`, which it may have, are the one place where this is said. Reading,
validation, the Frictionless description in ``data/datapackage.json`` and the tests of the codebook all follow it.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "text", "url", "integer", "day", "month", "choice", "language", "list", "intervals", "due"]

LIST_SEPARATOR = "|"  # between the members of a list in one cell
PHASES = ("before", "during", "between", "after")
CODERS = ("a", "b")


@dataclass(frozen=True)
class CsvColumn:
    """One column of a table.

    `kind` says what a cell holds: ``day`` is a date, ``month`` a date whose day may be left out, ``intervals`` a list
    of ``start/end`` dates, ``due`` a date or ``round:N``. `refers_to` names the column, as ``table.column``, that
    holds each value (or each member of a list); ``process.sides``, ``process.baskets`` and ``process.ladders`` are
    lists of ``process.yml``. An empty cell is allowed where not `required`. Of a month, the `last` day may be meant
    instead of the first; choices may be `ordered`, as they stand in time. A file made before there was the column may
    lack it where there is a `default`: that is then what stands in each of its cells.
    """

    name: str
    kind: Kind
    description: str
    required: bool = True
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    least: int | None = None
    most: int | None = None
    last: bool = False
    ordered: bool = False
    default: str | None = None


@dataclass(frozen=True)
class CsvTable:
    """One CSV file: what a row is, its columns in file order, and the columns no two rows share the values of."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[CsvColumn, ...]

    @property
    def file(self) -> str:
        """Name of the file, e.g. ``rounds.csv``."""
        return f"{self.name}.csv"

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in file order."""
        return tuple(column.name for column in self.columns)

    @property
    def defaults(self) -> dict[str, str]:
        """What stands in the cells of the columns that a file may lack, by name."""
        return {column.name: column.default for column in self.columns if column.default is not None}

    def __getitem__(self, name: str) -> CsvColumn:
        return next(column for column in self.columns if column.name == name)


ROUNDS = CsvTable(
    "rounds",
    "One numbered meeting of the process.",
    ("round",),
    (
        CsvColumn("round", "integer", "Number of the round, from 1 in order of time.", least=1, most=999),
        CsvColumn("short", "text", "Short name, as on the axis of a chart."),
        CsvColumn("label", "text", "Full name."),
        CsvColumn("start", "day", "First day of the first sitting."),
        CsvColumn("end", "day", "Last day of the last sitting."),
        CsvColumn("sittings", "intervals", "Sittings in order, each as `start/end` (ISO 8601)."),
        CsvColumn("venue", "text", "Where the round was held."),
        CsvColumn("headline", "text", "The round in one sentence, by the coders.", required=False),
        CsvColumn("source_ids", "list", "Sources of dates, venue and headline.", refers_to="sources.source_id"),
    ),
)

ACTORS = CsvTable(
    "actors",
    "One person or body that speaks.",
    ("actor_id",),
    (
        CsvColumn("actor_id", "id", "Id of the actor."),
        CsvColumn("name", "text", "Name, as readers see it."),
        CsvColumn("role", "text", "Office or function, as far as it matters here.", required=False),
        CsvColumn("side", "id", "The camp the actor belongs to.", refers_to="process.sides"),
        CsvColumn("aliases", "list", "Other names, spellings and offices that sources use.", required=False),
        CsvColumn("active_from", "month", "From when the role named was held; empty where not given.", required=False),
        CsvColumn("active_to", "month", "Until when; empty where not given or still held.", required=False, last=True),
    ),
)

SOURCES = CsvTable(
    "sources",
    "One public page, or document, that a row of another table rests on.",
    ("source_id",),
    (
        CsvColumn("source_id", "id", "Id of the source; the date within it may be inferred."),
        CsvColumn("publisher", "text", "Who published the page; for a relay, what it relays."),
        CsvColumn("title", "text", "Title of the page, or what stands in its place.", required=False),
        CsvColumn(
            "title_kind",
            "choice",
            "`shown`: the page's own title; `translated`: the same in English; `described`: our words, as the title "
            "was not visible; `unknown`: empty.",
            choices=("shown", "translated", "described", "unknown"),
        ),
        CsvColumn("url", "url", "Address of the page; empty for a document, which has none.", required=False),
        CsvColumn("published", "day", "When it was published, where known or safely inferred.", required=False),
        CsvColumn(
            "kind",
            "choice",
            "What kind of publisher it is; `document`: a cable, letter or note that is on no page.",
            choices=(
                "broadcaster",
                "document",
                "government",
                "newspaper",
                "ngo",
                "state_media",
                "think_tank",
                "un",
                "wire",
                "other",
            ),
        ),
        CsvColumn("language", "language", "Language of the page: ISO 639-1, two letters."),
        CsvColumn(
            "reference",
            "text",
            "What a document is found by in the place of an address: its number, or where it is kept.",
            required=False,
            default="",
        ),
    ),
)

STATEMENTS = CsvTable(
    "statements",
    "One utterance, paraphrased in reported speech: who, when, about what, from which source.",
    ("statement_id",),
    (
        CsvColumn("statement_id", "id", "Id of the statement."),
        CsvColumn("round", "integer", "The round it belongs to.", refers_to="rounds.round"),
        CsvColumn("date", "day", "The day it was made; inferred dates are told in `note`."),
        CsvColumn("phase", "choice", "Where the day lies to the round's sittings.", choices=PHASES, ordered=True),
        CsvColumn("speaker", "id", "Who made it.", refers_to="actors.actor_id"),
        CsvColumn(
            "occasion",
            "choice",
            "On what occasion.",
            choices=(
                "arrival_remarks",
                "closing_remarks",
                "conference_speech",
                "editorial",
                "interview",
                "joint_statement",
                "lecture",
                "letter",
                "meeting",
                "newspaper_article",
                "opening_remarks",
                "opening_speech",
                "press_conference",
                "press_release",
                "press_remarks",
                "security_council_briefing",
                "security_council_meeting",
                "speech",
                "summit",
                "summit_declaration",
                "telephone_call",
                "other",
            ),
        ),
        CsvColumn(
            "baskets", "list", "Baskets it speaks of; empty for none.", required=False, refers_to="process.baskets"
        ),
        CsvColumn("text", "text", "The paraphrase, with the speaker's key diplomatic words and their force."),
        CsvColumn("source_id", "id", "The source it was read in.", refers_to="sources.source_id"),
        CsvColumn("note", "text", "What a reader must know of date, source or wording.", required=False),
        CsvColumn(
            "compared",
            "day",
            "The day a reader who had not written the row compared it with its page; empty where nobody has.",
            required=False,
            default="",
        ),
    ),
)

ASSESSMENTS = CsvTable(
    "assessments",
    "One coder's reading of one dimension in one round.",
    ("round", "dimension", "coder"),
    (
        CsvColumn("round", "integer", "The round.", refers_to="rounds.round"),
        CsvColumn("dimension", "id", "The basket or other dimension.", refers_to="process.ladders"),
        CsvColumn("stage", "integer", "The stage reached on the dimension's ladder, from 0.", least=0, most=5),
        CsvColumn(
            "movement", "integer", "Against the round before: back (-1), held (0), advanced (1).", least=-1, most=1
        ),
        CsvColumn("rationale", "text", "The coder's reason, in a sentence."),
        CsvColumn(
            "evidence",
            "list",
            "Statements of the round that the reading rests on; empty only at stage 0.",
            required=False,
            refers_to="statements.statement_id",
        ),
        CsvColumn("coder", "choice", "Which of the two coders.", choices=CODERS),
    ),
)

EXPECTATIONS = CsvTable(
    "expectations",
    "Something a speaker said would or should happen later, and what became of it.",
    ("expectation_id",),
    (
        CsvColumn("expectation_id", "id", "Id of the expectation."),
        CsvColumn("round", "integer", "The round in which it was raised.", refers_to="rounds.round"),
        CsvColumn("date", "day", "The day it was raised."),
        CsvColumn("speaker", "id", "Who raised it.", refers_to="actors.actor_id"),
        CsvColumn(
            "kind",
            "choice",
            "`plan`: announced; `hope`; `fear`; `demand`; `prediction`.",
            choices=("plan", "hope", "fear", "demand", "prediction"),
        ),
        CsvColumn(
            "about",
            "id",
            "The thing spoken of; the same id for all who promised, hoped for, feared or ruled out the same thing.",
            required=False,
            default="",
        ),
        CsvColumn("expected", "text", "What was expected."),
        CsvColumn(
            "due",
            "due",
            "When: a day, the first day of a window, `round:N`, or empty where no time was named.",
            required=False,
        ),
        CsvColumn(
            "due_end",
            "day",
            "Last day of the window; empty where a day or a round of its own was named, or no time.",
            required=False,
            default="",
        ),
        CsvColumn("happened_on", "day", "When the thing itself happened.", required=False),
        CsvColumn(
            "outcome",
            "choice",
            "What became of it. A fear that is `met` is bad news.",
            choices=("met", "partly", "missed", "open"),
        ),
        CsvColumn("resolved_on", "day", "When its fate was known; empty while open.", required=False),
        CsvColumn(
            "outcome_note", "text", "What became of it, in a sentence; needed once it is settled.", required=False
        ),
        CsvColumn("statement_id", "id", "The statement that raised it.", refers_to="statements.statement_id"),
        CsvColumn(
            "outcome_source_id",
            "id",
            "The source for what became of it; needed once it is settled.",
            required=False,
            refers_to="sources.source_id",
        ),
    ),
)

EVENTS = CsvTable(
    "events",
    "Something that happened around the talks, for the timeline.",
    ("event_id",),
    (
        CsvColumn("event_id", "id", "Id of the event."),
        CsvColumn("date", "day", "The day it happened; for what took several days, the last."),
        CsvColumn(
            "kind",
            "choice",
            "What kind of event it is.",
            choices=("ceasefire", "diplomacy", "humanitarian", "military", "politics", "resolution"),
        ),
        CsvColumn("label", "text", "What happened, in a sentence."),
        CsvColumn(
            "weight",
            "integer",
            "1 turning point, 2 important, 3 background, by the rule of the codebook.",
            least=1,
            most=3,
            default="2",
        ),
        CsvColumn("source_id", "id", "The source.", refers_to="sources.source_id"),
    ),
)

BRIEFS = CsvTable(
    "briefs",
    "One point of a round's brief as an analyst wrote it, in the place of the one that the report would compose.",
    ("round", "place"),
    (
        CsvColumn("round", "integer", "The round.", refers_to="rounds.round"),
        CsvColumn(
            "place",
            "integer",
            "Which point: 1 the close, 2 how the talks were held, 3 what moved, 4 what did not, 5 what comes next, "
            "6 how far to rely on this.",
            least=1,
            most=6,
        ),
        CsvColumn(
            "text",
            "text",
            "The point in whole sentences; the id of a statement in square brackets, `[G7-054]`, stands where the "
            "report shows its number, and `[known later]` where something is told that was known only after the round.",
        ),
        CsvColumn(
            "evidence",
            "list",
            "Statements of the round that the point rests on, beside those named in the text.",
            required=False,
            refers_to="statements.statement_id",
        ),
    ),
)

TABLES = {table.name: table for table in (ROUNDS, ACTORS, SOURCES, STATEMENTS, ASSESSMENTS, EXPECTATIONS, EVENTS)}
OPTIONAL = {BRIEFS.name: BRIEFS}  # a process may lack the file, which counts as one without rows
