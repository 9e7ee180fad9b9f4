"""A source on no page is named by its reference, in every face and in the numbers, and nowhere by a link."""

import io
import zipfile
from dataclasses import replace
from datetime import date

from communique.document.faces import docx, html
from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.narrative.round.record import sources_section, statements_section
from communique.report.results import of_round

REFERENCE = "note 12/2030 (archive of the chair)"


def of_document(tiny):
    """The tiny process, a page of whose third round is a document."""
    sources = tiny.sources.copy()
    at = sources["source_id"] == "S-commission-3"
    sources.loc[at, ["url", "kind", "reference"]] = ["", "document", REFERENCE]
    return Briefing(replace(tiny, sources=sources), 3)


def test_a_document_is_named_by_its_reference(tiny):
    briefing = of_document(tiny)
    record = [*statements_section(briefing), sources_section(briefing)]
    told = plain_text(record)

    assert f"Lake commission, document: {REFERENCE}" in told
    assert f"Lake commission: “Statement of the chair”, 5 September 2030, document: {REFERENCE}" in told
    page = html.page(record)
    assert page.count(REFERENCE) == 2
    assert 'href=""' not in page
    with zipfile.ZipFile(io.BytesIO(docx.document(record, date=date(2030, 9, 30)))) as word:
        assert REFERENCE in word.read("word/document.xml").decode()
        assert 'Target=""' not in word.read("word/_rels/document.xml.rels").decode()


def test_the_numbers_hold_the_reference(tiny):
    statements = of_round(of_document(tiny)).values["statements"]

    told = {row["source_id"]: (row["url"], row["reference"]) for row in statements}
    assert told["S-commission-3"] == ("", REFERENCE)
    assert told["S-orrinpost-3"] == ("https://example.org/post/3", "")
