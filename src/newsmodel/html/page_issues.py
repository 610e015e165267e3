"""What tells that a page is not a plain, whole article, as issues."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.boxes import Passage
from newsmodel.html.container import prose
from newsmodel.html.furniture import line_of
from newsmodel.html.gathered import Gathered
from newsmodel.html.links import Resolver
from newsmodel.html.live import count_entries, says_live
from newsmodel.html.metadata import Metadata
from newsmodel.html.paging import next_page, page_of
from newsmodel.html.text import BREAKING_OFF
from newsmodel.html.walk import Walk
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

__all__ = ["page_issues"]

_LIST_TYPES: Final = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
_LITTLE: Final = 200
_SHOWN: Final = 100
_MANY_HEADS: Final = 8
_NEAR: Final = 6
"""Among so many passages behind the text a wall stands."""
_PLACE: Final = re.compile(
    r"(?:https?://|file://|www\.)\S{1,2000}|(?:[a-z]:\\|~?/|\.{1,2}[/\\])[^\s<>][^<>]{0,400}|\S{1,400}\.(?:x?html?|mhtml|php|aspx?|txt)",
    re.IGNORECASE | re.ASCII,
)
"""A path or an address, and nothing else."""


def page_issues(
    page: Gathered, walk: Walk, passages: Sequence[Passage], metadata: Metadata, resolver: Resolver
) -> tuple[Issue, ...]:
    """Return what is worth knowing of the page."""
    issues = [Issue(code=code, message=message) for code, message in _told(walk, passages, metadata)]
    following = next_page(page, resolver, metadata.canonical_url or resolver.url)
    if following is not None:
        issues.append(Issue(code=IssueCode.PAGINATED, message=f"the article goes on at {following}"))
    elif passages and (said := page_of(_behind(walk, passages[-1]))) is not None:
        issues.append(Issue(code=IssueCode.PAGINATED, message=f"the page says that it is one of several: {said!r}"))
    return tuple(issues)


def _told(walk: Walk, passages: Sequence[Passage], metadata: Metadata) -> Iterator[tuple[IssueCode, str]]:
    text = sum(prose(passage) for passage in passages)
    heads = walk.boxes[0].heads
    if not passages:
        yield IssueCode.EMPTY, "no body text was found"
    types = frozenset(metadata.types)
    entries = count_entries(passages)
    if types & _LIST_TYPES or (heads >= _MANY_HEADS and text < 60 * heads and metadata.published is None):
        yield IssueCode.INDEX_PAGE, f"the page links {heads} headlines and has little text of its own"
    elif passages and text < _LITTLE and not types and metadata.published is None:
        yield IssueCode.NOT_AN_ARTICLE, _no_article(passages)
    if says_live(metadata):
        yield IssueCode.LIVE_BLOG, "the page says that it is a live blog"
    elif entries:
        yield IssueCode.LIVE_BLOG, f"the page has {entries} entries with their times"
    if metadata.is_accessible_for_free is False:
        yield IssueCode.PAYWALLED, "the page says that its text is not free to read"
    elif passages and (line := _wall(walk, passages[-1])) is not None:
        yield IssueCode.PAYWALLED, f"a line behind the text asks for more than reading on: {line!r}"
    if passages and _is_cut(passages, metadata, walk):
        yield IssueCode.TRUNCATED, "the text breaks off"


def _no_article(passages: Sequence[Passage]) -> str:
    """Return why the page is no article: it may not be a page at all, but where one is."""
    if len(passages) == 1 and _PLACE.fullmatch(passages[0].text):
        return f"{passages[0].text[:_SHOWN]!r} looks like a path or an address; parse_html takes the page itself"
    return "the page has little running text and nothing says that it is an article"


def _wall(walk: Walk, last: Passage) -> str | None:
    """Return the line behind the text by which a wall says that the rest is for subscribers."""
    return next((passage.text for passage in _behind(walk, last) if line_of(passage) == "wall"), None)


def _behind(walk: Walk, last: Passage) -> list[Passage]:
    """Return the passages behind the last one of the text; none where the text is not of this walk."""
    shown = last in walk.passages[last.at : last.at + 1]
    return walk.passages[last.at + 1 : last.at + 1 + _NEAR] if shown else []


def _is_cut(passages: Sequence[Passage], metadata: Metadata, walk: Walk) -> bool:
    """Tell whether the text breaks off: at an ellipsis, or before a wall where the metadata has much more of it."""
    last = passages[-1].text
    size = sum(len(passage.text) for passage in passages)
    if metadata.article_body is not None and len(metadata.article_body) > 2 * size:
        return True
    if not last.endswith(BREAKING_OFF):
        return False
    return size < 1500 or metadata.is_accessible_for_free is False or any(box.marks & m.PAYWALL for box in walk.boxes)
