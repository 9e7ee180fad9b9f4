"""Exports of press databases: one file of many articles, each with publisher, title and day in fields of its own."""

import re
from dataclasses import dataclass

from communique.sources.documents.metadata import date_in

# "1 of 25 DOCUMENTS", "Document 1 of 25"; the newer exports end each article with "End of Document".
COUNTED = re.compile(r"(?mi)^[ \t]*(?:\d+ of \d+ documents?|document \d+ of \d+)[ \t]*$")
ENDED = re.compile(r"(?mi)^[ \t]*end of document[ \t]*$")
NUMBERED = re.compile(r"(?m)^[ \t]*Document [A-Z][A-Z0-9]{6,30}[ \t]*$")  # how Factiva ends an article
CODE = re.compile(
    r"^(HD|SE|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|VOL|ART|RF)(?:[ \t]+(.*))?$"
)
FIELD = re.compile(
    r"^\s*(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|GRAPHIC"
    r"|SUBJECT|ORGANIZATION|COMPANY|INDUSTRY|GEOGRAPHIC|PERSON|COUNTRY|STATE|CITY|TICKER|SERIES|URL|CORRECTION(?:-DATE)?"
    r"|COPYRIGHT|CLASSIFICATION|NOTES|TYPE|CATEGORY|ABSTRACT|BODY|DISTRIBUTION|EDITION|LOAD DATE"
    r"|PUBLICATION TYPE)\s*:[ \t]*(.*)$",
    re.I,
)
BEHIND = frozenset(  # fields that stand behind the words
    "load-date language publication-type document-type journal-code graphic subject organization company industry"
    " geographic person country state city ticker classification url copyright distribution notes type category".split()
)
RIGHTS = re.compile(r"(?i)^\s*(?:copyright\b|\(c\)|©|all rights reserved)")
HEADED = re.compile(r"(?m)^(?:HD|SN|PD|LP|TD)[ \t]*(?:[ \t]\S|$)")


@dataclass(frozen=True)
class Article:
    """One article of an export: its words, and what its fields tell."""

    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""  # ISO 8601


def articles(text: str) -> list[Article]:
    """The articles of an export of Nexis or Factiva; none where the text is no such export."""
    if len(HEADED.findall(text)) >= 3:
        return [article for piece in NUMBERED.split(text) if (article := _by_codes(piece))]
    if COUNTED.search(text):
        return [article for piece in COUNTED.split(text)[1:] if (article := _by_fields(piece))]
    if ENDED.search(text):
        return [article for piece in ENDED.split(text) if (article := _by_fields(piece))]
    if len(NUMBERED.findall(text)) > 0:
        return [article for piece in NUMBERED.split(text) if (article := _by_place(piece))]
    return []


def _by_codes(piece: str) -> Article | None:
    """An article of Factiva with its two-letter codes."""
    told: dict[str, list[str]] = {}
    code = ""
    for row in piece.splitlines():
        match = CODE.match(row)
        if match:
            code = match.group(1)
            row = match.group(2) or ""
        if code:
            told.setdefault(code, []).append(row.rstrip())

    def field(name: str) -> str:
        return " ".join(" ".join(told.get(name, ())).split())

    text = "\n\n".join(filter(None, ("\n".join(told.get(name, ())).strip() for name in ("LP", "TD"))))
    day = date_in(field("PD"))
    if not text:
        return None
    author = re.sub(r"(?i)^by ", "", field("BY"))
    return Article(text, field("HD"), field("SN"), author, day.isoformat() if day else "")


def _by_fields(piece: str) -> Article | None:
    """An article of Nexis: publisher and day centred above the title, fields, the words, fields again."""
    head: list[str] = []
    body: list[str] = []
    author, fielded, done = "", False, False
    for row in piece.splitlines():
        match = FIELD.match(row)
        if match:
            name = match.group(1).casefold().replace(" ", "-")
            author = match.group(2).strip() if name == "byline" else author
            fielded, done = True, name in BEHIND
            if name == "body":
                body = []
        elif row.strip().casefold() == "body":
            fielded, body, done = True, [], False
        elif RIGHTS.match(row):
            continue
        elif not fielded:
            head.append(row.strip())
        elif not done:
            body.append(row)
    groups = [" ".join(group.split("\n")).strip() for group in re.split(r"\n{2,}", "\n".join(head).strip("\n"))]
    groups = [group for group in groups if group]
    text = "\n".join(body).strip()
    if not text:
        return None
    dated = next((at for at, group in enumerate(groups) if date_in(group)), None)
    day = date_in(groups[dated]) if dated is not None else None
    before = groups[:dated] if dated is not None else groups[:1]
    behind = groups[dated + 1 :] if dated is not None else groups[1:]
    # Older exports name publisher, day and title in this order, newer ones title, publisher and day.
    publisher, title = (before[-1] if before else "", behind[0] if behind else "")
    if not title and len(before) > 1:
        title, publisher = before[0], before[-1]
    return Article(text, title, publisher, author, day.isoformat() if day else "")


def _by_place(piece: str) -> Article | None:
    """An article of Factiva without codes: title, words counted, day, publisher, each on a line of its own."""
    rows = [row.strip() for row in piece.strip().splitlines()]
    counted = next((at for at, row in enumerate(rows[:12]) if re.fullmatch(r"[\d,]+ words", row)), None)
    if counted is None:
        return None
    above = [row for row in rows[:counted] if row]
    dated = next((at for at in range(counted + 1, min(len(rows), counted + 4)) if date_in(rows[at])), counted)
    day = date_in(rows[dated])
    at = dated + 1
    while at < len(rows) and re.fullmatch(r"\d{1,2}:\d\d(?: [A-Z]{2,4})?|", rows[at]):
        at += 1
    publisher = rows[at] if at < len(rows) else ""
    rest = at + 1
    while rest < len(rows) and rest < at + 8 and (len(rows[rest]) < 30 or RIGHTS.match(rows[rest])) and rows[rest]:
        rest += 1
    text = "\n".join(rows[rest:]).strip()
    author = re.sub(r"(?i)^by ", "", above[-1]) if len(above) > 1 else ""
    title = above[0] if above else ""
    return Article(text, title, publisher, author, day.isoformat() if day else "") if text else None
