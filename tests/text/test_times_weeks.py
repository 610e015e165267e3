"""Days told by weeks, hours and parts of days as told outside America; the day is Thursday, 19 October 2017."""

import pytest

from .reading_times import read, table

WEEKS = """
The trial opens [a week on Friday].                       | 2017-10-27
The trial opens [two weeks on Thursday].                  | 2017-11-02
The trial opens [a fortnight from Monday].                | 2017-11-06
The trial opens [two weeks from today].                   | 2017-11-02
The strike begins on [Tuesday week].                      | 2017-10-31
The vote is [a week today].                               | 2017-10-26
The vote is [a week tomorrow].                            | 2017-10-27
He died [a week ago today].                               | 2017-10-12
He died [a week ago Friday].                              | 2017-10-06
He died [a week ago Thursday].                            | 2017-10-12
The vote is on [the Sunday after next].                   | 2017-10-29
The vote was on [the Sunday before last].                 | 2017-10-08
They will meet in [a fortnight's time].                   | 2017-W44
They will meet in [two weeks' time].                      | 2017-W44
They will meet in [a month's time].                       | 2017-11
They met on [the 5th of this month].                      | 2017-10-05
They meet on [the 5th of next month].                     | 2017-11-05
It happened half [a century ago].                         | 1967
"""
HOURS = """
He fled in [the small hours].                             | 2017-10-19TMO
He fled in [the wee hours of Monday].                     | 2017-10-16TMO
He fled in [the pre-dawn hours of Monday].                | 2017-10-16TMO
He fled in [the early hours of this morning].             | 2017-10-19TMO
He fled in [the late evening].                            | 2017-10-19TEV
He fled before [dawn].                                    | 2017-10-19TMO
He fled at [about 10 in the morning].                     | 2017-10-19T10:00
He fled at [1500 hours].                                  | 2017-10-19T15:00
He fled at [0430 hours].                                  | 2017-10-19T04:30
He fled at [1500 GMT].                                    | 2017-10-19T15:00
"""
FORMS = """
Profit fell in [FY24].                                    | 2024
Profit fell in [FY2016].                                  | 2016
Sales rose in [Q1 FY18].                                  | 2018-Q1
It was found in [the noughties].                          | 200
The fight was on [16-10-2017].                            | 2017-10-16
The board meets [fortnightly].                            | P2W
It opened [some time ago].                                | PAST_REF
"""


@pytest.mark.parametrize(("text", "words", "value"), [*table(WEEKS), *table(HOURS), *table(FORMS)])
def test_a_time_is_found_as_it_is_told_outside_of_america(text: str, words: str, value: str) -> None:
    """A day told by weeks, an hour and a form of business is found with its whole words and its value."""
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was held for a week on Friday.", ["P1W", "2017-10-13"]),
        ("He was held a week and a half on Friday.", ["P1.5W", "2017-10-13"]),
        ("The Friday week of the fair was wet.", ["2017-10-13"]),
        ("It was the fifth of this kind.", []),
        ("Prices of the 3rd of this year are out.", ["2017"]),
        ("The club sold 1,500 hours.", ["PT1500H"]),
        ("A dusk fell at last.", []),
        ("He left on 5 October before dawn.", ["2017-10-05"]),
    ],
)
def test_what_looks_like_them_is_something_else(text: str, values: list[str]) -> None:
    """A length before a day, a week of its own, and a number without a month of its own are no such day."""
    assert [value for _, value in read(text)] == values


def test_a_century_that_a_batsman_hits_is_no_time() -> None:
    """What is scored is a hundred runs; what is spent is a hundred years."""
    assert read("Sharma hit a century in Nagpur.") == []
    assert read("It stood for a century.") == [("a century", "P100Y")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He died a week ago Friday.", ["XXXX-WXX-5"]),
        ("The vote is on the 5th of this month.", ["XXXX-XX"]),
        ("The vote is on Tuesday week.", ["XXXX-WXX-2"]),
    ],
)
def test_without_a_day_of_publication_they_stay_open(text: str, values: list[str]) -> None:
    """Nothing is reckoned where it is not known from when."""
    assert [value for _, value in read(text, None)] == values


def test_the_early_hours_of_the_morning_are_those_of_the_day_last_named() -> None:
    """The morning of the story is that of its day."""
    text = "On Monday it rained. He fled in the early hours of the morning."
    assert read(text)[1] == ("the early hours of the morning", "2017-10-16TMO")
