"""Small documents, each named for its trouble, give the right lines: who says what, and on which day."""

import pytest

import communique
from communique.sources.documents.readers import Unreadable, read_all
from communique.sources.documents.sandbox import Parser
from communique.sources.suggestions import Frame, suggestions

OF_BREXIT = ("t30", "t31", "t34")
# Actor, or in brackets whom the document names where that is none, and who reports them; day; how the words begin.
CASES = {
    "t1-question-mixed-case.txt": [
        ("sergei-lavrov", "2017-07-14", "That is for them to decide. We support it."),
        ("sergei-lavrov", "2017-07-14", "Not at all. The talks go on."),
        ("sergei-lavrov", "2017-07-14", "I would not use that word."),
    ],
    "t10-nexis-bundle.txt": [
        ("staffan-de-mistura", "2017-07-13", "there was no breakthrough in Geneva"),
        ("staffan-de-mistura", "2017-07-14", "the talks on elections would go on"),
        ("nasr-al-hariri", "2017-03-03", "the opposition wanted talks on the constitutio"),
        ("nasr-al-hariri", "2017-03-04", '"We are ready,"'),
    ],
    "t11-subtitles.vtt": [
        ("staffan-de-mistura", "", "Thank you for coming. There has been no breakt"),
        ("staffan-de-mistura", "", "In September, I hope."),
    ],
    "t11b-teams.txt": [
        ("staffan-de-mistura", "2017-07-14", "There has been no breakthrough in Geneva."),
        ("staffan-de-mistura", "2017-07-14", "In September, I hope."),
    ],
    "t11c-whisper.txt": [
        ("staffan-de-mistura", "", "There has been no breakthrough in Geneva."),
        ("staffan-de-mistura", "", "In September, I hope."),
    ],
    "t12-press-release.txt": [
        ("staffan-de-mistura", "2017-07-14", "“There was no breakthrough, but there was no b"),
        ("nasr-al-hariri", "2017-07-14", "“The opposition will not give up on a politica"),
        ("bashar-al-jaafari", "2017-07-14", '"We want to talk about terrorism first."'),
        ("nasr-al-hariri", "2017-07-14", "“The regime still refuses to talk about electi"),
    ],
    "t15-tracked.docx": [
        ("staffan-de-mistura", "2017-07-14", "there was no breakthrough in Geneva"),
        ("nasr-al-hariri", "2017-07-14", "the opposition wanted elections"),
        ("sergei-lavrov", "2017-07-14", "the talks should go on"),
        ("jean-marc-ayrault", "2017-07-14", "the constitution should come first"),
        ("qadri-jamil", "2017-07-14", "the platforms would merge"),
    ],
    "t16-spv-two-columns.pdf": [
        ("(The President)", "2017-07-14", "In accordance with rule 39 of the Council’s pr"),
        ("staffan-de-mistura", "2017-07-14", "I thank the Council for this opportunity. The "),
        ("(The President)", "2017-07-14", "I thank Mr. De Mistura for his briefing. I now"),
        ("vladimir-safronkov", "2017-07-14", "We welcome the results of the round. The oppos"),
        ("(Mr. Rycroft)", "2017-07-14", "The regime refuses to talk about the transitio"),
        ("francois-delattre", "2017-07-14", "France supports the Special Envoy. The four ba"),
        ("(The President)", "2017-07-14", "I now give the floor to the representative of "),
        ("bashar-al-jaafari", "2017-07-14", "My delegation insists that the fight against t"),
        ("(The President)", "2017-07-14", "There are no more names inscribed on the list "),
    ],
    "t17-p.pdf": [
        ("staffan-de-mistura", "2017-07-14", "there was no breakthrough in Geneva"),
        ("nasr-al-hariri", "2017-07-14", "the opposition wanted elections"),
    ],
    "t17-p2.pdf": [
        ("staffan-de-mistura", "2017-07-14", "there was no breakthrough in Geneva"),
        ("nasr-al-hariri", "2017-07-14", "the opposition wanted elections"),
    ],
    "t17-p3.pdf": [
        ("staffan-de-mistura", "", "there was no breakthrough in Geneva"),
        ("nasr-al-hariri", "", "the opposition wanted elections"),
    ],
    "t18a-footer-copyright.html": [
        ("staffan-de-mistura", "2017-07-14", "there was no breakthrough in Geneva after a we"),
        ("nasr-al-hariri", "2017-07-14", "the opposition wanted elections, and that it w"),
    ],
    "t18b-modified.html": [
        ("staffan-de-mistura", "2017-07-14", "there was no breakthrough in Geneva after a we"),
        ("nasr-al-hariri", "2017-07-14", "the opposition wanted elections, and that it w"),
    ],
    "t18f-footer-only.html": [
        ("staffan-de-mistura", "2017-07-14", "there was no breakthrough in Geneva after a we"),
        ("nasr-al-hariri", "2017-07-14", "the opposition wanted elections, and that it w"),
    ],
    "t19-envoys.txt": [
        ("xie-xiaoyan", "2017-07-14", "the talks were important"),
        ("michael-ratney", "2017-07-14", "the truce was holding"),
        ("alexander-lavrentyev", "2017-07-14", "Moscow would stay"),
        ("(Kuwait's special envoy Abdullah Matouq)", "2017-07-14", "more aid was needed"),
        ("(The EU's special envoy Franz-Michael Mellbin)", "2017-07-14", "Europe would help"),
        ("hossein-jaberi-ansari", "2017-07-14", "Tehran would help"),
        ("mevlut-cavusoglu", "2017-07-14", "Ankara would help"),
        ("(Jordan's foreign minister Ayman Safadi)", "2017-07-14", "Amman would help"),
        ("(The former US ambassador Robert Ford)", "2017-07-14", "talks had failed"),
        ("jan-egeland", "2017-07-14", "aid was blocked"),
        ("staffan-de-mistura", "2017-07-14", "the talks were useful"),
        ("staffan-de-mistura", "2017-07-14", "the talks were useful"),
        ("staffan-de-mistura", "2017-07-14", "the talks were useful"),
    ],
    "t2-spv-parenthesis.txt": [
        ("(The President)", "2017-07-14", "I invite Mr. Staffan de Mistura to take part i"),
        ("staffan-de-mistura", "2017-07-14", "The seventh round closed today without a break"),
        ("(The President)", "2017-07-14", "I thank Mr. De Mistura for his briefing."),
        ("vladimir-safronkov", "2017-07-14", "We welcome the results of the round in Geneva."),
        ("(Mr. Rycroft)", "2017-07-14", "The regime refuses to talk about transition."),
        ("bashar-al-jaafari", "2017-07-14", "My delegation insists on the fight against ter"),
        ("(The President)", "2017-07-14", "There are no more names on the list of speaker"),
    ],
    "t20-nodate.txt": [
        ("staffan-de-mistura", "", "there was no breakthrough"),
        ("staffan-de-mistura", "", "talks would go on"),
        ("sergei-lavrov", "", "Moscow supported the talks"),
        ("bashar-al-jaafari", "", "terrorism came first"),
        ("bashar-al-jaafari", "", "terrorism came first"),
        ("salem-al-muslet", "", "the HNC was ready"),
        ("salem-al-muslet", "", "the HNC was ready"),
        ("nasr-al-hariri", "", "the HNC was ready"),
    ],
    "t21-weekday.txt": [
        ("staffan-de-mistura", "2017-07-14", '"We made incremental progress,"'),
        ("staffan-de-mistura", "2017-07-14", '"We made some progress,"'),
        ("staffan-de-mistura", "2017-07-14", '"We made more progress,"'),
        ("staffan-de-mistura", "2017-07-14", "there was no breakthrough"),
        ("staffan-de-mistura", "2017-07-13", "there was no breakdown"),
        ("staffan-de-mistura", "2017-07-13", "there was no breakdown"),
        ("staffan-de-mistura", "2017-07-12", "there was no breakdown"),
        ("staffan-de-mistura", "", "there was hope"),
    ],
    "t29.md": [
        ("staffan-de-mistura", "2017-07-14", "There was no breakthrough."),
        ("staffan-de-mistura", "2017-07-14", "Ask the parties."),
    ],
    "t30-hansard.txt": [
        ("david-davis", "2017-12-05", "We held further talks and progress has been ma"),
        ("keir-starmer", "2017-12-05", "What an embarrassment. [Interruption.] There i"),
        ("david-davis", "2017-12-05", "There will be no special deal for any part of "),
        ("(Mr Speaker)", "2017-12-05", "Order."),
    ],
    "t31-eu-qna.txt": [
        ("(the chief negotiator)", "2017-08-31", "No, not yet."),
        ("(the chief negotiator)", "2017-08-31", "I hope in October."),
    ],
    "t32-md-star.txt": [
        ("staffan-de-mistura", "2017-07-14", "There was none."),
        ("staffan-de-mistura", "2017-07-14", "Ask the parties."),
    ],
    "t34-two-openings.txt": [
        ("michel-barnier", "2017-06-19", "“Today we begin the talks on an orderly withdr"),
        ("michel-barnier", "2017-06-19", "“I hope that we can agree on a timetable for I"),
        ("david-davis", "2017-06-19", "“I am here to begin the next phase of our work"),
        ("david-davis", "2017-06-19", "“There will be hard times ahead.”"),
    ],
    "t34b-two-openings-single.txt": [
        ("michel-barnier", "2017-06-19", "“Today we begin the talks on an orderly withdr"),
        ("david-davis", "2017-06-19", "“I am here to begin the next phase of our work"),
    ],
    "t34c-plain.txt": [
        ("michel-barnier", "2017-06-19", "Today we begin the talks on an orderly withdra"),
        ("david-davis", "2017-06-19", "I am here to begin the next phase of our work."),
    ],
    "t36-postposed-openers.txt": [
        ("staffan-de-mistura", "", "There was no breakthrough"),
        ("staffan-de-mistura", "", "There had been no breakthrough at the talks"),
        ("(Barnier)", "", "There is still no agreement on the agenda"),
        ("(May)", "", "There will be no second referendum"),
        ("(Barnier)", "", "Now is the time to move"),
        ("(Barnier)", "", "Not everything was agreed"),
        ("(Barnier)", "", "Nothing is agreed until everything is agreed"),
        ("(Davis)", "", "So far no progress has been made"),
        ("(Barnier)", "", "No progress was made on the bill"),
        ("(Barnier)", "", "Still there was no deal"),
        ("staffan-de-mistura", "", "In Geneva no progress was made"),
        ("(Davis)", "", "On citizens' rights the gap had narrowed"),
        ("nasr-al-hariri", "", "Without a truce no talks are possible"),
        ("staffan-de-mistura", "", "After the fourth round the mood had changed"),
        ("(Barnier)", "", "If there is no progress by October, talks coul"),
        ("(Davis)", "", "While progress had been made, gaps remained"),
        ("staffan-de-mistura", "", "Under the plan, four baskets would be discusse"),
        ("staffan-de-mistura", "", "One day the parties will meet directly"),
        ("bashar-al-jaafari", "", "First the terrorists must leave"),
        ("bashar-al-jaafari", "", "Then a constitution could be drafted"),
        ("nasr-al-hariri", "", "Like last time, no one came"),
        ("(Barnier)", "", "To make progress, both sides must give way"),
        ("staffan-de-mistura", "", "It was too early to speak of a breakthrough"),
        ("nasr-al-hariri", "", "What matters is the political transition"),
        ("nasr-al-hariri", "", "That was not enough"),
        ("nasr-al-hariri", "", "Assad must go"),
        ("(Barnier)", "", "Britain's offer is not enough"),
        ("staffan-de-mistura", "", "Eight years on, there is still no peace"),
    ],
    "t39-layout-table.html": [
        ("staffan-de-mistura", "", "there was no breakthrough in Geneva, and that "),
        ("nasr-al-hariri", "", "the opposition wanted elections and a constitu"),
    ],
    "t4-abbrev-defined.txt": [
        ("staffan-de-mistura", "2017-07-14", "Good evening. We have closed the seventh round"),
        ("staffan-de-mistura", "2017-07-14", "There was no breakthrough, but no breakdown ei"),
        ("staffan-de-mistura", "2017-07-14", "No, they did not. That may come later."),
        ("staffan-de-mistura", "2017-07-14", "In early September, I hope."),
    ],
    "t5-double-apostrophe.txt": [
        ("staffan-de-mistura", "2017-07-14", "''There was no breakthrough,''"),
        ("staffan-de-mistura", "2017-07-14", "''But there was no breakdown either,''"),
        ("staffan-de-mistura", "2017-07-14", "the sides had ''narrowed the gap'' on the cons"),
        ("bashar-al-jaafari", "2017-07-14", "''We will not talk about elections now,''"),
    ],
    "t7-postposed-there.txt": [
        ("staffan-de-mistura", "2017-07-14", "There was no breakthrough in Geneva"),
        ("qadri-jamil", "2017-07-14", "There are no serious obstacles to the talks, b"),
        ("qadri-jamil", "2017-07-14", "There are no serious obstacles to the talks"),
        ("qadri-jamil", "2017-07-14", "Talks face no serious obstacles, but success s"),
        ("qadri-jamil", "2017-07-14", "The talks face no obstacles, but success shoul"),
        ("sergei-lavrov", "2017-07-14", "Progress was made on elections, and the sides "),
    ],
    "t7b-dateline-quote.txt": [
        ("staffan-de-mistura", "2017-07-14", '"There was no breakthrough,"'),
    ],
    "t8-chain.txt": [
        ("bashar-al-jaafari < SANA", "2017-07-14", '"We are serious,"'),
        ("bashar-al-jaafari", "2017-07-14", '"We are serious,"'),
        ("qadri-jamil < Xinhua", "2017-07-14", "The opposition has been undecided for long"),
        ("qadri-jamil < Reuters", "2017-07-14", "the delegations should merge"),
        ("qadri-jamil < Xinhua", "2017-07-14", "the delegations should merge"),
    ],
    "t9-gplus.txt": [
        ("(The G-77/CHINA)", "2017-06-10", "the text was not balanced"),
        ("(The G77+China)", "2017-06-10", "finance was missing"),
        ("(G77 and China)", "2017-06-10", "adaptation was missing"),
        ("(Grenada)", "2017-06-10", "more ambition"),
        ("(Grenada)", "2017-06-10", "the note"),
        ("(The EU and Switzerland)", "2017-06-10", "the text"),
        ("(Saudi Arabia)", "2017-06-10", "it"),
        ("(Sudan)", "2017-06-10", "more time"),
    ],
}


@pytest.fixture(scope="module")
def parser():
    with Parser() as parser:
        yield parser


@pytest.fixture(scope="module")
def frames():
    return {name: Frame.of(communique.load(name)) for name in ("geneva", "brexit")}


@pytest.mark.shared
@pytest.mark.parametrize("name", CASES)
def test_a_small_document_gives_the_right_lines(name, shared, parser, frames):
    frame = frames["brexit" if name.startswith(OF_BREXIT) else "geneva"]
    found = []
    for document in read_all(shared / "cases" / "documents" / name, parser):
        for said in suggestions(document, frame, mentions=False):
            if said.statement.rule != "question turn":
                who = said.identity.actor or f"({said.surface})"
                reporter = f" < {said.chain[0]}" if len(said.chain) > 1 else ""
                day = said.day.isoformat() if said.day else ""
                found.append((who + reporter, day, " ".join(said.text.split())[:46]))
    assert found == CASES[name]


@pytest.mark.shared
def test_a_message_of_outlook_is_refused_with_advice_that_fits(shared, parser):
    with pytest.raises(
        Unreadable, match=r"an Outlook message, not a document; save it in Outlook as text, or .* \.eml"
    ):
        list(read_all(shared / "cases" / "documents" / "t25-outlook.msg", parser))


@pytest.mark.shared
def test_what_was_changed_and_what_is_a_guess_is_noted(shared, parser):
    (tracked,) = read_all(shared / "cases" / "documents" / "t15-tracked.docx", parser)
    assert tracked.notes == ("tracked changes were read as accepted",)
    (undated,) = read_all(shared / "cases" / "documents" / "t17-p3.pdf", parser)
    assert undated.notes == ("its day is not told; a guess, by when the file was made: 2026-11-30",)


@pytest.mark.shared
def test_each_article_of_an_export_has_its_own_particulars(shared, parser):
    found = list(read_all(shared / "cases" / "documents" / "t10-nexis-bundle.txt", parser))
    assert [(each.publisher, each.title, str(each.published), each.author) for each in found] == [
        ("The Skerry Gazette", "Envoy sees no breakthrough in Geneva", "2017-07-14", "A Writer"),
        ("The Harbour Post", "Opposition wants a constitution", "2017-03-04", "B Writer"),
    ]
