"""From text to a tree: one parse, hardened."""

import re
from threading import local
from typing import Final, TypeAlias

from lxml import etree

__all__ = ["Element", "cut_below", "parse_tree"]

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # lxml has no other name

_ENCODING: Final = "utf-8"
_DEEPEST: Final = 2048
"""Where newer parsers stop. An element that lxml lets go of climbs to the root: in a deeper tree time is quadratic."""
_STOPS: Final = etree.LIBXML_VERSION >= (2, 14)
"""Whether the parser does."""
_OF_HEADS: Final = frozenset(
    ("title", "base", "link", "meta", "style", "script", "noscript", "template", "noframes", "basefont", "bgsound")
)
"""What the HTML Standard lets stand in a head; anything else ends it."""
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What a tree can be parsed with, and does not take afterwards."""
_KEPT: Final = local()
"""Holds the parser of each thread."""
_OPEN_TITLE: Final = re.compile(rb"<title\b[^<>]*>(?:[^<]|<(?![a-z/!]))*(?=<)", re.IGNORECASE)
"""A title up to the next tag."""


def parse_tree(page: str | bytes) -> tuple[Element | None, bool]:
    """
    Return the root of the page, and whether the page was nested too deeply to be read to its end.

    Nothing is fetched, no entity is expanded but HTML's own. Comments and processing instructions are left out, so
    that every child of an element is an element. A title without an end, which swallows the page, ends at the next tag.

    Args:
        page: The page as text, or as UTF-8.
    """
    data = page if isinstance(page, bytes) else page.encode(_ENCODING, "replace")
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if not data or data.isspace():
        return None, False
    root, too_deep = _parsed(data)
    title = None if root is None or next(root.iterchildren("body"), None) is not None else root.findtext("head/title")
    opened = _OPEN_TITLE.search(data) if title and "<" in title else None
    if opened is not None:
        root, too_deep = _parsed(b"%b</title>%b" % (data[: opened.end()], data[opened.end() :]))
    if not _STOPS and root is not None and data.count(b"<") - data.count(b"</") > _DEEPEST:
        too_deep = cut_below(root, _DEEPEST) or too_deep  # pragma: no cover - with libxml2 before 2.14 alone
    _end_head(root)
    return root, too_deep


def _parsed(data: bytes) -> tuple[Element | None, bool]:
    """Return the root that a parse gives, and whether the page was nested too deeply to be read to its end."""
    parser = _parser()
    root = etree.fromstring(data, parser)
    last = parser.error_log.last_error
    return root, last is not None and "depth" in last.message


def _parser() -> etree.HTMLParser:
    """Return this thread's parser: a new one costs as much as a page of 1 kB, and for one parser threads would wait."""
    parser: etree.HTMLParser | None = getattr(_KEPT, "parser", None)
    if parser is None:
        parser = _KEPT.parser = etree.HTMLParser(
            encoding=_ENCODING,
            remove_comments=True,
            remove_pis=True,
            no_network=True,
            huge_tree=True,
            collect_ids=False,
        )
    return parser


def cut_below(root: Element, deepest: int) -> bool:
    """Drop what is nested more than *deepest* elements deep, and tell whether anything was."""
    outer = [root]  # held, so that an element that is let go of has its parent near
    element = root
    cut = False
    while True:
        if len(element) and len(outer) < deepest:
            outer.append(element)
            element = element[0]
            continue
        if len(element):
            cut = True
            del element[:]
        while (following := element.getnext()) is None and outer:
            element = outer.pop()
        if following is None:
            return cut
        element = following


def _end_head(root: Element | None) -> None:
    """
    Move what stands in the head and does not belong there to the body, as browsers do.

    The parser dates from before `article`, `main`, `section`, `header` and `nav`: it takes none of them for the
    beginning of a body that has no tag of its own.
    """
    head = None if root is None else next(root.iterchildren("head"), None)
    if root is None or head is None:
        return
    children = list(head)
    at = next((at for at, child in enumerate(children) if child.tag not in _OF_HEADS), None)
    if at is None:
        return
    body = next(root.iterchildren("body"), None)
    if body is None:
        body = etree.SubElement(root, "body")
    if body.text:
        children[-1].tail = _CONTROLS.sub(" ", (children[-1].tail or "") + body.text)
        body.text = None
    for child in reversed(children[at:]):
        body.insert(0, child)
