"""Periods: months, quarters, years, seasons, decades and centuries, on Thursday, 19 October 2017."""

import datetime as dt

import pytest

from .reading_times import read, table, times

PERIODS = """
The law passed in [October 2015].                              | 2015-10
The law passed in [June].                                      | 2017-06
It has been the law since [January].                           | 2017-01
It has been the law since [December].                          | 2016-12
The law passed in [January].                                   | 2017-01
Sales rose in [FY 2016].                                       | 2016
The law takes hold in [January].                               | 2018-01
The law passed [last May].                                     | 2017-05
The law takes hold [next May].                                 | 2018-05
The law passed in [October last year].                         | 2016-10
The law passed [last week].                                    | 2017-W41
The law passed [this week].                                    | 2017-W42
The law passes [next week].                                    | 2017-W43
The law passed [two weeks ago].                                | 2017-W40
They met [the week before last].                               | 2017-W40
They met [the weekend before last].                            | 2017-W40-WE
They meet [the year after next].                               | 2019
They will meet over [the weekend].                             | 2017-W42-WE
They met over [the weekend].                                   | 2017-W41-WE
They will meet [this weekend].                                 | 2017-W42-WE
They met [last month].                                         | 2017-09
They met [five months ago].                                    | 2017-05
They met in [1998].                                            | 1998
They met in [1848].                                            | 1848
They met [last year].                                          | 2016
They meet [later this year].                                   | 2017
They met [a year ago].                                         | 2016
They met [two years ago].                                      | 2015
They met [a decade ago].                                       | 2007
They met in [nineteen ninety-six].                             | 1996
They played in [2015-16].                                      | 2015/2016
They ruled [1914–1918].                                        | 1914/1918
They met in [the 1980s].                                       | 198
They met in [the late 1970s].                                  | 197
They met in [the '80s] in town.                                | 198
They met in ['09], a cold spring.                              | 2009
They met in the heat of [early '69] there.                     | 1969
They met in [the mid-nineties].                                | 199
They met in [the eighties].                                    | 198
It will close by [year-end].                                   | 2017-12-31
They met in [the 20th century].                                | 19
They met in [the first century].                               | 00
They met in [the fifth century BC].                            | BC04
They met in [the 2nd century A.D.] in Rome.                    | 01
They met in a [19th-century] house.                            | 18
They dug up a [fifth-century BC] bowl.                         | BC04
They met in [44 BC].                                           | BC0044
They met in [44 B.C.] on a hill.                               | BC0044
They met in [1200 BCE].                                        | BC1200
They met in [79 AD].                                           | 0079
They met in [AD 79].                                           | 0079
Cicero ([106–43 BC]) met them.                                 | BC0106/BC0043
They met [last summer].                                        | 2017-SU
They met in [the winter of 2013-14].                           | 2013-WI
They met in [the winter of 1994].                              | 1994-WI
They met in [early October].                                   | 2017-10
They met in [the first week of October].                       | 2017-10
They met [some 20 years ago].                                  | 1997
They met in [mid-October].                                     | 2017-10
It ends at [the end of 2018].                                  | 2018
It lost money in [the third quarter].                          | 2017-Q3
It will report in [the first quarter].                         | 2018-Q1
It will report in [the fourth quarter].                        | 2017-Q4
It lost money in [the fourth quarter of 2016].                 | 2016-Q4
It had a [second-quarter] loss.                                | 2017-Q2
It lost money in [Q1 2016] alone.                              | 2016-Q1
It lost money in [the first half of 2016].                     | 2016-H1
It lost money in [last year's third quarter].                  | 2016-Q3
It lost money in [fiscal 2016].                                | 2016
It lost money in [the quarter].                                | 2017-Q3
It is [now] too late.                                          | PRESENT_REF
It has [recently] moved.                                       | PAST_REF
It will [soon] move.                                           | FUTURE_REF
"""


@pytest.mark.parametrize(("text", "words", "value"), table(PERIODS))
def test_a_period_is_found_with_its_value(text: str, words: str, value: str) -> None:
    """A period is found with its whole words and has the value that publication gives it."""
    assert read(text) == [(words, value)]


def test_a_report_on_a_quarter_compares_it_with_the_same_quarter() -> None:
    """In a report on a quarter "a year ago" is that quarter of the year before."""
    text = "Profit fell in the third quarter. Net was $3 million, down from $5 million a year earlier."
    assert read(text) == [("the third quarter", "2017-Q3"), ("a year earlier", "2016-Q3")]


def test_a_quarter_that_ended_on_a_day_is_the_one_of_that_day() -> None:
    """The end tells which quarter it is."""
    assert read("It lost money in the quarter ended June 30.") == [
        ("the quarter", "2017-Q2"),
        ("June 30", "2017-06-30"),
    ]


def test_ranges_in_words_are_two_times() -> None:
    """Two months are named by "from March to May"."""
    assert read("It rained from March to May.") == [("March", "2017-03"), ("May", "2017-05")]


def test_a_range_gives_its_year_once() -> None:
    """The year at the end of a range is that of its beginning too."""
    assert read("It rained between March and May 2015.") == [("March", "2015-03"), ("May 2015", "2015-05")]
    assert [value for _, value in read("It rained from Oct. 3 to Nov. 5, 2015.")] == ["2015-10-03", "2015-11-05"]


@pytest.mark.parametrize(
    "text",
    [
        "44 B.C. families left.",
        "It sold 44 ad spots.",
        "It is from 10000 BC.",
        "The BC 44 road is shut.",
        "It is 2-44 BC.",
    ],
)
def test_an_era_is_written_in_capitals_and_has_a_year_of_four_digits(text: str) -> None:
    """Families of British Columbia, advertisements, and years that no value can hold are no times."""
    assert read(text) == []


def test_years_of_an_era_that_the_calendar_holds_have_an_interval() -> None:
    """The calendar begins with the year 1; before it there are values and no days."""
    (first,) = times("They met in the first century.")
    assert (first.start, first.end) == (dt.date(1, 1, 1), dt.date(99, 12, 31))
    (before,) = times("They met in 44 BC.")
    assert (before.start, before.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("They met in the week of Sept. 18.", "2017-W38"),
        ("They meet in the week beginning 6 November.", "2017-W45"),
        ("They met in the week ending on Sunday, Oct. 8.", "2017-W40"),
        ("They met in the week beginning badly.", "2017-W42"),
    ],
)
def test_a_week_is_the_one_of_the_day_that_dates_it(text: str, week: str) -> None:
    """The day after "week of" or "week beginning" tells which week it is."""
    assert read(text)[0] == ("the week", week)


def test_a_quarter_of_a_game_is_no_time() -> None:
    """Where a score or the words of a game stand near, a quarter is none of a year."""
    assert read("Osei had 14 in the fourth quarter, with nine rebounds.") == []
    assert read("Ulm led 62-55 after a second-quarter run.") == []
    assert read("Sales grew 9-10 percent in the third quarter.") == [("the third quarter", "2017-Q3")]


def test_a_year_up_to_a_day_is_a_length() -> None:
    """What a company reports is the year to a day or month, and no year of the calendar."""
    assert read("Profit rose in the year to 31 March.")[0] == ("the year", "P1Y")
    assert read("Profit rose in the year to June.")[0] == ("the year", "P1Y")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He enlisted the day after his birthday.", "the day after", "XXXX-XX-XX"),
        ("It rained the week before the vote.", "the week before", "XXXX-WXX"),
        ("He left the year after Osei.", "the year after", "XXXX"),
    ],
)
def test_a_day_counted_from_what_follows_stays_open(text: str, words: str, value: str) -> None:
    """What "the day after" something was, the something would tell: nothing is guessed."""
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thirty years ago this month it was sold.", "1987-10"),
        ("Ten years ago this week it was sold.", "2007-W42"),
        ("A year ago today it was sold.", "2016-10-19"),
        ("A year ago this firm was sold.", "2016"),
        ("A year ago this spring it was sold.", "2016"),
        ("Two weeks ago today it was sold.", "2017-10-05"),
    ],
)
def test_years_ago_to_the_month_or_the_day(text: str, value: str) -> None:
    """What follows "ago" tells how exactly it is so many years."""
    assert read(text)[0][1] == value


def test_years_ago_to_the_month_stay_open_without_an_anchor() -> None:
    """Nobody knows which month it was."""
    assert read("Thirty years ago this month it was sold.", None) == [("Thirty years ago this month", "XXXX-XX")]


def test_a_year_has_four_quarters() -> None:
    """The twelfth fiscal quarter, counted from something else, is none of a year."""
    assert read("It was the twelfth fiscal quarter in the red.") == []
