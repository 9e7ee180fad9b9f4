"""The command `scan`: an archive in, Parquet of its statements and mentions out, with an index over months.

What it needs beyond a report is imported by the command alone.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from communique.cli import progress
from communique.errors import CommuniqueError, ParameterError
from communique.prose import counted

_LIBRARIES = {"dask", "distributed", "fsspec", "pyarrow"}
_SHOWN = 20  # faults that are printed; all of them are in faults.csv


@click.command()
@click.argument("corpus", default="")
@click.option("--out", metavar="FOLDER", type=click.Path(path_type=Path), help="The folder that gets the tables.")
@click.option("--process", "processes", metavar="NAME", multiple=True, help="A process to look for. [all of data/]")
@click.option("--workers", metavar="N", type=click.IntRange(min=1), help="Processes that read; else one per core.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers read, e.g. tcp://10.0.0.5:8786.")
@click.option(
    "--partition-size", "size", metavar="MB", type=click.FloatRange(min=0, min_open=True), default=8, show_default=True,
    help="How much of the corpus is read at a time.",
)  # fmt: skip
@click.option("--anew", is_flag=True, help="Forget what an earlier scan has left in the folder.")
@click.option("--debug", is_flag=True, expose_value=False, help="Show where an error came from.")
@click.pass_context
def scan(
    context: click.Context,
    corpus: str,
    out: Path | None,
    processes: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    size: float,
    anew: bool,
) -> None:
    """Find who said what, and how progress is spoken of, in an archive.

    CORPUS is a JSON Lines, CSV or Parquet file with a column `text` (and `date`, `title`, `publisher`, `url`, `id`), a
    document, or a folder of them, here or at a URL. A scan that was broken off goes on where it was. docs/scan.md tells
    what is written.
    """
    if not corpus:
        raise ParameterError("no corpus given; name a file or folder of JSON Lines, CSV, Parquet or documents")
    if out is None:
        raise ParameterError("no folder given for the tables; name one with --out")
    if scheduler and workers:
        raise ParameterError("--workers is of this machine, --scheduler of a cluster; give one of them")
    with _libraries():
        from communique.scan.run import scan as scanned

        options = {"processes": processes or None, "scheduler": scheduler, "number": workers, "anew": anew}
        with progress.partitions("scan") as told:
            result = scanned(corpus, out, size=max(1, int(size * 2**20)), progress=told, **options)
    _tell(result)
    context.exit(result.exit_code)


def _tell(result) -> None:
    """Say what was found, and on standard error what could not be read."""
    from communique.files.paths import shown
    from communique.scan.results import Archive

    for fault in result.faults[:_SHOWN]:
        click.echo(str(fault), err=True)
    if len(result.faults) > _SHOWN:
        click.echo(
            f"and {len(result.faults) - _SHOWN:,} more; all are in {shown(result.folder / 'faults.csv')}", err=True
        )
    found = Archive.open(result.folder)
    what = f"{counted(found.mentions, 'mention')} and {counted(found.statements, 'statement')}"
    before = f", of which {result.before:,} by an earlier run" if result.before else ""
    failed = f", {len(result.failed):,} failed" if result.failed else ""
    partitions = f"{counted(result.partitions, 'partition')}{before}{failed}"
    click.echo(f"{shown(result.folder)}{os.sep}: {what} in {counted(found.documents, 'document')} ({partitions})")


@contextmanager
def _libraries() -> Iterator[None]:
    """A block in which a missing library is told as what it is."""
    from communique.sources.documents import kinds

    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES | kinds.modules():
            raise
        raise CommuniqueError(f"reading archives needs {error.name}; `make scan CORPUS=...` installs it") from error
