"""The round report from the data to the page: hostile text, the press report the project began from, every round."""

import csv
import re
import shutil
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pypdf
import pytest

from communique import load
from communique.document.blocks import Heading, Paragraph, StatementEntry, walk
from communique.document.faces import html, pdf
from communique.document.plain import plain_inlines, plain_text

TINY = Path(__file__).parents[1] / "specimens" / "tiny"
STORYBOARD = [
    "In brief",
    "Around the round",
    "Basket by basket",
    "Round by round",
    "How the talks were held",
    "Who said that it succeeded",
    "What was expected",
    "How far to rely on this",
    "Annex: what was said",
    "Annex: terms in their context",
    "Annex: headlines",
    "Annex: where the coders differ",
    "Annex: what the record covers",
    "Annex: what this report was made from",
    "Annex: sources",
]
HOSTILE = [
    "<script>alert(1)</script>",
    '#read("/etc/passwd")',
    '$x$ and #eval("1")',
    "[link](javascript:alert(1))",
    "a | b | c",
    "*bold* _emph_ `code` @ref <label>",
    "=SUM(A1:A9)",
    "{{ 7 * 7 }} {% raw %}",
    "back\\slash \\u0041 &amp; &lt;",
]


class Words(HTMLParser):
    """The text of a page, without its style sheet."""

    def __init__(self, page):
        super().__init__()
        self.text, self.tags = "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def hostile_blocks(tmp_path_factory, blocks_of):
    """The report on a round whose statements hold hostile text, one each, where a reader and a lexicon would look."""
    folder = tmp_path_factory.mktemp("processes") / "hostile"
    shutil.copytree(TINY, folder)
    table = folder / "statements.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    first = rows[0]
    rows += [
        first | {"statement_id": f"H-{place}", "text": sentence(text), "note": text}
        for place, text in enumerate(HOSTILE)
    ]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, first)
        writer.writeheader()
        writer.writerows(rows)
    return blocks_of(PROCESS=folder, ROUND=1)


def sentence(text):
    return f"Before {text} after a breakthrough."


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_statement_shows_as_its_characters(text, hostile_blocks):
    assert sentence(text) in Words(html.page(hostile_blocks)).text


def test_hostile_statements_add_no_element_and_no_address(hostile_blocks):
    tags = Words(html.page(hostile_blocks)).tags

    assert "script" not in {tag for tag, _ in tags}
    assert {urlsplit(attributes["href"]).scheme for _, attributes in tags if "href" in attributes} <= {"", "https"}


def test_hostile_statements_stand_in_the_pdf_as_their_characters(hostile_blocks):
    written = pypdf.PdfReader(BytesIO(pdf.document(hostile_blocks, date=date(2030, 1, 1))))
    words = re.sub(r"\s+", "", "".join(page.extract_text() for page in written.pages))

    assert [text for text in HOSTILE if re.sub(r"\s+", "", sentence(text)) not in words] == []


def test_sections_of_a_silent_round_that_hold_nothing_are_named_in_one_line_before_the_annex(blocks_of):
    page = Words(html.page(blocks_of(PROCESS=TINY, ROUND=2))).text

    assert page.count("Nothing to tell under: ") == 1
    told = page.partition("Nothing to tell under: ")[2].partition(".")[0]
    assert "How the talks were held, In the headlines, " in told
    assert "In brief" not in told
    assert page.count("In the headlines") == 1  # named in that line, and no heading


@pytest.mark.parametrize("number", range(1, 10))
def test_every_round_tells_the_storyboard_in_order_and_lists_all_it_rests_on(number, blocks_of):
    blocks = blocks_of(PROCESS="geneva", ROUND=number)
    sections = [plain_inlines(block.content) for block in blocks if isinstance(block, Heading) and block.level == 2]
    listed = {block.anchor for block in walk(blocks) if isinstance(block, StatementEntry)}
    said = load("geneva").statements

    assert sections == STORYBOARD
    assert {f"s-{each}" for each in said.loc[said["round"] == number, "statement_id"]} <= listed


def test_no_block_of_a_silent_round_is_left_without_words(blocks_of):
    blocks = blocks_of(PROCESS=TINY, ROUND=2)

    assert all(plain_text([block]).strip() for block in walk(blocks) if isinstance(block, Paragraph))


# What the press report of 15 July 2017 tells, each with words that the report must hold in one of its statements.
PRESS_REPORT = {
    "progress, no breakthrough": r"definite progress without a breakthrough",
    "neither a breakthrough nor a flop": r"neither in a breakthrough nor in a flop",
    "the expert mechanism proved its use": r"technical mechanism .* efficient",
    "consultations on the eve of the round": r"encouraging .* consultations in Switzerland .* on the eve",
    "three platforms on elections": r"Riyadh, Moscow and Cairo platforms .* elections",
    "direct talks hoped for next": r"hoped .* talk to each other directly in the next Geneva round",
    "four baskets": r"four baskets: constitution, elections, governance and counter-terrorism",
    "same room": r"same room around one table",
    "one table, in earnest": r"take a seat at one table and negotiate in earnest",
    "helping the opposition cooperate": r"opposition groups cooperate more closely",
    "consultations prepare direct talks": r"prepare the ground for direct talks",
    "trust growing": r"Trust was clearly growing among the opposition factions",
}


@pytest.mark.parametrize("assertion", PRESS_REPORT)
def test_every_assertion_of_the_press_report_stands_in_round_7_with_its_source(assertion, blocks_of):
    entries = [block for block in walk(blocks_of(PROCESS="geneva", ROUND=7)) if isinstance(block, StatementEntry)]
    telling = [each for each in entries if re.search(PRESS_REPORT[assertion], plain_inlines(each.content))]

    assert telling
    assert all("TASS" in plain_inlines(each.details) for each in telling)
