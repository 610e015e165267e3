"""Elements of the parsed page: their type, their text."""

from typing import TypeAlias

from lxml import etree

__all__ = ["Element", "squeeze", "text_of"]

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # lxml has no other name


def squeeze(text: str) -> str:
    """Return *text* with every run of white space as one space, none at the ends, and no invisible characters."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def text_of(element: Element) -> str:
    """Return all text under an element, squeezed, scripts and comments left out."""
    parts: list[str] = []
    for node in element.iter():
        if node is not element and node.tag in _BREAKS:
            parts.append(" ")
        if isinstance(node.tag, str) and node.tag not in _UNSEEN and node.text:
            parts.append(node.text)
        if node is not element and node.tail:
            parts.append(node.tail)
    return squeeze("".join(parts))


_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg"))
_BREAKS = frozenset(("br", "div", "p", "li", "td", "section", "h1", "h2", "h3", "ul", "time", "address", "header"))
