"""The readers of `kinds` that run apart, in the worker of `sandbox`, without a network and with bounds on memory.

A reader makes of the bytes of a file a dict with `text`, and what it finds of `title`, `publisher`, `author`,
`published` (ISO 8601: the day the document says), `made` (that of the file, which is but a guess), `url` and `notes`;
or with `articles`, a list of such dicts, where one file holds several.

The worker answers each line `{"path": ..., "kind": ..., "reader": ...}` on
its standard input with that dict as a line of JSON, or with `error`.
"""

import contextlib
import json
import logging
import os
import re
import resource
import sys
from datetime import datetime
from html import unescape
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name

from communique import signals
from communique.sources.documents.encodings import decoded
from communique.sources.documents.kinds import modules

MEMORY = 1_500 * 2**20  # bytes of address space
MOST_PAGES = 2_000
DEEPEST = 4_000  # nested HTML tags
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "urllib.",
    "http.client",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "shutil.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
)
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
CREATED = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
RTF_TITLE = re.compile(r"\{\\title ([^{}]{1,300})\}")
TABLE = re.compile(r"(?i)<table[\s>]")
# What tells when a page was changed last, which is no day of publication.
CHANGED = re.compile(
    r"(?i)<meta\b[^<>]{0,200}(?:modified|updated|revised|lastmod)[^<>]{0,200}>|\"dateModified\"\s*:\s*\"[^\"]{0,40}\"\s*,?"
)
EMPTY_TAGS = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


class DocumentRefused(Exception):
    """A document that is not read, with the reason."""


def _guard(event: str, arguments: tuple) -> None:
    """Audit hook: no parser may reach the network, start a program or change a file."""
    if event.startswith(FORBIDDEN) or (event == "open" and _writes(arguments)):
        raise PermissionError(f"{event} is not allowed while a document is read")


def _writes(arguments: tuple) -> bool:
    """Whether a file is opened for more than reading, by its flags or else by its mode."""
    _, mode, flags = arguments
    if isinstance(flags, int):
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
    return not set(mode or "r") <= set("rbt")


def serve(parent: int) -> None:
    """Answer requests of the process `parent` until the standard input ends, or that process does.

    An empty line says that the worker is ready for them.
    """
    signals.end_with(parent)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(3_000)
    for module in sorted(modules()):
        with contextlib.suppress(ImportError):
            import_module(module)
    sys.addaudithook(_guard)
    sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            read, content = resolve_name(asked["reader"]), Path(asked["path"]).read_bytes()
            columns = asked.get("columns")
            answer = read(content, columns) if columns else read(content)
        except DocumentRefused as error:
            answer = {"error": str(error)}
        except ImportError as error:
            answer = {
                "error": f"{asked['kind'].upper()} files need the package {error.name}; install the group `ingest`"
            }
        except MemoryError:
            answer = {"error": f"reading it needs more than {MEMORY >> 20} MB of memory; give a simpler file"}
        except RecursionError:
            answer = {"error": "nested too deeply; give a simpler file"}
        except Exception as error:  # whatever a parser makes of a damaged file
            seems = f"not the {asked['kind'].upper()} file it seems ({type(error).__name__})"
            answer = {"error": f"damaged, or {seems}; open it where it was made, and save it anew"}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


def day(value: object) -> str:
    """The day of a date in ISO 8601, or nothing."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    found = re.match(r"(\d{4}-\d\d-\d\d)", str(value or ""))
    return found.group(1) if found else ""


def html(content: bytes) -> dict:
    """Main text of a page, paragraphs apart, without menus, comments and scripts."""
    import trafilatura

    page = decoded(content, declared=True)
    _refuse_depth(page)
    page = _without_layout(CHANGED.sub("", page))
    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    told = found.as_dict() if found is not None else {}
    text = (told.get("text") or told.get("raw_text") or "").strip()
    if len(text) < 200:
        whole = _all_text(page)
        text = whole if len(whole) > 3 * len(text) else text
    title = " ".join((told.get("title") or "").split())
    if not title and (named := re.search(r"<title[^>]*>([^<]{1,500})</title>", page, re.I)):
        title = " ".join(unescape(named.group(1)).split())
    if not text or " ".join(text.split()) == title:
        raise DocumentRefused("no text in it; the page may be built by a script: save it as text from the browser")
    return {
        "text": re.sub(r"\n+", "\n\n", text),
        "title": title,
        "publisher": told.get("sitename") or told.get("hostname") or "",
        "author": told.get("author") or "",
        "published": day(told.get("date")),
        "url": told.get("url") or "",
    }


def _without_layout(page: str) -> str:
    """A page whose tables that hold paragraphs or headings, and so only lay it out, are divisions."""
    if not TABLE.search(page):
        return page
    from lxml import etree
    from lxml import html as lxml_html

    tree = lxml_html.document_fromstring(page, parser=lxml_html.HTMLParser(no_network=True, huge_tree=False))
    laid = [
        table for table in tree.iter("table") if table.find(".//td//p") is not None or table.find(".//h1") is not None
    ]
    for table in laid:
        for element in table.iter("table", "tbody", "tr", "td"):
            element.tag = "div"
    return etree.tostring(tree, encoding="unicode", method="html") if laid else page


def _refuse_depth(page: str) -> None:
    """Refuse a page whose tags nest deeper than any page's do: tree builders run away on them."""
    depth = 0
    for closing, name, alone in TAG.findall(page):
        if closing:
            depth -= depth > 0
        elif not alone and name.lower() not in EMPTY_TAGS | {"p", "li", "td", "tr"}:
            depth += 1
            if depth > DEEPEST:
                raise DocumentRefused(f"its tags nest more than {DEEPEST:,} deep; save it as text from the browser")


def _all_text(page: str) -> str:
    """The paragraphs of a page that has no article to be found, one to a line."""
    from lxml import etree
    from lxml import html as lxml_html

    tree = lxml_html.document_fromstring(page, parser=lxml_html.HTMLParser(no_network=True, huge_tree=False))
    etree.strip_elements(tree, "head", "script", "style", "noscript", "template", "svg", with_tail=False)
    rows = (
        " ".join(element.text_content().split()) for element in tree.iter("h1", "h2", "h3", "p", "li", "blockquote")
    )
    text = "\n".join(row for row in rows if row)
    return text or "\n".join(row.strip() for row in tree.text_content().splitlines() if row.strip())


def pdf(content: bytes) -> dict:
    """Text of a PDF, page after page, without lines that stand on most pages."""
    import io

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentRefused("protected by a password; save it without one")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise DocumentRefused(f"{count:,} pages; at most {MOST_PAGES:,} are read: split it")
    pages = [(page.extract_text() or "").splitlines() for page in reader.pages]
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", "\n\n".join("\n".join(rows) for rows in _without_margins(pages)))
    told = reader.metadata
    return {
        "text": text.strip(),
        "title": " ".join(str(told.title or "").split()) if told else "",
        "author": str(told.author or "") if told else "",
        "made": day(_made(told)) if told else "",
    }


def _made(told: object) -> object:
    """The day a PDF was made, where its metadata tell one that is a date."""
    try:
        return told.creation_date
    except ValueError:
        return None


def rtf(content: bytes) -> dict:
    """Text of an RTF file, without its pictures and styles."""
    from striprtf.striprtf import rtf_to_text

    source = content.decode("latin-1")
    made = CREATED.search(source)
    told = RTF_TITLE.search(source)
    return {
        "text": rtf_to_text(source, errors="replace").replace("\xa0", " ").strip(),
        "title": " ".join(rtf_to_text(told.group(1), errors="replace").split()) if told else "",
        "made": "-".join((made.group(1), f"{int(made.group(2)):02}", f"{int(made.group(3)):02}")) if made else "",
    }


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """Pages without running titles and page numbers: first and last lines that are alike on most pages."""
    if len(pages) < 4:
        return pages

    def bare(row: str) -> str:
        return re.sub(r"\d+", "#", row.strip())

    counts: dict[str, int] = {}
    for rows in pages:
        for row in {bare(row) for row in (*rows[:2], *rows[-2:])}:
            counts[row] = counts.get(row, 0) + 1
    running = {row for row, count in counts.items() if count > len(pages) // 2}
    return [
        [row for at, row in enumerate(rows) if not (bare(row) in running and (at < 2 or at >= len(rows) - 2))]
        for rows in pages
    ]
