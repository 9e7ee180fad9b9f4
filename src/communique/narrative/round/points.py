"""The six points of a brief as the record gives them, composed of statements and of the coders' reasons.

Statements are reported speech already and reasons are sentences, so that what is composed reads as prose.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from communique.document.blocks import Inline, inlines
from communique.facts.round import Briefing
from communique.facts.salience import salience
from communique.narrative.delays import LATER
from communique.narrative.round.baskets import since
from communique.narrative.round.refusals import refuses
from communique.prose import alone, capitalised, counted, joined, lowered, number, percent, possessive, sentence, verb
from communique.wording import OUTCOME_WORDS

MOST = 8  # of a verdict's salience counts: what coders cite often may be a detail
CHANGES = 2  # in how the talks were held, told beside how the sides met
CLOSE = pd.Timedelta(days=7)  # after a round's last day; what is said later looks back on it from afar
# Words by which a statement leans on one that a brief does not show: "on Ireland, by contrast, he found ...".
LEANS = r"\b(?:by contrast|likewise|that reading)\b"


@dataclass(frozen=True)
class Point:
    """What one point of a brief says, and the ids of the statements it is told by."""

    content: tuple[Inline, ...]
    told_by: frozenset[str] = frozenset()


# --- 1: the close ----------------------------------------------------------------------------------------------------


def close(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """How the mediator put the close, where there is one, then each negotiating side's own verdict."""
    process = briefing.process
    told: list[str | Inline] = []
    ids: list[str] = []
    if (row := _verdict(briefing, process.mediating)) is not None:
        told += [row["text"], *briefing.cite([row["statement_id"]])]
        ids.append(row["statement_id"])
    for side in process.negotiating:
        if (row := _verdict(briefing, (side,))) is not None:
            words = f"For {process.sides[side].name}, {lowered(row['text'], briefing.names)}"
            told += [" " * bool(told) + words, *briefing.cite([row["statement_id"]])]
            ids.append(row["statement_id"])
    return Point(inlines(told), frozenset(ids)) if ids else None


def _verdict(briefing: Briefing, sides: Iterable[str]) -> pd.Series | None:
    """The statement by which some sides close the round: one with words of progress before others, then the weightiest.

    One that leans on another, which the brief does not show, comes behind those that stand alone. Of those who speak
    for a side the ones heard at least half as often as the one heard most are preferred. Where none spoke at the close,
    one made during the round; None where they were silent.
    """
    rows = briefing.statements
    rows = rows.loc[rows["side"].isin(list(sides)) & (rows["phase"] != "before")]
    heard = rows["speaker"].map(rows["speaker"].value_counts())
    leading = heard >= heard.max() / 2
    soon = rows["date"] <= briefing.round["end"] + CLOSE
    after = rows["phase"] == "after"
    for among in (rows.loc[after & soon & leading], rows.loc[after & soon], rows.loc[after], rows):
        if len(among):
            mentioned = briefing.mentions["statement_id"].value_counts()
            words = among["statement_id"].map(mentioned).fillna(0).clip(upper=2)
            salient = among["statement_id"].map(salience(briefing))
            ranked = among.assign(
                _leans=among["text"].str.contains(LEANS, case=False),
                _weight=salient.clip(upper=MOST) + 4 * words,
                _salient=salient,
            )
            order = ["_leans", "_weight", "_salient", "date"]
            return ranked.sort_values(order, ascending=[True, False, False, True], kind="stable").iloc[0]
    return None


# --- 2: how the talks were held --------------------------------------------------------------------------------------


def held(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """How the sides met, then what changed in how the talks were held, each in the words of the coder's reason."""
    readings = [reading for each in briefing.process.dimensions if (reading := briefing.reading(each)) is not None]
    if not readings:
        return None
    first, *others = readings
    told = _reason(briefing, first)
    for reading in sorted(others, key=lambda each: -abs(_change(briefing, each)))[:CHANGES]:
        if _change(briefing, reading):
            told += [f" {_course(briefing, reading)} ", *_reason(briefing, reading)]
    return Point(inlines(told))


# --- 3 and 4: the baskets --------------------------------------------------------------------------------------------


def moved(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """The basket that moved most, or came furthest at a first round, and why."""
    reading = _furthest(briefing)
    if reading is None:
        return None
    name, stage = briefing.process.ladders[reading["dimension"]].name, reading["stage_name"]
    change = _change(briefing, reading)
    if briefing.reading_before(reading) is None:
        words = f"{capitalised(name)} came furthest, to “{stage}”."
    elif change:
        words = _course(briefing, reading, "moved most," if change > 0 else "fell back most,")
    else:
        words = f"No basket changed its stage; {name} stood highest, at “{stage}”."
    return Point(inlines([f"{words} ", *_reason(briefing, reading)]))


def _furthest(briefing: Briefing) -> pd.Series | None:
    """The basket's reading whose stage changed most, the higher stage first; at a first round the highest stage."""
    readings = _baskets(briefing)
    if not readings:
        return None
    return max(readings, key=lambda each: (abs(_change(briefing, each)), each["stage"], len(each["evidence"])))


def stuck(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """The basket that stayed furthest behind and why, what a side refused, and of what a side said nothing."""
    moved = _furthest(briefing)
    behind = [
        each for each in _baskets(briefing) if each["dimension"] != moved["dimension"] and _change(briefing, each) <= 0
    ]
    told: list[str | Inline] = []
    ids: frozenset[str] = frozenset()
    if moved is not None and _change(briefing, moved) and not behind and len(_baskets(briefing)) > 1:
        told.append("No other basket stood still or fell back.")
    if behind:
        least = min(behind, key=lambda each: (_change(briefing, each), -len(each["evidence"]), each["stage"]))
        told += [f"{_course(briefing, least)} ", *_reason(briefing, least)]
    refusal = _refusal(briefing, used)
    if refusal is not None:
        told += [f" {refusal['text']}" if told else refusal["text"], *briefing.cite([refusal["statement_id"]])]
        ids = frozenset([refusal["statement_id"]])
    for clause in _silences(briefing):
        told.append(f"{' ' if told else ''}{clause}")
    return Point(inlines(told), ids) if told else None


def _refusal(briefing: Briefing, used: frozenset[str]) -> pd.Series | None:
    """The weightiest statement, not told yet, in which a negotiating side refuses something to do with a basket."""
    rows = briefing.statements
    tagged = rows["baskets"].map(bool) & rows["side"].isin(briefing.process.negotiating)
    rows = rows.loc[tagged & (rows["phase"] != "before") & ~rows["statement_id"].isin(used)]
    rows = rows.loc[rows["text"].map(refuses).astype("bool")]
    if rows.empty:
        return None
    weighed = rows.assign(_weight=rows["statement_id"].map(salience(briefing)))
    return weighed.sort_values(["_weight", "date"], kind="stable").iloc[-1]


def _silences(briefing: Briefing) -> Iterator[str]:
    """Yield a sentence on each set of baskets of which nothing that a negotiating side said is on record."""
    process = briefing.process
    silent: dict[tuple[str, ...], list[str]] = {}
    for side in process.negotiating:
        rows = briefing.statements.loc[briefing.statements["side"] == side]
        spoken = {basket for baskets in rows["baskets"] for basket in baskets}
        baskets = tuple(basket.name for each, basket in process.baskets.items() if each not in spoken)
        if rows.empty or baskets:
            silent.setdefault(() if rows.empty else baskets, []).append(process.sides[side].name)
    for baskets, sides in silent.items():
        about = f" about {joined(baskets, 'or')}" if baskets else ""
        yield f"Nothing from {joined(sides, 'or')} is on record{about}."


# --- 5: what comes next ----------------------------------------------------------------------------------------------


def ahead(briefing: Briefing, used: frozenset[str]) -> Point | None:
    """The latest plan and the latest hope voiced at the table, and, marked, what became of each."""
    told: list[str | Inline] = []
    ids: list[str] = []
    table = (*briefing.process.mediating, *briefing.process.negotiating)
    raised = briefing.raised
    things: set[str] = set()
    for kind in ("plan", "hope", "demand", "prediction"):
        rows = raised.loc[(raised["kind"] == kind) & raised["side"].isin(table) & ~raised["about"].isin(things)]
        if rows.empty or len(ids) == 2:
            continue
        rows = rows.assign(
            _soon=rows["date"] <= briefing.round["end"] + CLOSE,
            _close=rows["date"] >= briefing.round["end"],
            _mediates=rows["side"].isin(briefing.process.mediating),
            _weight=rows["statement_id"].map(salience(briefing)),
        )
        row = rows.sort_values(["_soon", "_close", "_mediates", "_weight", "date"], kind="stable").iloc[-1]
        opening = f"{' ' if told else ''}{possessive(row['name'])} {kind}: "
        told += [
            opening,
            lowered(row["expected"], briefing.names).rstrip("."),
            *briefing.cite([row["statement_id"]]),
            ".",
        ]
        told += _fate(briefing, row)
        things.add(row["about"])
        ids.append(row["statement_id"])
    return Point(inlines(told), frozenset(ids)) if told else None


def _fate(briefing: Briefing, row: pd.Series) -> list[str | Inline]:
    """What became of an expectation: marked as later knowledge where it is, and empty where nothing is known."""
    if row["outcome"] == "open":
        return [" It is still open."]
    later = briefing.is_later(row["resolved_on"])
    mark = [" ", LATER] if later else []
    outcome = capitalised(OUTCOME_WORDS[row["outcome"]])
    if not row["outcome_note"]:
        return [*mark, f" {outcome}."]
    return [*mark, f" {outcome}: {sentence(lowered(row['outcome_note'], briefing.names))}"]


# --- 6: how far to rely on this --------------------------------------------------------------------------------------


def reliance(briefing: Briefing, used: frozenset[str]) -> Point:
    """How far the record of the round bears: who was heard, what was compared, from whose pages, what is disputed."""
    statements, readings = briefing.statements, briefing.readings
    words = [_compared(statements), _heard(briefing)]
    if len(readings):
        disputed = int(readings["disputed"].astype(bool).sum())
        judged = f"the coders differ on {alone(disputed)} of {counted(len(readings), 'reading')}"
        words.append(f"How far baskets and conduct moved is a judgement: {judged}.")
    return Point(inlines(" ".join(words)))


def _compared(statements: pd.DataFrame) -> str:
    """How much of who said what was compared with its pages, and how much comes from state media."""
    total, compared = len(statements), int(statements["compared"].notna().sum())
    if not compared:
        words = "Who said what rests on one reader's word: no statement was compared with its page"
    elif compared == total:
        words = "Who said what was checked: every statement was compared with its page"
    else:
        pages = "its page was" if compared == 1 else "their pages were"
        words = f"Who said what was checked for {compared} of {total} statements, with which {pages} compared"
    state = (statements["source_kind"] == "state_media").mean()
    if not state:
        return f"{words}; none comes from state media."
    return f"{words}; {'all' if state == 1 else percent(state)} come from state media."


def _heard(briefing: Briefing) -> str:
    """How many statements each side at the table has, and others, as a sentence."""
    statements, process = briefing.statements, briefing.process
    table = (*process.mediating, *process.negotiating)
    counts = statements["side"].value_counts()
    heard = [f"{alone(int(counts.get(side, 0)))} from {process.sides[side].name}" for side in table]
    others = len(statements) - int(counts.reindex(list(table)).sum())
    heard += [f"{number(others)} from others"] if others else []
    on_record = f"{counted(len(statements), 'statement')} {verb(len(statements), 'is', 'are')} on record"
    return f"{capitalised(on_record)}: {joined(heard)}."


# --- readings in words -----------------------------------------------------------------------------------------------


def _baskets(briefing: Briefing) -> list[pd.Series]:
    return [reading for each in briefing.process.baskets if (reading := briefing.reading(each)) is not None]


def _change(briefing: Briefing, reading: pd.Series) -> int:
    """By how many stages a reading changed against the one it compares with; 0 for a first reading."""
    before = briefing.reading_before(reading)
    return 0 if before is None else int(reading["stage"]) - int(before["stage"])


def _reason(briefing: Briefing, reading: pd.Series) -> list[str | Inline]:
    """The coder's reason for a reading, as a sentence with its statements."""
    return [sentence(reading["rationale"]), *briefing.cite(reading["evidence"], most=6)]


def _course(briefing: Briefing, reading: pd.Series, how: str = "") -> str:
    """Where a dimension went, as a sentence: "Trust went from “hostile” to “accusing”."; `how` says it otherwise."""
    name, stage = capitalised(briefing.process.ladders[reading["dimension"]].name), reading["stage_name"]
    before, change = briefing.reading_before(reading), _change(briefing, reading)
    if before is None:
        return f"{name} stood at “{stage}”."
    when = since(briefing, reading)
    if not change:
        return f"{name} stayed at “{stage}”{when}."
    how = how or ("went" if change > 0 else "fell back")
    return f"{name} {how} from “{before['stage_name']}” to “{stage}”{when}."
