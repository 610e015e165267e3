"""One walk over the page: its text as passages between block borders, each with the boxes that hold it."""

from collections.abc import Container, Sequence
from functools import cache
from itertools import islice
from typing import Final, cast

from newsmodel import lexicon
from newsmodel.html import marks as m
from newsmodel.html.boxes import BLOCKQUOTE, HEADING, LIST_ITEM, PARAGRAPH, PREFORMATTED, TABLE, Box, Passage
from newsmodel.html.bullets import items_by_hand, opens_item
from newsmodel.html.folds import holds_image, is_folded, is_toggle, unfolds
from newsmodel.html.forms import mark_form
from newsmodel.html.gathered import Gathered
from newsmodel.html.marks import inline_marks, marks_of
from newsmodel.html.tables import Table, is_data_table
from newsmodel.html.text import FULL_STOPS, clean, clean_with_borders, preformatted
from newsmodel.html.tree import Element

__all__ = ["Walk"]

_INLINE: Final = 0
_SKIP: Final = 1
_HIDE: Final = 2
_SPAN: Final = 3
_LINK: Final = 4
_BREAK: Final = 5
_QUOTATION: Final = 6
_IMAGE: Final = 7
_RAISED: Final = 8
_FIELD: Final = 9
_BLOCK: Final = 10
"""This and every higher role is a block."""
_LIST: Final = 11
_TABLE: Final = 12
_ITEM: Final = 13
_HEADING: Final = 14
_QUOTE: Final = 15
_LINES: Final = 16
_ROLES: Final = {
    "skip": _SKIP,
    "hide": _HIDE,
    "span": _SPAN,
    "link": _LINK,
    "break": _BREAK,
    "quotation": _QUOTATION,
    "image": _IMAGE,
    "raised": _RAISED,
    "field": _FIELD,
    "block": _BLOCK,
    "list": _LIST,
    "table": _TABLE,
    "item": _ITEM,
    "heading": _HEADING,
    "quote": _QUOTE,
    "lines": _LINES,
}
_KINDS: Final = {
    _ITEM: LIST_ITEM,
    _HEADING: HEADING,
    _QUOTE: BLOCKQUOTE,
    _LINES: PREFORMATTED,
}
_PRUNED: Final = (
    m.COMMENTS | m.RELATED | m.NEWSLETTER | m.SHARE | m.NAV | m.FOOTER | m.SIDEBAR | m.CONSENT | m.AD | m.HEADER
)
_LEFT_OUT: Final = _PRUNED | m.HIDDEN
_SHOWING: Final = m.MEDIA | m.CAPTION
_SURELY: Final = m.COMMENTS | m.NAV | m.FOOTER | m.CONSENT | m.SHARE
_NEVER_PRUNED: Final = ("main", "article", "h1", "blockquote")
_LOUD: Final = frozenset(("b", "strong", "font", "big"))
_LONGEST_LOUD: Final = 150
_LONGEST_MARK: Final = 5
_LONGEST_PRUNED: Final = 100
"""So many paragraphs of what is pruned are measured."""


@cache
def _roles() -> dict[object, int]:
    return {tag: _ROLES[role] for tag, role in lexicon.rows("web", "html_tags")}


def _quotation_marks(language: str | None) -> tuple[str, str]:
    """Return the marks that stand for a ``q`` element."""
    primary = (language or "").partition("-")[0].lower()
    for row in lexicon.rows("web", "quotation_marks"):
        if row[0] == primary:
            return row[1], row[2]
    return "“", "”"


def _size(element: Element) -> int:
    """Return how many characters the first paragraphs under an element have."""
    size = 0
    for paragraph in islice(element.iter("p"), _LONGEST_PRUNED):
        size += _length(paragraph)
    return size


def _length(paragraph: Element) -> int:
    return len(paragraph.text or "") if len(paragraph) == 0 else sum(map(len, paragraph.itertext()))


def _is_footnote_mark(raised: Element) -> bool:
    """Tell whether a raised number leads to a note on the same page: in the text it would be glued to a word."""
    link = raised[0] if len(raised) == 1 and not raised.text else raised.getparent()
    if link is None or link.tag != "a" or not link.get("href", "").startswith("#"):
        return False
    mark = "".join(raised.itertext()).strip()
    return len(mark) <= _LONGEST_MARK


def _is_own(href: str, box: Box) -> bool:
    """Tell whether a link is the anchor of the heading it is in: it leads to no other page."""
    return box.kind is HEADING and len(href) > 1 and href[0] == "#"


class Walk:
    """
    The walk itself.

    Args:
        page: The page, which is read from its body on.
        language: The page's language, for the marks of ``q``.
        everything: Whether to read what is hidden, and what is named like furniture and holds no article.
    """

    def __init__(self, page: Gathered, *, language: str | None = None, everything: bool = False) -> None:
        body = next(page.root.iterchildren("body"), None)
        if body is None:
            body = page.root
        self.boxes: list[Box] = [Box(body, "body", 0, None, PARAGRAPH, 0)]
        """In the order of the document."""
        self.passages: list[Passage] = []
        """In the order of the document."""
        self.images: list[tuple[Element, Box]] = []
        """In the order of the document, with the box that holds each."""
        self.left_out: int = 0
        """Characters in the paragraphs that were left out; a quarter of those that surely are furniture."""
        self.most_left_out: int = 0
        """The most of them that were in one element."""
        self.hidden: int = 0
        """Characters in the paragraphs that are hidden."""
        self._everything = everything
        self._kept: Container[Element] = page.around(*_NEVER_PRUNED)
        self._quotation = _quotation_marks(language)
        self._parts: list[str] = []
        self._borders: list[int] = []
        self._hrefs: list[str] = []
        self._link: Element | None = None
        self._break_at = 0
        self._table: Table | None = None
        self._box = self.boxes[0]
        self._ends: list[Element] = [body]
        """The elements that are open and whose end matters, the innermost last."""
        self._by_hand = False
        """Whether any line of a paragraph begins as an item of a list does."""
        self._run(body)
        if self._by_hand:
            items_by_hand(self.passages)

    def _run(self, body: Element) -> None:
        roles, parts, ends = _roles(), self._parts, self._ends
        if text := body.text:
            parts.append(text)
        if not len(body):
            self._leave(body)
            return
        outer = [body]
        element = body[0]
        while True:  # an iterator for each element takes ten times as long as asking for the next one
            role = roles.get(element.tag, _INLINE)
            if not role or (role != _SKIP and self._enter(element, role)):
                if (text := element.text) and (parts or not text.isspace()):
                    parts.append(text)
                if len(element):
                    outer.append(element)
                    element = element[0]
                    continue
                if element is ends[-1]:
                    self._leave(element)
            if (text := element.tail) and (parts or not text.isspace()):
                parts.append(text)
            while (following := element.getnext()) is None:
                element = outer.pop()
                if element is ends[-1]:
                    self._leave(element)
                if not outer:
                    return
                if (text := element.tail) and (parts or not text.isspace()):
                    parts.append(text)
            element = following

    def _enter(self, element: Element, role: int) -> bool:
        """Enter an element that is not plainly inline; False leaves out what it holds."""
        if role >= _BLOCK:
            return self._open(element, role)
        if role == _SPAN:
            marks = inline_marks(element)
            if marks & m.HIDDEN and not self._everything:
                return False
            return self._open(element, _BLOCK) if marks & _SHOWING and holds_image(element) else True
        if role == _HIDE:
            if unfolds(element):
                return True
            if not self._everything:
                self.hidden += _size(element)
            return self._everything
        if role == _LINK:
            if self._link is None:
                href = element.get("href")
                if href is None:
                    if is_toggle(self._box.element):
                        return True
                    href = ""
                if href.startswith("#") and self._is_mark(element):
                    return False
                self._link = element
                self._ends.append(element)
                self._borders.append(len(self._parts))
                self._hrefs.append(href)
        elif role == _BREAK:
            self._break(element)
        elif role == _RAISED:
            return not _is_footnote_mark(element)
        elif role == _FIELD:
            mark_form(self._box, element)
            return False
        elif role == _IMAGE:
            self.images.append((element, self._box))
            self._box.own_images += 1
        else:
            self._ends.append(element)
            self._parts.append(self._quotation[0])
        return True

    def _is_mark(self, link: Element) -> bool:
        """
        Tell whether a link on the page is a mark and no word.

        A note's is not raised, but a number that touches the word before; that of a heading's place is no letter.
        """
        if self._box.kind is HEADING and not any(map(str.isalnum, "".join(link.itertext())[:_LONGEST_MARK])):
            return True
        before = self._parts[-1][-1:] if self._parts else ""
        if not (before.isalnum() or before in FULL_STOPS):
            return False
        if (link.tail or "")[:1].isalnum():  # the number is part of a word, as in a language that parts none
            return False
        mark = "".join(link.itertext()).strip("[]()*†‡ ")
        return len(mark) <= _LONGEST_MARK and (not mark or mark.isdigit())

    def _leave(self, element: Element) -> None:
        """End an element of those whose end matters."""
        self._ends.pop()
        box = self._box
        if element is box.element:
            if self._table is not None:
                self._end_table(self._table)
            if self._parts:
                self._flush()
            if box.parent is not None:
                self._box = box.parent
        elif element is self._link:
            self._borders.append(len(self._parts))
            self._link = None
        elif element.tag == "q":
            self._parts.append(self._quotation[1])
        else:
            self._end_cell(element, cast("Table", self._table))  # which is what the others are in

    def _open(self, element: Element, role: int) -> bool:
        """Enter a block; False leaves out what it holds, or says that it is read already."""
        if self._table is not None:
            self._parts.append(" ")
            self._ends.append(element)
            return True
        if self._parts:
            self._flush()
        text: str | None = None
        if self._link is None and len(element) == 0 and ((text := element.text) is None or text.isspace()):
            return False
        marks = marks_of(element)
        if marks & _LEFT_OUT and not self._everything and self._leaves_out(element, marks):
            return False
        outer = self._box
        kind = outer.kind if role <= _TABLE else _KINDS[role]
        box = Box(element, str(element.tag), marks, outer, kind, outer.level + 1 if role == _LIST else outer.level)
        self.boxes.append(box)
        if text is not None:  # nothing else is in it
            text = preformatted(text) if kind is PREFORMATTED else clean(text)
            if text:
                self.passages.append(Passage(box, text, len(self.passages)))
            return False
        self._ends.append(element)
        self._box = box
        if role == _TABLE and is_data_table(element):
            self._table = Table()
        return True

    def _leaves_out(self, element: Element, marks: int) -> bool:
        """Tell whether an element is hidden, or furniture with nothing of an article in it."""
        if marks & m.HIDDEN:
            if is_folded(element):
                return False
            self.hidden += _size(element)
            return True
        if marks & m.BODY or marks & _PRUNED == m.HEADER:
            return False
        if element in self._kept:
            return False
        size = _size(element)
        if marks & _SURELY:
            size //= 4
        self.left_out += size
        self.most_left_out = max(self.most_left_out, size)
        return True

    def _end_table(self, table: Table) -> None:
        text, self._table = table.text(), None
        self._drop_parts()
        if text:
            passage = Passage(self._box, text, len(self.passages))
            passage.kind, passage.level = TABLE, None
            self.passages.append(passage)

    def _end_cell(self, element: Element, table: Table) -> None:
        if element.tag in ("td", "th", "caption"):
            table.end_cell(self._parts)
            self._drop_parts()
        if element.tag in ("tr", "caption"):
            table.end_row()

    def _break(self, element: Element) -> None:
        """Take a line break: the end of the passage after a sentence, a loud line or another break, else a space."""
        parts, kind = self._parts, self._box.kind
        by_hand = kind is PARAGRAPH and opens_item(element.tail)
        self._by_hand = self._by_hand or by_hand
        if kind is PREFORMATTED or self._table is not None:
            parts.append("\n")
        elif self._break_at and not "".join(parts[self._break_at :]).strip():
            self._flush()  # the second in a row
        elif (
            by_hand
            or "".join(parts[-3:]).rstrip().endswith(FULL_STOPS)
            or (kind is PARAGRAPH and self._is_after_loud_line(element))
        ):
            self._flush()
        elif parts:
            parts.append(" ")
            self._break_at = len(parts)

    def _is_after_loud_line(self, element: Element) -> bool:
        """
        Tell whether the line that a break ends is in bold or in a font of its own, and the next one is not.

        With a colon at its end it is one with the next line: a label, or who speaks.
        """
        loud = element.getprevious()
        if loud is None or loud.tag not in _LOUD or (loud.tail and not loud.tail.isspace()):
            return False
        following = element.getnext()
        if following is not None and following.tag == loud.tag and not (element.tail or "").strip():
            return False
        line = "".join(self._parts[self._break_at :]).strip()
        return 0 < len(line) < _LONGEST_LOUD and line[-1] != ":" and line == "".join(loud.itertext()).strip()

    def _drop_parts(self) -> None:
        self._parts.clear()
        if self._borders:
            self._borders = [] if self._link is None else [0]
            self._hrefs = [] if self._link is None else [self._link.get("href", "")]

    def _flush(self) -> None:
        """End the passage that is being read."""
        parts, box = self._parts, self._box
        self._break_at = 0
        links: Sequence[tuple[int, int, str]] = ()
        if box.kind is PREFORMATTED:
            text = preformatted("".join(parts))
        elif self._borders:
            text, links = self._linked_text()
        else:
            text = clean(parts[0] if len(parts) == 1 else "".join(parts))
        self._drop_parts()
        if text:
            passage = Passage(box, text, len(self.passages))
            if links:
                passage.links = links
                passage.linked = sum([end - start for start, end, href in links if not _is_own(href, box)])
            self.passages.append(passage)

    def _linked_text(self) -> tuple[str, list[tuple[int, int, str]]]:
        """Return the text read so far and the links in it."""
        parts, borders = self._parts, self._borders
        if self._link is not None:  # it goes on in the next passage
            borders.append(len(parts))
        if borders == [0, len(parts)]:  # nothing but a link, as in every menu
            text = clean("".join(parts))
            return text, [(0, len(text), self._hrefs[0])]
        text, offsets = clean_with_borders(parts, borders)
        edges = [(offsets[2 * at], offsets[2 * at + 1], href) for at, href in enumerate(self._hrefs)]
        return text, [(start, end, href) for start, end, href in edges if end > start]
