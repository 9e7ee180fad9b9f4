"""What is said in a text, for the tests of attribution."""

from communique.sources.attribution.english.quotations import statements


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, kind and content of each statement."""
    return [(s.speaker.surface, s.kind, text[s.start : s.end].strip(" .,")) for s in statements(text)]
