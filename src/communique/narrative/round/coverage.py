"""How far the record of a round reaches: whose statements it holds, from which pages, and how many were compared."""

from collections.abc import Callable

import pandas as pd

from communique.document.blocks import Block, Column, Paragraph, Table, inlines
from communique.facts.round import PHASES, Briefing
from communique.process.model import Process
from communique.prose import capitalised, choice_label, counted, joined, number, percent, verb

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "id": "Indonesian", "it": "Italian", "nl": "Dutch", "nn": "Norwegian (Nynorsk)", "no": "Norwegian",
    "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
}  # fmt: skip


def shares_of_sides(process: Process, statements: pd.DataFrame) -> str:
    """How many of the statements come from each side that mediates or negotiates, and which of them is silent."""
    counts, sides = statements["side"].value_counts(), process.sides
    heard = [side for side in (*process.mediating, *process.negotiating) if side in counts]
    shares = [(int(counts[side]), sides[side].name) for side in heard]
    rest = len(statements) - int(counts[heard].sum())
    shares += [(rest, "others")] if rest else []
    clauses = [
        f"{number(count)} {'' if place else 'comes ' if count == 1 else 'come '}from {name}"
        for place, (count, name) in enumerate(shares)
    ]
    sentence = f"Of {counted(len(statements), 'statement')} on record, {joined(clauses)}."
    silent = [sides[side].name for side in process.negotiating if side not in counts]
    return sentence + (f" Nothing is on record from {joined(silent, 'or')}." if silent else "")


def how_many_compared(statements: pd.DataFrame) -> str:
    """How many statements were compared with their pages, in a sentence: "119 were compared with their pages."."""
    done = int(statements["compared"].notna().sum())
    if not done:
        return "None has been compared with its page."
    how_many = "All" if done == len(statements) else capitalised(number(done))
    return f"{how_many} {verb(done, 'was', 'were')} compared with {'its page' if done == 1 else 'their pages'}."


def coverage_section(briefing: Briefing) -> list[Block]:
    """A table of how many statements the record holds by side, kind of source, language and phase."""
    statements = briefing.statements
    if statements.empty:
        return [Paragraph("There is no statement to break down.", role="empty")]
    sides = briefing.process.sides
    phases = pd.CategoricalDtype(list(PHASES))  # in the order in which they follow one another
    rows = (
        ("Side", _shares(statements["side"], lambda side: sides[side].label)),
        ("Kind of source", _shares(statements["source_kind"], choice_label)),
        ("Language of source", _shares(statements["language"], lambda code: LANGUAGES.get(code, code))),
        ("Phase", _shares(statements["phase"].astype(phases), lambda phase: capitalised(PHASES[phase]))),
    )
    columns = (Column("By", width=1), Column("Statements, and their share", width=4))
    cells = tuple((inlines(name), inlines(told)) for name, told in rows)
    return [Table(f"How {counted(len(statements), 'statement')} divide", columns, cells, anchor="coverage")]


def _shares(values: pd.Series, called: Callable[[str], str]) -> str:
    """How often each value, as `called` names it, occurs: "Mediator 58 (48 %), Government 10 (8 %)"."""
    counts = values.value_counts(sort=values.dtype != "category")
    return ", ".join(
        f"{called(value)} {count} ({percent(count / len(values))})" for value, count in counts.items() if count
    )
