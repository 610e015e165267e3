"""Lists that a page writes by hand: lines of one paragraph, each after a line break and a mark."""

from typing import Final

from newsmodel.html.boxes import LIST_ITEM, PARAGRAPH, Passage

__all__ = ["items_by_hand", "opens_item"]

_MARKS: Final = "•*●▪■◦‣∙·"
_FEWEST: Final = 2
"""One line behind a mark is a note."""


def opens_item(text: str | None) -> bool:
    """Tell whether a line begins as an item does: with one of the marks, and a space."""
    line = (text or "").lstrip()
    return line[:1] in _MARKS and line[1:2].isspace()


def items_by_hand(passages: list[Passage]) -> None:
    """Make items of the lines of a paragraph that begin with the same mark, and take the mark from them."""
    lines: list[Passage] = []
    for passage in passages:
        if lines and not (passage.box is lines[0].box and passage.text[:2] == lines[0].text[:2]):
            _make_items(lines)
            lines = []
        if passage.kind is PARAGRAPH and opens_item(passage.text):
            lines.append(passage)
    _make_items(lines)


def _make_items(lines: list[Passage]) -> None:
    if len(lines) < _FEWEST:
        return
    for passage in lines:
        passage.kind, passage.level = LIST_ITEM, passage.box.level or 1
        text = passage.text[1:].lstrip()
        cut = len(passage.text) - len(text)
        passage.text = text
        passage.links = [(max(start - cut, 0), end - cut, href) for start, end, href in passage.links if end > cut]
        passage.linked = sum([end - start for start, end, _ in passage.links])
