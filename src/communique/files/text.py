"""Text of a file of a process folder, whatever its encoding, and what is wrong with its bytes."""

import re
from pathlib import Path

from communique.errors import Fault
from communique.files.regular import read_regular, size

_HOLDS = "a process folder holds process.yml and seven tables"
_AS_CSV = "open it in a spreadsheet program and save it as CSV UTF-8"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # what .xlsx and .ods, and the older .xls, begin with
MOST_BYTES = 64 * 2**20  # a hundred thousand statements take 40 MB


def read_text(path: Path, *, shown: str, most: int = MOST_BYTES) -> tuple[str | None, list[Fault], bytes]:
    """Text of the file, the faults of its bytes, and the bytes; text is None where it cannot be read at all.

    A file in another encoding than UTF-8 is one fault, on the first line that shows it, and is read in the encoding
    it seems to be in, so that its other faults are found in the same run. Faults name the file as `shown`.
    """
    try:
        if not path.is_file():
            missing = not path.exists()
            problem = "the file is missing" if missing else "this is no regular file"
            return None, [Fault(shown, 0, "", problem, (missing and _stray(path)) or _HOLDS)], b""
        if path.stat().st_size > most:
            problem = f"the file is larger than {size(most)}"
            return None, [Fault(shown, 0, "", problem, "split the process, or keep other material elsewhere")], b""
        content = read_regular(path)
    except OSError as error:
        return None, [Fault(shown, 0, "", f"the file cannot be read ({error.strerror})", "check its permissions")], b""
    if content.startswith(_WORKBOOKS):
        return None, [Fault(shown, 0, "", "this is a workbook of Excel, whatever its name says", _AS_CSV)], content
    text, faults = _decode(content, shown)
    if "\0" in text:
        before, _, _ = text.partition("\0")
        problem = "the file holds a NUL character"
        faults.append(Fault(shown, _lines(before), "", problem, "remove it, and look whether more is damaged"))
        text = text.replace("\0", "")
    return text, faults, content


def _stray(path: Path) -> str:
    """What a missing table may have been saved as: under another case, or as a workbook; "" where there is none."""
    if path.suffix != ".csv" or not path.parent.is_dir():
        return ""
    for other in sorted(path.parent.iterdir()):
        name = other.name.casefold()
        if name in (path.name.casefold(), f"{path.name}.txt".casefold()):
            return f"{other.name} is there: call it {path.name}"
        if name in [f"{path.stem}{suffix}" for suffix in (".xlsx", ".xls", ".ods", ".xlsm", ".numbers")]:
            return f"{other.name} is there: {_AS_CSV}, under the name {path.name}"
    return ""


def _decode(content: bytes, shown: str) -> tuple[str, list[Fault]]:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), [_wrong(shown, 1, "the file is not UTF-8", "UTF-16")]
    zeros = content[:2000].count(0)
    if zeros > len(content[:2000]) // 4:
        encoding = "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
        return content.decode(encoding, "replace"), [_wrong(shown, 1, "the file is not UTF-8", "UTF-16")]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = _lines(content[: error.start].decode("utf-8", "replace"))
        problem = f"not UTF-8 (byte 0x{content[error.start]:02x})"
        text = content.decode("utf-8-sig", "replace")
        broken = text.count("\ufffd")
        if broken < len(re.findall("[\x80-\ufffc]", text)):
            return text, [Fault(shown, line, "", problem, "most of the file is UTF-8: write the character again")]
        codec, name = _guess(content)
        return content.decode(codec, "replace"), [_wrong(shown, line, problem, name)]


def _wrong(shown: str, line: int, problem: str, name: str) -> Fault:
    return Fault(shown, line, "", problem, f"it is probably {name}; save the file as UTF-8")


def _guess(content: bytes) -> tuple[str, str]:
    """Codec and name of the encoding that the bytes are probably in.

    Western text has single letters above 0x7f between plain ones; Cyrillic and Arabic have whole words of them.
    """
    words = re.findall(rb"[\x80-\xff]+", content)
    if max(map(len, words)) < 4 or sum(map(len, words)) < 2.5 * len(words):
        return "cp1252", "Windows-1252"
    counts = {
        ("cp1251", "Windows-1251"): len(re.findall("[а-яё]", content.decode("cp1251", "replace"))),
        ("cp1256", "Windows-1256"): len(re.findall("[ء-ي]", content.decode("cp1256", "replace"))),
    }
    return max(counts, key=counts.__getitem__)


def _lines(before: str) -> int:
    """Number of the line that follows the text `before`, as an editor counts."""
    return 1 + len(re.findall("\r\n|\r|\n", before))
