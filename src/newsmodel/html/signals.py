"""Everything a page says of itself, gathered in a few passes at the parser's speed and read by the name of a signal."""

import html
import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple, Protocol, TypeAlias, cast
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml import etree

from newsmodel import lexicon
from newsmodel.html.gathered import Gathered
from newsmodel.html.json_ld import Json, Node, items_of, nodes_of, read_blocks, types_of
from newsmodel.html.microdata import item_name, scope_types
from newsmodel.html.tree import Element
from newsmodel.model.page import Issue

__all__ = ["Candidate", "Signals", "holder_of", "parent_of", "plain", "squeeze", "strings", "text_of"]

_BODY_TEXT: Final = etree.XPath("string((/*/body | /*[not(body)])[1])", smart_strings=False)
_OPENING_OF: Final = etree.XPath("substring(., 1, 60)", smart_strings=False)
_QUOTES: Final = frozenset(('"', "'", "\\"))
_OF_EVERY_PAGE: Final = ("page", "")
_DUBLIN_CORE: Final = frozenset(("dc", "dcterms"))
"""The vocabularies whose terms are written with a dot or, as RDFa has them, a colon."""
_TAG: Final = re.compile(r"<[^<>]{1,300}>")
_INLINE_TAG: Final = re.compile(
    r"</?(?:a|b|em|i|mark|small|span|strong|su[bp]|u|wbr)(?:\s[^<>]{0,300})?>", re.IGNORECASE
)
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_UNSEEN: Final = frozenset(("script", "style", "template", "noscript", "svg", "rt", "rp"))
_RUBY: Final = frozenset(("ruby", "rb", "rt", "rp"))
"""Markup that tells how characters are spoken; `rt` says how the characters before it are spoken."""
_CLOSE: Final = frozenset(("a", "b", "i", "em"))
_RUNNING: Final = 80
"""A paragraph that begins with so many characters is running text."""
_MAX_VALUE: Final = 10_000
_MAX_TITLE: Final = 2000
_MAX_CLASSED: Final = 64
_MAX_VALUES: Final = 120
_MAX_NODES: Final = 80
"""How many elements of one are read for its text: an author's or a date's has few."""


_Ranked: TypeAlias = "tuple[int, tuple[str, str, str]]"


class Candidate(NamedTuple):
    """One thing a page says of a field: the signal's name, and its words."""

    source: str
    raw: str


def squeeze(text: str) -> str:
    """Return *text* with every run of white space as one space, none at the ends, and no invisible characters."""
    if not text.isascii() and _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def plain(value: str) -> str:
    """Return a metadata value as plain text: no markup, no character references, no lone surrogates."""
    if not value.isascii():
        value = value.encode("utf-8", "ignore").decode()
    for _ in range(2):  # values are often escaped twice
        if "&" in value:
            value = html.unescape(value)
    if "<" in value:
        value = _TAG.sub(" ", _INLINE_TAG.sub("", value))
    return squeeze(value)


def text_of(element: Element, limit: int = 1000) -> str:
    """Return the text under an element, squeezed; neighbouring words stay apart, and of a long text the end is cut."""
    if not len(element):
        return squeeze((element.text or "")[:_MAX_VALUE])
    parts: list[str] = []
    length = 0
    for _, node in zip(range(_MAX_NODES), element.iter(), strict=False):
        if node.tag not in _UNSEEN and isinstance(node.tag, str) and node.text:
            parts.append(node.text)
            length += len(node.text)
        if node is not element:
            tail = node.tail or ""
            parts.append(tail if node.tag in _RUBY or (tail and node.tag in _CLOSE) else " " + tail)
            length += len(parts[-1])
        if length > limit:
            break
    return squeeze("".join(parts)[:_MAX_VALUE])


@cache
def _fields() -> dict[tuple[str, str], list[tuple[str, _Ranked]]]:
    """Return the fields that each signal says something of, with its place in their order; see ``precedence.txt``."""
    fields: dict[tuple[str, str], list[tuple[str, _Ranked]]] = {_OF_EVERY_PAGE: []}
    for rank, (field, signal) in enumerate(lexicon.rows("web", "precedence")):
        kind, _, name = signal.partition(" ")
        key = _OF_EVERY_PAGE if kind == _OF_EVERY_PAGE[0] else (kind, name)
        fields.setdefault(key, []).append((field, (rank, (kind, name, signal))))
        vocabulary, dot, term = name.partition(".")
        if dot and vocabulary in _DUBLIN_CORE:
            name = f"{vocabulary}:{term}"
            fields.setdefault((kind, name), []).append((field, (rank, (kind, name, f"{kind} {name}"))))
    return fields


@cache
def _rels() -> frozenset[str]:
    """Return the kinds of links that say something of a field."""
    return frozenset(name for kind, name in _fields() if kind == "link")


@cache
def _properties() -> etree.XPath:
    """Return the path of the itemprops that say something of a field, or several things at once."""
    names = " ".join(["author", *(name for kind, name in _fields() if kind == "itemprop")])
    return etree.XPath(f"descendant::*/@itemprop[contains(' {names} ', concat(' ', ., ' ')) or contains(., ' ')]")


@cache
def _schema_ranks() -> dict[str, int]:
    return {name: int(rank) for name, rank in lexicon.rows("web", "schema_types")}


class _Placed(Protocol):
    """A string that lxml found, which knows the element it stands in."""

    is_tail: bool

    def getparent(self) -> Element | None: ...


def strings(path: etree.XPath, root: Element) -> list[str]:
    """Return the strings that an XPath finds."""
    return cast("list[str]", path(root))


def parent_of(found: str) -> Element | None:
    """Return the element that a string found by an XPath stands in."""
    return cast("_Placed", found).getparent()


def holder_of(found: str) -> Element | None:
    """Return the element that a text found by an XPath is directly in."""
    placed = cast("_Placed", found)
    parent = placed.getparent()
    return parent.getparent() if placed.is_tail and parent is not None else parent


class Signals:
    """What the metadata of one page is read from."""

    def __init__(self, page: Gathered, url: str | None) -> None:
        self.page: Gathered = page
        self.root: Element = page.root
        self.url: str | None = url
        self.metas: dict[str, list[str]] = {}
        self._by_property: dict[str, str] = {}
        """The source of what `metas` holds by the itemprop of a meta element."""
        self.links: dict[str, list[str]] = {}
        self.titles: list[str] = []
        self.headings: list[Element] = page.of("h1")
        self.times: list[Element] = page.of("time")
        self.abbrs: list[Element] = page.of("abbr")
        self.issues: list[Issue] = []
        self._read_head()
        values, issues = read_blocks(_blocks(page.of("script")))
        self.issues.extend(issues)
        self.nodes: list[Node] = list(nodes_of(values))
        self._by_id: dict[str, Node] = _index(self.nodes)
        self.address: SplitResult | None = _address(self._meta_address() or url)
        self.articles: list[Node] = self._articles()
        self._keys: set[str] = {key for node in self.articles for key in node}
        self._properties: dict[str, list[Element]] | None = None
        self._present: dict[str, list[tuple[str, str, str]]] | None = None

    def _read_head(self) -> None:
        for element in self.page.of("meta"):
            self._meta(element)
        wanted = _rels()
        for element in self.page.of("link"):
            rel = element.get("rel", "").lower().strip()
            for kind in wanted.intersection(rel.split()) if " " in rel else (rel,):
                if kind in wanted and (href := element.get("href")):
                    self.links.setdefault(kind, []).append(href)
        for element in self.page.of("title"):
            if (text := element.text) and (parent := element.getparent()) is not None and parent.tag != "svg":
                self.titles.append(text[:_MAX_TITLE])

    def _meta(self, element: Element) -> None:
        content = element.get("content")
        if not content:
            return
        keys = element.get("name"), element.get("property")
        if keys == (None, None):
            keys = element.get("itemprop"), element.get("http-equiv")
            if keys[0]:
                self._by_property.setdefault(keys[0].lower(), f"itemprop {keys[0]}")
        for name in keys:
            if name:
                values = self.metas.setdefault(name.lower(), [])
                if len(values) < _MAX_CLASSED:
                    values.append(content[:_MAX_VALUE])

    def _meta_address(self) -> str | None:
        given = self.links.get("canonical") or self.metas.get("og:url")
        return given[0] if given else None

    def _articles(self) -> list[Node]:
        """Return the JSON-LD nodes that are the page's article, best first."""
        kinds = _schema_ranks()
        ranked: list[tuple[int, int, Node]] = []
        entries = {id(entry) for node in self.nodes for entry in items_of(node.get("liveBlogUpdate"))}
        for place, node in enumerate(self.nodes):
            if id(node) in entries:
                continue
            rank = min((kinds[t] for t in types_of(node) if t in kinds), default=None)
            if rank is not None:
                ranked.append((rank, place, node))
        if len(ranked) > 1:
            ranked = [(rank + self._elsewhere(node), place, node) for rank, place, node in ranked[:_MAX_CLASSED]]
            ranked.sort(key=lambda entry: entry[:2])
        return [node for _, _, node in ranked]

    def _elsewhere(self, node: Node) -> int:
        """Return a penalty for a node that says it is another page."""
        if self.address is None:
            return 0
        said = [node.get("url"), node.get("mainEntityOfPage"), node.get("@id")]
        addresses = [_address(self.absolute(a)) for a in map(_link, said) if a]
        paths = [
            (a.netloc.removeprefix("www."), a.path.rstrip("/"))
            for a in addresses
            if a is not None and a.path.strip("/")
        ]
        own = (self.address.netloc.removeprefix("www."), self.address.path.rstrip("/"))
        if not paths:
            return 1
        return 0 if own in paths else 2

    def resolve(self, value: Json) -> Json:
        """Return the node that a reference such as ``{"@id": ...}`` stands for, or the value itself."""
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return cast("Json", self._by_id.get(cast("str", value["@id"]), value))
        return value

    def json_ld(self, key: str) -> list[Json]:
        """Return what the page's article nodes say under *key*, the best node's only, references resolved."""
        for node in self.articles:
            values = [self.resolve(v) for v in items_of(node.get(key))[:_MAX_VALUES]]
            if values:
                return values
        return []

    def properties(self, name: str) -> list[Element]:
        """Return the elements with an itemprop, those of other items than the article left out."""
        elements = self._itemprops().get(name, ())[:_MAX_CLASSED]
        return [e for e in elements if _of_article(scope_types(e)) and "articleBody" not in e.get("itemprop", "")]

    def _itemprops(self) -> dict[str, list[Element]]:
        if self._properties is None:
            self._properties = {}
            placed = [(value, parent_of(value)) for value in strings(_properties(), self.root)]
            for name, element in [(name, e) for value, e in placed if e is not None for name in value.split()]:
                self._properties.setdefault(name, []).append(element)
        return self._properties

    def shows(self, words: Iterable[str]) -> bool:
        """Tell whether the page's text holds one of these words, as it is, with a capital alone or in capitals."""
        text = cast("str", _BODY_TEXT(self.root))  # with that of its scripts, where names end with a quotation mark
        return any(_holds(text, form) for word in words for form in (word, word.capitalize(), word.upper()))

    def has_text(self) -> bool:
        """Tell whether the page has running text, or is filled by scripts."""
        return any(len(p.text or "") > _RUNNING for p in self.root.iter("p"))

    def candidates(self, field: str) -> list[Candidate]:
        """Return all that the page says of a field, by precedence; values of objects are their names."""
        return [c for kind, name, source in self.present(field) for c in self.by_name(kind, name, source)]

    def present(self, field: str) -> list[tuple[str, str, str]]:
        """Return the signals of a field that the page has, by precedence, and the parts of the page itself."""
        if self._present is None:
            self._present = self._fields_present()
        return self._present.get(field, [])

    def _fields_present(self) -> dict[str, list[tuple[str, str, str]]]:
        """Return the signals that the page has, field by field: each name it uses is looked up once."""
        found: dict[str, list[_Ranked]] = {}
        fields = _fields()
        given = (("meta", self.metas), ("json-ld", self._keys), ("itemprop", self._itemprops()), ("link", self.links))
        for kind, names in given:
            for name in names:
                for field, ranked in fields.get((kind, name), ()):
                    found.setdefault(field, []).append(ranked)
        for field, ranked in fields[_OF_EVERY_PAGE]:
            found.setdefault(field, []).append(ranked)
        return {field: [signal for _, signal in sorted(signals)] for field, signals in found.items()}

    def by_name(self, kind: str, name: str, source: str) -> list[Candidate]:
        """Return what one signal says: ``json-ld``, ``meta``, ``itemprop`` or ``link`` and a name."""
        raws: Iterable[str]
        if kind == "meta":
            raws = self.metas.get(name, ())
            source = self._by_property.get(name, source)
        elif kind == "json-ld":
            raws = map(_words, self.json_ld(name))
        elif kind == "itemprop":
            raws = map(item_name, self.properties(name))
        else:
            raws = self.links.get(name, ())
        return [Candidate(source, raw) for raw in raws if raw and not raw.isspace()]

    def absolute(self, link: str) -> str:
        """Return an address made absolute by the page's own, where that is known."""
        link = link.strip()
        if link.startswith(("https://", "http://")):
            return link
        try:
            return urljoin(self.url or "", link)
        except ValueError:
            return link


def _blocks(scripts: list[Element]) -> list[str]:
    """Return the JSON-LD of a page; where none says that it is, it is told by what stands in its first characters."""
    blocks: list[str] = []
    untyped: list[Element] = []
    for script in scripts:
        kind = script.get("type")
        if kind and "ld+json" in kind.lower() and (text := script.text):
            blocks.append(text)
        elif kind is None and script.get("src") is None:
            untyped.append(script)
    return blocks or [s.text or "" for s in untyped if "@context" in cast("str", _OPENING_OF(s))]


def _holds(text: str, word: str) -> bool:
    """Tell whether a text holds a word that is not the end of a quoted string."""
    at = text.find(word)
    while at >= 0:
        at += len(word)
        if text[at : at + 1] not in _QUOTES:
            return True
        at = text.find(word, at)
    return False


def _index(nodes: list[Node]) -> dict[str, Node]:
    """Return the fullest node of each id."""
    by_id: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, ())):
            by_id[name] = node
    return by_id


def _address(url: str | None) -> SplitResult | None:
    try:
        return urlsplit(url.strip()) if url else None
    except ValueError:
        return None


def _link(value: Json) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


def _words(value: Json) -> str:
    """Return what a JSON-LD value says in words: itself, or the name or address of the object."""
    if isinstance(value, dict):
        for key in ("name", "url", "@id", "@value", "contentUrl"):
            inner = value.get(key)
            inner = inner[0] if isinstance(inner, list) and inner else inner
            if isinstance(inner, str) and inner:
                return inner
        return ""
    return value if isinstance(value, str) else "" if value is None or isinstance(value, list | bool) else str(value)


def _of_article(types: tuple[str, ...]) -> bool:
    """Tell whether an item of these types may be the page's article: an article, a page, or no item at all."""
    return not types or any(t in _schema_ranks() for t in types)
