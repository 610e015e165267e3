"""W3C Web Annotation: what is selected, how, and that selectors find the same spans again."""

import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given

from newsmodel import strategies as nst
from newsmodel.errors import FormatError
from newsmodel.formats import webannotation
from newsmodel.model import Article, IssueCode, QuoteKind
from newsmodel.pipeline import parse_text


def items(document: str) -> list[dict[str, Any]]:
    """Return the annotations of a document."""
    found = json.loads(document)["first"]["items"]
    assert isinstance(found, list)
    return found


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the targets of an annotation."""
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def tags(annotation: dict[str, Any]) -> list[str]:
    """Return the tags of an annotation."""
    return [body["value"] for body in annotation["body"] if body.get("purpose") == "classifying"]


def test_an_article_is_a_collection_of_annotations(article: Article) -> None:
    """The first one carries the text; a broken quote has several targets; parts are linked by id."""
    document = webannotation.dumps(article)
    tree = json.loads(document)
    assert (tree["@context"], tree["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    whole, *others = items(document)
    assert tree["total"] == len(others) + 1
    assert whole["body"]["value"] == article.text
    assert whole["target"]["created"] == "2026-03-02T16:30:00Z"
    quote = next(it for it in others if tags(it) == ["quote", "direct"])
    assert [target["selector"][1]["exact"] for target in targets(quote)] == [
        "It is not safe,",
        "We found 12 cracks & 3 holes.",
    ]
    cue = next(it for it in others if tags(it) == ["cue"])
    assert cue["body"][1] == {"type": "SpecificResource", "purpose": "linking", "source": quote["id"]}
    assert len({it["id"] for it in others}) == len(others)


@given(article=nst.articles())
def test_both_selectors_select_the_same_words(article: Article) -> None:
    """Positions count code points; the words between them, and around, are those that the quote selector gives."""
    for annotation in items(webannotation.dumps(article))[1:]:
        for target in targets(annotation):
            position, *quotes = target["selector"]
            for quote in quotes:
                assert article.text[position["start"] : position["end"]] == quote["exact"]
                assert article.text[: position["start"]].endswith(quote["prefix"])
                assert article.text[position["end"] :].startswith(quote["suffix"])


def selected(article: Article) -> Iterator[object]:
    """Yield the spans of every quote, mention, time, place and event."""
    for quote in article.quotes:
        yield quote.content, quote.cue, quote.source
    yield from (speaker.mentions for speaker in article.speakers)
    yield from (time.span for time in article.times)
    yield from (place.spans for place in article.places)
    yield from ((event.trigger, event.extent, event.participants) for event in article.events)


def test_every_span_comes_back(article: Article) -> None:
    """Quotes, mentions, times, places and events stand where they stood, and refer to one another as they did."""
    read = webannotation.loads(webannotation.dumps(article))
    bare = attrs.evolve(article.speakers[1], honorific=None, affiliation=None)
    expected = article.replace_speaker(article.speakers[1], bare)
    assert list(selected(read)) == list(selected(expected))
    assert (read.quotes, read.speakers, read.events) == (expected.quotes, expected.speakers, expected.events)
    assert (read.times, read.places, read.blocks, read.links) == (
        *(expected.times, expected.places),
        *(expected.blocks, expected.links),
    )


def test_losses_name_what_does_not_come_back(article: Article) -> None:
    """The little that is lost is named by its field."""
    assert webannotation.losses(article) == (
        *("description", "publisher", "section", "keywords", "dateline", "images", "is_accessible_for_free"),
        *("speakers.honorific", "speakers.affiliation"),
    )


def foreign(*selectors: dict[str, Any], text: str = "He said no. She said no.") -> str:
    """Return a list of two annotations as another tool might write them."""
    body = {"type": "TextualBody", "value": text, "format": "text/plain"}
    target = {"source": "https://wold.example/1", "selector": list(selectors)}
    quoted = [{"type": "TextualBody", "purpose": "tagging", "value": "quote"}]
    return json.dumps(
        [
            {"type": "Annotation", "motivation": "describing", "body": body, "target": "https://wold.example/1"},
            {"type": "Annotation", "body": quoted, "target": target},
        ]
    )


def test_words_decide_where_positions_are_wrong() -> None:
    """Where the position selects other words, those around tell which of several places is meant."""
    position = {"type": "TextPositionSelector", "start": 0, "end": 3}
    quote = {"type": "TextQuoteSelector", "exact": "no", "prefix": "She said ", "suffix": "."}
    article = webannotation.loads(foreign(position, quote))
    assert [(it.text, it.content[0].start, it.kind) for it in article.quotes] == [("no", 21, QuoteKind.INDIRECT)]
    article = webannotation.loads(foreign({"type": "TextQuoteSelector", "exact": "no", "prefix": "They said "}))
    assert [it.content[0].start for it in article.quotes] == [8]


def test_what_the_text_does_not_hold_is_an_issue() -> None:
    """It is left out, and its words are named."""
    article = webannotation.loads(foreign({"type": "TextQuoteSelector", "exact": "yes"}))
    assert article.quotes == ()
    assert [issue.code for issue in article.issues] == [IssueCode.UNANCHORED]
    assert "yes" in article.issues[0].message


@pytest.mark.parametrize("data", ["[]", "{}", "5", '{"first": 5}', '{"items": [5, {"body": "x"}]}'])
def test_what_holds_no_annotation_is_refused(data: str) -> None:
    """The error says what was expected."""
    with pytest.raises(FormatError, match="expected annotations"):
        webannotation.loads(data)


def test_positions_alone_do_not_multiply_the_text() -> None:
    """A thousand short annotations that each select nearly all of a long text are not a thousand texts."""
    size = 100_000
    head, quoted = json.loads(foreign({}, text="a" * size))
    places = [{"type": "TextPositionSelector", "start": i, "end": size - i} for i in range(1_000)]
    document = json.dumps(
        [head, *({**quoted, "id": f"#{place['start']}", "target": {"selector": place}} for place in places)]
    )
    article = webannotation.loads(document)
    assert sum(len(quote.text) for quote in article.quotes) <= 20 * len(document)
    assert IssueCode.LIMIT_REACHED in {issue.code for issue in article.issues}
    assert len(article.quotes) > 20


def test_events_that_differ_only_in_a_count_beyond_all_measure_are_written_once() -> None:
    """Counts that JSON readers cannot hold are left out; what is alike without them is one annotation."""
    article = parse_text("Rebels attacked the town.")
    (event,) = article.events
    rebels = event.participants[0]
    counted = (attrs.evolve(event, participants=(attrs.evolve(rebels, count=10**n),)) for n in (30, 31))
    assert len(webannotation.loads(webannotation.dumps(attrs.evolve(article, events=tuple(counted)))).events) == 1
