"""Holidays and other named days, for an article published on Thursday, 19 October 2017."""

import datetime as dt

import pytest

from newsmodel.lexicon import rows
from newsmodel.text.times.holidays import day_in

from .reading_times import read, table

HOLIDAYS = """
The shops close on [Christmas Day].                            | 2017-12-25
The shops closed on [Christmas Day].                           | 2016-12-25
The shops will close on [Labor Day].                           | 2018-09-03
The shops closed on [New Year's Eve 2015].                     | 2015-12-31
The shops close on [Thanksgiving].                             | 2017-11-23
The shops closed on [Labor Day].                               | 2017-09-04
The shops closed on [Good Friday 2016].                        | 2016-03-25
The shops closed on [Leap Day].                                | 2016-02-29
The shops close on [Easter Monday].                            | 2018-04-02
The shops closed in Ohio on [Election Day].                    | 2016-11-08
The shops closed on [Orthodox Easter 2016].                    | 2016-05-01
The shops closed on [Victoria Day].                            | 2017-05-22
The shops closed on [Remembrance Sunday 2016].                 | 2016-11-13
The shops closed on [Mothering Sunday 2017].                   | 2017-03-26
The shops close in Ghana on [Independence Day].                | 2018-03-06
The shops closed on Ukraine's [Independence Day].              | 2017-08-24
The shops closed on U.S. [Independence Day].                   | 2017-07-04
The shops closed on the Indian [Independence Day].             | 2017-08-15
The shops closed on [Independence Day] in Kenya.               | 2016-12-12
The shops closed on the [National Day] of the United Arab Emirates. | 2016-12-02
Kyiv was quiet. The shops closed on [Independence Day].        | 2017-08-24
It rained in Canada. The shops closed on [Thanksgiving].       | 2017-10-09
It rained in Leeds, England. The shops closed on [Mother's Day 2017]. | 2017-03-26
The shops closed on [Independence Day].                        | XXXX-XX-XX
The shops closed on [last Independence Day].                   | XXXX-XX-XX
The shops closed on [Independence Day 2016].                   | 2016-XX-XX
Give us [Independence Day].                                    | XXXX-XX-XX
India and Pakistan slept. The shops closed on [Independence Day]. | XXXX-XX-XX
The shops closed on Swiss [Independence Day].                  | XXXX-XX-XX
"""


@pytest.mark.parametrize(("text", "words", "value"), table(HOLIDAYS))
def test_a_holiday_is_the_day_of_its_year_and_country(text: str, words: str, value: str) -> None:
    """
    A holiday has the day that its tense, its year and, for those of a country, the country give it.

    The country is the one beside the name, else the one that the text speaks of; without any the day stays open.
    """
    assert read(text) == [(words, value)]


def test_days_of_one_country_are_of_the_country_that_the_text_speaks_of() -> None:
    """What the text speaks of is asked once for all its days; a leap day is none of another year."""
    text = "Shops in Accra closed on Independence Day and on Labour Day, and not on Leap Day 2015."
    assert read(text) == [("Independence Day", "2017-03-06"), ("Labour Day", "XXXX-XX-XX"), ("2015", "2015")]


def test_a_holiday_at_the_end_of_the_calendar_is_one_within() -> None:
    """No holiday lies before the year 1: one that was then is none, one of no tense is that year's."""
    assert read("The shops closed on Christmas Day.", dt.date.min) == []
    assert read("Christmas Day: a feast.", dt.date.min) == [("Christmas Day", "0001-12-25")]


def test_the_year_of_a_holiday_may_follow() -> None:
    """What follows a holiday tells its year."""
    assert read("It was launched on Easter Monday last year.")[0] == ("Easter Monday", "2016-03-28")


def test_a_day_of_something_is_no_holiday_of_a_country() -> None:
    """What goes on with "of" and no country is another day."""
    assert read("It was a National Day of Prayer.") == []


def test_every_holiday_of_the_lexicon_has_days() -> None:
    """Each rule of the lists gives a day in a leap year and stands in the form that they tell."""
    rules = [rule for _, rule in rows("en", "holidays")] + [rule for *_, rule in rows("en", "national_days")]
    for rule in rules:
        assert isinstance(day_in(rule, 2024), dt.date), rule


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2016, dt.date(2016, 3, 27), dt.date(2016, 5, 1)), (2025, dt.date(2025, 4, 20), dt.date(2025, 4, 20))],
)
def test_easter_is_that_of_either_church(year: int, western: dt.date, eastern: dt.date) -> None:
    """The eastern churches reckon Easter by the Julian calendar; now and then both fall on one day."""
    assert (day_in("easter 0", year), day_in("orthodox 0", year)) == (western, eastern)


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        (dt.date(2020, 1, 15), "Voters in Ohio think of Election Day.", "2020-11-03"),
        (dt.date(2020, 1, 15), "Shops in Ohio closed on Election Day.", "2019-11-05"),
        (dt.date(2020, 11, 20), "Voters in Ohio think of Election Day.", "2020-11-03"),
        (dt.date(2019, 3, 1), "Voters in Ohio think of Election Day.", "2018-11-06"),
    ],
)
def test_in_an_election_year_its_day_is_looked_forward_to(published: dt.date, text: str, value: str) -> None:
    """In a year of even number Election Day is the one to come, unless the past is told; else the nearest."""
    assert read(text, published) == [("Election Day", value)]
