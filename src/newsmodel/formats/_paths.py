"""Where in a JSON document something is, and the error of cattrs told as a path and a reason."""

import re
from typing import NamedTuple, Optional

from cattrs.errors import AttributeValidationNote, BaseValidationError, IterableValidationNote

from newsmodel.errors import FormatError, InvariantError, Problem, WrongTypeError, brief

WHOLE = "$"
"""The path of the document itself."""

_PLAIN_KEY = re.compile(r"[A-Za-z_]\w*", re.ASCII)


class Step(NamedTuple):
    """A key or index, and the step before it; None is the document itself."""

    parent: Optional["Step"]
    key: str | int


def path_of(step: Step | None) -> str:
    """Return the JSONPath of a place in a document."""
    parts: list[str] = []
    while step is not None:
        parts.append(_part(step.key))
        step = step.parent
    return WHOLE + "".join(reversed(parts))


def _part(key: str | int) -> str:
    if isinstance(key, int):
        return f"[{key}]"
    return f".{key}" if _PLAIN_KEY.fullmatch(key) else f"[{brief(key)}]"


def explain(error: Exception, at: Step | None = None) -> FormatError:
    """Return the first thing that is wrong by the error cattrs raised for the value at *at*."""
    while isinstance(error, BaseValidationError):
        error = error.exceptions[0]
        notes: list[AttributeValidationNote | IterableValidationNote] = getattr(error, "__notes__", [])
        for note in reversed(notes):  # the innermost was added first
            at = Step(at, note.name if isinstance(note, AttributeValidationNote) else note.index)
    path = path_of(at)
    if isinstance(error, InvariantError | WrongTypeError):
        problem = error.problems[0] if isinstance(error, InvariantError) else error.problem
        return FormatError(path + _field_of(problem), f"expected {problem.expected}, got {brief(problem.value)}")
    if isinstance(error, KeyError):
        return FormatError(path, "missing")
    return FormatError(path, str(error))


def _field_of(problem: Problem) -> str:
    """Return the field of a problem as the end of a path, without the class some start with ("Quote.text")."""
    field = problem.field
    first, _, rest = field.partition(".")
    return f".{rest if first[:1].isupper() else field}"
