"""The strategy for whole articles: the text first, then what stands where in it."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from newsmodel.model import Article, Block, BlockKind, Issue, IssueCode, Quote, Span, Speaker
from newsmodel.model.invariants import later
from newsmodel.strategies._annotations import Members, draw_event, draw_quote, places, speakers, time_expressions
from newsmodel.strategies._page import LEVELS, authors, datelines, images, issues, links, provenances, publishers
from newsmodel.strategies._values import (
    MAYBE_MOMENTS,
    MAYBE_WORDS,
    Ground,
    Run,
    draw_cells,
    invalid,
    texts,
    words,
)

T = TypeVar("T")

# How deep quotes nest, and how many of a kind are drawn: enough for every shape, and little enough to be quick.
_DEPTH = 3
_MANY = 3


def _several(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, max_size=_MANY).map(tuple)


_AUTHORS, _KEYWORDS, _IMAGES = _several(authors()), _several(words()), _several(images())
_PROVENANCES = _several(provenances())
_PUBLISHERS = st.none() | publishers()
_TRUTHS = st.none() | st.booleans()
_LANGUAGES = st.none() | st.from_regex(re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII), fullmatch=True)
# For an article without text, where there is nothing for a span to stand on.
_UNPLACED = _several(st.builds(Issue, code=st.sampled_from(IssueCode), message=words()))


@st.composite
def articles(draw: st.DrawFn, *, text: st.SearchStrategy[str] | None = None) -> Article:
    """
    Draw an article, with or without metadata, blocks, quotes, speakers, times, places and events.

    Args:
        draw: What Hypothesis passes.
        text: What the text is drawn from; None for any text, the empty one too.
    """
    if not isinstance(text, st.SearchStrategy | None):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise invalid(text=text, expected="a strategy or None")
    published, modified = _draw_lifetime(draw)
    bare = Article(
        text=draw(texts() if text is None else text),
        headline=draw(MAYBE_WORDS),
        url=draw(MAYBE_WORDS),
        canonical_url=draw(MAYBE_WORDS),
        description=draw(MAYBE_WORDS),
        authors=draw(_AUTHORS),
        publisher=draw(_PUBLISHERS),
        published=published,
        modified=modified,
        section=draw(MAYBE_WORDS),
        keywords=draw(_KEYWORDS),
        language=draw(_LANGUAGES),
        images=draw(_IMAGES),
        is_accessible_for_free=draw(_TRUTHS),
        copyright=draw(MAYBE_WORDS),
        provenance=draw(_PROVENANCES),
    )
    return _draw_annotated(draw, bare) if bare.blocks else attrs.evolve(bare, issues=draw(_UNPLACED))


def _draw_lifetime(draw: st.DrawFn) -> tuple[dt.date | None, dt.date | None]:
    """Draw when an article was published and modified, in this order where that can be told."""
    published, modified = draw(MAYBE_MOMENTS), draw(MAYBE_MOMENTS)
    if published is not None and modified is not None and later(published, modified):
        published, modified = modified, published
    return published, modified


def _draw_annotated(draw: st.DrawFn, bare: Article) -> Article:
    """Draw what stands where in the text of *bare*: all that is referred to before what refers to it."""
    text, ground = bare.text, Ground.of(bare.text)
    blocks = _draw_blocks(draw, ground)
    said_by = _sorted(draw(_several(speakers(text=text))), lambda speaker: speaker.mentions[0].span)
    times = _sorted(draw(_several(time_expressions(text=text))), lambda time: time.span)
    named = _sorted(draw(_several(places(text=text))), lambda place: place.spans[0])
    quotes = _sorted(_draw_quotes(draw, ground, _one_of(said_by), [ground.whole], _DEPTH), lambda q: q.content[0])
    members = Members(_one_of(said_by), _one_of(times), _one_of(named), _one_of(quotes))
    events = [draw_event(draw, ground, members) for _ in range(draw(st.integers(0, _MANY)))]
    return attrs.evolve(
        bare,
        blocks=blocks,
        sentences=_draw_sentences(draw, ground, blocks),
        dateline=draw(st.none() | datelines(text=text)),
        links=_sorted(draw(_several(links(text=text))), lambda link: link.span),
        quotes=quotes,
        speakers=said_by,
        times=times,
        places=named,
        events=_sorted(events, lambda event: event.trigger),
        issues=draw(_several(issues(text=text))),
    )


def _draw_blocks(draw: st.DrawFn, ground: Ground) -> tuple[Block, ...]:
    """Draw blocks that cover the ground."""
    kinds = st.sampled_from(BlockKind)
    return tuple(
        Block(kind=draw(kinds), span=ground.span(cell), level=draw(LEVELS), xpath=draw(MAYBE_WORDS))
        for cell in draw_cells(draw, ground.whole)
    )


def _draw_sentences(draw: st.DrawFn, ground: Ground, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Draw sentences, each within a block; some of the text may lie in none."""
    if not draw(st.booleans()):
        return ()
    found: list[Span] = []
    for block in blocks:
        run = bisect_left(ground.solid, block.span.start), bisect_left(ground.solid, block.span.end)
        found += (ground.span(cell) for cell in draw_cells(draw, run) if draw(st.booleans()))
    return tuple(found)


def _draw_quotes(
    draw: st.DrawFn, ground: Ground, speakers: st.SearchStrategy[Speaker | None], within: Sequence[Run], depth: int
) -> list[Quote]:
    """Draw quotes that lie in these runs, apart from one another, each followed by those that nest in it."""
    if not depth:
        return []
    cells = [cell for run in within for cell in draw_cells(draw, run)]
    owners = [draw(st.integers(0, 2)) for _ in cells]
    found: list[Quote] = []
    for owner in (1, 2):
        content = [cell for cell, its in zip(cells, owners, strict=True) if its == owner]
        if content:
            found.append(draw_quote(draw, ground, content, speakers))
            found += _draw_quotes(draw, ground, speakers, content, depth - 1)
    return found


def _one_of(members: Sequence[T]) -> st.SearchStrategy[T | None]:
    """Draw None or one of the members."""
    return st.none() | st.sampled_from(members) if members else st.none()


def _sorted(items: Iterable[T], where: Callable[[T], Span]) -> tuple[T, ...]:
    """Return distinct items in the order of where they stand."""
    return tuple(sorted(dict.fromkeys(items), key=where))
