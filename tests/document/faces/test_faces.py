"""The one list of faces: each can be made, has its exporter, and is planned and linked without a word elsewhere."""

from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from communique.document.blocks import Front, Paragraph
from communique.document.faces import FACES, Face
from communique.document.notebook.exporters import EXPORTERS
from communique.report import front_page
from communique.report.planning import Plan


def upside_down(blocks, *, title):
    return f"{title}: {len(list(blocks))} blocks, upside down"


def unreadable(made):
    return [f"{made} cannot be read"]


def test_a_face_is_given_the_settings_it_takes_and_judged_by_its_inspector():
    face = Face("Upside down", ".nmop", "text/plain", f"{__name__}:upside_down", f"{__name__}:unreadable")
    settings = {"title": "Talks", "language": "en", "date": date(2030, 3, 5)}

    made = face.made([Paragraph("a"), Paragraph("b")], settings)

    assert made == "Talks: 2 blocks, upside down"
    assert face.faults(made) == ["Talks: 2 blocks, upside down cannot be read"]
    assert Face("Plain", ".txt", "text/plain", f"{__name__}:upside_down").faults(made) == []


@pytest.mark.parametrize(("name", "opens"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("docx", b"pk")])
def test_every_face_makes_a_document_of_the_same_blocks(name, opens):
    made = FACES[name].made([Front("Talks"), Paragraph("a")], {"date": date(2030, 3, 5), "running_head": "Talks"})

    content = made if isinstance(made, bytes) else made.encode()
    assert content[: len(opens)].lower() == opens.lower()
    assert FACES[name].faults(made) == []


def test_every_face_has_an_exporter_that_jupyterlab_lists():
    listed = {each.load() for each in entry_points(group="nbconvert.exporters") if each.name.startswith("Negotiation")}

    assert set(EXPORTERS) == set(FACES)
    assert set(EXPORTERS.values()) == listed
    assert all(exporter.face is FACES[name] for name, exporter in EXPORTERS.items())


def test_a_new_face_is_planned_and_linked(monkeypatch, tmp_path):
    monkeypatch.setitem(FACES, "nmop", Face("Upside down", ".nmop", "text/plain", "anywhere:anything"))
    plan = Plan(Path("round.ipynb"), {}, tmp_path, date(2030, 3, 5), tmp_path, "round-01", formats=tuple(FACES))
    (tmp_path / "geneva").mkdir()
    for name in ("round-01.pdf", "round-01.nmop"):
        (tmp_path / "geneva" / name).touch()

    endings = ("html", "pdf", "docx", "nmop", "ipynb")
    assert plan.files == [f"round-01.{ending}" for ending in endings]
    links = front_page._links("geneva/round-01", tmp_path)
    assert links == (("PDF", "geneva/round-01.pdf"), ("Upside down", "geneva/round-01.nmop"))
