"""The worked examples of docs/measures.md, run as they stand."""

import doctest
import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs" / "measures.md"
OPTIONS = doctest.NORMALIZE_WHITESPACE


def test_every_worked_example_gives_what_the_page_says():
    examples = "\n".join(
        re.findall(r"^```python\n(.*?)^```", DOCS.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    )
    test = doctest.DocTestParser().get_doctest(examples, {}, DOCS.name, str(DOCS), 0)
    report = []

    failed, tried = doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=report.append)

    assert tried > 15
    assert not failed, "".join(report)
