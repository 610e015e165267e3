"""An article as a tree of TEI P5."""

from collections.abc import Sequence

from lxml import etree

from newsmodel.formats._passages import Mark, Passage, passages_of
from newsmodel.formats._tree import Element, add_inline, add_list_item, element
from newsmodel.formats._values import number, words
from newsmodel.model import Article, AuthorKind, BlockKind, Event, Quote, QuoteKind, Speaker, SpeakerKind
from newsmodel.model.events import day_of

__all__ = ["write_root"]

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DIRECT = {QuoteKind.DIRECT: "true", QuoteKind.INDIRECT: "false", QuoteKind.MIXED: "unknown"}
_ORGANIZATIONS = (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP)


def write_root(article: Article) -> Element:
    """Return the ``TEI`` element of *article*."""
    root = etree.Element("TEI", nsmap={None: _NAMESPACE})
    _header(element(root, "teiHeader"), article)
    if article.events:
        _events(element(root, "standOff"), article)
    text = element(root, "text")
    if article.language is not None:
        text.set(_LANG, article.language)
    _Body(article).write(element(text, "body"))
    for node in root.iter():
        node.tag = f"{{{_NAMESPACE}}}{etree.QName(node).localname}"
    return root


# -- the header --------------------------------------------------------------------------------------------------


def _header(header: Element, article: Article) -> None:
    file = element(header, "fileDesc")
    titles = element(file, "titleStmt")
    element(titles, "title", words(article.headline) or "")
    for author in article.authors:
        kind = "orgName" if author.kind is AuthorKind.ORGANIZATION else "persName"
        element(element(titles, "author"), kind, words(author.name), ref=words(author.url))
    element(element(file, "publicationStmt"), "p", words(article.copyright) or "")
    _source(element(element(file, "sourceDesc"), "bibl"), article)
    profile = element(header, "profileDesc")
    if words(article.description):
        element(element(profile, "abstract"), "p", words(article.description))
    if article.language is not None:
        element(element(profile, "langUsage"), "language", ident=article.language)
    terms = [("section", article.section), *(("keyword", keyword) for keyword in article.keywords)]
    if any(words(term) for _, term in terms):
        keywords = element(element(profile, "textClass"), "keywords")
        for kind, term in terms:
            if words(term):
                element(keywords, "term", words(term), type=kind)
    if article.speakers:
        _speakers(element(profile, "particDesc"), article.speakers)
    if article.modified is not None:
        element(element(header, "revisionDesc"), "change", "modified", when=article.modified.isoformat())


def _source(source: Element, article: Article) -> None:
    if words(article.headline):
        element(source, "title", words(article.headline))
    if article.publisher is not None:
        element(source, "publisher", words(article.publisher.name))
    if article.published is not None:
        day = day_of(article.published).isoformat()
        element(source, "date", day, when=article.published.isoformat())
    publisher = None if article.publisher is None else article.publisher.url
    for kind, url in (("canonical", article.canonical_url), ("url", article.url), ("publisher", publisher)):
        if words(url):
            element(source, "idno", words(url), type=kind)


def _speakers(described: Element, speakers: Sequence[Speaker]) -> None:
    lists: dict[str, Element] = {}
    for i, speaker in enumerate(speakers, 1):
        kind = "org" if speaker.kind in _ORGANIZATIONS else "person"
        if kind not in lists:
            lists[kind] = element(described, "listOrg" if kind == "org" else "listPerson")
        node = element(lists[kind], kind, type=speaker.kind) if kind == "org" else element(lists[kind], kind)
        node.set(_ID, f"s{i}")
        name = element(node, "orgName" if kind == "org" else "persName", words(speaker.name))
        if kind == "org":
            continue
        name.set("type", speaker.kind)
        if words(speaker.honorific):
            element(element(node, "persName"), "roleName", words(speaker.honorific), type="honorific")
        if words(speaker.role):
            element(node, "occupation", words(speaker.role))
        if words(speaker.affiliation):
            element(node, "affiliation", words(speaker.affiliation))


def _events(standoff: Element, article: Article) -> None:
    events = element(standoff, "listEvent")
    for i, event in enumerate(article.events, 1):
        node = element(events, "event", type=event.kind, when=_when(event))
        node.set(_ID, f"e{i}")
        element(node, "label", event.trigger.of(article.text))
        told = element(node, "note", event.extent.of(article.text), type="extent")
        if event.place is not None:
            element(told, "placeName", words(event.place.name))


def _when(event: Event) -> str | None:
    start = None if event.time is None else event.time.start
    return None if start is None else start.isoformat()


# -- the text ----------------------------------------------------------------------------------------------------


class _Body:
    """The writing of the text: the division at hand, and the parts of quotes written so far."""

    def __init__(self, article: Article) -> None:
        ids = {speaker: f"#s{i}" for i, speaker in enumerate(article.speakers, 1)}

        def who(quote: Quote) -> str | None:
            return None if quote.speaker is None else ids[quote.speaker]

        self.passages: list[Passage] = passages_of(article, who=who)
        self._last: dict[int, tuple[Element, int]] = {}

    def write(self, body: Element) -> None:
        """Write all passages; a heading begins a division, and every division holds something."""
        here, lists = body, list[Element]()
        for passage in self.passages:
            if passage.kind is not BlockKind.LIST_ITEM:
                lists.clear()
            if passage.kind is BlockKind.HEADING:
                if here is not body and len(here) == 1:
                    element(here, "p")
                level = number(passage.level)
                here = element(body, "div", n=str(level) if level else None)
                add_inline(element(here, "head"), passage, self._inline)
            elif passage.kind is BlockKind.LIST_ITEM:
                add_inline(add_list_item(here, passage, lists, ("list", "item")), passage, self._inline)
            else:
                self._block(here, passage)
        if not len(here) or (here is not body and len(here) == 1):
            element(here, "p")

    def _block(self, here: Element, passage: Passage) -> None:
        if passage.kind is BlockKind.TABLE:
            rows = element(here, "list", type="table")
            for row in passage.text.split("\n"):
                cells = element(element(rows, "item"), "list", type="row")
                for cell in row.split("\t"):
                    element(cells, "item", cell)
        elif passage.kind is BlockKind.PREFORMATTED:
            element(here, "ab", type="preformatted").text = passage.text
        else:
            quotation = passage.kind is BlockKind.BLOCKQUOTE
            add_inline(element(element(here, "quote") if quotation else here, "p"), passage, self._inline)

    def _inline(self, parent: Element, mark: Mark) -> Element:
        if mark.what == "link":
            return element(parent, "ref", target=mark.value)
        node = element(parent, "said", who=mark.value, direct=_DIRECT[mark.kind or QuoteKind.DIRECT])
        if mark.number:
            before, part = self._last.get(mark.number, (None, 0))
            key = f"q{mark.number}.{part + 1}"
            node.set(_ID, key)
            if before is not None:
                before.set("next", f"#{key}")
                node.set("prev", f"#q{mark.number}.{part}")
            self._last[mark.number] = node, part + 1
        return node
