"""Charts: a table and axes in, axes out, drawn in the house style, each with the words that stand for it."""

from communique.charts.house import WIDTH, canvas, house_style
from communique.charts.ladder import describe_ladders, ladder, ladders
from communique.charts.picture import Words, show

__all__ = ["WIDTH", "Words", "canvas", "describe_ladders", "house_style", "ladder", "ladders", "show"]
