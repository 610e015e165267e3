"""When the article was published and last changed, from the strongest signal that says it."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

import attrs
from lxml import etree

from newsmodel import lexicon
from newsmodel.html.dates import Order, Reading, read_date, read_machine_date, read_url_date
from newsmodel.html.signals import Candidate, Signals, parent_of, squeeze, strings, text_of
from newsmodel.html.tree import Element
from newsmodel.html.vicinity import Surroundings
from newsmodel.model.invariants import later
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

__all__ = ["Dated", "Dates", "choose_dates", "dates_said"]

_DATE_CLASS = re.compile(r"date|datum|publi|posted|time|stamp|meta|byline|author|created|fecha|entry")
_MODIFIED_CLASS = re.compile(r"modif|updat|changed|aktualis|edited")
_NO_DATE_CLASS = re.compile(
    r"comment|related|sidebar|widget|footer|copyright|teaser|recent|popular|nav|event|next|prev"
)
_STRONG = ("json-ld datePublished", "meta article:published_time", "itemprop datePublished")
_SHORT_TEXTS = etree.XPath("descendant::text()[contains(., '20')][string-length(.) > 7 and string-length(.) < 120]")
_DIGITS = re.compile(r"\d\d")
_STATE_PARTS = ("ublish", "ublication", "pubDate", "isplay")
"""Parts of the names in `_STATE`: to be found quickly in scripts that may be large."""
_MAX_KEY = 30
_STATE = re.compile(
    r"\b(?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate"
    r"|publication_date|publishedDate|publication_time|publishTime|publish_time|firstPublished|first_published_at|pubDate|displayDate|display_date)"
    r'\\?["\']\s*:\s*\\?["\'](\d{4}-\d\d-\d\d[T\d:.+Z -]{0,30})'
)
_UNSEEN = frozenset(("script", "style", "noscript", "template", "option", "textarea", "title", "a"))
_SHOWN = frozenset(("date line", "time element", "url"))
_MAX_TEXT = 160
_MAX_BESIDE = 90
_MAX_ALONE = 12
_MAX_OPENING = 60
_MAX_TIMES = 20
_MAX_HATOM = 100
_MAX_CLIMB = 4
_MAX_LABELLED = 40
_MAX_WORDS = 5
_AFTER_DATELINE = frozenset('-–—|:•)].„“"«')
_MAX_DAYS = 3
_MAX_DATELINE = 25
_MAX_MARKED = 5


class Dated(NamedTuple):
    """A date that a signal gives, and which field it is of."""

    field: str
    value: dt.date
    candidate: Candidate
    ambiguous: bool = False


@attrs.frozen(kw_only=True)
class Dates:
    """The dates chosen, and all that were said."""

    said: tuple[Dated, ...]
    chosen: Dated | None
    changed: Dated | None
    issues: tuple[Issue, ...]

    @property
    def published(self) -> dt.date | None:
        """When the article was published."""
        return self.chosen.value if self.chosen else None

    @property
    def modified(self) -> dt.date | None:
        """When it was last changed."""
        return self.changed.value if self.changed else None

    @property
    def published_by(self) -> Candidate | None:
        """The signal that gave the publication."""
        return self.chosen.candidate if self.chosen else None

    @property
    def modified_by(self) -> Candidate | None:
        """The signal that gave the last change."""
        return self.changed.candidate if self.changed else None


def dates_said(signals: Signals, order: Order, surroundings: Surroundings) -> list[Dated]:
    """Return the dates the page gives, by precedence; what is weak is looked for only where nothing strong is said."""
    page = _Page(signals, order, surroundings)
    return [dated for field in ("published", "modified") for dated in _by_precedence(page, field)]


class _Page:
    """What the page's own text says, each part looked for once and when it is asked for."""

    def __init__(self, signals: Signals, order: Order, surroundings: Surroundings) -> None:
        self.signals = signals
        self.order = order
        self.place = surroundings
        self._known: dict[str, list[Dated]] = {}

    def knows(self, part: str) -> bool:
        """Tell whether a part was looked at already."""
        return part in self._known

    def said(self, part: str) -> list[Dated]:
        """Return the dates of one part: ``hatom``, ``line``, ``marked``, ``text``, ``url``."""
        if part not in self._known:
            self._known[part] = {
                "hatom": _hatom,
                "line": _near,
                "marked": _marked,
                "script": _in_scripts,
                "text": _first,
                "url": _in_url,
            }[part](self)
        return self._known[part]


def _by_precedence(page: _Page, field: str) -> list[Dated]:
    found: list[Dated] = []
    for kind, name, source in page.signals.present(field):
        if kind != "page":
            found.extend(_declared(page, field, page.signals.by_name(kind, name, source)))
        elif page.knows(name) or (field == "published" and not found):
            found.extend(d for d in page.said(name) if d.field == field)
    if field == "published" and found and _in_utc(found[0].value):
        found.extend(_in_own_time(page))
    return found


def _in_own_time(page: _Page) -> list[Dated]:
    """Return the dates that tell the zone of a moment given in UTC: the first one that readers see, the address."""
    shown = next((d for d in _date_lines(page) if d.field == "published"), None)
    return [*([shown] if shown is not None else []), *page.said("url")]


def _in_utc(value: dt.date) -> bool:
    """Tell whether a moment is given in UTC, so that the page's own time may tell the zone."""
    return isinstance(value, dt.datetime) and value.utcoffset() == dt.timedelta()


def _declared(page: _Page, field: str, candidates: list[Candidate]) -> list[Dated]:
    """Return the dates of one machine-readable signal; one that gives many is a list of other articles."""
    found: list[Dated] = []
    for candidate in candidates:
        day = read_machine_date(candidate.raw)
        reading = Reading(day, 0, 0) if day is not None else read_date(candidate.raw, page.order)
        if reading is not None:
            found.append(Dated(field, reading.value, candidate, reading.ambiguous))
    return found if len({d.value for d in found}) <= 2 else []


def _field_of(text: str) -> str:
    """Return which field the words before a date make it; "published" where they say nothing."""
    lower = text.lower()
    at, field = -1, "published"
    for word, what in lexicon.rows("web", "date_labels"):
        place = lower.rfind(word)
        if place > at:
            at, field = place, what
    return field


def _is_labelled(text: str) -> bool:
    """Tell whether a short text says what its date is the date of."""
    lower = text.lower()
    return any(word in lower for word, _ in lexicon.rows("web", "date_labels"))


def _in_text(text: str, order: Order) -> list[tuple[str, Reading]]:
    """Return the dates in a short text with what each is the date of."""
    found: list[tuple[str, Reading]] = []
    start = 0
    while len(found) < 3 and (reading := read_date(text[start:], order)) is not None:
        found.append((_field_of(text[start : start + reading.start][-40:]), reading))
        start += max(reading.end, 1)
    return found


def _hatom(page: _Page) -> list[Dated]:
    """Return the dates of `time` elements that say what they are (hAtom, `pubdate`), and of hAtom's `abbr`."""
    found: list[Dated] = []
    for element in page.signals.times[:_MAX_HATOM]:
        names = (element.get("class") or "").lower()
        if element.get("pubdate") is None and not ("published" in names or "entry-date" in names or "updated" in names):
            continue
        if not page.place.is_elsewhere(element):
            field = "modified" if "updated" in names and "published" not in names else "published"
            found.extend(_of_time(element, page.order, field, "time element"))
    for element in page.signals.abbrs[:_MAX_HATOM]:
        title = element.get("title") if "published" in (element.get("class") or "").split() else None
        if title and (day := read_machine_date(title)) and not page.place.is_elsewhere(element):
            found.append(Dated("published", day, Candidate("abbr published", title)))
    return found


def _of_time(element: Element, order: Order, field: str, source: str) -> list[Dated]:
    raw = element.get("datetime") or element.get("content") or ""
    day = read_machine_date(raw)
    reading = Reading(day, 0, 0) if day is not None else read_date(raw or text_of(element), order)
    if reading is None and raw:
        reading = read_date(text_of(element), order)
    return (
        [Dated(field, reading.value, Candidate(source, raw or text_of(element)), reading.ambiguous)] if reading else []
    )


def _near(page: _Page) -> list[Dated]:
    """Return the dates of the lines near the headline; of a list of other articles only what is nearest."""
    found = list(_date_lines(page))
    return found if len({_day(d.value) for d in found}) <= _MAX_DAYS else found[:1]


def _date_lines(page: _Page) -> Iterator[Dated]:
    """Yield the dates of the lines near the headline; lines that hold more than a date line does are passed over."""
    times_in: dict[Element, list[Element]] = {}
    for element in page.signals.times[:_MAX_TIMES]:
        for _, box in zip(range(_MAX_CLIMB), element.iterancestors(), strict=False):
            times_in.setdefault(box, []).append(element)
    for line in page.place.lines:
        text = line.text if len(line.text) <= _MAX_TEXT else line.text[:_MAX_OPENING]
        if not _DIGITS.search(text) or page.place.is_elsewhere(line.element, near=True):
            continue
        times = [] if line.before or len(line.text) > _MAX_TEXT else times_in.get(line.element, [])
        if 0 < len(times) < 3:
            for element in times:
                before = line.text.partition(text_of(element) or "\n")[0]
                yield from _of_time(element, page.order, _field_of(before[-40:]), "time element")
            continue
        for field, reading in _in_text(text, page.order):
            if _is_date_line(line.text, reading):
                yield Dated(field, reading.value, Candidate("date line", line.text), reading.ambiguous)


def _is_date_line(text: str, reading: Reading) -> bool:
    """Tell a date line, or a dateline that opens a paragraph, from a sentence that names a day."""
    before, after = text[: reading.start], text[reading.end :]
    if len(text) > _MAX_TEXT:
        opens = len(before) <= _MAX_DATELINE and not any(w[:1].islower() for w in before.split())
        return opens and after.lstrip()[:1] in _AFTER_DATELINE
    words = [w for w in f"{before} {after}".split() if w.islower()]
    return len(before) + len(after) <= _MAX_BESIDE and (len(words) <= _MAX_WORDS or "|" in text)


def _marked(page: _Page) -> list[Dated]:
    """Return the dates of elements whose class says so, and of other `time` elements, in the page's order."""
    found: list[Dated] = []
    for names, element in page.signals.classed():
        if _DATE_CLASS.search(names) is None or _NO_DATE_CLASS.search(names) or element.tag in ("body", "html", "time"):
            continue
        text = text_of(element, 2 * _MAX_TEXT)
        if not 6 <= len(text) <= _MAX_TEXT or page.place.is_elsewhere(element):
            continue
        for told, reading in _in_text(text, page.order):
            field = "modified" if told == "published" and _MODIFIED_CLASS.search(names) else told
            found.append(Dated(field, reading.value, Candidate("date class", text), reading.ambiguous))
        if len(found) > _MAX_MARKED:
            break
    for element in page.signals.times[:_MAX_MARKED]:
        if not page.place.is_elsewhere(element):
            found.extend(_of_time(element, page.order, "published", "time element"))
    return found


def _first(page: _Page) -> list[Dated]:
    """Return the first line of the page that is little more than a date; one in a sidebar only if there is no other."""
    aside: list[Dated] = []
    for text in strings(_SHORT_TEXTS, page.signals.root):
        words = squeeze(text)
        element = parent_of(text)
        if element is None or element.tag in _UNSEEN or (found := read_date(words, page.order)) is None:
            continue
        field = _field_of(words[: found.start])
        beside = len(words) - (found.end - found.start)
        if beside > (_MAX_LABELLED if _is_labelled(words) else _MAX_ALONE) or page.place.is_elsewhere(
            element, near=True
        ):
            continue
        dated = Dated(field, found.value, Candidate("first date", words), found.ambiguous)
        if field == "published" and not page.place.is_elsewhere(element):
            return [dated]
        aside.append(dated)
    return aside if len({d.value for d in aside}) == 1 else []


def _in_scripts(page: _Page) -> list[Dated]:
    """Return the publication that the page's own state gives: scripts of frameworks keep it under a few usual names."""
    for script in page.signals.root.iter("script"):
        text = script.text or ""
        for part in _STATE_PARTS:
            at = text.find(part)
            while at >= 0:
                found = _STATE.search(text, max(0, at - _MAX_KEY), at + 2 * _MAX_KEY)
                day = read_machine_date(found.group(1)) if found else None
                if found is not None and day is not None:
                    return [Dated("published", day, Candidate("script state", found.group()))]
                at = text.find(part, at + _MAX_KEY)
    return []


def _in_url(page: _Page) -> list[Dated]:
    for address in (page.signals.url, *page.signals.links.get("canonical", ())):
        day = read_url_date(address.partition("?")[0]) if address else None
        if address and day is not None:
            return [Dated("published", day, Candidate("url", address))]
    return []


def choose_dates(said: list[Dated]) -> Dates:
    """Return the publication and the last change that the strongest signals give, at odds with each other or not."""
    published = next((d for d in said if d.field == "published"), None)
    modified = next((d for d in said if d.field == "modified"), None)
    if published is not None:
        published = published._replace(value=_in_local_time(published.value, said))
    issues: list[Issue] = []
    if published is not None:
        strong = [d for d in said if d.field == "published" and d.candidate.source.startswith(_STRONG)]
        other = next((d for d in strong if abs(_day(d.value) - _day(published.value)).days > 1), None)
        if other is not None:
            first, second = published.candidate.source, other.candidate.source
            message = f"{first} says {_day(published.value)}, {second} {_day(other.value)}"
            issues.append(Issue(code=IssueCode.CONFLICTING_DATES, message=message))
        if published.ambiguous:
            message = f"{published.candidate.raw!r} could be day-month or month-day"
            issues.append(Issue(code=IssueCode.AMBIGUOUS_DATE, message=message))
    if modified is not None and published is not None and later(published.value, modified.value):
        modified = None
    return Dates(said=tuple(said), chosen=published, changed=modified, issues=tuple(issues))


def _in_local_time(value: dt.date, said: list[Dated]) -> dt.date:
    """
    Return a moment given in UTC in the page's own time, where the page tells that too.

    "02:25Z" and, in the date line, "9:25 pm" of the day before are one moment and tell the zone. Where the page only
    shows another day than UTC's, and shows it twice or the moment is a full hour, such as a midnight, the day is all
    that is known.
    """
    if not isinstance(value, dt.datetime) or not _in_utc(value) or value.time() == dt.time():
        return value  # midnight in UTC stands for a day, and some pages show the day before
    others = [d for d in said if d.field == "published"]
    for other in others:
        local = other.value
        if not isinstance(local, dt.datetime):
            continue
        if local.tzinfo is not None:
            if local.utcoffset() and abs(local - value) < dt.timedelta(minutes=1):
                return local
            continue
        offset = local.replace(second=0) - value.replace(tzinfo=None, second=0, microsecond=0)
        if offset and offset % dt.timedelta(minutes=30) == dt.timedelta() and abs(offset) <= dt.timedelta(hours=14):
            return value.astimezone(dt.timezone(offset))
    shown = {d.candidate.source: d.value for d in others if d.candidate.source in _SHOWN and type(d.value) is dt.date}
    days = set(shown.values())
    if len(days) == 1 and (len(shown) > 1 or not value.minute) and _is_local_day(next(iter(days)), value):
        return days.pop()
    return value


def _is_local_day(day: dt.date, moment: dt.datetime) -> bool:
    """Tell whether a moment in UTC, of another day, can be on that day somewhere on Earth."""
    earliest = moment - dt.timedelta(hours=12)
    latest = moment + dt.timedelta(hours=14)
    return day != moment.date() and earliest.date() <= day <= latest.date()


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value
