"""The commands `report`, `overview` and `reports`: what is typed, handed to the build, and how it tells what it made.

What takes long to import is imported by the command that needs it.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communique.cli import progress
from communique.errors import ParameterError, printable

if TYPE_CHECKING:
    from communique.report.build import Report
    from communique.report.many import Outcome
    from communique.report.planning import Plan


class _ReportCommand(click.Command):
    """A command that runs a notebook: its help ends with the parameters the notebook declares.

    `notebook` names the constant of `report.planning` that holds its path.
    """

    def __init__(self, *args: Any, notebook: str, **options: Any):
        super().__init__(*args, **options)
        self.notebook = notebook

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List name, description and default of each parameter."""
        from communique.report import planning
        from communique.report.parameters import declared

        with formatter.section("Parameters of the notebook, for -P"):
            parameters = declared(getattr(planning, self.notebook)).values()
            formatter.write_dl([(each.name, f"{each.description} [{each.default}]") for each in parameters])


_PROCESS = click.option("--process", metavar="NAME", help="The process: a folder of data/.")
_AS_OF = click.option("--as-of", metavar="DAY", help="Tell it as known at the end of this day, e.g. 2017-07-31.")
_MORE = click.option(
    "-P", "--parameter", "more", metavar="NAME=VALUE", multiple=True, help="Set a parameter of the notebook."
)
_TIMEOUT = click.option(
    "--timeout", metavar="SECONDS", type=click.IntRange(min=1), default=300, show_default=True,
    help="How long a cell of the notebook may take.",
)  # fmt: skip
_OUTPUT = click.option("--output", metavar="FOLDER", type=click.Path(path_type=Path), help="Where the report goes.")
_NOTEBOOK = click.option("--notebook", metavar="FILE", type=click.Path(path_type=Path), help="A notebook of your own.")
_FORMAT = click.option(
    "--format", "formats", metavar="NAMES", help="The formats, parted by commas: html, pdf, docx. [html,pdf]"
)
_DEBUG = click.option("--debug", is_flag=True, expose_value=False, help="Show where an error came from.")


# --- one report ------------------------------------------------------------------------------------------------------


@click.command(cls=_ReportCommand, notebook="ROUND_NOTEBOOK")
@_PROCESS
@click.option("--round", "round_", metavar="NUMBER", help="The round, as numbered in rounds.csv.")
@_AS_OF
@click.option("--compare-to", metavar="ROUND", help="The round to set it beside, e.g. 6 or brexit:5. [the one before]")
@_MORE
@_TIMEOUT
@_OUTPUT
@_NOTEBOOK
@_FORMAT
@_DEBUG
def report(
    process: str | None,
    round_: str | None,
    as_of: str | None,
    compare_to: str | None,
    more: tuple[str, ...],
    timeout: int,
    output: Path | None,
    notebook: Path | None,
    formats: str | None,
) -> None:
    """Build the report on one round: HTML and PDF, or what --format names, and the executed notebook."""
    from communique.report import planning
    from communique.report.formats import asked

    given = _given(more, PROCESS=process, ROUND=round_, AS_OF=as_of, COMPARE_TO=compare_to)
    how = {"notebook": notebook or planning.ROUND_NOTEBOOK, "output": output, "asked": asked(formats)}
    _build(planning.plan_round(given, **how), timeout)


@click.command(cls=_ReportCommand, notebook="OVERVIEW_NOTEBOOK")
@_PROCESS
@_AS_OF
@_MORE
@_TIMEOUT
@_OUTPUT
@_NOTEBOOK
@_FORMAT
@_DEBUG
def overview(
    process: str | None,
    as_of: str | None,
    more: tuple[str, ...],
    timeout: int,
    output: Path | None,
    notebook: Path | None,
    formats: str | None,
) -> None:
    """Build the overview of a whole process: HTML and PDF, or what --format names, and the executed notebook."""
    from communique.report import planning
    from communique.report.formats import asked

    given = _given(more, PROCESS=process, AS_OF=as_of)
    how = {"notebook": notebook or planning.OVERVIEW_NOTEBOOK, "output": output, "asked": asked(formats)}
    _build(planning.plan_overview(given, **how), timeout)


def _build(plan: "Plan", timeout: int) -> None:
    """Build what is planned, and tell of it."""
    from communique.report import build

    _tell_what_is_not_shipped(plan.notebook)
    with progress.cells(plan.name) as reached:
        made = build.build(plan, timeout=timeout, progress=reached)
    _tell(made)


def _tell_what_is_not_shipped(*notebooks: Path) -> None:
    """Say of each notebook, in a line on standard error, how it differs from the edition shipped, where it does."""
    from communique.report.shipped import differences

    for each in notebooks:
        if line := differences(each).line:
            click.echo(printable(line), err=True)


def _tell(made: "Report") -> None:
    """Say which files were made, and what differs from the edition before."""
    from communique.files.paths import shown

    click.echo(f"{'  '.join(map(shown, made.paths))}  ({made.seconds:.1f} s)")
    if made.numbers:
        click.echo("  ".join(map(shown, made.numbers)))
    if made.changes_path:
        page = shown(made.changes_path)
        click.echo(f"changed since the last edition: {made.changes.summary}; {page}\n{made.changes.brief(page)}")
    elif made.changes is not None:
        click.echo(made.changes.nothing)


def _given(more: tuple[str, ...], **options: str | None) -> dict[str, Any]:
    """The parameters given by options and by ``-P``, by name."""
    given: dict[str, Any] = {}
    for text in more:
        name, equals, value = text.partition("=")
        if not equals or not name.isidentifier():
            raise ParameterError(f"-P takes NAME=VALUE, not '{text}'")
        if name in given:
            raise ParameterError(f"{name} is given twice")
        given[name] = value
    for name, value in options.items():
        if value is not None:
            if name in given:
                raise ParameterError(f"{name} is given twice, by an option and by -P")
            given[name] = value
    return given


# --- many ------------------------------------------------------------------------------------------------------------


@click.command()
@click.option("--process", metavar="NAME", help="The process: a folder of data/; 'all' for every one.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="How many at a time; else one per core.")
@_TIMEOUT
@click.option("--output", metavar="FOLDER", type=click.Path(path_type=Path), help="Where the reports go.")
@_FORMAT
@_DEBUG
def reports(process: str | None, jobs: int | None, timeout: int, output: Path | None, formats: str | None) -> None:
    """Build all reports that are not up to date, several at a time, and the front page over them.

    Where one fails, its last good edition stays, and the others are built all the same.
    """
    from communique.report import planning
    from communique.report.formats import asked
    from communique.report.many import reports as built

    wanted = asked(formats)
    _tell_what_is_not_shipped(planning.ROUND_NOTEBOOK, planning.OVERVIEW_NOTEBOOK)
    bar = progress.Reports()
    told = {"planned": bar.planned, "heard": bar.heard, "ended": bar.ended}
    try:
        outcome = built(process, jobs=jobs, output=output, asked=wanted, timeout=timeout, **told)
    finally:
        bar.close()
    _sum_up(outcome)
    sys.exit(outcome.exit_code)


def _sum_up(outcome: "Outcome") -> None:
    """Say what was built, what changed and where it is; on standard error, a line per report that failed."""
    from communique.files.paths import shown

    made = sorted((each for each in outcome.results if each.report), key=lambda each: each.job.place)
    for each in made:
        if each.report.changes_path:
            click.echo(f"{each.job.key}: changed: {each.report.changes.summary}; {shown(each.report.changes_path)}")
    parts = {"built": len(made), "up to date": len(outcome.fresh), "failed": len(outcome.failed)}
    counts = ", ".join(f"{count} {what}" for what, count in parts.items() if count)
    index = f"  {shown(outcome.index)}" if outcome.index else ""
    click.echo(f"reports: {counts} ({outcome.seconds:.1f} s){index}")
    for line in outcome.complaints():
        click.echo(line, err=True)
