"""Quotes that other tools have found in a text, as `Article`s."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import cast

from newsmodel.errors import FormatError, Problem, WrongTypeError, brief
from newsmodel.formats._adapted_fields import wrong
from newsmodel.formats._ground import Ground, paragraphs
from newsmodel.formats._paths import WHOLE, Step, path_of
from newsmodel.formats._strict import decode
from newsmodel.formats._values import clean, day_or_moment, words
from newsmodel.model import Article, IssueCode, Mention, MentionKind, Quote, Span, Speaker, SpeakerKind
from newsmodel.model.forms import expect

__all__ = ["from_citron", "from_corenlp"]

Object = Mapping[str, object]

_TEXT = path_of(Step(None, "text"))
_OPENING, _CLOSING = frozenset('"“„«'), frozenset('"”“»')
_PRONOUN = re.compile(
    r"I|you|he|she|it|we|they|me|him|her|us|them|my|your|his|its|our|their|who|this|that|these|those|one", re.IGNORECASE
)
_COREFERENCE_KINDS = {
    "PROPER": MentionKind.NAME,
    "NOMINAL": MentionKind.NOMINAL,
    "LIST": MentionKind.NOMINAL,
    "PRONOMINAL": MentionKind.PRONOUN,
}


def from_citron(document: str | bytes | Object) -> Article:
    """
    Return the article of a document in Citron's annotation format, as JSON or as the object it holds.

    Quotation marks that enclose a content are left outside of it. The first source of a quote is its source; what it
    is coreferent with, by the quote or by the groups of the document, makes its speaker: a person where one of the
    mentions begins with a capital, else unnamed.

    Raises:
        WrongTypeError: It is neither JSON nor an object.
        FormatError: A field is missing, holds something else, or a span covers other words than it gives; names path,
            value and what was expected.
    """
    whole = _document(document)
    reader = _Citron(_text(whole))
    return reader.article(whole)


class _Citron:
    """A document of Citron, the ground it stands on, and the mentions of its speakers."""

    def __init__(self, text: str) -> None:
        self.ground = Ground(text)
        self.groups: list[list[Span]] = []
        self.group_of: dict[Span, int] = {}

    def article(self, whole: Object) -> Article:
        """Return the article: groups first, since a quote's speaker is all of its group."""
        for i, group in enumerate(_list(whole, "coreference_groups", None, optional=True)):
            at = Step(Step(None, "coreference_groups"), i)
            self._join([self._span(span, Step(at, j)) for j, span in enumerate(_items(group, at))])
        found = [self._quote(quote, at) for quote, at in _objects(whole, "quotes", None)]
        speakers = [self._speaker(group) for group in self.groups]
        quotes = [
            self.ground.quote(
                content, cue=cue, source=source, speaker=None if source is None else speakers[self.group_of[source]]
            )
            for content, cue, source in found
        ]
        said = [quote for quote in quotes if quote is not None]
        return self.ground.article(Article(), paragraphs(self.ground.text), quotes=said)

    def _quote(self, quote: Object, at: Step) -> tuple[list[Span], Span | None, Span | None]:
        contents = [
            _unmarked(self.ground, self._span(span, Step(Step(at, "contents"), i)))
            for i, span in enumerate(_list(quote, "contents", at))
        ]
        cue = None if quote.get("cue") is None else self._span(quote["cue"], Step(at, "cue"))
        sources, same = (
            [self._span(span, Step(Step(at, name), i)) for i, span in enumerate(_list(quote, name, at, optional=True))]
            for name in ("sources", "coreferences")
        )
        self._join([*sources[:1], *same])
        return contents, cue, sources[0] if sources else None

    def _join(self, spans: Sequence[Span]) -> None:
        """Put mentions of one source together, with the group of any that is known."""
        if not spans:
            return
        known = next((self.group_of[span] for span in spans if span in self.group_of), len(self.groups))
        if known == len(self.groups):
            self.groups.append([])
        for span in spans:
            if self.group_of.setdefault(span, known) == known:
                self.groups[known].append(span)

    def _speaker(self, group: Iterable[Span]) -> Speaker:
        text = self.ground.text
        mentions = tuple(Mention(span=span, kind=_kind_of(span.of(text))) for span in sorted(set(group)))
        named = [it.span.of(text) for it in mentions if it.kind is MentionKind.NAME]
        name = max(named, key=len, default=mentions[0].span.of(text))
        return Speaker(name=name, kind=SpeakerKind.PERSON if named else SpeakerKind.UNNAMED, mentions=mentions)

    def _span(self, value: object, at: Step) -> Span:
        span = _object(value, at)
        start, end = (_offset(span, name, at) for name in ("start", "end"))
        return _covering(self.ground, start, end, span.get("text"), at)


def from_corenlp(document: str | bytes | Object, text: str | None = None) -> Article:
    """
    Return the article of CoreNLP's JSON with the annotators ``quote`` and, for all of a speaker's mentions, ``coref``.

    Offsets in UTF-16 units, as Java counts, are turned into code points. A speaker is the canonical one, or else the
    one named; CoreNLP's "Unknown" is none. Cues and sources are not in the JSON.

    Args:
        document: The JSON, or the object it holds.
        text: The text that was annotated; None where the document holds it, which it does if CoreNLP was told so.

    Raises:
        WrongTypeError: It is neither JSON nor an object.
        FormatError: A field is missing, holds something else, or a quote covers other words than it gives; names path,
            value and what was expected.
    """
    expect("text", text, str, type(None))
    whole = _document(document)
    if text is None and words(whole.get("text")) is None:
        expected = "the text, which is handed in where the document does not hold it"
        raise wrong(whole.get("text"), expected, _TEXT)
    return _CoreNlp(whole, _text(whole if text is None else {"text": text})).article()


class _CoreNlp:
    """A document of CoreNLP, and the ground it stands on."""

    def __init__(self, whole: Object, text: str) -> None:
        self.whole, self.ground = whole, Ground(text)
        self.quotes = list(_objects(whole, "quotes", None))
        self.point = self._points()

    def _points(self) -> Callable[[int], int]:
        """Return what makes code points of offsets: they are, unless the quotes are where UTF-16 units say."""
        text = self.ground.text
        if text.isascii() or all(
            text[_offset(it, "beginIndex", at) : _offset(it, "endIndex", at)] == it.get("text")
            for it, at in self.quotes
        ):
            return lambda offset: offset
        units = list(accumulate((2 if sign > "\uffff" else 1 for sign in text), initial=0))
        return lambda offset: bisect_left(units, offset)

    def article(self) -> Article:
        """Return the article of the quotes."""
        chains = list(self._chains())
        # the first chain that has a name is that of its speaker, which more than one name may lead to
        chain_of = {it.span.of(self.ground.text): i for i, chain in reversed([*enumerate(chains)]) for it in chain}
        speakers: dict[int | str, Speaker | None] = {}
        quotes: list[Quote] = []
        for it, at in self.quotes:
            start, end = (self.point(_offset(it, name, at)) for name in ("beginIndex", "endIndex"))
            content = _unmarked(self.ground, _covering(self.ground, start, end, it.get("text"), at))
            name = next(filter(None, (_known(it.get(key)) for key in ("canonicalSpeaker", "speaker"))), None)
            key = None if name is None else chain_of.get(name, name)
            if name is not None and key is not None and key not in speakers:
                speakers[key] = self._speaker(name, chains[key] if isinstance(key, int) else None)
            quote = self.ground.quote([content], speaker=None if key is None else speakers[key])
            quotes += [] if quote is None else [quote]
        published = day_or_moment(self.whole.get("docDate"))
        return self.ground.article(Article(published=published), paragraphs(self.ground.text), quotes=quotes)

    def _speaker(self, name: str, chain: tuple[Mention, ...] | None) -> Speaker | None:
        """Return the speaker of a name: with the mentions of its chain, else where the text names it."""
        if chain is not None:
            return Speaker(name=name, kind=SpeakerKind.PERSON, mentions=chain)
        found = self.ground.speaker(name, SpeakerKind.PERSON)
        if found is None:
            self.ground.note(IssueCode.UNANCHORED, f"the speaker {brief(name)} is not named in the text")
        return found

    def _chains(self) -> Iterator[tuple[Mention, ...]]:
        """Yield the mentions of each chain of coreference, which are given as tokens of sentences."""
        tokens = [
            [_offsets(token, at) for token, at in _objects(sentence, "tokens", at)]
            for sentence, at in _objects(self.whole, "sentences", None, optional=True)
        ]
        chains = _object(self.whole.get("corefs") or {}, Step(None, "corefs"))
        for key in chains:
            found: dict[Span, MentionKind] = {}
            for it, at in _objects(chains, key, Step(None, "corefs")):
                sentence, first, last = (_offset(it, name, at) for name in ("sentNum", "startIndex", "endIndex"))
                if not (1 <= sentence <= len(tokens) and 1 <= first < last <= len(tokens[sentence - 1]) + 1):
                    raise wrong((sentence, first, last), "a sentence and tokens of it", path_of(at))
                start, end = tokens[sentence - 1][first - 1][0], tokens[sentence - 1][last - 2][1]
                span = self.ground.span(self.point(start), self.point(end))
                if span is not None:
                    found[span] = _COREFERENCE_KINDS.get(str(it.get("type")), MentionKind.NOMINAL)
            if found:
                yield tuple(Mention(span=span, kind=kind) for span, kind in sorted(found.items()))


def _offsets(token: Object, at: Step) -> tuple[int, int]:
    return _offset(token, "characterOffsetBegin", at), _offset(token, "characterOffsetEnd", at)


def _known(name: object) -> str | None:
    said = words(name)
    return None if said == "Unknown" else said


# -- what both have ----------------------------------------------------------------------------------------------


def _kind_of(said: str) -> MentionKind:
    if _PRONOUN.fullmatch(said):
        return MentionKind.PRONOUN
    first = said.removeprefix("The ").removeprefix("A ")
    return MentionKind.NAME if first[:1].isupper() else MentionKind.NOMINAL


def _unmarked(ground: Ground, span: Span) -> Span:
    """Return a content without the quotation marks that enclose it, or open or end it and have no other half there."""
    said = span.of(ground.text)
    opens, closes = said[0] in _OPENING, said[-1] in _CLOSING
    inner = said[opens : len(said) - closes]
    if not inner.strip() or any(mark in inner for mark in _OPENING | _CLOSING):
        return span
    return ground.span(span.start + opens, span.end - closes) or span


def _covering(ground: Ground, start: int, end: int, said: object, at: Step) -> Span:
    """Return a span, held against the words given with it."""
    if not 0 <= start < end <= len(ground.text):
        raise wrong((start, end), f"offsets within the text ({len(ground.text)} characters)", path_of(at))
    covered = ground.text[start:end]
    if said is not None and said != covered:
        raise wrong(said, f"the words there, {brief(covered)}", path_of(Step(at, "text")))
    span = ground.span(start, end)
    if span is None:
        raise wrong((start, end), "a span that is not blank", path_of(at))
    return span


def _document(document: object) -> Object:
    if isinstance(document, str | bytes):
        document = decode(document)
    elif not isinstance(document, Mapping):
        raise WrongTypeError(Problem("document", document, "JSON, as str or bytes, or the object it holds"))
    if not isinstance(document, Mapping):
        raise wrong(document, "an object", WHOLE)
    return cast("Object", document)


def _text(whole: Object) -> str:
    text = whole.get("text")
    if not isinstance(text, str):
        raise wrong(text, "str", _TEXT)
    if clean(text) != text:
        raise FormatError(_TEXT, "expected text without lone surrogates")
    return text


def _object(value: object, at: Step) -> Object:
    if not isinstance(value, Mapping):
        raise wrong(value, "an object", path_of(at))
    return cast("Object", value)


def _items(value: object, at: Step) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise wrong(value, "a list", path_of(at))
    return cast("Sequence[object]", value)


def _list(owner: Object, name: str, at: Step | None, *, optional: bool = False) -> Sequence[object]:
    value = owner.get(name)
    return () if value is None and optional else _items(value, Step(at, name))


def _objects(owner: Object, name: str, at: Step | None, *, optional: bool = False) -> Iterator[tuple[Object, Step]]:
    """Yield the objects of a list, each with its place."""
    for i, value in enumerate(_list(owner, name, at, optional=optional)):
        place = Step(Step(at, name), i)
        yield _object(value, place), place


def _offset(owner: Object, name: str, at: Step) -> int:
    value = owner.get(name)
    if type(value) is not int or value < 0:
        raise wrong(value, "an offset from 0 up", path_of(Step(at, name)))
    return value
