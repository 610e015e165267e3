"""The documentation site in a real browser: every page on a phone, search, links, and the landing page's drawing."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import html

from .serving import served

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.xdist_group("site")

PHONE = (360, 740)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the documentation; return its address."""
    with served(site) as found:
        yield found


def pages(site: Path) -> list[str]:
    """Return the paths of all pages, the landing page first."""
    found = (path.relative_to(site) for path in site.rglob("*.html"))
    names = (path.as_posix() for path in found if not path.parts[0].startswith("_"))
    return sorted(names, key=lambda path: (path != "index.html", path))


def test_every_page_opens_and_fits_a_phone(open_page: "Open", site: Path, address: str) -> None:
    """No page says anything in the console, and none is wider than the screen."""
    page = open_page(f"{address}/index.html", *PHONE)
    widths: dict[str, object] = {}
    for path in pages(site):
        page.goto(f"{address}/{path}", wait_until="load")
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(widths, PHONE[0])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    ["index.html", "tutorial/first-article.html", "how-to/show-an-article.html", "reference/model.html"],
)
def test_each_kind_of_page_can_be_looked_at(
    open_page: "Open", address: str, screenshots: Path, path: str, scheme: str
) -> None:
    """A picture can be taken of each kind of page on a phone, in both schemes."""
    page = open_page(f"{address}/{path}", *PHONE, color_scheme=scheme)
    name = path.replace("/", "-").removesuffix(".html")
    assert page.screenshot(path=screenshots / f"docs-{name}-{scheme}.png", full_page=True)
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("words", ["speaker", "parse_html", "reporting verbs"])
def test_search_finds_something(open_page: "Open", address: str, words: str) -> None:
    """Searching from the landing page lists pages, and the first one opens."""
    page = open_page(f"{address}/index.html")
    page.locator("input[name=q]").first.fill(words)
    page.keyboard.press("Enter")
    first = page.locator("ul.search li a").first
    first.click()
    assert words.partition(" ")[0] in page.locator("article").inner_text().lower()


def test_internal_links_lead_somewhere(site: Path) -> None:
    """Every link to a page of the site names one that is there, and a place that is on it."""
    trees = {path: html.parse(str(site / path)).getroot() for path in pages(site)}
    ids = {path: {*tree.xpath("//@id"), *tree.xpath("//a/@name"), ""} for path, tree in trees.items()}
    leads: dict[tuple[str, str], bool] = {}
    for path, tree in trees.items():
        for href in map(str, tree.xpath("//a/@href")):
            target, place = urldefrag(urljoin(f"http://site/{path}", href))
            if urlsplit(target).netloc == "site":
                found = unquote(urlsplit(target).path).lstrip("/") or "index.html"
                there = unquote(place) in ids[found] if found in ids else (site / found).is_file()
                leads[path, href] = there or place.startswith(":~:")
    assert len(leads) > 100
    assert [link for link, somewhere in leads.items() if not somewhere] == []


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_landing_page_shows_a_paragraph_as_the_viewer_draws_it(
    open_page: "Open", address: str, scheme: str, theme: str
) -> None:
    """Quotes, sources, events and times are marked, legibly whatever the theme's switch and the system say."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = open_page(f"{address}/index.html", color_scheme=scheme)
    page.evaluate("theme => document.body.dataset.theme = theme", theme)
    drawn = page.locator(".annotated")
    for mark in ("quote", "source", "cue", "event", "time"):
        assert drawn.locator(f".{mark}").count() > 0
    results = axe.Axe().run(page, context=".annotated").response
    assert [(it["id"], it["nodes"][0]["html"]) for it in results["violations"]] == []


def test_the_landing_page_leads_to_a_whole_article(open_page: "Open", address: str) -> None:
    """The viewer's page of the bundled article is a part of the site."""
    page = open_page(f"{address}/index.html")
    page.get_by_text("See a whole article in the viewer").click()
    assert page.locator(".speakers li").count() > 1
