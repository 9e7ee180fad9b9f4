"""The page on a process of one's own, followed as written: every command run, every file filled in, every answer read.

That is done in a copy of the project, with the real Makefile and an environment that borrows this Python.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ..conftest import PATIENCE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "your-own-process.md").read_text(encoding="utf-8")
# A fenced block, with the paragraph above it.
SNIPPET = re.compile(r"(?P<above>(?:[^\n]+\n)*)\n?```(?P<kind>\w+)\n(?P<body>.*?)```\n", re.DOTALL)
SECONDS = re.compile(r"\(\d+\.\d s\)")

pytestmark = [
    pytest.mark.kernel,
    pytest.mark.skipif(shutil.which("make") is None, reason="there is no make"),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of what the commands need, with no process in it."""
    project = tmp_path_factory.mktemp("project")
    unwanted = shutil.ignore_patterns("__pycache__")
    for folder in ("src", "notebooks", "data/lexicon"):
        shutil.copytree(ROOT / folder, project / folder, ignore=unwanted)
    shutil.copy(ROOT / "Makefile", project)
    for name, program in {
        "requirements/setup": "#!/bin/sh\n",
        ".venv/bin/python": f'#!/bin/sh\nPYTHONPATH=src exec "{sys.executable}" "$@"\n',
    }.items():
        (project / name).parent.mkdir(parents=True)
        (project / name).write_text(program)
        (project / name).chmod(0o755)
    return project


@pytest.fixture(scope="module")
def followed(project):
    """The project after all the page says was done, and each command with what the page shows and what it said."""
    told = []
    for snippet in SNIPPET.finditer(PAGE):
        if snippet["kind"] == "console":
            told += [(command, shown, said(command, project)) for command, shown in commands(snippet["body"])]
        else:
            fill_in(project, snippet["above"], snippet["body"])
    return project, told


def commands(body):
    """Yield each command of a console block with the answer shown below it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown.rstrip("\n")


def said(command, project):
    """What a command says, but for what make adds of its own."""
    inherited = ("MAKE", "MFLAGS", "COMMUNIQUE", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(inherited)}
    ran = subprocess.run(
        command, shell=True, cwd=project, env=environment, text=True, timeout=PATIENCE,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return "\n".join(line for line in ran.stdout.splitlines() if not line.startswith("make: ***"))


def fill_in(project, above, body):
    """Write a file as the page shows it, or the one line of it that the page corrects."""
    path = project / re.findall(r"`(data/[^`]+)`", above)[-1]
    assert path.is_file(), "the page fills in files that are there"
    if line := re.search(r"\bLine (\d+) of\b", above):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[int(line[1]) - 1] = body
        body = "".join(lines)
    path.write_text(body, encoding="utf-8")


def test_each_command_answers_as_shown(followed):
    _, told = followed

    assert len(told) == PAGE.count("\n$ ") > 4
    for command, shown, said in told:
        assert SECONDS.sub("", said) == SECONDS.sub("", shown), command


def test_every_block_of_the_page_was_used():
    assert len(list(SNIPPET.finditer(PAGE))) == PAGE.count("\n```") / 2


def test_the_report_says_what_the_page_quotes(followed):
    project, _ = followed
    page = BeautifulSoup((project / "reports/skerry-ferry/round-01.html").read_text(encoding="utf-8"), "lxml")
    (brief,) = page.select(".findings")
    findings = [" ".join(item.get_text().split()) for item in brief.find_all("li")]

    quoted = re.findall(r"^> - (.+)$", PAGE, re.MULTILINE)
    assert len(quoted) == 2
    assert set(quoted) <= set(findings)


def test_the_example_says_that_it_is_invented(followed):
    project, _ = followed
    page = (project / "reports/skerry-ferry/round-01.html").read_text(encoding="utf-8")

    assert "**The example is invented.**" in PAGE
    assert "This process is invented, to show how a process is written down." in page


def test_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
