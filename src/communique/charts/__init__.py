"""Charts: a table and axes in, axes out, drawn in the house style, each with the words that stand for it."""

from communique.charts.balance import describe_index, index_chart
from communique.charts.house import WIDTH, canvas, house_style
from communique.charts.ladder import describe_ladders, ladder, ladders
from communique.charts.mentions import describe_mentions, mention_bars
from communique.charts.picture import Words, show
from communique.charts.slippage import describe_slippage, slippage_chart
from communique.charts.voices import describe_voices, voices

__all__ = [
    "WIDTH",
    "Words",
    "canvas",
    "describe_index",
    "describe_ladders",
    "describe_mentions",
    "describe_slippage",
    "describe_voices",
    "house_style",
    "index_chart",
    "ladder",
    "ladders",
    "mention_bars",
    "show",
    "slippage_chart",
    "voices",
]
