"""When the article was published and last changed, from the strongest signal that says it."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from newsmodel.html.dates import Order, Reading, read_date, read_machine_date
from newsmodel.html.shown_dates import Dated, ShownDates, day_of
from newsmodel.html.signals import Candidate, Signals
from newsmodel.html.vicinity import Surroundings
from newsmodel.model.invariants import later
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

__all__ = ["Dates", "choose_dates"]

_STRONG: Final = ("json-ld datePublished", "meta article:published_time", "itemprop datePublished")
_NOT_OF_THE_TEXT: Final = ("json-ld uploadDate", "json-ld dateCreated", "itemprop dateCreated")
"""What may be of a video or of a draft."""
_DAY: Final = dt.timedelta(days=1)


@attrs.frozen(kw_only=True)
class Dates:
    """The dates chosen, and all that were said."""

    said: tuple[Dated, ...]
    published: dt.date | None = None
    published_by: Candidate | None = None
    modified: dt.date | None = None
    modified_by: Candidate | None = None
    issues: tuple[Issue, ...] = ()

    def candidates(self, field: str) -> list[Candidate]:
        """Return what the page says of one of the two fields."""
        return [dated.candidate for dated in self.said if dated.field == field]


def choose_dates(signals: Signals, order: Order, surroundings: Surroundings) -> Dates:
    """Return the publication and the last change, with issues where the page is at odds with itself."""
    shown = ShownDates(signals, order, surroundings)
    publications = _by_precedence(signals, shown, "published")
    changes = _by_precedence(signals, shown, "modified")
    first = _publication(publications, changes, shown)
    change = next(iter(changes), None)
    if first is None:
        return Dates(said=tuple(changes), modified=change and change.value, modified_by=change and change.candidate)
    published = _in_local_time(first.value, publications)
    issues = [*_issues(first, published, publications)]
    modified = change.value if change is not None else None
    if change is not None and later(published, change.value):
        modified = None
        message = f"{change.candidate.source} says {day_of(change.value)}, before the publication {day_of(published)}"
        issues.append(Issue(code=IssueCode.CONFLICTING_DATES, message=message))
    return Dates(
        said=(*publications, *changes),
        published=published,
        published_by=first.candidate,
        modified=modified,
        modified_by=change.candidate if change is not None and modified is not None else None,
        issues=tuple(issues),
    )


def _by_precedence(signals: Signals, shown: ShownDates, field: str) -> list[Dated]:
    """Return the dates the page gives, by precedence; what is weak is looked for only where nothing strong is said."""
    found: list[Dated] = []
    for kind, name, source in signals.present(field):
        if kind != "page":
            found.extend(_declared(field, signals.by_name(kind, name, source), shown.order))
        elif shown.knows(name) or (not found and (field == "published" or name == "line")):
            found += [d for d in shown.said(name) if d.field == field]
    if field == "published" and found and _in_utc(found[0].value) and not any(map(_has_zone, found)):
        found.extend(shown.said("url") or filter(None, [shown.nearest()]))
    return found


def _has_zone(dated: Dated) -> bool:
    """Tell whether a date tells the page's own zone."""
    return isinstance(dated.value, dt.datetime) and bool(dated.value.utcoffset())


def _declared(field: str, candidates: list[Candidate], order: Order) -> list[Dated]:
    """Return the dates of one machine-readable signal; one that gives many is a list of other articles."""
    found: list[Dated] = []
    for candidate in candidates:
        day = read_machine_date(candidate.raw)
        reading = Reading(day, 0, 0) if day is not None else read_date(candidate.raw, order)
        if reading is not None:
            found.append(Dated(field, reading.value, candidate, reading.ambiguous, reading.swapped))
    return found if len({d.value for d in found}) <= 2 else []


def _publication(publications: list[Dated], changes: list[Dated], shown: ShownDates) -> Dated | None:
    """
    Return the publication: the strongest that is said, unless the date beside the headline settles it.

    It does where the page declares several days and shows one of them, where day and month of what is declared can
    be swapped, and where what is declared is the last change and the page shows an earlier day: a page cannot have
    been published after the day that it shows as its own.
    """
    first = next(iter(publications), None)
    if first is None or first.shown:
        return first
    declared = [d for d in publications if not d.shown and d.candidate.source not in _NOT_OF_THE_TEXT]
    at_odds = any(_apart(d.value, first.value) for d in declared)
    changed = any(_same_moment(first.value, d.value) for d in changes)
    if not (at_odds or changed or first.swapped is not None):
        return first
    nearest = shown.nearest()
    if nearest is None or not _not_on(day_of(nearest.value), first.value):
        return first
    if first.swapped is not None and day_of(nearest.value) == first.swapped:
        return first._replace(value=nearest.value, ambiguous=False)
    for other in declared:
        if day_of(other.value) == day_of(nearest.value):
            return other
    if changed and nearest.alone and nearest.swapped is None and later(first.value, nearest.value):
        return nearest
    return first


def _apart(one: dt.date, other: dt.date) -> bool:
    """Tell whether two dates are of different days, whatever their zones."""
    return abs(day_of(one) - day_of(other)) > _DAY


def _not_on(day: dt.date, value: dt.date) -> bool:
    """Tell whether a date is of another day than *day* everywhere on Earth."""
    if isinstance(value, dt.datetime) and value.tzinfo is not None and not _is_local_day(day, value):
        return day != value.date()
    return _apart(day, value)


def _same_moment(one: dt.date, other: dt.date) -> bool:
    """Tell whether two dates are the same, to the minute where both have a time."""
    if not isinstance(one, dt.datetime) or not isinstance(other, dt.datetime):
        return day_of(one) == day_of(other)
    return (one.tzinfo is None) == (other.tzinfo is None) and abs(one - other) < dt.timedelta(minutes=1)


def _issues(first: Dated, published: dt.date, publications: list[Dated]) -> Iterator[Issue]:
    strong = [d for d in publications if d.candidate.source.startswith(_STRONG)]
    other = next((d for d in strong if _apart(d.value, published)), None)
    if other is not None:
        source, day = other.candidate.source, day_of(other.value)
        message = f"{first.candidate.source} says {day_of(published)}, {source} {day}"
        yield Issue(code=IssueCode.CONFLICTING_DATES, message=message)
    if first.ambiguous:
        message = f"{first.candidate.raw!r} could be day-month or month-day"
        yield Issue(code=IssueCode.AMBIGUOUS_DATE, message=message)


def _in_utc(value: dt.date) -> bool:
    """Tell whether a moment is given in UTC, so that the page's own time may tell the zone."""
    return isinstance(value, dt.datetime) and value.utcoffset() == dt.timedelta()


def _in_local_time(value: dt.date, publications: list[Dated]) -> dt.date:
    """
    Return a moment given in UTC in the page's own time, where the page tells that too.

    "02:25Z" and, in the date line, "9:25 pm" of the day before are one moment and tell the zone. Where the page only
    shows another day than UTC's, and shows it twice or the moment is a full hour, such as a midnight, the day is all
    that is known.
    """
    if not isinstance(value, dt.datetime) or not _in_utc(value) or value.time() == dt.time():
        return value  # midnight in UTC stands for a day, and some pages show the day before
    for other in publications:
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
    days = {d.candidate.source: d.value for d in publications if d.shown and type(d.value) is dt.date}
    day = next(iter(days.values()), None)
    if day is None or len(set(days.values())) > 1 or not _is_local_day(day, value):
        return value
    return day if len(days) > 1 or not value.minute or "url" in days else value


def _is_local_day(day: dt.date, moment: dt.datetime) -> bool:
    """Tell whether a moment in UTC, of another day, can be on that day somewhere on Earth."""
    earliest = moment - dt.timedelta(hours=12)
    latest = moment + dt.timedelta(hours=14)
    return day != moment.date() and earliest.date() <= day <= latest.date()
