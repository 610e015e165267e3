"""The body of an article as a piece of HTML, as agency formats carry it: blocks and links, no quotes."""

from collections.abc import Sequence

from lxml import etree

from newsmodel.formats._passages import Mark, Passage, fold
from newsmodel.formats._tree import (
    Element,
    Grammar,
    add_inline,
    add_list_item,
    add_table,
    element,
    local,
    parse_html,
    read_passages,
)
from newsmodel.model import BlockKind

__all__ = ["HTML", "read", "write"]

_PLACES = (
    "address article aside body center dd details div dl dt fieldset footer form header html main nav ol p section ul"
)
_LEVELS = {f"h{n}": n for n in range(1, 7)}
_SKIPPED = "head title script style template noscript svg figure iframe object video audio caption"


def _mark(node: Element) -> Mark | None:
    href = fold(node.get("href") or "") if local(node) == "a" else ""
    return Mark(0, 0, "link", href) if href else None


HTML = Grammar(
    blocks={
        **dict.fromkeys(_PLACES.split()),
        **dict.fromkeys(_LEVELS, BlockKind.HEADING),
        "li": BlockKind.LIST_ITEM,
        "blockquote": BlockKind.BLOCKQUOTE,
        "pre": BlockKind.PREFORMATTED,
    },
    level=lambda node: _LEVELS.get(local(node)),
    skipped=frozenset(_SKIPPED.split()),
    mark=_mark,
)
"""What the elements of HTML mean in the body of an article."""


def write(passages: Sequence[Passage]) -> str:
    """Return passages as HTML, the inside of a ``body``."""
    body = etree.Element("body")
    lists: list[Element] = []
    for passage in passages:
        if passage.kind is BlockKind.LIST_ITEM:
            add_inline(add_list_item(body, passage, lists, ("ul", "li")), passage, _anchor)
            continue
        lists.clear()
        if passage.kind is BlockKind.TABLE:
            add_table(body, passage)
        elif passage.kind is BlockKind.HEADING:
            add_inline(element(body, f"h{min(passage.level or 2, 6)}"), passage, _anchor)
        elif passage.kind is BlockKind.PREFORMATTED:
            etree.SubElement(body, "pre").text = passage.text
        else:
            parent = element(body, "blockquote") if passage.kind is BlockKind.BLOCKQUOTE else body
            add_inline(element(parent, "p"), passage, _anchor)
    return "\n".join(etree.tostring(node, encoding="unicode", method="html") for node in body)


def _anchor(parent: Element, mark: Mark) -> Element:
    return element(parent, "a", href=mark.value)


def read(html: str) -> list[Passage]:
    """Return the passages of a piece of HTML."""
    root = parse_html(html)
    return [] if root is None else read_passages(root, HTML)
