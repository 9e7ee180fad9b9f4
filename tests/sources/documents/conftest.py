"""Documents of several formats that hold the same paragraphs."""

# ruff: noqa: E501 - a table of cases reads best one to a line
import pytest

from communique.sources.documents.sandbox import Parser

PARAGRAPHS = [
    "Mr de Mistura said on Friday that there was no breakthrough in the talks, which ended after five days in Geneva.",
    "“We made progress,” he said. “But the parties have to be ready for it, and they have to come back in August.”",
    "The government delegation left the Palais des Nations without a word to the press that had waited for hours.",
]


@pytest.fixture(scope="module")
def parser():
    with Parser() as parser:
        yield parser


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>Talks end</title>{head}</head><body>{body}</body></html>"


def pdf_of(rows: list[str]) -> bytes:
    """A small PDF with one line of text per row."""
    stream = "BT /F1 12 Tf 14 TL 40 780 Td " + " ".join(f"({row}) Tj T*" for row in rows) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()
    )
