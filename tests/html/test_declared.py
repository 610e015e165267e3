"""What pages declare in other words than most: Dublin Core, trails, the names of languages and of sites."""

import json

import pytest

from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.tree import parse_tree

URL = "https://www.orrlandherald.com/roads/bridge"
HOME = "https://www.orrlandherald.com/"
TITLE = "Bridge of Orrland closed to lorries"


def read(head: str, *, attributes: str = "", body: str = f"<h1>{TITLE}</h1>", url: str | None = URL) -> Metadata:
    """Return the metadata of a page with this head."""
    root, _ = parse_tree(f"<!doctype html><html><head><title>{TITLE}</title>{head}</head><body {attributes}>{body}")
    assert root is not None
    return read_metadata(Gathered(root), url)


def ld(*nodes: object) -> str:
    """Return a JSON-LD block with these nodes."""
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


@pytest.mark.parametrize("mark", [".", ":"])
def test_dublin_core(mark: str) -> None:
    """The terms of Dublin Core are written with a dot or with a colon."""
    terms = {"creator": "Ida Lund", "publisher": "Orrland Herald", "description": "Rust.", "subject": "bridge, rust"}
    head = "".join(f'<meta name="dcterms{mark}{term}" content="{value}">' for term, value in terms.items())
    metadata = read(f'{head}<meta name="DC{mark}language" content="nb-NO"><meta name="dc.x" content="y">')
    assert [author.name for author in metadata.authors] == ["Ida Lund"]
    assert metadata.publisher is not None
    assert metadata.publisher.name == "Orrland Herald"
    assert (metadata.description, metadata.keywords, metadata.language) == ("Rust.", ("bridge", "rust"), "nb-NO")


def test_an_item_has_a_name() -> None:
    """Where microdata give an item for the publisher, its name is the publisher's."""
    item = "<span itemprop=publisher itemscope><b>by</b> <meta itemprop=name content='Orrland Herald'></span>"
    publisher = read("", body=f"<h1>{TITLE}</h1>{item}").publisher
    assert publisher is not None
    assert publisher.name == "Orrland Herald"


def test_the_site_stands_for_the_publisher() -> None:
    """The site that a page is part of is its publisher where none is declared."""
    publisher = read(ld({"@type": "WebSite", "name": "Orrland Herald"})).publisher
    assert publisher is not None
    assert publisher.name == "Orrland Herald"


def trail(*steps: object) -> str:
    """Return the JSON-LD of a trail with these steps."""
    return ld({"@type": "BreadcrumbList", "itemListElement": list(steps)})


def step(name: str, path: str) -> dict[str, object]:
    """Return a step of a trail, its address beside its name."""
    return {"@type": "ListItem", "name": name, "item": HOME + path}


@pytest.mark.parametrize(
    ("steps", "section"),
    [
        ([step("Herald", ""), step("Roads", "roads"), step("Bridges", "roads/bridges"), step(TITLE, "x")], "Roads"),
        ([step("Home", "index.html"), {"item": {"@id": f"{HOME}roads", "name": "Roads"}}], "Roads"),
        ([step("Roads", "roads"), step("All of what we know of it", "roads/all")], "Roads"),
        ([step("Closed", "roads/bridge")], None),
        ([step(TITLE, "other"), step("Next", "next")], "Next"),
        ([{"name": "Roads"}, "Roads", {"item": f"{HOME}roads"}, {"name": 7, "item": "http://[/x"}], None),
        ([], None),
    ],
)
def test_the_section_of_a_trail(steps: list[object], section: str | None) -> None:
    """The first step below the home page is the section, unless it is the page itself or has no address."""
    assert read(trail(*steps)).section == section


def test_a_declared_section_before_that_of_a_trail() -> None:
    """What the article says of its section comes before the trail."""
    article = ld({"@type": "NewsArticle", "headline": TITLE, "articleSection": "Bridges"})
    assert read(article + trail(step("Roads", "roads"))).section == "Bridges"


def test_a_trail_on_a_page_without_an_address() -> None:
    """Where nobody says what the page's own address is, every step with one may be the section."""
    assert read(trail(step("Roads", "roads")), url=None).section == "Roads"


@pytest.mark.parametrize(
    ("declared", "tag"),
    [("English", "en"), ("Deutsch", "de"), ("deu", "de"), ("en_GB", "en-GB"), ("und", None), ("Orrish", None)],
)
def test_names_of_languages(declared: str, tag: str | None) -> None:
    """The name of a language, or its code of three letters, stands for its tag."""
    assert read(f'<meta name="language" content="{declared}">').language == tag


def test_the_language_around_the_headline() -> None:
    """Where the page as a whole declares no language, the element around the headline does, or the body."""
    assert read("", attributes="lang=fr").language == "fr"
    assert read("", attributes="lang=fr", body=f"<article lang=nn><h1>{TITLE}</h1></article>").language == "nn"
    assert read("", attributes="lang=fr", body="<p>Rust</p>").language == "fr"
    assert read("").language is None


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (f'<link rel="canonical" href="{HOME}">', f"{HOME}b"),
        (f'<link rel="canonical" href="{HOME}index.html">', f"{HOME}b"),
        (f'<link rel="Canonical nofollow" href="{HOME}c">', f"{HOME}c"),
        (f'<link rel="canonical" href="{HOME}c">', f"{HOME}c"),
    ],
)
def test_the_address_of_the_home_page(link: str, expected: str) -> None:
    """A page that is not the home page has another address, whatever a template says."""
    assert read(f'{link}<meta property="og:url" content="{HOME}b">').canonical_url == expected


def test_the_home_page_has_its_own_address() -> None:
    """The home page, and a page of which nothing is known, may have the home page's address."""
    for url in (HOME, None):
        assert read(f'<link rel="canonical" href="{HOME}">', url=url).canonical_url == HOME


def test_keywords_parted_in_other_scripts() -> None:
    """Lists of keywords are parted by the commas of their script."""
    assert read('<meta name="keywords" content="橋、閉鎖，貨車">').keywords == ("橋", "閉鎖", "貨車")
