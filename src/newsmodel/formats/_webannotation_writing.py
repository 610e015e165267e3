"""An article as a tree of the Web Annotation Data Model."""

import datetime as dt
from collections.abc import Hashable, Sequence
from typing import TypeAlias

from newsmodel.formats._addresses import identifier
from newsmodel.formats._strict import encode
from newsmodel.formats._values import MOST_COUNTED, filled, number, words
from newsmodel.model import (
    Article,
    Author,
    AuthorKind,
    Block,
    Event,
    Link,
    Modality,
    Participant,
    Place,
    Polarity,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
)

__all__ = ["write_tree"]

Node: TypeAlias = dict[str, object]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after that tell one place from others with the same words


def tag(*values: str) -> list[Node]:
    """Return bodies that say what the target is."""
    return [{"type": "TextualBody", "purpose": "classifying", "value": value} for value in values]


def described(*values: str | None) -> list[Node]:
    """Return bodies that say something about the target."""
    return [{"type": "TextualBody", "purpose": "describing", "value": value} for value in values if value]


def refers(purpose: str, *sources: object) -> list[Node]:
    """Return bodies that refer to something else: an id, an address, an agent."""
    return [{"type": "SpecificResource", "purpose": purpose, "source": source} for source in sources if source]


def write_tree(article: Article) -> Node:
    """Return the collection of annotations of *article* as plain values."""
    items = _Notes(article).items
    base = identifier(article).partition("#")[0]
    return filled(
        **{"@context": _CONTEXT},
        id=f"{base}#annotations",
        type="AnnotationCollection",
        label=words(article.headline),
        total=len(items),
        first={"id": f"{base}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    )


class _Notes:
    """The annotations of an article, those that differ in nothing written being one."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.source = identifier(article)
        self.base = self.source.partition("#")[0]
        self.items: list[Node] = [self._whole()]
        self._ids: dict[Hashable, str] = {}
        self._counts: dict[str, int] = {}
        for block in article.blocks:
            self._block(block)
        for link in article.links:
            self._link(link)
        self.speakers = {it: self._speaker(it) for it in article.speakers}
        self.times = {it: self._time(it) for it in article.times}
        self.places = {it: self._place(it) for it in article.places}
        self.quotes = {it: self._quote(it) for it in article.quotes}
        for event in article.events:
            self._event(event)

    def _whole(self) -> Node:
        article = self.article
        target = filled(
            id=self.source,
            type="Text",
            canonical=words(article.canonical_url),
            via=words(article.url),
            language=article.language,
            creator=[_agent(author) for author in article.authors],
            created=_utc(article.published),
            modified=_utc(article.modified),
            rights=words(article.copyright),
        )
        body = filled(type="TextualBody", purpose="describing", format="text/plain", value=article.text or None)
        return filled(
            id=f"{self.base}#article",
            type="Annotation",
            motivation="describing",
            body=body if article.text else None,
            target=target,
        )

    # -- one annotation ------------------------------------------------------------------------------------------

    def _new(self, letter: str, signature: Hashable) -> tuple[str, bool]:
        """Return the id of what is written so, and whether it is new."""
        key = (letter, signature)
        known = self._ids.get(key)
        if known is not None:
            return known, False
        self._counts[letter] = self._counts.get(letter, 0) + 1
        self._ids[key] = f"{self.base}#{letter}{self._counts[letter]}"
        return self._ids[key], True

    def _note(self, key: str, motivation: str, body: list[Node], spans: Sequence[Span], *, quoted: bool = True) -> None:
        targets = [{"source": self.source, "selector": self._selectors(span, quoted=quoted)} for span in spans]
        target = targets if len(targets) > 1 else targets[0]
        self.items.append({"id": key, "type": "Annotation", "motivation": motivation, "body": body, "target": target})

    def _selectors(self, span: Span, *, quoted: bool) -> list[Node]:
        text, start, end = self.article.text, span.start, span.end
        position: Node = {"type": "TextPositionSelector", "start": start, "end": end}
        if not quoted:
            return [position]
        exact = {"type": "TextQuoteSelector", "exact": text[start:end]}
        return [
            position,
            {**exact, "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]},
        ]

    def _part(self, key: str, name: str, span: Span | None, *more: Node) -> None:
        """Write a part of something else, to which it is linked."""
        if span is not None:
            whole = key.rpartition("-")[0]
            self._note(key, "linking", [*tag(name), *more, *refers("linking", whole)], [span])

    # -- what there is in an article -----------------------------------------------------------------------------

    def _block(self, block: Block) -> None:
        level = number(block.level)
        key, _ = self._new("b", block.span)
        self._note(
            key, "classifying", tag(block.kind) + described(str(level) if level else None), [block.span], quoted=False
        )

    def _link(self, link: Link) -> None:
        key, new = self._new("l", (link.span, words(link.url)))
        if new:
            self._note(key, "linking", tag("link") + refers("linking", words(link.url)), [link.span])

    def _speaker(self, it: Speaker) -> str:
        key, new = self._new("s", (words(it.name), it.kind, words(it.role), it.mentions))
        kind = "Organization" if it.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP) else "Person"
        agent = {"id": key, "type": kind, "name": words(it.name)}
        for i, mention in enumerate(it.mentions if new else (), 1):
            body = tag("mention", mention.kind, it.kind) + described(words(it.role)) + refers("identifying", agent)
            self._note(f"{key}-{i}", "identifying", body, [mention.span])
        return key

    def _time(self, it: TimeExpression) -> str:
        interval = "/".join("" if day is None else day.isoformat() for day in (it.start, it.end))
        key, _ = self._new("t", it)  # all of it is written
        value = described(words(it.value), interval if interval != "/" else None)
        self._note(key, "classifying", tag("time", it.kind) + value, [it.span])
        return key

    def _place(self, it: Place) -> str:
        key, new = self._new("p", (words(it.name), it.spans, it.country))
        if new:
            self._note(key, "identifying", tag("place") + described(words(it.name), it.country), it.spans)
        return key

    def _quote(self, it: Quote) -> str:
        speaker = None if it.speaker is None else self.speakers[it.speaker]
        key, new = self._new("q", (it.content, it.kind, it.cue, it.source, speaker))
        if new:
            self._note(key, "classifying", tag("quote", it.kind) + refers("identifying", speaker), it.content)
            self._part(f"{key}-cue", "cue", it.cue)
            self._part(f"{key}-source", "source", it.source)
        return key

    def _event(self, it: Event) -> None:
        links = (
            None if it.time is None else self.times[it.time],
            None if it.place is None else self.places[it.place],
            None if it.reported_by is None else self.quotes[it.reported_by],
        )
        parts = tuple((part, part.speaker and self.speakers[part.speaker]) for part in it.participants)
        written = tuple((p.role, p.span, encode(_count(p)), speaker) for p, speaker in parts)
        key, new = self._new("e", (it.kind, it.trigger, it.extent, written, it.polarity, it.modality, links))
        if not new:
            return
        tags = [it for it in (it.polarity, it.modality) if it not in (Polarity.POSITIVE, Modality.ASSERTED)]
        self._note(key, "classifying", tag("event", it.kind, *tags) + refers("linking", *links), [it.trigger])
        self._part(f"{key}-extent", "extent", it.extent)
        for i, (part, speaker) in enumerate(parts, 1):
            self._part(f"{key}-{i}", part.role, part.span, *_count(part), *refers("identifying", speaker))


def _count(part: Participant) -> list[Node]:
    count = number(part.count, MOST_COUNTED)
    if count is None:
        return []
    return described(str(count)) + (tag(part.bound) if part.bound is not None else [])


def _agent(author: Author) -> Node:
    kind = "Organization" if author.kind is AuthorKind.ORGANIZATION else "Person"
    return filled(type=kind, name=words(author.name), id=words(author.url))


def _utc(value: dt.date | None) -> str | None:
    """Return a time of day in UTC, as the model asks; None for less, and at the end of all days."""
    if not isinstance(value, dt.datetime) or value.tzinfo is None:
        return None
    try:
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        return None
