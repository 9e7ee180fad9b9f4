"""Characters that the bundled fonts hold stay, others become a mark that they hold."""

import tracemalloc

import pytest

from communique.document.faces.glyphs import FONTS, covered, faces
from communique.document.legible import REPLACEMENT


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII",
        "Žižek, Şükrü, Łódź, İstanbul, ñ, ø, ß",
        "Сирийские переговоры в Женеве",
        "Ελληνικά",
        "محادثات جنيف السابعة، ٢٠١٧؟ گفتگو",
        "שָׁלוֹם",
        "↑ → ↓ ↕ – — … “quoted” × ≥ − €",
        "two\nlines é",
        "می\u200cخواهم \u200e\u2060 soft\u00adhyphen",
    ],
)
def test_what_the_fonts_hold_stays(text):
    assert covered(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("talks 😀", "talks \ufffd"),
        ("漢字", "\ufffd\ufffd"),
        ("e\u0301", "\u00e9"),  # composed where a composed letter exists
        ("ж\u0334", "ж\ufffd"),  # no family has this letter and this mark
    ],
)
def test_what_they_do_not_hold_is_marked(text, shown):
    assert covered(text) == shown


def test_the_mark_itself_is_held():
    assert any(REPLACEMENT in face for face in faces())


def test_the_licence_stands_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 3_000_000


def test_texts_are_not_kept():
    covered("é 漢")  # the fonts are
    tracemalloc.start()
    try:
        for number in range(50):
            covered(f"{number} é 漢 {'.' * 20_000}")
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert held < 500_000  # half of what was given
