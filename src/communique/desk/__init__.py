"""The coding desk: candidates become statements, and statements become readings of the ladders.

`communique.files.journal` changes several files as one, `tablefile` and `candidatefile` change rows and leave all other
bytes alone, `validation` asks what a change would break. On them stand `accepting` (accept, reject, take back),
`merging` (two people's work) and `coding` (a round's ladders, each coder blind to the other). `candidatedesk` and
`ladderdesk` are what a person sees and does, as plain data; `widget` shows it in JupyterLab.

What the desk keeps for itself lies in the folder `desk` of a process. Like ``candidates.csv`` it is private.
"""

from communique.desk.bringing import read_in, take_over
from communique.desk.opening import candidates, ladders

__all__ = ["candidates", "ladders", "read_in", "take_over"]
