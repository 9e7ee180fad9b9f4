"""The numbers of a report: plain functions on frames, defined with worked examples in ``docs/measures.md``."""

from communique.measures.agreement import agreement, krippendorff_alpha
from communique.measures.bootstrap import Interval
from communique.measures.counts import FAMILIES, STATUSES, apart, counts, left_out, own
from communique.measures.coverage import coverage
from communique.measures.expectations import record, slippage, things
from communique.measures.gaps import headline_gap, optimism_gap
from communique.measures.movement import agreed
from communique.measures.net_index import bootstrap_interval, decided, index_by_round, index_of, net_index, open_share

__all__ = [
    "FAMILIES",
    "STATUSES",
    "Interval",
    "agreed",
    "agreement",
    "apart",
    "bootstrap_interval",
    "counts",
    "coverage",
    "decided",
    "headline_gap",
    "index_by_round",
    "index_of",
    "krippendorff_alpha",
    "left_out",
    "net_index",
    "open_share",
    "optimism_gap",
    "own",
    "record",
    "slippage",
    "things",
]
