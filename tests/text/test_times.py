"""Times in general: their kinds, intervals and anchors, and what is none, on Thursday, 19 October 2017."""

import datetime as dt

import pytest

from newsmodel.model import TimeKind

from .reading_times import read, table, times

OPEN = """
The mill burned on [Oct. 5].                                   | XXXX-10-05
The mill burned on [Thursday].                                 | XXXX-WXX-4
The mill burned in [October].                                  | XXXX-10
The mill burned [yesterday].                                   | XXXX-XX-XX
The mill burned [last week].                                   | XXXX-WXX
The mill burned [two years ago].                               | XXXX
The mill burned in [the third quarter].                        | XXXX-Q3
The mill will report in [the third quarter].                   | XXXX-Q3
The mill burned [last summer].                                 | XXXX-SU
The mill burned at [10 p.m.] in all.                           | XXXX-XX-XXT22:00
The mill burned for [two days].                                | P2D
"""


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


def test_without_a_lexicon_iso_dates_are_found() -> None:
    """In any language ISO dates are read, with their time and zone, and nothing else is."""
    text = "Ngày 2017-10-19, lúc 2017-10-19T22:30+07:00, Friday, 2017-13-40."
    found = times(text, None, None)
    assert [time.value for time in found] == ["2017-10-19", "2017-10-19T22:30"]
    assert found[1].start == dt.datetime(2017, 10, 19, 22, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
