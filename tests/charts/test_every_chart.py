"""Every chart, from one round to twelve and from short names to long: no text cut off, none over another."""

from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from communique import charts, measures
from communique.charts.style.house import house_style
from communique.commitment import FAMILIES, STATUSES
from communique.process.description import Dimension, Side

LADDER = ("absent", "tabled", "procedural", "substantive", "converging", "agreed")
WORDY = ("none", "proposed by one side alone", "working groups met", "met and both sides report results")


def rounds(count, short="Geneva {}"):
    numbers = range(1, count + 1)
    start = pd.Timestamp("2016-01-04")
    return pd.DataFrame(
        {
            "round": numbers,
            "short": [short.format(number) for number in numbers],
            "sittings": [
                ((start + pd.Timedelta(days=40 * n), start + pd.Timedelta(days=40 * n + 4)),) for n in numbers
            ],
        }
    )


def dimensions(count, ladder=LADDER, name="basket {}"):
    return {f"b{n}": Dimension(f"b{n}", name.format(n), (), ladder) for n in range(count)}


def readings(rounds, dimensions):
    """Readings of two coders that move up and down and are disputed now and then."""
    rows = [
        (
            number,
            dimension,
            coder,
            (number * (place + 1) + (coder == "b" and number % 3 == 0)) % len(each.ladder),
            1,
            "",
            (),
        )
        for place, (dimension, each) in enumerate(dimensions.items())
        for number in rounds["round"]
        for coder in "ab"
    ]
    names = ["round", "dimension", "coder", "stage", "movement", "rationale", "evidence"]
    return measures.agreed(pd.DataFrame(rows, columns=names), dimensions)


def counts(**levels):
    """Counts with every family and status, from 0 to 6 and now and then 40."""
    levels = levels | {"family": FAMILIES, "status": STATUSES}
    grid = pd.MultiIndex.from_product(levels.values(), names=list(levels)).to_frame(index=False)
    grid["polarity"] = grid["family"].map(FAMILIES)
    return grid.assign(n=[40 if place % 37 == 5 else (place * 5) % 7 for place in range(len(grid))])


def sides(count, name="the side number {}"):
    return {f"s{n}": Side(f"s{n}", name.format(n), f"#{40 + 17 * n:02x}5577", "other") for n in range(count)}


def index(rounds):
    values = [None if number % 4 == 1 else (number % 5 - 2) / 2 for number in rounds["round"]]
    table = pd.DataFrame({"round": rounds["round"], "index": values, "decided": rounds["round"] * 3})
    return table.assign(low=(table["index"] - 0.3).clip(-1), high=(table["index"] + 0.3).clip(upper=1))


def expectations(count, text="The next round should be held within the month."):
    due = pd.Timestamp("2016-03-01")
    rows = [
        {
            "expectation_id": f"X{n}",
            "round": 1,
            "speaker": "someone",
            "name": "Someone of Note" if n % 2 else "The Office of the Special Representative",
            "kind": "plan",
            "expected": text,
            "due": f"{due + pd.Timedelta(days=9 * n):%Y-%m-%d}",
            "happened_on": pd.NaT if n % 3 == 0 else due + pd.Timedelta(days=(n % 4 - 1) * 20 + 9 * n),
            "outcome": ("missed", "met", "partly", "open")[n % 4],
            "statement_id": "S1",
        }
        for n in range(count)
    ]
    return measures.slippage(pd.DataFrame(rows).astype({"happened_on": "datetime64[ns]"}))


def events(count):
    day = pd.Timestamp("2015-06-01")
    labels = ["A ceasefire takes effect", "The Security Council adopts a resolution on aid across the lines for a year"]
    return pd.DataFrame(
        {
            "event_id": [f"E{n}" for n in range(count)],
            "date": [day + pd.Timedelta(days=(n * n) % 700) for n in range(count)],
            "label": [labels[n % 2] for n in range(count)],
        }
    )


def record(sides):
    rows = [
        {
            "side": side,
            "met": n,
            "partly": 2,
            "missed": 20 - n,
            "open": n % 2,
            "n": 22 + n % 2,
            "settled": 22,
            "met_share": n / 22,
        }
        for n, side in enumerate(sides)
    ]
    return pd.DataFrame(rows)


def coverage():
    values = [(aspect, f"value_{n}", 100 // (n + 1)) for aspect in ("side", "language", "phase") for n in range(9)]
    table = pd.DataFrame(values, columns=["aspect", "value", "statements"])
    return table.assign(sources=1, share=table["statements"] / 283)


def trend(count):
    periods = [str(pd.Period("2016-01", "M") + n) for n in range(count)]
    numbers = range(count)
    index = [None if n % 4 == 1 else (n % 5 - 2) / 2 for n in numbers]
    return pd.DataFrame({"period": periods, "index": index, "good": numbers, "bad": 7, "loose": 3})


def gap():
    return pd.DataFrame(
        {
            "period": ["whole process", 2016, 2017, 2018],
            "mediating": [0.4, None, 1.0, -1.0],
            "negotiating": [0.1, 0.2, 1.0, -0.9],
            "gap": [0.3, None, 0.0, -0.1],
            "low": [0.1, None, -0.2, -0.3],
            "high": [0.5, None, 0.2, 0.1],
            "mediating_n": [40, 3, 10, 9],
            "negotiating_n": [50, 12, 8, 9],
        }
    )


LONG = "the administrative settlement of outstanding cross-border questions {}"
CASES = {
    **{f"ladders-{n}-{m}": lambda n=n, m=m: ladders(n, m) for n, m in [(1, 1), (3, 5), (9, 4), (12, 8)]},
    "ladders-long-names": lambda: ladders(9, 3, short="Extraordinary session {}", ladder=WORDY, name=LONG),
    "ladders-two-columns": lambda: ladders(12, 5, columns=2, ladder=WORDY),
    **{
        f"mentions-{n}": lambda n=n: charts.mentions_chart(
            counts(round=range(1, n + 1)), rounds=rounds(n), mark=1, statements=dict.fromkeys(range(1, n + 1), 119)
        )
        for n in (1, 2, 9, 12)
    },
    "mentions-long-names": lambda: charts.mentions_chart(
        counts(round=[1, 2]), rounds=rounds(2, "Extraordinary session {}"), mark=2
    ),
    **{
        f"index-{n}": lambda n=n: charts.net_index_chart(index(rounds(n)), rounds=rounds(n), mark=n) for n in (2, 9, 12)
    },
    **{f"voices-{n}": lambda n=n: charts.voices_chart(counts(side=sides(n)), sides=sides(n)) for n in (1, 4, 8)},
    "voices-long-names": lambda: charts.voices_chart(counts(side=sides(3)), sides=sides(3, name=LONG)),
    **{f"slippage-{n}": lambda n=n: charts.slippage_chart(expectations(n)) for n in (1, 2, 6, 30)},
    "slippage-long-text": lambda: charts.slippage_chart(expectations(5, text=LONG * 3)),
    **{
        f"heat-map-{n}-{m}": lambda n=n, m=m: heat_map(rounds(n), dimensions(m), dimensions(2, WORDY, "manner {}"))
        for n, m in [(1, 1), (7, 4), (9, 4), (12, 8)]
    },
    "heat-map-long-names": lambda: heat_map(rounds(9), dimensions(3, name=LONG), {}),
    **{
        f"families-{n}": lambda n=n: charts.families_chart(counts(round=range(1, n + 1)), rounds=rounds(n))
        for n in (1, 12)
    },
    "optimism": lambda: charts.optimism_chart(gap(), mediating="the mediator", negotiating="government and opposition"),
    "record": lambda: charts.record_chart(record(sides(8)), names={}),
    "coverage": lambda: charts.coverage_chart(coverage()),
    **{f"trend-{n}": lambda n=n: charts.trend_chart(trend(n)) for n in (1, 120)},
    **{
        f"timeline-{n}-{m}": lambda n=n, m=m: charts.timeline(rounds(n), events(m))
        for n, m in [(1, 0), (7, 14), (9, 68)]
    },
}


def ladders(count, of, *, short="Geneva {}", ladder=LADDER, name="basket {}", columns=None):
    shown, over = dimensions(of, ladder, name), rounds(count, short)
    return charts.ladders(readings(over, shown), dimensions=shown, rounds=over, mark=count, columns=columns)


def heat_map(over, baskets, others):
    # Ids are unique over groups, as they are over the baskets and dimensions of a process.
    others = {
        f"o{place}": Dimension(f"o{place}", each.name, (), each.ladder) for place, each in enumerate(others.values())
    }
    return charts.heat_map(readings(over, baskets | others), groups={"Baskets": baskets, "Manner": others}, rounds=over)


@house_style()
def texts(figure):
    """The visible texts of a drawn figure with the boxes their ink lies in."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    beyond = {label for ax in figure.axes for axis in (ax.xaxis, ax.yaxis) for label in _beyond(axis)}
    found = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    return [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in found if text not in beyond]


def _beyond(axis):
    """Labels of ticks beyond the limits of an axis, which it keeps but does not draw."""
    low, high = sorted(axis.get_view_interval())
    return [tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]


@pytest.mark.parametrize("name", CASES)
def test_no_text_is_cut_off_or_covers_another(name):
    drawn = CASES[name]()
    figure = drawn if isinstance(drawn, Figure) else drawn.get_figure()
    shown = texts(figure)

    page = figure.bbox.padded(1)
    cut = [words for words, box in shown if not (page.contains(*box.min) and page.contains(*box.max))]
    covered = [(one, other) for (one, first), (other, second) in combinations(shown, 2) if _overlap(first, second)]

    assert shown
    assert not cut
    assert not covered


def _overlap(first, second):
    """Whether two boxes share more than a hairline."""
    across = min(first.x1, second.x1) - max(first.x0, second.x0)
    down = min(first.y1, second.y1) - max(first.y0, second.y0)
    return across > 1.5 and down > 2.5


NO_CHARTS = {"__init__", "events", "picture"}
MODULES = sorted({path.stem for path in Path(charts.__file__).parent.glob("*.py")} - NO_CHARTS)


@pytest.mark.parametrize("module", MODULES)
def test_a_chart_is_named_as_its_module_and_told_by_describe(module):
    drawn = [name for name in (module, f"{module}_chart") if name in charts.__all__]
    assert len(drawn) == 1
    assert getattr(charts, drawn[0]).__module__ == f"communique.charts.{module}"
    assert getattr(charts, f"describe_{module}").__module__ == f"communique.charts.{module}"
    assert f"describe_{module}" in charts.__all__


def test_every_description_is_of_a_chart():
    described = {name.removeprefix("describe_") for name in charts.__all__ if name.startswith("describe_")}
    assert described == set(MODULES)
