"""A text is cut into headline, headings, paragraphs and turns."""

from communique.sources.attribution.english.blocks import blocks


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block, labels of turns left out."""
    return [(block.kind, text[block.body : block.end]) for block in blocks(text)]


def labels(text: str) -> list[str]:
    """Who has the floor in each turn."""
    return [text[block.label[0] : block.label[1]] for block in blocks(text) if block.kind == "turn"]


def test_headline_heading_and_body():
    text = "Talks end without accord in Geneva\n\nThe envoy left on Friday.\n\nWhat comes next\n\nNobody knows."
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "heading", "body"]


def test_a_text_of_one_block_is_body():
    assert kinds("The envoy left the talks on Friday") == [("body", "The envoy left the talks on Friday")]


def test_turns_of_a_briefing():
    text = (
        "James S. Brady Press Briefing Room\n\nMR. KIRBY:  Good morning.\n\nI have one announcement.\n\n"
        "Q    Is there a deal?\n\nMR. KIRBY:  No.\n"
    )
    assert labels(text) == ["MR. KIRBY", "MR. KIRBY", "Q", "MR. KIRBY"]
    assert [block.question for block in blocks(text) if block.kind == "turn"] == [False, False, True, False]


def test_laughter_interrupts_a_turn_and_ends_none():
    text = "MR. KIRBY:  Good morning.\n\n(Laughter.)\n\nSo it is\n\nQ    Is it?\n\nMR. KIRBY:  Yes.\n"
    assert [(block.kind, block.label is None) for block in blocks(text)] == [
        ("turn", False),
        ("body", True),
        ("turn", False),
        ("turn", False),
        ("turn", False),
    ]


def test_turns_of_an_interview_need_a_name_that_comes_back():
    interview = "Wikinews: Why?\n\nShimon Peres: Because.\n\nWikinews: And now?\n\nShimon Peres: Peace."
    assert labels(interview) == ["Wikinews", "Shimon Peres", "Wikinews", "Shimon Peres"]
    article = "Image: NASA.\n\nNote: the date was changed.\n\nThe envoy left."
    assert labels(article) == []


def test_lines_broken_at_a_margin_are_one_paragraph():
    text = "\n".join(
        [
            "The mediator said on Friday that the talks had not failed and",
            *["that the sides would be back in the autumn with their papers and"] * 4,
            "that was all.",
        ]
    )
    assert len(blocks(text)) == 1


def test_lines_that_end_where_they_want_are_paragraphs():
    assert (
        len(
            blocks("One short line.\nAnother.\nA third line that is a good deal longer than the others were, and ends.")
        )
        == 3
    )


def test_no_block_is_longer_than_the_bound():
    text = "word " * 40_000
    parts = blocks(text)
    assert max(block.end - block.start for block in parts) <= 60_000
    assert "".join(text[b.start : b.end] for b in parts).replace(" ", "") == text.replace(" ", "")


def test_a_given_headline_is_kept():
    text = "Is it over?\n\nThe envoy left."
    assert [block.kind for block in blocks(text, headline=11)] == ["headline", "body"]
