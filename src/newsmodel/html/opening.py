"""How the article opens: where its headline stands, and the standfirst between the headline and the container."""

from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.boxes import HEADING, PARAGRAPH, Box, Passage
from newsmodel.html.furniture import ends_sentence, is_time_line, line_of
from newsmodel.html.metadata import Metadata
from newsmodel.html.points import points_of
from newsmodel.html.text import key_of
from newsmodel.html.walk import Walk

__all__ = ["find_headline", "first_of_article", "mark_standfirst", "standfirst"]

_NEVER: Final = m.CAPTION | m.FIGURE | m.COMMENTS | m.NEWSLETTER | m.CONSENT | m.FORM | m.RELATED | m.NAV | m.AD
_HARDLY: Final = m.SHARE | m.BYLINE | m.BIO | m.TAGS | m.SIDEBAR | m.MEDIA | m.TOC | m.PAYWALL | m.INFOBOX
_SHORTEST: Final = 25
_SHORTEST_UNMARKED: Final = 50
_LONG_HEADING: Final = 60
_LONG: Final = 100
_LOWEST_TITLE: Final = 2
_HIGHEST: Final = 8
"""So many boxes up."""
_MOST_BEFORE: Final = 12
_LONGEST_OF_ALL: Final = 1500
_FEWEST_SPACES: Final = 5
"""Between the words of a standfirst."""


def find_headline(walk: Walk, metadata: Metadata) -> int | None:
    """
    Return the index of the passage that is the headline.

    It is the first h1 or h2 with the headline's words, else with those of another candidate, else a lower heading with
    the headline's words, else the first h1.
    """
    own = key_of(metadata.headline or "")
    titles = {key_of(title) for title in metadata.headline_candidates}
    other: int | None = None
    lower: int | None = None
    first: int | None = None
    for passage in walk.passages:
        if passage.kind is not HEADING or passage.level is None:
            continue
        key = key_of(passage.text)
        if passage.level > _LOWEST_TITLE:
            if lower is None and key == own:
                lower = passage.at
            continue
        if key == own:
            return passage.at
        if other is None and key in titles:
            other = passage.at
        if first is None and passage.level == 1 and not passage.box.marks & m.HIDDEN:
            first = passage.at
    return next((at for at in (other, lower, first) if at is not None), None)


def first_of_article(walk: Walk, container: Box, start: int) -> int:
    """Return the index of the first passage of the article around the container, for pages without a headline."""
    article: Box | None = container.parent
    for _ in range(_HIGHEST):
        if article is None or article.marks & m.ARTICLE:
            break
        article = article.parent
    first = start
    while article is not None and article.marks & m.ARTICLE and first > max(0, start - _MOST_BEFORE):
        if not walk.passages[first - 1].box.is_in(article):
            break
        first -= 1
    return first


def mark_standfirst(walk: Walk, headline: int, metadata: Metadata) -> None:
    """Mark what is right under the headline, in the same box, and says as much as a sentence: no byline, no button."""
    passage = walk.passages[min(headline + 1, len(walk.passages) - 1)]
    text, box = passage.text, passage.box
    if passage.kind not in (HEADING, PARAGRAPH) or box.parent is not walk.passages[headline].box.parent:
        return
    if passage.linked or is_time_line(text) or box.marks & (_NEVER | _HARDLY) or line_of(passage):
        return
    if text.count(" ") >= _FEWEST_SPACES and not any(author.name in text for author in metadata.authors):
        box.marks |= m.LEAD


def standfirst(walk: Walk, first: int, start: int, metadata: Metadata) -> list[Passage]:
    """Return the passages of the standfirst, of those from *first* to the *start* of the container."""
    described = key_of(metadata.description or "")
    known: dict[Box, int] = {}
    found: list[Passage] = []
    before = walk.passages[first:start]
    points = points_of(before)
    for passage in before:
        size = len(passage.text)
        if passage in points and not _around(passage.box, known) & (_NEVER | _HARDLY):
            found.append(passage)
            continue
        if size < _SHORTEST or passage.linked > 0.3 * size or is_time_line(passage.text):
            continue
        marks = _around(passage.box, known)
        if marks & _NEVER or line_of(passage) not in ("", "tail", "note"):
            continue
        told = bool(described) and described.startswith(key_of(passage.text[:90])[:60])
        longest = _LONG_HEADING if passage.kind is HEADING else _LONG
        teaser = marks & m.TEASER and _has_links(passage.box.parent)  # of another article: this one's has no link
        plain = (
            not marks & _HARDLY
            and not teaser
            and (size > longest or (size > _SHORTEST_UNMARKED and ends_sentence(passage.text)))
        )
        below = passage.kind is HEADING and passage.at == first and _stands_under(walk, passage)
        if told or plain or below or (marks & m.LEAD and not marks & (m.SHARE | m.BYLINE | m.MEDIA)):
            found.append(passage)
    return found if sum(len(passage.text) for passage in found) < _LONGEST_OF_ALL else []


def _stands_under(walk: Walk, passage: Passage) -> bool:
    """Tell whether a heading is right under the headline, in the same box."""
    above = walk.passages[passage.at - 1] if passage.at else passage
    return above.box.headed and above.box.parent is passage.box.parent


def _has_links(box: Box | None) -> bool:
    return box is not None and (box.noise > 0 or box.heads > 0)


def _around(box: Box, known: dict[Box, int]) -> int:
    """Return the marks of a box and of what holds it, those of the boxes around the headline left out."""
    chain: list[Box] = []
    at = box
    while at.parent is not None and not at.anchor and at not in known:
        chain.append(at)
        at = at.parent
    marks = known.get(at, 0)
    for link in reversed(chain):
        marks = known[link] = marks | link.marks
    return marks
