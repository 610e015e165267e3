"""Times told from where the story stands: shifts, amounts, parts of days; the day is Thursday, 19 October 2017."""

import datetime as dt

import pytest

from newsmodel.model import TimeExpression
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.times.finding import find_times

THURSDAY = dt.date(2017, 10, 19)
TOLD = """
The plan is for [the future].                                    | FUTURE_REF
He meets the board [twice a week] now.                           | P1W
The rains came [the year 2000].                                  | 2000
Sales fell in [the fiscal year 2016].                            | 2016
The office was shut [the day before].                            | 2017-10-18
The office was shut [the week after].                            | 2017-W43
Sales rose in [the quarter].                                     | 2017-Q3
Rents rose in [the year] ended in June.                          | P1Y
Rain fell over [the past two weeks].                             | P2W
It will rain over [the next three days].                         | P3D
It rained for [the past week].                                   | P1W
It rained [this past week].                                      | 2017-W41
It rained [this past Monday].                                    | 2017-10-16
The fair was held [last weekend].                                | 2017-W41-WE
The fair is held [this weekend].                                 | 2017-W42-WE
The fair is held [next weekend].                                 | 2017-W43-WE
Sales fell in [the latest quarter].                              | 2017-Q3
Rates will fall by [the end of the decade].                      | 201
It was built in [the middle of the century].                     | 20
Fewer came in [recent years].                                    | PXY
More come in [the coming weeks].                                 | PXW
The mill burned [last spring].                                   | 2017-SP
The mill burned [last fall].                                     | 2016-FA
The mill opens [next winter].                                    | 2017-WI
The mill opens [this winter].                                    | 2017-WI
The mill burned [last October].                                  | 2016-10
The mill opens [next October].                                   | 2018-10
The mill burned [last Christmas].                                | 2016-12-25
The mill opens [next Christmas].                                 | 2017-12-25
The mill burned [last Easter].                                   | 2017-04-16
The mill opens [next Easter].                                    | 2018-04-01
The mill burned [last night].                                    | 2017-10-18TNI
The mill opens [this morning].                                   | 2017-10-19TMO
The mill opens [the next morning].                               | 2017-10-20TMO
On Monday it rained; [the same night] the mill burned.           | 2017-10-16TNI
On Monday it rained; [the following day] it snowed.              | 2017-10-17
On Monday it rained; [the following Friday] it snowed.           | 2017-10-20
It will rain [the coming Friday].                                | 2017-10-20
It rained in [the first half of 2016].                           | 2016-H1
It rained in [the third quarter of 2016].                        | 2016-Q3
It rained in [early 2016].                                       | 2016
It rained in [the 1990s].                                        | 199
It rained in [the late 1990s].                                   | 199
It rained in [the 19th century].                                 | 18
He left [a decade ago].                                          | 2007
He left [two years earlier].                                     | 2015
He left [a couple of days ago].                                  | 2017-10-17
He left [several months ago].                                    | PAST_REF
He comes [every Monday].                                         | XXXX-WXX-1
He comes [each year].                                            | P1Y
He comes [every two weeks].                                      | P2W
He comes [daily].                                                | P1D
He left at [5:30 p.m. on Monday].                                | 2017-10-16T17:30
He left at [noon].                                               | 2017-10-19T12:00
It took [weeks or months].                                       | PXW
It stayed [two nights].                                          | P2D
It fell [48 hours ago].                                          | 2017-10-17
He left [a fortnight ago].                                       | 2017-W40
It will [one day] be a park.                                     | FUTURE_REF
It took [a couple of hours].                                     | PT2H
They meet on [Fridays].                                          | XXXX-WXX-5
They meet on [Tuesday nights].                                   | XXXX-WXX-2TNI
It fell on [the first Monday of October].                        | 2017-10-02
It fell on [the last Friday in May 2016].                        | 2016-05-27
It fell on [Monday of last week].                                | 2017-10-09
It rained [overnight].                                           | 2017-10-19TNI
It rained on [the night of Oct. 5].                              | 2017-10-05TNI
On Monday it rained. In [the evening] it snowed.                 | 2017-10-16TEV
He left at [2:30 the next day].                                  | 2017-10-20T02:30
He left at [noon Thursday].                                      | 2017-10-19T12:00
He left at [10 p.m. yesterday].                                  | 2017-10-18T22:00
He left on [Wednesday, the 5th of October].                      | 2017-10-05
Sales rose in [October of last year].                            | 2016-10
Sales rose in [October a year ago].                              | 2016-10
It fell in [June of that year].                                  | 2017-06
It rained from [Oct. 5 to 7].                                    | 2017-10-05/2017-10-07
He worked [the last few days].                                   | PXD
He works [this Monday].                                          | 2017-10-16
He works [next Monday].                                          | 2017-10-23
He worked [last Monday].                                         | 2017-10-16
It lasted [half a year].                                         | P6M
It lasted [a year and a half].                                   | P1Y6M
It lasted [two and a half hours].                                | PT2H30M
He left [three weeks ago].                                       | 2017-W39
It took [a week or so].                                          | P1W
It took [two weeks or more].                                     | P2W
It came [two days] later than planned.                           | P2D
The mill burned. [Four days later] it was gone.                  | XXXX-XX-XX
It rained; [ten minutes] later it snowed.                        | PT10M
He left [two and a half years ago].                              | 2015-04
Sales rose in [October] 5 percent.                               | 2017-10
They broke a [June] agreement.                                   | 2017-06
On Oct. 3 it rained. On [Monday of that week] it snowed.         | 2017-10-02
On Oct. 3 it rained, and on [the night of that day] it snowed.   | 2017-10-03TNI
It comes on [the next Monday] in October.                        | 2017-10-23
It rained on [the night of last Monday].                         | 2017-10-16TNI
He left at [10 p.m. last Monday].                                | 2017-10-16T22:00
He left at [10 p.m. on Monday night].                            | 2017-10-16T22:00
He left [Friday late afternoon].                                 | 2017-10-13TAF
He left on [Oct. 5, at 10 p.m.]                                  | 2017-10-05T22:00
The pool opened on [Memorial Day].                               | 2017-05-29
Sales fell in [the 2016 third quarter].                          | 2016-Q3
Sales fell in [the 2016 fiscal third quarter].                   | 2016-Q3
Sales fell in the third quarter from [the 2016 quarter].         | 2016-Q3
Sales fell in [the first fiscal quarter].                        | 2017-Q1
Sales fell in [fiscal third quarter].                            | 2017-Q3
Sales fell in [the third quarter of fiscal 2016].                | 2016-Q3
Sales fell in [the third quarter of last year].                  | 2016-Q3
Sales fell in the third quarter from [the year-earlier quarter]. | 2016-Q3
Sales fell in the third quarter from [the quarter last year].    | 2016-Q3
Sales fell in the third quarter from [the same period last year]. | 2016-Q3
Sales fell in the third quarter; rents fell in [the same quarter]. | 2017-Q3
Sales fell from [the year-earlier nine months].                  | P9M
Sales fell from [the year-ago] level.                            | 2016
Sales fell in [the latest period].                               | 2017-Q3
He was mayor ([2009]–present).                                   | 2009
The mill burned in [the summer of last year].                    | 2016-SU
The mill burned in [the summer].                                 | 2017-SU
He left in [the year two thousand].                              | 2000
It took [a full year].                                           | P1Y
Sales fell for [the full year].                                  | 2017
Sales fell for [the fiscal year].                                | 2017
It was better in [the past].                                     | PAST_REF
It is [this years] best show.                                    | 2017
They were his last [years].                                      | PXY
It was shut following [Monday]'s crash.                          | 2017-10-16
It rained [last Monday, Oct. 16].                                | 2017-10-16
It was shut on [a recent Monday].                                | XXXX-WXX-1
He'll leave on [Monday].                                         | 2017-10-23
He will leave [Monday Oct. 23].                                  | 2017-10-23
On [Jan. 5] the mill could close.                                | 2018-01-05
On [Sept. 5] he'll leave.                                        | 2018-09-05
He left on [10/5/17].                                            | 2017-10-05
It is a [half-hour] ride.                                        | PT30M
It is a [multi-year] plan.                                       | PXY
It will open in [March].                                         | 2018-03
It opens [this October].                                         | 2017-10
It took [2.3 years].                                             | P2.3Y
In 2015 it burned; in [June of the year] it was sold.            | 2015-06
In 2015 it burned; it was sold in [June the year after].         | 2016-06
It rained on a night of [last month].                            | 2017-09
It is shut on a [Monday] of recent weeks.                        | 2017-10-16
It was shut on the latest [Monday].                              | 2017-10-16
He comes [two weeks from now].                                   | 2017-W44
"""


def times(text: str, published: dt.date | None = THURSDAY) -> tuple[TimeExpression, ...]:
    """Return the times of a text."""
    return find_times(Document(text, plain_blocks(text), "en", published))


@pytest.mark.parametrize("row", TOLD.strip().splitlines(), ids=lambda row: row.partition("|")[0].strip())
def test_a_time_is_told_from_where_the_story_stands(row: str) -> None:
    """The words in brackets are a time of the value beside them."""
    marked, value = (part.strip() for part in row.split("|"))
    text = marked.replace("[", "").replace("]", "")
    words = marked[marked.index("[") + 1 : marked.index("]")]
    assert (words, value) in [(time.span.of(text), time.value) for time in times(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was two days before the election.", ["two days"]),
        ("She told June Carter of it.", []),
        ("He is Player of the Year.", []),
        ("He has future plans.", []),
        ("It came soon after the vote.", []),
        ("He earns $5 a day.", []),
        ("At 25 years of age he left.", []),
        ("It took two weekends.", []),
        ("It is a weekend-long fair.", []),
        ("There he sat. It was late.", []),
        ("They saw the night sky.", []),
        ("They took several a.m. trains.", []),
        ("They left at 13 p.m.", []),
        ("They left at 25:10.", []),
        ("They wore '09 jeans.", []),
        ("There he sat. and ate.", []),
        ("It was her last march.", []),
        ("It was her last easter egg.", []),
        ("The flat has 10m².", []),
        (f"It took {'1' * 40} days.", ["days"]),
        ("They counted 99:60 at the end.", []),
        ("They read 2017-10-05-draft.", []),
        ("They sold 2016–2012 cars.", ["2016", "2012"]),
        ("They spent the decade in jail.", []),
        ("It was a last minute deal.", []),
        ("It was his last day.", []),
        ("It was his last morning.", []),
        ("It burned the same spring.", []),
        ("They are the same two days.", ["two days"]),
        ("The fri. note was lost.", []),
        ("It was a weekend of rain.", []),
        ("It took 5 man/days of work.", []),
        ("It was in the 1900 block of Oak Street.", []),
        ("It was a boom, and the decade before a slump.", []),
        ("It came 30 years to the day after the quake.", ["30 years"]),
        ("It rained. It snowed. She stayed that week.", []),
    ],
)
def test_words_of_time_that_tell_no_time(text: str, found: list[str]) -> None:
    """Names, titles, rates and ages are no times; a length before something is a length."""
    assert [time.span.of(text) for time in times(text)] == found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("last weekend", "XXXX-WXX-WE"),
        ("last spring", "XXXX-SP"),
        ("last Christmas", "XXXX-12-25"),
        ("the past two weeks", "P2W"),
        ("two days ago", "XXXX-XX-XX"),
        ("last Monday", "XXXX-WXX-1"),
        ("this morning", "XXXX-XX-XXTMO"),
        ("last October", "XXXX-10"),
        ("in the third quarter", "XXXX-Q3"),
    ],
)
def test_without_a_date_a_shift_leads_to_no_place_in_the_calendar(words: str, value: str) -> None:
    """What is told from a day that nobody knows is told by its form, without an interval."""
    (time,) = times(f"It rained {words}.", None)
    assert (time.value, time.start, time.end) == (value, None, None)


def test_the_weekday_of_a_month_of_no_year_stays_open() -> None:
    """Which day the first Monday of a month is, its year tells: without one there are a weekday and a month."""
    found = [time.value for time in times("It rained on the first Monday of October.", None)]
    assert found == ["XXXX-WXX-1", "XXXX-10"]


@pytest.mark.parametrize(("words", "value"), [("last winter", "2016-WI"), ("this winter", "2017-WI")])
def test_in_january_it_is_the_winter_of_the_year_before(words: str, value: str) -> None:
    """A winter is the one that begins in its year."""
    (time,) = times(f"It snowed {words}.", dt.date(2018, 1, 10))
    assert time.value == value


def test_hours_before_the_calendar_begins_are_a_time_of_no_moment() -> None:
    """Two hours before the first hour of the year 1 there is nothing to tell."""
    (time,) = times("It rained two hours ago.", dt.datetime(1, 1, 1, 0, 30, tzinfo=dt.UTC))
    assert (time.value, time.start) == ("0001-01-01TXX:XX", dt.date(1, 1, 1))


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (dt.date.min, "Sunday night"),
        (dt.date.min, "9 a.m. yesterday"),
        (dt.date.min, "6 a.m. to 7 a.m. yesterday"),
        (dt.date.min, "the evening of last Sunday"),
        (dt.date.min, "the night before last"),
        (dt.date.min, "last night"),
        (dt.date.max, "tomorrow night"),
        (dt.date.max, "8 p.m. tomorrow"),
    ],
)
def test_hours_of_a_day_outside_the_calendar_are_just_past_or_to_come(published: dt.date, words: str) -> None:
    """A day before the year 1 or after 9999 has no date, and so no date with a time of day either."""
    found = {time.value for time in times(f"It rained {words}.", published)}
    assert found == {"PAST_REF" if published == dt.date.min else "FUTURE_REF"}


@pytest.mark.parametrize(("published", "words"), [(dt.date.min, "last winter"), (dt.date.max, "next summer")])
def test_a_season_outside_the_calendar_is_of_an_open_year(published: dt.date, words: str) -> None:
    """A season before the year 1 or after 9999 has no year that TIMEX3 can write."""
    (time,) = times(f"It rained {words}.", published)
    assert time.value[:5] == "XXXX-"


@pytest.mark.parametrize("words", ["the fortnight before last", "the hour before last", "the minute after next"])
def test_units_that_the_calendar_does_not_count_are_no_dates(words: str) -> None:
    """Weeks and months have values of their own; fortnights, hours and minutes have none."""
    assert times(f"They met {words}.") == ()


@pytest.mark.parametrize("words", ["the next three days", "next week", "the coming weekend", "the past two years"])
@pytest.mark.parametrize("published", [dt.date(9999, 12, 31), dt.date(1, 1, 1)])
def test_a_shift_out_of_the_calendar_has_no_interval_there(words: str, published: dt.date) -> None:
    """At both ends of the calendar a shift is a time all the same; its interval is empty or runs forward."""
    for time in times(f"It rained over {words}.", published):
        assert time.start is None or time.end is None or time.start <= time.end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Guests may swap their tickets until Friday.", "2017-10-06"),
        ("The fog would lift on Saturday, she said.", "2017-10-07"),
        ("The judge asked both sides to come back on Monday.", "2017-10-09"),
        ("The fair, which opens on Saturday, is free.", "2017-10-07"),
        ("Ulm will face Bern's Otto Quist on Friday.", "2017-10-06"),
        ("The Lakers host the Kings on Friday.", "2017-10-06"),
        ("Voters in Ohio go to the polls on Sunday.", "2017-10-08"),
        ("The ferry is late, and they leave on Sunday.", "2017-10-08"),
        ("Mayors and an Ulm man and woman meet on Sunday.", "2017-10-01"),
        ("Mayors cut rents on Monday.", "2017-10-02"),
        ("Mayors helped guards catch a thief on Monday.", "2017-10-02"),
        ("The fair was open until Tuesday.", "2017-10-03"),
        ("He hosts a Sunday show.", "2017-10-01"),
        ("By Monday, the fog had lifted.", "2017-10-02"),
        ("The move follows Monday's vote.", "2017-10-02"),
        ("They couldn't say on Monday where it was.", "2017-10-02"),
    ],
)
def test_days_that_are_still_to_come(text: str, value: str) -> None:
    """Until a day, a verb of the present and "would" point ahead; what was, and a day before a noun, points back."""
    (time,) = times(text, dt.date(2017, 10, 4))
    assert time.value == value


def test_days_that_follow_each_other() -> None:
    """The second of two days joined by "and" is the one after the first, unless the week runs back."""
    found = times("It rained on Monday and Tuesday.", dt.date(2017, 10, 2))
    assert [time.value for time in found] == ["2017-10-02", "2017-10-03"]
    found = times("It rained on Friday and Thursday.", dt.date(2017, 10, 6))
    assert [time.value for time in found] == ["2017-10-06", "2017-10-05"]


def test_year_told_after_the_day() -> None:
    """The words "last year" after a day of a month give its year, to both ends of a range too."""
    found = times("They met between June 3 and July 15 last year, and on May 2 this year.", dt.date(2017, 10, 5))
    assert [time.value for time in found][:2] == ["2016-06-03", "2016-07-15"]


def test_month_that_ends_a_name() -> None:
    """A month right after a name is part of it."""
    assert times("She beat Kim Jun in a match.", dt.date(2017, 10, 5)) == ()
