"""Who said what: `Quote`, `Speaker` and the mentions of a speaker."""

from itertools import pairwise
from typing import final

import attrs

from newsmodel.model._checks import is_a, maybe, maybe_words, refuse, some, words
from newsmodel.model.kinds import AttributionRule, MentionKind, QuoteKind, SpeakerKind
from newsmodel.model.span import Span

_SPANS = some(Span)
_MAYBE_SPAN = maybe(Span)


@final
@attrs.frozen(kw_only=True)
class Mention:
    """One place where the text mentions a speaker."""

    span: Span = attrs.field(validator=is_a(Span))
    """Where the words stand in `Article.text`."""
    kind: MentionKind = attrs.field(validator=is_a(MentionKind))
    """Whether they are a name, a description or a pronoun."""


_MENTIONS = some(Mention)


def _in_order(owner: "Speaker", field: "attrs.Attribute[tuple[Mention, ...]]", value: tuple[Mention, ...]) -> None:
    _MENTIONS(owner, field, value)
    for i, (a, b) in enumerate(pairwise(value), 1):
        if (a.span.start, a.span.end) >= (b.span.start, b.span.end):
            raise refuse(owner, f"{field.name}[{i}]", b, "mentions in the order of the text, each once")


@final
@attrs.frozen(kw_only=True, cache_hash=True)  # others refer to it, and would hash it again and again
class Speaker:
    """A source of the article, once, however often it is quoted or mentioned."""

    name: str = attrs.field(validator=words)
    """The fullest proper name in the article; for an unnamed source its description."""
    kind: SpeakerKind = attrs.field(validator=is_a(SpeakerKind))
    """What the source is."""
    mentions: tuple[Mention, ...] = attrs.field(validator=_in_order)
    """Where the text mentions it: at least once, in order."""
    honorific: str | None = attrs.field(default=None, validator=maybe_words)
    """The title before the name: "Lt. Gen.", "Mr."."""
    role: str | None = attrs.field(default=None, validator=maybe_words)
    """What the text says the source is: "a commanding general in Iraq"."""
    affiliation: str | None = attrs.field(default=None, validator=maybe_words)
    """The organisation the text puts the source with."""

    def __str__(self) -> str:
        """Return the name."""
        return self.name


def by_name(speaker: Speaker | None) -> str:
    """Return the ``repr`` of a speaker in what refers to it: its mentions, told in each quote, would be endless."""
    return repr(speaker) if speaker is None else f"Speaker(name={speaker.name!r}, …)"


def _ordered(owner: "Quote", field: "attrs.Attribute[tuple[Span, ...]]", value: tuple[Span, ...]) -> None:
    _SPANS(owner, field, value)
    for i, (a, b) in enumerate(pairwise(value), 1):
        if b.start < a.end:
            raise refuse(owner, f"{field.name}[{i}]", b, f"a span after the one before it (end {a.end})")


def _outside_content(owner: "Quote", field: "attrs.Attribute[Span | None]", value: Span | None) -> None:
    _MAYBE_SPAN(owner, field, value)
    if value is not None:
        for part in owner.content:
            if value.start < part.end and part.start < value.end:
                raise refuse(owner, field.name, value, "a span outside of the content")


@final
@attrs.frozen(kw_only=True, cache_hash=True)  # others refer to it, and would hash it again and again
class Quote:
    """One attribution: what was said, the words that report it, and who said it."""

    text: str = attrs.field(validator=words)
    """The content's surface: its spans' text, joined by one space."""
    kind: QuoteKind = attrs.field(validator=is_a(QuoteKind))
    """Whether all, some or none of the content stands in quotation marks."""
    content: tuple[Span, ...] = attrs.field(validator=_ordered)
    """Where the content stands: one or more spans, in order, without the enclosing quotation marks."""
    cue: Span | None = attrs.field(default=None, validator=_outside_content)
    """The reporting words: "said", "according to"; None where nothing but the marks reports it."""
    source: Span | None = attrs.field(default=None, validator=_outside_content)
    """The words that name the source here: "he", "a U.S. commanding general"."""
    speaker: Speaker | None = attrs.field(default=None, validator=maybe(Speaker), repr=by_name)
    """The source, resolved over the article; None where the text does not settle it."""
    rule: AttributionRule | None = attrs.field(default=None, validator=maybe(AttributionRule))
    """The rule that found the quote; None for quotes that other tools or people made."""

    def __str__(self) -> str:
        """Return the text."""
        return self.text
