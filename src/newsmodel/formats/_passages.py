"""
An article as markup sees it: passages, each with the stretches in it that are marked.

All formats of marked-up text (Markdown, HTML, NITF, TEI) are written from passages and read into them. The text of a
passage is what such a format keeps of it: runs of white space are one space, but in preformatted text and between the
cells of a table. A quote that runs over several passages, or is broken, is marked in parts that share a number.
"""

import heapq
import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import accumulate, count

import attrs

from newsmodel.formats._ground import Ground, kind_of
from newsmodel.model import Article, Block, BlockKind, Link, Quote, QuoteKind, Span, SpeakerKind

__all__ = [
    "DEEPEST",
    "Composed",
    "Mark",
    "Passage",
    "aligned",
    "compose",
    "fold",
    "passages_of",
    "pieces",
    "printable",
    "settle",
]

DEEPEST = 20
"""How deep marks and lists nest in markup: readers of XML stop at some depth, and each mark of a passage costs."""

# What XML cannot carry; those that count as white space become spaces, so that words stay apart.
_CONTROLS = {
    **{i: " " if chr(i).isspace() else "\ufffd" for i in range(32) if i not in (9, 10)},
    **dict.fromkeys((0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "\ufffd"),
}
_VERBATIM = (BlockKind.PREFORMATTED, BlockKind.TABLE)  # without marks
_SCHEMES = ("http", "https", "mailto", "tel", "ftp")
_PATH = re.compile(r"[/?#]")
_RUN = re.compile(r"[ \t\n]+")


@attrs.frozen
class Mark:
    """A marked stretch of a passage."""

    start: int
    end: int
    what: str
    """``quote`` or ``link``."""
    value: str | None = None
    """The name of the speaker, or where the link leads."""
    number: int = 0
    """Which quote of the article it is a part of, from 1."""
    kind: QuoteKind | None = None


@attrs.frozen
class Passage:
    """A block of the body, its text as markup carries it."""

    kind: BlockKind
    text: str
    level: int | None = None
    marks: tuple[Mark, ...] = ()


def printable(text: str) -> str:
    """Return *text* with what markup cannot carry replaced, character by character: offsets stay."""
    return text.translate(_CONTROLS)


def fold(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> str:
    """Return *text* as marked-up text carries it in a block of this kind."""
    text = printable(text)
    if kind is BlockKind.PREFORMATTED:
        return text.strip()
    if kind is BlockKind.TABLE:
        rows = ("\t".join(_RUN.sub(" ", cell).strip() for cell in row.split("\t")).rstrip() for row in text.split("\n"))
        return "\n".join(row for row in rows if row).strip()
    return _RUN.sub(" ", text).strip()


# -- writing -----------------------------------------------------------------------------------------------------


def passages_of(
    article: Article,
    quotes: Container[QuoteKind] = frozenset(QuoteKind),
    who: Callable[[Quote], str | None] | None = None,
) -> list[Passage]:
    """
    Return the passages of *article*, with its links and its quotes of these kinds marked.

    Links to scripts and the like are left out.

    Args:
        article: The article.
        quotes: The kinds of quotes to mark.
        who: Returns what a quote says of its speaker. Without it that is the name, where the text holds it: only then
            can a reader find whose it is.
    """
    texts = [fold(block.span.of(article.text), block.kind) for block in article.blocks]
    who = who or _namer(article, Ground("\n\n".join(texts)))
    marks = [(link.span, Mark(0, 0, "link", fold(link.url))) for link in article.links if _leads(link.url)]
    for number, quote in enumerate((q for q in article.quotes if q.kind in quotes), 1):
        marks += [(span, Mark(0, 0, "quote", who(quote), number, quote.kind)) for span in quote.content]
    moved = [
        _moved(block.span.of(article.text), text, found)
        for block, text, found in zip(article.blocks, texts, _by_block(article.blocks, marks), strict=True)
    ]
    rank = _ranks(moved)
    return _numbered(
        Passage(block.kind, text, block.level, _nested(text, sorted(found, key=lambda mark: rank[mark.number])))
        for block, text, found in zip(article.blocks, texts, moved, strict=True)
    )


def _leads(url: str) -> bool:
    """Tell whether an address leads to another place; others run in the page of whoever reads the document."""
    scheme, colon, _ = _PATH.split(url, maxsplit=1)[0].partition(":")
    return not colon or scheme.strip().lower() in _SCHEMES


def _namer(article: Article, ground: Ground) -> Callable[[Quote], str | None]:
    named = {s.name: fold(s.name) for s in article.speakers if ground.name(fold(s.name)) is not None}
    return lambda quote: None if quote.speaker is None else named.get(quote.speaker.name)


def _ranks(marks: Iterable[Iterable[Mark]]) -> dict[int, int]:
    """Return the place of each quote, by its number, in the order a reader gives them: that in which they open."""
    first: dict[int, tuple[int, int, int]] = {0: (-1, 0, 0)}  # links
    for i, found in enumerate(marks):
        for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
            first.setdefault(mark.number, (i, mark.start, -mark.end))
    return {number: i for i, number in enumerate(sorted(first, key=lambda number: first[number]))}


def _numbered(passages: Iterable[Passage]) -> list[Passage]:
    """
    Number the quotes that have several parts in the order of their first, so that the numbers stay when read.

    Quotes that differ in nothing but what is not marked are marked once.
    """
    found = list(passages)
    parts: dict[int, list[object]] = {}
    for i, passage in enumerate(found):
        for mark in passage.marks:
            if mark.what == "quote":
                parts.setdefault(mark.number, [mark.kind, mark.value]).append((i, mark.start, mark.end))
    first: dict[tuple[object, ...], int] = {}
    numbers: dict[int, int] = {}
    several = count(1)
    for number, signature in parts.items():
        if first.setdefault(tuple(signature), number) == number:
            numbers[number] = next(several) if len(signature) > 3 else 0
    return [
        attrs.evolve(
            passage,
            marks=tuple(
                attrs.evolve(mark, number=numbers.get(mark.number, 0))
                for mark in passage.marks
                if mark.what != "quote" or mark.number in numbers
            ),
        )
        for passage in found
    ]


def _by_block(blocks: Sequence[Block], marks: Iterable[tuple[Span, Mark]]) -> list[list[tuple[int, int, Mark]]]:
    """Return the marks of each block of running text, clipped to it, with their places in it."""
    found: list[list[tuple[int, int, Mark]]] = [[] for _ in blocks]
    starts = [block.span.start for block in blocks]
    for span, mark in marks:
        i = max(bisect_right(starts, span.start) - 1, 0)
        while i < len(blocks) and blocks[i].span.start < span.end:
            inside = blocks[i].span
            if inside.overlaps(span) and blocks[i].kind not in _VERBATIM:
                start, end = max(span.start, inside.start), min(span.end, inside.end)
                found[i].append((start - inside.start, end - inside.start, mark))
            i += 1
    return found


def _moved(raw: str, folded: str, marks: Iterable[tuple[int, int, Mark]]) -> list[Mark]:
    """Return the marks of a raw text at their places in the folded one: what is no white space comes in both."""
    if folded == raw:
        return [attrs.evolve(mark, start=start, end=end) for start, end, mark in marks]
    before = list(accumulate((not char.isspace() for char in raw), initial=0))
    places = [i for i, char in enumerate(folded) if not char.isspace()]
    return [
        attrs.evolve(mark, start=places[before[start]], end=places[before[end] - 1] + 1)
        for start, end, mark in marks
        if before[start] < before[end]
    ]


def _nested(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """
    Return the marks so that none crosses another: what crosses is cut in two, and links hold no links.

    Marks nested deeper than `DEEPEST` are left out.
    """
    # Of marks on the same words the first is the outer one; readers give them in the order in which they open.
    todo = [(mark.start, -mark.end, i, mark) for i, mark in enumerate(marks)]
    heapq.heapify(todo)
    open_marks: list[Mark] = []
    found: list[Mark] = []
    link_end = 0
    while todo:
        start, minus_end, i, mark = heapq.heappop(todo)
        while open_marks and open_marks[-1].end <= start:
            open_marks.pop()
        end = min(-minus_end, open_marks[-1].end) if open_marks else -minus_end
        if end < -minus_end:
            rest = end + len(text[end:-minus_end]) - len(text[end:-minus_end].lstrip())
            heapq.heappush(todo, (rest, minus_end, i, mark))
            end = start + len(text[start:end].rstrip())
        if end > start and len(open_marks) < DEEPEST and not (mark.what == "link" and start < link_end):
            link_end = end if mark.what == "link" else link_end
            found.append(attrs.evolve(mark, start=start, end=end))
            open_marks.append(found[-1])
    return tuple(found)


def pieces(passage: Passage) -> Iterator[str | Mark | None]:
    """Yield the text of a passage in pieces, each mark where it opens, and None where the last one open closes."""
    at = 0
    ends: list[int] = []
    for mark in passage.marks:
        while ends and ends[-1] <= mark.start:
            yield passage.text[at : ends[-1]]
            yield None
            at = ends.pop()
        yield passage.text[at : mark.start]
        yield mark
        at = mark.start
        ends.append(mark.end)
    for end in reversed(ends):
        yield passage.text[at:end]
        yield None
        at = end
    yield passage.text[at:]


# -- reading -----------------------------------------------------------------------------------------------------


def settle(
    raw: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int | None = None, marks: Sequence[Mark] = ()
) -> Passage:
    """Return the passage of a text as it stands in the markup, its marks moved to where they come to lie."""
    text = fold(raw, kind)
    inline = [] if kind in _VERBATIM else [(mark.start, mark.end, mark) for mark in marks]
    return Passage(kind, text, level, _nested(text, _moved(raw.translate(_CONTROLS), text, inline)))


@attrs.define
class Composed:
    """What passages come to: a text, its blocks, and what is marked in it."""

    ground: Ground
    blocks: list[Block]
    links: list[Link]
    quotes: list[Quote]


def compose(passages: Iterable[Passage], *, spoken: bool = False) -> Composed:
    """
    Return the text of *passages*, parted by blank lines, and what is marked in it.

    Args:
        passages: The passages as read; those without words are left out.
        spoken: Whether all that is marked is speech, in quotation marks or not.
    """
    kept = [passage for passage in passages if passage.text]
    ground = Ground("\n\n".join(passage.text for passage in kept))
    blocks: list[Block] = []
    links: list[Link] = []
    quotes: dict[int, list[tuple[Span, Mark]]] = {}
    at = 0
    for passage in kept:
        blocks.append(Block(kind=passage.kind, span=Span(at, at + len(passage.text)), level=passage.level))
        for mark in passage.marks:
            span = ground.span(at + mark.start, at + mark.end)
            if span is not None and mark.what == "link" and mark.value:
                links.append(Link(span=span, url=mark.value))
            elif span is not None and mark.what == "quote":
                quotes.setdefault(mark.number or -len(quotes) - 1, []).append((span, mark))
        at += len(passage.text) + 2
    return Composed(ground, blocks, links, [q for parts in quotes.values() if (q := _quote(ground, parts, spoken))])


def aligned(composed: Composed, text: str) -> Composed | None:
    """
    Return what passages come to on a text that has the same characters and white space of its own; None on any other.

    The blocks and links are those of the passages, the quotes are left out.
    """
    here = [i for i, char in enumerate(text.translate(_CONTROLS)) if not char.isspace()]
    own = composed.ground.text
    if "".join(own.split()) != "".join(text.translate(_CONTROLS).split()):
        return None
    before = list(accumulate((not char.isspace() for char in own), initial=0))

    def there(span: Span) -> Span:
        return Span(here[before[span.start]], here[before[span.end] - 1] + 1)

    blocks = [attrs.evolve(block, span=there(block.span)) for block in composed.blocks]
    links = [attrs.evolve(link, span=there(link.span)) for link in composed.links]
    return Composed(Ground(text), blocks, links, [])


def _quote(ground: Ground, parts: Sequence[tuple[Span, Mark]], spoken: bool) -> Quote | None:  # noqa: FBT001
    name = next((mark.value for _, mark in parts if mark.value), None)
    content = [span for span, _ in parts]
    kind = parts[0][1].kind or kind_of(ground.text, content)
    if spoken and kind is QuoteKind.INDIRECT:
        kind = QuoteKind.DIRECT
    return ground.quote(content, kind=kind, speaker=ground.speaker(name, SpeakerKind.PERSON))
