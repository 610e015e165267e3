"""Converters and validators of single fields; the rules across objects are in `invariants`."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

import attrs

from newsmodel.errors import InvariantError, Problem, WrongTypeError
from newsmodel.model.forms import is_country, is_language, is_timex

_TOO_LARGE: Final = 10**4300
"""The least number that has more digits than Python writes or reads, so that no format can carry it."""

# What attrs calls: the new object, the field, the value (its own stubs are loose here, hence `Any`).
Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def problem(owner: object, field: str, value: object, expected: str) -> Problem:
    """Return the problem of one field, its path starting with the class it belongs to."""
    return Problem(f"{type(owner).__name__}.{field}", value, expected)


def refuse(owner: object, field: str, value: object, expected: str) -> InvariantError:
    """Return the error for a value that breaks the rule of its field."""
    return InvariantError(problem(owner, field, value, expected))


def fixed_offset(value: dt.date | None) -> dt.date | None:
    """
    Give an aware datetime the fixed offset it has at that moment.

    Zones with rules make datetimes unequal to themselves around a change of the clock; a fixed offset keeps
    ``==``, ``hash`` and every format in agreement.
    """
    if not isinstance(value, dt.datetime) or value.tzinfo is None or type(value.tzinfo) is dt.timezone:
        return value.replace(fold=0) if isinstance(value, dt.datetime) and value.fold else value
    offset = value.utcoffset()
    return value.replace(tzinfo=None if offset is None else dt.timezone(offset), fold=0)


def encodable(text: str) -> bool:
    """Tell whether *text* is free of lone surrogates, so that every format can carry it."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_a(*kinds: type) -> Validator:
    """Accept instances of *kinds* only."""
    expected = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)

    def check(owner: object, field: "attrs.Attribute[object]", value: object) -> None:
        if not isinstance(value, kinds):
            raise WrongTypeError(problem(owner, field.name, value, expected))

    return check


def maybe(kind: type) -> Validator:
    """Accept an instance of *kind* or None."""
    return is_a(kind, type(None))


def maybe_day(owner: object, field: "attrs.Attribute[dt.date | None]", value: dt.date | None) -> None:
    """Accept a day or None; a datetime is a date to Python, but names more than a day."""
    if value is not None and (not isinstance(value, dt.date) or isinstance(value, dt.datetime)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError(problem(owner, field.name, value, "date without time or None"))


def many(kind: type) -> Validator:
    """Accept a tuple whose items are all of *kind*."""
    exactly = {kind}

    def check(owner: object, field: "attrs.Attribute[object]", value: tuple[object, ...]) -> None:
        if type(value) is not tuple:
            raise WrongTypeError(problem(owner, field.name, value, f"tuple of {kind.__name__}"))
        if not value or (kind is not str and {*map(type, value)} == exactly):
            return
        for i, item in enumerate(value):
            if not isinstance(item, kind):
                raise WrongTypeError(problem(owner, f"{field.name}[{i}]", item, kind.__name__))
            if kind is str:
                _check_words(owner, f"{field.name}[{i}]", item)

    return check


def some(kind: type) -> Validator:
    """Accept a tuple of at least one item, all of *kind*."""
    every = many(kind)

    def check(owner: object, field: "attrs.Attribute[object]", value: tuple[object, ...]) -> None:
        every(owner, field, value)
        if not value:
            raise refuse(owner, field.name, value, f"at least one {kind.__name__}")

    return check


def any_text(owner: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Accept any string that can be encoded, the empty one too."""
    if type(value) is not str:
        raise _no_text(owner, field.name, value)
    if not encodable(value):
        raise refuse(owner, field.name, value, "text without lone surrogates")


def words(owner: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Accept a string that says something: not blank."""
    _check_words(owner, field.name, value)


def maybe_words(owner: object, field: "attrs.Attribute[str | None]", value: str | None) -> None:
    """Accept None for "unknown", else a string that is not blank."""
    if value is not None:
        _check_words(owner, field.name, value)


def _check_words(owner: object, name: str, value: object) -> None:
    if type(value) is not str:
        raise _no_text(owner, name, value)
    if not value or value.isspace():
        raise refuse(owner, name, value, "text that is not blank")
    if not encodable(value):
        raise refuse(owner, name, value, "text without lone surrogates")


def _no_text(owner: object, name: str, value: object) -> WrongTypeError:
    """Return the error for what is no plain string: a subclass may hold a whole page, or change under its hash."""
    expected = f"str, not its subclass {type(value).__name__}" if isinstance(value, str) else "str"
    return WrongTypeError(problem(owner, name, value, expected))


def language_tag(owner: object, field: "attrs.Attribute[str | None]", value: str | None) -> None:
    """Accept None or the form of a BCP 47 language tag."""
    maybe_words(owner, field, value)
    if value is not None and not is_language(value):
        raise refuse(owner, field.name, value, "a BCP 47 language tag such as 'en' or 'pt-BR'")


def country_code(owner: object, field: "attrs.Attribute[str | None]", value: str | None) -> None:
    """Accept None or the form of an ISO 3166-1 alpha-2 code, be there such a country or not."""
    maybe_words(owner, field, value)
    if value is not None and not is_country(value):
        raise refuse(owner, field.name, value, "an ISO 3166-1 alpha-2 code such as 'IQ'")


def timex(owner: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Accept the form of a TIMEX3 value, be there such a day or not."""
    _check_words(owner, field.name, value)
    if not is_timex(value):
        raise refuse(owner, field.name, value, "a TIMEX3 value such as '2017-10-05', '2017-W42', 'P14D' or 'PAST_REF'")


def count(owner: object, field: "attrs.Attribute[int | None]", value: int | None) -> None:
    """Accept None or a whole number from zero up."""
    if value is not None and type(value) is not int:
        raise WrongTypeError(problem(owner, field.name, value, "int or None"))
    if value is not None and value < 0:
        raise refuse(owner, field.name, value, "a number from 0 up")
    if value is not None and value >= _TOO_LARGE:
        raise refuse(owner, field.name, value, "a number of at most 4300 digits")
