"""Whether the points that analysts wrote for a brief rest on statements of their round."""

import re
from collections.abc import Iterator

from communique.errors import Fault
from communique.process.folder import Folder
from communique.process.schema import BRIEFS
from communique.suggest import Nearest

BRACKETED = re.compile(r"\[([^\[\]]*)\]")
KNOWN_LATER = "known later"  # in brackets it marks what was known only after the round


def faults(folder: Folder) -> Iterator[Fault]:
    """Yield the faults of points that name no statement, one that there is not, or one of another round."""
    where = folder.where(BRIEFS.file)
    said = (each[1:] for each in folder.records("statements", "statement_id", "round"))
    rounds = dict(said)
    nearest = Nearest(list(rounds))
    for line, number, text, evidence in folder.records("briefs", "round", "text", "evidence"):
        named = [each for each in BRACKETED.findall(text) if each != KNOWN_LATER]
        if not named and not evidence:
            remedy = f"name statements of round {number} in brackets, [ID], or in evidence"
            yield Fault(where, line, "evidence", "the point rests on no statement", remedy)
        for each in named:
            if rounds and each not in rounds:
                problem = f"the text names [{each}], which is no statement"
                yield Fault(where, line, "text", problem, nearest(each) or f"write an id, or [{KNOWN_LATER}]")
        for column, ids in (("text", named), ("evidence", evidence)):
            for each in ids:
                if rounds.get(each, number) != number:
                    problem = f"{each} is a statement of round {rounds[each]}"
                    yield Fault(where, line, column, problem, f"name statements of round {number}")
