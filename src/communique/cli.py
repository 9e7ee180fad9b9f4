"""The command `communique`: what the make targets call, and what those without make type.

What takes long to import is imported by the command that needs it, so that the others answer at once.
"""

import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from communique import console
from communique.errors import DataError, ParameterError

_DEBUG = click.option("--debug", is_flag=True, expose_value=False, help="Show where an error came from.")


def main() -> None:
    """Run the command line, and end with its exit code."""
    sys.exit(console.run(communique))


@click.group(cls=console.Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, help="Show the version and end.",
    callback=lambda context, option, wanted: wanted and _show_version(context),
)  # fmt: skip
def communique() -> None:
    """Reports on negotiations, every sentence traceable to its source."""


def _show_version(context: click.Context) -> None:
    from communique import __version__

    click.echo(f"communique {__version__}")
    context.exit()


# --- report ----------------------------------------------------------------------------------------------------------


class _ReportCommand(click.Command):
    """The command `report`, whose help ends with the parameters the notebook declares."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List name, description and default of each parameter."""
        from communique.report.build import ROUND_NOTEBOOK
        from communique.report.parameters import declared

        with formatter.section("Parameters of the notebook, for -P"):
            parameters = declared(ROUND_NOTEBOOK).values()
            formatter.write_dl([(each.name, f"{each.description} [{each.default}]") for each in parameters])


@communique.command(cls=_ReportCommand)
@click.option("--process", metavar="NAME", help="The process: a folder of data/.")
@click.option("--round", "round_", metavar="NUMBER", help="The round, as numbered in rounds.csv.")
@click.option("--as-of", metavar="DAY", help="Tell it as known at the end of this day, e.g. 2017-07-31.")
@click.option("-P", "--parameter", "more", metavar="NAME=VALUE", multiple=True, help="Set a parameter of the notebook.")
@click.option(
    "--timeout", metavar="SECONDS", type=click.IntRange(min=1), default=300, show_default=True,
    help="How long a cell of the notebook may take.",
)  # fmt: skip
@click.option("--output", metavar="FOLDER", type=click.Path(path_type=Path), help="Where the report goes.")
@click.option("--notebook", metavar="FILE", type=click.Path(path_type=Path), help="A notebook of your own.")
@_DEBUG
def report(
    process: str | None,
    round_: str | None,
    as_of: str | None,
    more: tuple[str, ...],
    timeout: int,
    output: Path | None,
    notebook: Path | None,
) -> None:
    """Build the report on one round: HTML, PDF and the executed notebook."""
    from communique.report import build
    from communique.report.publishing import shown

    given = _assignments(more)
    for name, value in (("PROCESS", process), ("ROUND", round_), ("AS_OF", as_of)):
        if value is not None:
            if name in given:
                raise ParameterError(f"{name} is given twice, by an option and by -P")
            given[name] = value
    plan = build.plan_round(given, notebook=notebook or build.ROUND_NOTEBOOK, output=output)
    with _progress(plan.name) as progress:
        made = build.build(plan, timeout=timeout, progress=progress)
    click.echo(f"{'  '.join(map(shown, made.paths))}  ({made.seconds:.1f} s)")


def _assignments(texts: tuple[str, ...]) -> dict[str, Any]:
    """What the options ``-P NAME=VALUE`` give, by name."""
    given: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.isidentifier():
            raise ParameterError(f"-P takes NAME=VALUE, not '{text}'")
        if name in given:
            raise ParameterError(f"{name} is given twice")
        given[name] = value
    return given


class _progress:
    """A bar that follows the cells of a run on a terminal; in a pipe, nothing."""

    def __init__(self, name: str):
        self.name = name
        self.bar = None

    def __enter__(self):
        if sys.stderr is None or not sys.stderr.isatty():
            return None
        from tqdm import tqdm

        self.bar = tqdm(desc=self.name, unit=" cells", leave=False, file=sys.stderr, dynamic_ncols=True)
        return self._reached

    def _reached(self, done: int, total: int) -> None:
        self.bar.total = total
        self.bar.update(done - self.bar.n)

    def __exit__(self, *error: object) -> None:
        if self.bar is not None:
            self.bar.close()


# --- check -----------------------------------------------------------------------------------------------------------


@communique.command()
@click.option("--process", metavar="NAME", default="all", show_default=True, help="One process: a folder of data/.")
@_DEBUG
def check(process: str) -> None:
    """List every fault of the data as file:line: column: what is wrong; what would work."""
    from communique.checks import check as faults_of
    from communique.process import find, names

    number = 0
    for folder in [find(name) for name in (names() if process == "all" else [process])]:
        faults = sorted(faults_of(folder))
        click.echo("\n".join(map(str, faults)) if faults else f"{folder.name}: no fault found")
        number += len(faults)
    if number:
        click.echo(f"communique: {number} {'fault' if number == 1 else 'faults'} in the data, listed above", err=True)
        sys.exit(DataError.exit_code)


# --- mentions --------------------------------------------------------------------------------------------------------


@communique.command()
@click.argument("file", default="-", metavar="[FILE]", type=click.File("rb"))
@click.option("--all", "all_mentions", is_flag=True, help="Also terms in a sense that is set aside (status off).")
@_DEBUG
@click.pass_context
def mentions(context: click.Context, file: BinaryIO, all_mentions: bool) -> None:
    """Find how progress is spoken of in texts.

    FILE (or standard input) holds JSON Lines {"id", "text"}; out come JSON Lines, one per mention, with id, start, end,
    surface, term, family, polarity, status, cue and more. Lines that cannot be read are named and passed over.
    """
    from communique.language.stream import read_and_write

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    context.exit(read_and_write(file, sys.stdout, sys.stderr, all_mentions=all_mentions))


if __name__ == "__main__":
    main()
