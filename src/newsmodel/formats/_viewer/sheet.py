"""
The text of an article drawn with what is marked in it, in one sweep.

Quotes nest (the model sees to that) and become elements around their words. All else that is marked may cross anything
and is drawn flat, in pieces that are cut wherever something begins or ends; a link is broken where a quote begins or
ends. What is written, and the time it takes, are linear in the text and in the number of annotations.
"""

from collections.abc import Iterator
from html import escape

from newsmodel.formats._html_page import Drawn, is_safe
from newsmodel.formats._passages import printable
from newsmodel.formats._viewer.marks import Layer, Part, layers, parts
from newsmodel.model import Article, Block, BlockKind, Link, Span

__all__ = ["drawn"]

_DEEPEST = 16
"""Quotes in more quotes than this are not drawn: each one open costs a pair of tags in every block."""


def drawn(article: Article) -> Iterator[Drawn]:
    """Yield the blocks of *article*, each drawn with everything that is marked in it."""
    sheet = _Sheet(article)
    outline = 1
    for block in article.blocks:
        level = block.level
        if block.kind is BlockKind.HEADING:  # none is skipped, so that the page can be walked through by its headings
            level = outline = min(max(level or 2, 2), outline + 1)
        yield Drawn(block.kind, level, _inside(sheet, block))


def _inside(sheet: "_Sheet", block: Block) -> str:
    if block.kind is not BlockKind.TABLE:
        return sheet.draw(block.span)
    at = block.span.start
    rows: list[str] = []
    for line in sheet.text[at : block.span.end].split("\n"):
        cells: list[str] = []
        for cell in line.split("\t"):
            cells.append(f"<td>{sheet.draw(Span(at, at + len(cell))) if cell else ''}</td>")
            at += len(cell) + 1
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(rows)


class _Sheet:
    """The text while it is drawn, from left to right, a stretch at a time."""

    def __init__(self, article: Article) -> None:
        self.text = printable(article.text)
        self._links = Layer((link.span, link) for link in article.links if is_safe(link.url))
        self._layers = layers(article)
        self._parts = parts(article)
        marked = [span for layer in self._layers for span in layer.spans()]
        self._anchors = {span.start for span in marked}
        bounds = {bound for span in (*marked, *self._links.spans()) for bound in (span.start, span.end)}
        bounds.update(bound for part in self._parts for bound in (part.start, part.end))
        self._cuts = sorted(bounds)
        self._next_cut = self._next_part = 0
        self._open: list[Part] = []
        self._link: Link | None = None
        self._out: list[str] = []

    def draw(self, stretch: Span) -> str:
        """Return a stretch of the text, which lies after the one drawn last, as HTML."""
        self._out = [part.again for part in self._open]
        at = stretch.start
        for cut in self._cuts_of(stretch):
            self._piece(at, cut)
            self._close(cut)
            if cut < stretch.end:
                self._begin(cut)
            at = cut
        self._end_link()
        self._out += ["</span>" for _ in self._open]
        return "".join(self._out)

    def _cuts_of(self, stretch: Span) -> Iterator[int]:
        while self._next_cut < len(self._cuts) and self._cuts[self._next_cut] < stretch.end:
            if self._cuts[self._next_cut] >= stretch.start:
                yield self._cuts[self._next_cut]
            self._next_cut += 1
        yield stretch.end

    def _close(self, at: int) -> None:
        if self._open and self._open[-1].end <= at:
            self._end_link()
        while self._open and self._open[-1].end <= at:
            self._out.append(self._open.pop().closing)

    def _begin(self, at: int) -> None:
        while self._next_part < len(self._parts) and self._parts[self._next_part].start <= at:
            part = self._parts[self._next_part]
            self._next_part += 1
            if len(self._open) < _DEEPEST:
                self._end_link()
                self._out.append(part.opening)
                self._open.append(part)

    def _end_link(self) -> None:
        if self._link is not None:
            self._out.append("</a>")
            self._link = None

    def _piece(self, start: int, end: int) -> None:
        """Draw words in which nothing begins or ends."""
        if start == end:
            return
        link = self._links.at(start)
        if link is not self._link:
            self._end_link()
            if link is not None:
                self._out.append(f'<a href="{escape(link.url)}" target="_blank" rel="noreferrer">')
                self._link = link
        words = escape(self.text[start:end], quote=False)
        found = [mark for layer in self._layers if (mark := layer.at(start)) is not None]
        here = f' id="c{start}"' if start in self._anchors else ""
        if found or here:
            names = " ".join(mark.names for mark in found)
            titles = "; ".join(mark.title for mark in found)
            words = f'<span class="{names}"{here} title="{titles}">{words}</span>'
        self._out.append(words)
