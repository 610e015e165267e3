"""Amounts of time: "two years", "10 days ago", "14-day", "every other week"."""

import datetime as dt
from typing import Final

from newsmodel.lexicon import words
from newsmodel.model import TimeKind
from newsmodel.text.times import values
from newsmodel.text.times.scan import Found, Scan, date
from newsmodel.text.times.weeks import day_in_weeks

# No number in words has more: "two hundred and thirty-one thousand five hundred".
_MOST_NUMBER_WORDS: Final = 8
_SECONDS: Final = {"H": 3600, "MI": 60, "S": 1}


def read_number(scan: Scan, i: int) -> tuple[int, float | None] | None:
    """Read a number at token *i*, in digits or words: the token after it, and how much ("several" is None)."""
    term = scan.term(i)
    if term is None or term.kind not in ("number", "year"):
        return (i + 1, float(term.value)) if term is not None and term.kind == "fraction" else None
    if term.value == "x":
        return i + 1, None
    number = float(term.value)
    i += 1
    if term.value == "2" and scan.word(i - 1) == "couple":
        return i + (scan.word(i) == "of"), number
    first = i
    while i - first < _MOST_NUMBER_WORDS and (term := scan.term(i)) is not None:
        if term.kind not in ("number", "fraction") or term.value == "x":
            break
        more = float(term.value)
        if more >= 100 and scan.word(i).isalpha():
            number *= more
        elif more < number and (more < 1 or (number % 10 == 0 and scan.word(i).isalpha())):
            number += more
        else:
            break
        i += 1
    if scan.word(i) == "and" and scan.word(i + 1) == "a" and scan.word(i + 2) == "half":
        return i + 3, number + 0.5
    return i, number


def amount(scan: Scan, i: int) -> Found | None:
    """Find "two years", "12 to 18 months", "10 days ago", "a few hours later"."""
    if scan.word(i) == "one" and scan.word(i + 1) == "day" and scan.word(i - 1) in scan.known.ahead:
        return date(i + 2, values.FUTURE)  # "will one day be"
    read = read_number(scan, i)
    return measured(scan, i, *read) if read else None


def measured(scan: Scan, i: int, j: int, number: float | None) -> Found | None:
    """Find the unit at token *j* after the *number* that starts at *i*, and what follows it."""
    if scan.word(j) in ("to", "or", "-", "–"):
        second = read_number(scan, j + 1)
        j = second[0] if second is not None else j
    j += scan.is_word(j, "between")
    term = scan.term(j)
    if term is not None and term.kind == "parts" and number is not None:
        return Found(j + 1, TimeKind.DURATION, values.duration(number, "D"))  # "two nights"
    if term is None or term.kind not in ("unit", "units") or scan.word(i - 1) in ("$", "£", "€"):
        return None
    j += term.size
    if scan.word(j) == "and" and scan.word(j + 1) == "a" and scan.word(j + 2) == "half":
        j, number = j + 3, (number or 0) + 0.5
    if scan.word(j) == "or" and scan.is_word(j + 1, "or-so"):
        j += 2
    if number is None and scan.word(j) in ("or", "and") and scan.kind(j + 1) == "units":
        j += 2  # "weeks or months"
    number, unit = plain(number, term.value)
    if unit == "W" and (day := day_in_weeks(scan, i, j, number)) is not None:
        return day
    if scan.is_word(j, "genitive") and scan.word(j + 1) == "time":  # "in two weeks' time"
        return _ago(scan, j + 2, "1 p", number, unit)
    direction = scan.term(j)
    if direction is not None and direction.kind == "ago":
        found = _ago(scan, j, direction.value, number, unit)
        if found is not None:
            return _ago_this(scan, j + direction.size, number, unit) or found._replace(end=j + direction.size)
    if unit == "WE":
        return None
    if scan.word(j) == "of" and (scan.word(j + 1) == "age" or _names_day(scan, j + 1)):
        return None
    return Found(j, TimeKind.DURATION, values.duration(number, unit), article=True)


def _ago_this(scan: Scan, end: int, number: float | None, unit: str) -> Found | None:
    """Find what follows "thirty years ago": "this month", "today"."""
    this, named = scan.term(end), scan.term(end + 1)
    if (
        scan.word(end - 1) != "ago"
        or unit != "Y"
        or number is None
        or this is None
        or this.value.partition(" ")[0] != "0"
    ):
        return None
    then = values.shift(scan.anchor, "Y", -int(number)) if scan.anchor is not None else None
    if this.kind == "day":
        return date(end + this.size, values.period(then, "D"), article=True)
    if this.kind == "shift" and named is not None and named.kind == "unit" and named.value in ("D", "W", "M"):
        return date(end + 1 + named.size, values.period(then, named.value), article=True)
    return None


def _names_day(scan: Scan, i: int) -> bool:
    """Tell whether a day or month follows: "the early hours of Sunday", "the last days of October"."""
    return scan.kind(i + (scan.word(i) == "the")) in ("weekday", "month", "day", "holiday")


def plain(number: float | None, unit: str) -> tuple[float | None, str]:
    """Return an amount without fortnights."""
    return ((number and number * 2), "W") if unit == "FN" else (number, unit)


def _ago(scan: Scan, j: int, value: str, number: float | None, unit: str) -> Found | None:
    """Return the time that lies an amount of time before or after publication, or what the story last named."""
    sign, _, base = value.partition(" ")
    direction = int(sign)
    if scan.word(j) == "before" and scan.word(j + 1)[:1].isalnum():
        return None  # "two days before the election"
    if scan.word(j) in ("earlier", "later") and scan.word(j + 1) == "than":
        return None
    if number is None:
        return date(j, values.PAST, article=True) if scan.word(j) == "ago" else None
    if (number, unit, direction) == (1, "Y", -1) and (quarter := quarter_a_year_ago(scan)):
        return date(j, quarter, article=True)
    origin = scan.anchor if base == "p" else _origin(scan, unit, ahead=direction > 0)
    if unit == "H" and number % 24 == 0:
        number, unit = number // 24, "D"
    if unit == "DE":
        number, unit = number * 10, "Y"
    elif unit == "CE":
        number, unit = number * 100, "Y"
    if unit in _SECONDS:
        if base != "p":
            return None  # minutes after something that happened
        return _hours_away(scan, j, direction * number, unit)
    if number != int(number):
        number, unit = number * 12, "M"
    return date(j, values.period(origin, unit, direction * int(number)), article=True)


def _origin(scan: Scan, unit: str, *, ahead: bool) -> dt.date | None:
    """Return the day from which "four days later" counts; None where the story has named no such day."""
    if unit in ("D", "W") and scan.date is None and (ahead or scan.day is not None):
        return None  # "in March he was shot, and four days later"
    return scan.story_day("D" if unit == "D" or unit in _SECONDS else unit)


def _hours_away(scan: Scan, j: int, number: float, unit: str) -> Found:
    """Return the time so many hours, minutes or seconds from the moment of publication, open where that is unknown."""
    moment = values.shift_seconds(scan.moment, number * _SECONDS[unit]) if scan.moment is not None else None
    if moment is None:
        return Found(j, TimeKind.TIME, f"{values.period(scan.anchor, 'D')}TXX:XX", article=True)
    return Found(j, TimeKind.TIME, f"{moment.date()}T{moment:%H:%M}", article=True, zone=moment.tzinfo)


def latest_quarter(anchor: dt.date | None, number: str) -> str:
    """Return the last quarter or half year of this number that has begun by the anchor."""
    if anchor is None:
        return f"XXXX-{number}"
    months = 3 if number[0] == "Q" else 6
    begins = (int(number[1]) - 1) * months + 1
    return f"{anchor.year - (begins > anchor.month and anchor.year > 1):04}-{number}"


def coming_quarter(anchor: dt.date | None, number: str) -> str:
    """Return the next quarter or half year of this number that ends after the anchor."""
    if anchor is None:
        return f"XXXX-{number}"
    ends = int(number[1]) * (3 if number[0] == "Q" else 6)
    return f"{min(anchor.year + (ends < anchor.month), 9999):04}-{number}"


def quarter_a_year_ago(scan: Scan) -> str | None:
    """Return the quarter or half year of this part of the story, in the year before; None where it is about none."""
    recent = scan.recent_quarter()
    if recent is None:
        return None
    value = latest_quarter(scan.anchor, recent[5:])
    return f"{int(value[:4]) - 1:04}{value[4:]}" if value[:4].isdigit() and value[:4] > "0001" else value


def span(scan: Scan, i: int) -> Found | None:
    """Find "14-day", "two-year"."""
    number, _, unit = scan.terms[i].value.partition(" ")
    if unit == "WE":
        return None
    return Found(i + 1, TimeKind.DURATION, values.duration(*plain(_number(number), unit)))


def aged(scan: Scan, i: int) -> Found | None:
    """Find "8-month-old" of a thing; of a person it is an age."""
    return span(scan, i) if scan.word(i + 1) in scan.known.aged else None


def _number(text: str) -> float | None:
    return None if text == "x" else float(text)


def ordinal(scan: Scan, i: int) -> Found | None:
    """Find "the first nine months"."""
    read = read_number(scan, i + 1)
    if read is None or scan.word(i - 1) != "the":
        return None
    found = measured(scan, i + 1, *read)
    return found if found is not None and found.kind is TimeKind.DURATION else None


def units(scan: Scan, i: int) -> Found | None:
    """Find "years", "days ago", "hours later"."""
    term = scan.terms[i]
    if scan.word(i - 1) in ("-", "–", "/"):
        return None
    bracketed = read_number(scan, i - 2) if scan.word(i - 1) == "]" else None  # "[Ten] years ago", as editors write
    found = measured(scan, i, i, bracketed[1] if bracketed else None)
    plain = found is not None and found.kind is TimeKind.DURATION
    return None if plain and term.value == "Q" else found


def each(scan: Scan, i: int) -> Found | None:
    """Find "every month", "each Thursday", "every two years", "every other day"."""
    j = i + 1
    read = read_number(scan, j)
    if read is not None:
        j, number = read
    else:
        number = 2.0 if scan.word(j) == "other" else 1.0
        j += scan.word(j) == "other"
    term = scan.term(j)
    if term is None:
        return None
    value = {
        "weekday": f"XXXX-WXX-{term.value}",
        "season": f"XXXX-{term.value}",
        "part": f"XXXX-XX-XXT{term.value}",
        "month": f"XXXX-{term.value:>02}",
        "recurring": term.value,
    }.get(term.kind)
    if term.kind in ("unit", "units"):
        value = "XXXX-WXX-WE" if term.value == "WE" else values.duration(*plain(number, term.value))
    return Found(j + term.size, TimeKind.SET, value) if value else None


def often(scan: Scan, i: int) -> Found | None:
    """Find "daily" and "annually" where they are adverbs and tell no rate ("rose 5% annually")."""
    if scan.is_capital(i) or is_rate(scan, i - 1) or not (scan.is_word(i, "often-adverb") or ends_phrase(scan, i + 1)):
        return None
    return Found(i + 1, TimeKind.SET, scan.terms[i].value)


def is_rate(scan: Scan, i: int) -> bool:
    """Tell whether "a day" after token *i* says how often or how fast: "twice a day", "500 barrels a day"."""
    word = scan.word(i)
    if word in scan.known.contexts["rate"] or scan.kind(i) in ("number", "units", "year"):
        return True
    return word.endswith("s") and scan.kind(i - 1) in ("number", "year")


def ends_phrase(scan: Scan, i: int) -> bool:
    """Tell whether token *i* can stand after a finished noun phrase or clause: a mark, or a function word."""
    word = scan.word(i)
    language = scan.document.language
    return not word or not word[0].isalnum() or (language is not None and word in words(language, "function_words"))
