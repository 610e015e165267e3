"""
Standing on the text: spans for what a document says of it, and an article of what stands.

Standards without offsets are given them as the fragment identifiers of plain text, ``#char=10,25`` (RFC 5147, which
counts characters as we do). What comes without is searched for; what is not there is left out with an issue, for
nothing in an article is without its words.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import attrs

from newsmodel.errors import FormatError, InvariantError
from newsmodel.formats._paths import WHOLE
from newsmodel.model import (
    Article,
    Block,
    BlockKind,
    Dateline,
    Event,
    Issue,
    IssueCode,
    Link,
    Mention,
    MentionKind,
    Place,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
)

__all__ = ["Ground", "fragment", "kind_of", "paragraphs"]

T = TypeVar("T")

_FRAGMENT = re.compile(r"#char=(\d{1,9}),(\d{1,9})(?:;|$)", re.ASCII)
_OPENING = frozenset("\"“„«‹‘‚「『'‟‛»")
_CLOSING = frozenset("\"”“»›’「」』'«‘")
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_CONTENT = re.compile(r"quotes\[(\d+)\]")
_NAMED = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
_MOST_SEARCHES = 1000
_MOST_PASSES = 5
_MOST_TRIES = 10


def fragment(span: Span) -> str:
    """Return the fragment identifier of a span of plain text (RFC 5147)."""
    return f"#char={span.start},{span.end}"


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of plain text, which a blank line parts."""
    blocks: list[Block] = []
    at = 0
    for gap in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        span = _trimmed(text, at, gap[0])
        if span is not None:
            blocks.append(Block(kind=BlockKind.PARAGRAPH, span=span))
        at = gap[1]
    return tuple(blocks)


def kind_of(text: str, content: Sequence[Span]) -> QuoteKind:
    """Tell how much of a content stands in quotation marks, by the characters at its edges and in it."""
    marked = [
        text[max(span.start - 2, 0) : span.start].strip()[-1:] in _OPENING
        and text[span.start - 1 : span.start] != ""
        and text[span.end : span.end + 2].strip()[:1] in _CLOSING
        for span in content
    ]
    if all(marked):
        return QuoteKind.DIRECT
    inside = any(mark in text[span.start : span.end] for span in content for mark in '"“„«「')
    return QuoteKind.MIXED if any(marked) or inside else QuoteKind.INDIRECT


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without the white space at its ends; None where nothing is left."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return None if left == len(part) else Span(start + left, start + len(part.rstrip()))


class Ground:
    """The text of an article that is being read, and what went wrong with what points into it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.issues: list[Issue] = []
        self._found: dict[str, Span | None] = {}
        self._names: dict[str, Span | None] = {}

    def note(self, code: IssueCode, message: str) -> None:
        """Keep an issue, each once."""
        issue = Issue(code=code, message=message)
        if issue not in self.issues[-1:]:
            self.issues.append(issue)

    def span(self, start: int, end: int) -> Span | None:
        """Return the span without the white space at its ends; None where it covers no words of the text."""
        return _trimmed(self.text, start, end) if 0 <= start < end <= len(self.text) else None

    def at(self, address: object) -> Span | None:
        """Return the span that the fragment identifier of an address gives."""
        match = _FRAGMENT.search(address) if isinstance(address, str) and len(address) < 4000 else None
        return None if match is None else self.span(int(match[1]), int(match[2]))

    def find(self, said: str, hint: Span | None = None, *, after: int = 0) -> Span | None:
        """Return where the text holds *said*: at the hint, else the first place after *after*, else the first."""
        if hint is not None and hint.of(self.text) == said:
            return hint
        if said not in self._found:
            if len(self._found) == _MOST_SEARCHES:  # each may read all of the text
                self.note(IssueCode.LIMIT_REACHED, f"words that give no place were searched {_MOST_SEARCHES} times")
                return None
            self._found[said] = self._first(said, 0)
        first = self._found[said]
        return first if first is None or first.start >= after else self._first(said, after) or first

    def _first(self, said: str, after: int) -> Span | None:
        at = self.text.find(said, after) if said else -1
        return None if at < 0 else self.span(at, at + len(said))

    def name(self, name: str) -> Span | None:
        """Return the first place where the text holds a name as whole words."""
        if name not in self._names:
            self._names[name] = self._whole_words(name)
        return self._names[name]

    def _whole_words(self, name: str) -> Span | None:
        text, span = self.text, self.find(name)
        for _ in range(_MOST_TRIES):
            if span is None:
                return None
            if not (text[span.start - 1 : span.start].isalnum() or text[span.end : span.end + 1].isalnum()):
                return span
            span = self._first(name, span.end)
        return None

    def speaker(
        self,
        name: str | None,
        kind: SpeakerKind,
        at: Iterable[Span | None] = (),
        *,
        honorific: str | None = None,
        role: str | None = None,
        affiliation: str | None = None,
    ) -> Speaker | None:
        """Return a speaker mentioned at the places given, else where the text first names it; None without any."""
        places = sorted({span for span in at if span is not None})
        if not places and name is not None:
            places = [span for span in [self.name(name)] if span is not None]
        if name is None or not places:
            return None
        return Speaker(
            name=name,
            kind=kind,
            mentions=tuple(self._mention(name, kind, place) for place in places),
            honorific=honorific,
            role=role,
            affiliation=affiliation,
        )

    def _mention(self, name: str, kind: SpeakerKind, span: Span) -> Mention:
        said = span.of(self.text)
        named = kind in _NAMED and (said in name or name in said)
        return Mention(span=span, kind=MentionKind.NAME if named else MentionKind.NOMINAL)

    def quote(
        self,
        content: Iterable[Span],
        *,
        kind: QuoteKind | None = None,
        cue: Span | None = None,
        source: Span | None = None,
        speaker: Speaker | None = None,
    ) -> Quote | None:
        """Return the quote of these spans, without those that overlap one before; None where none is left."""
        parts: list[Span] = []
        for span in sorted(content):
            if not parts or span.start >= parts[-1].end:
                parts.append(span)
        if not parts:
            return None
        return Quote(
            text=" ".join(span.of(self.text) for span in parts),
            kind=kind or kind_of(self.text, parts),
            content=tuple(parts),
            cue=self._outside(cue, parts),
            source=self._outside(source, parts),
            speaker=speaker,
        )

    def _outside(self, span: Span | None, parts: Sequence[Span]) -> Span | None:
        return None if span is None or any(span.overlaps(part) for part in parts) else span

    def article(  # noqa: PLR0913 (what an article is made of)
        self,
        described: Article,
        blocks: Iterable[Block],
        *,
        links: Iterable[Link] = (),
        dateline: Dateline | None = None,
        quotes: Iterable[Quote] = (),
        speakers: Iterable[Speaker] = (),
        times: Iterable[TimeExpression] = (),
        places: Iterable[Place] = (),
        events: Iterable[Event] = (),
    ) -> Article:
        """
        Return the article *described* with its text and what stands on it: members each once and in order.

        Quotes that cross one another are left out, with an issue.

        Raises:
            FormatError: The model refuses something else.
        """
        said = _sorted(quotes, lambda quote: quote.content[0])
        told = _sorted(events, lambda event: event.trigger)
        actors = (part.speaker for event in told for part in event.participants)
        whole = attrs.evolve(described, text=self.text, blocks=tuple(blocks), issues=tuple(self.issues))
        whole = attrs.evolve(
            whole,
            links=_sorted(links, lambda link: link.span),
            dateline=dateline,
            speakers=_sorted([*speakers, *(q.speaker for q in said), *actors], lambda it: it.mentions[0].span),
            times=_sorted([*times, *(event.time for event in told)], lambda time: time.span),
            places=_sorted([*places, *(event.place for event in told)], lambda place: place.spans[0]),
        )
        for _ in range(_MOST_PASSES):
            try:
                return attrs.evolve(whole, quotes=said, events=told, issues=tuple(self.issues))
            except InvariantError as error:
                wrong = {int(match[1]) for p in error.problems if (match := _CONTENT.match(p.field))}
                if not wrong:
                    raise FormatError(WHOLE, str(error)) from None
            said = tuple(quote for i, quote in enumerate(said) if i not in wrong)
            left = set(said)
            told = tuple(e if e.reported_by in left else attrs.evolve(e, reported_by=None) for e in told)
            self.note(IssueCode.UNANCHORED, "quotes that cross one another were left out")
        return attrs.evolve(whole, issues=tuple(self.issues))


def _sorted(items: Iterable[T | None], where: Callable[[T], Span]) -> tuple[T, ...]:
    """Return the members there are, each once, in the order of the text."""
    return tuple(sorted(dict.fromkeys(item for item in items if item is not None), key=where))
