"""Days: dates, weekdays and their ranges, for an article published on Thursday, 19 October 2017."""

import pytest

from .reading_times import read, table

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
His term ends on [Jan. 2].                                     | 2018-01-02
Leases on two ships expire [Jan. 2].                           | 2018-01-02
He wrote that his term ends on [Jan. 2].                       | 2018-01-02
The fair runs [Oct. 3-5] in the park.                          | 2017-10-03/2017-10-05
The fair runs [Oct. 20 to 29] in the park.                     | 2017-10-20/2017-10-29
The fair runs [3-5 October] in the park.                       | 2017-10-03/2017-10-05
The fair runs [Oct. 28-Nov. 3] in the park.                    | 2017-10-28/2017-11-03
The fair ran [May 3-June 5] in the park.                       | 2017-05-03/2017-06-05
The fair ran [Dec. 28-Jan. 3, 2016] in the park.               | 2015-12-28/2016-01-03
The fair runs from [3 to 5 October 2016] in the park.          | 2016-10-03/2016-10-05
The fair opens on [the first Monday of October] each time.     | 2017-10-02
The fair opened on [the last Friday in May 2016], in rain.     | 2016-05-27
The mill burned in [the early hours of Sunday].                | 2017-10-15TMO
The talks began [Thursday].                                    | 2017-10-19
The talks began [Friday].                                      | 2017-10-13
The talks will begin [Friday].                                 | 2017-10-20
On [Friday] the court will rule.                               | 2017-10-20
[Friday] the court will rule.                                  | 2017-10-20
On [Friday], the two leaders are to meet.                      | 2017-10-20
On [Friday] she is due to sing.                                | 2017-10-20
On [Friday] a man likely to be charged was heard.              | 2017-10-13
On [Friday] officials said the road will open.                 | 2017-10-13
[Friday]'s strike will stop all trams.                         | 2017-10-13
In [February], the girls were freed.                           | 2017-02
In [December] the mill burned down.                            | 2016-12
In [November], the town will vote.                             | 2017-11
In [March], the town is to vote.                               | 2018-03
A verdict is expected [Friday].                                | 2017-10-20
A verdict was expected [Friday].                               | 2017-10-13
The talks planned for [Friday] were put off.                   | 2017-10-20
A vote is scheduled for [Friday].                              | 2017-10-20
The guards called a strike for [Friday].                       | 2017-10-20
He set a hearing for [Friday].                                 | 2017-10-20
It is forecast to rain on [Friday].                            | 2017-10-20
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
Life changed after [9/11] for them.                            | 2001-09-11
"""


@pytest.mark.parametrize(("text", "words", "value"), table(DAYS))
def test_a_day_is_found_with_its_value(text: str, words: str, value: str) -> None:
    """A day is found with its whole words and has the value that publication gives it."""
    assert read(text) == [(words, value)]


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


def test_what_is_before_something_else_is_a_length() -> None:
    """Days before or after something that happened are counted, but name no day."""
    assert read("It rained two days before the fair.") == [("two days", "P2D")]
    assert read("On Oct. 5 it rained. It had snowed two days before.")[1] == ("two days before", "2017-10-03")


def test_a_day_after_through_follows_the_one_before() -> None:
    """In "Monday through Friday" the second day is reckoned from the first."""
    assert read("The fair runs Monday through Friday.") == [("Monday", "2017-10-16"), ("Friday", "2017-10-20")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It won 24 games from Jan. 8 to Dec. 2.", ["2016-01-08", "2016-12-02"]),
        ("It won 24 games from Nov. 8 to April 2.", ["2016-11-08", "2017-04-02"]),
        ("It won 24 games from 8 November to 2 April.", ["2016-11-08", "2017-04-02"]),
        ("It will run from 31 May to 2 June.", ["2018-05-31", "2018-06-02"]),
        ("It runs from Dec. 28 to Jan. 3.", ["2017-12-28", "2018-01-03"]),
        ("A warning holds from 6 p.m. on Thursday until midday on Friday.", ["2017-10-19T18:00", "2017-10-20T12:00"]),
        ("Rain is due late Wednesday night into Thursday.", ["2017-10-18TNI", "2017-10-19"]),
        ("It was bought from Sept. 4 to Tuesday.", ["2017-09-04", "2017-10-17"]),
        ("She flew from Ulm on Monday to Bern on Friday.", ["2017-10-16", "2017-10-13"]),
        ("It was open from noon until Tuesday.", ["2017-10-19T12:00", "2017-10-24"]),
    ],
)
def test_the_end_of_a_range_follows_its_beginning(text: str, days: list[str]) -> None:
    """The second day of a range is the next one after the first; a range that was lies before publication."""
    assert [value for _, value in read(text)] == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trains will not run before Friday.", "2017-10-20"),
        ("The mill is shut until noon on Friday.", "2017-10-20T12:00"),
        ("The mill was shut before Friday.", "2017-10-13"),
    ],
)
def test_a_day_before_which_something_holds_may_be_one_to_come(text: str, value: str) -> None:
    """Before and until a day, the verb tells whether it is one to come, with a clock time between too."""
    assert [time for _, time in read(text)] == [value]


def test_a_weekday_of_a_name_is_none() -> None:
    """Days of history and of shops, and a club, are named after weekdays."""
    assert read("Black Monday, Super Tuesday and the Black Saturday fires came. Sheffield Wednesday won.") == []


def test_months_joined_by_a_hyphen_are_one_time() -> None:
    """Both months are included, and the year at the end is that of the second."""
    assert read("They vote in April-May.") == [("April-May", "2017-04/2017-05")]
    assert read("They will vote in April-May.") == [("April-May", "2018-04/2018-05")]
    assert read("They will vote in November-January 2019.") == [("November-January 2019", "2018-11/2019-01")]
    assert read("They vote in April-May.", None) == [("April-May", "XXXX-04/XXXX-05")]
    assert read("The april-may file was lost.") == []


def test_a_weeknight_has_its_part_of_the_day_already() -> None:
    """Of "weeknights" and "evenings" side by side the first is the time; no value has two parts of the day."""
    assert [value for _, value in read("Open weeknights evenings too.")][:1] == ["XXXX-WXX-1TNI/XXXX-WXX-5TNI"]


def test_a_raised_digit_is_no_day_of_a_month() -> None:
    """What a footnote's mark and a month make is no day: it is not read as a number."""
    assert read("It ran from May ²-June 5.") == [("May", "2017-05")]
