"""Who said what: quotes with their cues and sources, and the speakers behind them."""

import attrs

from newsmodel.model import AttributionRule, Issue, Quote, QuoteKind, Speaker
from newsmodel.model.unchecked import unchecked_quote
from newsmodel.text.document import Document
from newsmodel.text.quotes.drafts import Draft
from newsmodel.text.quotes.marks import Stretch, find_stretches
from newsmodel.text.quotes.reading import Range, Reading, read
from newsmodel.text.quotes.walk import drafts_of
from newsmodel.text.speakers.joining import resolve


@attrs.frozen(kw_only=True)
class Attributions:
    """What `attribute` finds."""

    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    issues: tuple[Issue, ...] = ()


def attribute(document: Document) -> Attributions:
    """
    Return the quotes and speakers of *document*.

    Without a lexicon for its language: what stands in quotation marks, without cues, sources and speakers.
    """
    stretches, issues = find_stretches(document)
    if document.language is None:
        return Attributions(quotes=_bare(document, stretches), issues=tuple(issues))
    reading = read(document, document.language, stretches)
    drafts = drafts_of(reading)
    speakers, speaker_of = resolve(reading, drafts)
    quotes: dict[tuple[Range, ...], Quote] = {}
    for draft, speaker in zip(drafts, speaker_of, strict=True):
        content = tuple([_bare_part(reading, part) for part in draft.content])
        quotes[content] = _quote(reading, draft, content, speaker)
    return Attributions(
        quotes=tuple(quotes[place] for place in sorted(quotes)), speakers=speakers, issues=tuple(issues)
    )


def _bare(document: Document, stretches: list[Stretch]) -> tuple[Quote, ...]:
    spans = (document.span(stretch.first, stretch.last) for stretch in stretches)
    return tuple(
        Quote(text=span.of(document.text), kind=QuoteKind.DIRECT, content=(span,), rule=AttributionRule.QUOTATION_BARE)
        for span in spans
    )


def _quote(reading: Reading, draft: Draft, content: tuple[Range, ...], speaker: Speaker | None) -> Quote:
    """Return the finished quote of a draft, whose content without marks is *content*."""
    document = reading.document
    return unchecked_quote(
        " ".join([document.surface(first, last) for first, last in content]),
        QuoteKind.DIRECT if draft.verbatim else _kind(reading, draft.content),
        tuple([document.span(first, last) for first, last in content]),
        document.span(*draft.cue) if draft.cue else None,
        document.span(*draft.source) if draft.source else None,
        speaker,
        draft.rule,
    )


def _bare_part(reading: Reading, part: Range) -> Range:
    """Return a part of the content without the quotation marks that enclose all of it."""
    first, last = part
    k = reading.inside[first]
    if k >= 0 and reading.inside[last - 1] == k:
        stretch = reading.stretches[k]
        return max(first, stretch.first), min(last, stretch.last)
    return part


def _kind(reading: Reading, content: list[Range]) -> QuoteKind:
    """Return whether all words of the content, some or none stand in quotation marks."""
    words, inside = reading.words, reading.inside
    standing = [stretch for first, last in content for stretch in inside[first:last]]
    if min(standing) >= 0:
        return QuoteKind.DIRECT
    if max(standing) < 0:
        return QuoteKind.INDIRECT
    marked = {inside[i] >= 0 for first, last in content for i in range(first, last) if words[i][0].isalnum()}
    if len(marked) > 1:
        return QuoteKind.MIXED
    return QuoteKind.DIRECT if True in marked else QuoteKind.INDIRECT
