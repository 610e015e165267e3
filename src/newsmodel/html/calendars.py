"""Years that are not counted from the birth of Christ: how Iran, Taiwan, Thailand and Japan date what they publish."""

import datetime as dt
from functools import cache
from typing import Final

from newsmodel import lexicon

__all__ = ["BUDDHIST", "REIGNS", "common_year", "solar_day", "solar_month", "writes_solar"]

BUDDHIST: Final = 543
"""Years are counted from the death of the Buddha in Thailand."""
_REPUBLIC: Final = 1911
"""Years are counted from the founding of the republic in Taiwan."""
REIGNS: Final = {"昭和": 1925, "平成": 1988, "令和": 2018}
"""The years before the first of a reign, by which Japan counts."""
_FIRST_REPUBLICAN, _LAST_REPUBLICAN = 69, 199
_SOLAR_LANGUAGES: Final = frozenset(("fa", "ps", "prs"))
_FIRST_SOLAR, _LAST_SOLAR = 1350, 1450
_CYCLE: Final = 33
"""After so many years the leap years of the solar calendar repeat."""
_LEAPS: Final = 8
_LONG_MONTHS: Final = 6
_SOLAR_EPOCH: Final = 356_032
"""The days that the count below runs ahead of the day that Python numbers 1."""
_CYCLES_BEFORE: Final = 1595


def common_year(reign: str, year: str) -> int:
    """Return the common year of a year as Chinese and Japanese write it, after the name of a *reign* or after none."""
    number = 1 if year == "元" else int(year)
    if reign:
        return REIGNS[reign] + number
    return number + _REPUBLIC if _FIRST_REPUBLICAN <= number <= _LAST_REPUBLICAN else number


def writes_solar(language: str) -> bool:
    """Tell whether a language is written where years are counted from the Hijra by the sun: Iran and Afghanistan."""
    return language in _SOLAR_LANGUAGES


@cache
def _solar_months() -> dict[str, int]:
    rows = lexicon.rows("web", "solar_months")
    return {name: int(number) for number, names in rows for name in names.split("|")}


def solar_month(word: str) -> int | None:
    """Return the number of a month of the solar calendar, by its Persian or Dari name."""
    return _solar_months().get(word)


def solar_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day that a date of the solar calendar of Iran stands for, None where there is no such day."""
    longest = 31 if month <= _LONG_MONTHS else 30
    if not (_FIRST_SOLAR <= year <= _LAST_SOLAR and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    number = _new_year(year) + (month - 1) * 30 + min(month - 1, _LONG_MONTHS) + day - 1
    return dt.date.fromordinal(number) if number < _new_year(year + 1) else None


def _new_year(year: int) -> int:
    """Return the number that Python gives to the first day of a solar year, around the equinox in March."""
    counted = year + _CYCLES_BEFORE
    return 365 * counted + counted // _CYCLE * _LEAPS + (counted % _CYCLE + 3) // 4 - _SOLAR_EPOCH
