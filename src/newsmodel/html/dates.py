"""Dates as pages write them: ISO 8601 and other machine forms, and the date lines of the common languages."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

import attrs

from newsmodel import lexicon
from newsmodel.html.calendars import BUDDHIST, REIGNS, common_year, solar_day, solar_month, writes_solar

__all__ = ["Order", "Reading", "is_calendar_word", "order_of", "read_date", "read_machine_date", "read_url_date"]

_FIRST_YEAR, _LAST_YEAR = 1980, 2099
_MAX_LENGTH: Final = 400

_ISO: Final = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:T|\s|%20|-(?=\d\d:))\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,:]\d+)?)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2}(?!\d))?",
    re.IGNORECASE | re.ASCII,
)
_COMPACT: Final = re.compile(
    r"\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$", re.ASCII
)
_EPOCH: Final = re.compile(r"\s*(\d{9,10})(\d{3})?\s*$", re.ASCII)
_NUMERIC: Final = re.compile(
    r"(?<![\d./-])(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d]|[./-]\d)", re.ASCII
)
_CJK: Final = re.compile(
    rf"(?<!\d)({'|'.join(REIGNS)}|)\s*(\d{{1,4}}|元)\s*[年년]\s*(\d{{1,2}})\s*[月월]\s*(\d{{1,2}})\s*[日일号]", re.ASCII
)
_LETTERS: Final = re.compile(r"[^\W\d_]{2}|[\u0900-\u1fff]")
_MARKS: Final = (
    "\u0300-\u036f\u200d\u064b-\u0652\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0dca-\u0ddf\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3"
    + "".join(f"{chr(at)}-{chr(at + 3)}{chr(at + 0x3A)}-{chr(at + 0x4F)}" for at in range(0x0900, 0x0D80, 0x80))
)
"""Vowels and accents that are no letters to Python; most scripts of India have theirs at the same places."""
_TOKEN: Final = re.compile(rf"\d+|[ก-๎]{{1,3}}\.[ก-ฮ](?=\.)|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’׳॰][^\W\d_]+)?")
_SHORT_VOWELS: Final = dict.fromkeys(range(0x064B, 0x0653))
"""The marks that Arabic may leave out."""
_TIME: Final = re.compile(
    r"(?<![\d:.])(\d{1,2})(?::|h|\.(?=\d\d\s*(?:uhr|[ap]\.?m|h\b|[a-z]{1,3}t\b|utc)))(\d{2})(?::(\d{2}))?(?![\d])"
    r"(?:\s*([ap])\.?\s?m\b\.?)?"
    r"|\bk(?:l|lo|lokken|lockan|ell)\b\.?\s?(\d{1,2})[.:](\d\d)(?!\d)"
    r"|(?<![\d:.])(\d{1,2})\s*([ap])\.?m\b\.?"
    r"|(\d{1,2})\s*[時时点點시]\s*(\d{1,2})\s*[分분]",
    re.IGNORECASE | re.ASCII,
)
_ZONE: Final = re.compile(r"\s*\(?\s*((?:UTC|GMT)?\s*[+\-−]\d{1,2}:?(?:\d{2})?(?!\d)|[A-Z]{1,4}T?\b)")
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?\s*([+\-−])(\d{1,2}):?(\d{2})?$")
_URL: Final = re.compile(
    r"[/_-][A-Z]{0,3}((?:19|20)\d{2})(?:([/_-])(\d{1,2}|[a-z]{3})\2(\d{1,2})|(\d{2})(\d{2})(?:[01]\d|2[0-3])?(?:[0-5]\d\d*)?)(?=[/_.-]|$)",
    re.IGNORECASE | re.ASCII,
)
_DIGITS: Final = {
    ord(c): str(i % 10)
    for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙၀၁၂၃၄၅၆၇၈၉០១២៣៤៥៦៧៨៩０１２３４５６７８９")
}
_FOREIGN_DIGIT: Final = re.compile("[٠-٩۰-۹०-९০-৯๐-๙၀-၉០-៩０-９]")
_YEAR: Final = re.compile(r"[12]\d{3}|\d\s?[./-]\s?\d\d(?!\d)|[\d元]\s?年", re.ASCII)


@attrs.frozen
class Order:
    """In which order a page writes numeric dates, and which month names it uses first."""

    numeric: str
    """``dmy``, ``mdy``, ``ymd``, or ``?`` where nothing tells."""
    language: str


@attrs.frozen
class Reading:
    """A date found in text: what it says, where, and whether day and month could be meant the other way round."""

    value: dt.date
    start: int
    end: int
    ambiguous: bool = False
    swapped: dt.date | None = None
    """The other day that the digits can mean, day and month the other way round."""


def order_of(language: str | None, host: str | None) -> Order:
    """Return the order of a page in *language*, given its *host*, whose country may tell what "en" leaves open."""
    tag = (language or "").lower().replace("_", "-")
    primary = tag.partition("-")[0]
    orders = _orders()
    numeric = orders.get(tag) or orders.get(primary) or ("dmy" if primary else "?")
    if numeric == "?" and host:
        numeric = orders.get("." + host.lower().rpartition(".")[2], "?")
    return Order(numeric, primary)


@cache
def _orders() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("web", "date_orders")}


@cache
def _zones() -> dict[str, int]:
    return {name: int(minutes) for name, minutes in lexicon.rows("web", "time_zones")}


@cache
def _months() -> dict[str, dict[str, int]]:
    """Return month names by language; under the empty language those that mean the same month everywhere."""
    by_language: dict[str, dict[str, int]] = {"": {}}
    disputed: set[str] = set()
    everywhere = by_language[""]
    for language, number, names in lexicon.rows("web", "months"):
        for name in names.split("|"):
            by_language.setdefault(language, {})[name] = int(number)
            if everywhere.setdefault(name, int(number)) != int(number):
                disputed.add(name)
    for name in disputed:
        del everywhere[name]
    return by_language


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of the months' names of two words."""
    names = (name for months in _months().values() for name in months)
    return frozenset(name.partition(" ")[0] for name in names if " " in name)


def _month(word: str, language: str) -> int | None:
    names, word = _months(), word.lower()
    if not word.isascii():
        word = unicodedata.normalize("NFC", word.translate(_SHORT_VOWELS))
    return names.get(language, names[""]).get(word) or names["en"].get(word) or names[""].get(word)


def is_calendar_word(word: str) -> bool:
    """Tell whether a word is the name of a month or its abbreviation, or of a day of the week, in some language."""
    word = word.rstrip(".,").lower()
    return _month(word, "") is not None or word in lexicon.words("web", "weekdays")


def read_machine_date(text: str) -> dt.date | None:
    """Return the date of a machine-readable value: ISO 8601 and what is near it, RFC 2822, seconds since 1970."""
    text = text.strip()[:_MAX_LENGTH]
    if found := _ISO.match(text) or _COMPACT.match(text):
        year, month, day, hour, minute, second, zone = found.groups()
        return _moment((int(year), int(month), int(day)), (hour, minute, second), _offset(zone))
    if found := _EPOCH.match(text):
        moment = dt.datetime.fromtimestamp(int(found.group(1)), dt.UTC)
        return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
    return None


def read_date(text: str, order: Order) -> Reading | None:
    """Return the first date that *text* holds with day, month and year, and the time beside it."""
    text = text[:_MAX_LENGTH]
    if not text.isascii() and _FOREIGN_DIGIT.search(text):
        text = text.translate(_DIGITS)
    if not _YEAR.search(text):
        return None
    if found := _ISO.search(text) if "-" in text else None:
        day = read_machine_date(found.group())
        if day is not None:
            return Reading(day, found.start(), found.end())
    readings = (_cjk(text), _worded(text, order), _numeric(text, order))
    first = min((r for r in readings if r is not None), key=lambda r: r.start, default=None)
    if first is None:
        return None
    time, end = _time_beside(text, first)
    return first if time is None else attrs.evolve(first, value=dt.datetime.combine(first.value, time), end=end)


def read_url_date(path: str) -> dt.date | None:
    """Return the day that the path of a URL holds, such as ``/2024/03/15/`` or ``-20240315-``."""
    found = _URL.search(path[:2000])
    if found is None:
        return None
    year, _, month, day, compact_month, compact_day = found.groups()
    name = month or compact_month
    number = int(name) if name.isdigit() else _month(name, "en") or 0
    return _day(int(year), number, int(day or compact_day))


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year >= _FIRST_YEAR + BUDDHIST:
        year -= BUDDHIST
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _moment(
    day: tuple[int, int, int], time: tuple[str | None, str | None, str | None], zone: dt.timezone | None
) -> dt.date | None:
    """Return the datetime, or the day where there is no time; a time that cannot be is dropped."""
    date = _day(*day)
    hour, minute, second = time
    if date is None or hour is None or minute is None:
        return date
    try:
        return dt.datetime.combine(date, dt.time(int(hour), int(minute), min(int(second or 0), 59), tzinfo=zone))
    except ValueError:
        return date


def _offset(zone: str | None) -> dt.timezone | None:
    """Return the zone that "+02:00", "GMT+2" or "CEST" stands for."""
    if not zone:
        return None
    zone = zone.strip()
    if (minutes := _zones().get(zone.upper())) is not None:
        return dt.timezone(dt.timedelta(minutes=minutes))
    found = _OFFSET.match(zone)
    if found is None:
        return None
    sign, hours, rest = found.groups()
    delta = dt.timedelta(hours=int(hours), minutes=int(rest or 0))
    if delta >= dt.timedelta(hours=15) or int(rest or 0) > 59:
        return None
    return dt.timezone(delta if sign == "+" else -delta)


def _cjk(text: str) -> Reading | None:
    for found in _CJK.finditer(text):
        reign, year, month, number = found.groups()
        day = _day(common_year(reign, year), int(month), int(number))
        if day is not None:
            return Reading(day, found.start(), found.end())
    return None


def _numeric(text: str, order: Order) -> Reading | None:
    for found in _NUMERIC.finditer(text):
        a, mark, b, c = found.groups()
        if writes_solar(order.language) and (day := solar_day(int(a), int(b), int(c))):
            return Reading(day, found.start(), found.end())
        reading = _numeric_day(a, b, c, "dmy" if mark == "." and order.numeric != "ymd" else order.numeric)
        if reading is not None:
            value, swapped = reading
            ambiguous = order.numeric == "?" and mark != "." and swapped is not None
            return Reading(value, found.start(), found.end(), ambiguous, swapped)
    return None


def _numeric_day(a: str, b: str, c: str, order: str) -> tuple[dt.date, dt.date | None] | None:
    """Return the day, and the other one that it could be; a year of two digits is of this century."""
    if len(a) == 4:
        day = _day(int(a), int(b), int(c)) if len(c) < 3 else None
        return (day, None) if day else None
    if len(a) == 3:
        return None
    if len(c) == 2 and order == "ymd" and int(a) > 12:
        day = _day(2000 + int(a), int(b), int(c))
        return (day, None) if day else None
    year = int(c) if len(c) == 4 else 2000 + int(c)
    day_first, month_first = _day(year, int(b), int(a)), _day(year, int(a), int(b))
    if day_first is None or month_first is None or day_first == month_first:
        day = day_first or month_first
        return (day, None) if day else None
    return (month_first, day_first) if order == "mdy" else (day_first, month_first)


def _worded(text: str, order: Order) -> Reading | None:
    """Read "5 March 2024", "March 5th, 2024", "5 de marzo de 2024", "2024 March 5", "Mon Mar 05 2024"."""
    if not _LETTERS.search(text):
        return None
    tokens = list(_TOKEN.finditer(text))
    words = [t.group() for t in tokens]
    for i, word in enumerate(words):
        named = None if word[0].isdigit() else _named_month(words, i, order.language)
        if named is None:
            continue
        month, last, make = named
        before = _number_at(words, i, -1)
        after = _number_at(words, last, 1)
        then = _number_at(words, after, 1) if after is not None else None
        ahead = _number_at(words, before, -1) if before is not None else None
        for day_at, year_at in ((before, after), (after, then), (after, before), (before, ahead)):
            if day_at is None or year_at is None or len(words[day_at]) > 2 or len(words[year_at]) != 4:
                continue
            day = make(int(words[year_at]), month, int(words[day_at]))
            if day is not None:
                places = (i, last, day_at, year_at)
                return Reading(day, tokens[min(places)].start(), tokens[max(places)].end())
        if after is not None and then is not None and len(words[after]) <= 2:
            year_at = _year_after_time(words, after)
            if year_at is not None and (day := make(int(words[year_at]), month, int(words[after]))):
                return Reading(day, tokens[i].start(), tokens[after].end())
    return None


def _named_month(
    words: list[str], at: int, language: str
) -> tuple[int, int, Callable[[int, int, int], dt.date | None]] | None:
    """
    Return the month that the words at a place name, where its name ends, and the calendar that it is of.

    A name may be two words ("tháng 5"), or two names of one month ("أيار/مايو").
    """
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word.lower() in _first_words() and (month := _month(f"{word} {following}", language)) is not None:
        return month, at + 1, _day
    if (month := _month(word, language)) is not None:
        return month, at + (_month(following, language) == month), _day
    month = solar_month(word)
    return (month, at, solar_day) if month is not None else None


def _number_at(words: list[str], at: int, step: int) -> int | None:
    """Return the place of the number that stands beside *at*, at most two small words away."""
    for _ in range(3):
        at += step
        if not 0 <= at < len(words):
            return None
        if words[at].isdigit():
            return at
        if words[at].lower() not in lexicon.words("web", "date_particles"):
            return None
    return None


def _year_after_time(words: list[str], day_at: int) -> int | None:
    """Return the year of "Mar 05 10:30:00 CET 2024", the date of old Unix tools."""
    for at in range(day_at + 3, min(day_at + 6, len(words))):
        if len(words[at]) == 4 and words[at].isdigit():
            return at
    return None


def _time_beside(text: str, reading: Reading) -> tuple[dt.time | None, int]:
    """Return the time that stands within a few characters after the date, or just before it, and where both end."""
    after = text[reading.end : reading.end + 32]
    found = _TIME.search(after)
    if found is not None and _is_beside(after[: found.start()]):
        zone = _ZONE.match(after, found.end())
        return _clock(found, _offset(zone.group(1)) if zone else None), reading.end + found.end()
    before = text[max(0, reading.start - 24) : reading.start]
    if found := _TIME.search(before):
        zone = _ZONE.match(before, found.end())
        if len(before) - found.end() <= 12:
            return _clock(found, _offset(zone.group(1)) if zone else None), reading.end
    return None, reading.end


def _is_beside(gap: str) -> bool:
    """Tell whether the words between a date and a time part them: another date, or the border of a column."""
    return not any(c.isdigit() for c in gap) and not any(c in "\n|" for c in gap[12:])


def _clock(found: re.Match[str], zone: dt.timezone | None) -> dt.time | None:
    hour, minute, second, half, kl_hour, kl_minute, hour_alone, half_alone, cjk_hour, cjk_minute = found.groups()
    hours = int(hour or kl_hour or hour_alone or cjk_hour)
    half = (half or half_alone or _half_before(found)).lower()
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "p" else 0)
    try:
        return dt.time(hours, int(minute or kl_minute or cjk_minute or 0), int(second or 0), tzinfo=zone)
    except ValueError:
        return None


def _half_before(found: re.Match[str]) -> str:
    """Return "a" or "p" where a word before the time tells the half of the day, else nothing."""
    before = found.string[: found.start()].rstrip()
    return next((half[0] for word, half in lexicon.rows("web", "half_days") if before.endswith(word)), "")
