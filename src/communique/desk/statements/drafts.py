"""Forms that are still being filled in, kept on the disk so that neither a crash nor a restart loses any typing."""

import json
from pathlib import Path

from communique.desk.statements import naming
from communique.desk.statements.form import Form
from communique.files import atomic
from communique.files.journal import FOLDER, private_folder
from communique.files.regular import read_regular


class Drafts:
    """The drafts of one person at one process, by candidate: ``desk/drafts-<coder>.json``."""

    def __init__(self, folder: Path, coder: str):
        self.folder = folder
        self.path = folder / FOLDER / f"drafts-{naming.slug(coder) or 'somebody'}.json"
        self.forms: dict[str, dict] = {}
        atomic.clear(self.path)
        if self.path.exists():
            self.forms = json.loads(read_regular(self.path))

    def __getitem__(self, id_: str) -> Form | None:
        return Form.read(self.forms[id_]) if id_ in self.forms else None

    def keep(self, id_: str, form: Form) -> None:
        """Keep the form of a candidate as it is so far."""
        if self.forms.get(id_) != form.shown():
            self.forms[id_] = form.shown()
            self._write()

    def forget(self, id_: str) -> None:
        """Drop the draft of a candidate that is decided."""
        if self.forms.pop(id_, None) is not None:
            self._write()

    def _write(self) -> None:
        private_folder(self.folder)
        content = json.dumps(self.forms, ensure_ascii=False).encode()
        atomic.replace(self.path, content)
