"""A tree of the Web Annotation Data Model as an article."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar

import attrs

from newsmodel.errors import FormatError, InvariantError
from newsmodel.formats import _values as values
from newsmodel.formats._ground import Ground, paragraphs
from newsmodel.formats._hooks import shown
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._values import MOST_COUNTED, each, mapping, number, words
from newsmodel.model import (
    Article,
    Block,
    BlockKind,
    Bound,
    Event,
    EventKind,
    IssueCode,
    Link,
    Mention,
    MentionKind,
    Modality,
    Participant,
    Place,
    Polarity,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)
from newsmodel.model.forms import is_timex

__all__ = ["read_tree"]

Node: TypeAlias = Mapping[str, object]
K = TypeVar("K", BlockKind, Bound, EventKind, MentionKind, Modality, Polarity, QuoteKind, Role, SpeakerKind, TimeKind)

_TAGS = ("classifying", "tagging")
# Quotes told by their positions alone may be as long as the text, each of them; told by their words they never are.
_MOST_TIMES_QUOTED = 20


@attrs.frozen
class _Note:
    """An annotation: what it says of which spans."""

    key: str
    tags: tuple[str, ...]
    says: tuple[str, ...]
    agents: tuple[Node, ...]
    links: tuple[str, ...]
    spans: tuple[Span, ...]

    def kind(self, kinds: type[K]) -> K | None:
        """Return the first member of an enum among the tags."""
        members = {member.value: member for member in kinds}
        return next((members[tag] for tag in self.tags if tag in members), None)

    def said(self, i: int) -> str | None:
        """Return one of the things it says."""
        return self.says[i] if i < len(self.says) else None


def read_tree(tree: object, size: int) -> Article:
    """
    Return the article that annotations given as plain values are about.

    Args:
        tree: The values.
        size: How long the document is, which limits what is quoted in all.

    Raises:
        FormatError: There is no annotation.
    """
    notes = list(_annotations(tree))
    if not notes:
        raise FormatError(WHOLE, "expected annotations: a collection, a page, a list, or one")
    return _Reader(mapping(tree), notes, size).article()


def _annotations(tree: object) -> Iterator[Node]:
    first = mapping(mapping(tree).get("first"))
    for it in each(first.get("items", mapping(tree).get("items", tree))):
        if "target" in mapping(it):
            yield mapping(it)


def _bodies(node: Node) -> Iterator[Node]:
    for it in [*each(node.get("body")), *each(node.get("bodyValue"))]:
        yield {"type": "TextualBody", "value": it} if isinstance(it, str) else mapping(it)


class _Reader:
    """The reading of one collection, and the ground it stands on."""

    def __init__(self, tree: Node, nodes: list[Node], size: int) -> None:
        self.tree = tree
        self.left = _MOST_TIMES_QUOTED * size
        self.whole, text = _whole(nodes)
        self.ground = Ground(text)
        self.notes = [self._note(node) for node in nodes if node.get("motivation") != "describing"]
        self.parts: dict[str, list[_Note]] = {}
        for note in self.notes:
            for link in note.links:
                self.parts.setdefault(link, []).append(note)
        self.speakers: dict[str, Speaker] = {}
        self.times: dict[str, TimeExpression] = {}
        self.places: dict[str, Place] = {}
        self.quotes: dict[str, Quote] = {}

    def article(self) -> Article:
        self._read_speakers()
        for note in self.notes:
            if note.spans:
                self._read(note)
        links = [Link(span=n.spans[0], url=n.links[0]) for n in self._tagged("link") if n.links]
        return self.ground.article(
            self._described(),
            self._blocks(),
            links=links,
            quotes=self.quotes.values(),
            speakers=self.speakers.values(),
            times=self.times.values(),
            places=self.places.values(),
            events=map(self._event, self._tagged("event")),
        )

    def _tagged(self, tag: str) -> Iterator[_Note]:
        return (note for note in self.notes if tag in note.tags[:1] and note.spans)

    # -- annotations and what they select ------------------------------------------------------------------------

    def _note(self, node: Node) -> _Note:
        tags: list[str] = []
        says: list[str] = []
        agents: list[Node] = []
        links: list[str] = []
        for body in _bodies(node):
            purpose, value = words(body.get("purpose")), words(body.get("value"))
            source = body.get("source")
            if value is not None:
                (tags if purpose in _TAGS else says).append(value)
            elif purpose == "linking" and isinstance(source, str):
                links.append(source)
            elif purpose == "identifying" and source is not None:
                agents.append({"id": source} if isinstance(source, str) else mapping(source))
        spans = tuple(span for it in each(node.get("target")) if (span := self._anchor(mapping(it))) is not None)
        key = words(node.get("id")) or ""
        return _Note(key, tuple(tags), tuple(says), tuple(agents), tuple(links), spans)

    def _anchor(self, target: Node) -> Span | None:
        """Return where the words are that a target selects."""
        selectors = [mapping(it) for it in each(target.get("selector"))]
        place: Span | None = None
        quote: Node = {}
        for it in selectors:
            if it.get("type") == "TextPositionSelector":
                start, end = number(it.get("start")), number(it.get("end"))
                place = None if start is None or end is None else self.ground.span(start, end)
            elif it.get("type") == "TextQuoteSelector":
                quote = it
        exact = words(quote.get("exact"))
        if exact is None:
            return place
        found = place if place is not None and place.of(self.ground.text) == exact else self._search(exact, quote)
        if found is None:
            self.ground.note(IssueCode.UNANCHORED, f"not in the text: {shown(exact)}")
        return found

    def _search(self, exact: str, quote: Node) -> Span | None:
        """Return where the text holds the words, with those around them if it does."""
        prefix, suffix = (it if isinstance(it := quote.get(key), str) else "" for key in ("prefix", "suffix"))
        around = self.ground.find(f"{prefix}{exact}{suffix}") if prefix or suffix else None
        if around is None:
            return self.ground.find(exact)
        start = self.ground.text.find(exact, around.start + len(prefix.lstrip()))
        return self.ground.span(start, start + len(exact))

    # -- what there is in an article -----------------------------------------------------------------------------

    def _described(self) -> Article:
        whole = self.whole
        published, modified = self._date("created"), self._date("modified")
        if not values.ordered(published, modified):
            self.ground.note(IssueCode.CONFLICTING_DATES, "modified before created; it was left out")
            modified = None
        creators = [mapping(it) for it in each(whole.get("creator"))]
        authors = (
            values.author(it.get("name"), url=it.get("id"), organization=it.get("type") == "Organization")
            for it in creators
        )
        return Article(
            headline=words(self.tree.get("label")),
            canonical_url=words(whole.get("canonical")),
            url=words(whole.get("via")),
            language=values.language(whole.get("language")),
            authors=tuple(author for author in authors if author is not None),
            published=published,
            modified=modified,
            copyright=words(whole.get("rights")),
        )

    def _date(self, key: str) -> dt.date | None:
        value = self.whole.get(key)
        found = values.day_or_moment(value)
        if found is None and value is not None:
            self.ground.note(IssueCode.BAD_VALUE, f"{key}: expected a date of ISO 8601, got {shown(value)}")
        return found

    def _blocks(self) -> tuple[Block, ...]:
        found = [
            Block(kind=kind, level=number(note.said(0)) or None, span=note.spans[0])
            for note in self.notes
            if note.spans and len(note.tags) == 1 and (kind := note.kind(BlockKind)) is not None
        ]
        try:
            return Article(text=self.ground.text, blocks=tuple(found)).blocks
        except InvariantError:
            return paragraphs(self.ground.text)

    def _read_speakers(self) -> None:
        """Read the speakers by their mentions, and those that quotes name without any."""
        mentions: dict[str, list[_Note]] = {}
        for note in self._tagged("mention"):
            for agent in note.agents:
                mentions.setdefault(words(agent.get("id")) or words(agent.get("name")) or "", []).append(note)
        for key, notes in mentions.items():
            agent, first = notes[0].agents[0], notes[0]
            name = words(agent.get("name"))
            if name is None:
                continue
            places = {note.spans[0]: note.kind(MentionKind) or MentionKind.NAME for note in notes}
            kind = SpeakerKind.ORGANIZATION if agent.get("type") == "Organization" else SpeakerKind.PERSON
            self.speakers[key] = Speaker(
                name=name,
                kind=first.kind(SpeakerKind) or kind,
                role=first.said(0),
                mentions=tuple(Mention(span=span, kind=places[span]) for span in sorted(places)),
            )

    def _speaker(self, note: _Note) -> Speaker | None:
        for agent in note.agents:
            key, name = words(agent.get("id")) or "", words(agent.get("name"))
            known = self.speakers.get(key) or self.speakers.get(name or "")
            found = known or self.ground.speaker(name, SpeakerKind.PERSON)
            if found is not None:
                return found
        return None

    def _read(self, note: _Note) -> None:
        tag = next(iter(note.tags), "")
        name = note.said(0)
        if tag == "time" and name is not None:
            self._read_time(note, name)
        elif tag == "place" and name is not None:
            spans = tuple(sorted(set(note.spans)))
            self.places[note.key] = Place(name=name, spans=spans, country=values.country(note.said(1)))
        elif tag == "quote" and self._may_quote(note):
            found = self.ground.quote(
                note.spans,
                kind=note.kind(QuoteKind),
                cue=self._part(note, "cue"),
                source=self._part(note, "source"),
                speaker=self._speaker(note),
            )
            if found is not None:  # pragma: no branch - what is read has spans
                self.quotes[note.key] = found

    def _may_quote(self, note: _Note) -> bool:
        self.left -= sum(map(len, note.spans))
        if self.left < 0:
            self.ground.note(IssueCode.LIMIT_REACHED, f"more is quoted than {_MOST_TIMES_QUOTED} times the document")
        return self.left >= 0

    def _read_time(self, note: _Note, value: str) -> None:
        if is_timex(value):
            self.times[note.key] = _time(note, value)
        else:
            self.ground.note(IssueCode.BAD_VALUE, f"time: expected a TIMEX3 value, got {shown(value)}")

    def _part(self, whole: _Note, tag: str) -> Span | None:
        parts = (part for part in self.parts.get(whole.key, ()) if tag in part.tags[:1] and part.spans)
        return next((part.spans[0] for part in parts), None)

    def _event(self, note: _Note) -> Event:
        trigger, extent = note.spans[0], self._part(note, "extent")
        return Event(
            kind=note.kind(EventKind) or EventKind.OTHER,
            trigger=trigger,
            extent=extent if extent is not None and extent.contains(trigger) else trigger,
            participants=tuple(self._participants(note)),
            time=next((self.times[key] for key in note.links if key in self.times), None),
            place=next((self.places[key] for key in note.links if key in self.places), None),
            reported_by=next((self.quotes[key] for key in note.links if key in self.quotes), None),
            polarity=note.kind(Polarity) or Polarity.POSITIVE,
            modality=note.kind(Modality) or Modality.ASSERTED,
        )

    def _participants(self, note: _Note) -> Iterator[Participant]:
        for part in self.parts.get(note.key, ()):
            role = part.kind(Role)
            if role is not None and part.spans:
                count = number(part.said(0), MOST_COUNTED)
                bound = None if count is None else part.kind(Bound)
                yield Participant(role=role, span=part.spans[0], count=count, bound=bound, speaker=self._speaker(part))


def _whole(nodes: Iterable[Node]) -> tuple[Node, str]:
    """Return the target that is the article, and its text."""
    for node in nodes:
        if node.get("motivation") == "describing":
            body = next(_bodies(node), mapping(None))
            text = body.get("value")
            return mapping(next(each(node.get("target")), None)), values.clean(text) if isinstance(text, str) else ""
    return {}, ""


def _time(note: _Note, value: str) -> TimeExpression:
    start, _, end = (note.said(1) or "").partition("/")
    days = values.day_or_moment(start), values.day_or_moment(end)
    kind = note.kind(TimeKind) or TimeKind.DATE
    try:
        return TimeExpression(span=note.spans[0], kind=kind, value=value, start=days[0], end=days[1])
    except InvariantError:
        return TimeExpression(span=note.spans[0], kind=kind, value=value)
