"""Pages keep to the standards of the web by the checkers the web uses: axe-core in a browser, and the Nu HTML checker.

Both come from npm, pinned in `tests/checkers/`; where they, a browser or Java are missing the tests are skipped, and
say what would bring them. Two reports and the front page of the tiny process hold every kind of block there is.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("selenium", reason="there is no selenium; `make test` installs it")

from communique.document.faces import html
from communique.facts.round import Briefing
from communique.report import results
from communique.report.front_page import front_page
from communique.report.staleness import Edition, Manifest

from ..browser import chromium, missing
from ..conftest import PATIENCE, SPECIMENS

CHECKERS = Path(__file__).parents[1] / "checkers" / "node_modules"
AXE = CHECKERS / "axe-core" / "axe.min.js"
NU = CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"
UNINSTALLED = "the checkers are not installed; `npm ci --ignore-scripts --prefix tests/checkers` does it"
PAGES = ("round", "overview", "front")
WIDTHS = (320, 768, 1280)
RULES = {  # in the dark nothing differs but colours
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast"],
}
RUN = """
const done = arguments[arguments.length - 1];
axe.run({runOnly: arguments[0], resultTypes: ["violations"]}).then(
  found => done(found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(" | ")}`)),
  error => done([String(error)]),
);
"""

needs_axe = pytest.mark.skipif(bool(missing()) or not AXE.is_file(), reason=missing() or UNINSTALLED)
needs_nu = pytest.mark.skipif(
    not (shutil.which("java") and NU.is_file()),
    reason=UNINSTALLED if shutil.which("java") else "there is no Java; on Debian: apt-get install default-jre-headless",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory, blocks_of, tiny):
    """A folder with the pages, by the names of `PAGES`."""
    folder = tmp_path_factory.mktemp("pages")
    process = SPECIMENS / "tiny"
    reports = {"round": blocks_of(PROCESS=process, ROUND=3), "overview": blocks_of("process", PROCESS=process)}
    for name, blocks in reports.items():
        (folder / f"{name}.html").write_text(html.page(blocks), encoding="utf-8")
    (folder / "tiny").mkdir()
    (folder / "tiny" / "round-03.json").write_text(results.of_round(Briefing(tiny, 3)).texts()[".json"])
    shutil.copy(folder / "round.html", folder / "tiny" / "round-03.html")
    editions = {"tiny/round-03": Edition("abc", {"round-03.html": "d"}, "2030-09-14")}
    (folder / "front.html").write_text(front_page(Manifest(folder, editions), set()), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("chromium")) as browser:
        browser.set_script_timeout(PATIENCE)
        yield browser


def shown(browser, width, scheme):
    """Show the page in a window so wide, by light or in the dark."""
    screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    told = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": told})


@needs_axe
@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_to_fault_at_any_width_in_light_or_dark(name, pages, browser):
    browser.get((pages / f"{name}.html").as_uri())
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = {}
    for width in WIDTHS:
        for scheme in RULES:
            shown(browser, width, scheme)
            found[width, scheme] = browser.execute_async_script(RUN, RULES[scheme])

    assert found == {(width, scheme): [] for width in WIDTHS for scheme in RULES}


@needs_axe
@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(name, pages, browser):
    browser.get((pages / f"{name}.html").as_uri())
    shown(browser, 360, "light")

    told = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    wide, room = browser.execute_script(told)
    assert wide == room


@needs_nu
def test_the_nu_checker_finds_no_error(pages):
    files = [pages / f"{name}.html" for name in PAGES]
    command = ["java", "-Xss1m", "-jar", str(NU), "--errors-only", "--format", "json", *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)

    assert [each["message"] for each in json.loads(told.stderr)["messages"]] == []
