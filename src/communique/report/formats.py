"""The formats a report is asked for in, and those its next edition is made in, by their names among `FACES`.

One edition stands under one name: what stands in another format is made anew with what was asked for, so that no Word
file of last week lies beside a page of today, and none that somebody gave on disappears. Who wants a format no longer
removes its file.
"""

from collections.abc import Collection
from pathlib import Path

from communique.document.faces import FACES
from communique.errors import ParameterError, PublishError
from communique.files.paths import shown
from communique.suggest import suggestion

USUAL = ("html", "pdf")


def asked(text: str | None) -> tuple[str, ...]:
    """The formats that a typed text names, parted by commas, in the order of `FACES`; the usual ones where it is empty.

    Raises
    ------
    ParameterError
        Where there is no such format.
    """
    named = [word.strip() for word in (text or "").split(",") if word.strip()]
    for word in named:
        if word.casefold() not in FACES:
            raise ParameterError(f"FORMAT={word}: there is no such format; {_remedy(word)}")
    if text and text.strip() and not named:
        raise ParameterError(f"FORMAT={text} names no format; {suggestion('', FACES)}")
    wanted = {word.casefold() for word in named} or set(USUAL)
    return tuple(name for name in FACES if name in wanted)


def of_edition(formats: Collection[str], folder: Path, name: str) -> tuple[str, ...]:
    """The formats that the next edition of a report is made in: those given, and those that stand in its folder."""
    return tuple(key for key, face in FACES.items() if key in formats or (folder / f"{name}{face.suffix}").is_file())


def file_names(formats: Collection[str], name: str) -> list[str]:
    """Names of the files that a report has in these formats, in the order given."""
    return [name + FACES[each].suffix for each in formats]


def refuse_edited(formats: Collection[str], folder: Path, name: str) -> None:
    """Refuse to make a report anew over what somebody has edited since it was made.

    Raises
    ------
    PublishError
        Where a file in the report's place is not as it was made.
    """
    for each in formats:
        path = folder / f"{name}{FACES[each].suffix}"
        if path.is_file() and FACES[each].is_edited(path.read_bytes()):
            problem = f"cannot replace {shown(path)}: it was edited since it was made"
            raise PublishError(f"{problem}; give it another name, or choose another folder with --output")


def _remedy(word: str) -> str:
    """What would have worked: the format that is called so by its label, or the nearest name."""
    called = [name for name, face in FACES.items() if face.label.casefold() == word.casefold()]
    return f"did you mean {called[0]}?" if called else suggestion(word, FACES)
