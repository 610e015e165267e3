"""Time expressions: what is found, and what it means, for an article published on Thursday, 19 October 2017."""

import datetime as dt

import pytest

from newsmodel.model import TimeExpression, TimeKind
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.times.finding import find_times

THURSDAY = dt.date(2017, 10, 19)


def times(text: str, published: dt.date | None = THURSDAY, language: str | None = "en") -> tuple[TimeExpression, ...]:
    """Return the times of a text."""
    return find_times(Document(text, plain_blocks(text), language, published))


def read(text: str, published: dt.date | None = THURSDAY) -> list[tuple[str, str]]:
    """Return the words and the value of each time of a text."""
    return [(time.span.of(text), time.value) for time in times(text, published)]


def table(rows: str) -> list[tuple[str, str, str]]:
    """Return a table of sentences, with the time in brackets, and values."""
    found = []
    for row in rows.strip().splitlines():
        marked, value = row.rsplit("|", 1)
        marked = marked.strip()
        words = marked[marked.index("[") + 1 : marked.index("]")]
        found.append((marked.replace("[", "").replace("]", ""), words, value.strip()))
    return found


DAYS = """
The fair opens on [2017-11-03].                                | 2017-11-03
The form was signed [10/5/2017] in ink.                        | 2017-10-05
The form was signed [5.10.2017] in ink.                        | 2017-10-05
The form was signed [25/10/2017] in ink.                       | 2017-10-25
The mill burned on [Oct. 5].                                   | 2017-10-05
The mill burned on [October 5th].                              | 2017-10-05
The mill burned on [Oct. 5, 2015], before dawn.                | 2015-10-05
The mill burned on [5 October 2015].                           | 2015-10-05
The mill burned on [the 5th of October].                       | 2017-10-05
The mill burned on [Friday, Oct. 6, 2017].                     | 2017-10-06
The mill burned on [Jan. 2].                                   | 2017-01-02
The mill's feast: [Jan. 2].                                    | 2018-01-02
The town will choose a mayor on [March 5].                     | 2018-03-05
The vote is on [March 5].                                      | 2018-03-05
The vote is due on [Monday, March 5].                          | 2018-03-05
Talks are expected to be held on [March 5].                    | 2018-03-05
On [March 5], the town will choose a mayor.                    | 2018-03-05
On [Dec. 20], the mill burned down.                            | 2016-12-20
The mill has been closed on [Dec. 20].                         | 2016-12-20
The mill was built by [20 December].                           | 2016-12-20
The offer was extended to [Dec. 20].                           | 2017-12-20
They said the road stayed closed until at least [Dec. 20].     | 2017-12-20
They agreed to meet on [Dec. 20].                              | 2017-12-20
He will be tried for the [Sept. 9] crash.                      | 2017-09-09
The term that ended [Jan. 2] was long.                         | 2017-01-02
The fair runs [Oct. 3-5] in the park.                          | 2017-10-03/2017-10-05
The fair runs [Oct. 20 to 29] in the park.                     | 2017-10-20/2017-10-29
The fair runs [3-5 October] in the park.                       | 2017-10-03/2017-10-05
The fair runs [Oct. 28-Nov. 3] in the park.                    | 2017-10-28/2017-11-03
The fair ran [May 3-June 5] in the park.                       | 2017-05-03/2017-06-05
The fair ran [Dec. 28-Jan. 3, 2016] in the park.               | 2015-12-28/2016-01-03
The fair runs from [3 to 5 October 2016] in the park.          | 2016-10-03/2016-10-05
The fair opens on [the first Monday of October] each time.     | 2017-10-02
The fair opened on [the last Friday in May 2016], in rain.     | 2016-05-27
The mill burned in [the early hours of Sunday].                | 2017-10-15
The talks began [Thursday].                                    | 2017-10-19
The talks began [Friday].                                      | 2017-10-13
The talks will begin [Friday].                                 | 2017-10-20
The talks planned for [Friday] were put off.                   | 2017-10-20
A vote is scheduled for [Friday].                              | 2017-10-20
The vote was scheduled for [Friday].                           | 2017-10-13
A vote planned for [Oct. 3] was put off.                       | 2018-10-03
The talks had been due to begin [Friday].                      | 2017-10-13
The talks began [last Thursday].                               | 2017-10-12
The talks begin [next Thursday].                               | 2017-10-26
The talks begin [this Saturday].                               | 2017-10-21
The talks began [Monday of last week].                         | 2017-10-09
The talks began [today].                                       | 2017-10-19
The talks began [yesterday].                                   | 2017-10-18
The talks begin [tomorrow].                                    | 2017-10-20
The talks began [the day before yesterday].                    | 2017-10-17
The talks began [three days ago].                              | 2017-10-16
The talks begin [ten days from now].                           | 2017-10-29
The shops close on [Christmas Day].                            | 2017-12-25
The shops closed on [New Year's Eve 2015].                     | 2015-12-31
The shops close on [Thanksgiving].                             | 2017-11-23
The shops closed on [Labor Day].                               | 2017-09-04
The shops closed on [Good Friday 2016].                        | 2016-03-25
The shops close on [Easter Monday].                            | 2018-04-02
Life changed after [9/11] for them.                            | 2001-09-11
"""

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
They met in [the 20th century].                                | 19
They met [last summer].                                        | 2017-SU
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
They meet [tonight] in the hall.                               | 2017-10-19TNI
They meet [tomorrow evening] in the hall.                      | 2017-10-20TEV
They met in [late afternoon Monday], in the hall.              | 2017-10-16TAF
"""

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
They meet [annually].                                          | P1Y
They meet [daily].                                             | P1D
"""


@pytest.mark.parametrize(("text", "words", "value"), table(DAYS) + table(PERIODS) + table(MOMENTS) + table(LENGTHS))
def test_the_time_is_found_with_its_value(text: str, words: str, value: str) -> None:
    """Each form of time is found with its whole words and has the value that publication gives it."""
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mill burned on Oct. 5.", TimeKind.DATE),
        ("The mill burned at 10 p.m. on Oct. 5.", TimeKind.TIME),
        ("The mill burned on Wednesday night.", TimeKind.TIME),
        ("The mill burned for two days.", TimeKind.DURATION),
        ("The mill burns every year.", TimeKind.SET),
    ],
)
def test_the_kind_is_that_of_timex3(text: str, kind: TimeKind) -> None:
    """Days and longer are dates, parts of a day times, lengths durations, what recurs sets."""
    assert [time.kind for time in times(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "Theresa May said no.",
        "April Jones and June Carter sang.",
        "He counted 2000 people and 1500 miles.",
        "Route 1945 and page 1999 are closed.",
        "She is in her eighties, and it was in the 80s outside.",
        "The 12-year-old boy is 12 years old.",
        "The Sunday Times and the Daily Mail reported it.",
        "They run 60 miles a day and earn $10 an hour.",
        "Prices rose 5% annually, a quarter of the total.",
        "They sat down for a second time as the sun set.",
        "About three-quarters of the voters fall in line.",
        "He won the first half 3-5.",
        "It was once fast, as it will be.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Names, ages of people, rates, counts and verbs are no times."""
    assert read(text) == []


def test_the_following_day_is_that_of_the_story() -> None:
    """What follows or precedes refers to the day last named, not to publication."""
    text = (
        "The mill burned on Oct. 5, 2015. It rained the next day. Two days later it was gone, and a year later rebuilt."
    )
    assert [value for _, value in read(text)] == ["2015-10-05", "2015-10-06", "2015-10-08", "2016"]


def test_the_day_before_is_the_one_before_the_day_last_named() -> None:
    """What looks aside from the day last named leaves it where it was."""
    text = "The mill burned on Oct. 5, 2015. It had rained the day before. Three days later it was gone."
    assert [value for _, value in read(text)] == ["2015-10-05", "2015-10-04", "2015-10-08"]


def test_the_same_day_is_the_one_last_named() -> None:
    """The day last named is "the same day", and its night "that night"."""
    text = "The mill burned on Oct. 5. The same day the dam broke. That night all fled. Earlier in the day it was calm."
    days = [value for _, value in read(text)]
    assert days == ["2017-10-05", "2017-10-05", "2017-10-05TNI", "2017-10-05"]


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


def test_every_time_of_a_paragraph_is_found_and_no_other() -> None:
    """The times of running text come in order, and nothing between them."""
    text = (
        "The strike, which began Monday, may last until November, the union said on Wednesday night. A year ago a"
        " 10-day walkout had closed the yard for the first time since 1983."
    )
    assert read(text) == [
        ("Monday", "2017-10-16"),
        ("November", "2017-11"),
        ("Wednesday night", "2017-10-18TNI"),
        ("A year ago", "2016"),
        ("10-day", "P10D"),
        ("1983", "1983"),
    ]


def test_what_is_before_something_else_is_a_length() -> None:
    """Days before or after something that happened are counted, but name no day."""
    assert read("It rained two days before the fair.") == [("two days", "P2D")]
    assert read("On Oct. 5 it rained. It had snowed two days before.")[1] == ("two days before", "2017-10-03")


# -- intervals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It rained on Oct. 5.", dt.date(2017, 10, 5), dt.date(2017, 10, 5)),
        ("It rained Oct. 3-5.", dt.date(2017, 10, 3), dt.date(2017, 10, 5)),
        ("It rained last week.", dt.date(2017, 10, 9), dt.date(2017, 10, 15)),
        ("It rained last weekend.", dt.date(2017, 10, 14), dt.date(2017, 10, 15)),
        ("It rained in February 2016.", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("It rained in the third quarter.", dt.date(2017, 7, 1), dt.date(2017, 9, 30)),
        ("It rained in the first half of 2016.", dt.date(2016, 1, 1), dt.date(2016, 6, 30)),
        ("It rained in the winter of 1994.", dt.date(1994, 12, 1), dt.date(1995, 2, 28)),
        ("It rained in 2016.", dt.date(2016, 1, 1), dt.date(2016, 12, 31)),
        ("It rained in the 1980s.", dt.date(1980, 1, 1), dt.date(1989, 12, 31)),
        ("It rained in the 20th century.", dt.date(1900, 1, 1), dt.date(1999, 12, 31)),
        ("It rained on Wednesday night.", dt.date(2017, 10, 18), dt.date(2017, 10, 18)),
        ("It rained for the past two weeks.", dt.date(2017, 10, 5), dt.date(2017, 10, 19)),
        ("It rains for the next three months.", dt.date(2017, 10, 19), dt.date(2018, 1, 19)),
        ("It rained for two weeks.", None, None),
        ("It rains every year.", None, None),
        ("It rains now.", None, None),
    ],
)
def test_the_interval_holds_first_and_last_day(text: str, start: dt.date | None, end: dt.date | None) -> None:
    """`start` and `end` are the first and the last day denoted; what denotes no interval has none."""
    (time,) = times(text)
    assert (time.start, time.end) == (start, end)


def test_a_clock_time_is_a_moment_in_its_zone() -> None:
    """A clock time starts and ends at its moment, aware where the words fix the zone."""
    (time,) = times("They met at 5:30 p.m. GMT on Oct. 5.")
    assert time.start == time.end == dt.datetime(2017, 10, 5, 17, 30, tzinfo=dt.UTC)
    (time,) = times("They met at 5:30 p.m. on Oct. 5.")
    assert time.start == dt.datetime(2017, 10, 5, 17, 30)  # noqa: DTZ001 - no zone is given


# -- anchors -----------------------------------------------------------------------------------------------------


OPEN = """
The mill burned on [Oct. 5].                                   | XXXX-10-05
The mill burned on [Thursday].                                 | XXXX-WXX-4
The mill burned in [October].                                  | XXXX-10
The mill burned [yesterday].                                   | XXXX-XX-XX
The mill burned [last week].                                   | XXXX-WXX
The mill burned [two years ago].                               | XXXX
The mill burned in [the third quarter].                        | XXXX-Q3
The mill burned [last summer].                                 | XXXX-SU
The mill burned at [10 p.m.] in all.                           | XXXX-XX-XXT22:00
The mill burned for [two days].                                | P2D
"""


@pytest.mark.parametrize(("text", "words", "value"), table(OPEN))
def test_without_an_anchor_values_stay_open(text: str, words: str, value: str) -> None:
    """Without publication, dateline or a full date in the text nothing is guessed."""
    assert read(text, None) == [(words, value)]


def test_the_first_full_date_of_the_text_is_an_anchor() -> None:
    """Where nothing tells the day of publication the first full date of the text does."""
    text = "Oct. 19, 2017\n\nThe mill burned on Wednesday."
    assert read(text, None) == [("Oct. 19, 2017", "2017-10-19"), ("Wednesday", "2017-10-18")]


def test_a_moment_of_publication_counts_by_its_day() -> None:
    """`published` may be a datetime."""
    assert read("It rained yesterday.", dt.datetime(2017, 10, 19, 23, 59, tzinfo=dt.UTC)) == [
        ("yesterday", "2017-10-18")
    ]


def test_hours_ago_are_reckoned_from_the_moment_of_publication() -> None:
    """Where the moment of publication is known, hours and minutes ago are moments too."""
    published = dt.datetime(2017, 10, 19, 1, 30, tzinfo=dt.UTC)
    (time,) = times("It fell two hours ago.", published)
    assert (time.value, time.start) == ("2017-10-18T23:30", published - dt.timedelta(hours=2))
    assert read("It fell two hours ago.") == [("two hours ago", "2017-10-19TXX:XX")]


def test_without_a_lexicon_iso_dates_are_found() -> None:
    """In any language ISO dates are read, with their time and zone, and nothing else is."""
    text = "Ngày 2017-10-19, lúc 2017-10-19T22:30+07:00, Friday, 2017-13-40."
    found = times(text, None, None)
    assert [time.value for time in found] == ["2017-10-19", "2017-10-19T22:30"]
    assert found[1].start == dt.datetime(2017, 10, 19, 22, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def test_a_clock_time_that_opens_a_block_counts_from_publication() -> None:
    """In a live report only a heading with a day moves the clock to another day."""
    told = "The road was closed on Friday.\n\n12:10 p.m.: One man was held."
    assert read(told)[1] == ("12:10 p.m.", "2017-10-19T12:10")
    headed = "Wednesday, Oct. 18\n\n12:10 p.m.: One man was held."
    assert read(headed)[1] == ("12:10 p.m.", "2017-10-18T12:10")


def test_a_day_after_through_follows_the_one_before() -> None:
    """In "Monday through Friday" the second day is reckoned from the first."""
    assert read("The fair runs Monday through Friday.") == [("Monday", "2017-10-16"), ("Friday", "2017-10-20")]


def test_over_belongs_to_an_amount_but_not_to_the_past_years() -> None:
    """The word "over" is part of "over two weeks", and only a preposition in "over the past two weeks"."""
    assert read("The mill burned for over two weeks.") == [("over two weeks", "P2W")]
    assert read("Sales fell over the past two weeks.") == [("the past two weeks", "P2W")]


def test_a_zone_may_end_the_sentence() -> None:
    """The full stop of the sentence is no part of the zone."""
    assert read("They met at 5 p.m. EST. It rained.") == [("5 p.m. EST", "2017-10-19T17:00")]
