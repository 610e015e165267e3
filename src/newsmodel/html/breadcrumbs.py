"""The section that the trail of a page names: the first step below the home page."""

from typing import Final
from urllib.parse import urlsplit

from newsmodel.html.json_ld import Json, items_of, types_of
from newsmodel.html.signals import Candidate, Signals
from newsmodel.html.text import key_of

__all__ = ["sections_of_trail"]

_MOST: Final = 20
_MOST_SPACES: Final = 3
"""What has more and ends a trail is the page's title, not a section's name."""


def sections_of_trail(signals: Signals, outlet: frozenset[str], titles: tuple[str, ...]) -> list[Candidate]:
    """
    Return the steps of the JSON-LD trail that are neither the home page nor the page itself, from the top.

    Args:
        signals: What the page says.
        outlet: The names of the site, as keys for comparing.
        titles: What the page may be called.
    """
    trail = next((node for node in signals.nodes if "BreadcrumbList" in types_of(node)), None)
    if trail is None:
        return []
    others = outlet.union(map(key_of, titles))
    steps = [_step(signals.resolve(item)) for item in items_of(trail.get("itemListElement"))[:_MOST]]
    if steps and (_is_here(steps[-1][1], signals) or steps[-1][0].count(" ") > _MOST_SPACES):
        steps.pop()
    names = [name for name, address in steps if name and _path(address) and key_of(name) not in others]
    return [Candidate("json-ld BreadcrumbList", name) for name in names]


def _step(item: Json) -> tuple[str, str]:
    """Return the name and the address of one step of a trail."""
    if not isinstance(item, dict):
        return "", ""
    inner = item.get("item")
    page = inner if isinstance(inner, dict) else {"@id": inner}
    name = item.get("name") or page.get("name")
    address = page.get("@id") or page.get("url") or item.get("url")
    return name if isinstance(name, str) else "", address if isinstance(address, str) else ""


def _path(address: str) -> str:
    """Return the path of an address, nothing where it is the home page's, or no address at all."""
    try:
        return urlsplit(address).path.strip("/")
    except ValueError:
        return ""


def _is_here(address: str, signals: Signals) -> bool:
    """Tell whether an address is the page's own."""
    return signals.address is not None and _path(address) == signals.address.path.strip("/")
