"""Strategies for who said what, and what happened."""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from newsmodel.model import (
    Answer,
    AttributionRule,
    Bound,
    Event,
    EventKind,
    FiveW,
    Mention,
    MentionKind,
    Modality,
    Participant,
    Place,
    Polarity,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)
from newsmodel.model.events import day_of
from newsmodel.strategies._values import (
    DAYS,
    FLAGS,
    WORDS,
    Ground,
    Run,
    draw_cells,
    draw_each,
    draw_maybe,
    draw_maybe_moment,
    draw_run,
    draw_span,
    draw_spans,
    numbers,
    standing,
)

T = TypeVar("T")
Pick = Callable[[], T | None]
"""Draws what an object refers to: one, or None."""

_COUNTS = st.integers(min_value=0)
_COUNTRIES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
_BOUNDS = st.sampled_from([None, *Bound])
_TIMEX = (
    st.sampled_from(["PRESENT_REF", "P14D", "PT1H30M", "PXD", "T14:30", "2017", "XXXX-10-05", "2017-W42-WE", "XXXX-QX"])
    | st.sampled_from(["2017-SU", "201", "20", "2017-10-05TMO", "2017-10-05T14:30", "2017-10-04/2017-10-06"])
    | DAYS.map(dt.date.isoformat)
)
_RULES = st.sampled_from([None, *AttributionRule])
_MENTION_KINDS = st.sampled_from(MentionKind)
_SPEAKER_KINDS = st.sampled_from(SpeakerKind)
_QUOTE_KINDS = st.sampled_from(QuoteKind)
_TIME_KINDS = st.sampled_from(TimeKind)
_EVENT_KINDS = st.sampled_from(EventKind)
_ROLES = st.sampled_from(Role)
_POLARITIES = st.sampled_from(Polarity)
_MODALITIES = st.sampled_from(Modality)


@attrs.frozen
class Members:
    """What the objects of an article may refer to."""

    speakers: Pick[Speaker]
    times: Pick[TimeExpression]
    places: Pick[Place]
    quotes: Pick[Quote]


def picking(draw: st.DrawFn, members: Sequence[T]) -> Pick[T]:
    """Return what draws None or one of the members."""
    which = numbers(0, len(members))
    return lambda: members[i - 1] if members and (i := draw(which)) else None


def mentions(*, text: str | None = None) -> st.SearchStrategy[Mention]:
    """Draw the mention of a speaker, in *text* where it is given."""
    return standing(_draw_mention, text)


def _draw_mention(draw: st.DrawFn, ground: Ground) -> Mention:
    return Mention(span=draw_span(draw, ground), kind=draw(_MENTION_KINDS))


@st.composite
def speakers(draw: st.DrawFn, *, text: str | None = None) -> Speaker:
    """
    Draw a speaker.

    Args:
        draw: What Hypothesis passes.
        text: The text that mentions it; None for any.
    """
    return draw_speaker(draw, Ground.of(text))


def draw_speaker(draw: st.DrawFn, ground: Ground) -> Speaker:
    """Draw a speaker who is mentioned on this ground."""
    return Speaker(
        name=draw(WORDS),
        kind=draw(_SPEAKER_KINDS),
        mentions=tuple(Mention(span=span, kind=draw(_MENTION_KINDS)) for span in draw_spans(draw, ground)),
        honorific=draw_maybe(draw, WORDS),
        role=draw_maybe(draw, WORDS),
        affiliation=draw_maybe(draw, WORDS),
    )


@st.composite
def quotes(draw: st.DrawFn, *, text: str | None = None) -> Quote:
    """
    Draw a quote.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    return _draw_any_quote(draw, Ground.of(text))


def _draw_any_quote(draw: st.DrawFn, ground: Ground) -> Quote:
    cells = draw_cells(draw, draw_run(draw, ground.whole))
    which = draw(st.sets(st.integers(0, len(cells) - 1), min_size=1))
    content = [cell for i, cell in enumerate(cells) if i in which]
    return draw_quote(draw, ground, content, _any(draw, ground, draw_speaker))


def _any(draw: st.DrawFn, ground: Ground, draw_one: Callable[[st.DrawFn, Ground], T]) -> Pick[T]:
    """Return what draws None or one that is like the members of an article."""
    return lambda: draw_one(draw, ground) if draw(FLAGS) else None


def draw_quote(draw: st.DrawFn, ground: Ground, content: Sequence[Run], speakers: Pick[Speaker]) -> Quote:
    """Draw a quote of this content."""
    parts = tuple(map(ground.span, content))
    return Quote(
        text=draw(WORDS) if ground.text is None else " ".join(span.of(ground.text) for span in parts),
        kind=draw(_QUOTE_KINDS),
        content=parts,
        cue=_draw_beside(draw, ground, content),
        source=_draw_beside(draw, ground, content),
        speaker=speakers(),
        rule=draw(_RULES),
    )


def _draw_beside(draw: st.DrawFn, ground: Ground, content: Sequence[Run]) -> Span | None:
    """Draw None, or a span that overlaps none of the content."""
    edges = [0, *(edge for run in content for edge in run), len(ground.solid)]
    gaps = [(start, end) for start, end in list(pairwise(edges))[::2] if start < end]
    gap = picking(draw, gaps)()
    return None if gap is None else ground.span(draw_run(draw, gap))


@st.composite
def time_expressions(draw: st.DrawFn, *, text: str | None = None) -> TimeExpression:
    """
    Draw a time expression.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    return draw_time(draw, Ground.of(text))


def draw_time(draw: st.DrawFn, ground: Ground) -> TimeExpression:
    """Draw a time expression that stands on this ground."""
    start, end = draw_maybe_moment(draw), draw_maybe_moment(draw)
    if start is not None and end is not None and day_of(end) < day_of(start):
        start, end = end, start
    span, kind = draw_span(draw, ground), draw(_TIME_KINDS)
    return TimeExpression(span=span, kind=kind, value=draw(_TIMEX), start=start, end=end)


@st.composite
def places(draw: st.DrawFn, *, text: str | None = None) -> Place:
    """
    Draw a place.

    Args:
        draw: What Hypothesis passes.
        text: The text that names it; None for any.
    """
    return draw_place(draw, Ground.of(text))


def draw_place(draw: st.DrawFn, ground: Ground) -> Place:
    """Draw a place that is named on this ground."""
    return Place(name=draw(WORDS), spans=draw_spans(draw, ground), country=draw_maybe(draw, _COUNTRIES))


@st.composite
def participants(draw: st.DrawFn, *, text: str | None = None) -> Participant:
    """
    Draw a participant of an event.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    ground = Ground.of(text)
    return _draw_participant(draw, ground, _any(draw, ground, draw_speaker))


def _draw_participant(draw: st.DrawFn, ground: Ground, speakers: Pick[Speaker]) -> Participant:
    count = draw_maybe(draw, _COUNTS)
    return Participant(
        role=draw(_ROLES),
        span=draw_span(draw, ground),
        count=count,
        bound=None if count is None else draw(_BOUNDS),
        speaker=speakers(),
    )


@st.composite
def events(draw: st.DrawFn, *, text: str | None = None) -> Event:
    """
    Draw an event.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    return _draw_any_event(draw, Ground.of(text))


def _draw_any_event(draw: st.DrawFn, ground: Ground) -> Event:
    any_members = Members(
        speakers=_any(draw, ground, draw_speaker),
        times=_any(draw, ground, draw_time),
        places=_any(draw, ground, draw_place),
        quotes=_any(draw, ground, _draw_any_quote),
    )
    return draw_event(draw, ground, any_members)


def draw_event(draw: st.DrawFn, ground: Ground, members: Members) -> Event:
    """Draw an event that refers to these members."""
    start, end = draw_run(draw, ground.whole)
    before, after = draw(numbers(0, start)), draw(numbers(end, len(ground.solid)))
    return Event(
        kind=draw(_EVENT_KINDS),
        trigger=ground.span((start, end)),
        extent=ground.span((start - before, after)),
        participants=tuple(draw_each(draw, lambda draw: _draw_participant(draw, ground, members.speakers))),
        time=members.times(),
        place=members.places(),
        polarity=draw(_POLARITIES),
        modality=draw(_MODALITIES),
        reported_by=members.quotes(),
    )


def answers(*, text: str | None = None) -> st.SearchStrategy[Answer]:
    """Draw the answer to a question, in *text* where it is given."""
    return standing(_draw_answer, text)


def _draw_answer(draw: st.DrawFn, ground: Ground) -> Answer:
    span = draw_span(draw, ground) if draw(FLAGS) else None
    return Answer(text=draw(WORDS), span=span, day=draw_maybe(draw, DAYS))


def five_ws(*, text: str | None = None) -> st.SearchStrategy[FiveW]:
    """Draw the answers to the reporter's questions, in *text* where it is given."""
    return standing(_draw_five_w, text)


def _draw_five_w(draw: st.DrawFn, ground: Ground) -> FiveW:
    answer, event = _any(draw, ground, _draw_answer), _any(draw, ground, _draw_any_event)
    return FiveW(who=answer(), what=answer(), when=answer(), where=answer(), event=event())
