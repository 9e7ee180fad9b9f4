"""A report is made in the formats asked for and in those that stand, so that one edition stands under one name."""

from contextlib import nullcontext
from datetime import date
from io import BytesIO

import nbformat
import pytest
from docx import Document

from communique.document.blocks import Front, Paragraph
from communique.document.faces import FACES, docx
from communique.document.json import MIME_TYPE, to_json
from communique.errors import ParameterError, PublishError
from communique.process import checks
from communique.report import build, formats, many, planning
from communique.report.staleness import Edition, Manifest

DAY = date(2030, 3, 5)


def word(text):
    return docx.document([Front("Talks"), Paragraph(text)], date=DAY)


def edited(content, **properties):
    """A Word file as a program leaves it that somebody saved it with."""
    document, saved = Document(BytesIO(content)), BytesIO()
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    document.save(saved)
    return saved.getvalue()


@pytest.fixture
def built(tmp_path, monkeypatch):
    """Build a report that says a text in formats asked for, as planned for a folder, without a kernel."""

    def run(*arguments, **options):
        shown = {MIME_TYPE: to_json(Front("Talks", headline=run.text))}
        cell = nbformat.v4.new_code_cell("", id="show", outputs=[nbformat.v4.new_output("display_data", data=shown)])
        return nbformat.v4.new_notebook(cells=[cell])

    monkeypatch.setattr(checks, "check", lambda folder: [])
    monkeypatch.setattr("communique.report.kernel.kernel", lambda *args, **options: nullcontext())
    monkeypatch.setattr(build, "run", run)

    def make(text, *asked):
        run.text = text
        plan = planning.plan_round({"ROUND": 7}, output=tmp_path / "out", asked=asked)
        return [path.name for path in build.build(plan).paths]

    return make


# --- what is typed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (None, ("html", "pdf")),
        ("", ("html", "pdf")),
        (" ", ("html", "pdf")),
        ("docx", ("docx",)),
        ("docx, HTML", ("html", "docx")),
        ("pdf,pdf,", ("pdf",)),
    ],
)
def test_formats_are_named_in_any_order_and_case(text, names):
    assert formats.asked(text) == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("html,dcox", "FORMAT=dcox: there is no such format; did you mean docx?"),
        ("word", "FORMAT=word: there is no such format; did you mean docx?"),
        ("epub", "FORMAT=epub: there is no such format; write html, pdf or docx"),
        ("; touch x", "FORMAT=; touch x: there is no such format; write html, pdf or docx"),
        (",,", "FORMAT=,, names no format; write html, pdf or docx"),
    ],
)
def test_a_format_that_is_none_is_refused_in_one_line(text, told):
    with pytest.raises(ParameterError) as refused:
        formats.asked(text)

    assert str(refused.value) == told


# --- one edition under one name --------------------------------------------------------------------------------------


def test_a_report_is_made_in_what_was_asked_for(built, tmp_path):
    assert built("one", "docx") == ["round-07.docx", "round-07.ipynb"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["round-07.docx", "round-07.ipynb"]


def test_what_stands_in_another_format_is_made_anew_with_it(built, tmp_path):
    built("one", "html", "docx")
    made = built("two", "html", "pdf")

    assert made == ["round-07.html", "round-07.pdf", "round-07.docx", "round-07.ipynb"]
    assert Document(tmp_path / "out" / "round-07.docx").core_properties.subject == "two"


def test_a_format_whose_file_was_removed_stays_away(built, tmp_path):
    built("one", "html", "docx")
    (tmp_path / "out" / "round-07.docx").unlink()

    assert built("two", "html") == ["round-07.html", "round-07.ipynb"]


def test_other_names_are_no_concern_of_a_report(tmp_path):
    for name in ("round-08.docx", "round-07-as-of-2017-07-31.docx", "round-07.changes.docx"):
        (tmp_path / name).touch()
    (tmp_path / "round-07.pdf").mkdir()

    assert formats.of_edition(("html",), tmp_path, "round-07") == ("html",)


# --- what somebody edited --------------------------------------------------------------------------------------------


def test_pages_are_not_made_to_be_edited():
    assert not FACES["html"].is_edited(b"anything")
    assert not FACES["pdf"].is_edited(b"anything")


def test_an_edited_file_is_never_overwritten(built, tmp_path):
    built("one", "html", "docx")
    path = tmp_path / "out" / "round-07.docx"
    path.write_bytes(edited(path.read_bytes(), last_modified_by="A. Reader"))
    before = {each.name: each.read_bytes() for each in (tmp_path / "out").iterdir()}

    with pytest.raises(PublishError, match=r"round-07\.docx: it was edited since it was made; give it another name"):
        built("two", "html")
    assert {each.name: each.read_bytes() for each in (tmp_path / "out").iterdir()} == before
    path.rename(tmp_path / "out" / "my round.docx")
    assert built("two", "html") == ["round-07.html", "round-07.ipynb"]


def test_nor_is_one_that_was_edited_while_the_report_was_made(built, tmp_path, monkeypatch):
    built("one", "docx")
    path = tmp_path / "out" / "round-07.docx"
    saved = edited(path.read_bytes(), last_modified_by="A. Reader")
    monkeypatch.setattr(build, "_results", lambda executed: path.write_bytes(saved) and {})

    with pytest.raises(PublishError, match="edited since"):
        built("two", "docx")
    assert path.read_bytes() == saved


# --- what is stale ---------------------------------------------------------------------------------------------------


@pytest.fixture
def standing(tmp_path):
    """An edition of each report of the tiny process, in HTML and PDF, up to date."""
    jobs = [job for job in many.jobs_of("geneva", tmp_path) if job.round in (1, 2)]
    manifest = Manifest(tmp_path)
    for job in jobs:
        job.folder.mkdir(exist_ok=True)
        paths = [job.folder / f"{job.name}.{ending}" for ending in ("html", "pdf", "ipynb")]
        for path in paths:
            path.write_text(path.name)
        manifest.editions[job.key] = Edition.made(job.inputs, paths, "2030-03-05")
    manifest.write()
    return jobs


def stale(monkeypatch, folder, *asked):
    """The reports that a call would build, as it plans them."""
    told = []
    monkeypatch.setattr(many, "build_each", lambda jobs, **options: iter(()))
    many.reports("geneva", output=folder, asked=asked, planned=told.extend)
    return [job for job in told if job.round in (1, 2)]


def test_a_report_that_lacks_a_format_asked_for_is_stale(standing, tmp_path, monkeypatch):
    assert stale(monkeypatch, tmp_path, "html", "pdf") == []
    assert stale(monkeypatch, tmp_path, "html") == []
    assert [(job.key, job.formats) for job in stale(monkeypatch, tmp_path, "docx")] == [
        ("geneva/round-01", ("docx",)),
        ("geneva/round-02", ("docx",)),
    ]


def test_so_is_one_beside_which_a_format_stands_that_its_edition_does_not_know(standing, tmp_path, monkeypatch):
    (tmp_path / "geneva" / "round-02.docx").write_bytes(word("of another day"))

    assert [job.key for job in stale(monkeypatch, tmp_path, "html")] == ["geneva/round-02"]


def test_a_report_that_lacks_a_format_is_not_called_outdated_on_the_front_page(standing, tmp_path, monkeypatch):
    stale(monkeypatch, tmp_path, "docx")

    page = (tmp_path / "index.html").read_text("utf-8")
    assert 'href="geneva/round-01.html"' in page
    assert "made from an earlier state" not in page
