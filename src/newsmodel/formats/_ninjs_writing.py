"""An article as a tree of ninjs 3.1."""

import datetime as dt
from typing import TypeAlias

from newsmodel.formats import _html_body
from newsmodel.formats._addresses import address, identifier
from newsmodel.formats._dateline import located
from newsmodel.formats._ground import Ground, fragment
from newsmodel.formats._passages import passages_of
from newsmodel.formats._strict import encode
from newsmodel.formats._values import filled, number, words
from newsmodel.model import (
    Article,
    Author,
    AuthorKind,
    Event,
    Image,
    Place,
    Publisher,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
)

__all__ = ["SPEAKER_KEYS", "write_tree"]

Node: TypeAlias = dict[str, object]

SPEAKER_KEYS = {
    SpeakerKind.PERSON: "people",
    SpeakerKind.UNNAMED: "people",
    SpeakerKind.ORGANIZATION: "organisations",
    SpeakerKind.GROUP: "organisations",
    SpeakerKind.DOCUMENT: "objects",
}
"""The key of ninjs that holds each kind of speaker."""

_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"


def write_tree(article: Article) -> Node:
    """Return the ninjs document of *article* as plain values."""
    told = _Told(article)
    people = [it for it in article.authors if it.kind is AuthorKind.PERSON]
    others = [it for it in article.authors if it.kind is AuthorKind.ORGANIZATION]
    html = _html_body.write(passages_of(article, ()))
    dateline = article.dateline
    place = words(dateline.place) if dateline is not None else None
    return filled(
        uri=told.uri,
        standard={"name": "ninjs", "version": "3.1", "schema": _SCHEMA},
        type="text",
        language=article.language,
        firstCreated=_moment(article.published),
        versionCreated=_moment(article.modified),
        headlines=_texts("main", article.headline),
        descriptions=_texts("summary", article.description),
        by=", ".join(filter(None, (words(author.name) for author in people + others))) or None,
        located=place if located(Ground(article.text), place) else None,
        copyrightNotice=words(article.copyright),
        altIds=_alternatives(article),
        subjects=_subjects(article),
        people=[_party(it, "author") for it in people] + told.speakers["people"],
        organisations=[_party(it, "author") for it in others]
        + ([] if article.publisher is None else [_party(article.publisher, "publisher")])
        + told.speakers["organisations"],
        objects=told.speakers["objects"],
        places=told.places,
        events=told.events,
        bodies=[
            *([] if not article.text else [{"role": "text", "contentType": "text/plain", "value": article.text}]),
            *([] if not html else [{"role": "html", "contentType": "text/html", "value": html}]),
        ],
        associations=[*told.quotes, *(found for image in article.images if (found := _image(image)))],
    )


def _moment(value: dt.date | None) -> str | None:
    """Return a time with its zone; ninjs has no form for less."""
    return value.isoformat() if isinstance(value, dt.datetime) and _zoned(value) else None


def _zoned(value: dt.datetime) -> bool:
    offset = value.utcoffset()
    return offset is not None and not offset % dt.timedelta(minutes=1)


def _texts(role: str, text: str | None) -> list[Node]:
    said = words(text)
    return [] if said is None else [{"role": role, "contentType": "text/plain", "value": said}]


def _alternatives(article: Article) -> list[Node]:
    found = {"canonical": words(article.canonical_url), "url": words(article.url)}
    return [{"role": role, "value": value} for role, value in found.items() if value]


def _subjects(article: Article) -> list[Node]:
    found = [("section", words(article.section)), *(("keyword", words(keyword)) for keyword in article.keywords)]
    return [{"name": name, "rel": rel} for rel, name in found if name]


def _party(it: Author | Publisher, rel: str) -> Node:
    return filled(name=words(it.name), rel=rel, uri=address(it.url))


def _image(image: Image) -> Node | None:
    url = address(image.url)
    if url is None:
        return None
    caption, alt = words(image.caption), words(image.alt)
    texts = {"caption": caption, "alt": alt}
    return filled(
        name=caption or alt or "image",
        uri=url,
        rel="image",
        type="picture",
        by=words(image.credit),
        descriptions=[{"role": role, "contentType": "text/plain", "value": it} for role, it in texts.items() if it],
        renditions=[filled(name="main", href=url, width=number(image.width), height=number(image.height))],
    )


class _Told:
    """What the text says and tells: objects with an address each, those that differ in nothing written being one."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.uri = identifier(article)
        self._base = self.uri.partition("#")[0]
        self._addresses: dict[str, str] = {}
        self._used: dict[Span, int] = {}
        self.speakers: dict[str, list[Node]] = {key: [] for key in ("people", "organisations", "objects")}
        self.places: list[Node] = []
        self.events: list[Node] = []
        self.quotes: list[Node] = []
        # In the order of the document, so that those who share an address are told apart alike when read again.
        ordered = sorted(article.speakers, key=lambda it: list(self.speakers).index(SPEAKER_KEYS[it.kind]))
        self._speakers = {speaker: self._speaker(speaker) for speaker in ordered}
        for place in article.places:
            self._add(_place(place), place.spans[0], self.places)
        for event in article.events:
            self._add(self._event(event), event.trigger, self.events)
        for said in article.quotes:
            self._add(self._quote(said), said.content[0], self.quotes)

    def _add(self, node: Node, span: Span, to: list[Node]) -> str:
        """Put an object among others unless one like it is there; return its address."""
        key = encode([id(to), span.start, span.end, node])
        if key not in self._addresses:
            self._used[span] = self._used.get(span, 0) + 1
            again = f";{self._used[span]}" if self._used[span] > 1 else ""
            self._addresses[key] = f"{self._base}{fragment(span)}{again}"
            to.append({"uri": self._addresses[key], **node})
        return self._addresses[key]

    def _speaker(self, speaker: Speaker) -> Node:
        name = words(speaker.name)
        kind = SPEAKER_KEYS[speaker.kind]
        uri = self._add({"name": name, "rel": "quoted"}, speaker.mentions[0].span, self.speakers[kind])
        return {kind: [{"name": name, "rel": "speaker", "uri": uri}]}

    def _event(self, event: Event) -> Node:
        return {"name": event.trigger.of(self.text), "rel": "reported", "literal": event.kind.value}

    def _quote(self, quote: Quote) -> Node:
        spoken = {} if quote.speaker is None else self._speakers[quote.speaker]
        beside = (("source", quote.source), ("cue", quote.cue))
        spans = [("content", span) for span in quote.content] + [(role, span) for role, span in beside if span]
        return {
            "name": quote.text,
            "rel": "quote",
            "type": "component",
            "genres": [{"name": quote.kind.value}],
            **spoken,
            "bodies": [self._body(role, span) for role, span in spans],
        }

    def _body(self, role: str, span: Span) -> Node:
        return {"role": f"{role} {fragment(span)}", "contentType": "text/plain", "value": span.of(self.text)}


def _place(place: Place) -> Node:
    country = place.country and [{"address": {"country": place.country}}]
    return filled(name=words(place.name), rel="mentioned", contactInfo=country)
