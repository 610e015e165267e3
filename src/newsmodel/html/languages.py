"""The language that a page declares, as a BCP 47 tag."""

import re
from collections.abc import Iterator
from typing import Final

from newsmodel import lexicon
from newsmodel.html.signals import Candidate, Signals
from newsmodel.html.tree import Element

__all__ = ["declared_languages", "language_tag"]

_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?", re.IGNORECASE | re.ASCII)
_KEYS: Final = (
    ("lang", "html lang"),
    ("xml:lang", "html xml:lang"),
    ("{http://www.w3.org/XML/1998/namespace}lang", "html xml:lang"),
)
_NONE: Final = frozenset(("und", "xx", "mul", "zxx", "lang"))


def declared_languages(signals: Signals, heading: Element | None) -> list[Candidate]:
    """Return what says a language: the page's element, else the metadata, else what is around the *heading*."""
    found = [Candidate(source, raw) for key, source in _KEYS if (raw := signals.root.get(key))]
    found.extend(signals.candidates("language"))
    if not found:
        found.extend(_around(signals.root.find("body") if heading is None else heading))
    return found


def _around(inner: Element | None) -> Iterator[Candidate]:
    """Yield the languages of an element and of those that it is in, the nearest first."""
    boxes = () if inner is None else (inner, *inner.iterancestors())
    for box in boxes:
        if raw := box.get("lang"):
            yield Candidate("lang", raw)


def language_tag(raw: str) -> str | None:
    """Return a language in the usual form of its tag, ``zh-Hant-TW``; a language's name stands for its tag."""
    given = raw.strip().replace("_", "-")
    tag = lexicon.pairs("web", "languages").get(given.lower(), given)
    if not _TAG.fullmatch(tag) or tag.lower() in _NONE:
        return None
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(p.title() if len(p) == 4 else p.upper() for p in rest)])
