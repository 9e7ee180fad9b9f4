"""Where baskets and other dimensions stood, from the first round to the last."""

from collections.abc import Mapping

import pandas as pd

from communique.document.blocks import Block, Column, Inline, Paragraph, Table, inlines
from communique.facts.overview import Survey
from communique.narrative.overview.rounds import round_name
from communique.process.description import Dimension
from communique.prose import capitalised, counted, joined, number, sentence


def came_furthest(survey: Survey) -> str:
    """The headline: which basket came furthest, and whether any reached the top of its ladder."""
    rounds, baskets = len(survey.rounds), survey.process.baskets
    if not rounds:
        return "No round is on record yet"
    span = f"in {counted(rounds, 'round')}"
    ends = _ends(survey, baskets)
    if ends.empty:
        return f"{capitalised(counted(rounds, 'round'))} on record, no basket placed on its ladder yet"
    agreed = ends.loc[ends["peak_share"] == 1]
    if len(agreed) == len(baskets):
        reached = "Both baskets" if len(baskets) == 2 else f"All {number(len(baskets))} baskets"
        return f"{reached if len(baskets) > 1 else _names(agreed, baskets)} reached “{_tops(agreed, baskets)}” {span}"
    if len(agreed):
        held = agreed.loc[agreed["last_share"] == 1]
        left = "" if len(held) == len(agreed) else ", not all of them for good" if len(agreed) > 1 else ", not for good"
        short = [each.name for each in baskets.values() if each.id not in set(agreed["dimension"])]
        rest = f"{joined(short) if len(short) < 3 else f'the other {number(len(short))} baskets'} did not"
        return f"{capitalised(_names(agreed, baskets))} reached “{_tops(agreed, baskets)}” {span}{left}; {rest}"
    if not ends["peak"].any():
        return f"No basket left “{ends['peak_name'].iloc[0]}” {span}"
    best = ends.loc[ends["peak_share"] == ends["peak_share"].max()]
    top = joined(dict.fromkeys(f"“{baskets[each].ladder[-1]}”" for each in ends["dimension"]), "or")
    none = "no agreement" if top == "“agreed”" else f"none of the baskets at {top}"
    lead = f"{capitalised(counted(rounds, 'round'))}{_years(survey)}, {none}"
    if len(best) > 1:
        return f"{lead}; {_names(best, baskets)} came furthest, to “{best['peak_name'].iloc[0]}”"
    return f"{lead}; {_rise_and_fall(survey, best.iloc[0], baskets)}"


def _years(survey: Survey) -> str:
    """Over how many years the rounds went, in words; nothing where they went over less than two."""
    days = (survey.rounds["end"].max() - survey.rounds["start"].min()).days
    return f" in {counted(round(days / 365.25), 'year')}" if days > 540 else ""


def _rise_and_fall(survey: Survey, row: pd.Series, dimensions: Mapping[str, Dimension]) -> str:
    """How far a basket came and where it ended: "governance, furthest in 2016, had left the agenda by 2018"."""
    name = dimensions[row["dimension"]].name
    ends = survey.rounds.set_index("round")["end"]
    peak, last = ends[row["peak_round"]], ends[row["last_round"]]
    # Months tell apart what years do not.
    form = "%Y" if peak.year != last.year else "%B %Y"
    if row["last"] == row["peak"]:
        return f"{name} came furthest, to “{row['peak_name']}”"
    fell = "had left the agenda" if row["last"] == 0 else f"was back at “{row['last_name']}”"
    return f"{name}, furthest in {peak:{form}} (“{row['peak_name']}”), {fell} by {last:{form}}"


def standing_finding(survey: Survey, dimensions: Mapping[str, Dimension]) -> tuple[Inline, ...]:
    """One to three sentences on where `dimensions` were last seen and how far they had come, with their statements."""
    ends = _ends(survey, dimensions)
    if ends.empty:
        return inlines("The coders have not placed any round on these ladders yet.")
    last = ends["last_round"].max()
    rows = ends.loc[ends["last_round"] == last].sort_values("last_share", ascending=False, kind="stable")
    stages = dict.fromkeys(rows["last_name"])
    clauses = [
        _names(rows.loc[rows["last_name"] == stage], dimensions) + (" stood" if place == 0 else "") + f" at “{stage}”"
        for place, stage in enumerate(stages)
    ]
    count, where = len(survey.rounds), survey.short(last)
    if last < survey.rounds["round"].max():
        where += ", the last round with a reading,"
    elif count > 1:
        where += f", the last of {counted(count, 'round')},"
    sentence = f"In {where} {joined(clauses)}."
    earlier = ends.loc[ends["last_round"] < last]
    if len(earlier):
        sentence += f" Last read before that: {_listed(earlier, 'last', survey, dimensions)}."
    fallen = ends.loc[ends["peak"] > ends["last"]]
    if len(fallen):
        higher = _listed(fallen, "peak", survey, dimensions)
        sentence += f" {capitalised(higher)} had stood higher before."
    evidence = [each for row in rows.head(2).itertuples() for each in row.last_evidence[:1]]
    best = fallen.sort_values("peak_share", ascending=False, kind="stable").head(2)
    evidence += [each for row in best.itertuples() for each in row.peak_evidence[:1]]
    return inlines([sentence, *survey.cite(evidence)])


def furthest_finding(survey: Survey) -> tuple[Inline, ...]:
    """How the basket that came furthest got there, and where it went, in the coders' reasons; empty where none rose."""
    ends = _ends(survey, survey.process.baskets)
    if ends.empty or not ends["peak"].any():
        return ()
    row = ends.loc[ends["peak_share"].idxmax()]
    name = capitalised(survey.process.baskets[row["dimension"]].name)
    told = [
        f"{name} came furthest, to “{row['peak_name']}” in {survey.short(row['peak_round'])}. ",
        *[sentence(row["peak_rationale"]), *survey.cite(row["peak_evidence"])],
    ]
    if row["last"] < row["peak"]:
        told += [
            f" In {survey.short(row['last_round'])} it stood at “{row['last_name']}”. ",
            *[sentence(row["last_rationale"]), *survey.cite(row["last_evidence"])],
        ]
    return inlines(told)


def conduct_paragraph(survey: Survey) -> list[Block]:
    """How the talks were held in the end, as a paragraph; nothing for a process without such dimensions."""
    dimensions = survey.process.dimensions
    return [Paragraph(standing_finding(survey, dimensions))] if dimensions and len(survey.all_readings) else []


def stages_table(survey: Survey) -> list[Block]:
    """A table of every dimension: its first, highest and last stage, its movements, the statements behind the highest.

    Nothing where no round was placed on the ladders.
    """
    ladders = survey.process.ladders
    ends = _ends(survey, ladders)
    if ends.empty:
        return []
    rows = []
    for row in ends.itertuples():
        arrows = survey.course(row.dimension)["arrow"].value_counts()
        rows.append(
            (
                inlines(ladders[row.dimension].label),
                inlines([f"{row.first_name}, ", round_name(survey, row.first_round)]),
                inlines(
                    [
                        f"{row.peak_name}, ",
                        round_name(survey, row.peak_round),
                        *survey.cite(row.peak_evidence[:2]),
                    ]
                ),
                inlines([f"{row.last_name}, ", round_name(survey, row.last_round)]),
                *(inlines(str(arrows.get(arrow, 0))) for arrow in ("up", "level", "down", "mixed")),
            )
        )
    columns = (
        Column("Dimension", width=3),
        Column("First", width=3),
        Column("Highest", width=4),
        Column("Last", width=3),
        Column("Up", align="right"),
        Column("Level", align="right"),
        Column("Down", align="right"),
        Column("Mixed", align="right"),
    )
    caption = "First, highest and last stage of each dimension, and in how many rounds it moved which way"
    return [Table(inlines(caption), columns, tuple(rows), anchor="stages")]


def _ends(survey: Survey, dimensions: Mapping[str, Dimension]) -> pd.DataFrame:
    """First, highest (the earliest) and last reading of each dimension that was coded, one row each, in order.

    `peak_share` and `last_share` tell how far up its own ladder a stage is, from 0 to 1.
    """
    rows = []
    for dimension in dimensions.values():
        course = survey.course(dimension.id)
        if course.empty:
            continue
        row: dict[str, object] = {"dimension": dimension.id}
        for name, place in (("first", 0), ("peak", int(course["stage"].argmax())), ("last", len(course) - 1)):
            reading = course.iloc[place]
            row[name] = int(reading["stage"])
            row[f"{name}_name"] = reading["stage_name"]
            row[f"{name}_round"] = int(reading["round"])
            row[f"{name}_share"] = int(reading["stage"]) / max(1, len(dimension.ladder) - 1)
            row[f"{name}_evidence"] = reading["evidence"]
            row[f"{name}_rationale"] = reading["rationale"]
        rows.append(row)
    return pd.DataFrame(rows)


def _listed(ends: pd.DataFrame, which: str, survey: Survey, dimensions: Mapping[str, Dimension]) -> str:
    """Dimensions with the stage and round of their first, highest ("peak") or last reading."""
    return joined(
        f"{dimensions[row['dimension']].name} (“{row[f'{which}_name']}” in {survey.short(row[f'{which}_round'])})"
        for row in ends.to_dict("records")
    )


def _names(ends: pd.DataFrame, dimensions: Mapping[str, Dimension]) -> str:
    return joined(dimensions[each].name for each in ends["dimension"])


def _tops(ends: pd.DataFrame, dimensions: Mapping[str, Dimension]) -> str:
    """The names of the top stages of dimensions, each once."""
    return joined(dict.fromkeys(dimensions[each].ladder[-1] for each in ends["dimension"]), "or")
