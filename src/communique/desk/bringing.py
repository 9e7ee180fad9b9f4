"""What comes to the desk, told in blocks: documents to find statements in, and another person's work."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from communique.desk.merging import CONFLICTS, merge
from communique.document.blocks import Block, Column, Listing, Paragraph, Table
from communique.errors import ParameterError
from communique.files.paths import data_folder
from communique.process.folder import find
from communique.process.model import load
from communique.prose import counted


def read_in(process: str | Path, documents: Path) -> list[Block]:
    """What was found in documents, which were read into the candidates of a process, and what could not be read.

    Parameters
    ----------
    process
        Its name, or its folder as a `Path`.
    documents
        A file or a folder; a relative path counts from the current folder or from that of the project.

    Raises
    ------
    ParameterError
        There is no such process, file or folder.
    """
    from communique.sources.candidates import ingest

    result = ingest([_there(documents, "DOCUMENTS")], load(process))
    read_before = f", {counted(result.already, 'document')} read before" if result.already else ""
    added = f"{counted(result.added, 'new candidate')} from {counted(result.documents, 'document')}{read_before}."
    blocks: list[Block] = [Paragraph(added[0].upper() + added[1:])]
    if result.new_actors:
        strangers = [f"{name} ({counted(times, 'statement')})" for name, times in result.new_actors.most_common()]
        blocks += [Paragraph("Not in actors.csv yet; the desk offers them as new actors:"), _listing(strangers)]
    if result.unreadable:
        blocks += [Paragraph("Could not be read:"), _listing(map(str, result.unreadable))]
    return blocks


def take_over(process: str | Path, other: Path) -> list[Block]:
    """What was taken over from another person's folder of a process, and where the two differ.

    Raises
    ------
    ParameterError
        There is no such process, file or folder, or it is our own.
    DataError
        One of the two candidates files is damaged.
    """
    merged = merge(find(process), _there(other, "COLLEAGUE"), day=date.today())
    taken = (
        f"Taken over: {counted(merged.candidates, 'new candidate')}, {counted(merged.decisions, 'decision')} with "
        f"{counted(merged.statements, 'statement')}, {counted(merged.readings, 'reading')}."
    )
    if not merged.conflicts:
        return [Paragraph(f"{taken} Nothing differs.")]
    remark = Paragraph(f"{taken} Where the two differ, what was here stands; the list is kept in {CONFLICTS}.")
    columns = (Column("About"), Column("Here"), Column("Theirs"))
    return [remark, Table("What differs", columns, [(each.about, each.ours, each.theirs) for each in merged.conflicts])]


def _listing(lines: Iterable[str]) -> Listing:
    return Listing([[Paragraph(line)] for line in lines])


def _there(path: Path, parameter: str) -> Path:
    for place in (Path(path).expanduser(), data_folder().parent / path):
        if place.exists():
            return place
    raise ParameterError(f"{parameter}={path}: there is no such file or folder")
