"""Any text in any field of the data is refused by check in a clear line, or shown inert in every file of a report."""

import csv
import io
import json
import os
import re
import shutil
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from communique.document.faces import html, pdf
from communique.facts.round import Briefing
from communique.process.cells import value_or_fault
from communique.process.checks import check
from communique.process.model import load
from communique.process.schema import TABLES, CsvColumn
from communique.report import results

from ..conftest import HOSTILE, SPECIMENS

LONG = os.environ.get("COMMUNIQUE_FAULTS") == "long"
CORPUS = [
    HOSTILE,
    "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>",
    "</style></title><iframe src=https://evil.example/></iframe><base href=//evil.example><meta http-equiv=refresh>",
    '"><a href="javascript:alert(1)" onclick=alert(1)>x</a> [x](javascript:alert(1)) ![x](https://evil.example/p.png)',
    '#read("/etc/passwd") #include "/etc/passwd" #image("/etc/passwd") #eval("1") #link("file:///etc/passwd")[x] $ a $',
    "\\input{/etc/passwd} \\write18{id} $$\\href{javascript:alert(1)}{x}$$ %% \\end{document}",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} {# x #} ${7*7} <%= 7*7 %>",
    "=HYPERLINK(\"https://evil.example\") ;=cmd|' /C calc'!A0,+1+1\t@SUM(A1)",
    "right\u202eleft \u2066isolated\u2069 zero\u200bwidth soft\u00adhyphen \u061c \ufeff joined\u200d",
    "e\u0301\u0302\u0303\u0304\u0305 \u0300alone " + "a" + "\u0335" * 60,
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇭 \U0001f600\U000e0001\U000e0041 \ufffe 日内瓦 제네바 ジュネーヴ جنيف ז'נבה",
    "..\\..\\x ../../etc/passwd file:///etc/passwd \\\\host\\share data:text/html,<script>alert(1)</script>",
    "x" * 19_000,
    "'\"`’”»&amp;&lt;&#x3c;script&#x3e; <!-- --> ]]> <![CDATA[ <?php ?>",
]


ACTIVE = set("script iframe object embed form base link applet foreignobject animate set".split())


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def active_in_html(page):
    """Whatever in a page could run, load or lead elsewhere than to the web."""
    for tag, attributes in Elements(page).found:
        if tag in ACTIVE:
            yield tag
        if tag == "meta" and attributes.get("http-equiv", "").lower() not in ("", "content-security-policy"):
            yield tag, attributes
        for name, content in attributes.items():
            if name.startswith("on") or name in ("action", "formaction", "background", "ping", "srcdoc"):
                yield tag, name
            address = (content or "").strip()
            if name in ("href", "xlink:href") and urlsplit(address).scheme not in ("", "http", "https", "mailto"):
                yield tag, address[:80]
            if name in ("src", "srcset", "data", "poster") and not address.startswith("data:image/"):
                yield tag, address[:80]
            if name == "style" and re.search(r"url\(|expression|@import", address):
                yield tag, address[:80]


def active_in_pdf(content):
    """Whatever in a PDF could run, load or lead elsewhere than to the web."""
    reader = PdfReader(BytesIO(content))
    seen = set()

    def look(thing):
        thing = thing.get_object() if hasattr(thing, "get_object") else thing
        if id(thing) in seen:
            return
        seen.add(id(thing))
        if isinstance(thing, DictionaryObject):
            if {"/JS", "/OpenAction", "/AA", "/EF", "/Launch", "/XFA"} & set(thing):
                yield sorted(set(thing))
            action = thing.get("/S")
            if action in ("/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition"):
                yield action
            if action == "/URI" and urlsplit(str(thing["/URI"])).scheme not in ("http", "https", "mailto"):
                yield thing["/URI"]
        within = (
            thing.values() if isinstance(thing, DictionaryObject) else thing if isinstance(thing, ArrayObject) else ()
        )
        for each in list(within):
            yield from look(each)

    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            yield from look(annotation.get_object().get("/A", DictionaryObject()))
        yield from look(page.get("/AA", DictionaryObject()))
    root = reader.trailer["/Root"]
    yield from ({"/OpenAction", "/AA", "/AcroForm"} & set(root))
    yield from ({"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {})))


def with_hostile(folder, number):
    """Put a text of the corpus into every text field of every row, as far as its column takes it, one after another."""
    place = number
    for table in TABLES.values():
        path = folder / table.file
        with open(path, newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in table.columns:
                if column.kind == "text" and row.get(column.name):
                    row[column.name] = f"{row[column.name]} {CORPUS[place % len(CORPUS)]}"
                    place += 1
        with open(path, "w", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


@pytest.mark.parametrize("number", range(len(CORPUS) if LONG else 1))
def test_hostile_texts_in_every_field_are_inert_in_every_file(number, tmp_path, blocks_of, root, monkeypatch):
    folder = tmp_path / "data" / "tiny"
    shutil.copytree(SPECIMENS / "tiny", folder)
    with_hostile(folder, number)
    assert check(folder) == []
    blocks = blocks_of("round", PROCESS=folder, ROUND=3)

    assert list(active_in_html(html.page(blocks))) == []
    assert list(active_in_pdf(pdf.document(blocks, date=date(2031, 1, 1)))) == []
    texts = results.of_round(Briefing(load(folder), 3)).texts()
    assert json.loads(texts[".json"])["process"]["id"] == "tiny"
    for suffix, text in texts.items():
        if suffix.endswith(".csv"):
            for row in csv.reader(io.StringIO(text)):
                assert [cell for cell in row if re.match(r"[=+@\t]|-(?![\d.])", cell)] == []


@settings(max_examples=2_000 if LONG else 50, deadline=None)
@given(text=st.text(max_size=80), kind=st.sampled_from("text list url id day month due intervals".split()))
def test_any_text_of_a_cell_is_read_or_refused_with_what_would_work(text, kind):
    _, refused = value_or_fault(CsvColumn("column", kind, ""), text)

    assert refused is None or (refused.problem and refused.remedy)


def test_what_looks_for_active_content_finds_it():
    page = '<a href="javascript:1">x</a><img src="https://x/y"><p onclick=1>x</p><script></script><p style="b:url(x)">'

    assert len(list(active_in_html(page))) == 5
