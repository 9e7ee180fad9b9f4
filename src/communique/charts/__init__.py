"""Charts: a table and axes in, axes out, drawn in the house style, each with the words that stand for it.

A chart has a module of its own, is drawn by a function of that name, or of that name and `_chart`, and is told in words
by `describe_` and the name.
"""

from communique.charts.coverage import coverage_chart, describe_coverage
from communique.charts.families import describe_families, families_chart
from communique.charts.heat_map import describe_heat_map, heat_map
from communique.charts.ladders import describe_ladders, ladder, ladders
from communique.charts.mentions import describe_mentions, mentions_chart
from communique.charts.net_index import describe_net_index, net_index_chart
from communique.charts.optimism import describe_optimism, optimism_chart
from communique.charts.picture import ChartWords, show
from communique.charts.record import describe_record, record_chart
from communique.charts.sensitivity import describe_sensitivity, sensitivity_chart
from communique.charts.slippage import describe_slippage, slippage_chart
from communique.charts.sparkline import describe_sparkline, sparkline
from communique.charts.style.house import WIDTH, canvas, house_style
from communique.charts.timeline import describe_timeline, timeline
from communique.charts.trend import describe_trend, trend_chart
from communique.charts.voices import describe_voices, voices_chart

__all__ = [
    "WIDTH",
    "ChartWords",
    "canvas",
    "coverage_chart",
    "describe_coverage",
    "describe_families",
    "describe_heat_map",
    "describe_ladders",
    "describe_mentions",
    "describe_net_index",
    "describe_optimism",
    "describe_record",
    "describe_sensitivity",
    "describe_slippage",
    "describe_sparkline",
    "describe_timeline",
    "describe_trend",
    "describe_voices",
    "families_chart",
    "heat_map",
    "house_style",
    "ladder",
    "ladders",
    "mentions_chart",
    "net_index_chart",
    "optimism_chart",
    "record_chart",
    "sensitivity_chart",
    "show",
    "slippage_chart",
    "sparkline",
    "timeline",
    "trend_chart",
    "voices_chart",
]
