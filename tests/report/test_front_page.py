"""The front page tells what the reports in place tell, links to them, and marks those that are not up to date."""

import json
import re

import pytest

from communique.document.accessibility import page_faults
from communique.errors import RenderingError
from communique.facts.round import Briefing
from communique.report import results
from communique.report.front_page import front_page
from communique.report.staleness import Edition, Manifest


@pytest.fixture(scope="module")
def numbers(tiny):
    return {number: results.of_round(Briefing(tiny, number)).texts()[".json"] for number in (1, 2, 3)}


@pytest.fixture
def manifest(tmp_path, numbers):
    """Two processes with the same numbers, and so with the same ids of baskets."""
    manifest = Manifest(tmp_path)
    for process in ("lake", "pond"):
        (tmp_path / process).mkdir()
        for name in ("overview", "round-01", "round-02", "round-03"):
            manifest.editions[f"{process}/{name}"] = Edition("abc", {f"{name}.html": "d"}, "2030-09-14")
            for suffix in ("html", "pdf"):
                (tmp_path / process / f"{name}.{suffix}").touch()
        for number, text in numbers.items():
            (tmp_path / process / f"round-0{number}.json").write_text(text, encoding="utf-8")
    return manifest


def test_the_page_is_sound_and_runs_and_fetches_nothing(manifest):
    page = front_page(manifest, set())

    assert page_faults(page) == []
    assert "<script" not in page
    assert not re.search(r"https?://(?!www\.w3\.org/)", page)
    assert "style-src 'sha256-" in page


def test_every_link_leads_to_a_file_or_a_place_in_the_page(manifest):
    page = front_page(manifest, set())
    links = re.findall(r'href="([^"]+)"', page)

    for link in links:
        assert (f'id="{link[1:]}"' in page) if link.startswith("#") else (manifest.folder / link).is_file()
    for name in ("overview", "round-01", "round-02", "round-03"):
        for suffix in ("html", "pdf"):
            assert f"lake/{name}.{suffix}" in links


def test_the_page_tells_what_the_reports_tell(manifest):
    text = " ".join(re.sub("<[^>]+>", " ", front_page(manifest, set())).split())

    assert "Lake Orrin talks" in text
    assert "Three rounds, 4 March 2030 to 13 September 2030. Data up to 14 September 2030." in text
    assert "2–5 September 2030 and 10–13 September 2030" in text
    assert "A breakthrough on the sluices, none on fishing" in text
    assert "Sluices agreed 5 of 5, in Orrin III" in text
    assert re.findall(r"<h4><a [^>]+>([^<]+)</a></h4>", front_page(manifest, set()))[:3] == [
        "Orrin III",
        "Orrin II",
        "Orrin I",
    ]


def test_sparklines_have_words(manifest):
    alts = re.findall(r'<img src="data:image/svg\+xml,[^"]+" alt="([^"]+)"', front_page(manifest, set()))

    assert alts[:2] == [
        "Sluices: tabled in Orrin I, agreed in Orrin III (stage 5 of 5)",
        "Fishing rights: absent in Orrin I, procedural in Orrin III (stage 2 of 5)",
    ]
    assert len(alts) == 4


def test_reports_that_failed_or_are_outdated_are_marked(manifest):
    manifest.failed("lake/round-03", "cell 3: the kernel died <b>")
    manifest.failed("lake/round-04", "cell 3: the kernel died")
    page = front_page(manifest, {"lake/round-03", "lake/round-04", "pond/overview"})
    marks = re.findall(r'<p class="notice">(.*?)</p>', page)

    assert marks == [
        "Round 4: no report yet; its build failed (cell 3: the kernel died).",
        "Orrin III: last good report, with data up to 14 September 2030; a later build failed "
        "(cell 3: the kernel died &lt;b&gt;).",
        "Overview: made from an earlier state of the data or of the program.",
    ]
    assert 'href="lake/round-04' not in page


@pytest.mark.parametrize("text", ["", "{", "[]", "{}"])
def test_a_report_without_numbers_is_linked_all_the_same(manifest, text):
    (manifest.folder / "lake" / "round-02.json").write_text(text)
    page = front_page(manifest, set())

    assert page_faults(page) == []
    assert '<a href="lake/round-02.html">Round 2</a>' in page


def test_numbers_of_another_form_are_as_none(manifest, numbers):
    told = json.loads(numbers[2]) | {"version": "2.0", "round": "the second"}
    (manifest.folder / "lake" / "round-02.json").write_text(json.dumps(told))

    assert '<a href="lake/round-02.html">Round 2</a>' in front_page(manifest, set())


def test_numbers_that_are_not_of_the_form_they_name_are_told_of(manifest, numbers):
    told = json.loads(numbers[2])
    del told["baskets"][0]["label"]
    (manifest.folder / "lake" / "round-02.json").write_text(json.dumps(told))

    with pytest.raises(RenderingError, match=r"^front page: the numbers beside a report are not of their form"):
        front_page(manifest, set())


def test_rounds_come_in_the_order_of_their_numbers(tmp_path, numbers):
    manifest = Manifest(tmp_path)
    (tmp_path / "lake").mkdir()
    for number in (98, 99, 100, 101):
        told = json.loads(numbers[1])
        told["round"] |= {"number": number, "short": f"Orrin {number}", "start": f"2{number:03}-01-01"}
        manifest.editions[f"lake/round-{number}"] = Edition("abc", {"a": "d"}, "2030-09-14")
        (tmp_path / "lake" / f"round-{number}.json").write_text(json.dumps(told))
    page = front_page(manifest, set())

    assert re.findall(r"<h4>(.*?)</h4>", page) == ["Orrin 101", "Orrin 100", "Orrin 99", "Orrin 98"]
    assert "Four rounds, 1 January 2098 to" in page
    assert "in Orrin 101" in page


def test_every_character_can_be_seen(manifest, numbers):
    told = json.loads(numbers[3])
    told["round"] |= {"short": "Orrin \u202eIII", "headline": "A \x1b[31mbreakthrough"}
    told["process"]["title"] = "Lake \u202eOrrin"
    told["baskets"][0]["label"] = "Slu\u2066ices"
    (manifest.folder / "pond" / "round-03.json").write_text(json.dumps(told), encoding="utf-8")
    manifest.failed("pond/overview", "died \u202eof \x07it")
    page = front_page(manifest, set())

    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e\u2066]", page)
    assert "A \ufffd[31mbreakthrough" in page


def test_hostile_words_stay_words(manifest, numbers, hostile):
    told = json.loads(numbers[3])
    told["round"] |= {"short": hostile, "headline": hostile}
    told["process"]["title"] = hostile
    (manifest.folder / "pond" / "round-03.json").write_text(json.dumps(told), encoding="utf-8")

    assert page_faults(front_page(manifest, set())) == []
    assert "<script" not in front_page(manifest, set())


def test_no_report_at_all_is_said(tmp_path):
    assert "There is no report yet." in front_page(Manifest(tmp_path), set())
