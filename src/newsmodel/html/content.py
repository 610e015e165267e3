"""The content of a page: which part of it is the article, and which passages of that part are its text."""

import attrs

from newsmodel.html.container import choose_container, weigh
from newsmodel.html.headline import find_headline
from newsmodel.html.metadata import Metadata
from newsmodel.html.passages import article_passages
from newsmodel.html.tree import Element
from newsmodel.html.walk import Box, Passage, Walk
from newsmodel.model.page import Block, Image, Issue, Link
from newsmodel.model.span import Span

_LITTLE = 600


@attrs.frozen(kw_only=True)
class Content:
    """The body of an article: its text and what stands where in it."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_content(root: Element, *, url: str | None = None, metadata: Metadata) -> Content:
    """Return the body of the article on the page under *root*."""
    body = root.find("body")
    if body is None:
        body = root
    walk, container, headline = _search(body, metadata, hidden=False)
    if walk.hid and container.mass < _LITTLE:
        other = _search(body, metadata, hidden=True)
        if other[1].mass > 3 * container.mass:
            walk, container, headline = other
    passages = article_passages(walk, container, metadata, headline)
    DEBUG.update(container=container, all=walk.passages, kept=passages)
    return _content(passages)


def _search(body: Element, metadata: Metadata, *, hidden: bool) -> tuple[Walk, Box, int | None]:
    walk = Walk(body, language=metadata.language, hidden=hidden)
    headline = find_headline(walk, metadata)
    weigh(walk, headline)
    return walk, choose_container(walk), headline


DEBUG: dict = {}


def _content(passages: list[Passage]) -> Content:
    blocks: list[Block] = []
    at = 0
    for passage in passages:
        end = at + len(passage.text)
        blocks.append(Block(kind=passage.kind, span=Span(at, end), level=passage.level))
        at = end + 2
    return Content(text="\n\n".join(p.text for p in passages), blocks=tuple(blocks))
