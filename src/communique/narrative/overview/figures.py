"""The figures of the overview: each drawn from the survey, with the words that stand for it.

Where there is nothing to draw, a sentence that says so takes the figure's place.
"""

from dataclasses import replace

import pandas as pd

from communique import charts, measures
from communique.charts.mentions import PARAPHRASES
from communique.document.blocks import Figure, Paragraph, inlines
from communique.errors import ParameterError
from communique.facts.overview import Survey
from communique.facts.round import PHASES
from communique.measures.net_index import LEAST
from communique.narrative.overview.expectations import NONE_RAISED
from communique.narrative.round.coverage import LANGUAGES
from communique.narrative.round.figures import AT_HAND, FEWEST, PHONE
from communique.prose import capitalised, number
from communique.suggest import suggestion


def heat_map(survey: Survey) -> Figure | Paragraph:
    """Where every basket and every other dimension stood in every round."""
    if survey.all_readings.empty:
        return Paragraph("No round was placed on the ladders yet.", role="empty")
    groups = {"baskets": survey.process.baskets, "dimensions": survey.process.dimensions}
    asked = {"groups": groups, "rounds": survey.rounds}
    words = charts.describe_heat_map(survey.all_readings, **asked)
    near = {"groups": groups, "rounds": survey.rounds.tail(AT_HAND)}
    return charts.show(
        charts.heat_map(survey.all_readings, **asked),
        words,
        anchor="figure-stages",
        source="Source: readings of the coders, each from the statements of the round.",
        narrow=charts.heat_map(survey.all_readings, width=PHONE, **near),
    )


def timeline(survey: Survey) -> Figure | Paragraph:
    """The rounds in time, with the events around them."""
    events = survey.process.events
    if survey.rounds.empty and events.empty:
        return Paragraph("No round and no event is on record.", role="empty")
    words = charts.describe_timeline(survey.rounds, events)
    return charts.show(charts.timeline(survey.rounds, events), words, anchor="figure-timeline")


def index_by_round(survey: Survey) -> Figure | Paragraph:
    """The net language index of every round, with intervals."""
    if survey.index["index"].isna().all():
        few = f"No round has the {number(LEAST)} claimed or denied mentions that an index needs."
        return Paragraph(few, role="empty")
    index = survey.index.reset_index(drop=True)
    words = charts.describe_net_index(index, rounds=survey.rounds, level=survey.interval_level)
    drawn = charts.net_index_chart(index, rounds=survey.rounds)
    return charts.show(drawn, words, anchor="figure-index", source=PARAPHRASES)


def voices(survey: Survey) -> Figure | Paragraph:
    """Who claims, denies, hopes for or fears, and doubts, by side, over all rounds."""
    if survey.mentions.empty:
        return Paragraph("No side is on record with a term of the lexicon.", role="empty")
    sides, counts = survey.process.sides, figure_data(survey, "voices")
    words = charts.describe_voices(counts, sides=sides)
    drawn = charts.voices_chart(counts, sides=sides)
    return charts.show(drawn, words, anchor="figure-voices", source=PARAPHRASES)


def record(survey: Survey) -> Figure | Paragraph:
    """What became of each side's expectations."""
    if survey.expectations.empty:
        return Paragraph(NONE_RAISED, role="empty")
    sides, table = survey.process.sides, survey.record("side")
    words = charts.describe_record(table, names={side.id: side.name for side in sides.values()})
    drawn = charts.record_chart(table, names={side.id: side.label for side in sides.values()})
    return charts.show(drawn, words, anchor="figure-record")


def slippage(survey: Survey) -> Figure | Paragraph:
    """How far announced dates slipped, those furthest from their day."""
    if survey.slippage["days"].count() < FEWEST:
        sentence = f"Of the expectations on record fewer than {number(FEWEST)} that named a day have come."
        return Paragraph(sentence, role="empty")
    words = charts.describe_slippage(survey.slippage)
    figure = charts.show(charts.slippage_chart(survey.slippage), words, anchor="figure-slippage")
    late = survey.slippage.loc[survey.slippage["fate"] == "late"].sort_values("days", ascending=False, kind="stable")
    return replace(figure, caption=inlines([words.caption, *survey.cite(late["statement_id"])]))


def coverage(survey: Survey) -> Figure | Paragraph:
    """How the record is made up: by side, kind of source, language and phase."""
    if survey.spoken.empty:
        return Paragraph("There is no statement to break down.", role="empty")
    names = {
        "side": {side.id: side.label for side in survey.process.sides.values()},
        "source_kind": {"un": "UN", "ngo": "NGO"},
        "language": LANGUAGES,
        "phase": {phase: capitalised(words) for phase, words in PHASES.items()},
    }
    words = charts.describe_coverage(survey.coverage, names=names)
    return charts.show(charts.coverage_chart(survey.coverage, names=names), words, anchor="figure-coverage")


# --- the tables behind them ------------------------------------------------------------------------------------------


def figure_data(survey: Survey, name: str) -> pd.DataFrame:
    """The table that a figure is drawn from, one observation a row, for a chart of one's own.

    Parameters
    ----------
    name : str
        "stages" (``round``, ``dimension``, ``stage``, see `measures.agreed`), "timeline" (``what``: round or event,
        ``start``, ``end``, ``label``, ``weight``), "index" (``round``, ``index``, ``low``, ``high``, see
        `measures.index_by_round`), "voices" (``side``, ``polarity``, ``status``, ``n``), "record" (see
        `measures.record`), "slippage" (see `measures.slippage`) or "coverage" (see `measures.coverage`).

    Raises
    ------
    ParameterError
        For any other name.
    """
    made = {
        "stages": lambda told: told.all_readings,
        "timeline": _moments,
        "index": lambda told: told.index,
        "voices": _voices,
        "record": lambda told: told.record("side"),
        "slippage": lambda told: told.slippage,
        "coverage": lambda told: told.coverage,
    }
    if name not in made:
        raise ParameterError(f"figure_data: there is no figure {name!r} of a process; {suggestion(name, made)}")
    return made[name](survey).reset_index(drop=True)


def _moments(survey: Survey) -> pd.DataFrame:
    """Rounds and events in time."""
    rounds = survey.rounds[["start", "end"]].assign(what="round", label=survey.rounds["short"])
    events = survey.process.events.assign(what="event", start=survey.process.events["date"])
    both = pd.concat([rounds, events.assign(end=events["start"])], ignore_index=True)
    return both[["what", "start", "end", "label", "weight"]].sort_values(["start", "what"], kind="stable")


def _voices(survey: Survey) -> pd.DataFrame:
    """Mentions by side, over all rounds."""
    return measures.counts(survey.mentions, by=["side", "polarity", "status"], levels={"side": survey.process.sides})
