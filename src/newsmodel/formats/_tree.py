"""
Trees of markup as passages, and passages as trees: what HTML, NITF and their like have in common.

Parsing is hardened: nothing is fetched, documents that declare entities are refused, depth has the limit of the parser
(256 levels), and XML its limit of size, too (ten million characters in a row).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import TypeAlias

import attrs
from lxml import etree

from newsmodel.errors import FormatError, Problem, WrongTypeError
from newsmodel.formats._passages import DEEPEST, Mark, Passage, fold, pieces, settle
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._values import clean
from newsmodel.model import BlockKind

__all__ = [
    "Element",
    "Grammar",
    "add_inline",
    "add_list_item",
    "add_table",
    "element",
    "local",
    "parse_html",
    "parse_xml",
    "read_passages",
    "words_of",
]

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # lxml has no other name

_LONGEST_PLAIN = 10_000_000
"""Bytes in a row that the parser takes as it comes."""
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse_xml(data: str | bytes) -> Element:
    """
    Return the root of an XML document; comments and processing instructions are left out.

    Raises:
        FormatError: It is not well-formed, or declares entities.
        WrongTypeError: It is neither text nor bytes.
    """
    if not isinstance(data, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError(Problem("data", data, "str or bytes"))
    source = clean(data.lstrip("\ufeff \t\r\n")).encode() if isinstance(data, str) else data
    parser = etree.XMLParser(
        encoding="utf-8" if isinstance(data, str) else None,  # what a decoded text says of its encoding is no longer so
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
    )
    try:
        root: Element = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(WHOLE, f"not XML: {error.msg}") from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise FormatError(WHOLE, "declares entities, which no news format needs")
    return root


def parse_html(text: str) -> Element | None:
    """Return the root of HTML or a piece of it; None where there is nothing."""
    data = _FORBIDDEN.sub("\ufffd", text).encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=len(data) > _LONGEST_PLAIN,  # else a longer run of text is dropped without a word
    )
    root: Element | None = etree.fromstring(data, parser) if data.strip() else None
    return root


def local(node: Element) -> str:
    """Return the name of an element without its namespace, in lower case; the empty string for what is none."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def words_of(node: Element | None) -> str | None:
    """Return the words in an element, folded; None where there are none."""
    if node is None:
        return None
    return fold("".join(text for _, text in _events(node))) or None


def _events(root: Element) -> Iterator[tuple[Element | bool | None, str]]:
    """Yield each element as it starts, False as it ends, and None with each piece of text, in document order."""
    todo: list[Element | bool | str] = [root]
    while todo:
        it = todo.pop()
        if isinstance(it, bool):
            yield False, ""
        elif isinstance(it, str):
            yield None, it
        elif not isinstance(it.tag, str):  # a reference to an entity of a DTD that is not read
            yield None, unescape(it.text or "")
        else:
            yield it, ""
            todo.append(False)
            for child in reversed(it):
                if child.tail:
                    todo.append(child.tail)
                todo.append(child)
            if it.text:
                todo.append(it.text)


# -- reading -----------------------------------------------------------------------------------------------------


@attrs.frozen
class Grammar:
    """What the elements of a markup language mean; names are without namespace, in lower case."""

    blocks: Mapping[str, BlockKind | None]
    """Elements that stand on lines of their own; None where the kind is that of what they stand in."""
    skipped: frozenset[str]
    """Elements whose words are not the article's."""
    level: Callable[[Element], int | None] = lambda _: None
    """Returns the level of a heading."""
    lists: frozenset[str] = frozenset(("ul", "ol", "dl"))
    """Elements that hold list items."""
    mark: Callable[[Element], Mark | None] = lambda _: None
    """Returns what an element marks, if anything."""


def read_passages(root: Element, grammar: Grammar) -> list[Passage]:
    """Return the passages under an element, in order."""
    reading = _Reading(grammar)
    skipped = 0  # how many elements are open of which the outermost is skipped
    for node, text in _events(root):
        if node is None:
            if not skipped:
                reading.text(text)
        elif isinstance(node, bool):
            if skipped:
                skipped -= 1
            else:
                reading.end()
        elif skipped or (node is not root and local(node) in grammar.skipped):
            skipped += 1
        else:
            reading.start(node)
    reading.flush()
    return reading.passages


@attrs.define
class _Open:
    """An open element: whether it parts passages, whether it gave a kind, and what it marks from where."""

    name: str
    parts: bool
    gave_kind: bool
    mark: Mark | None
    start: int = 0


class _Reading:
    """One pass over a tree: the open elements, and the words and marks of the passage at hand."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.passages: list[Passage] = []
        self._open: list[_Open] = []
        self._marking: list[_Open] = []
        self._kinds: list[tuple[BlockKind, int | None]] = [(BlockKind.PARAGRAPH, None)]
        self._lists = 0
        self._tables = 0
        self._words: list[str] = []
        self._size = 0
        self._marks: list[tuple[int, Mark]] = []

    def text(self, text: str) -> None:
        """Take words; in a table, the tabs and newlines are those between cells and rows alone."""
        self._take(text.replace("\t", " ").replace("\n", " ") if self._tables else text)

    def _take(self, text: str) -> None:
        self._words.append(text)
        self._size += len(text)

    def start(self, node: Element) -> None:
        """Open an element."""
        name, grammar = local(node), self.grammar
        if name == "table":
            if not self._tables:
                self.flush()
            self._tables += 1
        elif name == "br":
            self._take("\n" if not self._tables else " ")
        elif name in grammar.lists:
            self._lists += 1
        parts = name in grammar.blocks and not self._tables
        if parts:
            self.flush()
        kind = grammar.blocks.get(name) if parts else None
        if kind is not None:
            level = self._lists or 1 if kind is BlockKind.LIST_ITEM else grammar.level(node)
            self._kinds.append((kind, level))
        mark = grammar.mark(node) if len(self._marking) < DEEPEST else None  # each marks every passage inside
        it = _Open(name, parts, kind is not None, mark, self._size)
        self._open.append(it)
        if it.mark is not None:
            self._marking.append(it)

    def end(self) -> None:
        """Close the element opened last."""
        it = self._open.pop()
        if it.mark is not None:
            self._marking.pop()
            self._marks.append((len(self._open), attrs.evolve(it.mark, start=it.start, end=self._size)))
        if it.parts:
            self.flush()
        if it.gave_kind:
            self._kinds.pop()
        if it.name in ("td", "th") and self._tables:
            self._take("\t")
        elif it.name == "tr" and self._tables:
            self._take("\n")
        elif it.name in self.grammar.lists:
            self._lists -= 1
        elif it.name == "table":
            self._tables -= 1
            if not self._tables:
                self.flush(BlockKind.TABLE)

    def flush(self, kind: BlockKind | None = None) -> None:
        """End the passage at hand; what is still marked is marked on in the next."""
        raw = "".join(self._words)
        marks = self._marks + [
            (i, attrs.evolve(it.mark, start=it.start, end=self._size)) for i, it in enumerate(self._marking) if it.mark
        ]
        found, level = (kind, None) if kind is not None else self._kinds[-1]
        if raw and not raw.isspace():
            # In the order in which they open: outer before inner.
            inline = [mark for _, mark in sorted(marks, key=lambda it: (it[1].start, it[0]))]
            self.passages.append(settle(raw, found, level, inline))
        for it in self._marking:
            it.start = 0
        self._words, self._size, self._marks = [], 0, []


# -- writing -----------------------------------------------------------------------------------------------------


def element(parent: Element | None, tag: str, text: str | None = None, /, **attributes: str | None) -> Element:
    """Return a new element, the last child of *parent*; an underscore in an attribute's name stands for a hyphen."""
    given = {key.rstrip("_").replace("_", "-"): fold(value) for key, value in attributes.items() if value}
    node = etree.Element(tag) if parent is None else etree.SubElement(parent, tag)
    for key, value in given.items():
        node.set(key, value)
    if text is not None:
        node.text = fold(text)
    return node


def add_inline(node: Element, passage: Passage, make: Callable[[Element, Mark], Element]) -> None:
    """Put the text of a passage into an element, with an element that *make* adds for each mark."""
    open_nodes = [node]
    for piece in pieces(passage):
        if isinstance(piece, str):
            here = open_nodes[-1]
            last = here[-1] if len(here) else None
            if last is None:
                here.text = (here.text or "") + piece
            else:
                last.tail = (last.tail or "") + piece
        elif isinstance(piece, Mark):
            open_nodes.append(make(open_nodes[-1], piece))
        else:
            open_nodes.pop()


def add_list_item(parent: Element, passage: Passage, open_lists: list[Element], names: tuple[str, str]) -> Element:
    """Return a new item at its depth, at most one deeper than the item before; *names* are those of list and item."""
    depth = min(passage.level or 1, len(open_lists) + 1, DEEPEST)
    del open_lists[depth:]
    if len(open_lists) < depth:
        holder = open_lists[-1][-1] if open_lists else parent
        open_lists.append(etree.SubElement(holder, names[0]))
    return etree.SubElement(open_lists[-1], names[1])


def add_table(parent: Element, passage: Passage) -> Element:
    """Return a new table with the rows and cells of a passage."""
    table = etree.SubElement(parent, "table")
    for row in passage.text.split("\n"):
        tr = etree.SubElement(table, "tr")
        for cell in row.split("\t"):
            etree.SubElement(tr, "td").text = cell
    return table
