"""Hooks for cattrs that read and write the parts of model objects: strings, enums, dates, tuples, spans, references."""

import datetime as dt
import re
import sys
from collections.abc import Callable
from contextvars import ContextVar
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationNote

from newsmodel.errors import brief
from newsmodel.model import Span
from newsmodel.model.unchecked import unchecked_span

T = TypeVar("T")

# What cattrs calls to read, with a plain value and the type wanted, and to write, with an object.
Read = Callable[[object, object], T]
Write = Callable[[T], object]

# The one form that is written here; `_values.day_or_moment` takes what others write.
_WRITTEN_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?P<time>T\d\d:\d\d:\d\d(?:\.\d{1,6})?"
    r"(?:Z|(?P<sign>[+-])00:00:00\.(?P<odd>\d{6})|[+-]\d\d:\d\d(?::\d\d(?:\.\d{6})?)?)?)?",
    re.ASCII,
)


class MisfitError(ValueError):
    """A plain value is not what its place asks for; the notes of cattrs say which place that is."""


def misfit(value: object, expected: str) -> MisfitError:
    """Return the error for a value in whose place something else is expected."""
    reason = f"expected {expected}, got {shown(value)}"
    return MisfitError(reason)


@attrs.define
class Reading:
    """The article being read: its text, and the members read so far, by class and id."""

    text: str
    members: dict[tuple[type, str], object]


# cattrs has no place for context, so the article in hand is passed to the hooks of spans and references here.
# A context variable keeps threads and tasks apart, and is reset before the hook of `Article` returns.
reading: ContextVar[Reading | None] = ContextVar("newsmodel_reading", default=None)


def shown(value: object) -> str:
    """Name a plain value in an error: what is short as it is, objects and lists by their kind alone."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return "null" if value is None else brief(value)


# -- scalars -----------------------------------------------------------------------------------------------------


def exactly(kind: type[T], name: str) -> Read[T]:
    """Return a hook that reads values of just this type; a subclass wanted is made of one, as an enum is."""

    def read(value: object, wanted: object) -> T:
        if type(value) is not kind:
            raise misfit(value, name)
        return value if wanted is kind else cast("Callable[[T], T]", wanted)(value)

    return read


def read_moment(value: object, _: object) -> dt.date:
    """Read a date or a datetime, whichever it says."""
    match = _WRITTEN_MOMENT.fullmatch(value) if type(value) is str else None
    if match is not None:
        try:
            return _moment(match)
        except ValueError:  # a 13th month
            pass
    raise misfit(value, "a day like 2017-10-05 or a time like 2017-10-05T14:30:00+02:00")


def _moment(match: re.Match[str]) -> dt.date:
    if not match["time"]:
        return dt.date.fromisoformat(match[0])
    found = dt.datetime.fromisoformat(match[0])
    if match["odd"]:  # Python writes offsets of less than a second, but reads them as none
        offset = dt.timedelta(microseconds=int(match["sign"] + match["odd"]))
        return found.replace(tzinfo=dt.timezone(offset))
    return found


def read_member(value: object, kind: type[StrEnum]) -> StrEnum:
    """Read a member of an enum by its value."""
    members = _members(kind)
    if type(value) is not str or value not in members:
        raise misfit(value, f"one of {', '.join(members)}")
    return members[value]


@cache
def _members(kind: type[StrEnum]) -> dict[str, StrEnum]:
    return {member.value: member for member in kind}


def is_optional(kind: object) -> bool:
    """Tell whether a type is one type or None."""
    args = get_args(kind)
    return len(args) == 2 and NoneType in args and get_origin(kind) is not tuple


def optional_reader(kind: object, converter: Converter) -> Read[object]:
    """Return a hook that reads null as None, and else what the type without None reads."""
    some = next(arg for arg in get_args(kind) if arg is not NoneType)
    hook = converter.get_structure_hook(some)

    def read(value: object, _: object) -> object:
        return None if value is None else hook(value, some)

    return read


# -- tuples ------------------------------------------------------------------------------------------------------


def is_tuple(kind: object) -> bool:
    """Tell whether a type is a tuple of any length, all of one type."""
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def tuple_reader(kind: object, converter: Converter) -> Read[tuple[object, ...]]:
    """Return a hook that reads a list, not a string or an object, as a tuple."""
    item = get_args(kind)[0]
    return each(converter.get_structure_hook(item), item)


def each(hook: Callable[[object, type], object], item: type) -> Read[tuple[object, ...]]:
    """Return a hook that reads a list with *hook* for its items, and stops at the first that does not fit."""

    def read(value: object, _: object) -> tuple[object, ...]:
        if type(value) is not list:
            raise misfit(value, "a list")
        found: list[object] = []
        try:
            for x in cast("list[object]", value):
                found.append(hook(x, item))  # noqa: PERF401 (its length tells where an error is)
        except Exception as error:
            error.add_note(IterableValidationNote(f"item {len(found)}", len(found), item))
            raise
        return tuple(found)

    return read


# -- spans -------------------------------------------------------------------------------------------------------


# What is right is read at once, as there are hundreds of spans to an article; what is wrong is looked into after.


def read_span(value: object, _: object) -> Span:
    """Read start and end and, inside an article, hold the text beside them against the article's."""
    article = reading.get()
    if article is None:
        return read_bare_span(value, _)
    if type(value) is list and len(cast("list[object]", value)) == 3:
        start, end, text = cast("list[object]", value)
        if type(start) is int and type(end) is int and 0 <= start < end <= len(article.text):
            covered = article.text[start:end]
            if text == covered:
                return unchecked_span(start, end)
            raise misfit(text, f"the text there, {brief(covered)}")
    raise _wrong_span(value, "[start, end, text]", article)  # pyright: ignore[reportUnknownArgumentType]


def read_bare_span(value: object, _: object) -> Span:
    """Read start and end alone."""
    article = reading.get()
    if type(value) is list and len(cast("list[object]", value)) == 2:
        start, end = cast("list[object]", value)
        limit = sys.maxsize if article is None else len(article.text)
        if type(start) is int and type(end) is int and 0 <= start < end <= limit:
            return unchecked_span(start, end)
    raise _wrong_span(value, "[start, end]", article)  # pyright: ignore[reportUnknownArgumentType]


def _wrong_span(value: object, form: str, article: Reading | None) -> MisfitError:
    """Return the error for what is no span, or none of the article's."""
    parts = cast("list[object]", value) if isinstance(value, list) else []
    if len(parts) != form.count(",") + 1:
        return misfit(value, form)  # pyright: ignore[reportUnknownArgumentType]
    start, end = parts[:2]
    if type(start) is not int:
        return misfit(start, "an offset")
    if type(end) is not int:
        return misfit(end, "an offset")
    if article is not None and end > len(article.text):
        reason = f"end {brief(end)} lies past the text ({len(article.text)})"
        return MisfitError(reason)
    return misfit((start, end), "a start from 0 up and an end after it")
