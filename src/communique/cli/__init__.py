"""The command `communique`: what the make targets call, and what those without make type.

What takes long to import is imported by the command that needs it, so that the others answer at once.
"""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from communique.cli import console, ingest, report, scan
from communique.errors import DataError, printable

_MOST_LINES = 60  # of a diff that are shown
_DEBUG = click.option("--debug", is_flag=True, expose_value=False, help="Show where an error came from.")


def main() -> None:
    """Run the command line, and end with its exit code."""
    if sys.argv[1:2] in (["report"], ["overview"]):
        from communique.report import surroundings

        surroundings.enter()
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


for _command in (report.report, report.overview, report.reports, ingest.ingest, ingest.statements, scan.scan):
    communique.add_command(_command)


# --- check -----------------------------------------------------------------------------------------------------------


@communique.command()
@click.option("--process", metavar="NAME", default="all", show_default=True, help="One process: a folder of data/.")
@click.option("--strict", is_flag=True, help="Also what is no fault, but worth a look before anybody quotes it.")
@_DEBUG
def check(process: str, strict: bool) -> None:
    """List every fault of the data as file:line: column: what is wrong; what would work.

    With --strict come doubts: rounds in which one side alone speaks or that not all coders have read, statements not
    compared with their page, nearer to another round, or told twice. They stop no report, and do not count as faults.
    """
    from communique.files.paths import process_names
    from communique.process.checks import check as faults_of
    from communique.process.doubts import doubts
    from communique.process.folder import find
    from communique.prose import counted

    number = 0
    for folder in [find(name) for name in (process_names() if process == "all" else [process])]:
        faults = sorted(faults_of(folder))
        click.echo("\n".join(map(str, faults)) if faults else f"{folder.name}: no fault found")
        number += len(faults)
        if strict and (found := doubts(folder)):
            click.echo("\n".join(map(str, found)))
            click.echo(f"{folder.name}: {counted(len(found), 'doubt')}, listed above; no report is stopped by them")
    if number:
        click.echo(f"communique: {number} {'fault' if number == 1 else 'faults'} in the data, listed above", err=True)
        sys.exit(DataError.exit_code)


# --- repair ----------------------------------------------------------------------------------------------------------


@communique.command()
@click.argument("process", default="")
@click.option("--yes", is_flag=True, help="Write what is shown without asking.")
@_DEBUG
def repair(process: str, yes: bool) -> None:
    """Mend in the tables of a process what a spreadsheet program did to them.

    That is the separator, the encoding, a byte order mark, empty columns and rows, whole numbers as 1.0, and days such
    as 13/07/2017 where a whole column leaves one reading. What would change is shown first; the file as it was is kept
    beside the mended one. Nothing else is touched: communique check tells what is left.
    """
    from communique.errors import ParameterError
    from communique.files.paths import process_names, shown
    from communique.process import repair as mending
    from communique.process.folder import find
    from communique.prose import joined

    if not process:
        raise ParameterError(f"no process given; name one: {joined(process_names(), 'or')}")
    found = mending.repairs(find(process))
    for each in found:
        click.echo(mending.told(each))
        lines = each.diff()
        click.echo("".join(f"  {printable(line)}\n" for line in lines[:_MOST_LINES]), nl=False)
        if len(lines) > _MOST_LINES:
            click.echo(f"  ... and {len(lines) - _MOST_LINES:,} lines more")
    changing = [each for each in found if each.changes]
    if not changing:
        click.echo(
            f"{process}: nothing to mend that is mechanical; communique check --process={process} tells all faults"
        )
        return
    if not yes and not console.agreed(
        f"Write {'this file' if len(changing) == 1 else f'these {len(changing)} files'}?"
    ):
        click.echo("nothing was written")
        return
    for each in changing:
        kept = mending.write(each)
        if kept is None:
            click.echo(f"{shown(each.path)}: changed meanwhile, and left; call repair again", err=True)
        else:
            click.echo(f"{shown(each.path)}: mended; as it was in {kept.name}")


# --- verify ----------------------------------------------------------------------------------------------------------


@communique.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@_DEBUG
def verify(file: Path) -> None:
    """Say whether a report's file agrees with the data, the code and the libraries here, and what differs.

    FILE is the HTML, PDF, executed notebook or JSON of a report, which tells what it was made from. Nothing is built.
    """
    from communique.files.paths import shown
    from communique.report.verifying import verify as verified

    found = verified(file)
    for line in (*found.agreeing, *found.differing):
        click.echo(line)
    if found.differing:
        click.echo(f"communique: {shown(file)} does not agree with what is here, as told above", err=True)
        sys.exit(DataError.exit_code)
    click.echo(f"{shown(file)}: made from what is here")


# --- mentions --------------------------------------------------------------------------------------------------------


@communique.command()
@click.argument("file", default="-", metavar="[FILE]", type=click.File("rb"))
@click.option("--all", "all_mentions", is_flag=True, help="Also terms in a sense that is set aside (status off).")
@click.option("--process", metavar="NAME", help="The process whose places name other talks.")
@click.option("--about-talks", is_flag=True, help="The texts are known to be about talks.")
@_DEBUG
@click.pass_context
def mentions(
    context: click.Context, file: BinaryIO, all_mentions: bool, process: str | None, about_talks: bool
) -> None:
    """Find how progress is spoken of in texts.

    FILE (or standard input) holds JSON Lines {"id", "text"}, and "before" where a text is an excerpt: what was said
    just before it. Out come JSON Lines, one per mention, with id, start, end, surface, term, family, polarity, status,
    cue and more. Lines that cannot be read are named and passed over.
    """
    from communique.language.stream import read_and_write
    from communique.process.folder import places_of

    places = places_of(process) if process else ()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = {"all_mentions": all_mentions, "places": places, "about_talks": about_talks}
    context.exit(read_and_write(file, sys.stdout, sys.stderr, **options))


# --- new-process -----------------------------------------------------------------------------------------------------


@communique.command("new-process")
@click.argument("name", default="")
@click.option("--title", metavar="TEXT", default="", help="The process as readers see it. [the words of its name]")
@click.option("--start", metavar="DAY", default="", help="First day of the first round, e.g. 2031-05-06. [today]")
@click.option("--end", metavar="DAY", default="", help="Last day of the first round. [the first day]")
@click.option("--venue", metavar="TEXT", default="", help="Where the first round is held. [to be filled in]")
@_DEBUG
def new_process(name: str, **given: str) -> None:
    """Write a folder of data/ for a process of your own, to be filled in: process.yml and seven tables.

    docs/your-own-process.md leads through it.
    """
    from communique.files.paths import shown
    from communique.process import starter

    folder = starter.new_process(name, **given)
    click.echo(f"{shown(folder)}: process.yml and seven tables to fill in; docs/your-own-process.md leads through them")


# --- data-changes ----------------------------------------------------------------------------------------------------


@communique.command("data-changes")
@click.option("--process", metavar="NAME", default="geneva", show_default=True, help="The process: a folder of data/.")
@click.argument("before", default="")
@_DEBUG
def data_changes(process: str, before: str) -> None:
    """Bring up to date what the newest version of a process's data changed in the figures, in its CHANGES.md.

    BEFORE is a data folder that holds the version before.
    """
    from communique.errors import ParameterError
    from communique.facts import versions
    from communique.files.paths import shown
    from communique.process.folder import find

    if not before:
        raise ParameterError(
            "no data to compare with; give the data folder of the version before, e.g. BEFORE=../old/data"
        )
    path = versions.write(find(process), Path(before))
    click.echo(f"{shown(path)}: the figures are those of the data as they are now")


if __name__ == "__main__":
    main()
