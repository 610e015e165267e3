"""
JSON-LD as it is found in the wild, read in linear time.

`json` reads what is well formed. What is not is read by a scanner that takes comments, missing and trailing commas,
raw control characters, unescaped quotation marks and a missing end for what they were meant to be.
"""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias, cast

from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

__all__ = ["Json", "Node", "items_of", "nodes_of", "read_block", "read_blocks", "types_of"]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Node: TypeAlias = Mapping[str, Json]

_MAX_DEPTH: Final = 64
_MAX_NODES: Final = 20_000

_WRAPPERS: Final = re.compile(
    r"(?:\s|<!--|-->|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\[|\]\]>|/\*\s*<!\[CDATA\[\s*\*/|/\*\s*\]\]>\s*\*/|;)+"
)
# Python before 3.11.5 misreads possessive groups; possessive characters are safe.
_SKIP: Final = re.compile(r"(?:[\s,;]|/\*[^*]*+(?:\*(?!/)[^*]*+)*\*/|//[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>)*")
_PLAIN: Final = re.compile(r'[^"\\]*+')
_BARE: Final = re.compile(r"[^\s,:\[\]{}\"/]++|/")
_AFTER_STRING: Final = re.compile(r'\s*+(?:[,:}\]]|$|//|/\*|[;<]|"\s*+[\w@$-]++"\s*+:)')
_NUMBER: Final = re.compile(r"-?\d{1,18}", re.ASCII)
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_HEX: Final = re.compile(r"[0-9A-Fa-f]{4}")


def read_blocks(blocks: list[str]) -> tuple[list[Json], list[Issue]]:
    """Return what the JSON-LD blocks of a page hold, and an issue for each that could not be read as it stands."""
    values: list[Json] = []
    issues: list[Issue] = []
    for number, block in enumerate(blocks, 1):
        value, whole = read_block(block)
        if value is not None:
            values.append(value)
        if not whole:
            issues.append(Issue(code=IssueCode.BROKEN_JSON_LD, message=f"JSON-LD block {number} is broken"))
    return values, issues


def read_block(text: str) -> tuple[Json, bool]:
    """Return the value of one block, None where there is none, and whether it was well formed."""
    lead = _WRAPPERS.match(text)
    body = text[lead.end() :] if lead else text
    if not body:
        return None, True
    try:
        return cast("Json", json.loads(body, strict=False)), True
    except (ValueError, RecursionError):
        pass
    return _Scanner(body).read()


class _Scanner:
    """A reader of almost-JSON: one pass, an explicit stack, no backing up."""

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.at: int = 0
        self.whole: bool = True

    def read(self) -> tuple[Json, bool]:
        """Return the first value, or all of them as a list where there are several."""
        values: list[Json] = []
        self._skip()
        if self.at < len(self.text) and self.text[self.at] not in "[{":
            return None, False
        while self.at < len(self.text) and self.text[self.at] in "[{":
            value = self._container()
            if value is None:
                return (values or None), False
            values.append(value)
            self._skip()
        whole = self.whole and self.at >= len(self.text)
        return (values[0] if len(values) == 1 else values or None), whole

    def _skip(self) -> None:
        found = _SKIP.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _container(self) -> Json:
        """Return the object or array that opens here; None if it is nested too deep."""
        root: list[Json] = []
        stack: list[list[Json] | dict[str, Json]] = [root]
        keys: list[str | None] = [None]
        while True:
            self._skip()
            if self.at >= len(self.text):
                self.whole = False
                return root[0]
            char = self.text[self.at]
            if char in "]}":
                self.at += 1
                stack.pop()
                keys.pop()
                if len(stack) == 1:
                    return root[0]
                continue
            if char == ":":
                self.at += 1
                continue
            holder = stack[-1]
            if isinstance(holder, dict) and keys[-1] is None and char not in "[{":
                keys[-1] = self._key()
                continue
            value: Json
            if char in "[{":
                self.at += 1
                value = {} if char == "{" else []
            else:
                value = self._scalar()
            if isinstance(holder, dict):
                holder[keys[-1] or ""] = value
                keys[-1] = None
            else:
                holder.append(value)
            if isinstance(value, dict | list):
                if len(stack) > _MAX_DEPTH:
                    return None
                stack.append(value)
                keys.append(None)

    def _key(self) -> str:
        value = self._scalar()
        self._skip()
        if self.at < len(self.text) and self.text[self.at] == ":":
            self.at += 1
        else:
            self.whole = False
        return value if isinstance(value, str) else json.dumps(value)

    def _scalar(self) -> Json:
        if self.text[self.at] == '"':
            return self._string()
        found = _BARE.match(self.text, self.at)
        word = found.group() if found else self.text[self.at]
        self.at += len(word)
        if word in ("true", "false"):
            return word == "true"
        if word in ("null", "undefined"):
            return None
        return int(word) if _NUMBER.fullmatch(word) else word.strip("'")

    def _string(self) -> str:
        """Return the string that opens here; a quotation mark that nothing fitting follows is part of it."""
        text, at = self.text, self.at + 1
        parts: list[str] = []
        while True:
            found = _PLAIN.match(text, at)
            end = found.end() if found else at
            parts.append(text[at:end])
            if end >= len(text):
                self.whole = False
                at = end
                break
            if text[end] == "\\":
                escaped = text[end + 1 : end + 2]
                if escaped == "u" and (digits := _HEX.match(text, end + 2)):
                    parts.append(chr(int(digits.group(), 16)))
                    at = digits.end()
                else:
                    parts.append(_ESCAPES.get(escaped, escaped))
                    at = end + 2
                continue
            at = end + 1
            if _AFTER_STRING.match(text, at):
                break
            parts.append('"')
            self.whole = False
        self.at = at
        return _joined("".join(parts))


def _joined(text: str) -> str:
    """Return *text* with surrogate pairs made one character, and lone surrogates dropped."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def items_of(value: Json) -> list[Json]:
    """Return the items of a list, or the one item that stands where a list may stand."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def types_of(node: Node) -> tuple[str, ...]:
    """Return the types of a node, without the vocabulary's address."""
    return tuple(t.rpartition("/")[2].rpartition(":")[2] for t in items_of(node.get("@type")) if isinstance(t, str))


def nodes_of(values: list[Json]) -> Iterator[Node]:
    """Yield every node of the blocks that has a type or an id, level by level: what is outermost comes first."""
    waiting: deque[Json] = deque(values)
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            if "@type" in value or "@id" in value:
                yield value
            waiting.extend(v for v in value.values() if isinstance(v, dict | list))
        elif isinstance(value, list):
            waiting.extend(v for v in value if isinstance(v, dict | list))
