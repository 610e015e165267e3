"""Strategies for who said what, and what happened."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

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
    MAYBE_MOMENTS,
    MAYBE_WORDS,
    WORDS,
    Ground,
    Run,
    draw_cells,
    draw_run,
    draw_span,
    spans,
)

_COUNTS = st.none() | st.integers(min_value=0)
_COUNTRIES = st.none() | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
_BOUNDS = st.none() | st.sampled_from(Bound)
_TIMEX = (
    st.sampled_from(["PRESENT_REF", "P14D", "PT1H30M", "PXD", "T14:30", "2017", "XXXX-10-05", "2017-W42-WE", "XXXX-QX"])
    | st.sampled_from(["2017-SU", "201", "20", "2017-10-05TMO", "2017-10-05T14:30", "2017-10-04/2017-10-06"])
    | st.dates().map(dt.date.isoformat)
)
_RULES = st.none() | st.sampled_from(AttributionRule)


@attrs.frozen
class Members:
    """What the objects of an article may refer to: None, or one of its members."""

    speakers: st.SearchStrategy[Speaker | None]
    times: st.SearchStrategy[TimeExpression | None]
    places: st.SearchStrategy[Place | None]
    quotes: st.SearchStrategy[Quote | None]


def mentions(*, text: str | None = None) -> st.SearchStrategy[Mention]:
    """Draw the mention of a speaker, in *text* where it is given."""
    return st.builds(Mention, span=spans(text=text), kind=st.sampled_from(MentionKind))


@st.composite
def speakers(draw: st.DrawFn, *, text: str | None = None) -> Speaker:
    """
    Draw a speaker.

    Args:
        draw: What Hypothesis passes.
        text: The text that mentions it; None for any.
    """
    kinds = st.sampled_from(MentionKind)
    return Speaker(
        name=draw(WORDS),
        kind=draw(st.sampled_from(SpeakerKind)),
        mentions=tuple(Mention(span=span, kind=draw(kinds)) for span in _spans(draw, text)),
        honorific=draw(MAYBE_WORDS),
        role=draw(MAYBE_WORDS),
        affiliation=draw(MAYBE_WORDS),
    )


def _spans(draw: st.DrawFn, text: str | None) -> tuple[Span, ...]:
    """Draw one or more distinct spans, in order."""
    return tuple(sorted(draw(st.lists(spans(text=text), min_size=1, max_size=4, unique=True))))


@st.composite
def quotes(draw: st.DrawFn, *, text: str | None = None) -> Quote:
    """
    Draw a quote.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    ground = Ground.of(text)
    cells = draw_cells(draw, draw_run(draw, ground.whole))
    which = draw(st.sets(st.integers(0, len(cells) - 1), min_size=1))
    content = [cell for i, cell in enumerate(cells) if i in which]
    return draw_quote(draw, ground, content, st.none() | speakers(text=text))


def draw_quote(
    draw: st.DrawFn, ground: Ground, content: Sequence[Run], speakers: st.SearchStrategy[Speaker | None]
) -> Quote:
    """Draw a quote of this content."""
    parts = tuple(map(ground.span, content))
    return Quote(
        text=draw(WORDS) if ground.text is None else " ".join(span.of(ground.text) for span in parts),
        kind=draw(st.sampled_from(QuoteKind)),
        content=parts,
        cue=_draw_beside(draw, ground, content),
        source=_draw_beside(draw, ground, content),
        speaker=draw(speakers),
        rule=draw(_RULES),
    )


def _draw_beside(draw: st.DrawFn, ground: Ground, content: Sequence[Run]) -> Span | None:
    """Draw None, or a span that overlaps none of the content."""
    edges = [0, *(edge for run in content for edge in run), len(ground.solid)]
    gaps = [(start, end) for start, end in list(pairwise(edges))[::2] if start < end]
    gap = draw(st.none() | st.sampled_from(gaps)) if gaps else None
    return None if gap is None else ground.span(draw_run(draw, gap))


@st.composite
def time_expressions(draw: st.DrawFn, *, text: str | None = None) -> TimeExpression:
    """
    Draw a time expression.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    start, end = draw(MAYBE_MOMENTS), draw(MAYBE_MOMENTS)
    if start is not None and end is not None and day_of(end) < day_of(start):
        start, end = end, start
    kind = draw(st.sampled_from(TimeKind))
    return TimeExpression(span=draw(spans(text=text)), kind=kind, value=draw(_TIMEX), start=start, end=end)


@st.composite
def places(draw: st.DrawFn, *, text: str | None = None) -> Place:
    """
    Draw a place.

    Args:
        draw: What Hypothesis passes.
        text: The text that names it; None for any.
    """
    return Place(name=draw(WORDS), spans=_spans(draw, text), country=draw(_COUNTRIES))


@st.composite
def participants(draw: st.DrawFn, *, text: str | None = None) -> Participant:
    """
    Draw a participant of an event.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    return _draw_participant(draw, Ground.of(text), st.none() | speakers(text=text))


def _draw_participant(draw: st.DrawFn, ground: Ground, speakers: st.SearchStrategy[Speaker | None]) -> Participant:
    count = draw(_COUNTS)
    return Participant(
        role=draw(st.sampled_from(Role)),
        span=draw_span(draw, ground),
        count=count,
        bound=None if count is None else draw(_BOUNDS),
        speaker=draw(speakers),
    )


@st.composite
def events(draw: st.DrawFn, *, text: str | None = None) -> Event:
    """
    Draw an event.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to stand in; None for any.
    """
    any_member = Members(
        speakers=st.none() | speakers(text=text),
        times=st.none() | time_expressions(text=text),
        places=st.none() | places(text=text),
        quotes=st.none() | quotes(text=text),
    )
    return draw_event(draw, Ground.of(text), any_member)


def draw_event(draw: st.DrawFn, ground: Ground, members: Members) -> Event:
    """Draw an event that refers to these members."""
    start, end = draw_run(draw, ground.whole)
    before, after = draw(st.integers(0, start)), draw(st.integers(end, len(ground.solid)))
    return Event(
        kind=draw(st.sampled_from(EventKind)),
        trigger=ground.span((start, end)),
        extent=ground.span((start - before, after)),
        participants=tuple(_draw_participant(draw, ground, members.speakers) for _ in range(draw(st.integers(0, 3)))),
        time=draw(members.times),
        place=draw(members.places),
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        reported_by=draw(members.quotes),
    )


def answers(*, text: str | None = None) -> st.SearchStrategy[Answer]:
    """Draw the answer to a question, in *text* where it is given."""
    return st.builds(Answer, text=WORDS, span=st.none() | spans(text=text), day=st.none() | st.dates())


def five_ws(*, text: str | None = None) -> st.SearchStrategy[FiveW]:
    """Draw the answers to the reporter's questions, in *text* where it is given."""
    answer = st.none() | answers(text=text)
    return st.builds(FiveW, who=answer, what=answer, when=answer, where=answer, event=st.none() | events(text=text))
