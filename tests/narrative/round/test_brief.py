"""Every figure a finding names is recomputed here from the CSV files, by plain loops that share no code with it."""

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from communique.document.plain import plain_inlines, plain_text
from communique.facts.round import Briefing
from communique.language import find_mentions
from communique.narrative.round import breakthrough_strip, expectation_paragraph, in_brief
from communique.narrative.round.language import language_finding

DATA = Path(__file__).parents[3] / "data" / "geneva"
WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ROUNDS = range(1, 10)
# Where other talks around them were held.
PLACES = ["Astana", "Sochi", "Munich", "Vienna", "Montreux", "Cairo", "Riyadh", "Moscow", "Lausanne"]
NUMERALS = "I II III IV V VI VII VIII IX".split()
# What each round's own talks are called: the place, the round's number, and Montreux and Vienna where they were held.
OWN = {number: {"Geneva", f"Geneva {number}", f"Geneva {NUMERALS[number - 1]}"} for number in ROUNDS}
OWN[2] |= {"Montreux"}
OWN[9] |= {"Vienna"}


def rows(table):
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def amount(word):
    """The number a word or figure names: 2 for "two", "twice" or "2"."""
    word = {"never": "no", "once": "one", "twice": "two", "none": "no"}.get(word.lower(), word.lower())
    return WORDS.index(word) if word in WORDS else int(word.replace(",", ""))


@pytest.fixture(scope="module")
def briefings():
    return {number: Briefing.open("geneva", number) for number in ROUNDS}


@pytest.fixture(scope="module")
def told(briefings):
    """What every round is told to bring in brief, of language and of expectations."""
    return {
        number: plain_text([in_brief(briefing), expectation_paragraph(briefing)])
        + plain_inlines(language_finding(briefing))
        for number, briefing in briefings.items()
    }


@pytest.fixture(scope="module")
def found():
    """The mentions of every round, each as (statement id, family, status, polarity)."""
    by_round = defaultdict(list)
    for row in rows("statements"):
        for mention in find_mentions(row["text"], own=OWN[int(row["round"])], places=PLACES, about_talks=True):
            if mention.about == "talks":
                what = (row["statement_id"], mention.family, mention.status, mention.polarity)
                by_round[int(row["round"])].append(what)
    return by_round


@pytest.fixture(scope="module")
def sides():
    return {row["actor_id"]: row["side"] for row in rows("actors")}


@pytest.mark.parametrize("number", ROUNDS)
def test_breakthrough_strip(number, found, briefings):
    strip = breakthrough_strip(briefings[number])

    counted = Counter(status for _, family, status, _ in found[number] if family == "breakthrough")
    assert {count.tone: count.value for count in strip.items} == {
        status: counted[status] for status in ("claimed", "denied", "open", "doubted")
    }


@pytest.mark.parametrize("number", ROUNDS)
def test_how_often_progress_was_reported_and_denied(number, told, found):
    firm = [each for each in found[number] if each[2] in ("claimed", "denied")]
    good = sum((polarity == "+") == (status == "claimed") for _, _, status, polarity in firm)

    assert often(told[number], r"reported progress or denied failure (\w+)") == good
    assert often(told[number], r"denied progress or reported failure (\w+)") == len(firm) - good
    if firm:
        assert often(told[number], r"(\w+) further mentions? speaks? of") == len(found[number]) - len(firm)


def often(text, pattern):
    """How often something is told to have been said, by the word that the pattern finds; 0 where it finds none."""
    said = re.search(pattern, text)
    return amount(said[1]) if said else 0


@pytest.mark.parametrize("number", ROUNDS)
def test_net_language_index(number, told, found):
    firm = [each for each in found[number] if each[2] in ("claimed", "denied")]
    said = re.search(r"index, from −1 to \+1, stands at ([+−]?\d\.\d\d)", told[number])

    if len(firm) < 5:
        assert said is None
    else:
        index = sum(1 if (polarity == "+") == (status == "claimed") else -1 for _, _, status, polarity in firm) / len(
            firm
        )
        assert float(said[1].replace("−", "-")) == pytest.approx(index, abs=0.005001)


def agreed_stage(number, dimension):
    stages = [
        int(row["stage"])
        for row in rows("assessments")
        if int(row["round"]) == number and row["dimension"] == dimension
    ]
    return min(stages)


@pytest.mark.parametrize("number", [number for number in ROUNDS if number != 7])
def test_the_point_on_movement_names_the_basket_whose_lower_stage_changed_most(number, told, briefings):
    baskets = briefings[number].process.baskets.values()
    before = {each.id: agreed_stage(number - 1, each.id) for each in baskets} if number > 1 else {}
    (point,) = (line for line in told[number].splitlines() if line.startswith("- What moved. "))
    (basket,) = (each for each in baskets if each.name in point.partition(",")[0].lower())
    changes = {each.id: agreed_stage(number, each.id) - before.get(each.id, 0) for each in baskets}

    assert f"to “{basket.ladder[agreed_stage(number, basket.id)]}”" in point
    assert abs(changes[basket.id]) == max(map(abs, changes.values()))


@pytest.mark.parametrize("number", ROUNDS[1:])
def test_movement_never_calls_a_higher_stage_a_step_back(number, briefings):
    briefing = briefings[number]

    for dimension in briefing.process.ladders:
        change = agreed_stage(number, dimension) - agreed_stage(number - 1, dimension)
        arrow = briefing.reading(dimension)["arrow"]
        assert (
            arrow
            in {1: ("up", "mixed"), -1: ("down", "mixed"), 0: ("up", "level", "down")}[(change > 0) - (change < 0)]
        )


@pytest.mark.parametrize("number", ROUNDS)
def test_disputed_is_what_the_coders_code_apart(number, briefings):
    briefing = briefings[number]
    codes = defaultdict(set)
    for row in rows("assessments"):
        if int(row["round"]) == number:
            codes[row["dimension"]].add((row["stage"], row["movement"]))

    disputed = {dimension for dimension in codes if briefing.reading(dimension)["disputed"]}
    assert disputed == {dimension for dimension, readings in codes.items() if len(readings) > 1}


@pytest.mark.parametrize("number", ROUNDS)
def test_expectations_raised_and_carried_in(number, told):
    opened = next(date.fromisoformat(row["start"]) for row in rows("rounds") if int(row["round"]) == number)
    carried, raised = Counter(), Counter()
    for row in rows("expectations"):
        settled = date.fromisoformat(row["resolved_on"]) if row["resolved_on"] else date.max
        if int(row["round"]) == number:
            raised[row["outcome"]] += 1
        elif int(row["round"]) < number and date.fromisoformat(row["date"]) < opened <= settled:
            carried[row["outcome"]] += 1

    assert outcomes(told[number], r"(\S+) expectations? (?:was|were) carried in, ([^;]*);") == carried
    assert outcomes(told[number], r"; (\S+) (?:was|were) raised, ([^.]*)\.") == raised


def outcomes(text, pattern):
    """The outcomes a sentence names: Counter(met=2, missed=1)."""
    said = re.search(pattern, text)
    if said is None:
        return Counter()
    total, fate = amount(said[1]), said[2]
    words = {"met in part": "partly", "met": "met", "missed": "missed", "still open": "open"}
    parts = re.findall(r"(\w+) (?:is|are|was|were) (met in part|met|missed|still open)", fate.replace("of which ", ""))
    if fate.startswith(("and", "both", "all")):
        parts = [(str(total), parts[0][1])]
    counts = Counter({words[outcome]: amount(word) for word, outcome in parts})
    assert counts.total() == total
    return counts


@pytest.mark.parametrize("number", ROUNDS)
def test_how_far_to_rely_by_side(number, told, briefings, sides):
    said = [row for row in rows("statements") if int(row["round"]) == number]
    counted = Counter(sides[row["speaker"]] for row in said)
    process = briefings[number].process
    sentence = re.search(r"- How far to rely on this\. .* of (\S+) statements ([^;]*); ", told[number])

    assert amount(sentence[1]) == len(said)
    for side in (*process.mediating, *process.negotiating):
        share = re.search(rf"{re.escape(process.sides[side].name)} (?:made )?(\w+)", sentence[2])
        assert amount(share[1]) == counted[side]


@pytest.mark.parametrize("number", ROUNDS)
def test_every_point_but_the_last_links_to_the_statements_it_rests_on(number, briefings):
    anchors = {f"s-{statement_id}" for statement_id in briefings[number].numbers}
    *points, reliance = in_brief(briefings[number]).items

    for item in points:
        targets = {part.target for part in item[0].content if hasattr(part, "target")}
        assert targets, plain_text([item[0]])
        assert targets <= anchors
    assert plain_text([reliance[0]]).startswith("How far to rely on this. ")
