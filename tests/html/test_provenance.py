"""Every field of the metadata tells where it is from, and what was passed over."""

import json

import attrs
import pytest

from newsmodel.html import read_page
from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.tree import parse_tree
from newsmodel.model import Article


def read(html: str, url: str | None = "https://www.example.org/news/rain") -> Metadata:
    """Return the metadata of a page."""
    root, _ = parse_tree(html)
    assert root is not None
    return read_metadata(Gathered(root), url)


def ld(**fields: object) -> str:
    """Return a JSON-LD block of a news article with these fields."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def chosen(metadata: Metadata) -> dict[str, str]:
    """Return the signal that gave each field."""
    return {p.field: p.source for p in metadata.provenance if p.chosen}


JSON_LD = ld(
    headline="Rain falls",
    description="It rained.",
    author={"@type": "Person", "name": "Maria Jonas"},
    publisher={"@type": "Organization", "name": "The Daily Example"},
    datePublished="2024-05-03",
    dateModified="2024-05-04",
    articleSection="Weather",
    keywords=["rain"],
    inLanguage="en",
    isAccessibleForFree=True,
    copyrightNotice="© The Daily Example",
    image="https://www.example.org/rain.jpg",
    url="https://www.example.org/news/rain",
)
METAS = """<meta property="og:title" content="Rain falls"><meta name=description content="It rained.">
    <meta name=author content="Maria Jonas"><meta property="og:site_name" content="The Daily Example">
    <meta property="article:published_time" content="2024-05-03"><meta name=last-modified content="2024-05-04">
    <meta property="article:section" content=Weather><meta name=keywords content=rain>
    <meta name=language content=en><meta name="article:content_tier" content=free>
    <meta name=copyright content="© The Daily Example"><meta property="og:image" content="/rain.jpg">
    <meta property="og:url" content="https://www.example.org/news/rain">"""
MICRODATA = """<html lang=en><div itemscope itemtype="https://schema.org/NewsArticle">
    <h1 itemprop=headline>Rain falls</h1>
    <p itemprop=description>It rained.</p><b itemprop=author>Maria Jonas</b><b itemprop=publisher>The Daily Example</b>
    <meta itemprop=datePublished content="2024-05-03"><meta itemprop=dateModified content="2024-05-04">
    <i itemprop=articleSection>Weather</i><i itemprop=keywords>rain</i></div>"""


@pytest.mark.parametrize("page", [JSON_LD, METAS, MICRODATA], ids=["JSON-LD", "meta elements", "microdata"])
def test_every_field_has_its_provenance(page: str) -> None:
    """Every field that is set has exactly one chosen signal, and no field that is not set has one."""
    metadata = read(page)
    fields = set(attrs.fields_dict(Metadata)) & set(attrs.fields_dict(Article)) - {"provenance", "issues"}
    given = {field for field in fields if getattr(metadata, field) not in (None, ())}
    assert len(given) >= 9
    assert sorted(p.field for p in metadata.provenance if p.chosen) == sorted(given)


def test_microdata_is_called_by_its_name() -> None:
    """What a meta element says by its itemprop is told as microdata."""
    sources = chosen(read(MICRODATA))
    assert sources["published"] == "itemprop datePublished"
    assert sources["language"] == "html lang"


def test_candidates_passed_over_are_within_reach() -> None:
    """What other signals say of a field stays in the provenance, each thing once."""
    metadata = read(
        f"{JSON_LD}<meta name=description content='Wind blew.'><meta property='og:description' content='It rained.'>"
    )
    said = [(p.source, p.raw, p.chosen) for p in metadata.provenance if p.field == "description"]
    assert said == [("json-ld description", "It rained.", True), ("meta description", "Wind blew.", False)]


def test_images_of_the_body_have_a_source() -> None:
    """Where no image is declared, the first one of the body tells where they are from; sizes of one picture are one."""
    story = "<p>It rained all day, and the river rose until the bridge was under water.</p>" * 5
    shown = f"<article><h1>Rain falls</h1>{story}<img src='/rain-300x200.jpg' width=300 height=200>{story}</article>"
    article = read_page(shown, url="https://www.example.org/news/rain")
    assert [(p.source, p.raw) for p in article.provenance if p.field == "images"] == [
        ("img", "https://www.example.org/rain-300x200.jpg")
    ]
    declared = read_page(
        f"<head><meta property='og:image' content='/rain.jpg'></head>{shown}", url="https://x.example/"
    )
    assert [image.url for image in declared.images] == ["https://x.example/rain-300x200.jpg"]
