"""From text to a tree: one parse, hardened."""

from typing import TypeAlias

from lxml import etree

__all__ = ["Element", "parse_tree"]

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # lxml has no other name

_ENCODING = "utf-8"


def parse_tree(page: str | bytes) -> tuple[Element | None, bool]:
    """
    Return the root of the page, and whether the page was nested too deeply to be read to its end.

    Nothing is fetched, no entity is expanded but HTML's own. Comments and processing instructions are left out, so
    that every child of an element is an element.

    Args:
        page: The page as text, or as UTF-8.
    """
    parser = etree.HTMLParser(
        encoding=_ENCODING,
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
        collect_ids=False,
    )
    data = page if isinstance(page, bytes) else page.encode(_ENCODING, "replace")
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if not data or data.isspace():
        return None, False
    root = etree.fromstring(data, parser)
    last = parser.error_log.last_error
    return root, last is not None and "depth" in last.message
