"""How the talks were held: the process dimensions, such as contact and trust."""

from communique.document.blocks import Block, Heading, Paragraph, inlines
from communique.facts.round import Briefing
from communique.narrative.round.baskets import dimension_blocks


def conduct_section(briefing: Briefing) -> list[Block]:
    """For each process dimension but the first a heading, where it stands against the round before, and why.

    The first, how the sides met, is told where the round is set into its days (see `around.around_section`).
    """
    blocks: list[Block] = []
    for dimension in [*briefing.process.dimensions.values()][1:]:
        blocks.append(Heading(3, inlines(dimension.label), anchor=f"dimension-{dimension.id}"))
        blocks += dimension_blocks(briefing, dimension.id)
    return blocks or [Paragraph("This process codes no further dimension.", role="empty")]
