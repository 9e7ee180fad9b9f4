"""Terms are shown in their context: cut at words, the cue marked, what is left out told."""

import pandas as pd
import pytest

from communique.document.blocks import Paragraph, Text, inlines
from communique.narrative.context import concordance_of, in_context

SAID = "The envoy said on Friday that no breakthrough had been reached in the talks on the sluices."


def mention(text=SAID, term="breakthrough", cue="no"):
    start, cue_start = text.index(term), text.index(f" {cue} ") + 1 if cue else -1
    end, cue_end = start + len(term), cue_start + len(cue) if cue else -1
    return {"text": text, "start": start, "end": end, "cue_start": cue_start, "cue_end": cue_end}


def shown(width, **cells):
    ((before, term, after),) = in_context(pd.DataFrame([mention(**cells)]), width)
    return before, term, after


def words(cell):
    return "".join(each.text for each in cell)


def test_context_is_cut_at_words_and_says_so():
    before, term, after = shown(20)
    assert words(before) == "…on Friday that no "
    assert term == (Text("breakthrough", "term"),)
    assert words(after) == " had been reached…"


def test_the_whole_text_has_no_mark_of_a_cut():
    before, _, after = shown(100)
    assert words(before) + "breakthrough" + words(after) == SAID


def test_the_cue_is_marked_where_it_lies_within_the_context():
    before, _, after = shown(20)
    assert [each.text for each in before if each.style == "cue"] == ["no"]
    assert not [each for each in after if each.style == "cue"]
    _, _, after = shown(20, text="A breakthrough is surely not near", cue="not")
    assert [each.text for each in after if each.style == "cue"] == ["not"]


def test_a_cue_beyond_the_context_is_not_marked_and_one_on_its_edge_in_part():
    far = "No one who was there, he said, could see a breakthrough"
    start = far.index("breakthrough")
    row = {"text": far, "start": start, "end": len(far), "cue_start": 0, "cue_end": 2}
    ((before, _, _),) = in_context(pd.DataFrame([row]), 12)
    assert {each.style for each in before} == {""}
    row |= {"cue_start": far.index("could"), "cue_end": far.index(" a break")}  # "could see"
    ((before, _, _),) = in_context(pd.DataFrame([row]), 8)
    assert [(each.text, each.style) for each in before] == [("…", ""), ("see", "cue"), (" a ", "")]


def test_a_text_without_a_space_is_cut_where_the_width_ends():
    before, _, after = shown(4, text="aaaaaaaabreakthroughbbbbbbbb", cue="")
    assert (words(before), words(after)) == ("…aaaa", "bbbb…")


@pytest.mark.parametrize(
    ("lines", "left"), [(1, "Two further places not shown; set LINES higher to see them."), (3, "")]
)
def test_what_is_left_out_is_counted(lines, left):
    blocks = concordance_of(
        pd.DataFrame([mention(), mention(), mention()]),
        lambda row: (inlines("denied"), inlines("the envoy")),
        whose="Where", caption="Terms", lines=lines, width=20, noun="place", setting="LINES",
    )  # fmt: skip
    table, *rest = blocks
    assert len(table.rows) == lines
    assert [words(cell) for cell in table.rows[0][3:]] == ["denied", "the envoy"]
    assert table.columns[-1].label == "Where"
    assert [words(each.content) for each in rest if isinstance(each, Paragraph)] == ([left] if left else [])
