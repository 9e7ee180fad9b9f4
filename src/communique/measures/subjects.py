"""What measures and charts ask of a dimension and of a side, whatever else it is."""

from typing import Protocol


class LadderedDimension(Protocol):
    """Something that stands on a ladder: its id, its name in a sentence and in a heading, its stages from 0 up."""

    id: str
    name: str
    ladder: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name as it stands in a heading, on an axis or in a table."""
        ...


class ColouredSide(Protocol):
    """Someone who speaks: the name in a sentence and in a heading, and a colour as ``#rrggbb``."""

    name: str
    colour: str

    @property
    def label(self) -> str:
        """The name as it stands in a heading, on an axis or in a table."""
        ...
