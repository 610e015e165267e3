"""The strategy for whole articles: the text first, then what stands where in it."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from string import ascii_letters, digits
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from newsmodel.model import Article, Block, Quote, Span, Speaker
from newsmodel.model.invariants import later
from newsmodel.strategies._annotations import (
    Members,
    Pick,
    draw_event,
    draw_place,
    draw_quote,
    draw_speaker,
    draw_time,
    picking,
)
from newsmodel.strategies._page import (
    authors,
    draw_block,
    draw_dateline,
    draw_issue,
    draw_link,
    images,
    provenances,
    publishers,
)
from newsmodel.strategies._values import (
    FLAGS,
    MANY,
    WORDS,
    Ground,
    Run,
    draw_cells,
    draw_each,
    draw_maybe,
    draw_maybe_moment,
    invalid,
    texts,
)

T = TypeVar("T")

# How deep quotes nest: enough for every shape.
_DEPTH = 3
_TEXTS, _PUBLISHERS = texts(), publishers()
_AUTHORS, _IMAGES = st.lists(authors(), max_size=MANY), st.lists(images(), max_size=MANY)
_KEYWORDS, _PROVENANCES = st.lists(WORDS, max_size=MANY), st.lists(provenances(), max_size=MANY)
_TRUTHS = st.sampled_from([None, False, True])
_PRIMARY = st.text(ascii_letters, min_size=2, max_size=8)
_SUBTAGS = st.lists(st.text(ascii_letters + digits, min_size=1, max_size=8), max_size=MANY)
_OWNERS = st.integers(0, 2)


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
        text=draw(_TEXTS if text is None else text),
        headline=draw_maybe(draw, WORDS),
        url=draw_maybe(draw, WORDS),
        canonical_url=draw_maybe(draw, WORDS),
        description=draw_maybe(draw, WORDS),
        authors=tuple(draw(_AUTHORS)),
        publisher=draw_maybe(draw, _PUBLISHERS),
        published=published,
        modified=modified,
        section=draw_maybe(draw, WORDS),
        keywords=tuple(draw(_KEYWORDS)),
        language=_draw_language(draw) if draw(FLAGS) else None,
        images=tuple(draw(_IMAGES)),
        is_accessible_for_free=draw(_TRUTHS),
        copyright=draw_maybe(draw, WORDS),
        provenance=tuple(draw(_PROVENANCES)),
    )
    if bare.blocks:
        return _draw_annotated(draw, bare)
    return attrs.evolve(bare, issues=tuple(draw_each(draw, lambda draw: draw_issue(draw, None))))


def _draw_language(draw: st.DrawFn) -> str:
    """Draw a tag as BCP 47 has them."""
    return "-".join((draw(_PRIMARY), *draw(_SUBTAGS)))


def _draw_lifetime(draw: st.DrawFn) -> tuple[dt.date | None, dt.date | None]:
    """Draw when an article was published and modified, in this order where that can be told."""
    published, modified = draw_maybe_moment(draw), draw_maybe_moment(draw)
    if published is not None and modified is not None and later(published, modified):
        published, modified = modified, published
    return published, modified


def _draw_annotated(draw: st.DrawFn, bare: Article) -> Article:
    """Draw what stands where in the text of *bare*: all that is referred to before what refers to it."""
    ground = Ground.of(bare.text)

    def some(draw_one: Callable[[st.DrawFn, Ground], T]) -> list[T]:
        return draw_each(draw, lambda draw: draw_one(draw, ground))

    blocks = tuple(draw_block(draw, ground.span(cell)) for cell in draw_cells(draw, ground.whole))
    speakers = _sorted(some(draw_speaker), lambda speaker: speaker.mentions[0].span)
    times = _sorted(some(draw_time), lambda time: time.span)
    places = _sorted(some(draw_place), lambda place: place.spans[0])
    speaker = picking(draw, speakers)
    quotes = _sorted(_draw_quotes(draw, ground, speaker, [ground.whole], _DEPTH), lambda quote: quote.content[0])
    members = Members(speaker, picking(draw, times), picking(draw, places), picking(draw, quotes))
    return attrs.evolve(
        bare,
        blocks=blocks,
        sentences=_draw_sentences(draw, ground, blocks),
        dateline=draw_dateline(draw, ground) if draw(FLAGS) else None,
        links=_sorted(some(draw_link), lambda link: link.span),
        quotes=quotes,
        speakers=speakers,
        times=times,
        places=places,
        events=_sorted(some(lambda draw, ground: draw_event(draw, ground, members)), lambda event: event.trigger),
        issues=tuple(some(draw_issue)),
    )


def _draw_sentences(draw: st.DrawFn, ground: Ground, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Draw sentences, each within a block; some of the text may lie in none."""
    if not draw(FLAGS):
        return ()
    found: list[Span] = []
    for block in blocks:
        run = bisect_left(ground.solid, block.span.start), bisect_left(ground.solid, block.span.end)
        found += (ground.span(cell) for cell in draw_cells(draw, run) if draw(FLAGS))
    return tuple(found)


def _draw_quotes(
    draw: st.DrawFn, ground: Ground, speaker: Pick[Speaker], within: Sequence[Run], depth: int
) -> list[Quote]:
    """Draw quotes that lie in these runs, apart from one another, each followed by those that nest in it."""
    if not depth:
        return []
    cells = [cell for run in within for cell in draw_cells(draw, run)]
    owners = [draw(_OWNERS) for _ in cells]
    found: list[Quote] = []
    for owner in (1, 2):
        content = [cell for cell, its in zip(cells, owners, strict=True) if its == owner]
        if content:
            found.append(draw_quote(draw, ground, content, speaker))
            found += _draw_quotes(draw, ground, speaker, content, depth - 1)
    return found


def _sorted(items: Iterable[T], where: Callable[[T], Span]) -> tuple[T, ...]:
    """Return distinct items in the order of where they stand."""
    return tuple(sorted(dict.fromkeys(items), key=where))
