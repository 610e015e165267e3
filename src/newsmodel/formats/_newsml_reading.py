"""A tree of NewsML-G2 as an article."""

import attrs

from newsmodel.errors import FormatError
from newsmodel.formats import _values as values
from newsmodel.formats._ground import Ground, paragraphs
from newsmodel.formats._hooks import shown
from newsmodel.formats._html_body import HTML
from newsmodel.formats._newsml_writing import EPOCH
from newsmodel.formats._nitf_reading import all_of, finished, first_of, read_date
from newsmodel.formats._nitf_reading import read_root as read_nitf
from newsmodel.formats._passages import Composed, compose
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._tree import Element, local, read_passages, words_of
from newsmodel.model import Article, Author, IssueCode, Publisher

__all__ = ["read_root"]

_ITEMS = ("newsitem", "contentset", "contentmeta")


def read_root(root: Element) -> Article:
    """
    Return the article of the first news item under an element.

    Raises:
        FormatError: There is none.
    """
    item = first_of(root, *_ITEMS)
    if item is None:
        raise FormatError(WHOLE, f"expected a news item of NewsML-G2, got {shown(local(root))}")
    nitf = first_of(item, "nitf")
    if nitf is not None:
        inner = read_nitf(nitf)
        ground = Ground(inner.text)
        described = _described(item, ground)
        return _filled(inner, described, ground)
    composed = _content(item)
    located = first_of(item, "located")
    place = None if located is None else words_of(first_of(located, "name"))
    return finished(composed, _described(item, composed.ground), place)


def _content(item: Element) -> Composed:
    """Return the text in an item: XHTML, or plain text."""
    inline = first_of(item, "inlinexml")
    if inline is not None and len(inline):
        composed = compose(read_passages(inline, HTML))
        if composed.ground.text:
            return composed
    for data in all_of(item, "inlinedata"):
        kind = data.get("contenttype") or "text/plain"
        if data.text and data.text.strip() and kind.startswith("text/") and data.get("encoding") is None:
            ground = Ground(data.text)
            return Composed(ground, list(paragraphs(data.text)), [], [])
    return Composed(Ground(""), [], [], [])


def _filled(inner: Article, described: Article, ground: Ground) -> Article:
    """Return the article of the content, with what the item says where the content says nothing."""
    empty = Article()
    fields = {
        field.name: getattr(described, field.name)
        for field in attrs.fields(Article)
        if getattr(inner, field.name) == getattr(empty, field.name) and field.name not in ("text", "blocks", "issues")
    }
    published = fields.get("published", inner.published)
    modified = fields.get("modified", inner.modified)
    if not values.ordered(published, modified):
        fields["modified"] = None
        ground.note(IssueCode.CONFLICTING_DATES, "contentModified before the date of the content; it was left out")
    return attrs.evolve(inner, **fields, issues=(*inner.issues, *ground.issues))


def _described(item: Element, ground: Ground) -> Article:
    meta, management = first_of(item, "contentmeta"), first_of(item, "itemmeta")
    created, changed = _first(meta, "contentcreated"), _first(meta, "contentmodified")
    if created is None and changed is None:
        created, changed = _first(management, "firstcreated"), _first(management, "versioncreated")
    published = read_date(ground, "contentCreated", created)
    modified = None if changed == EPOCH else read_date(ground, "contentModified", changed)
    if not values.ordered(published, modified):
        ground.note(IssueCode.CONFLICTING_DATES, "contentModified before contentCreated; it was left out")
        modified = None
    return Article(
        headline=_first(meta, "headline"),
        description=_first(meta, "description"),
        authors=() if meta is None else tuple(a for it in all_of(meta, "creator") if (a := _author(it))),
        publisher=_publisher(item),
        published=published,
        modified=modified,
        section=_section(meta),
        keywords=() if meta is None else tuple(w for it in all_of(meta, "keyword") if (w := words_of(it))),
        language=_language(item, meta),
        copyright=_first(first_of(item, "rightsinfo"), "copyrightnotice"),
    )


def _first(parent: Element | None, name: str) -> str | None:
    return None if parent is None else words_of(first_of(parent, name))


def _author(creator: Element) -> Author | None:
    organization = (creator.get("type") or "").endswith("organisation")
    return values.author(_first(creator, "name"), url=creator.get("uri"), organization=organization)


def _publisher(item: Element) -> Publisher | None:
    for party in (first_of(item, "provider"), first_of(item, "copyrightholder")):
        name = _first(party, "name")
        if name is not None and party is not None:
            return Publisher(name=name, url=values.words(party.get("uri")))
    return None


def _section(meta: Element | None) -> str | None:
    for subject in () if meta is None else all_of(meta, "subject"):
        if (subject.get("typeuri") or "").endswith("/articleSection"):
            return _first(subject, "name")
    return None


def _language(item: Element, meta: Element | None) -> str | None:
    tag = None if meta is None else first_of(meta, "language")
    declared = item.get("{http://www.w3.org/XML/1998/namespace}lang")
    return values.language(None if tag is None else tag.get("tag")) or values.language(declared)
