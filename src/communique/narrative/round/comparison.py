"""How a round compares with the one before, with another, or with a round of another process."""

import pandas as pd

from communique.document.blocks import Block, Column, Heading, Inline, Paragraph, Table, inlines
from communique.facts.comparison import Comparison, compared
from communique.facts.round import Briefing
from communique.measures.net_index import LEAST
from communique.narrative.delays import LATER
from communique.narrative.round.baskets import since
from communique.prose import UNDEFINED, counted, joined, number, percent, periods, signed, verb
from communique.wording import MOVED


def comparison_section(briefing: Briefing, compare_to: str = "") -> list[Block]:
    """Sentences and tables that set the round beside the one `compare_to` names (see `comparison.compared`).

    Of a first round that is compared with the one before there is nothing to say.
    """
    comparison = compared(briefing, compare_to)
    if comparison is None:
        return []
    stages = _stages_table(comparison) if compare_to else []  # those of the round before stand in the picture above
    return [
        Heading(3, f"Compared with {comparison.names[1]}", anchor="compared"),
        Paragraph(_which(comparison)),
        Paragraph(_stages_finding(comparison)),
        Paragraph(_language_finding(comparison)),
        *stages,
        _figures_table(comparison),
    ]


def _which(comparison: Comparison) -> tuple[Inline, ...]:
    """Which rounds are set side by side, when each sat, and whether the other came later."""
    (here, there), both = comparison.full_names, (comparison.here, comparison.there)
    dates = [periods(one.round["sittings"]) for one in both]
    words: list[str | Inline] = [f"{here}, {dates[0]}, is set beside {there}, {dates[1]}."]
    if comparison.there_is_later:
        words += [" ", LATER]
    return inlines(words)


def _stages_finding(comparison: Comparison) -> tuple[Inline, ...]:
    """Which of the shared dimensions stand higher, lower or level, ending in this round's statements behind them."""
    here, ladders = comparison.here, comparison.here.process.ladders
    table = comparison.stages()
    coded = table.loc[table["steps"].notna()]
    parts = []
    if table.empty:
        parts.append(
            "The two processes have no basket and no other dimension in common that stands on the same ladder."
        )
    elif coded.empty:
        parts.append("No dimension has a reading for both rounds.")
    else:
        groups = {"Higher than": coded["steps"] > 0, "Lower than": coded["steps"] < 0, "As": coded["steps"] == 0}
        for word, rows in ((word, coded.loc[chosen, "dimension"]) for word, chosen in groups.items()):
            if len(rows):
                parts.append(f"{word} in {comparison.names[1]}: {joined(ladders[each].name for each in rows)}.")
    if comparison.unlike:
        names = joined(ladders[each].name for each in comparison.unlike)
        parts.append(f"On ladders that differ, and not to be compared: {names}.")
    changed = coded.loc[coded["steps"] != 0, "dimension"]
    evidence = [each for dimension in changed for each in here.reading(dimension)["evidence"][:1]]
    return inlines([" ".join(parts), *here.cite(evidence)])


def _language_finding(comparison: Comparison) -> tuple[Inline, ...]:
    """How the balance of claimed and denied news compares, with what its intervals allow one to say."""
    here, there = comparison.names
    figures = comparison.figures().set_index("figure")
    mine, other = figures.loc["index"]
    if pd.isna(mine) or pd.isna(other):
        thin = [name for name, value in ((here, mine), (there, other)) if pd.isna(value)]
        hold = verb(len(thin), "holds", "hold")
        few = f"{joined(thin)} {hold} fewer than {number(LEAST)} claimed and denied mentions"
        return inlines(f"The net language index cannot be compared: {few}.")
    word = "higher" if mine > other else "lower" if mine < other else "the same"
    sentence = (
        f"The net language index stands at {signed(mine)} in {here} and at {signed(other)} in {there}"
        + (f": {word}" if word != "the same" else "")
        + (", but the intervals overlap." if comparison.intervals_overlap and word != "the same" else ".")
    )
    if not comparison.same_process:
        sentence += " The two records were gathered apart, so their numbers are to be compared with care."
    firm = comparison.here.mentions
    firm = firm.loc[firm["status"].isin(["claimed", "denied"])]
    return inlines([sentence, *comparison.here.cite(firm["statement_id"].drop_duplicates().head(2))])


def _stages_table(comparison: Comparison) -> list[Block]:
    """A table of the stages of the shared dimensions in both rounds; nothing where there are none."""
    table = comparison.stages()
    if table.empty:
        return []
    ladders = comparison.here.process.ladders
    rows = tuple(
        (
            inlines(ladders[row.dimension].label),
            inlines(_stage(comparison.here, row.dimension)),
            inlines(_stage(comparison.there, row.dimension)),
            inlines(UNDEFINED if pd.isna(row.steps) else _steps(int(row.steps))),
        )
        for row in table.itertuples()
    )
    here, there = comparison.full_names
    columns = (
        Column("Dimension", width=3),
        Column(here, width=4),
        Column(there, width=4),
        Column("Difference", width=3),
    )
    return [Table(inlines("Where both rounds stand, and how each moved"), columns, rows, anchor="compared-stages")]


def _stage(briefing: Briefing, dimension: str) -> str:
    """A stage with its movement: "substantive, advanced"; "substantive, held since Orrin I"; "no reading"."""
    reading = briefing.reading(dimension)
    if reading is None:
        return "no reading"
    moved = MOVED[reading["arrow"]] + since(briefing, reading) if reading["arrow"] != "none" else ""
    return ", ".join(filter(None, (reading["stage_name"], moved)))


def _steps(steps: int) -> str:
    """A difference of stages in words: "two stages higher", "the same"."""
    if not steps:
        return "the same"
    return f"{counted(abs(steps), 'stage')} {'higher' if steps > 0 else 'lower'}"


_FIGURES = {
    "statements": "Statements on record",
    "mentions": "Mentions of progress or its lack",
    "claimed": "of which claimed",
    "denied": "of which denied",
    "open": "of which open",
    "doubted": "of which doubted",
    "breakthrough_claimed": "A breakthrough claimed",
    "breakthrough_denied": "A breakthrough denied",
    "index": "Net language index ({} interval)",
    "open_share": "Open share",
    "raised": "Expectations raised",
    "settled": "of which settled so far",
    "met": "of those settled, met",
}


def _figures_table(comparison: Comparison) -> Table:
    """A table of the numbers of both rounds."""
    figures = comparison.figures().set_index("figure")
    level = f"{comparison.here.interval_level * 100:g} %"
    rows = tuple(
        (
            inlines(label.format(level)),
            *(
                inlines([_figure(figure, figures[side]), *_hindsight(comparison, figure, side)])
                for side in ("here", "there")
            ),
        )
        for figure, label in _FIGURES.items()
    )
    here, there = comparison.full_names
    columns = (Column("Figure", width=4), Column(here, align="right", width=4), Column(there, align="right", width=4))
    return Table(inlines("What was said and expected in both rounds"), columns, rows, anchor="compared-figures")


def _hindsight(comparison: Comparison, figure: str, side: str) -> list[str | Inline]:
    """A mark on a number of expectations settled, or met, some of them only after the round the report is on."""
    raised = getattr(comparison, side).raised
    counted_in = {"settled": raised["outcome"] != "open", "met": raised["outcome"] == "met"}.get(figure)
    if counted_in is None:
        return []
    return [" ", LATER] if any(map(comparison.here.is_later, raised.loc[counted_in, "resolved_on"])) else []


def _figure(figure: str, values: pd.Series) -> str:
    """A number as shown: counts whole, shares in per cent, the index with its interval, a dash where undefined."""
    value = values[figure]
    if pd.isna(value):
        return UNDEFINED
    if figure == "index":
        return f"{signed(value)} ({signed(values['low'])} to {signed(values['high'])})"
    return percent(value) if figure == "open_share" else f"{value:.0f}"
