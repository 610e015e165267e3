"""The article viewer in a real browser: pointer, keyboard, both schemes, both widths, and articles that attack it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsmodel.formats import html
from newsmodel.model import Article, Block, BlockKind, Mention, MentionKind, Span, Speaker, SpeakerKind

from .articles import URL, attacking, bridge

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

WIDTHS = {"desk": (1440, 900), "phone": (360, 740)}
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the page that shows the article about the bridge."""
    return written(bridge(), tmp_path_factory.mktemp("viewer"))


def written(article: Article, folder: Path) -> str:
    """Write the viewer's page and return its address."""
    path = folder / "page.html"
    path.write_text(html.dumps(article, view="annotated"), "utf-8")
    return path.as_uri()


def card(page: "Page") -> str | None:
    """Return what the page says of the quote that is pointed at; None where it says nothing."""
    found = page.locator("#card")
    return found.inner_text() if found.is_visible() else None


def marked(page: "Page") -> object:
    """Return the ids of the quotes that have a colour behind them."""
    script = """() => [...document.querySelectorAll('.body .quote[id]')]
        .filter(it => getComputedStyle(it).backgroundColor !== 'rgba(0, 0, 0, 0)').map(it => it.id)"""
    return page.evaluate(script)


# -- looking -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", WIDTHS)
def test_the_page_is_accessible_and_fits(
    open_page: "Open", address: str, screenshots: Path, scheme: str, size: str
) -> None:
    """In both schemes and at both widths axe finds no violation, nothing sticks out, and a picture can be taken."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    width, height = WIDTHS[size]
    page = open_page(address, width, height, color_scheme=scheme)
    page.locator("details").evaluate_all("all => all.forEach(it => it.open = true)")
    results = axe.Axe().run(page).response
    assert [(it["id"], it["nodes"][0]["html"]) for it in results["violations"]] == []
    assert "color-contrast" in {it["id"] for it in results["passes"]}
    assert page.evaluate("document.documentElement.scrollWidth") == width
    picture = page.screenshot(path=screenshots / f"viewer-{size}-{scheme}.png", full_page=True)
    assert picture.startswith(b"\x89PNG")


def test_the_article_reads_as_it_is_written(open_page: "Open", address: str) -> None:
    """Headline, byline, dates and every block stand there, in order and with their words."""
    page = open_page(address)
    assert page.locator("h1").inner_text() == "Long Bridge closed"
    assert page.locator(".byline").inner_text() == "By Jo Field, Sam Lee"
    assert page.locator(".dates").inner_text() == "3 March 2026, 07:30 UTC · Updated 3 March 2026, 09:05 UTC"
    shown = page.locator(".body").inner_text().replace("↗", "")
    assert shown.split() == bridge().text.split()
    # a heading never skips a level, whatever the article says
    assert page.locator(".body h2").inner_text() == "What comes next"


def test_speakers_timeline_and_provenance_stand_beside_it(open_page: "Open", address: str) -> None:
    """The speakers have role and number of quotes, the events their days, the fields their signals."""
    page = open_page(address)
    brook, hale = page.locator(".speakers li").all_inner_texts()
    assert brook.split("\n") == ["Mayor Ada Brook", "2 quotes", "who asked for the survey"]
    assert hale.split("\n") == ["Jon Hale", "1 quote"]
    assert page.locator(".days h3").all_inner_texts() == ["2 March 2026", "May 2026"]
    first, second = page.locator(".days .events li").all_inner_texts()
    assert first.split("\n") == ["The council closed the Long Bridge", "Decide · Monday · Long Bridge"]
    assert second.split("\n") == ["nobody … walk", "Transport · possible · May · as Ada Brook says"]
    assert page.locator("details .events").all_text_contents()[0].strip() == "hurtInjure · not so"
    assert "Long Bridge closed | Fernby Post title passed over" in page.locator("dd.other").inner_text()
    assert page.locator("aside h2").all_inner_texts() == [
        "Speakers",
        "Timeline",
        "Where it comes from",
        "Worth knowing",
    ]


def test_an_event_of_the_timeline_leads_to_its_words(open_page: "Open", address: str) -> None:
    """Following it goes to the trigger in the text."""
    page = open_page(address, *WIDTHS["phone"])
    page.get_by_text("nobody … walk").click()
    assert page.locator(":target").inner_text() == "walk"
    assert page.locator(":target").evaluate("it => it.getBoundingClientRect().top < innerHeight")


def test_quotes_nest_and_go_on(open_page: "Open", address: str) -> None:
    """A quote within a quote is an element within its element; one over several paragraphs is marked in each."""
    page = open_page(address)
    assert page.locator("#q2 #q3").inner_text().strip("↗ ") == "rotten to the core"
    parts = [text.strip("↗ ") for text in page.locator(".body .quote[data-quote='1']").all_inner_texts()]
    assert parts == ["It is not safe,", "We will wait.", "It is not safe, and nobody may walk there until May."]


def test_what_cannot_be_broken_does_not_stick_out(open_page: "Open", tmp_path: Path) -> None:
    """A table of many columns, a line of code and a word without end stay within the screen of a phone."""
    words = ("\t".join(["column"] * 14), "code " * 40 + "x" * 300, "w" * 500)
    kinds = (BlockKind.TABLE, BlockKind.PREFORMATTED, BlockKind.PARAGRAPH)
    text = "\n\n".join(words)
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in words]
    blocks = tuple(Block(kind=kind, span=span) for kind, span in zip(kinds, spans, strict=True))
    speaker = Speaker(
        name="n" * 300, kind=SpeakerKind.PERSON, mentions=(Mention(span=spans[2], kind=MentionKind.NAME),)
    )
    page = open_page(
        written(Article(headline="h" * 90, text=text, blocks=blocks, speakers=(speaker,)), tmp_path), *WIDTHS["phone"]
    )
    assert page.evaluate("document.documentElement.scrollWidth") == WIDTHS["phone"][0]


# -- pointer and keyboard ----------------------------------------------------------------------------------------


def test_pointing_at_a_quote_shows_its_speaker(open_page: "Open", address: str) -> None:
    """The speaker, the role and the rule are told while the pointer rests on a quote, and no longer."""
    page = open_page(address)
    assert card(page) is None
    page.locator("#q1").hover()
    assert card(page) == "Mayor Ada Brook\nwho asked for the survey · direct quote · found by: quotation cue"
    assert page.locator("button.active").inner_text() == "Mayor Ada Brook"
    assert page.locator(".lit").all_inner_texts() == ["said", "Mayor Ada Brook"]
    page.locator("#q3").hover()  # which lies in the quote of another
    assert (card(page) or "").startswith("Mayor Ada Brook")
    page.locator("#q4").hover()
    assert (card(page) or "").startswith("Speaker unknown\nindirect quote")
    page.locator("h1").hover()
    assert card(page) is None
    assert page.locator(".active, .lit").count() == 0


def test_the_keyboard_goes_from_quote_to_quote(open_page: "Open", address: str) -> None:
    """Tab stops at each quote and at its link, and shows the speaker as the pointer does."""
    page = open_page(address)
    page.locator("#show-times").focus()
    seen: list[tuple[str | None, str]] = []
    for _ in range(10):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.href")
        seen.append((name, (card(page) or "").partition("\n")[0]))
    assert seen == [
        ("https://fernby.example/survey", ""),
        ("Direct quote, Ada Brook", "Mayor Ada Brook"),
        ("Quote 1 in the original page", "Mayor Ada Brook"),
        ("Mixed quote, Jon Hale", "Jon Hale"),
        ("Direct quote, Ada Brook", "Mayor Ada Brook"),
        ("Quote 3 in the original page", "Mayor Ada Brook"),
        ("Quote 2 in the original page", "Jon Hale"),
        ("Table", ""),
        ("Indirect quote, speaker unknown", "Speaker unknown"),
        ("Quote 4 in the original page", "Speaker unknown"),
    ]
    page.keyboard.press("Escape")
    assert card(page) is None


@pytest.mark.parametrize("size", WIDTHS)
def test_a_speaker_shows_only_their_quotes(open_page: "Open", address: str, size: str) -> None:
    """Pressing a speaker leaves only their quotes marked, and says so; pressing again brings the others back."""
    page = open_page(address, *WIDTHS[size])
    hale = page.get_by_role("button", name="Jon Hale")
    everyone = ["q1", "q2", "q3", "q4"]
    assert marked(page) == everyone
    hale.click()
    assert (marked(page), hale.get_attribute("aria-pressed")) == (["q2"], "true")
    assert page.get_by_role("status").inner_text() == "1 quote by Jon Hale"
    page.wait_for_function("document.querySelector('#q2').getBoundingClientRect().top < innerHeight")
    hale.click()
    assert (marked(page), hale.get_attribute("aria-pressed")) == (everyone, "false")
    assert page.get_by_role("status").inner_text() == ""


def test_speakers_work_with_the_keyboard(open_page: "Open", address: str) -> None:
    """Enter and Space press a speaker; Escape and "Show all" bring everyone back."""
    page = open_page(address)
    page.get_by_role("button", name="Mayor Ada Brook").focus()
    page.keyboard.press("Enter")
    assert marked(page) == ["q1", "q3"]
    page.keyboard.press("Escape")
    assert marked(page) == ["q1", "q2", "q3", "q4"]
    page.keyboard.press("Space")
    assert marked(page) == ["q1", "q3"]
    page.get_by_role("button", name="Show all").press("Enter")
    assert marked(page) == ["q1", "q2", "q3", "q4"]


def test_marks_can_be_hidden(open_page: "Open", address: str) -> None:
    """The boxes above the text take the lines under events and under times away."""
    page = open_page(address)
    for name, mark in (("event", page.locator(".body .event").first), ("time", page.locator(".body .time").first)):
        lined = mark.evaluate("it => getComputedStyle(it).borderBottomColor")
        page.get_by_role("checkbox", name=name).uncheck()
        assert mark.evaluate("it => getComputedStyle(it).borderBottomColor") == "rgba(0, 0, 0, 0)" != lined


def test_without_script_the_page_still_reads(open_page: "Open", address: str) -> None:
    """Article, marks, speakers and timeline are there; what needs script cannot be pressed."""
    page = open_page(address, java_script_enabled=False)
    assert "It is not safe" in page.locator("#q1").inner_text()
    assert page.locator(".count").first.get_attribute("href") == "#q1"
    assert page.locator("button.speaker").first.is_disabled()
    assert not page.locator("#card").is_visible()


def test_a_notebook_shows_the_page_in_a_frame(open_page: "Open", tmp_path: Path) -> None:
    """What a notebook shows is the same page, alive in a sandboxed frame."""
    show = Article._repr_html_
    assert show is not None
    path = tmp_path / "cell.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>Cell</title>{show(bridge())}", "utf-8")
    page = open_page(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("#q1").hover()
    assert frame.locator("#card b").inner_text() == "Mayor Ada Brook"


# -- attacks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", [None, "https://fernby.example/'><script>document.title='owned'</script>"])
def test_an_attacking_article_stays_inert(open_page: "Open", tmp_path: Path, url: str | None) -> None:
    """Markup in any field shows as text, whatever is pointed at, pressed and focused; no address runs script."""
    article = attacking(url or "javascript:document.title='owned'")
    page = open_page(written(article, tmp_path))
    # the content security policy would hide that markup got through, so the elements are counted too
    assert page.locator("script").count() == 2
    assert page.locator("style").count() == 1
    assert (
        page.locator("img, svg, iframe, base, [onerror], [onload], [onmouseover], meta[http-equiv=refresh]").count()
        == 0
    )
    links = page.locator("a[href]").evaluate_all("all => all.map(it => new URL(it.href).protocol)")
    assert set(links) <= {"https:", "file:"}
    assert " ".join(article.text.split()) in " ".join(page.locator(".body").inner_text().replace("↗", "").split())
    for quote in page.locator(".body .quote[id]").all():
        quote.hover(force=True)
        quote.focus()
    for button in page.locator("button.speaker").all():
        button.click()
    assert page.title() == article.headline
    assert page.url.startswith("file:")


def test_the_plain_page_of_an_attacking_article_stays_inert(open_page: "Open", tmp_path: Path) -> None:
    """The page that is written for other readers shows the same markup as text, and runs none of it."""
    article = attacking("javascript:document.title='owned'")
    path = tmp_path / "plain.html"
    path.write_text(html.dumps(article), "utf-8")
    page = open_page(path.as_uri())
    assert page.title() == article.headline
    assert page.locator("script:not([type='application/ld+json']), iframe, base, [onerror], [onload]").count() == 0
    links = page.locator("a[href]").evaluate_all("all => all.map(it => new URL(it.href).protocol)")
    assert set(links) <= {"https:", "http:", "mailto:", "file:"}
    assert "<script>" in page.locator("body").inner_text()


def test_quotes_link_into_the_original_page(open_page: "Open", address: str) -> None:
    """Each quote has a link to its words at the article's own address."""
    page = open_page(address)
    urls = page.locator(".origin").evaluate_all("all => all.map(it => it.getAttribute('href'))")
    assert urls[0].startswith(f"{URL}#:~:text=")
    assert len(urls) == len(bridge().quotes)
