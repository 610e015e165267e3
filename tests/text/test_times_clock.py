"""Clock times and parts of the day, on Thursday, 19 October 2017."""

import datetime as dt

import pytest

from .reading_times import read, table, times

MOMENTS = """
They met at [10 p.m.] in the hall.                             | 2017-10-19T22:00
They met at [10:30] in the hall.                               | 2017-10-19T10:30
They met at [8.15am] in the hall.                              | 2017-10-19T08:15
They met at [1430 GMT] in the hall.                            | 2017-10-19T14:30
They met at [10 p.m. on Wednesday] in the hall.                | 2017-10-18T22:00
They met on [Wednesday at 10 p.m.] in the hall.                | 2017-10-18T22:00
They met at [5 p.m. EST, Nov. 6], in the hall.                 | 2017-11-06T17:00
They met at [noon Saturday] in the hall.                       | 2017-10-14T12:00
They met at [3 o'clock in the afternoon] in the hall.          | 2017-10-19T15:00
They met at [midnight] in the hall.                            | 2017-10-19T24:00
They met on [Wednesday night] in the hall.                     | 2017-10-18TNI
They met [this morning] in the hall.                           | 2017-10-19TMO
They met [last night] in the hall.                             | 2017-10-18TNI
They meet at [7:30 tonight] in the hall.                       | 2017-10-19T19:30
They met at [7:30 on Wednesday evening] in the hall.           | 2017-10-18T19:30
They met at [2:30 on Wednesday night] in the hall.             | 2017-10-18T02:30
They met at [7:30 p.m. on Wednesday evening] in the hall.      | 2017-10-18T19:30
They met [the night before last] in the hall.                  | 2017-10-17TNI
They meet [tonight] in the hall.                               | 2017-10-19TNI
They meet [tomorrow evening] in the hall.                      | 2017-10-20TEV
They met in [late afternoon Monday], in the hall.              | 2017-10-16TAF
"""


@pytest.mark.parametrize(("text", "words", "value"), table(MOMENTS))
def test_a_time_of_day_is_found_with_its_value(text: str, words: str, value: str) -> None:
    """A time of day is found with its whole words, and lies on the day that they or publication give it."""
    assert read(text) == [(words, value)]


def test_a_clock_time_is_a_moment_in_its_zone() -> None:
    """A clock time starts and ends at its moment, aware where the words fix the zone."""
    (time,) = times("They met at 5:30 p.m. GMT on Oct. 5.")
    assert time.start == time.end == dt.datetime(2017, 10, 5, 17, 30, tzinfo=dt.UTC)
    (time,) = times("They met at 5:30 p.m. on Oct. 5.")
    assert time.start == dt.datetime(2017, 10, 5, 17, 30)  # noqa: DTZ001 - no zone is given


def test_a_clock_time_lies_on_the_day_last_named() -> None:
    """For two sentences a clock time without a day is one of the day that the story has named."""
    text = "The mill burned on Monday. Men came at 10:30. It was late. Nobody slept. The hall opens at 10:30."
    assert [value for _, value in read(text)] == ["2017-10-16", "2017-10-16T10:30", "2017-10-19T10:30"]


def test_a_clock_time_outside_the_calendar_is_one_with_its_day() -> None:
    """What lies outside the calendar takes its clock time in: it is one expression, without a value in it."""
    assert read("They meet tomorrow at 8 p.m. in Ulm.", dt.date.max) == [("tomorrow at 8 p.m.", "FUTURE_REF")]
    assert read("They met yesterday at 8 p.m. in Ulm.", dt.date.min) == [("yesterday at 8 p.m.", "PAST_REF")]


def test_a_clock_time_lies_on_the_day_of_the_story_and_not_of_telling() -> None:
    """The day on which something was said is not the one from which the story goes on, where another was named."""
    text = "A quake struck Ulm on Friday, the police said Sunday. It came at 10:30."
    assert [value for _, value in read(text)] == ["2017-10-13", "2017-10-15", "2017-10-13T10:30"]
    text = "A quake struck Ulm, the police said on Sunday. It came at 10:30."
    assert [value for _, value in read(text)] == ["2017-10-15", "2017-10-15T10:30"]


def test_a_zone_may_end_the_sentence() -> None:
    """The full stop of the sentence is no part of the zone."""
    assert read("They met at 5 p.m. EST. It rained.") == [("5 p.m. EST", "2017-10-19T17:00")]


def test_hours_ago_are_reckoned_from_the_moment_of_publication() -> None:
    """Where the moment of publication is known, hours and minutes ago are moments too."""
    published = dt.datetime(2017, 10, 19, 1, 30, tzinfo=dt.UTC)
    (time,) = times("It fell two hours ago.", published)
    assert (time.value, time.start) == ("2017-10-18T23:30", published - dt.timedelta(hours=2))
    assert read("It fell two hours ago.") == [("two hours ago", "2017-10-19TXX:XX")]


def test_a_clock_time_that_opens_a_block_counts_from_publication() -> None:
    """In a live report only a heading with a day moves the clock to another day."""
    told = "The road was closed on Friday.\n\n12:10 p.m.: One man was held."
    assert read(told)[1] == ("12:10 p.m.", "2017-10-19T12:10")
    headed = "Wednesday, Oct. 18\n\n12:10 p.m.: One man was held."
    assert read(headed)[1] == ("12:10 p.m.", "2017-10-18T12:10")


def test_a_clock_time_lies_on_a_day_and_not_on_the_first_of_a_month_or_year() -> None:
    """A month or year between leaves a clock time on the day that the story last named."""
    text = "The mill burned on Monday. It is the worst fire since May 2012. Men came at 10:30."
    assert read(text)[-1] == ("10:30", "2017-10-16T10:30")
    assert read("The ferry leaves at 6:45. The last fire was in May 2012, at 10:30.", None)[0][1] == "XXXX-XX-XXT06:45"


@pytest.mark.parametrize(
    "text", ["Polls open from 6:30 a.m. to 8 p.m. on Nov. 5.", "They met between 6:30 a.m. and 8 p.m. on Nov. 5."]
)
def test_the_day_of_a_range_of_hours_is_told_once(text: str) -> None:
    """The day after the second clock time is that of the first too."""
    first, last = (value for _, value in read(text))
    assert (first[-11:], last[-11:]) == ("11-05T06:30", "11-05T20:00")
    assert first[:4] == last[:4]


def test_hours_of_no_day_lie_on_the_day_of_publication() -> None:
    """A range of hours without a day is one of the day of publication."""
    assert [value for _, value in read("It is open from 9 a.m. to 5 p.m. in summer.")][:2] == [
        "2017-10-19T09:00",
        "2017-10-19T17:00",
    ]
