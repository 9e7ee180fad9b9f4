"""How a source is named where a sentence or a table points at it: a link to its page, or a document's reference."""

from communique.document.blocks import Inline, Link, Text


def page(source) -> Inline:
    """The source as an inline: its publisher, linked to the page, or followed by the reference of a document.

    `source` is a row with `publisher`, `url` and `reference`; a document has no address, and none is made up for it.
    """
    if source.url:
        return Link(source.publisher, source.url)
    return Text(f"{source.publisher}, {by_reference(source)}")


def by_reference(source) -> str:
    """What stands in the place of an address where there is none: "document: note 12/2031"."""
    return f"document: {source.reference}" if source.reference else "document"
