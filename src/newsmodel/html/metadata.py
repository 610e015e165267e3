"""What the page says of the article, each field decided by precedence and agreement."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

import attrs

from newsmodel import lexicon
from newsmodel.html.authors import Byline, bylines, choose_byline
from newsmodel.html.breadcrumbs import sections_of_trail
from newsmodel.html.dates import order_of
from newsmodel.html.declared_images import declared_images
from newsmodel.html.gathered import Gathered
from newsmodel.html.json_ld import types_of
from newsmodel.html.languages import declared_languages, language_tag
from newsmodel.html.live_updates import live_updates
from newsmodel.html.published import choose_dates
from newsmodel.html.signals import Candidate, Signals, plain
from newsmodel.html.text import key_of
from newsmodel.html.titles import Headline, choose_headline, names_of_site, outlet_of
from newsmodel.html.vicinity import Surroundings
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Author, Image, Issue, Provenance, Publisher
from newsmodel.model.unchecked import unchecked_provenance

__all__ = ["Metadata", "read_metadata"]

_LISTED: Final = re.compile("[,;、，；]")
_YEAR: Final = re.compile(r"[12]\d{3}", re.ASCII)
_FEW: Final = 2
"""A value of more parts is a list of sections."""
_CODE: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,}|.*://.*", re.IGNORECASE | re.ASCII)
_BREAK: Final = re.compile(r"(?:</p>|</h\d>|<br\s*/?>|</li>|</div>)", re.IGNORECASE)
_HOME: Final = re.compile(r"https?://[^/?#]+(?:/(?:index\.\w{3,4})?)?", re.IGNORECASE)
_FREE: Final = {"true": True, "false": False, "free": True, "locked": False, "metered": False, "yes": True, "no": False}
_MAX_RAW: Final = 500
_MAX_LABEL: Final = 100
_MAX_KEYWORDS: Final = 100
_MAX_PASSED_OVER: Final = 5
"""How many candidates that were passed over are told for a field."""


@attrs.frozen(kw_only=True)
class Metadata:
    """The metadata of a page, with the signals that gave them."""

    headline: str | None = None
    canonical_url: str | None = None
    description: str | None = None
    authors: tuple[Author, ...] = ()
    publisher: Publisher | None = None
    published: dt.date | None = None
    modified: dt.date | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    is_accessible_for_free: bool | None = None
    copyright: str | None = None
    images: tuple[Image, ...] = ()
    """The images that the page declares; those of the body are the content's."""
    provenance: tuple[Provenance, ...] = ()
    issues: tuple[Issue, ...] = ()
    headline_candidates: tuple[str, ...] = ()
    """Every text that may be the title: a line of the body that equals one repeats it."""
    article_body: str | None = None
    """The text that JSON-LD gives as the article's."""
    live_updates: str | None = None
    """The entries of a live blog that JSON-LD gives, as a piece of a page."""
    types: tuple[str, ...] = ()
    """The schema.org types of the page's article: ``NewsArticle``, ``LiveBlogPosting``."""


def read_metadata(page: Gathered, url: str | None = None) -> Metadata:
    """Return what a page, fetched from *url*, says of its article."""
    signals = Signals(page, url)
    outlet = outlet_of(signals)
    headline = choose_headline(signals, outlet)
    told = _Told(signals)
    language = told.first_of("language", declared_languages(signals, headline.heading), language_tag)
    order = order_of(language, signals.address.hostname if signals.address else None)
    place = Surroundings(page.root, headline.heading)
    dates = choose_dates(signals, order, place)
    said = bylines(signals, outlet.keys, place)
    byline = choose_byline(said)
    told.heard("headline", headline.candidates, headline.chosen)
    told.heard("authors", [b.candidate for b in said], byline.candidate if byline else None)
    told.heard("published", dates.candidates("published"), dates.published_by)
    told.heard("modified", dates.candidates("modified"), dates.modified_by)
    return Metadata(
        headline=headline.text,
        headline_candidates=headline.texts,
        authors=byline.authors if byline else (),
        published=dates.published,
        modified=dates.modified,
        language=language,
        canonical_url=told.first("canonical_url", _own_address(signals)),
        description=told.first("description", plain),
        section=told.first("section", _section)
        or told.first_of("section", sections_of_trail(signals, outlet.keys, headline.texts), _section),
        copyright=_copyright(signals, told),
        publisher=_publisher(signals, told),
        keywords=_keywords(signals, told),
        images=_images(signals, told),
        is_accessible_for_free=_accessible_for_free(signals, told),
        article_body=_article_body(signals),
        live_updates=live_updates(signals),
        types=tuple(types_of(signals.articles[0])) if signals.articles else (),
        provenance=tuple(told.provenance),
        issues=(*signals.issues, *dates.issues, *_conflicts(headline, said)),
    )


def _conflicts(headline: Headline, said: list[Byline]) -> Iterator[Issue]:
    """Yield an issue where two strong signals have nothing in common: two headlines, two bylines."""
    editorial = next((c.raw for c in headline.candidates if c.source == "json-ld headline"), None)
    if editorial and headline.text and not set(editorial.casefold().split()) & set(headline.text.casefold().split()):
        message = f"json-ld headline says {editorial!r}, {headline.text!r} was chosen"
        yield Issue(code=IssueCode.CONFLICTING_HEADLINES, message=message)
    people = [(b.candidate.source, {key_of(a.name) for a in b.authors}) for b in said if b.people]
    for source, names in people[1:]:
        if not names & people[0][1]:
            message = f"{people[0][0]} and {source} name different authors"
            yield Issue(code=IssueCode.CONFLICTING_AUTHORS, message=message)
            return


class _Told:
    """The record of which signal gave which field."""

    def __init__(self, signals: Signals) -> None:
        self.signals: Signals = signals
        self.provenance: list[Provenance] = []

    def heard(self, field: str, candidates: Iterable[Candidate], chosen: Candidate | None) -> None:
        """Note the chosen candidate of a field, then those that say something else, each thing once."""
        others: dict[str, Candidate] = {}
        for candidate in candidates:
            others.setdefault(candidate.raw, candidate)
        if chosen is not None:
            others.pop(chosen.raw, None)
            self.provenance.append(_noted(field, chosen, chosen=True))
        self.provenance += [_noted(field, c, chosen=False) for c in islice(others.values(), _MAX_PASSED_OVER)]

    def first(self, field: str, read: Callable[[str], str | None], *, of: str | None = None) -> str | None:
        """Return the value of the first signal that says something usable; *of* names the signals of another row."""
        return self.first_of(field, self.signals.candidates(of or field), read)

    def first_of(self, field: str, candidates: list[Candidate], read: Callable[[str], str | None]) -> str | None:
        """Return the value of the first candidate that says something usable."""
        for candidate in candidates:
            value = read(candidate.raw)
            if value:
                self.heard(field, candidates, candidate)
                return value
        return None


def _noted(field: str, candidate: Candidate, *, chosen: bool) -> Provenance:
    raw = candidate.raw[:_MAX_RAW]
    if not raw.isascii():
        raw = raw.encode("utf-8", "ignore").decode()
    return unchecked_provenance(field, candidate.source, raw, chosen=chosen)


def _web_address(signals: Signals) -> Callable[[str], str | None]:
    def read(raw: str) -> str | None:
        link = signals.absolute(plain(raw))
        return link if link.startswith(("http://", "https://")) and " " not in link else None

    return read


def _own_address(signals: Signals) -> Callable[[str], str | None]:
    """Return what reads the address that a page gives as its own; that of the home page is no other page's."""
    read = _web_address(signals)
    elsewhere = bool(signals.url) and _HOME.fullmatch(signals.url or "") is None

    def own(raw: str) -> str | None:
        link = read(raw)
        return None if link and elsewhere and _HOME.fullmatch(link) else link

    return own


def _label(raw: str) -> str | None:
    """Return a section's name; addresses and codes are none."""
    text = plain(raw)
    return text if len(text) <= _MAX_LABEL and any(c.isalpha() for c in text) and "://" not in text else None


def _section(raw: str) -> str | None:
    """Return the first of the sections that a page gives; what systems write for none is none."""
    text = _label(raw)
    parts = (text or "").strip(" ,/").split(",")
    listed = len(parts) > _FEW or any(part[:1] and not part[0].isspace() for part in parts[1:])
    section = parts[0].strip() if listed else ",".join(parts)
    return section if section and section.lower() not in lexicon.words("web", "no_sections") else None


def _publisher(signals: Signals, told: _Told) -> Publisher | None:
    candidates = [*signals.candidates("publisher"), *names_of_site(signals)]
    name = told.first_of("publisher", candidates, lambda raw: _label(raw.removeprefix("@")))
    if name is None:
        return None
    for value in signals.json_ld("publisher"):
        link = value.get("url") if isinstance(value, dict) and plain(str(value.get("name"))) == name else None
        if isinstance(link, str) and link.strip():
            return Publisher(name=name, url=signals.absolute(plain(link)))
    return Publisher(name=name)


def _keywords(signals: Signals, told: _Told) -> tuple[str, ...]:
    """Return the keywords of the first signal that gives any; one value may be a list with commas."""
    candidates = signals.candidates("keywords")
    for source in dict.fromkeys(c.source for c in candidates):
        raws = [c.raw for c in candidates if c.source == source]
        words = raws if len(raws) > 1 else _LISTED.split(raws[0])
        named = (word for word in map(plain, words[:_MAX_KEYWORDS]) if word and not _CODE.fullmatch(word))
        keywords = dict.fromkeys(word for word in named if len(word) <= _MAX_LABEL)
        if keywords:
            told.heard("keywords", [c for c in candidates if c.source != source], Candidate(source, ", ".join(raws)))
            return tuple(keywords)
    return ()


def _images(signals: Signals, told: _Told) -> tuple[Image, ...]:
    """Return the images that the page declares as the article's."""
    images = declared_images(signals, _web_address(signals))
    if images:
        first, *others = images
        told.heard("images", others, first)
    return tuple(images.values())


def _copyright(signals: Signals, told: _Told) -> str | None:
    """Return the copyright notice, or who holds the copyright and since when."""
    notice = told.first("copyright", plain)
    if notice is not None:
        return notice
    holder = told.first("copyright", _label, of="copyright_holder")
    year = next((str(v) for v in signals.json_ld("copyrightYear") if _YEAR.fullmatch(str(v))), "")
    return " ".join(filter(None, ("©", year, holder))) if holder else None


def _accessible_for_free(signals: Signals, told: _Told) -> bool | None:
    """Return what schema.org's ``isAccessibleForFree`` says; it is written as a boolean or in words."""
    candidates = [Candidate("json-ld isAccessibleForFree", str(v)) for v in signals.json_ld("isAccessibleForFree")]
    candidates.extend(Candidate("meta article:content_tier", v) for v in signals.metas.get("article:content_tier", ()))
    for candidate in candidates:
        value = _FREE.get(candidate.raw.strip().lower().rpartition("/")[2])
        if value is not None:
            told.heard("is_accessible_for_free", candidates, candidate)
            return value
    return None


def _article_body(signals: Signals) -> str | None:
    """Return the article's text as JSON-LD gives it, without markup, its paragraphs parted by line breaks."""
    for key in ("articleBody", "text"):
        for value in signals.json_ld(key):
            if isinstance(value, str) and value.strip():
                parted = _BREAK.sub("\n", value) if "<" in value else value
                lines = (plain(line) for line in parted.splitlines())
                return "\n".join(line for line in lines if line) or None
    return None
