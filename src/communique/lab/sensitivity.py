"""What the net language index becomes when a term is dropped, or a term or a family weighs more or less."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite

import pandas as pd

from communique import charts, measures, prose
from communique.document.blocks import Block, Column, Figure, Paragraph, Table, Text, inlines
from communique.errors import ParameterError
from communique.facts.overview import Survey
from communique.language.reader import reader
from communique.measures.gaps import WHOLE
from communique.measures.net_index import LEAST, news
from communique.prose import UNDEFINED, counted, signed
from communique.suggest import suggestion

_TELLING = 0.1  # a shift of the index that a reader should see


@dataclass(frozen=True)
class Weights:
    """How much a mention counts: the weight of its family times that of its term, 1 where none is given."""

    families: Mapping[str, float] = field(default_factory=dict)
    terms: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, *, families: str = "", terms: str = "") -> "Weights":
        """Weights from texts such as ``breakthrough=2, progress=0.5``; 0 drops a term.

        Raises
        ------
        ParameterError
            For a family or term the lexicon does not hold, or a weight that is no number from 0 to 100.
        """
        terms_of_lexicon = {entry.term for entry in reader().lexicon.entries}
        return cls(
            dict(_weight("FAMILY_WEIGHTS", each, measures.FAMILIES) for each in _named(families)),
            dict(_weight("TERM_WEIGHTS", each, terms_of_lexicon) for each in _named(terms)),
        )

    def __bool__(self) -> bool:
        return bool(self.families or self.terms)

    def __str__(self) -> str:
        named = [f"family {name} × {weight:g}" for name, weight in self.families.items()]
        return ", ".join([*named, *(f"{name} × {weight:g}" for name, weight in self.terms.items())])

    def of_each(self, mentions: pd.DataFrame) -> pd.Series:
        """The weight of every mention."""
        family = mentions["family"].map(lambda name: self.families.get(name, 1.0)).astype("float64")
        return family * mentions["term"].map(lambda name: self.terms.get(name, 1.0)).astype("float64")


def _named(weights: str) -> list[str]:
    return [each.strip() for each in weights.split(",") if each.strip()]


def _weight(parameter: str, text: str, known: Iterable[str]) -> tuple[str, float]:
    name, sign, number = (part.strip() for part in text.rpartition("="))
    try:
        weight = float(number)
    except ValueError:
        weight = float("nan")
    if not sign or not isfinite(weight) or not 0 <= weight <= 100:
        raise ParameterError(f"{parameter}: {text!r} is no weight; write name=number, from 0 to 100: breakthrough=2")
    if name not in known:
        raise ParameterError(f"{parameter}: there is no {name!r}; {suggestion(name, known)}")
    return name, weight


def weighted_index(mentions: pd.DataFrame, weights: Weights, *, least: int = LEAST) -> float:
    """The net language index with every claimed or denied mention counted by its weight.

    Sum of weight × news over sum of weights, news being +1 or -1 as in `measures.net_index`. NaN where fewer than
    `least` claimed or denied mentions weigh anything.
    """
    rows = measures.own(mentions)
    rows = rows.loc[rows["status"].isin(["claimed", "denied"])]
    weight = weights.of_each(rows).to_numpy()
    if (weight > 0).sum() < max(least, 1):
        return float("nan")
    return float((news(rows).to_numpy() * weight).sum() / weight.sum())


def index_with(mentions: pd.DataFrame, rounds: Iterable[int], weights: Weights) -> dict[object, float]:
    """The weighted index of every round, and of the whole process under `WHOLE`."""
    by_round = {number: weighted_index(mentions.loc[mentions["round"] == number], weights) for number in rounds}
    return {**by_round, WHOLE: weighted_index(mentions, weights)}


def leave_one_out(mentions: pd.DataFrame, rounds: Iterable[int]) -> pd.DataFrame:
    """The index without each term in turn, round by round.

    Parameters
    ----------
    mentions : DataFrame
        Mentions with ``round``, as `Survey.mentions` gives them.

    Returns
    -------
    DataFrame
        A row per term with a claimed or denied mention, the most frequent first: ``term``, ``decided`` (its claimed
        and denied mentions), a column for every round and one for the whole process (NaN where undefined).
    """
    rounds = list(rounds)
    firm = mentions.loc[mentions["status"].isin(["claimed", "denied"])]
    rows = [
        {"term": term, "decided": n, **index_with(mentions, rounds, Weights(terms={term: 0.0}))}
        for term, n in sorted(firm["term"].value_counts().items(), key=lambda each: (-each[1], each[0]))
    ]
    return pd.DataFrame(rows, columns=["term", "decided", *rounds, WHOLE])


def sensitivity_table(survey: Survey, weights: Weights | None = None) -> list[Block]:
    """A table of the published index of every round, and what it becomes without each term and with other weights."""
    numbers = survey.rounds["round"].tolist()
    published = index_with(survey.mentions, numbers, Weights())
    without = leave_one_out(survey.mentions, numbers)
    if without.empty:
        return [Paragraph("No term is claimed or denied, so there is no index to change.", role="empty")]
    rows = [_row("As published", published, published, measures.decided(survey.mentions))]
    if weights:
        changed = index_with(survey.mentions, numbers, weights)
        weighing = survey.mentions.loc[weights.of_each(survey.mentions) > 0]
        rows.append(_row("As weighted", changed, published, measures.decided(weighing)))
    for row in without.to_dict("records"):
        left = measures.decided(survey.mentions) - row["decided"]
        rows.append(_row(row["term"], row, published, left))
    shown = [number for number in numbers if pd.notna(published[number])]
    rows = [tuple(row[place] for place in (0, 1, *(2 + numbers.index(each) for each in shown))) for row in rows]
    columns = (
        Column("Published, or without", width=3),
        Column("All rounds", align="right", width=1.5),
        *(Column(survey.short(number), align="right", width=1.5) for number in shown),
    )
    caption = (
        "The net language index as published, with the weights given, and without each term in turn (in bold: moved by "
        f"{_TELLING:g} or more; {UNDEFINED}: fewer than {LEAST} claimed or denied mentions; in brackets: "
        "how many in all)"
    )
    blocks: list[Block] = [Table(caption, columns, tuple(rows), anchor="sensitivity")]
    notes = [f"The weights given: {weights}." if weights else ""]
    if len(shown) < len(numbers):
        notes.append(f"Not shown: {counted(len(numbers) - len(shown), 'round')} without a published index.")
    if any(notes):
        blocks.append(Paragraph(" ".join(filter(None, notes)), role="note"))
    return blocks


def _row(name: str, index: Mapping[object, float], published: Mapping[object, float], decided: int) -> tuple:
    places = [WHOLE, *(each for each in published if each != WHOLE)]
    return (inlines(f"{name} ({decided})"), *(_cell(index[each], published[each]) for each in places))


def _cell(value: float, published: float) -> tuple:
    if pd.isna(value):
        return inlines(UNDEFINED)
    moved = pd.notna(published) and abs(value - published) >= _TELLING
    return inlines(Text(signed(value), "strong" if moved else ""))


def sensitivity_figure(survey: Survey, weights: Weights | None = None) -> Figure | Paragraph:
    """A chart of the published index with its interval, and of the span it covers when terms are left out."""
    numbers = survey.rounds["round"].tolist()
    without = leave_one_out(survey.mentions, numbers)
    index = survey.index.reset_index(drop=True)
    if without.empty or index["index"].isna().all():
        few = f"No round has the {prose.number(LEAST)} claimed or denied mentions that an index needs."
        return Paragraph(few, role="empty")
    changed = index_with(survey.mentions, numbers, weights) if weights else None
    asked = {"rounds": survey.rounds, "changed": changed}
    words = charts.describe_sensitivity(index, without, level=survey.interval_level, **asked)
    return charts.show(charts.sensitivity_chart(index, without, **asked), words, anchor="figure-sensitivity")
