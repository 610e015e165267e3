"""What happened, when and where: times, places, events, and the reporter's questions."""

import datetime as dt
from typing import final

import attrs

from newsmodel.model._checks import (
    count,
    country_code,
    fixed_offset,
    is_a,
    many,
    maybe,
    maybe_day,
    refuse,
    some,
    timex,
    words,
)
from newsmodel.model.event_kinds import EventKind
from newsmodel.model.kinds import Bound, Modality, Polarity, Role, TimeKind
from newsmodel.model.quotes import Quote, Speaker, by_name
from newsmodel.model.span import Span

_SPAN = is_a(Span)
_MAYBE_DAY = maybe(dt.date)
_MAYBE_BOUND = maybe(Bound)


def day_of(moment: dt.date) -> dt.date:
    """Return the calendar day of a date or datetime."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _after_start(owner: "TimeExpression", field: "attrs.Attribute[dt.date | None]", value: dt.date | None) -> None:
    _MAYBE_DAY(owner, field, value)
    if value is not None and owner.start is not None and day_of(value) < day_of(owner.start):
        raise refuse(owner, field.name, value, f"no day before start ({owner.start.isoformat()})")


@final
@attrs.frozen(kw_only=True, cache_hash=True)  # others refer to it, and would hash it again and again
class TimeExpression:
    """Words that name a time, with their value (TIMEX3, as in TimeML 1.2.1)."""

    span: Span = attrs.field(validator=is_a(Span))
    """Where the words stand in `Article.text`."""
    kind: TimeKind = attrs.field(validator=is_a(TimeKind))
    """A date, a time of day, a duration or something that recurs."""
    value: str = attrs.field(validator=timex)
    """TIMEX3 / ISO 8601: "2017-10-05", "P14D", "2017-W42", "XXXX-10-05" where the year is open; its form is checked."""
    start: dt.date | None = attrs.field(default=None, converter=fixed_offset, validator=maybe(dt.date))
    """First day (`date`) or the moment (`datetime`) of the interval denoted; None where it denotes none."""
    end: dt.date | None = attrs.field(default=None, converter=fixed_offset, validator=_after_start)
    """Last day of the interval, itself included, or its last moment; None where it denotes none."""


@final
@attrs.frozen(kw_only=True, cache_hash=True)  # others refer to it, and would hash it again and again
class Place:
    """A place the article names, once, however often it is named."""

    name: str = attrs.field(validator=words)
    """The fullest name the article uses."""
    spans: tuple[Span, ...] = attrs.field(validator=some(Span))
    """Where it is named: at least once, in order."""
    country: str | None = attrs.field(default=None, validator=country_code)
    """ISO 3166-1 alpha-2 code of the country it is or lies in, where known; its form alone is checked."""

    def __str__(self) -> str:
        """Return the name."""
        return self.name


def _with_count(owner: "Participant", field: "attrs.Attribute[Bound | None]", value: Bound | None) -> None:
    _MAYBE_BOUND(owner, field, value)
    if value is not None and owner.count is None:
        raise refuse(owner, field.name, value, "None where there is no count")


@final
@attrs.frozen(kw_only=True)
class Participant:
    """Who or what takes part in an event."""

    role: Role = attrs.field(validator=is_a(Role))
    """What it does there."""
    span: Span = attrs.field(validator=is_a(Span))
    """Where the words stand in `Article.text`."""
    count: int | None = attrs.field(default=None, validator=count)
    """How many, where the words say so: 1000 for "more than 1,000 terrorists"."""
    bound: Bound | None = attrs.field(default=None, validator=_with_count)
    """How the count is meant; None without a count."""
    speaker: Speaker | None = attrs.field(default=None, validator=maybe(Speaker), repr=by_name)
    """The speaker it is, where it is one."""


def _around_trigger(owner: "Event", field: "attrs.Attribute[Span]", value: Span) -> None:
    _SPAN(owner, field, value)
    if not value.contains(owner.trigger):
        raise refuse(owner, field.name, value, f"a span around the trigger ({owner.trigger})")


@final
@attrs.frozen(kw_only=True)
class Event:
    """Something that happened, is planned, or might (ACE 2005)."""

    kind: EventKind = attrs.field(validator=is_a(EventKind))
    """What kind of thing it is."""
    trigger: Span = attrs.field(validator=is_a(Span))
    """The word or words that name it: "liberated", "stepped down"."""
    extent: Span = attrs.field(validator=_around_trigger)
    """The clause or sentence that tells it."""
    participants: tuple[Participant, ...] = attrs.field(default=(), validator=many(Participant))
    """Who and what takes part."""
    time: TimeExpression | None = attrs.field(default=None, validator=maybe(TimeExpression))
    """When, where the text says so."""
    place: Place | None = attrs.field(default=None, validator=maybe(Place))
    """Where, where the text says so."""
    polarity: Polarity = attrs.field(default=Polarity.POSITIVE, validator=is_a(Polarity))
    """Whether it is told as so or as not so."""
    modality: Modality = attrs.field(default=Modality.ASSERTED, validator=is_a(Modality))
    """Whether it is told as real, as planned or as possible."""
    reported_by: Quote | None = attrs.field(default=None, validator=maybe(Quote))
    """The innermost quote inside which it is told; None where the article tells it itself."""


@final
@attrs.frozen(kw_only=True)
class Answer:
    """The answer to one of the reporter's questions."""

    text: str = attrs.field(validator=words)
    """The words, or an ISO day where the answer is the day of publication."""
    span: Span | None = attrs.field(default=None, validator=maybe(Span))
    """Where the words stand in `Article.text`; None where they are the headline's."""
    day: dt.date | None = attrs.field(default=None, validator=maybe_day)
    """The day, for "when", where it is known."""

    def __str__(self) -> str:
        """Return the text."""
        return self.text


@final
@attrs.frozen(kw_only=True)
class FiveW:
    """The reporter's questions about the main event, answered from headline and lede; None where unanswered."""

    who: Answer | None = attrs.field(default=None, validator=maybe(Answer))
    """Who did it or whom it befell."""
    what: Answer | None = attrs.field(default=None, validator=maybe(Answer))
    """What happened."""
    when: Answer | None = attrs.field(default=None, validator=maybe(Answer))
    """When."""
    where: Answer | None = attrs.field(default=None, validator=maybe(Answer))
    """Where."""
    event: Event | None = attrs.field(default=None, validator=maybe(Event))
    """The main event, where one of the article's events is it."""
