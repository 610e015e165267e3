"""When the article was published and last changed, from the strongest signal that says it."""

import datetime as dt
import re

import attrs

from newsmodel import lexicon
from newsmodel.html.dates import Order, Reading, read_date, read_machine_date, read_url_date
from newsmodel.html.signals import Candidate, Signals, text_of
from newsmodel.html.tree import Element
from newsmodel.html.vicinity import Line
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

__all__ = ["Dated", "Dates", "choose_dates", "dates_said"]

_DATE_CLASS = re.compile(r"date|datum|publi|posted|time|stamp|meta|byline|author|created|fecha|entry")
_MODIFIED_CLASS = re.compile(r"modif|updat|changed|aktualis|edited")
_NO_DATE_CLASS = re.compile(
    r"comment|related|sidebar|widget|footer|copyright|teaser|recent|popular|nav|event|next|prev"
)
_STRONG = ("json-ld datePublished", "meta article:published_time", "itemprop datePublished")
_MAX_TEXT = 160
_MAX_CLIMB = 12


@attrs.frozen
class Dated:
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


def dates_said(signals: Signals, order: Order, lines: list[Line]) -> list[Dated]:
    """Return every date the page gives, the strongest signal first."""
    return [
        *_declared(signals, order, "published"),
        *_declared(signals, order, "modified"),
        *_hentry(signals, order),
        *_near(lines, order),
        *_marked(signals, order),
        *_in_url(signals),
    ]


def _declared(signals: Signals, order: Order, field: str) -> list[Dated]:
    found: list[Dated] = []
    for candidate in signals.candidates(field):
        day = read_machine_date(candidate.raw)
        reading = Reading(day, 0, 0) if day is not None else read_date(candidate.raw, order)
        if reading is not None:
            found.append(Dated(field, reading.value, candidate, reading.ambiguous))
    return found


def _field_of(text: str) -> str:
    """Return which field the words before a date make it; "published" where they say nothing."""
    lower = text.lower()
    at, field = -1, "published"
    for word, what in lexicon.rows("web", "date_labels"):
        place = lower.rfind(word)
        if place > at:
            at, field = place, what
    return field


def _in_text(text: str, order: Order) -> list[tuple[str, Reading]]:
    """Return the dates in a short text with what each is the date of."""
    found: list[tuple[str, Reading]] = []
    start = 0
    while len(found) < 3 and (reading := read_date(text[start:], order)) is not None:
        found.append((_field_of(text[start : start + reading.start][-40:]), reading))
        start += max(reading.end, 1)
    return found


def _hentry(signals: Signals, order: Order) -> list[Dated]:
    """Return the dates of `time` elements that say what they are: hAtom classes, `pubdate`."""
    found: list[Dated] = []
    for element in signals.times:
        names = (element.get("class") or "").lower()
        if element.get("pubdate") is None and not ("published" in names or "entry-date" in names or "updated" in names):
            continue
        if _is_elsewhere(element):
            continue
        field = "modified" if "updated" in names and "published" not in names else "published"
        found.extend(_of_time(element, order, field, "time element"))
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


def _near(lines: list[Line], order: Order) -> list[Dated]:
    """Return the dates of the lines near the headline; lines that hold more than a date line does are passed over."""
    found: list[Dated] = []
    for line in lines:
        if len(line.text) > _MAX_TEXT:
            continue
        times = [e for e in line.element.iter("time")] if not line.before else []
        if times and len(times) < 3:
            for element in times:
                before = line.text.partition(text_of(element) or "\n")[0]
                found.extend(_of_time(element, order, _field_of(before[-40:]), "time element"))
            continue
        for field, reading in _in_text(line.text, order):
            if _is_date_line(line.text, reading) and not _is_elsewhere(line.element):
                found.append(Dated(field, reading.value, Candidate("date line", line.text), reading.ambiguous))
    return [d for d in found if d.field != "other"]


def _is_date_line(text: str, reading: Reading) -> bool:
    """Tell a date line from a sentence that names a day: there is little beside the date."""
    return len(text) - (reading.end - reading.start) <= 90


def _marked(signals: Signals, order: Order) -> list[Dated]:
    """Return the dates of elements whose class says so, and of other `time` elements, in the page's order."""
    found: list[Dated] = []
    for names, element in signals.classed():
        if _DATE_CLASS.search(names) is None or _NO_DATE_CLASS.search(names) or element.tag in ("body", "html", "time"):
            continue
        text = text_of(element, 2 * _MAX_TEXT)
        if not 6 <= len(text) <= _MAX_TEXT or _is_elsewhere(element):
            continue
        for field, reading in _in_text(text, order):
            field = "modified" if field == "published" and _MODIFIED_CLASS.search(names) else field
            found.append(Dated(field, reading.value, Candidate("date class", text), reading.ambiguous))
        if len(found) > 5:
            break
    for element in signals.times[:5]:
        if not _is_elsewhere(element):
            found.extend(_of_time(element, order, "published", "time element"))
    return [d for d in found if d.field != "other"]


def _is_elsewhere(element: Element) -> bool:
    """Tell whether an element stands in a comment, a sidebar, a footer or a list of other articles."""
    for _, box in zip(range(_MAX_CLIMB), element.iterancestors(), strict=False):
        if box.tag in ("aside", "footer", "nav"):
            return True
        names = box.get("class")
        if names and box.tag not in ("body", "html", "main", "article") and _NO_DATE_CLASS.search(names.lower()):
            return True
    return False


def _in_url(signals: Signals) -> list[Dated]:
    for address in (signals.url, *signals.links.get("canonical", ())):
        day = read_url_date(address.partition("?")[0]) if address else None
        if address and day is not None:
            return [Dated("published", day, Candidate("url", address))]
    return []


def choose_dates(said: list[Dated]) -> Dates:
    """Return the publication and the last change that the strongest signals give, at odds with each other or not."""
    published = next((d for d in said if d.field == "published"), None)
    modified = next((d for d in said if d.field == "modified"), None)
    issues: list[Issue] = []
    if published is not None:
        strong = [d for d in said if d.field == "published" and d.candidate.source.startswith(_STRONG)]
        other = next((d for d in strong if abs(_day(d.value) - _day(published.value)).days > 1), None)
        if other is not None:
            message = f"{published.candidate.source} says {_day(published.value)}, {other.candidate.source} {_day(other.value)}"
            issues.append(Issue(code=IssueCode.CONFLICTING_DATES, message=message))
        if published.ambiguous:
            message = f"{published.candidate.raw!r} could be day-month or month-day"
            issues.append(Issue(code=IssueCode.AMBIGUOUS_DATE, message=message))
    if modified is not None and published is not None and _before(modified.value, published.value):
        modified = None
    return Dates(said=tuple(said), chosen=published, changed=modified, issues=tuple(issues))


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _before(a: dt.date, b: dt.date) -> bool:
    """Tell whether *a* is before *b*, or cannot be told to be not."""
    if isinstance(a, dt.datetime) and isinstance(b, dt.datetime):
        if (a.tzinfo is None) == (b.tzinfo is None):
            return a < b
        return a.replace(tzinfo=None) < b.replace(tzinfo=None)
    return _day(a) < _day(b)
