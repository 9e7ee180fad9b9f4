"""Certainty is set beside what was read rightly, in the laboratory and on the page on language alike."""

from communique.lab.gold import LANGUAGE, Item, read_gold
from communique.lab.reliability import BANDS, bands, table_of


def item(key, text, surface, status):
    start = text.index(surface)
    return Item(key, text, start, start + len(surface), "", status, "progress", "unread")


def test_each_band_counts_its_readings_and_those_that_are_right():
    known = [
        item("a", "The talks made no progress.", "progress", "denied"),
        item("b", "The talks made no progress.", "progress", "open"),
        item("c", "They had soup.", "soup", "off"),  # no term: in no band
    ]
    found = [band for band in bands(known) if band.sentences]

    assert [(band.sentences, band.right, band.share) for band in found] == [(2, 1, 0.5)]
    assert [band.name for band in bands([])] == list(BANDS)
    assert [band.share for band in bands([])] == [0, 0, 0]


def test_the_page_on_language_has_the_table_of_the_laboratory(cells, root):
    page = (root / "docs" / "language.md").read_text(encoding="utf-8")
    told = [line for line in page.splitlines() if line.startswith(tuple(f"| {name} |" for name in BANDS))]

    _, *rows = cells(table_of(read_gold(LANGUAGE / "status.jsonl")))
    assert [[cell.strip() for cell in line.strip("|").split("|")] for line in told] == rows
