"""How well the reading agrees with a person's: confusion matrix, scores with intervals, and what was read otherwise."""

from collections.abc import Sequence

from communique.document.blocks import Block, Column, Paragraph, Table, Text, inlines
from communique.document.marking import marked
from communique.lab.sample import Coded, done
from communique.lab.scoring import CLASSES, MISSED, accuracy, confusion, intervals, macro_f1, score
from communique.language.reader import reader
from communique.measures import STATUSES
from communique.prose import capitalised, counted, number, percent


def readings(sample: Sequence[Coded]) -> list[tuple[Coded, str]]:
    """Each coded row with the status the program reads there; "missed" where it finds no term."""
    return [(row, _read(row)) for row in done(sample)]


def _read(row: Coded) -> str:
    for mention in reader().read(row.text, all_senses=True):
        if mention.start < row.end and mention.end > row.start:
            return mention.status
    return MISSED


def confusion_section(sample: Sequence[Coded]) -> list[Block]:
    """The matrix, the scores, and every term that was read otherwise than it is coded."""
    pairs = readings(sample)
    if not pairs:
        return [Paragraph("No row of this sample has a status yet: code it by hand first.", role="empty")]
    codes = [(row.status, status) for row, status in pairs]
    blocks: list[Block] = [_summary(codes), _matrix(codes), _scores(codes)]
    wrong = [(row, status) for row, status in pairs if row.status != status]
    if wrong:
        blocks.append(_mistakes(wrong))
    return blocks


def _summary(codes: list[tuple[str, str]]) -> Paragraph:
    table, sure = confusion(codes), intervals(codes)
    low, high = sure["accuracy"]
    right = sum(code == status for code, status in codes)
    thin = [status for status in STATUSES if sum(code == status for code, _ in codes) < 10]
    words = (
        f"Of {counted(len(codes), 'coded mention')}, {number(right)} are read as coded: {percent(accuracy(table))} "
        f"(95 % interval {percent(low)} to {percent(high)}). Macro-F1 over the statuses that occur is "
        f"{macro_f1(table):.2f} ({sure['macro'].low:.2f} to {sure['macro'].high:.2f})."
    )
    if thin:
        words += f" Fewer than ten are coded {', '.join(thin)}: their scores say little."
    words += " Terms that the lexicon does not hold cannot be in a sample drawn by it: this tells nothing of them."
    return Paragraph(words)


def _matrix(codes: list[tuple[str, str]]) -> Table:
    table = confusion(codes)
    found = [*CLASSES, *([MISSED] if any(status == MISSED for _, status in codes) else [])]
    rows = tuple(
        (
            inlines(f"Coded {code}"),
            *(
                inlines(Text(str(table[code, status]), "strong") if code == status else str(table[code, status]))
                for status in found
            ),
            inlines(str(sum(table[code, status] for status in found))),
        )
        for code in CLASSES
    )
    columns = (
        Column("By hand", width=2),
        *(Column(f"Read {status}", align="right") for status in found),
        Column("All", align="right"),
    )
    return Table("Confusion matrix: codes by hand in rows, readings in columns (in bold: the same)", columns, rows)


def _scores(codes: list[tuple[str, str]]) -> Table:
    table, sure = confusion(codes), intervals(codes)
    rows = []
    for status in CLASSES:
        figure = score(table, status)
        shown = (f"{figure.precision:.2f}", f"{figure.recall:.2f}", f"{figure.f1:.2f}")
        between = f"{sure[status].low:.2f} to {sure[status].high:.2f}"
        cells = (*shown, between) if figure.support else ("–",) * 4
        rows.append((capitalised(status), *cells, str(figure.support)))
    columns = (
        Column("Status", width=2),
        *(Column(name, align="right") for name in ("Precision", "Recall", "F1")),
        Column("95 % interval of F1", align="right", width=2),
        Column("Coded", align="right"),
    )
    return Table("Scores by status (–: none is coded so)", columns, tuple(rows))


def _mistakes(wrong: Sequence[tuple[Coded, str]]) -> Table:
    rows = tuple(
        (
            inlines(row.id),
            marked(row.text, [(row.start, row.end)]),
            inlines(row.status + (f" ({row.note})" if row.note else "")),
            inlines(Text(status, "strong")),
        )
        for row, status in wrong
    )
    columns = (
        Column("Id", width=1.5),
        Column("Text, with the term marked", width=7),
        Column("Coded", width=2.5),
        Column("Read", width=1.5),
    )
    return Table("Read otherwise than coded", columns, rows)
