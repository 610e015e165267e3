"""The elements that a page is asked for by their tags, from one pass: each pass costs a tenth of parsing the page."""

from typing import Final

from newsmodel.html.tree import Element

__all__ = ["Gathered"]

# Not links, which are many: so many objects held burden the collector.
_TAGS: Final = (
    "abbr",
    "article",
    "base",
    "blockquote",
    "h1",
    "link",
    "main",
    "meta",
    "script",
    "time",
    "title",
)


class Gathered:
    """The root of a page, and some of its elements by their tags, in the order of the document."""

    def __init__(self, root: Element) -> None:
        self.root: Element = root
        self._by_tag: dict[object, list[Element]] = {tag: [] for tag in _TAGS}
        by_tag = self._by_tag
        for element in root.iter(*_TAGS):
            by_tag[element.tag].append(element)

    def of(self, tag: str) -> list[Element]:
        """Return the elements of one of the tags."""
        return self._by_tag[tag]

    def around(self, *tags: str) -> set[Element]:
        """Return the elements of some of the tags, and all that they are in."""
        found: set[Element] = set()
        for tag in tags:
            for element in self._by_tag[tag]:
                at: Element | None = element
                while at is not None and at not in found:
                    found.add(at)
                    at = at.getparent()
        return found
