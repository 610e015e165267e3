"""Articles in several pages: which one this is, and where it goes on."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final
from urllib.parse import SplitResult, urlsplit

from newsmodel import lexicon
from newsmodel.html.boxes import Passage
from newsmodel.html.gathered import Gathered
from newsmodel.html.links import Resolver
from newsmodel.html.tree import Element

__all__ = ["next_page", "page_of"]

_ELSEWHERE: Final = ("https://", "http://", "/", "#")
"""Addresses that begin so are taken as they are: what they do not hold, they do not get from the page's own."""
_MOST_LINKS: Final = 200
_MOST_TEXTS: Final = 20
_EXTENSION: Final = re.compile(r"\.[a-z]{3,5}\Z", re.ASCII | re.IGNORECASE)
_PAGE: Final = re.compile(
    r"[/_,.-]?(?:page|seite|pagina|p)?[/_,.=-]?([2-9]\d?)(?:\.[a-z]{3,5})?/?", re.ASCII | re.IGNORECASE
)
"""What follows the address of an article in that of its next page: ``/2``, ``-2.html``, ``/page/2/``."""
_PAGE_QUERY: Final = re.compile(r"(?:\A|&)(?:page|p|pg|seite|pagina)=([2-9]\d?)(?:&|\Z)", re.ASCII | re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 40
_HIGHEST: Final = 6
"""So many boxes up the comments are looked for."""
_LONGEST_NAME: Final = 2000


def next_page(page: Gathered, resolver: Resolver, own: str | None) -> str | None:
    """
    Return the address of the article's next page: the article's *own* one with the number of a later page.

    What a page calls its next one may be another article, and addresses that differ by a number too: the link has both
    the address, and the number or a word for "next" as its name.
    """
    here = _split(own) if own else None
    path = "" if here is None else _EXTENSION.sub("", here.path.rstrip("/"))
    stem = path.rpartition("/")[2]
    if here is None or not stem:
        return None
    for element in islice(_candidates(page, stem), _MOST_LINKS):
        address = resolver.absolute(element.get("href", ""))
        if address is None or path not in address:
            continue
        number = _page_number(here, address)
        if number is not None and _is_pager(element, number) and not _of_comments(element):
            return address.encode("utf-8", "replace").decode()
    return None


def _candidates(page: Gathered, stem: str) -> Iterator[Element]:
    """Yield the links whose address has the last part of the own one, and those that are relative to it."""
    for element in page.of("link"):
        if element.get("rel", "").lower() == "next":
            yield element
    for element in page.root.iter("a"):
        href = element.get("href", "")
        if stem in href or href.startswith("?") or (not href.startswith(_ELSEWHERE) and element.get("rel") is not None):
            yield element


def page_of(passages: Sequence[Passage]) -> str | None:
    """Return the line by which a page says which of several it is: "Page 1 of 3"."""
    for passage in passages:
        found = _which().search(passage.text.lower()) if len(passage.text) <= _LONGEST else None
        if found is not None and int(found[1]) <= int(found[2]) > 1:
            return passage.text
    return None


@cache
def _which() -> re.Pattern[str]:
    words = lexicon.pairs("web", "page_words")
    page, of = ("|".join(re.escape(word) for word, what in words.items() if what == kind) for kind in ("page", "of"))
    return re.compile(rf"\b(?:{page})\s*(\d{{1,2}})\s*(?:{of})\s*(\d{{1,2}})\b")


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _page_number(here: SplitResult, address: str) -> str | None:
    """Return the number of a later page in an address that is else the own one, *here*."""
    there = _split(address)
    if there is None or here.netloc != there.netloc:
        return None
    if there.path == here.path:
        found = _PAGE_QUERY.search(there.query)
        if _PAGE_QUERY.sub("", there.query) != _PAGE_QUERY.sub("", here.query) or there.query == here.query:
            return None  # the pages of something else on the page
    else:
        stem = _EXTENSION.sub("", here.path.rstrip("/"))
        found = _PAGE.fullmatch(there.path[len(stem) :]) if there.path.startswith(stem) else None
    return found[1] if found is not None else None


def _is_pager(element: Element, number: str) -> bool:
    """Tell whether a link calls itself the next page: by its relation, by the number, or in words."""
    if element.get("rel", "").lower() == "next":
        return True
    text = "".join(islice(element.itertext(), _MOST_TEXTS)).strip()
    if len(text) > _LONGEST:
        return False
    named = f"{text} {element.get('class', '')} {element.get('aria-label', '')} {element.get('title', '')}".lower()
    words = lexicon.pairs("web", "page_words")
    return text == number or any(words.get(word) == "next" for word in _WORD.findall(named.replace("_", " ")))


def _of_comments(element: Element) -> bool:
    """Tell whether a link pages through the comments."""
    boxes = zip(range(_HIGHEST), element.iterancestors(), strict=False)
    return any("comment" in box.get(name, "")[:_LONGEST_NAME].lower() for _, box in boxes for name in ("class", "id"))
