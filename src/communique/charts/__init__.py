"""Charts: a table and axes in, axes out, drawn in the house style, each with the words that stand for it."""

from communique.charts.coverage import coverage_bars, describe_coverage
from communique.charts.families import describe_families, families
from communique.charts.heatmap import describe_heat_map, heat_map
from communique.charts.index import describe_index, index_chart
from communique.charts.ladder import describe_ladders, ladder, ladders
from communique.charts.mentions import describe_mentions, mention_bars
from communique.charts.optimism import describe_optimism, optimism_chart
from communique.charts.picture import Words, show
from communique.charts.record import describe_record, record_chart
from communique.charts.sensitivity import describe_sensitivity, sensitivity_chart
from communique.charts.slippage import describe_slippage, slippage_chart
from communique.charts.sparkline import describe_sparkline, sparkline
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.timeline import describe_timeline, timeline
from communique.charts.voices import describe_voices, voices

__all__ = [
    "WIDTH",
    "Words",
    "canvas",
    "coverage_bars",
    "describe_coverage",
    "describe_families",
    "describe_heat_map",
    "describe_index",
    "describe_ladders",
    "describe_mentions",
    "describe_optimism",
    "describe_record",
    "describe_sensitivity",
    "describe_slippage",
    "describe_sparkline",
    "describe_timeline",
    "describe_voices",
    "families",
    "heat_map",
    "house_style",
    "index_chart",
    "ladder",
    "ladders",
    "mention_bars",
    "optimism_chart",
    "record_chart",
    "sensitivity_chart",
    "show",
    "slippage_chart",
    "sparkline",
    "timeline",
    "voices",
]
