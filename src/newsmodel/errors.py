"""
Every exception that newsmodel raises on purpose.

One root, `NewsmodelError`; each subclass is also the builtin that a caller would expect, so that
``except ValueError`` written before newsmodel was adopted keeps working.
"""

import attrs

__all__ = [
    "BatchError",
    "FormatError",
    "InvariantError",
    "MissingExtraError",
    "NewsmodelError",
    "ParseError",
    "Problem",
    "UnknownFormatError",
    "WrongTypeError",
]

_MOST_TOLD = 10
"""Problems in one message: a text exchanged under an article breaks a rule for each span."""


@attrs.frozen
class Problem:
    """One broken rule: where, with which value, and what was expected instead."""

    field: str
    """Path of the field from the object checked, such as ``quotes[3].content[0]``."""
    value: object
    """The offending value."""
    expected: str
    """What the rule asks for, as the end of a sentence that starts with "expected"."""

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, got {brief(self.value)}"


def brief(value: object, limit: int = 80) -> str:
    """Return the ``repr`` of a value, cut to *limit* characters so that errors stay one line."""
    try:
        shown = repr(value[: limit + 1]) if isinstance(value, str | bytes) else repr(value)
    except (RecursionError, ValueError):  # nested deeper than can be shown, or a number of too many digits
        shown = f"<{type(value).__name__}>"
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


class NewsmodelError(Exception):
    """Root of all errors that newsmodel raises on purpose."""


class InvariantError(NewsmodelError, ValueError):
    """
    A model object would break a rule of the model; as text, it tells the first ten rules broken.

    Attributes:
        problems: Every rule broken, at least one.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        told = "; ".join(map(str, self.problems[:_MOST_TOLD]))
        more = len(self.problems) - _MOST_TOLD
        return f"{told}; and {more} more" if more > 0 else told


class WrongTypeError(NewsmodelError, TypeError):
    """
    A value has a type that its field does not hold.

    Attributes:
        problem: The field, the value and the type expected.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class ParseError(NewsmodelError, ValueError):
    """The input cannot be read as an article at all: binary data, a PDF, a lone surrogate."""


class FormatError(NewsmodelError, ValueError):
    """
    A document is not what its format asks for.

    Attributes:
        path: Where in the document, such as ``$.quotes[3].content[0]``.
        reason: What is wrong there, with the value.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class UnknownFormatError(NewsmodelError, LookupError):
    """
    No format of this name is known, or not for what was asked of it.

    Attributes:
        name: The name asked for.
        known: The names that would do.
        lacking: What a known format lacks, as a sentence that goes on with *known*; None for an unknown one.
    """

    def __init__(self, name: str, known: tuple[str, ...], lacking: str | None = None) -> None:
        super().__init__(name, known, lacking)
        self.name = name
        self.known = known
        self.lacking = lacking

    def __str__(self) -> str:
        if self.lacking is not None:
            return f"format {self.name!r} {self.lacking} {', '.join(self.known)}"
        return f"unknown format {self.name!r}; known are {', '.join(self.known)}"


class MissingExtraError(NewsmodelError, ImportError):
    """
    A feature needs an optional package that is not installed.

    Attributes:
        extra: The extra that brings it, as in ``pip install 'newsmodel[extra]'``.
        needs: What asked for it.
    """

    def __init__(self, extra: str, needs: str) -> None:
        super().__init__(extra, needs)
        self.extra = extra
        self.needs = needs

    def __str__(self) -> str:
        return f"{self.needs} needs the extra {self.extra!r}: pip install 'newsmodel[{self.extra}]'"


class BatchError(NewsmodelError, RuntimeError):
    """A batch cannot begin or go on: its output is of another run, or its worker processes do not start."""
