"""The codebook tells the truth: its columns, values and counts are those of the schema and the data."""

import csv
import io
import re
from datetime import timedelta

import pytest

from communique import load, measures
from communique.errors import ParameterError
from communique.process.datapackage import card, codebook
from communique.process.folder import find
from communique.process.schema import ASSESSMENTS, EXPECTATIONS, ROUNDS, STATEMENTS, TABLES
from communique.prose import day, number

PROCESSES = ("geneva", "brexit")
LANGUAGES = {"English": "en", "Arabic": "ar", "French": "fr", "German": "de", "Russian": "ru"}


@pytest.fixture(scope="module")
def readme(root):
    return (root / "data" / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def prose(readme):
    """The codebook on one line, as a reader takes it in."""
    return " ".join(readme.split())


@pytest.fixture(scope="module")
def processes(root):
    return {name: load(name, data=root / "data") for name in PROCESSES}


def table_under(readme, heading):
    """The cells of the first table whose heading row starts with the text."""
    lines = readme[readme.index(heading) :].splitlines()
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    return [rows[0], *rows[2:]]


# --- cards ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_each_table_has_a_card_that_says_what_its_columns_hold(table, readme):
    section = re.search(rf"^### {table.name}\n\n(A row is .+?)\n\n(.+?)(?=^##)", readme, re.DOTALL | re.MULTILINE)

    assert section, f"run python -m communique.process.datapackage after adding a card for {table.name}"
    assert section[1] == f"A row is {table.row[0].lower()}{table.row[1:]}"
    assert card(table) in section[2]
    assert "Coverage: " in section[2]


def test_the_tables_of_columns_are_up_to_date(readme):
    assert codebook(readme) == readme, "run python -m communique.process.datapackage"


def test_a_card_lists_every_allowed_value(readme):
    for table in TABLES.values():
        for column in table.columns:
            assert all(f"`{choice}`" in readme for choice in column.choices)


def test_allowed_values_are_those_in_use(processes):
    """A closed list holds what the data use, and no more, so that the codebook describes data and not wishes."""
    for table in TABLES.values():
        for column in table.columns:
            if column.kind == "choice":
                used = {each for process in processes.values() for each in getattr(process, table.name)[column.name]}
                unused = {"document"} if (table.name, column.name) == ("sources", "kind") else set()
                assert used == set(column.choices) - unused, f"{table.name}.{column.name}"


def test_sides_are_those_of_the_data(prose, processes):
    named = re.search(r"in Geneva ((?:`\w+`,? ?)+); in Brexit ((?:`\w+`,? ?)+)\.", prose)

    for names, process in zip(named.groups(), processes.values(), strict=True):
        assert re.findall(r"`(\w+)`", names) == list(process.sides)
        assert set(process.actors["side"]) == set(process.sides)


def test_ladders_are_those_of_the_processes(readme, processes):
    baskets, others = table_under(readme, "| stage | baskets"), table_under(readme, "| stage | `expert_channel`")
    column = {name: [row[place] for row in others[1:]] for place, name in enumerate(others[0])}

    for process in processes.values():
        for basket in process.baskets.values():
            assert tuple(row[1].partition(":")[0] for row in baskets[1:]) == basket.ladder
        contact = tuple(row[2].partition(":")[0] for row in baskets[1:] if row[2])
        assert contact == process.dimensions["contact"].ladder
        assert tuple(column["trust` of both"]) == process.dimensions["trust"].ladder
        assert tuple(column[f"expert_channel` of {process.id}"]) == process.dimensions["expert_channel"].ladder
    cohesion = processes["geneva"].dimensions["opposition_cohesion"].ladder
    assert tuple(column["opposition_cohesion` of geneva"]) == cohesion


# --- counts -----------------------------------------------------------------------------------------------------------


def test_counts_of_rows(readme, processes):
    heading, *rows = table_under(readme, "| | geneva | brexit |")

    assert heading[1:] == list(processes)
    assert {row[0] for row in rows} == set(TABLES)
    for name, *counts in rows:
        assert [int(count) for count in counts] == [len(getattr(process, name)) for process in processes.values()]


def test_counts_by_round(readme, processes):
    (_, *rounds), *rows = table_under(readme, "| round | 1 |")

    for name, *counts in rows:
        expected = processes[name].statements.groupby("round").size()
        told = {int(number): int(count) for number, count in zip(rounds, counts, strict=True) if count}
        assert told == dict(expected)


def test_counts_by_side(readme, processes):
    rows = table_under(readme, "| side of geneva")[1:]

    for process, place in (("geneva", 0), ("brexit", 2)):
        counts = processes[process].spoken().groupby("side").size()
        told = {row[place].strip("`"): int(row[place + 1]) for row in rows if row[place]}
        assert told == dict(counts)


def test_counts_by_language(prose, processes):
    told = prose[prose.index("Statements by language") : prose.index("Statements by kind")]
    counts = processes["geneva"].spoken()["language"].value_counts()

    named = {code: int(re.search(rf"(\d+) in {name}", told)[1]) for name, code in LANGUAGES.items()}
    assert named == {code: counts[code] for code in named}
    assert int(re.search(r"(\d+) in others", told)[1]) == counts.drop(list(named)).sum()
    assert set(processes["brexit"].spoken()["language"]) == {"en"}


@pytest.mark.parametrize("name", PROCESSES)
def test_counts_by_publisher(name, prose, processes):
    told = prose[prose.index("Statements by kind") : prose.index("The government of Syria is heard")]
    told = re.search(rf"{name} (.+?)[;.]", told)[1]
    kinds = {
        "state media": ["state_media"],
        "newspapers": ["newspaper"],
        "broadcasters": ["broadcaster"],
        "wire services": ["wire"],
        "the UN": ["un"],
        "governments": ["government"],
        "think tanks and non-governmental bodies": ["think_tank", "ngo"],
        "others": ["other"],
    }
    counts = processes[name].spoken()["source_kind"].value_counts()

    found = {words: int(number) for number, words in re.findall(r"(\d+) ([^,]+)", told)}
    assert found == {words: counts.reindex(kinds[words]).sum() for words in found}
    assert sum(found.values()) == len(processes[name].statements)


def test_shares_told_in_words(processes):
    spoken = processes["geneva"].spoken()
    sides, kinds = spoken["side"].value_counts(), spoken["source_kind"].value_counts(normalize=True)

    assert 0.45 < sides["government"] / sides["opposition"] < 0.55
    assert 0.25 < kinds["state_media"] < 0.33


def test_counts_of_gaps(prose, processes):
    geneva, brexit = processes.values()
    kinds = geneva.sources["title_kind"].value_counts()

    undated, untitled = geneva.sources["published"].isna().sum(), kinds["unknown"]
    assert f"{undated} of Geneva's sources have no date of publication, and {untitled} no title" in prose
    shown, translated, described = kinds["shown"], kinds["translated"], kinds["described"]
    assert f"{shown} are the page's own, {translated} translated, {described} described" in prose
    assert brexit.sources.query("title_kind != 'shown'")["source_id"].tolist() == ["S-irishtimes-20170816a"]
    assert "all but one (S-irishtimes-20170816a) their own title" in prose
    assert brexit.sources["published"].notna().all()
    bare = [(process.statements["note"] == "").sum() for process in processes.values()]
    assert f"{bare[0]} of Geneva's statements and {bare[1]} of Brexit's have no note" in prose
    untagged = [(process.statements["baskets"].map(len) == 0).sum() for process in processes.values()]
    assert f"{untagged[0]} and {untagged[1]} speak of no basket" in prose


def test_sources_cited_in_notes_only(prose, processes):
    unused = []
    for process in processes.values():
        used = process.statements["source_id"], process.events["source_id"], process.expectations["outcome_source_id"]
        used = {*process.rounds["source_ids"].explode()}.union(*used)
        named = " ".join(process.statements["note"])
        unused.append([each for each in process.sources["source_id"] if each not in used])
        assert all(each in named for each in unused[-1])
    assert f"{len(unused[0])} sources of Geneva and {number(len(unused[1]))} of Brexit are cited in notes" in prose


def test_counts_of_things_expected(prose, processes):
    rows = [process.expectations for process in processes.values()]
    things = [each["about"].nunique() for each in rows]

    assert all((each["about"] != "").all() for each in rows)
    assert f"The {len(rows[0])} expectations of Geneva are about {things[0]} things" in prose
    assert f"the {len(rows[1])} of Brexit about {things[1]}." in prose
    still_open = [each for table in rows for each in table.query("outcome == 'open'")["expectation_id"]]
    assert f"One expectation is still open when the record ends ({still_open[0]})" in prose
    assert len(still_open) == 1


def test_expectations_settled_after_the_last_round(prose, processes):
    told = prose[prose.index("Some were settled only more than a month after the last round") :].partition("Brexit.")[0]
    late = set()
    for process in processes.values():
        month_later = process.rounds["end"].max() + timedelta(days=31)
        rows = process.expectations
        late |= set(rows.loc[rows["resolved_on"] > month_later, "expectation_id"])
    assert set(re.findall(r"XB?\d-\d+", told)) == late


def test_counts_of_weights(prose, processes):
    geneva, brexit = (process.events["weight"].value_counts() for process in processes.values())

    told = f"Of {geneva.sum()} events of Geneva {geneva[1]} are turning points, {geneva[2]} important, {geneva[3]} "
    assert f"{told}background; of {brexit.sum()} of Brexit {brexit[1]}, {brexit[2]} and {brexit[3]}." in prose


# Pages that the first comparison did not see, and the second did.
SEEN_LATER = "G2-017 G2-027 G2-L11 G3-051 G3-058 G6-018 G6-024 G6-L11 G6-L12".split()


def test_counts_of_statements_not_compared(prose, processes):
    geneva, brexit = (process.statements for process in processes.values())
    rows = geneva.loc[geneva["compared"].isna()]

    assert brexit["compared"].notna().all()
    assert f"In Geneva the cell is empty in {len(rows)} rows: {(rows['round'] != 7).sum()} outside round 7" in prose
    assert rows.query("round == 7")["statement_id"].tolist() == ["G7-L15", "G7-L16"]
    assert f"all {geneva.query('round == 7')['compared'].notna().sum()} rows that were compared bear the day" in prose


def test_how_many_statements_were_compared(prose, processes, root):
    compared = sum(process.statements["compared"].notna().sum() for process in processes.values())
    statements = sum(len(process.statements) for process in processes.values())
    readme = " ".join((root / "README.md").read_text(encoding="utf-8").split())

    assert f"{compared} of {statements}, and mended where" in prose
    assert f"Of {statements} statements of both processes {compared} were compared with their pages" in readme
    seventh = processes["geneva"].statements.query("round == 7")
    seen = compared - seventh["compared"].notna().sum()
    assert f"Of {statements - len(seventh)} statements {seen - len(SEEN_LATER)} could be seen" in prose
    assert f"nine of them for the first time ({', '.join(SEEN_LATER)})" in prose
    days = {moment.date() for process in processes.values() for moment in process.statements["compared"].dropna()}
    assert all(f"({day(moment)})" in prose for moment in days)
    assert {moment.date() for moment in seventh["compared"].dropna()} == {min(days)}


def test_the_readme_counts_geneva(processes, root):
    readme = " ".join((root / "README.md").read_text(encoding="utf-8").split())
    geneva = processes["geneva"]

    counts = [len(each) for each in (geneva.statements, geneva.actors, geneva.sources)]
    assert "{} statements by {} actors from {} public sources".format(*counts) in readme


def test_the_notes_of_the_processes_are_true(processes):
    geneva, brexit = processes.values()

    assert (geneva.spoken()["language"] == "en").mean() > 0.5
    assert "most of them are in English" in geneva.note
    for process in (geneva, brexit):
        assert process.statements["compared"].notna().any()
        assert "compared them with their pages" in process.note


def test_counts_of_outcomes(prose, processes):
    for name, end in (("geneva", ";"), ("brexit", ".")):
        counts = processes[name].expectations["outcome"].value_counts()
        told = [f"{counts[each]} {each}" for each in ("missed", "met", "partly", "open") if each in counts]
        assert f"in {name.capitalize()} {', '.join(told)}{end}" in prose


def test_statements_added_after_the_coding(prose, processes):
    later = processes["geneva"].statements["statement_id"].str.contains(processes["geneva"].added_after_coding).sum()

    assert f"the {later} statements with `-L` in their id" in prose
    compared = processes["geneva"].statements.query("round == 7")["compared"].notna().sum()
    assert f"All {compared} statements of Geneva VII were compared" in prose


# --- coding -----------------------------------------------------------------------------------------------------------


def test_agreement_is_as_measured(readme, processes):
    rows = table_under(readme, "| process | dimension | alpha")[1:]
    told = {(process, dimension): (alpha, same) for process, dimension, alpha, same in rows}
    expected = {}
    for name, process in processes.items():
        for each in measures.agreement(process.assessments).itertuples():
            alpha = f"{each.alpha:.2f}".replace("0.", ".").replace("-", "−")
            digits = "undefined" if each.alpha != each.alpha else alpha
            expected[name, each.dimension] = (digits, f"{round(each.same * each.n)} of {each.n}")

    assert told == expected


def test_agreement_on_movement_is_as_counted(prose, processes):
    told = []
    for process in processes.values():
        cells = process.assessments.pivot(index=["round", "dimension"], columns="coder", values="movement")
        told.append(f"{(cells['a'] == cells['b']).sum()} of {len(cells)}")

    assert f"both read the same in {told[0]} cells of Geneva and in {told[1]} of Brexit" in prose


def test_both_coders_read_everything(processes):
    for process in processes.values():
        cells = len(process.rounds) * len(process.ladders)
        assert process.assessments.groupby("coder").size().to_dict() == {"a": cells, "b": cells}


def test_contact_never_varies_in_brexit(processes):
    assert processes["brexit"].assessments.query("dimension == 'contact'")["stage"].nunique() == 1


# --- what is told of single rows --------------------------------------------------------------------------------------


def test_ids_in_the_codebook_are_in_the_data(readme, processes):
    known = set()
    for process in processes.values():
        for table in TABLES.values():
            if len(table.key) == 1:
                known |= set(getattr(process, table.name)[table.key[0]].astype("str"))

    named = set(re.findall(r"\b(?:[GB]\d-L?\d+|S-[a-z0-9-]+)\b", readme))
    assert len(named) > 8
    assert named <= known


def test_some_rounds_have_several_sittings(processes):
    several = [
        (name, int(number))
        for name, process in processes.items()
        for number, sittings in zip(process.rounds["round"], process.rounds["sittings"], strict=True)
        if len(sittings) > 1
    ]
    between = {
        (name, number)
        for name, process in processes.items()
        for number in process.statements.query("phase == 'between'")["round"]
    }

    assert several == [("geneva", 2), ("geneva", 3), ("geneva", 8)]
    assert between == set(several)


def test_expert_meetings_are_not_mentioned_in_two_rounds(processes):
    rows = processes["geneva"].assessments.query("dimension == 'expert_channel' and stage == 0")

    assert {8, 9} <= set(rows["round"])


def test_phases_are_explained(readme):
    assert re.findall(r"^- `(\w+)`: ", readme, re.MULTILINE) == list(STATEMENTS["phase"].choices)


def test_links_within_the_data_lead_somewhere(readme, root):
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        if not target.startswith("../docs/"):
            assert (root / "data" / target).exists(), target
    headings = {title.lower().replace(" ", "-") for title in re.findall(r"^#+ (.+)$", readme, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", readme)) <= headings


def test_candidates_are_told_of_as_private(readme, root):
    assert "candidates.csv" in readme.split("## Candidates")[1]
    assert "/data/*/candidates.csv" in (root / ".gitignore").read_text()
    assert "candidates.csv" in (root / "data" / "LICENSE").read_text()


def test_the_licence_is_whole(root):
    licence = (root / "data" / "LICENSE").read_text(encoding="utf-8")

    assert re.findall(r"^Section (\d) --", licence, re.MULTILINE) == list("12345678")
    assert "Creative Commons may be contacted at creativecommons.org." in licence


def test_the_lexicon_is_no_process(root):
    with pytest.raises(ParameterError):
        find("lexicon", data=root / "data")


# --- what was researched ----------------------------------------------------------------------------------------------

# Rows mended after the research, by file: what stands here in place of what was there.
MENDS = {
    "geneva/rounds.csv": {
        # The title of a report says already that they are rounds of the intra-Syrian talks.
        "Geneva VI (sixth round of intra-Syrian talks)": "Geneva VI",
        "Geneva VII (seventh round of intra-Syrian talks)": "Geneva VII",
        # What it says of expert talks is the envoy's judgement, and direct talks were hoped for, not put off.
        "the expert mechanism proved its use, the three opposition platforms drew closer after Lausanne, and direct "
        "talks were left to the next round": (
            "useful expert talks, three opposition platforms drawing closer, and direct talks still a hope"
        ),
    },
    "geneva/expectations.csv": {
        # The day of its statement, a press conference; the page that repeats it is of 23 August.
        "X7-L01,7,2017-08-23,": "X7-L01,7,2017-08-17,",
    },
    "geneva/statements.csv": {
        # A report shows statements in an order of its own: "the row above" says nothing to its reader.
        "Unnamed; same source as the row above.": "Unnamed; same source as G2-L09.",
        'S-reuters-20170226a,"Same press conference as the row above,': (
            'S-reuters-20170226a,"Same press conference as G4-030,'
        ),
        "S-jpost-20170906a,Conditional; same press conference as the row above.": (
            "S-jpost-20170906a,Conditional; same press conference as G8-L01."
        ),
        'S-alhayat-20180129a,"Same press conference as the row above,': (
            'S-alhayat-20180129a,"Same press conference as G9-L04,'
        ),
    },
}


# What was read again later, in the light of the whole record; the other columns stand as they were researched.
REREAD = {
    "actors": {"aliases"},
    "assessments": {"rationale", "evidence"},
    "expectations": {
        "date",
        "kind",
        "expected",
        "due",
        "happened_on",
        "outcome",
        "resolved_on",
        "outcome_note",
        "outcome_source_id",
    },
}
# Sources that nothing rests on any more, and one whose id named two pages.
DROPPED = {"S-nworld-20170404a", "S-dppa-20170830a", "S-ruptly-20170921a", "S-reuters-20171204a"}


def read(text, table):
    """The rows of a table by their key."""
    return {tuple(row[name] for name in table.key): row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.shared
@pytest.mark.parametrize("name", PROCESSES)
@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_row_researched_is_here(name, table, root, shared):
    """As it was researched, but for mends, those above and those in ``corrections.csv``, and what was read again."""
    file = f"{name}/{table.file}"
    text = (shared / "dossier" / file).read_text(encoding="utf-8")
    for old, new in MENDS.get(file, {}).items():
        assert text.count(old) == 1, f"{old} was mended at its origin too: drop it from MENDS"
        text = text.replace(old, new)
    researched, here = (read(each, table) for each in (text, (root / "data" / file).read_text(encoding="utf-8")))
    if table is STATEMENTS:
        for mend in csv.DictReader((root / "data" / name / "corrections.csv").read_text(encoding="utf-8").splitlines()):
            row = researched[mend["statement_id"],]
            assert row[mend["column"]] == mend["was"], mend
            row[mend["column"]] = mend["becomes"]

    for key, row in researched.items():
        if not DROPPED.intersection(key):
            kept = {column: cell for column, cell in row.items() if column not in REREAD.get(table.name, ())}
            assert kept.items() <= here[key].items(), key
    if table in (ROUNDS, ASSESSMENTS, EXPECTATIONS):
        assert list(here) == list(researched)
    if table is STATEMENTS:
        assert [key for (key,) in here if (key,) not in researched] == ["G7-L15", "G7-L16"] * (name == "geneva")


@pytest.mark.shared
def test_what_the_comparison_found_is_as_told(prose, processes, shared):
    with open(shared / "dossier" / "audit.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seen = [row for row in rows if row["verdict"] != "not_seen"]
    worded = sum(row["verdict"] in ("imprecise", "force") for row in seen)
    wrong = sum(row["verdict"] == "wrong" for row in seen)

    assert f"Of {len(rows)} statements {len(seen)} could be seen" in prose
    assert f"{worded} ({worded / len(seen) * 100:.0f} %) were worded more broadly" in prose
    assert f"{wrong} ({wrong / len(seen) * 100:.0f} %) had a wrong date or speaker" in prose
    assert f"together {(worded + wrong) / len(seen) * 100:.0f} %" in prose
    for name, process in processes.items():
        bare = process.statements.query("compared.isna() and round != 7")["statement_id"]
        unseen = {row["statement_id"] for row in rows if row["process"] == name and row["verdict"] == "not_seen"}
        assert set(bare) == unseen - set(SEEN_LATER)
