"""The lines that stand near the headline: where bylines and date lines are."""

import re
from typing import cast

import attrs
from lxml import etree

from newsmodel.html.signals import squeeze
from newsmodel.html.tree import Element

__all__ = ["Line", "Place", "lines_near"]

_AFTER = etree.XPath("following::text()[normalize-space()][position() <= 60]")
_BEFORE = etree.XPath("preceding::text()[normalize-space()][position() <= 16]")
_INLINE = frozenset("a abbr b bdi bdo cite em font i mark small span strong sub sup time u address".split())
_UNSEEN = frozenset("script style noscript template option button select textarea title svg".split())
_MAX_LINE = 300
_LONG_LINES = 3
"""The body has begun after as many lines of running text."""
_LONG = 160
_ELSEWHERE = re.compile(
    r"comment|related|recent|popular|copyright|testimonial|caption|respond|newsletter"
    r"|(?<!post-)(?<!entry-)footer-|(?:^|\s)footer"
)
_ELSEWHERE_OR_ASIDE = re.compile(_ELSEWHERE.pattern + r"|sidebar|widget")
_ASIDE = frozenset(("nav", "aside", "footer"))
_LARGE = frozenset(("body", "html", "main", "article"))


@attrs.frozen
class Line:
    """The text of one block near the headline, and the block."""

    text: str
    element: Element
    before: bool


class Place:
    """Where the headline stands, and what therefore belongs to other things on the page."""

    def __init__(self, heading: Element | None) -> None:
        self._boxes = [] if heading is None else [heading, *heading.iterancestors()]

    def is_elsewhere(self, element: Element, *, near: bool = False) -> bool:
        """
        Tell whether an element is in a comment, a sidebar, a footer or a list that the headline is not in.

        What stands *near* the headline may be in a sidebar: of the article.
        """
        elsewhere = _ELSEWHERE if near else _ELSEWHERE_OR_ASIDE
        for box in element.iterancestors():
            if box in self._boxes:
                return False
            if box.tag in _ASIDE and not near and not any(True for _ in box.iterancestors("article")):
                return True
            names = box.get("class")
            if names and box.tag not in _LARGE and elsewhere.search(names.lower()):
                return True
        return False


def lines_near(heading: Element) -> list[Line]:
    """Return the lines after a heading until the body has begun, then those before it, nearest first."""
    after = _lines(cast("list[etree._ElementUnicodeResult]", _AFTER(heading)), before=False)
    before = _lines(cast("list[etree._ElementUnicodeResult]", _BEFORE(heading)), before=True)
    kept: list[Line] = []
    long = 0
    for line in after:
        long += len(line.text) > _LONG
        if long >= _LONG_LINES:
            break
        kept.append(line)
    return kept + before[::-1]


def _lines(texts: list[etree._ElementUnicodeResult], *, before: bool) -> list[Line]:
    """Join the texts of the same block."""
    lines: list[Line] = []
    block: Element | None = None
    parts: list[str] = []
    for text in texts:
        parent = text.getparent()
        if parent is not None and text.is_tail:
            parent = parent.getparent()
        if parent is None or parent.tag in _UNSEEN:
            continue
        while parent.tag in _INLINE and (outer := parent.getparent()) is not None:
            parent = outer
        if parent is not block and parts and block is not None:
            lines.append(Line(squeeze(" ".join(parts))[:_MAX_LINE], block, before))
            parts = []
        block = parent
        parts.append(text)
    if parts and block is not None:
        lines.append(Line(squeeze(" ".join(parts))[:_MAX_LINE], block, before))
    return lines
