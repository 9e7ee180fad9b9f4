"""What a cell displays of a block."""

import subprocess
import sys

from communique.document.blocks import Paragraph
from communique.document.json import MIME_TYPE
from communique.document.notebook.display import bundle


def test_a_displayed_block_carries_itself_as_json_html_and_text():
    forms = bundle(Paragraph("a < b"))

    assert forms[MIME_TYPE] == {"kind": "paragraph", "content": [{"kind": "text", "text": "a < b"}]}
    assert "<p>a &lt; b</p>" in forms["text/html"]
    assert forms["text/plain"] == "a < b"


def test_a_notebook_that_imports_show_can_show_a_block_as_the_last_value_of_a_cell():
    code = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
from communique.document.blocks import Paragraph
from communique.document.notebook.display import MIME_TYPE, show
forms, _ = shell.display_formatter.format(Paragraph("a < b"))
print(sorted(forms) == sorted([MIME_TYPE, "text/html", "text/plain"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "True"


def test_the_kernel_need_not_import_what_rendering_needs():
    heavy = "{'pandas', 'pydantic', 'typst', 'nbconvert', 'fontTools', 'mistune', 'bs4'}"
    code = f"import sys, communique.document.blocks, communique.document.faces.html; print({heavy} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
