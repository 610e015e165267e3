"""The rules that hold across the objects of an article (the invariants 1 to 5 of the design)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from operator import lt
from typing import TYPE_CHECKING, TypeVar

from newsmodel.errors import Problem
from newsmodel.model.events import day_of
from newsmodel.model.quotes import Quote
from newsmodel.model.span import Span

if TYPE_CHECKING:  # article.py calls this module
    from newsmodel.model.article import Article

T = TypeVar("T")


def problems(article: "Article") -> Iterator[Problem]:
    """
    Yield every rule across objects that *article* breaks: the field, the value and what was expected.

    Takes time linear in the size of the article (but for sorting).
    """
    outside = list(_spans_in_text(article))
    yield from outside
    yield from _dates(article)
    yield from _members(article)
    if not outside:  # the rules below read the text at the spans
        yield from _blocks(article)
        yield from _sentences(article)
        yield from _surfaces(article)
        yield from _nesting(article.quotes)


# -- 1: every span lies in the text, on characters that are not white space --------------------------------------


def _spans_in_text(article: "Article") -> Iterator[Problem]:
    text, size = article.text, len(article.text)
    spans = _bare_spans(article)
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    if all(map(lt, starts, ends)) and max(ends, default=0) <= size:
        edges = "".join([text[start] for start in starts] + [text[end - 1] for end in ends])
        if edges.split() == ([edges] if edges else []):  # no white space among them
            return
    for span, path, *at in _all_spans(article):
        if not span.start < span.end <= size:
            yield Problem(path.format(*at), span, f"a span within the text ({size} code points)")
        elif text[span.start].isspace() or text[span.end - 1].isspace():
            yield Problem(path.format(*at), span, "a span that starts and ends on a character that is not white space")


def _bare_spans(article: "Article") -> list[Span]:
    """Return every span, without its path: an article has hundreds, and only of a wrong one is it asked which it is."""
    quotes, events = article.quotes, article.events
    spans = [block.span for block in article.blocks]
    spans += [link.span for link in article.links]
    spans += [time.span for time in article.times]
    spans += [issue.span for issue in article.issues if issue.span is not None]
    spans += article.sentences
    if article.dateline is not None:
        spans.append(article.dateline.span)
    spans += [mention.span for speaker in article.speakers for mention in speaker.mentions]
    spans += [span for place in article.places for span in place.spans]
    spans += [span for quote in quotes for span in quote.content]
    spans += [span for quote in quotes for span in (quote.cue, quote.source) if span is not None]
    spans += [span for event in events for span in (event.trigger, event.extent)]
    spans += [participant.span for event in events for participant in event.participants]
    return spans


def _all_spans(article: "Article") -> Iterator[tuple[Span, str] | tuple[Span, str, int] | tuple[Span, str, int, int]]:
    """Yield every span with its path, which is put together only for what is wrong."""
    for name in ("blocks", "links", "times", "issues"):
        for i, item in enumerate(getattr(article, name)):
            if item.span is not None:
                yield item.span, name + "[{}].span", i
    for i, span in enumerate(article.sentences):
        yield span, "sentences[{}]", i
    if article.dateline is not None:
        yield article.dateline.span, "dateline.span"
    for i, speaker in enumerate(article.speakers):
        for j, mention in enumerate(speaker.mentions):
            yield mention.span, "speakers[{}].mentions[{}].span", i, j
    for i, place in enumerate(article.places):
        for j, span in enumerate(place.spans):
            yield span, "places[{}].spans[{}]", i, j
    for i, quote in enumerate(article.quotes):
        for j, span in enumerate(quote.content):
            yield span, "quotes[{}].content[{}]", i, j
        if quote.cue is not None:
            yield quote.cue, "quotes[{}].cue", i
        if quote.source is not None:
            yield quote.source, "quotes[{}].source", i
    for i, event in enumerate(article.events):
        yield event.trigger, "events[{}].trigger", i
        yield event.extent, "events[{}].extent", i
        for j, participant in enumerate(event.participants):
            yield participant.span, "events[{}].participants[{}].span", i, j


# -- 2: blocks cover the text; sentences lie in blocks -----------------------------------------------------------


def _blocks(article: "Article") -> Iterator[Problem]:
    text, at = article.text, 0
    for i, block in enumerate(article.blocks):
        span = block.span
        if span.start < at:
            yield Problem(f"blocks[{i}].span", span, f"a span after the block before it (end {at})")
        elif not _blank(text, at, span.start):
            yield Problem(f"blocks[{i}].span", span, f"no text between it and the block before it (end {at})")
        at = max(at, span.end)
    if not _blank(text, at, len(text)):
        yield Problem("blocks", at, f"blocks that cover the text to its end ({len(text)})")


def _blank(text: str, start: int, end: int) -> bool:
    return start >= end or text[start:end].isspace()


def _sentences(article: "Article") -> Iterator[Problem]:
    blocks, b, at = article.blocks, 0, 0
    for i, span in enumerate(article.sentences):
        while b < len(blocks) and blocks[b].span.end <= span.start:
            b += 1
        if span.start < at:
            yield Problem(f"sentences[{i}]", span, f"a span after the sentence before it (end {at})")
        elif b == len(blocks) or not blocks[b].span.start <= span.start or not span.end <= blocks[b].span.end:
            yield Problem(f"sentences[{i}]", span, "a span within one block")
        at = max(at, span.end)


# -- 3: quotes say what the text says, and nest properly ---------------------------------------------------------


def _surfaces(article: "Article") -> Iterator[Problem]:
    text = article.text
    for i, quote in enumerate(article.quotes):
        surface = " ".join([text[part.start : part.end] for part in quote.content])
        if quote.text != surface:
            yield Problem(f"quotes[{i}].text", quote.text, f"the content's surface, {surface!r}")


def _nesting(quotes: Sequence[Quote]) -> Iterator[Problem]:
    """Find quotes that neither nest nor are disjoint, by one sweep over their spans with a stack of the open ones."""
    # Of two that share a span, the longer is outside; of two as long, the one in fewer pieces.
    ranks = [(-sum(map(len, quote.content)), len(quote.content), i) for i, quote in enumerate(quotes)]
    spans = sorted((span.start, -span.end, ranks[i]) for i, quote in enumerate(quotes) for span in quote.content)
    open_spans: list[tuple[int, int]] = []  # (end, index of the quote)
    parents: dict[int, int | None] = {}
    wrong: set[int] = set()
    for start, minus_end, (_, _, i) in spans:
        while open_spans and open_spans[-1][0] <= start:
            open_spans.pop()
        crosses = bool(open_spans) and -minus_end > open_spans[-1][0]
        parent = open_spans[-1][1] if open_spans else None
        if (crosses or parents.setdefault(i, parent) != parent) and i not in wrong:
            wrong.add(i)
            yield Problem(f"quotes[{i}].content", quotes[i].content, "quotes that are disjoint or nest in one another")
        open_spans.append((-minus_end, i))


# -- 4: what is referred to is a member; members are distinct and in order ---------------------------------------


def _members(article: "Article") -> Iterator[Problem]:
    yield from _collection("quotes", article.quotes, [quote.content[0] for quote in article.quotes])
    yield from _collection("speakers", article.speakers, [speaker.mentions[0].span for speaker in article.speakers])
    yield from _collection("times", article.times, [time.span for time in article.times])
    yield from _collection("places", article.places, [place.spans[0] for place in article.places])
    yield from _collection("events", article.events, [event.trigger for event in article.events])
    yield from _collection("links", article.links, [link.span for link in article.links])
    for i, place in enumerate(article.places):
        if len(place.spans) > 1:
            yield from _collection(f"places[{i}].spans", place.spans, place.spans)
    if article.quotes or article.events:
        yield from _references(article)


def _references(article: "Article") -> Iterator[Problem]:
    quotes, events = article.quotes, article.events
    parts = [part for event in events for part in event.participants]
    # What is referred to mostly is the member itself, which takes no comparing.
    if not (
        _are_among(article.speakers, [quote.speaker for quote in quotes])
        and _are_among(article.speakers, [part.speaker for part in parts])
        and _are_among(article.times, [event.time for event in events])
        and _are_among(article.places, [event.place for event in events])
        and _are_among(quotes, [event.reported_by for event in events])
    ):
        yield from _strange_references(article)


def _are_among(members: Sequence[T], values: Sequence[T | None]) -> bool:
    return {id(None), *map(id, members)}.issuperset(map(id, values))


def _strange_references(article: "Article") -> Iterator[Problem]:
    speakers, quotes = frozenset(article.speakers), frozenset(article.quotes)
    times, places = frozenset(article.times), frozenset(article.places)
    for i, quote in enumerate(article.quotes):
        if quote.speaker is not None and quote.speaker not in speakers:
            yield Problem(f"quotes[{i}].speaker", quote.speaker, "a speaker of the article")
    for i, event in enumerate(article.events):
        for j, participant in enumerate(event.participants):
            if participant.speaker is not None and participant.speaker not in speakers:
                path = f"events[{i}].participants[{j}].speaker"
                yield Problem(path, participant.speaker, "a speaker of the article")
        for name, value, members, kind in (
            ("time", event.time, times, "time expression"),
            ("place", event.place, places, "place"),
            ("reported_by", event.reported_by, quotes, "quote"),
        ):
            if value is not None and value not in members:
                yield Problem(f"events[{i}].{name}", value, f"a {kind} of the article")


def _collection(name: str, items: Sequence[T], spans: Sequence[Span]) -> Iterator[Problem]:
    """Find members out of order or met twice; equal ones stand at one span, so only those there are compared."""
    starts = [span.start for span in spans]
    if starts == sorted(set(starts)):
        return
    there: set[T] = set()
    for i in range(1, len(items)):
        before, span = spans[i - 1], spans[i]
        if span < before:
            yield Problem(f"{name}[{i}]", items[i], "members in the order of their first span")
        elif span == before:
            there.add(items[i - 1])
            if items[i] in there:
                yield Problem(f"{name}[{i}]", items[i], "each member once")
        else:
            there.clear()


# -- 5: published before modified --------------------------------------------------------------------------------


def _dates(article: "Article") -> Iterator[Problem]:
    published, modified = article.published, article.modified
    if published is not None and modified is not None and later(published, modified):
        yield Problem("modified", modified, f"no time before published ({published.isoformat()})")


def later(a: dt.date, b: dt.date) -> bool:
    """Tell whether *a* is later than *b* where the two can be compared: in the same precision, else by day."""
    if isinstance(a, dt.datetime) and isinstance(b, dt.datetime):
        return (a.tzinfo is None) == (b.tzinfo is None) and a > b
    return day_of(a) > day_of(b)
