"""Blocks of plain text: where the caller's paragraphs, list items and quotations begin and end."""

import re
from typing import Final

from newsmodel.model import Block, BlockKind, Span

# Lines longer than this were not wrapped by hand or by a mail program.
_WIDEST_WRAP: Final = 100

_MARKED: Final = (
    (re.compile(r"#{1,6}\s"), BlockKind.HEADING),
    (re.compile(r"(?:[-*•·‣◦–]|\d{1,3}[.)])\s"), BlockKind.LIST_ITEM),
    (re.compile(r">"), BlockKind.BLOCKQUOTE),
)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """
    Return the blocks of plain text, which cover every character but white space.

    A blank line parts blocks. Between blank lines each line is a block of its own, unless the lines look wrapped:
    none of them could have taken the next one's first word. Of two lines alone that says little; they are held to the
    margin of what is surely wrapped in the same text. Lines that start as Markdown writes headings, list items and
    quotations are taken as such; the marker stays in the text.
    """
    chunks = _chunks(text)
    margin = _margin(text, chunks)
    return tuple(block for lines in chunks for block in _chunk_blocks(text, lines, margin))


def _chunks(text: str) -> list[list[Span]]:
    """Return the lines between blank lines."""
    chunks: list[list[Span]] = [[]]
    for line in _lines(text):
        if line is not None:
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return chunks


def _lines(text: str) -> list[Span | None]:
    """Return the span of each line without its outer white space, None for a blank one."""
    lines: list[Span | None] = []
    at = 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        lines.append(Span(start, end) if start < end else None)
        at += len(line)
    return lines


def _margin(text: str, chunks: list[list[Span]]) -> range:
    """Return the widths that lines may have been wrapped at, as three lines and more show them; none if none are."""
    margin = range(1, _WIDEST_WRAP + 1)
    wrapped = [lines for lines in chunks if len(lines) > 2 and _wrapped(text, lines, margin)]
    widest = max((len(line) for lines in wrapped for line in lines), default=1)
    return range(widest, min((size for lines in wrapped for size in _too_wide(text, lines)), default=widest))


def _too_wide(text: str, lines: list[Span]) -> list[int]:
    """Return how wide each line but the last would be with the first word of the next one."""
    first_words = (len(text[line.start : line.end].split(None, 1)[0]) for line in lines[1:])
    return [len(line) + 1 + first for line, first in zip(lines, first_words, strict=False)]


def _chunk_blocks(text: str, lines: list[Span], margin: range) -> list[Block]:
    if _wrapped(text, lines, margin):
        lines = [Span(lines[0].start, lines[-1].end)]
    return [_block(text, line) for line in lines]


def _wrapped(text: str, lines: list[Span], margin: range) -> bool:
    if len(lines) < 2:
        return False
    width = max(map(len, lines))
    if width > _WIDEST_WRAP or any(_kind(text, line) is not BlockKind.PARAGRAPH for line in lines[1:]):
        return False
    if len(lines) == 2:
        if text[lines[0].end - 1].isalnum() and text[lines[1].start].islower():
            return True
        if width >= margin.stop:
            return False
        width = max(width, margin.start)
    return all(size > width for size in _too_wide(text, lines))


def _kind(text: str, line: Span) -> BlockKind:
    for pattern, kind in _MARKED:
        if pattern.match(text, line.start, line.end):
            return kind
    return BlockKind.PARAGRAPH


def _block(text: str, line: Span) -> Block:
    kind = _kind(text, line)
    level = None
    if kind is BlockKind.HEADING:
        level = text[line.start : line.start + 7].split(maxsplit=1)[0].count("#")
    elif kind is BlockKind.LIST_ITEM:
        level = 1
    return Block(kind=kind, span=line, level=level)
