"""A tree of schema.org as an article."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

from newsmodel.errors import FormatError, InvariantError
from newsmodel.formats import _values as values
from newsmodel.formats._ground import Ground, paragraphs
from newsmodel.formats._hooks import shown
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._values import each, mapping, words
from newsmodel.model import (
    Article,
    Author,
    Dateline,
    Event,
    EventKind,
    Image,
    IssueCode,
    Participant,
    Place,
    Publisher,
    Quote,
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

_ARTICLE = re.compile(r"\w*(?:Article|BlogPosting)|Report|SocialMediaPosting", re.ASCII)
_ROLES = {"agent": Role.AGENT, "object": Role.PATIENT, "participant": Role.OTHER}
_EVENTS = {kind.value: kind for kind in EventKind}
_TIMES = {kind.value: kind for kind in TimeKind}


def read_tree(tree: object) -> Article:
    """
    Return the first article in a tree of JSON-LD.

    Raises:
        FormatError: There is none.
    """
    nodes = list(_nodes(tree))
    found = next((node for node in nodes if any(map(_ARTICLE.fullmatch, _types(node)))), None)
    if found is None:
        found = next((node for node in nodes if "headline" in node or "articleBody" in node), None)
    if found is None:
        raise FormatError(WHOLE, "expected an article of schema.org, with a type such as NewsArticle")
    return _Reader(found, nodes).article()


def _nodes(tree: object) -> Iterator[Node]:
    """Yield the objects of a tree, outer before inner, in the order of the document."""
    todo = [tree]
    while todo:
        it = todo.pop()
        if isinstance(it, dict):
            node = cast("dict[str, object]", it)
            yield node
            todo.extend(reversed(list(node.values())))
        elif isinstance(it, list):
            todo.extend(reversed(cast("list[object]", it)))


def _types(node: Node) -> set[str]:
    """Return the types of a node, without the address of the vocabulary."""
    return {re.split(r"[/#:]", kind[-80:])[-1] for kind in each(node.get("@type")) if isinstance(kind, str)}


def _speaker_kind(types: set[str]) -> SpeakerKind | None:
    if any(kind.endswith("Organization") for kind in types):
        return SpeakerKind.ORGANIZATION
    if "CreativeWork" in types:
        return SpeakerKind.DOCUMENT
    return SpeakerKind.PERSON if "Person" in types else None


class _Reader:
    """The reading of one article: its node, the nodes that others refer to, and the ground it stands on."""

    def __init__(self, node: Node, nodes: list[Node]) -> None:
        self.node = node
        self.ground = Ground(self._text())
        self._by_address: dict[str, Node] = {}
        for it in nodes:
            address = it.get("@id")
            if isinstance(address, str) and len(it) > 1:
                self._by_address.setdefault(address, it)
        self._speakers: dict[str, Speaker | None] = {}
        self._places: dict[str, Place | None] = {}

    def article(self) -> Article:
        told = [self._resolved(it) for it in each(self.node.get("mentions"))]
        # What is told first is first among equals; speakers and places without an address count when referred to.
        speakers = [self._speaker(it) for it in told if self.ground.at(it.get("@id")) and _speaker_kind(_types(it))]
        places = [self._place(it) for it in told if "Place" in _types(it)]
        events = [self._event(it) for it in told if "Event" in _types(it)]
        quotes = [self._quote(self._resolved(it)) for it in self._quotations()]
        return self.ground.article(
            self._described(),
            paragraphs(self.ground.text),
            dateline=self._dateline(),
            quotes=filter(None, quotes),
            speakers=filter(None, speakers),
            places=filter(None, places),
            events=filter(None, events),
        )

    def _text(self) -> str:
        text = self.node.get("articleBody")
        if isinstance(text, str):
            return values.clean(text)
        updates = map(mapping, each(self.node.get("liveBlogUpdate")))
        parts = (words(update.get(key)) for update in updates for key in ("headline", "articleBody"))
        return "\n\n".join(filter(None, parts))

    def _resolved(self, value: object) -> Node:
        """Return an object, the one referred to where it is a mere reference, and for a string one of that name."""
        if isinstance(value, str):
            return {"name": value}
        node = mapping(value)
        address = node.get("@id")
        return self._by_address.get(address, node) if isinstance(address, str) and len(node) == 1 else node

    def _each_once(self, key: str) -> Iterator[object]:
        """Yield what a property holds; what is referred to again is no other thing, and may be long."""
        seen: set[str] = set()
        for it in each(self.node.get(key)):
            address = mapping(it).get("@id")
            if not isinstance(address, str) or address not in seen:
                yield it
            if isinstance(address, str):
                seen.add(address)

    # -- what the article is -------------------------------------------------------------------------------------

    def _described(self) -> Article:
        get = self.node.get
        published, modified = self._date("datePublished"), self._date("dateModified")
        if not values.ordered(published, modified):
            self.ground.note(IssueCode.CONFLICTING_DATES, "dateModified before datePublished; it was left out")
            modified = None
        page = get("mainEntityOfPage")
        return Article(
            headline=words(get("headline")) or words(get("name")),
            canonical_url=words(get("url")),
            url=words(mapping(page).get("@id", mapping(page).get("url"))) or words(page),
            description=words(get("description")),
            authors=tuple(author for it in self._each_once("author") if (author := self._author(it))),
            publisher=self._publisher(),
            published=published,
            modified=modified,
            section=next(filter(None, map(words, each(get("articleSection")))), None),
            keywords=tuple(self._keywords()),
            language=values.language(mapping(get("inLanguage")).get("alternateName", get("inLanguage"))),
            images=tuple(image for it in self._each_once("image") if (image := self._image(it))),
            is_accessible_for_free=values.truth(get("isAccessibleForFree")),
            copyright=words(get("copyrightNotice")),
        )

    def _date(self, key: str) -> dt.date | None:
        value = next(each(self.node.get(key)), None)
        found = values.day_or_moment(value)
        if found is None and value not in (None, ""):
            self.ground.note(IssueCode.BAD_VALUE, f"{key}: expected a date of ISO 8601, got {shown(value)}")
        return found

    def _author(self, value: object) -> Author | None:
        node = self._resolved(value)
        organization = any(kind.endswith("Organization") for kind in _types(node))
        return values.author(node.get("name"), url=node.get("url"), organization=organization)

    def _publisher(self) -> Publisher | None:
        node = self._resolved(next(each(self.node.get("publisher")), None))
        name = words(node.get("name"))
        return None if name is None else Publisher(name=name, url=words(node.get("url")))

    def _keywords(self) -> Iterator[str]:
        given = self.node.get("keywords")
        for it in given.split(",") if isinstance(given, str) else each(given):
            word = words(it) or words(mapping(it).get("name"))
            if word is not None:
                yield word

    def _image(self, value: object) -> Image | None:
        node = {"url": value} if isinstance(value, str) else self._resolved(value)
        credit = node.get("creditText") or self._resolved(node.get("creator")).get("name")
        details = {key: node.get(key) for key in ("caption", "width", "height")}
        return values.image(
            node.get("url") or node.get("contentUrl"), alt=node.get("description"), credit=credit, **details
        )

    def _dateline(self) -> Dateline | None:
        said = words(self.node.get("dateline"))
        span = None if said is None else self.ground.find(said)
        if span is None:
            return None
        place = self._resolved(self.node.get("locationCreated"))
        agency = self._resolved(self.node.get("sourceOrganization"))
        return Dateline(span=span, place=words(place.get("name")), agency=words(agency.get("name")))

    # -- what it says and tells ----------------------------------------------------------------------------------

    def _quotations(self) -> Iterator[object]:
        for key in ("hasPart", "citation", "mentions"):
            for it in each(self.node.get(key)):
                if "Quotation" in _types(self._resolved(it)):
                    yield it

    def _quote(self, node: Node) -> Quote | None:
        parts = [self._resolved(it) for it in each(node.get("hasPart"))] or [node]
        content = [self._stretch(part, "text") for part in parts]
        if None in content:
            self.ground.note(IssueCode.UNANCHORED, f"quotation not in the text: {shown(node.get('text'))}")
        speaker = next((node[k] for k in ("spokenByCharacter", "creator", "author", "isBasedOn") if k in node), None)
        return self.ground.quote(
            (span for span in content if span is not None),
            speaker=self._speaker(self._resolved(next(each(speaker), None))),
        )

    def _stretch(self, node: Node, key: str) -> Span | None:
        """Return where the words of a node stand: at its address, if they do, else where they are found."""
        said = words(node.get(key))
        hint = self.ground.at(node.get("identifier")) or self.ground.at(node.get("@id"))
        return None if said is None else self.ground.find(said, hint)

    def _speaker(self, node: Node) -> Speaker | None:
        name = words(node.get("name"))
        address = node.get("@id")
        known = f"{address} {name}"
        if known not in self._speakers:
            self._speakers[known] = self.ground.speaker(
                name,
                _speaker_kind(_types(node)) or SpeakerKind.PERSON,
                [self.ground.at(address)],
                honorific=words(node.get("honorificPrefix")),
                role=words(next(each(node.get("jobTitle")), None)),
                affiliation=words(self._resolved(next(each(node.get("affiliation")), None)).get("name")),
            )
        return self._speakers[known]

    def _place(self, node: Node) -> Place | None:
        name = words(node.get("name"))
        known = f"{node.get('@id')} {name}"
        if known not in self._places:
            span = None if name is None else self.ground.at(node.get("@id")) or self.ground.name(name)
            country = values.country(mapping(node.get("address")).get("addressCountry"))
            self._places[known] = (
                None if span is None or name is None else Place(name=name, spans=(span,), country=country)
            )
        return self._places[known]

    def _event(self, node: Node) -> Event | None:
        trigger = self.ground.at(node.get("@id"))
        if trigger is None:  # what others call an event is what the article is about, not words in it
            return None
        extent = self.ground.at(self._resolved(node.get("subjectOf")).get("identifier"))
        location = self._resolved(node.get("location"))
        return Event(
            kind=_EVENTS.get(words(node.get("additionalType")) or "", EventKind.OTHER),
            trigger=trigger,
            extent=extent if extent is not None and extent.contains(trigger) else trigger,
            participants=tuple(self._participants(node)),
            time=self._time(self._resolved(node.get("eventSchedule"))),
            place=self._place(location) if location else None,
        )

    def _participants(self, node: Node) -> Iterator[Participant]:
        for key, role in _ROLES.items():
            for it in each(node.get(key)):
                part = self._resolved(it)
                span = self.ground.at(part.get("identifier"))
                same = self._resolved({"@id": part.get("sameAs")})
                if span is not None:
                    yield Participant(role=role, span=span, speaker=self._speaker(same) if "name" in same else None)

    def _time(self, node: Node) -> TimeExpression | None:
        span, value = self.ground.at(node.get("identifier")), words(node.get("name"))
        if span is None or value is None:
            return None
        if not is_timex(value):
            self.ground.note(IssueCode.BAD_VALUE, f"eventSchedule: expected a TIMEX3 value, got {shown(value)}")
            return None
        kind = _TIMES.get(words(node.get("additionalType")) or "", TimeKind.DATE)
        start, end = values.day_or_moment(node.get("startDate")), values.day_or_moment(node.get("endDate"))
        try:
            return TimeExpression(span=span, kind=kind, value=value, start=start, end=end)
        except InvariantError as error:
            self.ground.note(IssueCode.BAD_VALUE, str(error))
            return TimeExpression(span=span, kind=kind, value=value, start=start)
