"""Lengths of time, and what recurs, on Thursday, 19 October 2017."""

import pytest

from .reading_times import read, table

LENGTHS = """
A [14-day] siege is over.                                      | P14D
The siege took [two years].                                    | P2Y
The siege took [2 1/2 years].                                  | P2Y6M
The siege took [about two and a half hours].                   | PT2H30M
The siege took [twenty-four days].                             | P24D
The siege took [more than a week].                             | P1W
The siege took [several months].                               | PXM
The siege took [a number of hours].                            | PTXH
The siege took [hundreds of days].                             | PXD
The siege took [two decades].                                  | P20Y
The siege took [a century].                                    | P100Y
The siege took [half an hour].                                 | PT30M
The siege took [nearly a quarter of a century].                | P25Y
A [month-long] siege is over.                                  | P1M
A [yearlong] siege is over.                                    | P1Y
The siege took [two fortnights].                               | P4W
The siege took [12 to 18 months].                              | P12M
An [8-month-old] truce is over.                                | P8M
It fell for [the past two weeks].                              | P2W
It falls for [the next three months].                          | P3M
It lost money in [the first nine months].                      | P9M
It was slow in [recent years].                                 | PXY
They meet [every month].                                       | P1M
They meet [every other week].                                  | P2W
They meet [each Thursday].                                     | XXXX-WXX-4
They meet on [Tuesday nights].                                 | XXXX-WXX-2TNI
They meet on [Fridays].                                        | XXXX-WXX-5
They meet [twice a week].                                      | P1W
They meet [four times a year].                                 | P1Y
They meet [once a month].                                      | P1M
They meet on [weekdays].                                       | XXXX-WXX-1/XXXX-WXX-5
They meet at [weekends].                                       | XXXX-WXX-WE
They meet [every weekend].                                     | XXXX-WXX-WE
They meet [every weekday].                                     | XXXX-WXX-1/XXXX-WXX-5
They meet on [weekday mornings].                               | XXXX-WXX-1TMO/XXXX-WXX-5TMO
They meet on [weeknights].                                     | XXXX-WXX-1TNI/XXXX-WXX-5TNI
They meet [annually].                                          | P1Y
They meet [daily].                                             | P1D
"""


@pytest.mark.parametrize(("text", "words", "value"), table(LENGTHS))
def test_a_length_is_found_with_its_value(text: str, words: str, value: str) -> None:
    """A length or a set is found with its whole words and has its value, whatever the day of publication."""
    assert read(text) == [(words, value)]


def test_weekends_that_are_counted_are_not_all_of_them() -> None:
    """Two weekends, the last weekends and a weekday do not come again every week."""
    assert read("It took two weekends, the recent weekends and a weekday.") == []


def test_over_belongs_to_an_amount_but_not_to_the_past_years() -> None:
    """The word "over" is part of "over two weeks", and only a preposition in "over the past two weeks"."""
    assert read("The mill burned for over two weeks.") == [("over two weeks", "P2W")]
    assert read("Sales fell over the past two weeks.") == [("the past two weeks", "P2W")]
