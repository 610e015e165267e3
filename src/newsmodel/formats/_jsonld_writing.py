"""An article as a tree of schema.org."""

from typing import TypeAlias

from newsmodel.formats._ground import fragment
from newsmodel.formats._strict import encode
from newsmodel.formats._values import filled, number, words
from newsmodel.model import (
    Article,
    Author,
    AuthorKind,
    Dateline,
    Event,
    Image,
    Place,
    Publisher,
    Quote,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
)

__all__ = ["SPEAKER_TYPES", "write_tree"]

Node: TypeAlias = dict[str, object]

SPEAKER_TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.UNNAMED: "Person",
    SpeakerKind.ORGANIZATION: "Organization",
    SpeakerKind.GROUP: "Organization",
    SpeakerKind.DOCUMENT: "CreativeWork",
}
"""The type of schema.org for each kind of speaker."""

_ROLES = {Role.AGENT: "agent", Role.PATIENT: "object", Role.OTHER: "participant"}


def write_tree(article: Article) -> Node:
    """Return the JSON-LD document of *article* as plain values."""
    told = _Told(article)
    article_node = _node(
        "NewsArticle",
        url=words(article.canonical_url),
        mainEntityOfPage=words(article.url),
        headline=words(article.headline),
        description=words(article.description),
        author=[_author(author) for author in article.authors],
        publisher=article.publisher and _publisher(article.publisher),
        datePublished=article.published and article.published.isoformat(),
        dateModified=article.modified and article.modified.isoformat(),
        articleSection=words(article.section),
        keywords=[words(keyword) for keyword in article.keywords],
        inLanguage=article.language,
        isAccessibleForFree=article.is_accessible_for_free,
        copyrightNotice=words(article.copyright),
        image=[_image(image) for image in article.images],
        **_dateline(article.text, article.dateline),
        articleBody=article.text or None,
        hasPart=told.quotations,
        mentions=told.mentions,
    )
    return {"@context": "https://schema.org", **article_node}


def _node(kind: str | list[str], **values: object) -> Node:
    return {"@type": kind, **filled(**values)}


def _author(author: Author) -> Node:
    kind = "Organization" if author.kind is AuthorKind.ORGANIZATION else "Person"
    return _node(kind, name=words(author.name), url=words(author.url))


def _publisher(publisher: Publisher) -> Node:
    return _node("NewsMediaOrganization", name=words(publisher.name), url=words(publisher.url))


def _image(image: Image) -> Node:
    return _node(
        "ImageObject",
        url=words(image.url),
        caption=words(image.caption),
        description=words(image.alt),
        creditText=words(image.credit),
        width=number(image.width),
        height=number(image.height),
    )


def _dateline(text: str, dateline: Dateline | None) -> Node:
    if dateline is None:
        return {}
    place, agency = words(dateline.place), words(dateline.agency)
    return filled(
        dateline=dateline.span.of(text),
        locationCreated=place and _node("Place", name=place),
        sourceOrganization=agency and _node("NewsMediaOrganization", name=agency),
    )


class _Told:
    """What the text says and tells: nodes with an address each, those that differ in nothing written being one."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self._addresses: dict[str, str] = {}
        self._used: dict[Span, int] = {}
        self.mentions: list[Node] = []
        self.quotations: list[Node] = []
        self._speakers = {s: self._add(_speaker(s), s.mentions[0].span, self.mentions) for s in article.speakers}
        self._places = {p: self._add(_place(p), p.spans[0], self.mentions) for p in article.places}
        for event in article.events:
            self._add(self._event(event), event.trigger, self.mentions)
        for quote in article.quotes:
            self._add(self._quotation(quote), quote.content[0], self.quotations)

    def _add(self, node: Node, span: Span, to: list[Node]) -> str:
        """Put a node among others unless one like it is there; return its address."""
        key = encode([span.start, span.end, node])
        if key not in self._addresses:
            self._used[span] = self._used.get(span, 0) + 1
            again = f";{self._used[span]}" if self._used[span] > 1 else ""
            self._addresses[key] = fragment(span) + again
            to.append({"@id": self._addresses[key], **node})
        return self._addresses[key]

    def _part(self, kind: str, span: Span, **values: object) -> Node:
        """Return a node inside of another, which tells where it stands without being one to refer to."""
        return _node(kind, identifier=fragment(span), **values)

    def _quotation(self, quote: Quote) -> Node:
        speaker = quote.speaker and {"@id": self._speakers[quote.speaker]}
        document = quote.speaker is not None and quote.speaker.kind is SpeakerKind.DOCUMENT
        parts = [self._part("Quotation", span, text=span.of(self.text)) for span in quote.content]
        return _node(
            "Quotation",
            text=quote.text,
            spokenByCharacter=None if document else speaker,
            isBasedOn=speaker if document else None,
            hasPart=parts if len(parts) > 1 else None,
        )

    def _event(self, event: Event) -> Node:
        told = self._part("CreativeWork", event.extent, text=event.extent.of(self.text))
        time = event.time
        roles: dict[str, list[object]] = {name: [] for name in _ROLES.values()}
        for participant in event.participants:
            speaker = participant.speaker
            part = self._part(
                "Thing" if speaker is None else SPEAKER_TYPES[speaker.kind],
                participant.span,
                name=participant.span.of(self.text),
                sameAs=speaker and self._speakers[speaker],
            )
            roles[_ROLES[participant.role]].append(part)
        return _node(
            ["Event", "Action"],
            additionalType=event.kind.value,
            name=event.trigger.of(self.text),
            startDate=time and time.start and time.start.isoformat(),
            endDate=time and time.end and time.end.isoformat(),
            eventSchedule=time and self._schedule(time),
            location=event.place and {"@id": self._places[event.place]},
            **roles,
            subjectOf=told,
        )

    def _schedule(self, time: TimeExpression) -> Node:
        return self._part(
            "Schedule",
            time.span,
            additionalType=time.kind.value,
            name=words(time.value),
            description=time.span.of(self.text),
            startDate=time.start and time.start.isoformat(),
            endDate=time.end and time.end.isoformat(),
        )


def _speaker(speaker: Speaker) -> Node:
    person = SPEAKER_TYPES[speaker.kind] == "Person"
    affiliation = words(speaker.affiliation) if person else None
    return _node(
        SPEAKER_TYPES[speaker.kind],
        name=words(speaker.name),
        honorificPrefix=words(speaker.honorific) if person else None,
        jobTitle=words(speaker.role) if person else None,
        affiliation=affiliation and _node("Organization", name=affiliation),
    )


def _place(place: Place) -> Node:
    country = place.country and _node("PostalAddress", addressCountry=place.country)
    return _node("Place", name=words(place.name), address=country)
