"""Which passages of the container are the article's text."""

from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.headline import squeeze
from newsmodel.html.metadata import Metadata
from newsmodel.html.walk import Box, Passage, Walk
from newsmodel.model.kinds import BlockKind

__all__ = ["article_passages"]

_HEAVY: Final = m.COMMENTS | m.RELATED | m.NEWSLETTER | m.SIDEBAR | m.FOOTER | m.CONSENT | m.PAYWALL | m.FORM | m.AD | m.BIO
_LIGHT: Final = m.SHARE | m.NAV | m.TAGS | m.TOC | m.BYLINE
_DROPPED: Final = _HEAVY | m.SHARE | m.NAV | m.TAGS | m.TOC | m.CAPTION | m.FIGURE | m.PULLQUOTE


def article_passages(walk: Walk, container: Box, metadata: Metadata, headline: int | None) -> list[Passage]:
    """Return the passages that make the text, in order."""
    mark_inside(walk, container)
    inside = [passage for passage in walk.passages if passage.box.inner >= 0]
    if not inside:
        return []
    titles = {squeeze(title) for title in metadata.headline_candidates}
    if headline is not None:
        titles.add(squeeze(walk.passages[headline].text))
    kept = [] if headline is None else leads(walk, headline, inside[0].at, metadata)
    seen: set[str] = {squeeze(passage.text) for passage in kept}
    for passage in inside:
        if passage.box.inner & _DROPPED:
            continue
        if passage.box.marks & m.BYLINE and len(passage.text) < 120:
            continue
        key = squeeze(passage.text)
        if key in titles or (len(key) > 25 and key in seen):
            continue
        if is_lone_link(passage):
            continue
        seen.add(key)
        kept.append(passage)
    while kept and kept[-1].kind is BlockKind.HEADING:
        kept.pop()
    return kept


def is_lone_link(passage: Passage) -> bool:
    """Tell whether a passage is nothing but a link."""
    return passage.linked > 0.8 * len(passage.text)


def leads(walk: Walk, headline: int, start: int, metadata: Metadata) -> list[Passage]:
    """Return the standfirst: prose between the headline and the container."""
    described = squeeze(metadata.description or "")
    titles = {squeeze(title) for title in metadata.headline_candidates}
    found: list[Passage] = []
    for passage in walk.passages[headline + 1 : start]:
        size = len(passage.text)
        key = squeeze(passage.text)
        if key in titles:
            continue
        marks = around(passage.box)
        if passage.linked > 0.3 * size or marks & (m.CAPTION | m.FIGURE | m.COMMENTS | m.NEWSLETTER | m.CONSENT | m.FORM | m.RELATED):
            continue
        if key and described.startswith(key[:60]) and size > 25:
            found.append(passage)
        elif marks & m.LEAD and size > 25 and not marks & (m.SHARE | m.NAV | m.AD):
            found.append(passage)
        elif size > 60 and not marks & (m.SHARE | m.NAV | m.AD | m.BYLINE | m.BIO | m.TAGS | m.SIDEBAR):
            found.append(passage)
    return found if sum(len(p.text) for p in found) < 1500 else []


def around(box: Box) -> int:
    """Return the marks of a box and of all that hold it, up to the body."""
    marks, at = 0, box
    while at.parent is not None:
        if not at.anchor:
            marks |= at.marks
        at = at.parent
    return marks


def mark_inside(walk: Walk, container: Box) -> None:
    """Hand the marks of boxes inside the container down; outside of it every box has -1."""
    for box in walk.boxes:
        if box is container:
            box.inner = 0
        elif box.parent is None or box.parent.inner < 0:
            box.inner = -1
        else:
            marks = box.marks
            if box.mass > 0.35 * container.mass:
                marks &= ~(_HEAVY | m.PULLQUOTE)
            if box.mass > 300:
                marks &= ~_LIGHT
            inner = box.parent.inner
            if box.tag == "blockquote":
                inner &= ~(m.SHARE | m.FIGURE)
            box.inner = inner | marks
