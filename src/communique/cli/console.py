"""How a command ends: its exit code, and one line on standard error where something went wrong.

========  ====================================================================================================
0         done
1         an internal error
2-7       what the errors of `communique.errors` say: a bad parameter, invalid data, a failed cell, a dead
          kernel, a failed rendering, a folder that cannot be written; want of memory counts as a dead kernel
130, 143  interrupted from the keyboard; asked to end
141       nobody reads the output any more
========  ====================================================================================================
"""

import contextlib
import errno
import os
import sys
from collections.abc import Sequence

import click

from communique import signals
from communique.errors import CommuniqueError, DataError, KernelDied, ParameterError, PublishError, bounded, printable


class Group(click.Group):
    """A group of commands that knows what a misspelt one was meant to be."""

    def resolve_command(self, ctx: click.Context, args: list[str]):
        """Find the command, or say which are near."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from communique.suggest import suggestion

            raise ParameterError(f"there is no command '{args[0]}'; {suggestion(args[0], self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


def run(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command run with `arguments` (by default those it was called with)."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _speak_any_terminal()
    try:
        with signals.in_good_order(*signals.ALL):
            code = _invoke(command, arguments)
            sys.stdout.flush()
            return code
    except (BrokenPipeError, KeyboardInterrupt, SystemExit, Exception) as error:
        if "--debug" in arguments and not isinstance(error, SystemExit | KeyboardInterrupt | BrokenPipeError):
            import traceback

            traceback.print_exception(error)
        return _told(error)


def agreed(question: str) -> bool:
    """Whether whoever is asked says yes; where nobody is there to answer, no."""
    try:
        return click.confirm(question)
    except click.Abort:
        click.echo()
        return False


def _invoke(command: click.Command, arguments: list[str]) -> int:
    """Run the command; click's own handling of errors and interrupts, which talks too much, is left out."""
    try:
        with command.make_context("communique", arguments) as context:
            command.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def _told(error: BaseException) -> int:
    """Say on standard error what went wrong, and return the exit code it stands for."""
    match error:
        case SystemExit():
            return error.code if isinstance(error.code, int) else 1
        case KeyboardInterrupt() | click.Abort():
            return 130
        case BrokenPipeError():
            # What is still to be flushed when Python ends must not meet the broken pipe again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 141
        case DataError():
            _say(str(error))
            number = len(error.faults)
            _say(f"communique: the data have {number} {'fault' if number == 1 else 'faults'}; nothing was run")
        case CommuniqueError():
            _say(f"communique: {error}")
        case click.exceptions.NoArgsIsHelpError():
            _say(error.format_message())
            return ParameterError.exit_code
        case click.ClickException():
            _say(f"communique: {bounded(_in_one_line(error))}")
            return ParameterError.exit_code
        case OSError():
            where = f" {error.filename}" if error.filename else ""
            _say(f"communique: cannot read or write{printable(where)}: {printable(error.strerror or error)}")
            return PublishError.exit_code
        case _ if lack := _lack(error):
            _say(f"communique: {lack}")
            return KernelDied.exit_code
        case _:
            what = bounded(f"{type(error).__name__}: {error}")
            _say(f"communique: internal error: {what}; with --debug it says where")
    return getattr(error, "exit_code", 1)


def _lack(error: BaseException | None) -> str:
    """What the system had too little of, and what would help, where that is behind an error of any library's."""
    while error is not None:
        if isinstance(error, MemoryError):
            return "there is not enough memory; close other programs, or build fewer at a time (--jobs 1)"
        if getattr(error, "errno", None) in (errno.EMFILE, errno.ENFILE):
            return "too many files are open; allow more (ulimit -n 1024), or build fewer at a time (--jobs 1)"
        error = error.__cause__ or error.__context__
    return ""


def _in_one_line(error: click.ClickException) -> str:
    """A complaint of click on one line, in the manner of our own."""
    text = " ".join(error.format_message().split()).rstrip(".")
    return text[:1].lower() + text[1:] if not text.startswith("-") else text


def _say(line: str) -> None:
    """Print a line on standard error, if there is one."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


def _speak_any_terminal() -> None:
    """Make characters that a terminal's encoding lacks show as their code points, instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")
