"""Rows of the format `arrow`, dicts as `RecordBatch.to_pylist` gives them, read as articles."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from newsmodel.errors import FormatError, NewsmodelError, brief
from newsmodel.formats import json
from newsmodel.formats._arrow_schema import KEYS, MEMBERS
from newsmodel.formats._hooks import MisfitError, misfit, read_moment
from newsmodel.formats._paths import WHOLE, Step, explain, path_of
from newsmodel.model import (
    Article,
    AttributionRule,
    Author,
    AuthorKind,
    Block,
    BlockKind,
    Bound,
    Dateline,
    Event,
    EventKind,
    Image,
    Issue,
    IssueCode,
    Link,
    Mention,
    MentionKind,
    Modality,
    Participant,
    Place,
    Polarity,
    Provenance,
    Publisher,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)
from newsmodel.model.unchecked import unchecked_event, unchecked_participant, unchecked_span

__all__ = ["Row", "article_of"]

# The columns have been cast to their types: a value is None or of its column's type, and the constructors see to None.
Row = Mapping[str, Any]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class _Columns(NamedTuple):
    """The columns of a field that holds a span."""

    start: str
    end: str
    words: str = ""


_SPAN = _Columns("span_start", "span_end", "text")
_TRIGGER = _Columns("trigger_start", "trigger_end", "trigger")
_CUE = _Columns("cue_start", "cue_end", "cue")
_SOURCE = _Columns("source_start", "source_end", "source")
_EXTENT = _Columns("extent_start", "extent_end")
_DATELINE = _Columns("dateline_start", "dateline_end")
_PAIR = _Columns("start", "end")


def _by_value(kind: type[E]) -> Mapping[str | None, E]:
    return {member.value: member for member in kind}


_ATTRIBUTION_RULES = _by_value(AttributionRule)
_AUTHOR_KINDS = _by_value(AuthorKind)
_BLOCK_KINDS = _by_value(BlockKind)
_BOUNDS = _by_value(Bound)
_EVENT_KINDS = _by_value(EventKind)
_ISSUE_CODES = _by_value(IssueCode)
_MENTION_KINDS = _by_value(MentionKind)
_MODALITIES = _by_value(Modality)
_POLARITIES = _by_value(Polarity)
_QUOTE_KINDS = _by_value(QuoteKind)
_ROLES = _by_value(Role)
_SPEAKER_KINDS = _by_value(SpeakerKind)
_TIME_KINDS = _by_value(TimeKind)


def article_of(row: Row) -> Article:
    """
    Return the article of a row.

    Raises:
        FormatError: A value is not what its column asks for; names its path and the value.
    """
    try:
        return _article(row) if row["native"] is None else json.loads(row["native"])
    except FormatError:
        raise
    except NewsmodelError as error:
        raise explain(error) from None


def _article(row: Row) -> Article:
    text = _text(row)
    speakers = _each(row, "speakers", lambda it: _speaker(it, text))
    quotes = _each(row, "quotes", lambda it: _quote(it, text, speakers))
    times = _each(row, "times", lambda it: _time(it, text))
    places = _each(row, "places", _place)
    members = _Members(speakers, quotes, times, places)
    return Article(
        headline=row["headline"],
        text=text,
        blocks=_each(row, "blocks", _block),
        sentences=_spans(row, "sentences"),
        url=row["url"],
        canonical_url=row["canonical_url"],
        description=row["description"],
        authors=_each(row, "authors", _author),
        publisher=_publisher(row),
        published=_moment(row, "published"),
        modified=_moment(row, "modified"),
        section=row["section"],
        keywords=tuple(row["keywords"] or ()),
        language=row["language"],
        dateline=_dateline(row),
        images=_each(row, "images", _image),
        links=_each(row, "links", lambda it: Link(span=_words(it, _SPAN, text), url=it["url"])),
        is_accessible_for_free=row["is_accessible_for_free"],
        copyright=row["copyright"],
        quotes=quotes,
        speakers=speakers,
        times=times,
        places=places,
        events=_each(row, "events", lambda it: _event(it, text, members)),
        provenance=_each(row, "provenance", _provenance),
        issues=_each(row, "issues", _issue),
    )


def _text(row: Row) -> str:
    text: str | None = row["text"]
    if text is None:
        raise _wrong(text, "a string", "text")
    return text


# -- what the page says of itself --------------------------------------------------------------------------------


def _author(row: Row) -> Author:
    return Author(name=row["name"], url=row["url"], kind=_member(_AUTHOR_KINDS, row, "kind"))


def _publisher(row: Row) -> Publisher | None:
    if row["publisher"] is None:
        return None
    return Publisher(name=row["publisher"], url=row["publisher_url"])


def _dateline(row: Row) -> Dateline | None:
    span = _maybe_span(row, _DATELINE)
    if span is None:
        return None
    return Dateline(span=span, place=row["dateline_place"], agency=row["dateline_agency"], date=row["dateline_day"])


def _block(row: Row) -> Block:
    return Block(
        kind=_member(_BLOCK_KINDS, row, "kind"), span=_span(row, _SPAN), level=row["level"], xpath=row["xpath"]
    )


def _image(row: Row) -> Image:
    return Image(
        url=row["url"],
        caption=row["caption"],
        alt=row["alt"],
        credit=row["credit"],
        width=row["width"],
        height=row["height"],
    )


def _provenance(row: Row) -> Provenance:
    return Provenance(field=row["field"], source=row["source"], raw=row["raw"], chosen=row["chosen"])


def _issue(row: Row) -> Issue:
    return Issue(code=_member(_ISSUE_CODES, row, "code"), message=row["message"], span=_maybe_span(row, _SPAN))


# -- who said what -----------------------------------------------------------------------------------------------


def _speaker(row: Row, text: str) -> Speaker:
    return Speaker(
        name=row["name"],
        kind=_member(_SPEAKER_KINDS, row, "kind"),
        mentions=_each(row, "mentions", lambda it: _mention(it, text)),
        honorific=row["honorific"],
        role=row["role"],
        affiliation=row["affiliation"],
    )


def _mention(row: Row, text: str) -> Mention:
    return Mention(span=_words(row, _SPAN, text), kind=_member(_MENTION_KINDS, row, "kind"))


def _quote(row: Row, text: str, speakers: Sequence[Speaker]) -> Quote:
    return Quote(
        text=row["text"],
        kind=_member(_QUOTE_KINDS, row, "kind"),
        content=_spans(row, "content"),
        cue=_maybe_words(row, _CUE, text),
        source=_maybe_words(row, _SOURCE, text),
        speaker=_referred(row, "speaker_id", speakers),
        rule=_maybe_member(_ATTRIBUTION_RULES, row, "rule"),
    )


# -- what happened -----------------------------------------------------------------------------------------------


class _Members(NamedTuple):
    """What the events of an article refer to."""

    speakers: Sequence[Speaker]
    quotes: Sequence[Quote]
    times: Sequence[TimeExpression]
    places: Sequence[Place]


def _time(row: Row, text: str) -> TimeExpression:
    return TimeExpression(
        span=_words(row, _SPAN, text),
        kind=_member(_TIME_KINDS, row, "kind"),
        value=row["value"],
        start=_moment(row, "interval_start"),
        end=_moment(row, "interval_end"),
    )


def _place(row: Row) -> Place:
    return Place(name=row["name"], spans=_spans(row, "spans"), country=row["country"])


def _event(row: Row, text: str, members: _Members) -> Event:
    trigger, extent = _words(row, _TRIGGER, text), _span(row, _EXTENT)
    # What an event checks of its own, its columns are checked for already, but for this.
    make = unchecked_event if extent.contains(trigger) else Event
    return make(
        kind=_member(_EVENT_KINDS, row, "kind"),
        trigger=trigger,
        extent=extent,
        participants=_each(row, "participants", lambda it: _participant(it, text, members.speakers)),
        time=_referred(row, "time_id", members.times),
        place=_referred(row, "place_id", members.places),
        polarity=_member(_POLARITIES, row, "polarity"),
        modality=_member(_MODALITIES, row, "modality"),
        reported_by=_referred(row, "quote_id", members.quotes),
    )


def _participant(row: Row, text: str, speakers: Sequence[Speaker]) -> Participant:
    count: int | None = row["count"]
    bound = _maybe_member(_BOUNDS, row, "bound")
    make = unchecked_participant if (bound is None if count is None else count >= 0) else Participant
    return make(
        role=_member(_ROLES, row, "role"),
        span=_words(row, _SPAN, text),
        count=count,
        bound=bound,
        speaker=_referred(row, "speaker_id", speakers),
    )


# -- values ------------------------------------------------------------------------------------------------------

# Members are numbered from 0 in their order, which is what others refer to them by.
_NUMBERS: Mapping[str, str] = {name: keys[-1] for name, keys in KEYS.items() if name in MEMBERS}


def _each(row: Row, name: str, read: Callable[[Row], T]) -> tuple[T, ...]:
    """Return what *read* makes of each struct of a list."""
    found: list[T] = []
    number = _NUMBERS.get(name)
    try:
        for item in row[name] or ():
            if item is None:
                raise _wrong(item, "a struct")
            if number is not None and item[number] != len(found):
                raise _wrong(item[number], f"{len(found)}, its place among the {name}", number)
            found.append(read(item))
    except NewsmodelError as error:
        inner = error if isinstance(error, FormatError) else explain(error)
        path = f"{path_of(Step(Step(None, name), len(found)))}{inner.path.removeprefix(WHOLE)}"
        raise FormatError(path, inner.reason) from None
    return tuple(found)


def _span(row: Row, columns: _Columns) -> Span:
    start: int | None = row[columns.start]
    end: int | None = row[columns.end]
    if start is None or end is None or not 0 <= start < end:
        at = "" if columns is _PAIR else columns.start
        raise _wrong((start, end), "an offset from 0 up and one after it", at)
    return unchecked_span(start, end)


def _maybe_span(row: Row, columns: _Columns) -> Span | None:
    return None if row[columns.start] is None and row[columns.end] is None else _span(row, columns)


def _words(row: Row, columns: _Columns, text: str) -> Span:
    """Return a span, held against the words beside it, so that offsets counted in other units do not pass."""
    span = _span(row, columns)
    covered = text[span.start : span.end]
    if row[columns.words] != covered:
        raise _wrong(row[columns.words], f"the text there, {brief(covered)}", columns.words)
    return span


def _maybe_words(row: Row, columns: _Columns, text: str) -> Span | None:
    none = row[columns.words] is None and row[columns.start] is None and row[columns.end] is None
    return None if none else _words(row, columns, text)


def _spans(row: Row, name: str) -> tuple[Span, ...]:
    return _each(row, name, lambda it: _span(it, _PAIR))


def _referred(row: Row, name: str, members: Sequence[T]) -> T | None:
    number: int | None = row[name]
    if number is None:
        return None
    if not 0 <= number < len(members):
        raise _wrong(number, f"a number below {len(members)}, or null", name)
    return members[number]


def _moment(row: Row, name: str) -> dt.date | None:
    try:
        return None if row[name] is None else read_moment(row[name], None)
    except MisfitError as error:
        raise FormatError(path_of(Step(None, name)), str(error)) from None


def _member(members: Mapping[str | None, E], row: Row, name: str) -> E:
    found = members.get(row[name])
    if found is None:
        raise _wrong(row[name], f"one of {', '.join(map(str, members))}", name)
    return found


def _maybe_member(members: Mapping[str | None, E], row: Row, name: str) -> E | None:
    return None if row[name] is None else _member(members, row, name)


def _wrong(value: object, expected: str, at: str = "") -> FormatError:
    return FormatError(path_of(Step(None, at)) if at else WHOLE, str(misfit(value, expected)))
