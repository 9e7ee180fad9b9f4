"""The commands `ingest` and `statements`: documents in, candidates or JSON Lines out.

What reads documents is imported by the command that needs it, from libraries that a report does without.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from communique.cli import console, progress
from communique.errors import CommuniqueError, ParameterError
from communique.prose import counted, joined
from communique.sources.documents import kinds
from communique.sources.documents.kinds import TABLE_COLUMNS

_DEBUG = click.option("--debug", is_flag=True, expose_value=False, help="Show where an error came from.")
_COLUMNS = click.option(
    "--columns",
    metavar="text=NAME,date=NAME",
    callback=lambda context, option, given: _columns(given),
    help="What a table of articles calls its columns: text, date, title, publisher, url.",
)


class _DocumentPath(click.Path):
    """A path as typed; an empty one is refused, for it would name the folder one happens to be in."""

    def convert(self, value, param, ctx):
        if value == "":
            raise ParameterError("no document given; name a file or a folder, e.g. make ingest SOURCE=inbox")
        return super().convert(value, param, ctx)


_PATHS = click.argument("paths", nargs=-1, metavar="FILE...", type=_DocumentPath(path_type=Path))
_MOST_TOLD = 20  # documents that are named before they are forgotten
_DUPLICATES = {"datasketch"}  # what finds near-duplicates


@click.command()
@_PATHS
@click.option("--process", metavar="NAME", default="geneva", show_default=True, help="The process they speak of.")
@_COLUMNS
@click.option("--forget", metavar="SOURCE", help="Clear what was read from a file or folder, instead of reading.")
@click.option("--yes", is_flag=True, help="Clear what waits without asking; decisions stay.")
@_DEBUG
@click.pass_context
def ingest(
    context: click.Context,
    paths: tuple[Path, ...],
    process: str,
    columns: dict[str, str],
    forget: str | None,
    yes: bool,
) -> None:
    """Find who said what in articles and transcripts, as candidates for the coding desk.

    FILE is a text, HTML, PDF, Word, RTF, mail, subtitles or table document, or a folder of them. What is new is added
    to the private file data/<process>/candidates.csv; decisions taken there are left as they are.

    With --forget SOURCE what was read from there is cleared from that file again, after a question; what is decided
    stays, unless that is said too, and statements in the data stay in any case.
    """
    from communique.files.paths import shown
    from communique.process.model import load

    if forget is not None:
        _forget(forget, paths, process, yes)
        return
    files, whole = _existing(paths), load(process)
    with _libraries(), progress.documents("ingest") as told:
        from communique.sources import candidates

        result = candidates.ingest(files, whole, progress=told, columns=columns)
    for fault in result.unreadable:
        click.echo(str(fault), err=True)
    for name, times in result.new_actors.most_common():
        click.echo(f"not in actors.csv: {name} ({counted(times, 'statement')})")
    added = f"{counted(result.added, 'new candidate')} from {counted(result.documents, 'document')}"
    again = f", of which {result.repeated:,} repeat another" if result.repeated else ""
    copies = f", {counted(result.copies, 'document')} nearly the same as another" if result.copies else ""
    read_before = f", {counted(result.already, 'document')} read before" if result.already else ""
    click.echo(f"{shown(result.path)}: {added}{again}{copies}{read_before}")
    context.exit(result.exit_code)


def _forget(source: str, paths: tuple[Path, ...], process: str, yes: bool) -> None:
    """Clear what was read from a source, and say what was cleared."""
    from communique.desk import forgetting
    from communique.desk.statements.candidatefile import Candidates
    from communique.process.folder import find

    if paths or not source:
        raise ParameterError("--forget takes one file or folder, and no document is read with it")
    candidates = Candidates(find(process))
    found = forgetting.read_from(candidates, source)
    if not found:
        raise ParameterError(f"--forget {source}: no document of that name was read into {process}")
    for each in found[:_MOST_TOLD]:
        told = f", {len(each.decided):,} decided" if each.decided else ""
        click.echo(f"{each.name}: {counted(len(each.waiting) + len(each.decided), 'candidate')}{told}")
    if len(found) > _MOST_TOLD:
        click.echo(f"and {counted(len(found) - _MOST_TOLD, 'more document', 'more documents')}")
    waiting = [id_ for each in found for id_ in each.waiting]
    decided = [id_ for each in found for id_ in each.decided]
    gone: list[str] = []
    if waiting and (yes or console.agreed(f"Forget {counted(len(waiting), 'candidate')} nobody has decided?")):
        gone = waiting
    if decided and not yes and (gone or not waiting):
        kept = "statements in the data stay"
        if console.agreed(f"And {counted(len(decided), 'candidate')} that somebody has decided ({kept})?"):
            gone = [*gone, *decided]
    if not gone:
        click.echo("nothing was forgotten")
        return
    forgetting.forget(candidates, gone)
    click.echo(f"{counted(len(gone), 'candidate')} forgotten, of {counted(len(found), 'document')}")


@click.command()
@_PATHS
@click.option("--process", metavar="NAME", help="The process whose actors, baskets and rounds are looked for.")
@_COLUMNS
@_DEBUG
@click.pass_context
def statements(context: click.Context, paths: tuple[Path, ...], process: str | None, columns: dict[str, str]) -> None:
    """Print who said what in documents, as JSON Lines; nothing is kept.

    A line holds source, start, end (characters in the text as read), text, kind (direct, indirect, mixed), speaker,
    speaker_surface, date and baskets.
    """
    from communique.process.model import load

    files, whole = _existing(paths), load(process) if process else None
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    with _libraries():
        from communique.sources import stream

        context.exit(stream.statements(files, whole, sys.stdout, sys.stderr, columns=columns))


def _columns(given: str | None) -> dict[str, str]:
    """What a table calls its columns, from "text=body,date=published"."""
    told: dict[str, str] = {}
    for pair in filter(None, (given or "").split(",")):
        name, equals, theirs = (piece.strip() for piece in pair.partition("="))
        if name not in TABLE_COLUMNS or not equals or not theirs or name in told:
            known = joined(TABLE_COLUMNS, "or")
            raise ParameterError(f"--columns: {pair!r} names no column; give each as {known}, = and its name, once")
        told[name] = theirs
    return told


def _existing(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths, at least one and each of them there."""
    if not paths:
        known = joined((kind.words for kind in reversed(kinds.read_kinds())), "or")
        raise ParameterError(
            f"no document given; name files or folders of {known} documents, e.g. make ingest SOURCE=inbox"
        )
    for path in paths:
        if not path.exists():
            raise ParameterError(f"{path}: there is no such file or folder")
    return paths


@contextmanager
def _libraries() -> Iterator[None]:
    """A block in which a missing library for documents is told as what it is."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in kinds.modules() | _DUPLICATES:
            raise
        raise CommuniqueError(f"reading documents needs {error.name}; `make ingest SOURCE=...` installs it") from error
