"""What is made without checks is what the constructors make."""

import pickle
from typing import cast

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.errors import InvariantError
from newsmodel.model import Article, Span
from newsmodel.model.unchecked import (
    unchecked_block,
    unchecked_event,
    unchecked_link,
    unchecked_mention,
    unchecked_participant,
    unchecked_place,
    unchecked_provenance,
    unchecked_quote,
    unchecked_span,
    unchecked_speaker,
)

PIECES = [
    "“", "”", '"', "‘", "’", "—", ",", ".", "?", ":", ";", "(", ")", "&", "’s", "\n\n", "said", "told", "according to",
    "called", "asked", "in a statement", "that", "who", "he", "they", "Mr. Hill", "Jane Roe", "ROE:", "a spokesman",
    "the company", "the army", "Gen.", "reporters", "on Tuesday", "3-5 October", "last week", "and", "but", "to", "not",
    "was", "may", "if", "killed", "attacked", "strike", "died", "at least", "12", "2-1", "1,000", "dozens of", "miners",
    "in", "of", "near", "Leeds", "Oslo", "Norway", "Astoria, Ore.", "the United Nations", "9" * 4301, "\x1c", "İ", "²",
]  # fmt: skip
MARKUP = [
    "<p>", "<h1>", "<h3>", "<li>", "<pre>", "<table><tr><td>", "<blockquote>", "</p>", "</h1>", "<article>", "<br>",
    "<a href=/b>", "<a href='//[x'>", "<a href=' '>", "<a href=?&#xd800;>", "</a>", "<time datetime=2017-10-05>",
    "<meta property=og:title content='A strike'>", "<meta name=author content='Jane Roe'>", "<title>", "</title>",
    "<base href='https://example.com/c/'>", "&#x1c;", "&#xd800;", "&#0;", "&nbsp;", "&shy;",
]  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
TEXT = (
    "Rebels freed at least 12 miners near Mosul on Monday, the army said. “They are safe,” Gen. Ruth Abara said."
    " A strike may begin next week in Oslo, Norway, if the talks fail, she said."
)


PAGE = (
    "<html lang=en><meta property=og:title content='A strike may begin'><h1>A strike may begin</h1>"
    f"<p>{TEXT}</p><ul><li>See <a href=/b>what else the army said</a> about the mines in the north.</li></ul>"
)


def fields(thing: attrs.AttrsInstance) -> dict[str, object]:
    """Return the fields of an object by name, in their order."""
    return {field.name: getattr(thing, field.name) for field in attrs.fields(type(thing))}


def remade(thing: object) -> object:
    """Return what the constructors, which check, make of an object and of all that it holds."""
    if isinstance(thing, tuple):
        return tuple(map(remade, thing))
    if not attrs.has(type(thing)):
        return thing
    held = fields(cast("attrs.AttrsInstance", thing))
    return type(thing)(**{name: remade(value) for name, value in held.items()})


@given(strategies.articles())
def test_both_ways_make_the_same(article: Article) -> None:
    """An object made without checks equals the checked one, hashes, shows and pickles like it."""
    made: list[tuple[object, object]] = [(span, unchecked_span(span.start, span.end)) for span in article.sentences]
    made += [(block, unchecked_block(**fields(block))) for block in article.blocks]  # type: ignore[arg-type]
    made += [(link, unchecked_link(**fields(link))) for link in article.links]  # type: ignore[arg-type]
    made += [(told, unchecked_provenance(**fields(told))) for told in article.provenance]  # type: ignore[arg-type]
    made += [(quote, unchecked_quote(**fields(quote))) for quote in article.quotes]  # type: ignore[arg-type]
    made += [(place, unchecked_place(**fields(place))) for place in article.places]  # type: ignore[arg-type]
    for speaker in article.speakers:
        made.append((speaker, unchecked_speaker(**fields(speaker))))  # type: ignore[arg-type]
        made += [(mention, unchecked_mention(**fields(mention))) for mention in speaker.mentions]  # type: ignore[arg-type]
    for event in article.events:
        made.append((event, unchecked_event(**fields(event))))  # type: ignore[arg-type]
        made += [(part, unchecked_participant(**fields(part))) for part in event.participants]  # type: ignore[arg-type]
    for checked, bare in made:
        assert checked == bare
        assert (hash(checked), repr(checked)) == (hash(bare), repr(bare))
        assert pickle.loads(pickle.dumps(bare)) == checked


@given(NEWS | strategies.texts() | st.text())
@example(TEXT)
def test_what_the_annotators_make_would_pass_the_checks(text: str) -> None:
    """Everything that `annotate` makes of any text is taken by the constructors, which check, too."""
    article = nm.parse_text(text)
    assert remade(article) == article


def test_the_example_holds_all_that_the_annotators_make() -> None:
    """The text above gives events, quotes, speakers and places, or what is made of it would show nothing."""
    article = nm.parse_text(TEXT)
    assert all((article.events, article.quotes, article.speakers, article.places, article.sentences, article.times))


@given(st.lists(st.sampled_from(MARKUP) | st.sampled_from(PIECES)).map("".join))
@example(PAGE)
def test_what_the_page_gives_would_pass_the_checks(page: str) -> None:
    """Everything that `parse_html` makes of any page is taken by the constructors, which check, too."""
    article = nm.parse_html(page, url="https://example.org/a", annotate=False)
    assert remade(article) == article


def test_the_page_holds_all_that_is_made_of_one() -> None:
    """The page above gives blocks, links and provenance."""
    article = nm.parse_html(PAGE, annotate=False)
    assert len(article.blocks) > 1
    assert article.links
    assert article.provenance


@pytest.mark.parametrize("span", [unchecked_span(3, 3), unchecked_span(4, 2), unchecked_span(0, 9)])
def test_the_article_refuses_a_wrong_span(span: Span) -> None:
    """A span that is empty, turned round or too long gets no further than the article."""
    with pytest.raises(InvariantError, match=r"sentences\[0\]"):
        Article(text="Rain.", sentences=(span,))
