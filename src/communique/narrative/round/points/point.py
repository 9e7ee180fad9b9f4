"""One point of a brief, and the last day on which what is said still belongs to the close of a round."""

from dataclasses import dataclass

import pandas as pd

from communique.document.blocks import Inline

CLOSE = pd.Timedelta(days=7)  # after a round's last day; what is said later looks back on it from afar


@dataclass(frozen=True)
class Point:
    """What one point of a brief says, and the ids of the statements it is told by."""

    content: tuple[Inline, ...]
    told_by: frozenset[str] = frozenset()
