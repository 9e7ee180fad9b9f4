"""Every entry of data/attribution/ is found in its own example, with the speaker and the content marked there."""

import re

import pytest

from communique.sources.attribution.english.quotations import statements
from communique.sources.attribution.english.words import rows, words

ENTRIES = [
    *((row["verb"], row["example"]) for row in rows("verbs.csv")),
    *((row["phrase"], row["example"]) for row in rows("phrases.csv")),
    *((row["cue"], row["example"]) for row in rows("sources.csv")),
]


def unmarked(example: str) -> tuple[str, str, str]:
    """The example without its marks, the speaker between [ ] and the content between { }."""
    speaker, content = (re.search(pattern, example).group(1) for pattern in (r"\[(.*?)\]", r"\{(.*?)\}"))
    return re.sub(r"[\[\]{}]", "", example), speaker, content


@pytest.mark.parametrize(("entry", "example"), ENTRIES, ids=[entry for entry, _ in ENTRIES])
def test_every_entry_finds_its_own_example(entry, example):
    text, speaker, content = unmarked(example)
    found = [(s.speaker.surface, text[s.start : s.end].strip(" .,")) for s in statements(text)]
    assert (speaker, content.strip(" .,")) in found


def test_no_form_belongs_to_two_verbs():
    forms = [form for row in rows("verbs.csv") for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms))


def test_frames_are_known():
    known = {"quote", "that", "clause", "question", "addressee", "object", "to", "bid", "inverted"}
    for cue in words().verbs.values():
        assert cue.frames - known <= words().prepositions, cue
