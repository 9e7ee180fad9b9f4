"""Imported for what it does: the process that has imported it holds all that any report needs, and can be copied."""

import contextlib
import gc

from communique.report import warm

warm.imported("communique.report.build", *warm.KERNEL, *warm.ROUND, *warm.OVERVIEW, *warm.RUN, *warm.FACES)
with contextlib.suppress(Exception):  # what is wrong with the lexicon is for the report to say
    from communique.language.reader import reader

    reader()
gc.freeze()
