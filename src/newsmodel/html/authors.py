"""Who wrote it: the authors that the strongest signal names, people before organisations."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from newsmodel import lexicon
from newsmodel.html.class_parts import says
from newsmodel.html.json_ld import Json, Node, items_of, types_of
from newsmodel.html.mail import name_beside_mail
from newsmodel.html.microdata import item_name
from newsmodel.html.names import (
    is_organization,
    is_plain_name,
    name_and_post,
    name_beside_day,
    names_in_element,
    names_in_line,
    names_in_value,
)
from newsmodel.html.organizations import is_desk, names_organization
from newsmodel.html.signals import Candidate, Signals, plain, text_of
from newsmodel.html.text import key_of
from newsmodel.html.tree import Element
from newsmodel.html.vicinity import Line, Surroundings, lines_in
from newsmodel.model.kinds import AuthorKind
from newsmodel.model.page import Author

__all__ = ["Byline", "bylines", "choose_byline"]

_DECLARED: Final = "json-ld author"

_HCARD: Final = re.compile(r"(?:^|\s)(?:vcard|fn|author)(?:\s|$)")
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\w+")
_SHORT: Final = 80
_MAX_TEXT: Final = 200
_MOST_SPACES: Final = 3
"""What is marked as a name and has more words has the form of one, or says something else, too."""
_MAX_AUTHORS: Final = 100


@attrs.frozen
class Byline:
    """The authors that one signal names."""

    authors: tuple[Author, ...]
    candidate: Candidate
    shown: bool = True
    """Whether readers are told of them too; False only for people whom the page surely would show."""

    @property
    def people(self) -> bool:
        """Whether any of them is a person."""
        return any(map(_is_person, self.authors))


def bylines(signals: Signals, outlets: frozenset[str], place: Surroundings) -> list[Byline]:
    """
    Return what the signals say of the authors, the strongest first; a signal that names nobody is left out.

    The page's text is looked at only where nothing machine-readable names a person.
    """
    sections = {key_of(plain(c.raw)) for c in signals.candidates("section")}
    found = _named(_structured(signals, outlets), sections)
    if found and found[0].candidate.source == _DECLARED and not _is_shown(found[0], signals):
        unseen = {author.name for author in found[0].authors}
        found = [attrs.evolve(b, shown=not unseen.issuperset(a.name for a in b.authors)) for b in found]
    readers = (_microdata, _from_lines, _by_rel, _by_class)
    for read in readers:
        if any(byline.people and byline.shown for byline in found):
            break
        found.extend(_named(read(signals, outlets, place), sections))
    return found


def _named(said: Sequence[Byline], sections: set[str]) -> list[Byline]:
    """Return the bylines that name somebody; one word that is the page's section, too, is nobody."""
    named: list[Byline] = []
    for byline in said:
        authors = tuple(a for a in byline.authors if " " in a.name or key_of(a.name) not in sections)
        if authors:
            named.append(byline if len(authors) == len(byline.authors) else attrs.evolve(byline, authors=authors))
    return named


def choose_byline(said: Sequence[Byline]) -> Byline | None:
    """Return the strongest signal that names a person; where none does, the strongest that names an organisation."""
    shown = [byline for byline in said if byline.shown]
    return next((byline for byline in shown if byline.people), None) or next(iter(shown), None)


def _is_shown(byline: Byline, signals: Signals) -> bool:
    """
    Tell whether the page shows an author that JSON-LD declares, or has no text of its own that could.

    Systems declare the account that posted an article as its author, whether anybody wrote under that name or not.
    """
    if not byline.people:
        return True
    last_words = [words[-1] for author in byline.authors if (words := _WORD.findall(author.name))]
    return not signals.has_text() or not last_words or signals.shows(last_words)


def _byline(source: str, raw: str, names: Sequence[tuple[str, str | None, bool]], outlets: frozenset[str]) -> Byline:
    """Return the authors of these names, addresses and signs of being an organisation, each name once."""
    authors: dict[str, Author] = {}
    for name, url, organization in names:
        kind = organization or is_organization(name, outlets)
        author = Author(name=name, url=url, kind=AuthorKind.ORGANIZATION if kind else AuthorKind.PERSON)
        authors.setdefault(key_of(name), author)
    if any(map(_is_person, authors.values())):  # who wrote it is not the outlet then
        authors = {key: author for key, author in authors.items() if key not in outlets or _is_person(author)}
    return Byline(tuple(authors.values()), Candidate(source, raw))


def _is_person(author: Author) -> bool:
    return author.kind is AuthorKind.PERSON


def _structured(signals: Signals, outlets: frozenset[str]) -> list[Byline]:
    """Return the bylines of JSON-LD and of meta elements, the values of one signal together."""
    found: list[Byline] = []
    values = signals.json_ld("author") or signals.json_ld("creator")
    if values:
        found.append(_json_ld(signals, values, outlets))
    for kind, name, source in signals.present("authors"):
        if kind != "meta" or (source == "meta twitter:data1" and not _labelled(signals)):
            continue
        candidates = signals.by_name(kind, name, source)
        raws = [plain(candidate.raw) for candidate in candidates]
        names = [(n, None, False) for raw in raws for n in _names_in_meta(raw, outlets, several=len(raws) > 1)]
        byline = _byline(candidates[0].source if candidates else source, "; ".join(raws), names, outlets)
        if any(_may_have_written(author) for author in byline.authors):
            found.append(byline)
    return found


def _names_in_meta(raw: str, outlets: frozenset[str], *, several: bool) -> list[str]:
    """Return the names in a meta element; the outlet and its place are one, whatever joins its words."""
    first, comma, _ = raw.partition(",")
    return [first] if comma and key_of(first) in outlets else names_in_value(raw, several=several)


def _may_have_written(author: Author) -> bool:
    """Tell an author from the maker of the site, whom ``meta author`` often names: a company, or one word, its name."""
    if author.kind is AuthorKind.PERSON or is_desk(author.name):
        return True
    return " " in author.name and not is_organization(author.name)


def _labelled(signals: Signals) -> bool:
    """Tell whether ``twitter:data1`` is the author: its label says so, in some language."""
    bylines_begin = lexicon.words("web", "bylines")
    return any(label.strip().lower() in bylines_begin for label in signals.metas.get("twitter:label1", ()))


def _json_ld(signals: Signals, values: list[Json], outlets: frozenset[str]) -> Byline:
    names: list[tuple[str, str | None, bool]] = []
    raws: list[str] = []
    flat = [signals.resolve(inner) for value in values[:_MAX_AUTHORS] for inner in items_of(value)][:_MAX_AUTHORS]
    for value in flat:
        url: str | None = None
        organization = False
        given: list[Json] = [value]
        if isinstance(value, dict):
            given = items_of(value.get("name")) or _given_and_family(value)
            link = value.get("url")
            url = signals.absolute(link) if isinstance(link, str) and link.strip() else None
            organization = any("Organization" in t or t == "Corporation" for t in types_of(value))
        for name in given:
            if isinstance(name, str) and name.strip():
                raws.append(name)
                several = len(flat) > 1 or len(given) > 1
                names.extend((n, url, organization) for n in names_in_value(plain(name), several=several))
    return _byline("json-ld author", "; ".join(raws), names, outlets)


def _given_and_family(person: Node) -> list[Json]:
    """Return the name of a person whose names are declared one by one."""
    parts = [person.get("givenName"), person.get("familyName")]
    return [" ".join(part for part in parts if isinstance(part, str))]


def _microdata(signals: Signals, outlets: frozenset[str], place: Surroundings) -> list[Byline]:
    elements = [e for e in signals.properties("author") if e.tag != "meta" and not place.is_elsewhere(e)]
    raws = [raw for e in elements if (raw := plain(item_name(e)))]
    names = [(n, None, False) for raw in raws for n in names_in_value(raw)]
    byline = _byline("itemprop author", "; ".join(raws), names, outlets)
    return [byline] if any(map(_may_have_written, byline.authors)) else []


def _from_lines(signals: Signals, outlets: frozenset[str], place: Surroundings) -> list[Byline]:
    """Return the bylines of the lines near the headline, those with "By" or its like only."""
    found: list[Byline] = []
    nearer: dict[bool, Line] = {}
    for line in place.lines:
        beside = nearer.get(line.before)
        nearer[line.before] = line
        if len(line.text) > _MAX_TEXT or place.is_elsewhere(line.element):
            continue
        dated = bool(_DIGIT.search(line.text))
        names = names_in_line(line.text, anywhere=dated)
        if not names and not line.late:
            below = line.text if beside is not None and not line.before else ""
            names = name_and_post(line.text) or (name_and_post(beside.text, below) if beside and below else [])
        if not names and not line.late:
            names = name_beside_mail(line.text) or (name_beside_mail(beside.text, line.text) if beside else [])
        if not names and dated and not line.late and len(line.text) <= _SHORT:
            names = name_beside_day(line.text)
        if not names and beside is not None and not line.late and dated != bool(_DIGIT.search(beside.text)):
            names = [n for n in _name_by_day(beside.text, line.text) if not any(n in t for t in signals.titles)]
        if names:
            found.append(_byline("byline", line.text, [(n, None, False) for n in names], outlets))
    return found


def _name_by_day(one: str, other: str) -> list[str]:
    """Return the name that is one of two lines, of which the other is a day."""
    return name_beside_day(f"{one} | {other}") if len(one) + len(other) <= _SHORT else []


def _by_rel(signals: Signals, outlets: frozenset[str], place: Surroundings) -> list[Byline]:
    """Return the authors of the first links with ``rel="author"`` that stand together."""
    first: Element | None = None
    names: list[tuple[str, str | None, bool]] = []
    raws: list[str] = []
    for link in place.author_links:
        if place.is_elsewhere(link):
            continue
        found = names_in_value(text_of(link, _MAX_TEXT))
        if not found:
            continue
        parent = link.getparent()
        if (
            first is not None
            and parent is not first
            and (parent is None or parent.getparent() is not first.getparent())
        ):
            break
        first = parent
        raws.append(text_of(link, _MAX_TEXT))
        href = link.get("href")
        names.extend((n, signals.absolute(href) if href else None, False) for n in found)
    return [_byline("rel author", "; ".join(raws), names, outlets)]


def _by_class(_: Signals, outlets: frozenset[str], place: Surroundings) -> list[Byline]:
    """Return the authors of the first element whose class names an author, with its like beside it."""
    first: tuple[str, Element | None] | None = None
    names: list[tuple[str, str | None, bool]] = []
    raws: list[str] = []
    for classes, element in place.classed:
        if not says(classes, "author") or says(classes, "not-author") or element.tag in ("body", "article"):
            continue
        kin = (classes, _grandparent(element))
        if first is not None and kin != first:
            continue
        text = text_of(element, _MAX_TEXT + 100)
        if not 2 < len(text) <= _MAX_TEXT or place.is_elsewhere(element):
            continue
        found = names_in_value(text) if _HCARD.search(classes) and text.count(" ") < _MOST_SPACES else []
        found = found or _linked_names(element) or _names_in_lines(element) or names_in_element(text)
        if found:
            first = kin
            raws.append(text)
            names.extend((n, None, False) for n in found)
    return [_byline("author class", "; ".join(raws), names, outlets)]


def _names_in_lines(element: Element) -> list[str]:
    """Return the names in an element of several lines: those of the first that gives any, and of lines like it."""
    names: list[str] = []
    lines = lines_in(element)
    for line in lines if len(lines) > 1 else ():
        if not names:
            names = [name for name in names_in_element(line) if is_plain_name(name) or is_desk(name)]
        elif is_plain_name(line) and not names_organization(line):
            names.append(line)
        else:
            break
    return names


def _linked_names(element: Element) -> list[str]:
    """Return the names that are links in an element of authors: what stands beside them is their place or role."""
    links = [text_of(link, _MAX_TEXT) for _, link in zip(range(_MAX_AUTHORS), element.iter("a"), strict=False)]
    return links if links and all(map(is_plain_name, links)) else []


def _grandparent(element: Element) -> Element | None:
    parent = element.getparent()
    return parent.getparent() if parent is not None else None
