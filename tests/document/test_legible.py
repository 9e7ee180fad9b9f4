"""What a reader gets to see of a string, and where its direction changes."""

import pytest

from communique.document.legible import identifier, legible, legible_lines, runs, web_address


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain text", "plain text"),
        ("two\n lines\tand\u2028more", "two  lines and more"),
        ("\x1b[31mred\x00", "\ufffd[31mred\ufffd"),
        (
            "\ufeffmark, \ue000 private, \u202eoverride, \u2066isolate",
            "\ufffdmark, \ufffd private, \ufffdoverride, \ufffdisolate",
        ),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the joiner belongs to how Persian is written
        ("caf\u00e9 \u2013 \u201cquoted\u201d\u00a0!", "caf\u00e9 \u2013 \u201cquoted\u201d\u00a0!"),
    ],
)
def test_every_character_can_be_seen_for_what_it_is(text, seen):
    assert legible(text) == seen


def test_lines_stay_lines():
    assert legible_lines("a\r\n\tb\x1b\n") == "a\n    b\ufffd\n"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", []),
        ("left", [("left", "", "")]),
        ("in مؤتمر جنيف، ٢٠١٤ held", [("in ", "", ""), ("مؤتمر جنيف، ٢٠١٤", "ar", "rtl"), (" held", "", "")]),
        ("שלום", [("שלום", "he", "rtl")]),
        ("گفتگو (1)", [("گفتگو", "fa", "rtl"), (" (1)", "", "")]),
        ("أ a ب", [("أ", "ar", "rtl"), (" a ", "", ""), ("ب", "ar", "rtl")]),
    ],
)
def test_runs_cut_where_the_direction_changes(text, cut):
    assert [tuple(run.values()) for run in runs(text)] == cut


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://tass.com/a?b=1&c=2#d", "https://tass.com/a?b=1&c=2#d"),
        (" HTTPS://tass.com ", "HTTPS://tass.com"),
        ('https://example.org/a b"><script>', "https://example.org/a%20b%22%3E%3Cscript%3E"),
        ("https://ar.example/جنيف%20", "https://ar.example/%D8%AC%D9%86%D9%8A%D9%81%20"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("file:///etc/passwd", ""),
        ("//example.org/x", ""),
        ("https:no-host", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_are_linked(written, address):
    assert web_address(written) == address


@pytest.mark.parametrize(
    ("text", "made"), [("s-G7-001", "s-G7-001"), ("In brief: été", "In-brief-ete"), ('<b>" x', "b-x"), ("жж", "part")]
)
def test_identifiers_hold_nothing_that_needs_escaping(text, made):
    assert identifier(text) == made


@pytest.mark.parametrize("url", ["round-07.html", "overview.html"])
def test_a_report_links_to_its_neighbours(url):
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url", ["../round-07.html", "/round-07.html", "javascript:x.html", "round-07.pdf.exe", "a/b.html"]
)
def test_a_report_links_to_no_other_file(url):
    assert web_address(url) == ""
