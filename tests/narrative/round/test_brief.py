"""Every figure a finding names is recomputed here from the CSV files, by plain loops that share no code with it."""

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from communique.document.plain import plain_text
from communique.facts.round import Briefing
from communique.language import find_mentions
from communique.narrative.round import breakthrough_strip, in_brief

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
def told():
    """The findings in brief of every round, as a list of sentences."""
    return {number: plain_text([in_brief(Briefing.open("geneva", number))]) for number in ROUNDS}


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
def test_breakthrough_strip(number, found):
    strip = breakthrough_strip(Briefing.open("geneva", number))

    counted = Counter(status for _, family, status, _ in found[number] if family == "breakthrough")
    assert {count.tone: count.value for count in strip.items} == {
        status: counted[status] for status in ("claimed", "denied", "open", "doubted")
    }


@pytest.mark.parametrize("number", ROUNDS)
def test_balance_of_language(number, told, found):
    firm = [each for each in found[number] if each[2] in ("claimed", "denied")]
    good = sum((polarity == "+") == (status == "claimed") for _, _, status, polarity in firm)
    said = re.search(
        r"Of (\S+) mentions? of progress or its lack, (\S+) (?:is|are) good news.*? and (\S+) bad", told[number]
    )

    if not firm:
        assert said is None
    else:
        assert [amount(word) for word in said.groups()] == [len(found[number]), good, len(firm) - good]


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


@pytest.mark.parametrize("number", ROUNDS)
def test_movement_names_the_lower_stage_of_every_basket(number, told):
    briefing = Briefing.open("geneva", number)
    sentence = told[number].splitlines()[0]

    for basket in briefing.process.baskets.values():
        stage = basket.ladder[agreed_stage(number, basket.id)]
        assert basket.name in sentence.lower()
        assert f"“{stage}”" in sentence


@pytest.mark.parametrize("number", ROUNDS[1:])
def test_movement_never_calls_a_higher_stage_a_step_back(number):
    briefing = Briefing.open("geneva", number)

    for dimension in briefing.process.ladders:
        change = agreed_stage(number, dimension) - agreed_stage(number - 1, dimension)
        arrow = briefing.reading(dimension)["arrow"]
        assert (
            arrow
            in {1: ("up", "mixed"), -1: ("down", "mixed"), 0: ("up", "level", "down")}[(change > 0) - (change < 0)]
        )


@pytest.mark.parametrize("number", ROUNDS)
def test_disputed_is_what_the_coders_code_apart(number):
    briefing = Briefing.open("geneva", number)
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
def test_coverage_by_side(number, told, sides):
    said = [row for row in rows("statements") if int(row["round"]) == number]
    counted = Counter(sides[row["speaker"]] for row in said)
    process = Briefing.open("geneva", number).process
    sentence = re.search(r"Of (\S+) statements? on record, (.*?)\.", told[number])

    assert amount(sentence[1]) == len(said)
    for side in (*process.mediating, *process.negotiating):
        told = re.search(rf"(\S+) (?:comes? )?from {re.escape(process.sides[side].name)}\b", sentence[2])
        assert (amount(told[1]) if told else 0) == counted[side]


@pytest.mark.parametrize("number", ROUNDS)
def test_every_finding_that_names_statements_links_to_them(number):
    briefing = Briefing.open("geneva", number)
    anchors = {f"s-{statement_id}" for statement_id in briefing.numbers}

    for item in in_brief(briefing).items:
        references = [part for part in item[0].content if hasattr(part, "target")]
        text = plain_text([item[0]])
        assert references or text.startswith(("Nobody on record", "No word of progress", "No expectation")), text
        assert {reference.target for reference in references} <= anchors | {"statements-by-side"}
