"""Addresses on a page, made absolute where the page's own is known."""

import re
from typing import Final
from urllib.parse import urljoin

from newsmodel.html.gathered import Gathered

__all__ = ["Resolver"]

_ABSOLUTE: Final = ("https://", "http://")
_LONGEST: Final = 2000
_FROM_ROOT: Final = re.compile(r"(?:/[^\s/.?#;][^\s/?#;]*)+/?(?:\?[^\s#]+)?")
"""A path from the root in which nothing is to be resolved: most links are, and `urljoin` takes long."""
_ROOT: Final = re.compile(r"https?://[\w.:@-]+(?=[/?#]|\Z)", re.ASCII)
_NOT_PLACES: Final = ("#", "javascript:", "data:", "about:", "blob:")


class Resolver:
    """
    Makes addresses absolute, as ``base`` and the page's own address say.

    By one of more than 2,000 characters none is: every link would repeat it.
    """

    def __init__(self, page: Gathered, url: str | None) -> None:
        self.url: str | None = url
        bases = page.of("base")
        href = bases[0].get("href") if bases else None
        whole = self._join(url or "", href) if href else url or ""
        self._base = whole if len(whole) <= _LONGEST else ""
        root = _ROOT.match(self._base)
        self._root = root.group() if root is not None else ""

    def absolute(self, address: str) -> str | None:
        """Return an address as one can follow it; None for a script, for data and for a place on the same page."""
        address = address.strip()
        if not address or len(address) > _LONGEST or address.startswith(_NOT_PLACES):
            return None
        if address.startswith(_ABSOLUTE) or not self._base:
            return address
        if self._root and _FROM_ROOT.fullmatch(address):
            return self._root + address
        return self._join(self._base, address)

    @staticmethod
    def _join(base: str, address: str) -> str:
        try:
            return urljoin(base, address) or address
        except ValueError:  # such as a bracket that opens an IPv6 address and is not closed
            return address
