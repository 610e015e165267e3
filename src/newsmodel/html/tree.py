"""From text to a tree: one parse, hardened."""

from typing import TypeAlias

from lxml import etree

__all__ = ["Element", "parse_tree"]

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # lxml has no other name

_ENCODING = "utf-8"


def parse_tree(text: str) -> tuple[Element | None, bool]:
    """
    Return the root of the page, and whether the page was nested too deeply to be read to its end.

    Nothing is fetched, no entity is expanded but HTML's own. Comments and processing instructions are left out, so
    that every child of an element is an element.
    """
    parser = etree.HTMLParser(
        encoding=_ENCODING, remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    data = text.replace("\0", "").encode(_ENCODING, "replace")
    if not data.strip():
        return None, False
    root = etree.fromstring(data, parser)
    too_deep = any(entry.type_name == "ERR_INTERNAL_ERROR" or "depth" in entry.message for entry in parser.error_log)
    return root, too_deep
