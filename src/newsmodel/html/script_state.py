"""The text of pages that show none: from JSON-LD, or from the state that frameworks leave in scripts."""

import json
import re
from collections.abc import Iterator
from typing import Final, cast

from newsmodel.html.boxes import PARAGRAPH, Box, Passage
from newsmodel.html.container import choose_container, prose, weigh
from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata
from newsmodel.html.passages import article_passages
from newsmodel.html.state_blocks import listed_text
from newsmodel.html.tree import Element, parse_tree
from newsmodel.html.walk import Walk

__all__ = ["text_elsewhere"]

_LONGEST_SCRIPT: Final = 5_000_000
_LEAST: Final = 200
"""Shorter strings in scripts are not the text."""
_LEAST_LISTED: Final = 300
_STRING: Final = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*)"', re.DOTALL)
_PARAGRAPH: Final = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?。！？](?<=[^\W\d_]{2}.)")
_CODE: Final = ("function", "=>", "return ", "var ", "};", ";}", "}}", "{}")
"""What code is full of, and text is not."""
_LONG_PIECE: Final = re.compile(r'"([^"]{61,})')
_MOST_LETTERS: Final = 12
"""In text one character of so many is a space, in the scripts that have spaces."""
_DEPTH: Final = 2
"""How deep strings are looked for in strings: frameworks write JSON into the strings of their scripts."""


def text_elsewhere(page: Gathered, metadata: Metadata, *, at_least: int) -> list[Passage]:
    """Return the passages of the longest text that is not shown, if it has *at_least* so many characters."""
    best: list[Passage] = []
    size = at_least
    candidates = [metadata.article_body, metadata.live_updates, longest_text(page, at_least)]
    if at_least <= _LEAST_LISTED and not any(candidates):  # else the longest list may be another article's
        candidates.append(listed_text(page, at_least))
    for candidate in candidates:
        passages = _passages(candidate, page.root, metadata) if candidate else []
        found = sum(prose(passage) for passage in passages)
        if found >= size:
            best, size = passages, int(found * 1.2)
    return best


def longest_text(page: Gathered, at_least: int = _LEAST) -> str | None:
    """Return the longest string in a script of the page that looks like the text of an article."""
    best, size = None, at_least
    for script in page.of("script"):
        source = script.text
        if source is None or not at_least < len(source) < _LONGEST_SCRIPT or "ld+json" in script.get("type", ""):
            continue
        if not _may_hold_text(source, at_least):
            continue
        for text in sorted(_strings(source, at_least, _DEPTH), key=len, reverse=True):
            if 2 * len(text) <= size:
                break
            weight = _weight(text)
            if weight > size:
                best, size = text, weight
    return best


def _may_hold_text(source: str, at_least: int) -> bool:
    """Tell quickly whether there is so much text between the quotation marks of a script."""
    size = 0
    for found in _LONG_PIECE.finditer(source):
        piece = found[1]
        if piece.count(" ") * _MOST_LETTERS > len(piece) or "\\u" in piece or not piece.isascii():
            size += len(piece)
            if size >= at_least:
                return True
    return False


def _strings(source: str, at_least: int, depth: int) -> Iterator[str]:
    """Yield the long string literals of a script, and those within them."""
    for literal in [literal for literal in _STRING.findall(source) if len(literal) >= at_least]:
        try:
            text = json.loads(f'"{literal}"', strict=False)
        except ValueError:
            continue
        if depth and '"' in text:
            yield from _strings(text, at_least, depth - 1)
        yield text


def _weight(text: str) -> int:
    """Return how much text of an article a string seems to hold: nothing for code and data."""
    sentences = len(_SENTENCE_END.findall(text))
    if sentences < 3 or text.lstrip()[:1] in ("{", "[") or sum(map(text.count, _CODE)) > sentences:
        return 0
    return len(text) * 2 if _PARAGRAPH.search(text) else len(text)


def _passages(text: str, root: Element, metadata: Metadata) -> list[Passage]:
    """Read a string as a page of its own; its passages stand at the body of the page it comes from."""
    if not _PARAGRAPH.search(text):
        text = "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in text.split("\n"))
    fragment = cast("Element", parse_tree(f"<!doctype html><body>{text}")[0])  # what has a body is a tree
    walk = Walk(Gathered(fragment), language=metadata.language)
    weigh(walk, None)
    passages = article_passages(walk, choose_container(walk), metadata, None)
    place = next(root.iterchildren("body"), None)
    home = Box(root if place is None else place, "body", 0, None, PARAGRAPH, 0)
    for passage in passages:
        passage.box = home
        passage.links = ()
    return passages
