"""The content of a page: which part of it is the article, and which passages of that part are its text."""

import attrs

from newsmodel.html import marks as m
from newsmodel.html.container import choose_container
from newsmodel.html.metadata import Metadata
from newsmodel.html.passages import article_passages
from newsmodel.html.tree import Element
from newsmodel.html.walk import Passage, Walk
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Block, Image, Issue, Link
from newsmodel.model.span import Span


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
    walk = Walk(root if body is None else body, language=metadata.language)
    container = choose_container(walk, metadata)
    passages = article_passages(walk, container, metadata)
    DEBUG.update(container=container, all=walk.passages, kept=passages)
    return _content(passages)


DEBUG: dict = {}


def _content(passages: list[Passage]) -> Content:
    blocks: list[Block] = []
    at = 0
    for passage in passages:
        end = at + len(passage.text)
        blocks.append(Block(kind=passage.kind, span=Span(at, end), level=passage.level))
        at = end + 2
    return Content(text="\n\n".join(p.text for p in passages), blocks=tuple(blocks))
