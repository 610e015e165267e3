"""What is made without checks is what the constructors make."""

import pickle

import attrs
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel import strategies
from newsmodel.errors import InvariantError
from newsmodel.model import Article, Event, Participant, Span
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


def test_what_the_annotators_make_would_pass_the_checks() -> None:
    """Everything that `annotate` makes unchecked is taken by its constructor too."""
    article = nm.parse_text(TEXT)
    assert article.events
    assert article.quotes
    assert article.speakers
    assert article.places
    things: list[attrs.AttrsInstance] = [*article.quotes, *article.speakers, *article.places]
    for thing in things:
        assert type(thing)(**fields(thing)) == thing
    for event in article.events:
        parts = tuple(Participant(**fields(part)) for part in event.participants)  # type: ignore[arg-type]
        assert Event(**{**fields(event), "participants": parts}) == event  # type: ignore[arg-type]
    for span in article.sentences:
        assert Span(span.start, span.end) == span


def test_what_the_page_gives_would_pass_the_checks() -> None:
    """Every block, link and provenance that `parse_html` makes unchecked is taken by its constructor too."""
    article = nm.parse_html(PAGE, url="https://example.org/a", annotate=False)
    assert len(article.blocks) > 1
    assert article.links
    assert article.provenance
    things: list[attrs.AttrsInstance] = [*article.blocks, *article.links, *article.provenance]
    for thing in things:
        assert type(thing)(**fields(thing)) == thing


@pytest.mark.parametrize("span", [unchecked_span(3, 3), unchecked_span(4, 2), unchecked_span(0, 9)])
def test_the_article_refuses_a_wrong_span(span: Span) -> None:
    """A span that is empty, turned round or too long gets no further than the article."""
    with pytest.raises(InvariantError, match=r"sentences\[0\]"):
        Article(text="Rain.", sentences=(span,))
