"""Text as a reader can see it: no character that hides, reorders or breaks, and right-to-left runs told apart."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SCHEMES = ("http", "https", "mailto")
_BESIDE = re.compile(r"[A-Za-z0-9_-]+\.html")  # no folder, no scheme: nothing but a neighbour

_SPACE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
JOINERS = "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"  # invisible, but part of how a script is written
_RTL = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RTL_RUN = re.compile(rf"{_RTL}+(?:[\W\d_]*{_RTL}+)*")
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_PERSIAN = re.compile(r"[\u067e\u0686\u0698\u06a9\u06af\u06cc]")


def legible(text: str) -> str:
    """The text on one line in which every character can be seen for what it is.

    White space of any kind becomes a space. Controls, bidirectional overrides and isolates, private use, unassigned
    code points, lone surrogates and byte order marks become `REPLACEMENT`; joiners and direction marks stay.
    """
    return text if text.isprintable() else "".join(map(_legible_character, _SPACE.sub(" ", text)))


def legible_lines(text: str) -> str:
    """The text with its line breaks kept and tabs expanded, each line made `legible`."""
    return "\n".join(legible(line.expandtabs(4)) for line in _LINE_END.sub("\n", text).split("\n"))


def _legible_character(character: str) -> str:
    if character in JOINERS or unicodedata.category(character)[0] != "C":
        return character
    return REPLACEMENT


def runs(text: str) -> list[dict[str, str]]:
    """The text cut where its direction changes: ``{"text", "lang", "dir"}``, the last two empty from left to right.

    `lang` is ``ar``, ``fa`` or ``he``, from the letters of the run.
    """
    found, place = [], 0
    for match in _RTL_RUN.finditer(text):
        if match.start() > place:
            found.append({"text": text[place : match.start()], "lang": "", "dir": ""})
        found.append({"text": match[0], "lang": _language(match[0]), "dir": "rtl"})
        place = match.end()
    if place < len(text):
        found.append({"text": text[place:], "lang": "", "dir": ""})
    return found


def _language(run: str) -> str:
    """The language code of a right-to-left run, by its letters."""
    if _HEBREW.search(run):
        return "he"
    return "fa" if _PERSIAN.search(run) else "ar"


def web_address(url: str) -> str:
    """The address, percent-encoded where it must be, or "" where it is not one a report links to.

    A report links to the web (see `SCHEMES`) and to another report beside it, by its file name: ``round-07.html``.
    """
    if _BESIDE.fullmatch(url):
        return url
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES or not (parts.netloc or parts.scheme.lower() == "mailto"):
        return ""
    return quote(url.strip(), safe="%/:?#[]@!$&'()*+,;=~", errors="replace")


def identifier(text: str) -> str:
    """The text as an id: ASCII letters, digits, ``_ . -``, any other stretch a hyphen; "part" where none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_.]+", "-", plain).strip("-.") or "part"
