"""A real browser, headless: Chromium through Playwright, one for the session; without it these tests are skipped."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

_CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
# Nothing is fetched from anywhere: whatever a page asks for by name is not found.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Return the browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
    chromium = _CHROMIUM or pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[Open]:
    """
    Return a function that opens an address in a window of its own.

    What the page says in the console, errors, and whatever it asks for but itself, fail the test at its end.
    """
    contexts = []
    wrong: list[str] = []
    failed: list[tuple[str, Request]] = []

    def open_(url: str, width: int = 1440, height: int = 900, **options: object) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(f"{page.url}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: failed.append((page.url, request)))
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    left = "net::ERR_ABORTED"  # what was still asked for when the page was left
    assert [f"{page}: {request.url}: {request.failure}" for page, request in failed if request.failure != left] == []
    assert wrong == []


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that screenshots are put into."""
    return tmp_path_factory.mktemp("screenshots")
