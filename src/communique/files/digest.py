"""A fingerprint of files: what they are called, and what is in them."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from communique.files.regular import read_regular


def digest(folder: Path, files: Iterable[Path]) -> str:
    """SHA-256 over paths (as below `folder`) and bytes of files, in whatever order they come; hidden ones left out."""
    total = sha256()
    for file in sorted(file for file in files if not file.name.startswith(".")):
        name = file.relative_to(folder).as_posix().encode()
        total.update(b"%d %s %s" % (len(name), name, sha256(read_regular(file)).digest()))
    return total.hexdigest()
