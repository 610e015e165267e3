"""The content of a page: which part of it is the article, and which passages of that part are its text."""

from collections.abc import Sequence
from typing import Final

import attrs

from newsmodel.html.blocks import Places, assemble
from newsmodel.html.boxes import Box, Passage
from newsmodel.html.container import choose_container, weigh
from newsmodel.html.gathered import Gathered
from newsmodel.html.images import body_images
from newsmodel.html.links import Resolver
from newsmodel.html.live import count_entries
from newsmodel.html.metadata import Metadata
from newsmodel.html.opening import find_headline
from newsmodel.html.page_issues import page_issues
from newsmodel.html.passages import article_passages
from newsmodel.html.script_state import text_elsewhere
from newsmodel.html.walk import Walk
from newsmodel.model.page import Block, Image, Issue, Link

__all__ = ["Content", "Found", "find_text", "read_content"]

_LITTLE: Final = 600
"""With less prose than this, what the page hides is looked at too."""
_HIDDEN_TIMES: Final = 2
_TIMES: Final = 3
"""What is hidden or in scripts is the text if there is this many times as much of it as can be seen."""


@attrs.frozen(kw_only=True)
class Content:
    """The body of an article: its text and what stands where in it."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    issues: tuple[Issue, ...] = ()


@attrs.frozen(kw_only=True)
class Found:
    """Where the article is on the page: the walk, the box that holds it, the passages that are its text."""

    walk: Walk
    container: Box
    headline: int | None
    passages: Sequence[Passage]


def read_content(page: Gathered, *, url: str | None = None, metadata: Metadata) -> Content:
    """Return the body of the article on a page."""
    found = find_text(page, metadata)
    seen = sum(len(passage.text) for passage in found.passages)
    if (seen < _LITTLE or _fetches_entries(found, metadata)) and (
        other := text_elsewhere(page, metadata, at_least=max(_LITTLE // 2, _TIMES * seen))
    ):
        found = attrs.evolve(found, passages=other)
    resolver = Resolver(page, url)
    text, blocks, links = assemble(found.passages, Places(), resolver)
    return Content(
        text=text,
        blocks=blocks,
        links=links,
        images=body_images(found.walk, found.container, resolver),
        issues=page_issues(page, found.walk, found.passages, metadata, resolver),
    )


def _fetches_entries(found: Found, metadata: Metadata) -> bool:
    """Tell whether the page shows no entry of the live blog that it says it has."""
    return metadata.live_updates is not None and not count_entries(found.passages)


def find_text(page: Gathered, metadata: Metadata) -> Found:
    """Return where the article is, with what the page hides only where it shows next to nothing."""
    found = _search(page, metadata, everything=False)
    walk, mass = found.walk, found.container.mass
    left_out = walk.left_out if mass < _LITTLE else walk.most_left_out
    if 2 * left_out > mass or (mass < _LITTLE and walk.hidden > mass):
        other = _search(page, metadata, everything=True)
        if other.container.mass > _HIDDEN_TIMES * mass:
            found = other
    return found


def _search(page: Gathered, metadata: Metadata, *, everything: bool) -> Found:
    walk = Walk(page, language=metadata.language, everything=everything)
    headline = find_headline(walk, metadata)
    weigh(walk, headline)
    container = choose_container(walk)
    passages = article_passages(walk, container, metadata, headline)
    return Found(walk=walk, container=container, headline=headline, passages=passages)
