"""A tree of ninjs as an article."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from newsmodel.errors import FormatError
from newsmodel.formats import _html_body
from newsmodel.formats import _values as values
from newsmodel.formats._addresses import address
from newsmodel.formats._dateline import dateline_of
from newsmodel.formats._ground import Ground, paragraphs
from newsmodel.formats._hooks import misfit, shown
from newsmodel.formats._passages import Composed, aligned, compose
from newsmodel.formats._paths import WHOLE, Step, path_of
from newsmodel.formats._values import each, mapping, words
from newsmodel.model import (
    Article,
    Author,
    Event,
    EventKind,
    Image,
    IssueCode,
    Place,
    Publisher,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)

__all__ = ["read_tree"]

Node: TypeAlias = Mapping[str, object]

_KINDS = {"people": SpeakerKind.PERSON, "organisations": SpeakerKind.ORGANIZATION, "objects": SpeakerKind.DOCUMENT}
_AUTHORS = frozenset(("author", "creator", "byline", "reporter"))
_EVENTS = {kind.value: kind for kind in EventKind}
_QUOTES = {kind.value: kind for kind in QuoteKind}
# What ninjs 1 and 2 call what now is one of several.
_OLD = {"headlines": "headline", "descriptions": "description_text", "bodies": "body_text"}


def read_tree(tree: object) -> Article:
    """
    Return the article of a ninjs document given as plain values.

    Raises:
        FormatError: It is none.
    """
    items = [*each(tree)]
    if len(items) != 1:
        raise FormatError(WHOLE, f"expected one item, got {len(items)}")
    node = mapping(items[0])
    if not node and items[0] != {}:
        raise FormatError(WHOLE, str(misfit(items[0], "an object")))
    if not node.keys() & {"uri", "headlines", "bodies", "headline", "body_text", "body_html"}:
        raise FormatError(path_of(Step(None, "uri")), "missing")
    return _Reader(node).article()


def _all(node: Node, key: str) -> Iterator[Node]:
    """Yield the objects of a list, or of what older versions have in its place."""
    for it in each(node.get(key, node.get(_OLD.get(key, "")))):
        yield {"value": it, "name": it} if isinstance(it, str) else mapping(it)


def _value(node: Node, key: str, role: str) -> str | None:
    """Return the text of this role, else the first one."""
    found = [(it.get("role"), words(it.get("value"))) for it in _all(node, key)]
    return next((it for its, it in found if its == role and it), None) or next((it for _, it in found if it), None)


class _Reader:
    """The reading of one item, and the ground it stands on."""

    def __init__(self, node: Node) -> None:
        self.node = node
        body = _body(node)
        self.ground = body.ground
        self.body = body
        self._speakers: dict[tuple[object, ...], Speaker | None] = {}

    def article(self) -> Article:
        node = self.node
        quoted = [(key, it) for key in _KINDS for it in _all(node, key) if it.get("rel") == "quoted"]
        associated = [*_all(node, "associations")]
        speakers = [self._speaker(key, it) for key, it in quoted]
        quotes = [self._quote(it) for it in associated if it.get("rel") == "quote"]
        described = self._described([image for it in associated if (image := _image(it))])
        return self.ground.article(
            described,
            self.body.blocks,
            links=self.body.links,
            dateline=dateline_of(self.ground, words(node.get("located"))),
            quotes=filter(None, quotes),
            speakers=filter(None, speakers),
            places=filter(None, map(self._place, _all(node, "places"))),
            events=filter(None, map(self._event, _all(node, "events"))),
        )

    def _described(self, images: list[Image]) -> Article:
        node = self.node
        published = self._date("firstCreated") or self._date("contentCreated")
        modified = self._date("versionCreated") or self._date("versioncreated")
        if not values.ordered(published, modified):
            self.ground.note(IssueCode.CONFLICTING_DATES, "versionCreated before firstCreated; it was left out")
            modified = None
        canonical, url = _addresses(node)
        subjects = [(it.get("rel"), word) for it in _all(node, "subjects") if (word := words(it.get("name")))]
        return Article(
            headline=_value(node, "headlines", "main") or words(node.get("title")),
            description=_value(node, "descriptions", "summary"),
            canonical_url=canonical,
            url=url,
            authors=tuple(_authors(node)),
            publisher=next(_publishers(node), None),
            published=published,
            modified=modified,
            section=next((word for rel, word in subjects if rel == "section"), None),
            keywords=tuple(word for rel, word in subjects if rel != "section"),
            language=values.language(node.get("language")),
            images=tuple(images),
            copyright=words(node.get("copyrightNotice", node.get("copyrightnotice"))),
        )

    def _date(self, key: str) -> dt.date | None:
        value = self.node.get(key)
        found = values.day_or_moment(value)
        if found is None and value not in (None, ""):
            self.ground.note(IssueCode.BAD_VALUE, f"{key}: expected a date of ISO 8601, got {shown(value)}")
        return found

    def _speaker(self, key: str, node: Node) -> Speaker | None:
        name, uri = words(node.get("name")), words(node.get("uri"))
        if (key, name, uri) not in self._speakers:
            self._speakers[key, name, uri] = self.ground.speaker(name, _KINDS[key], [self.ground.at(uri)])
        return self._speakers[key, name, uri]

    def _quote(self, node: Node) -> Quote | None:
        spans: dict[str, list[Span]] = {"content": [], "source": [], "cue": []}
        for body in _all(node, "bodies"):
            said, role = words(body.get("value")), words(body.get("role")) or ""
            span = None if said is None else self.ground.find(said, self.ground.at(role))
            if span is not None:
                spans.get(role.partition(" ")[0], spans["content"]).append(span)
            elif said is not None:
                self.ground.note(IssueCode.UNANCHORED, f"quote not in the text: {shown(said)}")
        who = ((key, it) for key in _KINDS for it in _all(node, key))
        speaker = next(filter(None, (self._speaker(key, it) for key, it in who)), None)
        genre = next((words(it.get("name")) for it in _all(node, "genres")), None)
        return self.ground.quote(
            spans["content"],
            kind=_QUOTES.get(genre or ""),
            cue=next(iter(spans["cue"]), None),
            source=next(iter(spans["source"]), None),
            speaker=speaker,
        )

    def _place(self, node: Node) -> Place | None:
        name = words(node.get("name"))
        span = None if name is None else self.ground.at(node.get("uri")) or self.ground.name(name)
        if name is None or span is None:
            return None
        contacts = (mapping(mapping(it).get("address")) for it in each(node.get("contactInfo")))
        countries = (values.country(it.get("country")) for it in contacts)
        return Place(name=name, spans=(span,), country=next(filter(None, countries), None))

    def _event(self, node: Node) -> Event | None:
        span = self.ground.at(node.get("uri"))
        if span is None:  # what others call an event is what the item is about, not words in it
            return None
        return Event(kind=_EVENTS.get(words(node.get("literal")) or "", EventKind.OTHER), trigger=span, extent=span)


def _body(node: Node) -> Composed:
    """Return the text and blocks: those of the HTML on the plain text where the two say the same."""
    plain = html = None
    for it in [*_all(node, "bodies"), {"contentType": "text/html", "value": node.get("body_html")}]:
        value, kind = it.get("value"), words(it.get("contentType")) or "text/plain"
        if isinstance(value, str) and "html" in kind.lower():
            html = html or values.clean(value)
        elif isinstance(value, str) and "xml" not in kind.lower() and "nitf" not in kind.lower():
            plain = plain or values.clean(value)
    composed = compose(_html_body.read(html)) if html else None
    if plain and composed is not None and composed.ground.text:
        return aligned(composed, plain) or composed
    if composed is not None and composed.ground.text:
        return composed
    ground = Ground(plain or "")
    return Composed(ground, list(paragraphs(ground.text)), [], [])


def _addresses(node: Node) -> tuple[str | None, str | None]:
    """Return the canonical address and that of the page."""
    alternatives = {it.get("role"): words(it.get("value")) for it in _all(node, "altIds") if _hashable(it)}
    canonical, url, uri = alternatives.get("canonical"), alternatives.get("url"), words(node.get("uri"))
    if canonical is None and url is None and uri is not None and address(uri):
        canonical = uri
    return canonical, url


def _hashable(node: Node) -> bool:
    return isinstance(node.get("role"), str)


def _authors(node: Node) -> Iterator[Author]:
    found = [
        author
        for key in ("people", "organisations")
        for it in _all(node, key)
        if words(it.get("rel")) in _AUTHORS
        and (author := values.author(it.get("name"), url=it.get("uri"), organization=key == "organisations"))
    ]
    by = values.author(node.get("by", node.get("byline")))
    yield from found or ([] if by is None else [by])


def _publishers(node: Node) -> Iterator[Publisher]:
    for it in _all(node, "organisations"):
        name = words(it.get("name"))
        if it.get("rel") == "publisher" and name is not None:
            yield Publisher(name=name, url=words(it.get("uri")))
    holder = words(node.get("copyrightHolder", node.get("copyrightholder")))
    if holder is not None:
        yield Publisher(name=holder)


def _image(node: Node) -> Image | None:
    if node.get("type") not in ("picture", "graphic"):
        return None
    rendition = next(_all(node, "renditions"), mapping(None))
    texts = {it.get("role"): it.get("value") for it in _all(node, "descriptions") if _hashable(it)}
    return values.image(
        rendition.get("href") or node.get("uri"),
        caption=texts.get("caption") or next((text for role, text in texts.items() if role != "alt"), None),
        alt=texts.get("alt"),
        credit=node.get("by"),
        width=rendition.get("width"),
        height=rendition.get("height"),
    )
