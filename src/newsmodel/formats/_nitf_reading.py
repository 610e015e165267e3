"""A tree of NITF as an article."""

import datetime as dt
import re
from collections.abc import Iterator

from newsmodel.errors import FormatError
from newsmodel.formats import _values as values
from newsmodel.formats._dateline import dateline_of
from newsmodel.formats._ground import Ground
from newsmodel.formats._hooks import shown
from newsmodel.formats._passages import Composed, Mark, Passage, compose, fold
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._tree import Element, Grammar, local, read_passages, words_of
from newsmodel.formats._values import words
from newsmodel.model import Article, Author, BlockKind, Image, IssueCode, Publisher, QuoteKind

__all__ = ["all_of", "find_nitf", "finished", "first_of", "read_date", "read_root"]

_PLACES = "body.content block p dl dt dd ol ul nitf-table"
_SKIPPED = (
    "media note fn hr caption tobject key-list classifier byline dateline copyrite abstract datasource credit head"
    " body.head body.end"
)
_NUMBERED = re.compile(r"part-(\d{1,6})")
_LEVEL = re.compile(r"level-(\d{1,9})")
_QUOTES = {kind.value: kind for kind in QuoteKind}
# What "by" is in the languages of agencies, at the start of a byline.
_BY = re.compile(r"(?:by|von|par|por|di|av|af|door)\s+", re.IGNORECASE)


def _mark(node: Element) -> Mark | None:
    name, classes = local(node), (node.get("class") or "").split()
    if name == "a":
        href = fold(node.get("href") or "")
        return Mark(0, 0, "link", href) if href else None
    if name != "q":
        return None
    number = next((int(match[1]) for it in classes if (match := _NUMBERED.fullmatch(it))), 0)
    kind = next((_QUOTES[it] for it in classes if it in _QUOTES), None)
    return Mark(0, 0, "quote", fold(node.get("quote-source") or "") or None, number, kind)


def _level(node: Element) -> int | None:
    match = _LEVEL.search(node.get("class") or "")
    return int(match[1]) or None if match else None


NITF = Grammar(
    blocks={
        **dict.fromkeys(_PLACES.split()),
        "hl1": BlockKind.HEADING,
        "hl2": BlockKind.HEADING,
        "li": BlockKind.LIST_ITEM,
        "bq": BlockKind.BLOCKQUOTE,
        "pre": BlockKind.PREFORMATTED,
    },
    level=_level,
    skipped=frozenset(_SKIPPED.split()),
    mark=_mark,
)
"""What the elements of NITF mean in the body of an article."""


def find_nitf(root: Element) -> Element:
    """
    Return the first ``nitf`` element of a document.

    Raises:
        FormatError: There is none.
    """
    found = next((node for node in root.iter() if local(node) == "nitf"), None)
    if found is None:
        raise FormatError(WHOLE, f"expected an element nitf, got {shown(local(root))}")
    return found


def all_of(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name, whatever their namespace; of those inside of one another the outermost."""
    last: Element | None = None
    for node in root.iter():
        if local(node) == name and (last is None or all(holder is not last for holder in node.iterancestors())):
            yield node
            last = node


def first_of(root: Element, *names: str) -> Element | None:
    """Return the first element of one of the names, tried in turn."""
    return next((node for name in names for node in all_of(root, name)), None)


def read_passages_of(root: Element) -> list[Passage]:
    """Return the passages of the body."""
    bodies = list(all_of(root, "body.content"))
    return [passage for body in bodies for passage in read_passages(body, NITF)]


def read_root(root: Element) -> Article:
    """Return the article of a ``nitf`` element."""
    composed = compose(read_passages_of(root), spoken=True)
    ground = composed.ground
    dateline = first_of(root, "dateline")
    place = None if dateline is None else words_of(first_of(dateline, "location"))
    described = _described(root, ground)
    return finished(composed, described, place)


def finished(composed: Composed, described: Article, place: str | None) -> Article:
    """Return the article described, with what was read of its body."""
    ground = composed.ground
    dateline = dateline_of(ground, place)
    return ground.article(described, composed.blocks, links=composed.links, dateline=dateline, quotes=composed.quotes)


def _described(root: Element, ground: Ground) -> Article:
    metas = {node.get("name"): words(node.get("content")) for node in reversed(list(all_of(root, "meta")))}
    issue = first_of(root, "date.issue", "date.release", "story.date")
    published = read_date(ground, "date.issue", None if issue is None else issue.get("norm"))
    modified = read_date(ground, "meta modified", metas.get("modified"))
    if not values.ordered(published, modified):
        ground.note(IssueCode.CONFLICTING_DATES, "modified before date.issue; it was left out")
        modified = None
    pubdata = first_of(root, "pubdata")
    return Article(
        headline=words_of(first_of(root, "hl1", "title")),
        canonical_url=metas.get("canonical"),
        url=metas.get("url"),
        description=words_of(first_of(root, "abstract")),
        authors=tuple(_authors(root)),
        publisher=_publisher(root, pubdata),
        published=published,
        modified=modified,
        section=None if pubdata is None else words(pubdata.get("position.section")),
        keywords=tuple(word for it in all_of(root, "keyword") if (word := words(it.get("key")))),
        language=values.language(root.get("baselang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")),
        is_accessible_for_free=values.truth(metas.get("accessible-for-free")),
        copyright=words_of(first_of(root, "rights")),
        images=tuple(image for node in all_of(root, "media") if (image := _image(node))),
    )


def read_date(ground: Ground, name: str, value: str | None) -> dt.date | None:
    """Return a date; what is none is noted on *ground*."""
    found = values.day_or_moment(value)
    if found is None and words(value):
        ground.note(IssueCode.BAD_VALUE, f"{name}: expected a date of ISO 8601, got {shown(value)}")
    return found


def _authors(root: Element) -> Iterator[Author]:
    for byline in all_of(root, "byline"):
        url = first_of(byline, "virtloc")
        address = None if url is None else url.get("value")
        persons = [words_of(node) for node in all_of(byline, "person")]
        organizations = [words_of(node) for node in all_of(byline, "org")]
        if not persons and not organizations:
            said = _BY.sub("", fold(byline.text or ""), count=1).rstrip(", ")
            persons, organizations = [said], [words_of(first_of(byline, "byttl")) if not said else None]
        found = [values.author(name, url=address) for name in persons]
        found += [values.author(name, url=address, organization=True) for name in organizations]
        yield from filter(None, found)


def _publisher(root: Element, pubdata: Element | None) -> Publisher | None:
    holder = first_of(root, "doc.copyright")
    name = None if pubdata is None else words(pubdata.get("name"))
    if name is not None and pubdata is not None:
        return Publisher(name=name, url=words(pubdata.get("ex-ref")))
    name = (None if holder is None else words(holder.get("holder"))) or words_of(first_of(root, "distributor"))
    return None if name is None else Publisher(name=name)


def _image(media: Element) -> Image | None:
    if media.get("media-type") not in ("image", "photo", "graphic", None):
        return None
    reference = first_of(media, "media-reference")
    if reference is None:
        return None
    get = reference.get
    return values.image(
        get("source"),
        caption=words_of(first_of(media, "media-caption")),
        alt=get("alternate-text"),
        credit=get("source-credit") or words_of(first_of(media, "media-producer")),
        width=get("width"),
        height=get("height"),
    )
