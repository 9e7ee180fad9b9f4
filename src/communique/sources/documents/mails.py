"""Mails, and the mails they answer or pass on, each with its own sender, day and subject."""

import re
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from itertools import pairwise

from communique.sources.documents.encodings import decoded
from communique.sources.documents.metadata import date_in
from communique.sources.documents.parsers import DocumentRefused, day, html

# "-----Original Message-----", "Begin forwarded message:", "On 3 May 2017, X wrote:", or the fields of a mail below it.
BREAK = re.compile(
    r"(?m)^[> \t]*(?:-{2,} ?(?:original message|forwarded message|forwarded by [^\n]{1,80}) ?-*[ \t]*$"
    r"|begin forwarded message:[ \t]*$|on (?=[^\n]{0,120}\d)[^\n]{6,160}(?:\n[> \t]*[^\n]{1,100})?wrote:[ \t]*$"
    r"|(?=\*?from:[^\n]+\n[> \t]*\*?(?:sent|date|to):))",
    re.I,
)
FIELD = re.compile(r"[> \t]*\*?(from|sent|date|to|cc|subject|reply-to):\*?[ \t]*([^\n]*)", re.I)
FORWARDED = re.compile(r"(?i)^\s*(?:fwd?|wg|tr|rv)\s*:")


def eml(content: bytes) -> dict:
    """A mail as one document, or a thread as several: its plain text, or else its HTML; attachments are named only.

    The day of a mail is that of its words; where it only passes on what others wrote, it is a guess.
    """
    mail = message_from_bytes(content, policy=policy.default)
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise DocumentRefused("no text in the mail; save its attachment and give that")
    payload = body.get_payload(decode=True) or b""
    found = html(payload) if body.get_content_subtype() == "html" else {"text": _mail_text(body, payload)}
    attached = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    notes = [f"attachments not read: {', '.join(attached[:10])}"] if attached else []
    subject = " ".join(str(mail.get("Subject") or "").split())
    forwarded = bool(FORWARDED.match(subject))
    first = found | {
        "title": subject,
        "author": " ".join(str(mail.get("From") or "").split()),
        "made" if forwarded else "published": _sent(mail.get("Date")),
        "notes": notes,
    }
    if forwarded:
        first["published"] = ""
    pieces = _thread(found["text"])
    if len(pieces) == 1:
        return first
    articles = [first | {"text": pieces[0]["text"], "published": _sent(mail.get("Date"))}]
    articles += [
        piece | {"notes": ["quoted in a mail"], "title": piece.get("title") or subject} for piece in pieces[1:]
    ]
    kept = [article for article in articles if any(map(str.isalpha, article["text"]))]
    return {"articles": kept} if kept else first


def _sent(value: object) -> str:
    try:
        return day(parsedate_to_datetime(str(value))) if value else ""
    except (TypeError, ValueError):
        return ""


def _thread(text: str) -> list[dict]:
    """The mails in the text of a mail, the last first, without the marks of quoting."""
    cuts = [0, *(found.start() for found in BREAK.finditer(text) if found.start()), len(text)]
    pieces: list[dict] = []
    for lo, hi in pairwise(cuts):
        rows = [re.sub(r"^(?:>[ \t]?)+", "", row) for row in text[lo:hi].splitlines()]
        told: dict[str, str] = {}
        if lo:
            head = BREAK.match(text, lo)
            led = " ".join(head.group().split()) if head else ""
            if date := date_in(led):
                told["published"] = date.isoformat()
            rows = rows[head.group().count("\n") + bool(led) :] if head else rows
            while rows and (not rows[0].strip() or FIELD.match(rows[0])):
                _take(FIELD.match(rows[0]), told)
                rows = rows[1:]
        if pieces and not pieces[-1]["text"].strip() and lo:  # a line and the fields below it begin one mail
            pieces[-1] = pieces[-1] | told | {"text": "\n".join(rows).strip()}
        else:
            pieces.append(told | {"text": "\n".join(rows).strip()})
    return pieces


def _take(field: re.Match | None, told: dict[str, str]) -> None:
    """Keep what a field of a quoted mail tells."""
    if field is None:
        return
    name, value = field.group(1).casefold(), " ".join(field.group(2).split()).strip("* ")
    if name == "from":
        told.setdefault("author", value)
    elif name == "subject":
        told.setdefault("title", value)
    elif name in ("sent", "date") and (found := date_in(value)):
        told.setdefault("published", found.isoformat())


def _mail_text(body, payload: bytes) -> str:
    charset = body.get_content_charset()
    if charset:
        try:
            return payload.decode(charset).replace("\r\n", "\n").strip()
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(payload).strip()
