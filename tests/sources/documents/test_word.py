"""Word files are read as their author would see them."""
# ruff: noqa: E501 - a table of cases reads best one to a line

import io
import zipfile

from communique.sources.documents.word import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def file(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_changes_are_accepted_and_noted():
    body = f"<w:p>{run('He saw ')}<w:del>{run('one')}</w:del><w:ins>{run('no')}</w:ins>{run(' way.')}</w:p>"
    found = docx(file(body))
    assert (found["text"], found["notes"]) == ("He saw no way.", ["tracked changes were read as accepted"])


def test_cells_controls_and_hidden_words_in_their_order():
    hidden = run("Not this.", "<w:rPr><w:vanish/></w:rPr>")
    shown = run("But this.", "<w:rPr><w:vanish w:val='0'/></w:rPr>")
    cell = f"<w:tbl><w:tr><w:tc><w:p>{run('A cell.')}</w:p></w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent><w:p>{run('A control.')}</w:p></w:sdtContent></w:sdt>"
    found = docx(file(f"{cell}<w:p>{hidden}{shown}</w:p>{control}"))
    assert (found["text"], found["notes"]) == ("A cell.\n\nBut this.\n\nA control.", [])
