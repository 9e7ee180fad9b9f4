"""A Chromium without a window, for tests that drive it."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
DRIVER = shutil.which("chromedriver") or ""
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


def missing() -> str:
    """What there is not of all that driving needs, with the way to it; "" where nothing is missing."""
    if not (CHROMIUM and DRIVER):
        return "there is no Chromium with its driver; on Debian: apt-get install chromium chromium-driver"
    return ""


@contextlib.contextmanager
def chromium(profile: Path, *, size: tuple[int, int] = (1500, 1100)) -> Iterator[Chrome]:
    """Yield a browser without a window, with a profile of its own."""
    options = ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}"):
        options.add_argument(flag)
    browser = Chrome(options=options, service=ChromeService(DRIVER))
    try:
        yield browser
    finally:
        browser.quit()
