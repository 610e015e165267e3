"""The model once more in pydantic 2, validating the same things, to measure against (fields in the same order)."""

import datetime as dt
from functools import total_ordering
from itertools import pairwise
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from newsmodel import model as nm
from newsmodel.model.events import day_of

Words = Annotated[str, StringConstraints(pattern=r"\S")]
Count = Annotated[int, Field(ge=0)]
Moment = dt.datetime | dt.date


class Base(BaseModel):
    """Frozen and strict about keys and types, as the model of newsmodel is."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


@total_ordering
class Span(Base):
    """`newsmodel.model.Span`."""

    start: Annotated[int, Field(ge=0)]
    end: int

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end <= self.start:
            raise ValueError(self)
        return self

    def __len__(self) -> int:
        return self.end - self.start

    def __lt__(self, other: "Span") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether *other* lies inside."""
        return self.start <= other.start and other.end <= self.end


class Block(Base):
    """`newsmodel.model.Block`."""

    kind: nm.BlockKind
    span: Span
    level: Annotated[int, Field(ge=1)] | None = None
    xpath: Words | None = None


class Image(Base):
    """`newsmodel.model.Image`."""

    url: Words
    caption: Words | None = None
    alt: Words | None = None
    credit: Words | None = None
    width: Count | None = None
    height: Count | None = None


class Link(Base):
    """`newsmodel.model.Link`."""

    span: Span
    url: Words


class Author(Base):
    """`newsmodel.model.Author`."""

    name: Words
    url: Words | None = None
    kind: nm.AuthorKind = nm.AuthorKind.PERSON


class Publisher(Base):
    """`newsmodel.model.Publisher`."""

    name: Words
    url: Words | None = None


class Dateline(Base):
    """`newsmodel.model.Dateline`."""

    span: Span
    place: Words | None = None
    agency: Words | None = None
    date: dt.date | None = None


class Provenance(Base):
    """`newsmodel.model.Provenance`."""

    field: Words
    source: Words
    raw: str
    chosen: bool = True


class Issue(Base):
    """`newsmodel.model.Issue`."""

    code: nm.IssueCode
    message: Words
    span: Span | None = None


class Mention(Base):
    """`newsmodel.model.Mention`."""

    span: Span
    kind: nm.MentionKind


class Speaker(Base):
    """`newsmodel.model.Speaker`."""

    name: Words
    kind: nm.SpeakerKind
    mentions: Annotated[tuple[Mention, ...], Field(min_length=1)]
    honorific: Words | None = None
    role: Words | None = None
    affiliation: Words | None = None

    @model_validator(mode="after")
    def _mentions_in_order(self) -> Self:
        if any(b.span <= a.span for a, b in pairwise(self.mentions)):
            raise ValueError(self)
        return self


class Quote(Base):
    """`newsmodel.model.Quote`."""

    text: Words
    kind: nm.QuoteKind
    content: Annotated[tuple[Span, ...], Field(min_length=1)]
    cue: Span | None = None
    source: Span | None = None
    speaker: Speaker | None = None
    rule: nm.AttributionRule | None = None

    @model_validator(mode="after")
    def _content_in_order_and_apart(self) -> Self:
        if any(b.start < a.end for a, b in pairwise(self.content)):
            raise ValueError(self)
        for span in (self.cue, self.source):
            if span is not None and any(span.overlaps(part) for part in self.content):
                raise ValueError(self)
        return self


class TimeExpression(Base):
    """`newsmodel.model.TimeExpression`."""

    span: Span
    kind: nm.TimeKind
    value: Words
    start: Moment | None = None
    end: Moment | None = None

    @model_validator(mode="after")
    def _end_after_start(self) -> Self:
        if self.start is not None and self.end is not None and day_of(self.end) < day_of(self.start):
            raise ValueError(self)
        return self


class Place(Base):
    """`newsmodel.model.Place`."""

    name: Words
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] | None = None


class Participant(Base):
    """`newsmodel.model.Participant`."""

    role: nm.Role
    span: Span
    count: Count | None = None
    bound: nm.Bound | None = None
    speaker: Speaker | None = None


class Event(Base):
    """`newsmodel.model.Event`."""

    kind: nm.EventKind
    trigger: Span
    extent: Span
    participants: tuple[Participant, ...] = ()
    time: TimeExpression | None = None
    place: Place | None = None
    polarity: nm.Polarity = nm.Polarity.POSITIVE
    modality: nm.Modality = nm.Modality.ASSERTED
    reported_by: Quote | None = None

    @model_validator(mode="after")
    def _extent_around_trigger(self) -> Self:
        if not self.extent.contains(self.trigger):
            raise ValueError(self)
        return self


class Article(Base):
    """`newsmodel.model.Article`, held to the same rules across objects by the very same function."""

    headline: Words | None = None
    text: str = ""
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    url: Words | None = None
    canonical_url: Words | None = None
    description: Words | None = None
    authors: tuple[Author, ...] = ()
    publisher: Publisher | None = None
    published: Moment | None = None
    modified: Moment | None = None
    section: Words | None = None
    keywords: tuple[Words, ...] = ()
    language: Annotated[str, StringConstraints(pattern="^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] | None = None
    dateline: Dateline | None = None
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    is_accessible_for_free: bool | None = None
    copyright: Words | None = None
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    issues: tuple[Issue, ...] = ()

    @model_validator(mode="after")
    def _hold_the_rules(self) -> Self:
        for problem in nm.problems(self):  # type: ignore[arg-type] # the same fields
            raise ValueError(problem)
        return self
