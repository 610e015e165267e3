"""What everything else is drawn from: text, the ground that spans stand on, dates."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from newsmodel.errors import brief
from newsmodel.model import Span

# What `str.isspace` is true of.
SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# Where no text is given, spans stand anywhere in one of this length.
_ENDLESS = range(2**31)

T = TypeVar("T")
Run = tuple[int, int]
"""A half-open range of positions on a `Ground`."""

# How many of a kind an article has: enough for every shape, and little enough to be quick.
MANY = 3

# Strategies are built once: to build one anew for every draw is what makes drawing slow. Next to that it is the choices
# that are made: `one_of` and the dates of Hypothesis make more of them than there are things to choose.
FLAGS = st.booleans()
_SOME_TEXT = st.text(min_size=1)


@st.composite
def _draw_words(draw: st.DrawFn) -> str:
    text = draw(_SOME_TEXT)
    return f"{text}0" if text.isspace() else text


WORDS = _draw_words()
DAYS = st.dates()
_PIECES: tuple[st.SearchStrategy[str], ...] = (
    WORDS,
    st.sampled_from(SPACES),
    st.just("\n\n"),
    st.text(st.sampled_from(SPACES), min_size=1),
    st.sampled_from(
        ["“", "”", '"', "’", "«", ".", "e\u0301", "\u05d0\u05d1", "\u0639\u064e", "\U0001f468\u200d\U0001f469", "한"]
    ),
)
_WHICH_PIECE = st.sampled_from(range(len(_PIECES)))
_DAY = 24 * 60 * 60 * 10**6
_MICROSECONDS = st.integers(0, _DAY - 1)
_OFFSETS = st.integers(1 - _DAY, _DAY - 1)
_PRECISIONS = st.integers(1, 3)
_MAYBE_PRECISIONS = st.integers(0, 3)


@st.composite
def _draw_piece(draw: st.DrawFn) -> str:
    return draw(_PIECES[draw(_WHICH_PIECE)])


@st.composite
def _draw_moment(draw: st.DrawFn) -> dt.date:
    return _draw_precise(draw, draw(_PRECISIONS))


def _draw_precise(draw: st.DrawFn, precision: int) -> dt.date:
    """Draw a day, a time without its offset from UTC, or one with it."""
    day = draw(DAYS)
    if precision == 1:
        return day
    zone = dt.timezone(dt.timedelta(microseconds=draw(_OFFSETS))) if precision == 3 else None
    return dt.datetime.combine(day, dt.time(), zone) + dt.timedelta(microseconds=draw(_MICROSECONDS))


_MOMENTS = _draw_moment()
_TEXTS = st.lists(_draw_piece()).map("".join)


@lru_cache(maxsize=1024)
def numbers(start: int, end: int) -> st.SearchStrategy[int]:
    """Draw a number from *start* to *end*, both included."""
    return st.integers(start, end)


@lru_cache(maxsize=1024)
def _cuts(start: int, end: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(start, end), unique=True, max_size=4)


def words() -> st.SearchStrategy[str]:
    """Draw text that is not blank: a name, a caption, a URL as far as the model asks."""
    return WORDS


def texts() -> st.SearchStrategy[str]:
    """Draw the text of an article: any text, often of several words with white space of all kinds between."""
    return _TEXTS


def moments() -> st.SearchStrategy[dt.date]:
    """Draw a day, or a time with or without its offset from UTC."""
    return _MOMENTS


@st.composite
def spans(draw: st.DrawFn, *, text: str | None = None) -> Span:
    """
    Draw a span.

    Args:
        draw: What Hypothesis passes.
        text: The text that it is to be a span of; None for any.
    """
    return draw_span(draw, Ground.of(text))


def invalid(*, expected: str, **argument: object) -> InvalidArgument:
    """Return Hypothesis' error for an argument."""
    ((name, value),) = argument.items()
    message = f"Expected {expected} for {name}={brief(value)}"
    return InvalidArgument(message)


@attrs.frozen
class Ground:
    """A text as the places where a span may start or end: each position is one of its solid characters."""

    text: str | None
    """The text; None for any."""
    solid: Sequence[int]
    """The offsets of the characters that are not white space."""

    @classmethod
    def of(cls, text: str | None) -> "Ground":
        """Return the ground that *text* is, refusing one on which no span can stand."""
        if text is None:
            return cls(None, _ENDLESS)
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise invalid(text=text, expected="str or None")
        if not text.strip():
            raise invalid(text=text, expected="text that is not blank")
        return cls(text, [i for i, c in enumerate(text) if not c.isspace()])

    @property
    def whole(self) -> Run:
        """All of the ground."""
        return 0, len(self.solid)

    def span(self, run: Run) -> Span:
        """Return the span that a run is."""
        return Span(self.solid[run[0]], self.solid[run[1] - 1] + 1)


@st.composite
def standing(draw: st.DrawFn, draw_one: Callable[[st.DrawFn, Ground], T], text: str | None) -> T:
    """Draw what stands in *text*, or in any where it is None."""
    return draw_one(draw, Ground.of(text))


def draw_maybe(draw: st.DrawFn, one: st.SearchStrategy[T]) -> T | None:
    """Draw None or one."""
    return draw(one) if draw(FLAGS) else None


def draw_maybe_moment(draw: st.DrawFn) -> dt.date | None:
    """Draw None, or a day or a time."""
    precision = draw(_MAYBE_PRECISIONS)
    return _draw_precise(draw, precision) if precision else None


@st.composite
def _one(draw: st.DrawFn, draw_one: Callable[[st.DrawFn], T]) -> T:
    return draw_one(draw)


def draw_each(draw: st.DrawFn, draw_one: Callable[[st.DrawFn], T]) -> list[T]:
    """Draw a few, as a list, so that in shrinking each can go as a whole."""
    return draw(st.lists(_one(draw_one), max_size=MANY))


def draw_run(draw: st.DrawFn, within: Run) -> Run:
    """Draw a run, inside of another one."""
    start, end = within
    positions = numbers(start, end - 1)
    a, b = draw(positions), draw(positions)
    return min(a, b), max(a, b) + 1


def draw_span(draw: st.DrawFn, ground: Ground) -> Span:
    """Draw a span of the ground."""
    return ground.span(draw_run(draw, ground.whole))


def draw_spans(draw: st.DrawFn, ground: Ground) -> tuple[Span, ...]:
    """Draw one or more distinct spans, in order."""
    first = draw_span(draw, ground)
    return tuple(sorted({first, *draw_each(draw, lambda draw: draw_span(draw, ground))}))


def draw_cells(draw: st.DrawFn, within: Run) -> list[Run]:
    """Draw runs that follow on one another and together are another run."""
    start, end = within
    if end - start == 1:
        return [within]
    return list(pairwise([start, *sorted(draw(_cuts(start + 1, end - 1))), end]))
