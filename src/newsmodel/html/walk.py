"""One walk over the page: its text as passages between block borders, each with the boxes that hold it."""

from typing import Final

from lxml import etree

from newsmodel.html import marks as m
from newsmodel.html.marks import marks_of
from newsmodel.html.tables import Table, is_data_table
from newsmodel.html.text import clean, clean_with_borders, preformatted
from newsmodel.html.tree import Element
from newsmodel.model.kinds import BlockKind

__all__ = ["Box", "Passage", "Walk"]

_SKIPPED: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "frameset",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "datalist",
        "option",
        "button",
        "textarea",
        "progress",
        "meter",
        "head",
        "title",
        "link",
        "meta",
        "rt",
        "rp",
        "dialog",
        "input",
        "amp-ad",
        "amp-sidebar",
        "amp-consent",
        "source",
        "track",
    ]
)
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "figcaption",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "ul",
        "blockquote",
        "pre",
        "listing",
        "xmp",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "nav",
        "search",
        "amp-accordion",
    ]
)
_LISTS: Final = frozenset(("ul", "ol", "dl", "menu", "dir"))
_KINDS: Final = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.BLOCKQUOTE,
    "pre": BlockKind.PREFORMATTED,
    "listing": BlockKind.PREFORMATTED,
    "xmp": BlockKind.PREFORMATTED,
    **{f"h{n}": BlockKind.HEADING for n in range(1, 7)},
}
_EMPHASIS: Final = frozenset(("em", "i", "strong", "b", "small", "cite"))
_MARKS_OF_QUOTATION: Final = {
    "de": ("„", "“"),
    "cs": ("„", "“"),
    "fr": ("« ", " »"),
    "es": ("«", "»"),
    "it": ("«", "»"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "pl": ("„", "”"),
    "ja": ("「", "」"),
}


class Box:
    """An open block-level element: a link in the chain that leads from a passage to the body."""

    __slots__ = (
        "anchor",
        "children",
        "depth",
        "element",
        "good",
        "headed",
        "heads",
        "images",
        "inner",
        "kind",
        "level",
        "marks",
        "mass",
        "noise",
        "own_images",
        "parent",
        "share",
        "tag",
    )

    def __init__(self, element: Element, tag: str, marks: int, parent: "Box | None") -> None:
        self.element = element
        self.tag = tag
        self.marks = marks
        self.parent = parent
        self.children: list[Box] = []
        self.mass = 0.0
        self.good = 0.0
        self.noise = 0.0
        self.heads = 0
        self.images = 0
        self.headed = False
        self.share = 1.0
        self.own_images = 0
        self.anchor = False
        self.inner = 0
        self.depth = 0
        kind = _KINDS.get(tag)
        if parent is None:
            self.kind, self.level = BlockKind.PARAGRAPH, 0
            return
        self.depth = parent.depth + 1
        self.level = parent.level + (tag in _LISTS)
        self.kind = kind if kind is not None else parent.kind

    def __repr__(self) -> str:
        return f"<{self.tag} {self.element.get('class', '')}>"


class Passage:
    """A run of text between two block borders."""

    __slots__ = ("at", "box", "emphatic", "kind", "level", "linked", "links", "text")

    def __init__(self, box: Box, text: str, at: int) -> None:
        self.box = box
        self.text = text
        self.at = at
        self.kind = box.kind
        self.level: int | None = None
        if box.kind is BlockKind.HEADING:
            self.level = heading_level(box)
        elif box.kind is BlockKind.LIST_ITEM:
            self.level = box.level or 1
        self.linked = 0
        self.emphatic = 0
        self.links: tuple[tuple[int, int, str], ...] = ()

    def __repr__(self) -> str:
        return f"{self.box!r} {self.kind.value} {self.linked}/{len(self.text)} {self.text[:70]!r}"


def heading_level(box: Box) -> int:
    """Return the level of the heading that *box* is or lies in."""
    at: Box | None = box
    while at is not None:
        if at.tag[0] == "h" and at.tag[1:].isdigit():
            return int(at.tag[1:])
        at = at.parent
    return 2


class Walk:
    """The walk itself: `passages`, `boxes` and `images` in the order of the document."""

    def __init__(self, body: Element, *, language: str | None = None, hidden: bool = False) -> None:
        self.boxes: list[Box] = []
        self.passages: list[Passage] = []
        self.images: list[tuple[Element, Box, int]] = []
        self.hid = False
        """Whether something hidden was left out."""
        self._show_hidden = hidden
        self._quotation = _MARKS_OF_QUOTATION.get((language or "").partition("-")[0].lower(), ("“", "”"))
        self._parts: list[str] = []
        self._borders: list[int] = []
        self._hrefs: list[str] = []
        self._link: Element | None = None
        self._link_chars = 0
        self._emphasis = 0
        self._emphatic = 0
        self._breaks = 0
        self._table: Table | None = None
        self._box = Box(body, "body", 0, None)
        self.boxes.append(self._box)
        self._run(body)
        self._flush()

    def _run(self, body: Element) -> None:
        skipped: Element | None = None
        walker = etree.iterwalk(body, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if tag in _SKIPPED or not self._start(element, tag):
                    skipped = element
                    walker.skip_subtree()
                elif text := element.text:
                    self._add(text)
                continue
            if element is skipped:
                skipped = None
            else:
                self._end(element, tag)
            if (tail := element.tail) and element is not body:
                self._add(tail)

    def _start(self, element: Element, tag: str) -> bool:
        """Enter an element; False leaves out what it holds."""
        if tag in _BLOCKS:
            return element is self._box.element or self._open(element, tag)
        if tag == "a":
            self._open_link(element)
        elif tag == "br":
            self._break()
        elif tag in _EMPHASIS:
            self._emphasis += 1
        elif tag in ("img", "amp-img"):
            self.images.append((element, self._box, len(self.passages)))
            self._box.images += 1
            self._box.own_images += 1
        elif tag == "q":
            self._parts.append(self._quotation[0])
        elif element.keys() and not self._show_hidden and marks_of(element) & m.HIDDEN:
            return False
        return True

    def _end(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS:
            if element is self._box.element:
                self._close()
            elif self._table is not None:
                self._end_cell(tag, self._table)
        elif element is self._link:
            self._close_link()
        elif tag in _EMPHASIS:
            self._emphasis -= 1
        elif tag == "q":
            self._parts.append(self._quotation[1])

    def _add(self, text: str) -> None:
        self._parts.append(text)
        if self._emphasis:
            self._emphatic += len(text.strip())
        if self._breaks and not text.isspace():
            self._breaks = 0

    def _open(self, element: Element, tag: str) -> bool:
        if self._table is not None:
            self._parts.append(" ")
            return True
        self._flush()
        marks = marks_of(element)
        if marks & m.HIDDEN and not self._show_hidden:
            self.hid = True
            return False
        if marks & m.NAV and tag == "nav" and next(element.iter("main", "article", "h1"), None) is None:
            return False
        box = Box(element, tag, marks, self._box)
        self.boxes.append(box)
        self._box = box
        if tag == "table" and is_data_table(element):
            self._table = Table()
        return True

    def _close(self) -> None:
        if self._table is not None:
            text, self._table = self._table.text(), None
            self._drop_parts()
            if text:
                passage = Passage(self._box, text, len(self.passages))
                passage.kind, passage.level = BlockKind.TABLE, None
                self.passages.append(passage)
        self._flush()
        if self._box.parent is not None:
            self._box = self._box.parent

    def _end_cell(self, tag: str, table: Table) -> None:
        if tag in ("td", "th", "caption"):
            table.end_cell(self._parts)
            self._drop_parts()
        if tag in ("tr", "caption"):
            table.end_row()

    def _break(self) -> None:
        if self._box.kind is BlockKind.PREFORMATTED or self._table is not None:
            self._parts.append("\n")
            return
        self._parts.append(" ")
        self._breaks += 1
        if self._breaks > 1:
            self._flush()

    def _open_link(self, element: Element) -> None:
        if self._link is None:
            self._link = element
            self._borders.append(len(self._parts))
            self._hrefs.append(element.get("href", ""))

    def _close_link(self) -> None:
        self._borders.append(len(self._parts))
        self._link = None

    def _drop_parts(self) -> None:
        self._parts.clear()
        self._borders[:] = [] if self._link is None else [0]
        self._hrefs[:] = [] if self._link is None else [self._link.get("href", "")]

    def _flush(self) -> None:
        """End the passage that is being read, if there is one."""
        parts, self._parts = self._parts, []
        borders, self._borders = self._borders, []
        hrefs, self._hrefs = self._hrefs, []
        emphatic, self._emphatic = self._emphatic, 0
        self._breaks = 0
        link = self._link
        if link is not None:  # a link that goes on in the next passage
            borders.append(len(parts))
            self._borders.append(0)
            self._hrefs.append(link.get("href", ""))
        if not parts:
            return
        box = self._box
        passage: Passage
        if borders:
            text, offsets = clean_with_borders(parts, borders)
            if not text:
                return
            passage = Passage(box, text, len(self.passages))
            links = zip(offsets[::2], offsets[1::2], hrefs, strict=True)
            passage.links = tuple((s, e, href) for s, e, href in links if e > s)
            passage.linked = sum(e - s for s, e, _ in passage.links)
        else:
            text = clean("".join(parts))
            if not text:
                return
            passage = Passage(box, text, len(self.passages))
        if passage.kind is BlockKind.PREFORMATTED:
            passage.text = preformatted("".join(parts))
            passage.links = ()
        passage.emphatic = emphatic
        self.passages.append(passage)
