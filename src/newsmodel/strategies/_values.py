"""What everything else is drawn from: text, the ground that spans stand on, dates."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

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

Run = tuple[int, int]
"""A half-open range of positions on a `Ground`."""


def _not_blank(text: str) -> str:
    return f"{text}0" if text.isspace() else text


def _turned(value: bool) -> bool:  # noqa: FBT001
    return not value


# Strategies are built once: to build one anew for every draw is what makes strategies slow.
WORDS = st.text(min_size=1).map(_not_blank)
MAYBE_WORDS = st.none() | WORDS
TRUE_FIRST = st.booleans().map(_turned)
_BLANKS = st.sampled_from(SPACES) | st.just("\n\n") | st.text(st.sampled_from(SPACES), min_size=1)
_SIGNS = st.sampled_from(
    ["“", "”", '"', "’", "«", ".", "e\u0301", "\u05d0\u05d1", "\u0639\u064e", "\U0001f468\u200d\U0001f469", "한"]
)
_TEXTS = st.lists(WORDS | _BLANKS | _SIGNS).map("".join)
_LIMIT = dt.timedelta(hours=24) - dt.timedelta.resolution
_OFFSETS = st.timedeltas(-_LIMIT, _LIMIT).map(dt.timezone)
_MOMENTS: st.SearchStrategy[dt.date] = st.dates() | st.datetimes() | st.datetimes(timezones=_OFFSETS)
MAYBE_MOMENTS = st.none() | _MOMENTS


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


def draw_run(draw: st.DrawFn, within: Run) -> Run:
    """Draw a run, inside of another one."""
    start, end = within
    a, b = draw(st.integers(start, end - 1)), draw(st.integers(start, end - 1))
    return min(a, b), max(a, b) + 1


def draw_span(draw: st.DrawFn, ground: Ground) -> Span:
    """Draw a span of the ground."""
    return ground.span(draw_run(draw, ground.whole))


def draw_cells(draw: st.DrawFn, within: Run) -> list[Run]:
    """Draw runs that follow on one another and together are another run."""
    start, end = within
    if end - start == 1:
        return [within]
    cuts = draw(st.lists(st.integers(start + 1, end - 1), unique=True, max_size=4))
    return list(pairwise([start, *sorted(cuts), end]))
