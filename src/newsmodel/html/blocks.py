"""From passages to the text of the article: blocks and links with their places in it."""

from collections.abc import Sequence
from typing import Final

from newsmodel.html.boxes import Passage
from newsmodel.html.links import Resolver
from newsmodel.html.tree import Element
from newsmodel.model.page import Block, Link
from newsmodel.model.unchecked import unchecked_block, unchecked_link, unchecked_span

__all__ = ["Places", "assemble"]

_BETWEEN: Final = "\n\n"
_LONGEST: Final = 2000


def assemble(
    passages: Sequence[Passage], places: "Places", resolver: Resolver
) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
    """Return the text of the article, its blocks and the links in it."""
    blocks: list[Block] = []
    links: list[Link] = []
    at = 0
    for passage in passages:
        text = passage.text
        end = at + len(text)
        xpath = places.path(passage.box.element)
        blocks.append(unchecked_block(passage.kind, unchecked_span(at, end), passage.level, xpath))
        for start, stop, href in passage.links:
            first = start + (text[start] == " ")
            address = resolver.absolute(href)
            if address is not None and first < stop:
                links.append(unchecked_link(unchecked_span(at + first, at + stop), address))
        at = end + len(_BETWEEN)
    return _BETWEEN.join(passage.text for passage in passages), tuple(blocks), tuple(links)


class Places:
    """The paths of elements, each sibling counted once: the path of every child of a long list takes linear time."""

    def __init__(self) -> None:
        self._numbers: dict[Element, int] = {}
        self._paths: dict[Element, str | None] = {}

    def path(self, element: Element) -> str | None:
        """Return the XPath of an element, such as ``/html/body/div[2]/p[1]``; None for one nested absurdly deep."""
        known = self._paths
        chain: list[Element] = []
        at: Element | None = element
        while at is not None and at not in known:
            chain.append(at)
            at = at.getparent()
        path = "" if at is None else known[at]
        for link in reversed(chain):
            if path is not None:
                path = None if len(path) > _LONGEST else f"{path}/{self._step(link)}"
            known[link] = path
        return path

    def _step(self, element: Element) -> str:
        tag = str(element.tag)
        number = self._numbers.get(element)
        if number is None:
            parent = element.getparent()
            if parent is None:
                return tag
            self._count(parent)
            number = self._numbers[element]
        return f"{tag}[{number}]" if number > 0 else f"*[{-number}]"

    def _count(self, parent: Element) -> None:
        """Number the children of an element: each among those of its tag."""
        counts: dict[str, int] = {}
        for place, child in enumerate(parent, 1):
            tag = str(child.tag)
            number = counts[tag] = counts.get(tag, 0) + 1
            # a name such as o:p, as word processors write it, would be taken for one with a prefix
            self._numbers[child] = number if tag.isalnum() or _is_name(tag) else -place


def _is_name(tag: str) -> bool:
    return tag.replace("-", "_").isidentifier()
