"""The lines that stand near the headline: where bylines and date lines are."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from lxml import etree

from newsmodel.html.class_parts import says, with_clue
from newsmodel.html.signals import holder_of, parent_of, squeeze, strings
from newsmodel.html.tree import Element

__all__ = ["Line", "Surroundings", "lines_in", "lines_near"]

_TEXTS: Final = etree.XPath("descendant::text()")
_CLASSES: Final = etree.XPath("descendant::*/@class")
_AUTHOR_RELS: Final = etree.XPath("descendant::a/@rel[contains(., 'author')]")
_MAX_MARKED: Final = 120
_MAX_LINKS: Final = 64
_MAX_AFTER: Final = 32
_MAX_BEFORE: Final = 8
_NEAR: Final = 12
"""So many lines after the headline are near it."""
_NEAREST: Final = 2
"""So many lines before it are nearer than what comes after running text."""
_INLINE: Final = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "address",
    )
)
_BREAK: Final = "\0"
"""What stands for a line break among the texts, where no other text holds it; it ends a line as a block does."""
_UNSEEN: Final = frozenset(
    ("script", "style", "noscript", "template", "option", "button", "select", "textarea", "title", "svg")
)
_MAX_LINE: Final = 300
_LONG_LINES: Final = 3
"""The body has begun after as many lines of running text."""
_LONG: Final = 160
_SENTENCE: Final = 80
_MUCH: Final = 250
"""So many characters in lines as long as sentences are running text, too: news in brief has no long paragraphs."""
_ASIDE: Final = frozenset(("nav", "aside", "footer"))
_FOREIGN: Final = frozenset(("blockquote", "figure"))
"""What is embedded has authors and dates of its own."""
_LARGE: Final = frozenset(("body", "html", "main", "article"))


class Line(NamedTuple):
    """The text of one block near the headline, and the block."""

    text: str
    element: Element
    before: bool
    late: bool
    """Whether running text, or much else, stands between it and the headline."""


class Surroundings:
    """Where the headline stands: the lines near it, and what belongs to other things on the page."""

    def __init__(self, root: Element, heading: Element | None) -> None:
        self._article: Element = root if heading is None else next(heading.iterancestors("article", "main"), root)
        self._classed: list[tuple[str, Element]] | None = None
        self._boxes: frozenset[Element] = _chain(heading)
        self._near: dict[Element, bool] = {}
        self._far: dict[Element, bool] = {}
        self._lines: list[Line] = []
        self._coming: Iterator[Line] = iter(()) if heading is None else lines_near(heading)

    @property
    def lines(self) -> Iterator[Line]:
        """The lines after the headline until the body has begun, then those before it; each read when asked for."""
        at = 0
        while True:
            if at == len(self._lines):
                line = next(self._coming, None)
                if line is None:
                    return
                self._lines.append(line)
            yield self._lines[at]
            at += 1

    @property
    def classed(self) -> list[tuple[str, Element]]:
        """The elements of the article whose class names hold a clue to author or date, with these in lower case."""
        if self._classed is None:
            values = strings(_CLASSES, self._article)  # one by one the elements would take longer in a deep tree
            told = with_clue(values)
            marked = [value for value in values if value in told][:_MAX_MARKED]
            pairs = ((told[value], parent_of(value)) for value in marked)
            self._classed = [(lower, element) for lower, element in pairs if element is not None]
        return self._classed

    @property
    def author_links(self) -> list[Element]:
        """The links of the article with ``rel="author"``."""
        rels = strings(_AUTHOR_RELS, self._article)[:_MAX_LINKS]
        return [link for link in map(parent_of, rels) if link is not None]

    def is_elsewhere(self, element: Element, *, near: bool = False) -> bool:
        """
        Tell whether an element is in a comment, a sidebar, a footer or a list that the headline is not in.

        What stands *near* the headline may be in a sidebar: of the article.
        """
        known = self._near if near else self._far
        passed: list[Element] = []
        result = False
        for box in element.iterancestors():
            if (told := known.get(box)) is not None:
                result = told
                break
            passed.append(box)
            if box in self._boxes:
                break
            if self._parts_off(box, near=near):
                result = True
                break
        known.update((box, result) for box in passed)
        return result

    def _parts_off(self, box: Element, *, near: bool) -> bool:
        if box.tag in _FOREIGN:
            return True
        if box.tag in _ASIDE and not near and next(box.iterancestors("article"), None) is None:
            return True
        names = box.get("class")
        if not names or box.tag in _LARGE:
            return False
        names = names.lower()
        return says(names, "elsewhere") or (not near and says(names, "aside"))


def _chain(heading: Element | None) -> frozenset[Element]:
    return frozenset(() if heading is None else (heading, *heading.iterancestors()))


def lines_in(element: Element) -> list[str]:
    """Return the lines in a small element, each the text of one block or of a part of it between line breaks."""
    return [line.text for line in _lines(_texts_in(element), _MAX_AFTER, before=False)]


def _texts_in(element: Element) -> Iterator[tuple[str | None, Element]]:
    """Yield the texts in an element, each with the element it is directly in."""
    placed = [
        (str(text), after, holder)
        for text in strings(_TEXTS, element)
        if (after := parent_of(text)) is not None and (holder := holder_of(text)) is not None
    ]
    for text, after, holder in placed:
        if after.tag == "br":  # whose tail the text is
            yield _BREAK, holder
        yield text, holder


def lines_near(heading: Element) -> Iterator[Line]:
    """Yield the lines after a heading until the body has begun, and those before it: what is nearest first."""
    after = _lines(_texts_after(heading), _MAX_AFTER, before=False)
    before = _lines(_texts_before(heading), _MAX_BEFORE, before=True)
    rest: list[Line] = []
    for line in after:
        if line.late:
            rest.append(line)
            break
        yield line
    yield from islice(before, _NEAREST)
    yield from rest
    yield from after
    yield from before


def _texts_after(heading: Element) -> Iterator[tuple[str | None, Element]]:
    """Yield the texts after an element in document order, each with the element it is directly in."""
    node, enter = heading, False
    while True:
        if enter and node.tag not in _UNSEEN:
            yield _BREAK if node.tag == "br" else node.text, node
            if len(node):
                node = node[0]
                continue
        parent = node.getparent()
        if parent is None:
            return
        yield node.tail, parent
        sibling = node.getnext()
        node, enter = (parent, False) if sibling is None else (sibling, True)


def _texts_before(heading: Element) -> Iterator[tuple[str | None, Element]]:
    """Yield the texts before an element, the nearest first, each with the element it is directly in."""
    node = heading
    while (parent := node.getparent()) is not None:
        sibling = node.getprevious()
        if sibling is None:
            yield parent.text, parent
            node = parent
            continue
        yield sibling.tail, parent
        node = sibling
        while len(node) and node.tag not in _UNSEEN:
            child = node[-1]
            yield child.tail, node
            node = child
        if node.tag not in _UNSEEN:
            yield _BREAK if node.tag == "br" else node.text, node


def _lines(texts: Iterator[tuple[str | None, Element]], limit: int, *, before: bool) -> Iterator[Line]:
    """Join the texts of the same block, until there are enough or the body has begun."""
    block: Element | None = None
    blocks: dict[Element, Element] = {}
    """The block of each element seen, so that elements in elements take no quadratic time."""
    parts: list[str] = []
    long = count = told = 0
    broken = False
    for text, parent in texts:
        if not text or text.isspace():
            continue
        if text == _BREAK:
            broken = block is not None
            continue
        limit -= 1
        box = parent
        while box.tag in _INLINE and (outer := box.getparent()) is not None:
            box = blocks.get(outer, outer)
        blocks[parent] = box
        if box is not block or broken:
            if block is not None:
                line = _line(parts, block, before=before, late=long > 0 or told > _MUCH or count >= _NEAR)
                yield line
                count += 1
                size = len(line.text)
                long += size > _LONG
                told += size if size > _SENTENCE else 0
            if limit < 0 or long >= _LONG_LINES:
                return
            block, parts, broken = box, [], False
        parts.append(text)
    if block is not None:
        yield _line(parts, block, before=before, late=long > 0 or told > _MUCH or count >= _NEAR)


def _line(parts: list[str], block: Element, *, before: bool, late: bool) -> Line:
    return Line(squeeze(" ".join(reversed(parts) if before else parts))[:_MAX_LINE], block, before, late)
