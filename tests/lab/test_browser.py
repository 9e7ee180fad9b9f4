"""The notebooks as an analyst meets them: JupyterLab as `make lab` starts it, in a real browser."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

pytest.importorskip("selenium", reason="there is no selenium; `make test` installs it")

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from ..browser import chromium
from ..desk.driving import PATIENCE, jupyterlab, missing

pytestmark = [pytest.mark.browser, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]

FETCH = """
    const [format, done] = arguments;
    const xsrf = document.cookie.match(/_xsrf=([^;]+)/)?.[1] ?? "";
    fetch(`/nbconvert/${format}/notebooks/round.ipynb?download=true&_xsrf=${xsrf}`).then(async (answer) => {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const text = new TextDecoder("latin1").decode(bytes);
      done([answer.status, answer.headers.get("Content-Disposition"), text.slice(0, 5), text.includes("image/png")]);
    });"""


@pytest.fixture(scope="module")
def home(tmp_path_factory, root):
    """A project of its own: code, the tiny process, and notebooks shipped with it as their process."""
    home = tmp_path_factory.mktemp("project")
    shutil.copytree(root / "src", home / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "data" / "lexicon", home / "data" / "lexicon")
    shutil.copytree(root / "tests" / "specimens" / "tiny", home / "data" / "tiny")
    shutil.copytree(root / "notebooks", home / "notebooks", ignore=shutil.ignore_patterns(".*"))
    for name in ("round", "process"):
        path = home / "notebooks" / f"{name}.ipynb"
        text = (
            path.read_text("utf-8")
            .replace('str = \\"geneva\\"', 'str = \\"tiny\\"')
            .replace("ROUND: int = 7", "ROUND: int = 3")
        )
        path.write_text(text, "utf-8")
    run(home, "communique.report.shipped")
    return home


def run(home, *arguments):
    """What a module of the project's says on standard output and error, run from a shell."""
    environment = os.environ | {"PYTHONPATH": str(home / "src"), "COMMUNIQUE_DATA": str(home / "data")}
    command = [sys.executable, "-m", *arguments]
    ran = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=True)
    return ran.stdout, ran.stderr


@pytest.fixture(scope="module")
def browser(home):
    """The browser on the notebook of a round, reached from the welcome page by a click, all its cells run."""
    with jupyterlab(home, module="communique.lab") as address, chromium(home / ".chromium") as browser:
        browser.get(address)
        until(browser, lambda: browser.find_element(By.LINK_TEXT, "A round")).click()
        until(browser, lambda: "(ipykernel) | Idle" in browser.find_element(By.ID, "jp-main-statusbar").text)
        browser.find_element(By.XPATH, "//li[contains(@class, 'lm-MenuBar-item')][.='Run']").click()
        command = ".lm-Menu [data-command='runmenu:run-all']"
        until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, command))
        browser.find_element(By.CSS_SELECTOR, command).click()
        until(browser, lambda: title(browser).endswith("Orrin III"))
        until(browser, lambda: browser.execute_script("return !!document.querySelector('[name=ROUND]')"))
        rest(browser)
        yield browser


def until(browser, is_so):
    """Wait until something is so, and give what it then is."""
    return WebDriverWait(browser, PATIENCE, ignored_exceptions=[Exception]).until(lambda _: is_so())


def rest(browser):
    """Wait until the kernel has nothing to do."""
    idle = "(ipykernel) | Idle"
    until(browser, lambda: idle in browser.find_element(By.ID, "jp-main-statusbar").text)


def title(browser):
    return browser.find_element(By.CSS_SELECTOR, ".jp-OutputArea .communique h1").text


def saved(browser, home, words):
    """Save the notebook, and give it once it holds some words."""
    ActionChains(browser).key_down(Keys.CONTROL).send_keys("s").key_up(Keys.CONTROL).perform()
    path = home / "notebooks" / "round.ipynb"
    return json.loads(until(browser, lambda: words in path.read_text("utf-8") and path.read_text("utf-8")))


def test_run_all_ends_with_the_eye_at_the_top(browser):
    script = "return document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer').scrollTop"

    until(browser, lambda: browser.execute_script(script) == 0)
    assert "Cell 1/" in until(browser, lambda: browser.find_element(By.ID, "jp-main-statusbar").text)


def test_the_panel_changes_the_round_and_what_stands_below(browser):
    Select(browser.find_element(By.NAME, "ROUND")).select_by_visible_text("Orrin I")

    until(browser, lambda: title(browser).endswith("Orrin I"))
    assert Select(browser.find_element(By.NAME, "ROUND")).first_selected_option.text == "Orrin I"
    assert Select(browser.find_element(By.NAME, "COMPARE_TO")).options[1].text == "Orrin II"


def test_what_a_side_said_is_a_table_that_sorts(browser):
    rest(browser)
    for place in range(3):
        box = browser.find_elements(By.NAME, "sides")[place]
        side = box.find_element(By.XPATH, "..").text.strip()
        box.click()
        # The panel is drawn anew with the answer.
        until(browser, lambda side=side: side in browser.find_element(By.CLASS_NAME, "cq-said").text)
    days = "return [...document.querySelectorAll('.cq-said tbody tr')].map((row) => row.cells[2].textContent)"
    head = until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".cq-said .cq-sorts")[2])
    head.click()

    assert head.find_element(By.XPATH, "..").get_attribute("aria-sort") == "ascending"
    names = browser.execute_script(days)
    assert len(names) > 2
    assert names == sorted(names, key=str.lower)


def test_a_value_that_is_tried_and_saved_changes_no_build_and_is_told(browser, home):
    line = until(
        browser,
        lambda: next(each for each in browser.find_elements(By.CLASS_NAME, "cm-line") if "COMPARE_TO:" in each.text),
    )
    line.click()
    chain = ActionChains(browser).send_keys(Keys.HOME)
    chain.send_keys(*[Keys.ARROW_RIGHT] * len('COMPARE_TO: str = "')).send_keys("1").perform()
    notebook = saved(browser, home, 'COMPARE_TO: str = \\"1\\"')

    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook["cells"])
    assert "widgets" not in notebook["metadata"]
    out, said = run(home, "communique", "report", "--round=3", "--format=html", "--output=built")
    assert said.splitlines()[0] == (
        'round.ipynb is not as shipped: COMPARE_TO = "1" is saved there, where "" is shipped, and not used'
    )
    assert out.startswith("built/round-03.html")
    page = (home / "built" / "round-03.html").read_text("utf-8")
    assert "COMPARE_TO" not in re.search(r"ROUND = 3[^<]*", page)[0]
    assert "cq-panel" not in page


def test_a_chart_of_ones_own_is_exported_in_both_faces_under_the_name_of_the_round(browser, home):
    ActionChains(browser).send_keys(Keys.ESCAPE, "b", Keys.ENTER).perform()
    ActionChains(browser).send_keys("import matplotlib.pyplot as plt; plt.plot([1, 3]); plt.show()").perform()
    ActionChains(browser).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    until(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".jp-OutputArea .jp-RenderedImage img"))
    rest(browser)
    saved(browser, home, "plt.plot([1, 3])")
    browser.set_script_timeout(PATIENCE)

    page = browser.execute_async_script(FETCH, "Negotiation_report")
    paper = browser.execute_async_script(FETCH, "Negotiation_report_PDF")

    assert [page[0], page[2], page[3]] == [200, "<!DOC", True]
    assert [paper[0], paper[2]] == [200, "%PDF-"]
    assert re.search(r"round-[\w-]*orrin-i\.pdf", paper[1])


def test_nothing_went_wrong_in_the_page(browser):
    wrong = [each["message"] for each in browser.get_log("browser") if each["level"] == "SEVERE"]

    assert [message for message in wrong if "/lsp/status" not in message] == []
