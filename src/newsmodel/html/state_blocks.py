"""The text of an article that a framework's state holds block by block, as editors of rich text keep it."""

import json
import re
from collections import deque
from html import escape
from typing import Final, TypeAlias, cast

from newsmodel.html.gathered import Gathered
from newsmodel.html.json_ld import Json

__all__ = ["listed_text"]

_Holder: TypeAlias = "list[Json] | dict[str, Json]"

_TEXTS: Final = ("text", "content", "html", "value", "body", "paragraph", "data", "attrs")
_PARTS: Final = ("children", "content", "nodes", "spans", "items")
_TYPES: Final = ("type", "_type", "style", "kind", "__typename", "name", "tag")
_TEASER: Final = frozenset(("url", "href", "slug", "link", "permalink", "author", "user", "username"))
_BEGINNING: Final = re.compile(r"[\[{]")
_HEADING: Final = re.compile(r"head|\Ah[1-6]\Z|subtitle", re.IGNORECASE)
_BLOCK: Final = re.compile(r"para|item|block|quote|\Ap\Z|\Ali\Z", re.IGNORECASE)
_MOST_TRIES: Final = 8
_MOST_NODES: Final = 100_000
_LONGEST: Final = 5_000_000
_SENTENCE: Final = 50
_FEWEST: Final = 2
_DEPTH: Final = 4


def listed_text(page: Gathered, at_least: int) -> str | None:
    """
    Return the text of the longest list of blocks in the JSON of the page's scripts, as a piece of a page.

    A block is an object that has its words under a usual name, or in children that have; what has an address or an
    author of its own is a teaser or a comment. Lists of one sentence, or of less text than *at_least*, are none.
    """
    best, size = None, at_least
    for script in page.of("script"):
        source = script.text
        if source is None or not at_least < len(source) < _LONGEST or "ld+json" in script.get("type", ""):
            continue
        for blocks in _lists(_values(source)):
            texts = [(text, _is_called(block, _HEADING)) for block in blocks if (text := _words(block, _DEPTH))]
            prose = [len(text) for text, heading in texts if len(text) > _SENTENCE and not heading]
            if len(prose) >= _FEWEST and sum(prose) > size:
                size = sum(prose)
                best = "".join(_markup(text, heading=heading) for text, heading in texts)
    return best


def _values(source: str) -> list[_Holder]:
    """Return the JSON that a script is, or that it assigns: what cannot be read is passed over."""
    decoder = json.JSONDecoder(strict=False)
    values: list[_Holder] = []
    at = 0
    for _ in range(_MOST_TRIES):
        found = _BEGINNING.search(source, at)
        if found is None:
            break
        try:
            value, at = decoder.raw_decode(source, found.start())
        except (ValueError, RecursionError):
            at = found.end()
            continue
        values.append(cast("_Holder", value))
    return values


def _lists(values: list[_Holder]) -> list[list[dict[str, Json]]]:
    """Return the lists of objects in JSON, those of comments left out."""
    found: list[list[dict[str, Json]]] = []
    waiting: deque[_Holder] = deque(values)
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        value = waiting.popleft()
        if isinstance(value, dict):
            waiting.extend(v for k, v in value.items() if isinstance(v, dict | list) and "comment" not in k.lower())
        else:
            waiting.extend(v for v in value if isinstance(v, dict | list))
            blocks = [v for v in value if isinstance(v, dict) and _TEASER.isdisjoint(v)]
            if len(blocks) >= _FEWEST:
                found.append(blocks)
    return found


def _words(block: Json, depth: int) -> str:
    """Return the words of a block: its own, else those of its parts."""
    if not isinstance(block, dict) or not depth:
        return ""
    for key in _TEXTS:
        value = block.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, dict) and (words := _words(value, depth - 1)):
            return words
    for key in _PARTS:
        parts = block.get(key)
        if isinstance(parts, list):
            items = key == "items"  # which may be plain strings; elsewhere those are the names of other blocks
            texts = [part if items and isinstance(part, str) else _words(part, depth - 1) for part in parts]
            between = "" if not items and any(map(_is_inline, parts)) else " "
            if words := between.join(filter(None, texts)):
                return words
    return ""


def _is_inline(part: Json) -> bool:
    """Tell whether a part is a piece of a line, not a block of its own."""
    if not isinstance(part, dict) or not any(isinstance(part.get(key), str) for key in _TEXTS):
        return False
    return not _is_called(part, _BLOCK)


def _is_called(block: dict[str, Json], what: re.Pattern[str]) -> bool:
    """Tell whether one of the names that editors give to kinds of blocks says something."""
    return any(isinstance(name := block.get(key), str) and what.search(name) for key in _TYPES)


def _markup(text: str, *, heading: bool) -> str:
    words = text if "</" in text or "&" in text else escape(text)
    return f"<h2>{words}</h2>" if heading else f"<p>{words}</p>"
