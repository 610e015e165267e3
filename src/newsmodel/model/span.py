"""`Span`, the unit of grounding: where in the article's text something stands."""

from typing import final

import attrs

from newsmodel.errors import WrongTypeError
from newsmodel.model._checks import problem, refuse
from newsmodel.model.forms import expect


def _offset(owner: object, field: "attrs.Attribute[int]", value: int) -> None:
    if type(value) is not int:
        raise WrongTypeError(problem(owner, field.name, value, "int"))


def _after_start(owner: "Span", field: "attrs.Attribute[int]", value: int) -> None:
    _offset(owner, field, value)
    if not 0 <= owner.start < value:
        if owner.start < 0:
            raise refuse(owner, "start", owner.start, "an offset from 0 up")
        raise refuse(owner, "end", value, f"an offset after start ({owner.start})")


@final
@attrs.frozen(order=True)
class Span:
    """
    A half-open range of code points of `Article.text`: ``start <= i < end``, never empty.

    Spans are ordered by where they start, then by where they end.

    Raises:
        InvariantError: The range is empty, turned round or starts before 0.
        WrongTypeError: An offset is not an int.
    """

    start: int = attrs.field(validator=_offset)
    """Offset of the first code point."""
    end: int = attrs.field(validator=_after_start)
    """Offset after the last code point."""

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        expect("other", other, Span)
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether every code point of *other* is in this span."""
        expect("other", other, Span)
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        """
        Return the span moved by *by* code points.

        Raises:
            InvariantError: It would start before 0.
        """
        expect("by", by, int)
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """
        Return the code points of *text* that the span covers.

        Raises:
            InvariantError: The span ends past the text.
            WrongTypeError: *text* is no str.
        """
        expect("text", text, str)
        if self.end > len(text):
            raise refuse(self, "end", self.end, f"an offset within the text ({len(text)})")
        return text[self.start : self.end]
