"""The desk as a person meets it: JupyterLab in a real browser, driven by the keyboard."""

import json
import re
import shutil

import pytest

pytest.importorskip("selenium", reason="there is no selenium; `make test` installs it")

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from ..browser import chromium
from .conftest import CONTEXT, COUNCIL, FOUND, SAID, as_csv, candidate, rows
from .driving import PATIENCE, jupyterlab, missing

pytestmark = [pytest.mark.browser, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]

LATE = candidate(
    7, SAID, CONTEXT, document="d7", file="late.txt", title="A year later", url="", published="2031-05-07",
    date="2031-05-06", round="", phase="", speaker="bran-keel", speaker_surface="Bran Keel",
)  # fmt: skip
LATER_WORDS = "A year on Keel still saw no breakthrough and called the sluice talks open."
WORDS = "Keel added that the sluice talks were open but brought no breakthrough."


@pytest.fixture(scope="module")
def home(tmp_path_factory, root):
    """A project with the tiny process, its candidates, and the notebook set to it."""
    home = tmp_path_factory.mktemp("lab")
    shutil.copytree(root / "data" / "lexicon", home / "data" / "lexicon")
    shutil.copytree(root / "tests" / "specimens" / "tiny", home / "data" / "tiny")
    (home / "data" / "tiny" / "candidates.csv").write_bytes(as_csv([*FOUND, LATE]))
    text = (root / "notebooks" / "coding-desk.ipynb").read_text(encoding="utf-8")
    for old, new in {'str = \\"geneva\\"': 'str = \\"tiny\\"', "| None = None  # the round": "= 2  #"}.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (home / "notebooks").mkdir()
    (home / "notebooks" / "coding-desk.ipynb").write_text(text, encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def process(home):
    return home / "data" / "tiny"


@pytest.fixture(scope="module")
def browser(home):
    """The browser with the notebook open and all its cells run."""
    with jupyterlab(home) as address, chromium(home / ".chromium") as browser:
        browser.get(f"{address}/lab/tree/notebooks/coding-desk.ipynb")
        until(browser, lambda: "(ipykernel) | Idle" in browser.find_element(By.ID, "jp-main-statusbar").text)
        browser.find_element(By.XPATH, "//li[contains(@class, 'lm-MenuBar-item')][.='Run']").click()
        until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".lm-Menu [data-command='runmenu:run-all']"))
        browser.find_element(By.CSS_SELECTOR, ".lm-Menu [data-command='runmenu:run-all']").click()
        until(browser, lambda: len(browser.find_elements(By.CSS_SELECTOR, ".cq-desk h2:not(:empty)")) == 2)
        yield browser


def until(browser, is_so):
    """Wait until something is so, and give what it then is."""
    return WebDriverWait(browser, PATIENCE, ignored_exceptions=[Exception]).until(lambda _: is_so())


def part(browser, selector, *, desk=0):
    """An element of the first or the second desk."""
    return browser.find_elements(By.CSS_SELECTOR, ".cq-desk")[desk].find_element(By.CSS_SELECTOR, selector)


def labelled(browser, label, *, desk=0):
    """The control with a label, as a screen reader finds it."""
    (found,) = (
        each for each in browser.find_elements(By.CSS_SELECTOR, ".cq-desk")[desk].find_elements(By.TAG_NAME, "label")
        if each.text == label
    )  # fmt: skip
    return browser.find_element(By.ID, found.get_attribute("for"))


def named(browser, words, *, desk=0):
    """The button that bears these words."""
    buttons = browser.find_elements(By.CSS_SELECTOR, ".cq-desk")[desk].find_elements(By.TAG_NAME, "button")
    return next(each for each in buttons if each.text == words and each.is_displayed())


def click(browser, element):
    """Click on what may be out of sight."""
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def press(browser, *keys):
    chain = ActionChains(browser)
    for key in keys[:-1]:
        chain.key_down(key)
    chain.send_keys(keys[-1])
    for key in reversed(keys[:-1]):
        chain.key_up(key)
    chain.perform()


def told(browser, words, *, desk=0):
    """Wait until the status line says something."""
    until(browser, lambda: words in part(browser, ".cq-status", desk=desk).text)


def cells(browser):
    return len(browser.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell"))


def test_a_candidate_is_accepted_by_the_keyboard_and_taken_back(browser, process):
    before = (process / "statements.csv").read_bytes()
    number = cells(browser)
    part(browser, ".cq-context").click()
    press(browser, Keys.ALT, "o")
    until(browser, lambda: browser.switch_to.active_element == labelled(browser, "In your own words"))
    press(browser, WORDS)
    press(browser, Keys.SHIFT, Keys.ENTER)  # JupyterLab would run the cell and go on
    press(browser, Keys.ALT, "y")
    until(browser, lambda: labelled(browser, "Occasion").get_attribute("aria-invalid") == "true")
    told(browser, "Choose the occasion.")
    assert (process / "statements.csv").read_bytes() == before

    for label, choice in (("Occasion", "Press remarks"), ("Kind of publisher", "Newspaper")):
        Select(labelled(browser, label)).select_by_visible_text(choice)
    press(browser, Keys.ALT, "y")
    told(browser, "Entered as O2-01, and 1 repeat with it.")

    row = rows(process, "statements.csv")[-1]
    assert (row["statement_id"], row["speaker"], row["text"]) == ("O2-01", "bran-keel", WORDS)
    assert "We will not open the nets" in part(browser, ".cq-context").text  # on to the next
    assert browser.switch_to.active_element == labelled(browser, "In your own words")

    press(browser, Keys.ALT, "u")
    told(browser, "Taken back: accepted; O2-01 is out of statements.csv.")
    assert (process / "statements.csv").read_bytes() == before
    assert labelled(browser, "In your own words").get_attribute("value").strip() == WORDS

    press(browser, Keys.ALT, "y")
    told(browser, "Entered as O2-01")
    part(browser, ".cq-work .cq-actions button").send_keys("dd")  # deletes a cell wherever JupyterLab hears it
    for key, place in (("n", "2 of 3"), ("p", "1 of 3")):
        press(browser, Keys.ALT, key)
        until(browser, lambda place=place: part(browser, ".cq-place").text == place)
    press(browser, Keys.ALT, "r")
    told(browser, "Rejected.")
    assert cells(browser) == number
    decisions = [row["decision"] for row in rows(process, "candidates.csv")]
    assert decisions == ["accepted", "rejected", "", "repeat", ""]


def test_a_whole_document_is_rejected_and_taken_back(browser, process):
    click(browser, part(browser, ".cq-many summary"))
    click(browser, named(browser, "Reject this document"))
    told(browser, "Rejected: one candidate of “A frank day, and no more, Orrin Post, 2030-05-14”.")
    assert rows(process, "candidates.csv")[2]["decision"] == "rejected"
    until(browser, lambda: part(browser, ".cq-steps button:last-child").text == "Undo the last rejection")

    press(browser, Keys.ALT, "u")
    told(browser, "Taken back: rejected.")
    assert rows(process, "candidates.csv")[2]["decision"] == ""


def test_a_round_is_added_and_a_statement_of_a_document_accepted_into_it(browser, process):
    press(browser, Keys.ALT, "n")
    until(browser, lambda: "6 May 2031 is in no round" in part(browser, ".cq-form > .cq-trouble").text)
    click(browser, named(browser, "Add a round"))
    until(browser, lambda: labelled(browser, "Start").get_attribute("value") == "2031-05-06")
    labelled(browser, "Source ids").clear()
    labelled(browser, "Source ids").send_keys("S-radio-3")
    click(browser, named(browser, "Add"))
    told(browser, "Venue: The cell is empty")
    until(browser, lambda: labelled(browser, "Venue").get_attribute("aria-invalid") == "true")
    labelled(browser, "Venue").send_keys("The mill")
    click(browser, named(browser, "Add"))
    told(browser, "Added round 4 to rounds.csv.")
    assert Select(labelled(browser, "Round")).first_selected_option.text == "4: Round 4"
    assert labelled(browser, "Phase").get_attribute("value") == "during"

    address = labelled(browser, "Address of the page")
    kind = labelled(browser, "Kind of publisher")
    Select(kind).select_by_visible_text("Document")
    # A driver that chooses for somebody tells the page nothing of it, as a hand and the keyboard do.
    browser.execute_script("arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", kind)
    until(browser, lambda: not address.is_displayed())
    labelled(browser, "Reference of the document").send_keys("note 12/2031")
    Select(labelled(browser, "Occasion")).select_by_visible_text("Press remarks")
    labelled(browser, "In your own words").send_keys(LATER_WORDS)
    press(browser, Keys.ALT, "y")
    told(browser, "Entered as O4-01.")
    assert rows(process, "sources.csv")[-1]["reference"] == "note 12/2031"
    assert rows(process, "statements.csv")[-1]["round"] == "4"


def test_what_comes_from_a_source_is_text_and_never_markup(browser):
    script = "return document.querySelectorAll('.cq-desk script, .cq-desk img, .cq-desk iframe').length"

    assert browser.execute_script(script) == 0


def test_a_dimension_is_read_with_the_statements_beside_its_ladder(browser, process):
    browser.execute_script("arguments[0].scrollIntoView()", part(browser, "h2", desk=1))
    part(browser, ".cq-cells button", desk=1).click()
    # It was entered at the first desk while this one stood there.
    until(browser, lambda: "O2-01" in part(browser, ".cq-statements", desk=1).text)
    part(browser, ".cq-ladder input[value='3']", desk=1).click()
    part(browser, ".cq-ways input[value='1']", desk=1).click()
    press(browser, Keys.ALT, "o")
    press(browser, "The talks went into the matter.")
    part(browser, ".cq-statements input", desk=1).click()
    until(browser, lambda: not part(browser, ".cq-lacking", desk=1).text)
    until(browser, lambda: rows(process, "desk/coding-a.csv")[0]["evidence"])

    (row,) = rows(process, "desk/coding-a.csv")
    assert [row[name] for name in ("round", "dimension", "stage", "movement", "rationale", "evidence", "coder")] == [
        "2", "sluices", "3", "1", "The talks went into the matter.", "O2-01", "a",
    ]  # fmt: skip
    assert "1 of 4 complete" in part(browser, ".cq-actions .cq-main", desk=1).text
    press(browser, Keys.ALT, "n")
    until(browser, lambda: part(browser, "h3", desk=1).text == "Fishing rights")


def test_jupyterlab_leaves_the_keys_alone_wherever_the_focus_is(browser):
    script = """
        const focused = 'a, input, select, textarea, button, summary, [tabindex]';
        return [...document.querySelectorAll(`.cq-desk, .cq-desk :is(${focused})`)]
            .filter((each) => !each.hasAttribute('data-lm-suppress-shortcuts'))
            .map((each) => each.outerHTML)"""

    assert browser.execute_script(script) == []


def test_nothing_went_wrong_in_the_page(browser):
    wrong = [each["message"] for each in browser.get_log("browser") if each["level"] == "SEVERE"]

    assert [message for message in wrong if "/lsp/status" not in message] == []  # of language servers there are none


def test_every_control_has_a_name_for_a_screen_reader(browser):
    script = """
        return [...document.querySelectorAll('.cq-desk :is(input, select, textarea, button)')]
            .filter((each) => !each.labels?.length && !each.textContent.trim() && !each.ariaLabel)
            .map((each) => each.outerHTML)"""

    assert browser.execute_script(script) == []


def test_a_saved_notebook_holds_no_word_of_a_source_and_a_new_page_shows_the_desk_again(browser, home):
    path = home / "notebooks" / "coding-desk.ipynb"
    browser.find_element(By.CSS_SELECTOR, ".jp-NotebookPanel-toolbar [data-command='docmanager:save']").click()
    saved = until(browser, lambda: re.search(r'"screen": "ladders"', path.read_text()) and path.read_text())

    assert json.loads(saved)["metadata"]["widgets"]
    for words in (SAID, CONTEXT, COUNCIL, "no breakthrough", "open the nets"):
        assert words not in saved
    browser.refresh()
    until(browser, lambda: len(browser.find_elements(By.CSS_SELECTOR, ".cq-desk h2:not(:empty)")) == 2)
    until(browser, lambda: "2 accepted · 0 corrected · 1 rejected" in part(browser, ".cq-tally").text)
