"""What is marked in the text: the parts of quotes, and the words that are sources, cues, events and times."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Generic, TypeVar

import attrs

from newsmodel.formats._passages import printable
from newsmodel.formats._viewer.fragments import Fragments
from newsmodel.model import Article, Event, EventKind, Modality, Polarity, Quote, QuoteKind, Span, Speaker

__all__ = ["Flat", "Layer", "Part", "anchor", "hue", "label", "layers", "parts", "ranked", "told", "words"]

T = TypeVar("T")

_HUES = 8
"""How many colours there are in the style sheet."""
_LABEL = 80
"""Characters of a name that a label repeats."""
_KINDS = {QuoteKind.DIRECT: "Direct quote", QuoteKind.INDIRECT: "Indirect quote", QuoteKind.MIXED: "Mixed quote"}
_MODALITIES = {Modality.PLANNED: "planned", Modality.HYPOTHETICAL: "possible"}


def anchor(span: Span) -> str:
    """Return the id of the element in which the words at *span* begin."""
    return f"c{span.start}"


def label(text: str, longest: int = _LABEL) -> str:
    """Return *text* as HTML, no longer than a label may be."""
    # Names may be long, and are repeated: no more of one is looked at than can be shown.
    text = " ".join(printable(text[: 8 * longest]).split())
    return escape(text if len(text) <= longest else text[: longest - 1].rstrip() + "…")


def words(article: Article, span: Span) -> str:
    """Return the words at *span* as HTML, no longer than a label may be."""
    return label(article.text[span.start : min(span.end, span.start + 8 * _LABEL)])


def told(event: Event) -> list[str]:
    """Return how an event is told, where it is not told as a fact."""
    negative = ["not so"] if event.polarity is Polarity.NEGATIVE else []
    return negative + ([_MODALITIES[event.modality]] if event.modality in _MODALITIES else [])


# -- speakers ----------------------------------------------------------------------------------------------------


def ranked(article: Article) -> dict[Speaker, list[int]]:
    """Return the speakers, those quoted most first, each with the numbers of the quotes."""
    numbers: dict[Speaker, list[int]] = {speaker: [] for speaker in article.speakers}
    for number, quote in enumerate(article.quotes, 1):
        if quote.speaker is not None:
            numbers[quote.speaker].append(number)
    return dict(sorted(numbers.items(), key=lambda item: -len(item[1])))


def hue(rank: int) -> str:
    """Return the class of the colour of a speaker, by rank from 1; 0 is for quotes without a speaker."""
    return f"s{(rank - 1) % _HUES + 1}" if rank else "s0"


# -- quotes ------------------------------------------------------------------------------------------------------


@attrs.frozen
class Part:
    """A stretch of a quote's content, with the tags around it."""

    start: int
    end: int
    opening: str
    again: str
    """What opens it anew where it goes on in the next block."""
    closing: str


def parts(article: Article) -> list[Part]:
    """Return the parts of all quotes in the order in which they open."""
    fragments = Fragments(article)
    ranks = {speaker: rank for rank, speaker in enumerate(ranked(article), 1)}
    found: list[tuple[tuple[int, int, int, int, int], Part]] = []
    for number, quote in enumerate(article.quotes, 1):
        rank = ranks[quote.speaker] if quote.speaker else 0
        again = f'<span class="quote {quote.kind.value} {hue(rank)}" data-quote="{number}">'
        closing = f"{_origin(number, quote, fragments)}</span>"
        size = sum(map(len, quote.content))
        for i, span in enumerate(quote.content):
            # Of quotes on the same words the longer one is outside, as the model has it.
            order = (span.start, -span.end, -size, len(quote.content), number)
            opening = _opening(number, quote, rank) if i == 0 else again
            last = span is quote.content[-1]
            found.append((order, Part(span.start, span.end, opening, again, closing if last else "</span>")))
    return [part for _, part in sorted(found, key=lambda item: item[0])]


def _opening(number: int, quote: Quote, rank: int) -> str:
    """Return the tag that opens a quote; its first part is what the keyboard stops at."""
    said = f"{_KINDS[quote.kind]}, {label(quote.speaker.name) if quote.speaker else 'speaker unknown'}"
    found = [("source", anchor(quote.source))] if quote.source else []
    found += [("cue", anchor(quote.cue))] if quote.cue else []
    found += [("rule", quote.rule.value.replace("-", " "))] if quote.rule else []
    data = "".join(f' data-{name}="{value}"' for name, value in found)
    return (
        f'<span class="quote {quote.kind.value} {hue(rank)}" id="q{number}" data-quote="{number}" data-speaker="{rank}"'
        f'{data} tabindex="0" role="group" aria-label="{said}">'
    )


def _origin(number: int, quote: Quote, fragments: Fragments) -> str:
    url = fragments.to(quote.content)
    if url is None:
        return ""
    title = f"Quote {number} in the original page"
    names = f'title="{title}" aria-label="{title}"'
    return f'<a class="origin" href="{escape(url)}" target="_blank" rel="noreferrer" {names}>↗</a>'


# -- flat marks --------------------------------------------------------------------------------------------------


@attrs.frozen
class Flat:
    """Words marked as something: the classes, and what a pointer resting on them is told."""

    names: str
    title: str = ""


class Layer(Generic[T]):
    """Marks of one sort, looked up from left to right; one that begins inside another begins where that ends."""

    def __init__(self, marks: Iterable[tuple[Span, T]]) -> None:
        """Take the marks, in any order."""
        self._marks = sorted(marks, key=lambda mark: mark[0])
        self._next = self._end = 0
        self._value: T | None = None

    def spans(self) -> Iterator[Span]:
        """Yield where the marks stand."""
        return (span for span, _ in self._marks)

    def at(self, place: int) -> T | None:
        """Return what marks the character at *place*, which is never before the one asked for last."""
        while self._end <= place and self._next < len(self._marks) and self._marks[self._next][0].start <= place:
            span, self._value = self._marks[self._next]
            self._end = span.end
            self._next += 1
        return self._value if place < self._end else None


def layers(article: Article) -> tuple[Layer[Flat], ...]:
    """Return the sources, cues, events and times of *article*."""
    ranks = {speaker: rank for rank, speaker in enumerate(ranked(article), 1)}
    hues = [hue(ranks[quote.speaker] if quote.speaker else 0) for quote in article.quotes]
    pairs = list(zip(article.quotes, hues, strict=True))
    return (
        Layer((quote.source, Flat(f"source {colour}", "source")) for quote, colour in pairs if quote.source),
        Layer((quote.cue, Flat(f"cue {colour}", "cue")) for quote, colour in pairs if quote.cue),
        Layer((event.trigger, _event(event)) for event in article.events),
        Layer((time.span, Flat("time", escape(time.value))) for time in article.times),
    )


def _event(event: Event) -> Flat:
    names = "event faint" if event.kind is EventKind.OTHER else "event"
    return Flat(names, ", ".join((event.kind.value, *told(event))))
