"""How values are written: language tags, country codes and values of times; and arguments, held to their types."""

import re
from collections.abc import Callable

from newsmodel.errors import Problem, WrongTypeError

__all__ = ["COUNTRY", "LANGUAGE", "TIMEX", "expect", "is_country", "is_language", "is_timex"]

Test = Callable[[str], object]

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)

# TIMEX3, as TimeML 1.2.1 has it: ISO 8601 with X for a digit unknown, and weekends, seasons, halves of a year, parts of
# the day, decades and centuries besides. No two of its parts can start alike, so that little is ever tried twice.
_PART = r"MO|MI|AF|EV|NI|DT|PM"
_NUMBER = r"(?:X|\d+(?:\.\d+)?(?:e[-+]\d+)?)"
_DATE = (
    r"(?:BC)?[\dX]{2,4}"
    r"(?:-[\dX]{2}(?:-[\dX]{2})?|-W[\dX]{2}(?:-(?:WE|[1-7X]))?|-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI))?"
)
_TIME = (
    rf"T(?:{_PART}|[\dX]{{2}}(?::[\dX]{{2}}(?::[\dX]{{2}}(?:\.\d+)?)?)?"
    r"(?:Z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)?)"
)
_DURATION = (
    rf"P(?:{_NUMBER}(?:WE|DE|CE|SP|SU|FA|WI|[YMWDQHEC]))*"
    rf"(?:T(?:{_NUMBER}(?:{_PART}|[HMS]))+)?(?<!P)"
)
_ONE = rf"(?:{_DURATION}|{_DATE}(?:{_TIME})?|{_TIME}|(?:PAST|PRESENT|FUTURE)_REF)"
_TIMEX = re.compile(rf"{_ONE}(?:/{_ONE})?", re.ASCII)

LANGUAGE, COUNTRY, TIMEX = _LANGUAGE.pattern, _COUNTRY.pattern, _TIMEX.pattern
"""The same as regular expressions, which a whole string must match; ``\\d`` is a digit of ASCII."""

is_language: Test = _LANGUAGE.fullmatch
"""Whether a string has the form of a BCP 47 language tag; such a language need not exist."""
is_country: Test = _COUNTRY.fullmatch
"""Whether a string has the form of an ISO 3166-1 alpha-2 code; such a country need not exist."""
is_timex: Test = _TIMEX.fullmatch
"""Whether a string has the form of a TIMEX3 value; such a day need not exist."""


def expect(name: str, value: object, *kinds: type) -> None:
    """
    Hold an argument to its types.

    Raises:
        WrongTypeError: It is an instance of none of *kinds*; names the argument, the value and what was expected.
    """
    if not isinstance(value, kinds):
        expected = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
        raise WrongTypeError(Problem(name, value, expected))
