"""What each table of a process must look like: its columns, what their cells may hold, what a row is known by.

`TABLES` is the one place where this is said. Reading, validation, the Frictionless description in
``data/datapackage.json`` and the tests of the codebook all follow it.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "text", "url", "integer", "day", "month", "choice", "language", "list", "intervals", "due"]

LIST_SEPARATOR = "|"  # between the members of a list in one cell
PHASES = ("before", "during", "between", "after")
CODERS = ("a", "b")


@dataclass(frozen=True)
class Column:
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
class Table:
    """One CSV file: what a row is, its columns in file order, and the columns no two rows share the values of."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

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

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


ROUNDS = Table(
    "rounds",
    "One numbered meeting of the process.",
    ("round",),
    (
        Column("round", "integer", "Number of the round, from 1 in order of time.", least=1, most=999),
        Column("short", "text", "Short name, as on the axis of a chart."),
        Column("label", "text", "Full name."),
        Column("start", "day", "First day of the first sitting."),
        Column("end", "day", "Last day of the last sitting."),
        Column("sittings", "intervals", "Sittings in order, each as `start/end` (ISO 8601)."),
        Column("venue", "text", "Where the round was held."),
        Column("headline", "text", "The round in one sentence, by the coders.", required=False),
        Column("source_ids", "list", "Sources of dates, venue and headline.", refers_to="sources.source_id"),
    ),
)

ACTORS = Table(
    "actors",
    "One person or body that speaks.",
    ("actor_id",),
    (
        Column("actor_id", "id", "Id of the actor."),
        Column("name", "text", "Name, as readers see it."),
        Column("role", "text", "Office or function, as far as it matters here.", required=False),
        Column("side", "id", "The camp the actor belongs to.", refers_to="process.sides"),
        Column("aliases", "list", "Other names, spellings and offices that sources use.", required=False),
        Column("active_from", "month", "From when the role named was held; empty where not given.", required=False),
        Column("active_to", "month", "Until when; empty where not given or still held.", required=False, last=True),
    ),
)

SOURCES = Table(
    "sources",
    "One public page that a row of another table rests on.",
    ("source_id",),
    (
        Column("source_id", "id", "Id of the source; the date within it may be inferred."),
        Column("publisher", "text", "Who published the page; for a relay, what it relays."),
        Column("title", "text", "Title of the page, or what stands in its place.", required=False),
        Column(
            "title_kind",
            "choice",
            "`shown`: the page's own title; `translated`: the same in English; `described`: our words, as the title "
            "was not visible; `unknown`: empty.",
            choices=("shown", "translated", "described", "unknown"),
        ),
        Column("url", "url", "Address of the page."),
        Column("published", "day", "When it was published, where known or safely inferred.", required=False),
        Column(
            "kind",
            "choice",
            "What kind of publisher it is.",
            choices=(
                "broadcaster",
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
        Column("language", "language", "Language of the page: ISO 639-1, two letters."),
    ),
)

STATEMENTS = Table(
    "statements",
    "One utterance, paraphrased in reported speech: who, when, about what, from which source.",
    ("statement_id",),
    (
        Column("statement_id", "id", "Id of the statement."),
        Column("round", "integer", "The round it belongs to.", refers_to="rounds.round"),
        Column("date", "day", "The day it was made; inferred dates are told in `note`."),
        Column("phase", "choice", "Where the day lies to the round's sittings.", choices=PHASES, ordered=True),
        Column("speaker", "id", "Who made it.", refers_to="actors.actor_id"),
        Column(
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
        Column("baskets", "list", "Baskets it speaks of; empty for none.", required=False, refers_to="process.baskets"),
        Column("text", "text", "The paraphrase, with the speaker's key diplomatic words and their force."),
        Column("source_id", "id", "The source it was read in.", refers_to="sources.source_id"),
        Column("note", "text", "What a reader must know of date, source or wording.", required=False),
        Column(
            "compared",
            "day",
            "The day a reader who had not written the row compared it with its page; empty where nobody has.",
            required=False,
            default="",
        ),
    ),
)

ASSESSMENTS = Table(
    "assessments",
    "One coder's reading of one dimension in one round.",
    ("round", "dimension", "coder"),
    (
        Column("round", "integer", "The round.", refers_to="rounds.round"),
        Column("dimension", "id", "The basket or other dimension.", refers_to="process.ladders"),
        Column("stage", "integer", "The stage reached on the dimension's ladder, from 0.", least=0, most=5),
        Column("movement", "integer", "Against the round before: back (-1), held (0), advanced (1).", least=-1, most=1),
        Column("rationale", "text", "The coder's reason, in a sentence."),
        Column(
            "evidence",
            "list",
            "Statements of the round that the reading rests on; empty only at stage 0.",
            required=False,
            refers_to="statements.statement_id",
        ),
        Column("coder", "choice", "Which of the two coders.", choices=CODERS),
    ),
)

EXPECTATIONS = Table(
    "expectations",
    "Something a speaker said would or should happen later, and what became of it.",
    ("expectation_id",),
    (
        Column("expectation_id", "id", "Id of the expectation."),
        Column("round", "integer", "The round in which it was raised.", refers_to="rounds.round"),
        Column("date", "day", "The day it was raised."),
        Column("speaker", "id", "Who raised it.", refers_to="actors.actor_id"),
        Column(
            "kind",
            "choice",
            "`plan`: announced; `hope`; `fear`; `demand`; `prediction`.",
            choices=("plan", "hope", "fear", "demand", "prediction"),
        ),
        Column(
            "about",
            "id",
            "The thing spoken of; the same id for all who promised, hoped for, feared or ruled out the same thing.",
            required=False,
            default="",
        ),
        Column("expected", "text", "What was expected."),
        Column(
            "due",
            "due",
            "When: a day, the first day of a window, `round:N`, or empty where no time was named.",
            required=False,
        ),
        Column(
            "due_end",
            "day",
            "Last day of the window; empty where a day or a round of its own was named, or no time.",
            required=False,
            default="",
        ),
        Column("happened_on", "day", "When the thing itself happened.", required=False),
        Column(
            "outcome",
            "choice",
            "What became of it. A fear that is `met` is bad news.",
            choices=("met", "partly", "missed", "open"),
        ),
        Column("resolved_on", "day", "When its fate was known; empty while open.", required=False),
        Column("outcome_note", "text", "What became of it, in a sentence; needed once it is settled.", required=False),
        Column("statement_id", "id", "The statement that raised it.", refers_to="statements.statement_id"),
        Column(
            "outcome_source_id",
            "id",
            "The source for what became of it; needed once it is settled.",
            required=False,
            refers_to="sources.source_id",
        ),
    ),
)

EVENTS = Table(
    "events",
    "Something that happened around the talks, for the timeline.",
    ("event_id",),
    (
        Column("event_id", "id", "Id of the event."),
        Column("date", "day", "The day it happened; for what took several days, the last."),
        Column(
            "kind",
            "choice",
            "What kind of event it is.",
            choices=("ceasefire", "diplomacy", "humanitarian", "military", "politics", "resolution"),
        ),
        Column("label", "text", "What happened, in a sentence."),
        Column(
            "weight",
            "integer",
            "1 turning point, 2 important, 3 background, by the rule of the codebook.",
            least=1,
            most=3,
            default="2",
        ),
        Column("source_id", "id", "The source.", refers_to="sources.source_id"),
    ),
)

TABLES = {table.name: table for table in (ROUNDS, ACTORS, SOURCES, STATEMENTS, ASSESSMENTS, EXPECTATIONS, EVENTS)}
