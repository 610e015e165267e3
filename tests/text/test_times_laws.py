"""Laws of times: whatever the text and the day of publication."""

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.lexicon import rows
from newsmodel.model import TimeKind
from newsmodel.model.events import day_of
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.times import values as time_values
from newsmodel.text.times.finding import find_times

# A value as TIMEX3 has them: a date with open digits, a part of a day or a time, a duration, or a reference.
_DAY = r"[\dX]{2}(?:[\dX](?:[\dX](?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|[1-7]))?|[QH][\dX]|SP|SU|FA|WI))?)?)?"
_TIME = r"(?:T(?:MO|AF|EV|NI|\d\d:\d\d|XX:XX))?"
_DURATION = r"P(?:[\dX.]+(?:DE|CE|[YMWDQ]))+|PT(?:[\dX.]+[HMS])+|P\d+Y\d+M"
_ERA = r"BC\d{2}(?:\d{2}(?:/BC\d{4})?)?"
TIMEX3 = re.compile(rf"(?:{_DAY}{_TIME})(?:/{_DAY}{_TIME})?|{_ERA}|{_DURATION}|(?:PAST|PRESENT|FUTURE)_REF")

_LISTS = ("calendar", "time_words", "numbers", "ordinals", "holidays", "national_days", "zones")
_WORDS = sorted({row[0] for name in _LISTS for row in rows("en", name)})
_SHAPES = """
the a an of in on at to and - – , . ' 's ( ) % $ ended / ] [
2017 1850 5 31 0 10:30 22:61 8pm 25 5th 99 1,000 2.5 2017-10-05 2017-13-45 10/5/2017 1980s 80s 1/2 0000-00-00
14-day 2015-16 3-5 mid-1990s 9999999 8-month-old March-May twenty-four fiscal-first 9/11
eleventh-hour second-half last-minute month-long Q3 '09 half o'clock
Nov. Dec. 1-5 30-Nov 28-Jan. 3-June 31-Feb opens opened will ran until
""".split()  # noqa: SIM905 - a list of single words reads worse
tokens = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_SHAPES), st.sampled_from(_WORDS).map(str.capitalize))
phrases = st.lists(tokens, max_size=14).map(" ".join)
texts = st.one_of(phrases, st.text(max_size=60), st.tuples(phrases, st.text(max_size=20)).map("".join))
days = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(timezones=st.just(dt.UTC)),
    st.sampled_from([dt.date.min, dt.date.max, dt.date(2016, 2, 29)]),
)
ordinary_days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
yearly_days = ordinary_days.filter(lambda day: (day.month, day.day) != (2, 29))

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def document(text: str, published: dt.date | None) -> Document:
    """Return a text in English as the annotators see it."""
    return Document(text, plain_blocks(text), "en", published)


def value(text: str, published: dt.date | None) -> str:
    """Return the value of the one time of a text."""
    (time,) = find_times(document(text, published))
    return time.value


@given(texts, days)
def test_values_are_timex3(text: str, published: dt.date | None) -> None:
    """Every text has times, none or many, and every value of them is one of TIMEX3."""
    for time in find_times(document(text, published)):
        assert TIMEX3.fullmatch(time.value), time.value


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("told", ["Friday afternoon", "last Friday night", "next Sunday evening", "a day ago at noon"])
def test_days_that_no_calendar_has_are_no_part_of_a_value(told: str, published: dt.date) -> None:
    """Where a weekday or a day would lie outside the calendar, its part of the day is put to no reference."""
    for time in find_times(document(f"He left {told}.", published)):
        assert TIMEX3.fullmatch(time.value)


@given(texts, days)
def test_times_are_in_order_and_apart(text: str, published: dt.date | None) -> None:
    """No time overlaps the one before it, and none goes past its sentence."""
    found = find_times(document(text, published))
    read = document(text, published)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for time in found:
        first, last = read.token_at(time.span.start), read.token_at(time.span.end - 1)
        assert read.sentence_of[first] == read.sentence_of[last]


@pytest.mark.parametrize(
    "shown", ["May 3-June 5", "Nov. 1-5", "Dec. 28-Jan. 3", "Oct. 20 to 29", "3-5 October", "Feb. 29-March 1"]
)
@given(told=st.sampled_from(["It was held", "It will be held", "It is held", ""]), published=days)
def test_days_without_a_year_are_next_to_each_other(shown: str, told: str, published: dt.date | None) -> None:
    """Both ends of a range belong together, whatever its tense and the day of publication."""
    for time in find_times(document(f"{told} {shown}.", published)):
        assert time.start is None or time.end is None or 0 < (day_of(time.end) - day_of(time.start)).days < 40


@given(texts, days)
def test_intervals_run_forward(text: str, published: dt.date | None) -> None:
    """An interval has both ends or none, and ends no earlier than it starts."""
    for time in find_times(document(text, published)):
        assert (time.start is None) == (time.end is None)
        if time.start is not None and time.end is not None:
            assert day_of(time.start) <= day_of(time.end)
            assert time.kind is not TimeKind.SET


@given(st.sampled_from(WEEKDAYS), ordinary_days, st.sampled_from(["", "last ", "next ", "this "]))
def test_a_week_later_weekdays_are_a_week_later(name: str, published: dt.date, shift: str) -> None:
    """Shifting the day of publication by a week shifts the value of a weekday by a week."""
    week = dt.timedelta(7)
    now = dt.date.fromisoformat(value(f"They met {shift}{name}.", published))
    then = dt.date.fromisoformat(value(f"They met {shift}{name}.", published + week))
    assert then - now == week


@given(st.sampled_from(WEEKDAYS), ordinary_days)
def test_a_weekday_is_on_or_before_publication(name: str, published: dt.date) -> None:
    """A weekday is the one within the seven days up to publication; "last" excludes that day, "next" lies ahead."""
    number = WEEKDAYS.index(name) + 1
    plain = dt.date.fromisoformat(value(f"They met {name}.", published))
    last = dt.date.fromisoformat(value(f"They met last {name}.", published))
    ahead = dt.date.fromisoformat(value(f"They meet next {name}.", published))
    assert plain.isoweekday() == last.isoweekday() == ahead.isoweekday() == number
    assert 0 <= (published - plain).days < 7
    assert 0 < (published - last).days <= 7
    assert 0 < (ahead - published).days <= 7


@given(yearly_days, ordinary_days)
def test_a_month_and_day_follow_the_tense_of_their_clause(day: dt.date, published: dt.date) -> None:
    """What was lies in the year up to publication, what will be in the year from it on."""
    was = dt.date.fromisoformat(value(f"They met on {day:%B} {day.day}.", published))
    will = dt.date.fromisoformat(value(f"They will meet on {day:%B} {day.day}.", published))
    assert 0 <= (published - was).days <= 366
    assert 0 <= (will - published).days <= 366


@given(yearly_days, ordinary_days)
def test_a_month_and_day_are_the_nearest(day: dt.date, published: dt.date) -> None:
    """A month and day of which no verb tells the tense lie within about half a year of publication."""
    found = dt.date.fromisoformat(value(f"The feast: {day:%B} {day.day}.", published))
    assert (found.month, found.day) == (day.month, day.day)
    assert abs((found - published).days) <= 183


@given(ordinary_days, ordinary_days)
def test_a_full_date_needs_no_anchor(day: dt.date, published: dt.date) -> None:
    """A date with its year has the same value whenever the article was published."""
    for written in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        assert value(f"They met on {written}.", published) == value(f"They met on {written}.", None) == day.isoformat()


@given(ordinary_days, st.sampled_from(["week", "month", "year"]))
def test_this_holds_publication_and_last_and_next_adjoin_it(published: dt.date, unit: str) -> None:
    """The unit that is "this" one holds the day of publication, and "last" and "next" adjoin it."""
    last, this, ahead = (
        time_values.interval(value(f"They met {word} {unit}.", published)) for word in ("last", "this", "next")
    )
    assert last[1] is not None
    assert this[0] is not None
    assert this[1] is not None
    assert ahead[0] is not None
    assert this[0] <= published <= this[1]
    assert last[1] + dt.timedelta(1) == this[0]
    assert this[1] + dt.timedelta(1) == ahead[0]


@given(st.integers(0, 99), st.sampled_from(["S", "MI", "H", "D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_durations_are_written_in_units_of_iso_8601(number: int, unit: str) -> None:
    """Quarters, decades and centuries are written in months and years."""
    assert re.fullmatch(r"P(?:\d+[YMWD]|T\d+[HMS])", time_values.duration(float(number), unit))


# Days all of whose calendar units lie in the calendar.
inner_days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 26))
UNITS = ("D", "W", "WE", "M", "Q", "Y", "DE", "CE")


@given(inner_days, st.sampled_from(UNITS))
def test_a_calendar_unit_holds_its_days(day: dt.date, unit: str) -> None:
    """The interval of the value of a calendar unit holds the day that it was made from (a weekend its week's)."""
    start, end = time_values.interval(time_values.period_of(day, unit))
    assert start is not None
    assert end is not None
    assert start <= day or unit == "WE"
    assert day <= end


@pytest.mark.parametrize(("day", "unit"), [(dt.date.max, "W"), (dt.date.max, "WE")])
def test_a_calendar_unit_that_leaves_the_calendar_has_no_interval(day: dt.date, unit: str) -> None:
    """The last week of the year 9999 ends outside."""
    assert time_values.interval(time_values.period_of(day, unit)) == (None, None)
