"""What process.yml says: sides, ladders, words that look like values."""

import pytest

from communique.process.checks import check
from communique.process.description import Side
from communique.process.model import load


def test_sides_are_in_the_order_of_the_file(tiny):
    assert list(tiny.sides) == ["commission", "highland", "lowland", "press"]
    assert tiny.sides["highland"] == Side("highland", "the highlanders", "#b34e00", "negotiating")
    assert tiny.mediating == ("commission",)
    assert tiny.negotiating == ("highland", "lowland")


def test_a_heading_drops_the_article(tiny):
    assert tiny.sides["highland"].label == "Highlanders"
    assert tiny.sides["press"].label == "Local press"
    assert tiny.baskets["sluices"].label == "Sluices"


def test_ladders_are_baskets_and_dimensions(tiny):
    assert list(tiny.ladders) == ["sluices", "fishing", "contact", "trust"]
    assert list(tiny.dimensions) == ["contact", "trust"]
    assert tiny.ladders["trust"].ladder == ("hostile", "accusing", "businesslike", "growing")
    assert tiny.baskets["fishing"].aliases == ("fishing", "fisheries", "nets")


def test_a_process_may_have_no_mediator(root):
    assert load("brexit", data=root / "data").mediating == ()


def test_yaml_words_that_look_like_values_stay_words(folder_of):
    process = load(folder_of("parties-called-no-and-na"))

    assert list(process.sides) == ["commission", "highland", "NA", "no"]
    assert process.sides["no"].name == "no"
    assert "null" in set(process.actors["name"])


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        (
            '"\\u200b\\u00ad"',
            "title: it holds nothing but characters that nobody sees, such as U+200B (zero width space)",
        ),
        ("x" * 20_001, "title: the text holds 20,001 characters; at most 20,000 are allowed"),
    ],
)
def test_a_title_that_cannot_be_shown_is_a_fault(folder_of, rewrite, title, fault):
    folder = folder_of()
    rewrite(folder / "process.yml", "title: Lake Orrin talks", f"title: {title}")
    (told,) = check(folder)

    assert str(told).partition(": ")[2].startswith(fault)


def with_stages(folder, *lines):
    with (folder / "process.yml").open("a", encoding="utf-8") as file:
        file.write("stages:" + "".join(f"\n{line}" for line in lines) + "\n")
    return folder


def test_what_stages_mean_is_told_by_their_names(folder_of, tiny):
    folder = with_stages(folder_of(), "  tabled: put forward", "  same room: within earshot")

    assert load(folder).stages == {"tabled": "put forward", "same room": "within earshot"}
    assert list(map(str, check(folder))) == []
    assert tiny.stages == {}


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["  tabeld: put forward"], "stages.tabeld: no ladder has a stage 'tabeld'; did you mean tabled?"),
        (["  tabled:"], "stages.tabled: "),
        (["  - tabled"], "stages: this is not a list of keys; write a stage: what it means, one to a line"),
    ],
    ids=["a stage of no ladder", "a stage without a meaning", "a list of stages"],
)
def test_what_is_wrong_with_stages_is_told(folder_of, lines, fault):
    (line,) = map(str, check(with_stages(folder_of(), *lines)))

    assert fault in line
