"""Passages as Markdown, everything escaped that Markdown would take for markup."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from newsmodel.formats._passages import Mark, Passage, pieces
from newsmodel.model import BlockKind

__all__ = ["ENTITY", "write_passages"]

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{1,31});")
"""A character reference, which Markdown resolves."""

_SPECIAL = str.maketrans({char: "\\" + char for char in "\\`*_[]<~"})
_START = re.compile(r"(?:[-+#>|=]|(?:\d{1,9})(?=[.)](?:\s|$)))", re.ASCII)
_PLAIN_URL = re.compile(r"[^\s()<>\\]+")
_BACKTICKS = re.compile("`+")
_DEEPEST = 20


def write_passages(passages: Iterable[Passage]) -> str:
    """Return the passages as Markdown blocks, each ended by a newline, parted by blank lines."""
    blocks: list[str] = []
    depth = 0
    for passage in passages:
        # A list can be one step deeper than the item before: further in, the text would be taken for code.
        depth = min(passage.level or 1, depth + 1, _DEEPEST) if passage.kind is BlockKind.LIST_ITEM else 0
        blocks.append(_block(passage, depth))
    return "".join(f"{block}\n" for block in _parted(blocks))


def _parted(blocks: list[str]) -> Iterator[str]:
    for i, block in enumerate(blocks):
        yield f"\n{block}" if i else block


def _block(passage: Passage, depth: int) -> str:
    if passage.kind is BlockKind.PREFORMATTED:
        longest = max(map(len, _BACKTICKS.findall(passage.text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{fence}\n{passage.text}\n{fence}"
    if passage.kind is BlockKind.TABLE:
        return _table(passage.text)
    line = _guarded("".join(_inline(passage)))
    if passage.kind is BlockKind.HEADING:
        line = line[:-1] + "\\#" if line.endswith("#") else line
        return f"{'#' * min(passage.level or 2, 6)} {line}"
    if passage.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * (depth - 1)}- {line}"
    return f"> {line}" if passage.kind is BlockKind.BLOCKQUOTE else line


def _guarded(line: str) -> str:
    """Return a line that does not start as Markdown starts a block."""
    match = _START.match(line)
    if match is None:
        return line
    return f"{match[0]}\\{line[match.end() :]}" if match[0].isdigit() else f"\\{line}"


def _escaped(text: str) -> str:
    return ENTITY.sub(lambda match: "\\" + match[0], text.translate(_SPECIAL))


def _inline(passage: Passage) -> list[str]:
    written: list[str] = []
    open_marks: list[Mark] = []
    for piece in filter(lambda it: it != "", pieces(passage)):
        if isinstance(piece, str):
            written.append(_escaped(piece))
        elif isinstance(piece, Mark):
            open_marks.append(piece)
            if piece.what == "link" and written and written[-1].endswith("!"):
                written[-1] = written[-1][:-1] + "\\!"  # with the bracket it would open an image
            written.append("[" if piece.what == "link" else _span(piece))
        else:
            mark = open_marks.pop()
            written.append(f"]({_target(mark.value or '')})" if mark.what == "link" else "</span>")
    return written


def _span(mark: Mark) -> str:
    title = f' title="{escape(mark.value)}"' if mark.value else ""
    number = f' data-quote="{mark.number}"' if mark.number else ""
    return f'<span class="quote {mark.kind}"{title}{number}>'


def _target(url: str) -> str:
    if _PLAIN_URL.fullmatch(url) and not ENTITY.search(url):
        return url
    for char in "\\<>":
        url = url.replace(char, "\\" + char)
    return f"<{ENTITY.sub(lambda match: chr(92) + match[0], url)}>"


def _table(text: str) -> str:
    rows = [row.split("\t") for row in text.split("\n")]
    width = max(map(len, rows))
    lines = [_row([_escaped(cell).replace("|", "\\|") for cell in row] + [""] * (width - len(row))) for row in rows]
    return "\n".join([lines[0], _row(["---"] * width), *lines[1:]])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
