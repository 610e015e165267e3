"""Dates are read as pages write them, and never made up."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsmodel.html.dates import order_of, read_date, read_machine_date, read_url_date

UTC = dt.UTC
CEST = dt.timezone(dt.timedelta(hours=2))
EDT = dt.timezone(dt.timedelta(hours=-4))
CET = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-05-03", dt.date(2024, 5, 3)),
        ("2024-5-3", dt.date(2024, 5, 3)),
        ("20240503", dt.date(2024, 5, 3)),
        ("2024-05-03T10:15:30Z", dt.datetime(2024, 5, 3, 10, 15, 30, tzinfo=UTC)),
        ("2024-05-03 10:15:30.123 +02:00", dt.datetime(2024, 5, 3, 10, 15, 30, tzinfo=CEST)),
        ("2024-05-03T10:15+0200", dt.datetime(2024, 5, 3, 10, 15, tzinfo=CEST)),
        ("2024-05-03T10:15", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("2024-05-03T99:99", dt.date(2024, 5, 3)),
        ("1714731330", dt.datetime(2024, 5, 3, 10, 15, 30, tzinfo=UTC)),
        ("1714731330000", dt.datetime(2024, 5, 3, 10, 15, 30, tzinfo=UTC)),
        ("2024-13-03", None),
        ("2024-05", None),
        ("0000-00-00", None),
        ("1", None),
        ("", None),
    ],
)
def test_machine_dates(text: str, value: dt.date | None) -> None:
    """ISO 8601 and its relatives give a moment where they say one, a day where they say a day, else nothing."""
    assert read_machine_date(text) == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en-US", "Published May 3, 2024", dt.date(2024, 5, 3)),
        ("en-US", "May 3rd, 2024 at 5:30 p.m. EDT", dt.datetime(2024, 5, 3, 17, 30, tzinfo=EDT)),
        ("en-GB", "04:30, 3 MAY 2024", dt.datetime(2024, 5, 3, 4, 30)),  # noqa: DTZ001
        ("en", "Fri, 03 May 2024 10:15:30 GMT", dt.datetime(2024, 5, 3, 10, 15, 30, tzinfo=UTC)),
        ("en", "Fri May 03 2024 10:15:30 GMT+0200 (CEST)", dt.datetime(2024, 5, 3, 10, 15, 30, tzinfo=CEST)),
        ("en", "3rd of May 2024", dt.date(2024, 5, 3)),
        ("de", "Freitag, 3. Mai 2024, 10.15 Uhr", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("de", "03.05.24, 10:15 Uhr", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("fr", "Publié le 03/05/2024 à 10h15", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("fr", "1er août 2024", dt.date(2024, 8, 1)),
        ("es", "3 de mayo de 2024", dt.date(2024, 5, 3)),
        ("pt", "3 de março de 2024", dt.date(2024, 3, 3)),
        ("en-GB", "Fri 3 May 2024 10.15 UTC", dt.datetime(2024, 5, 3, 10, 15, tzinfo=UTC)),
        ("da", "3. maj 2024 kl. 10.15", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("fi", "3.5.2024 klo 10.15", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("ko", "2024.05.03. 오후 3:15", dt.datetime(2024, 5, 3, 15, 15)),  # noqa: DTZ001
        ("th", "3 พฤษภาคม 2567", dt.date(2024, 5, 3)),
        ("ar", "3 أيار 2024", dt.date(2024, 5, 3)),
        ("he", "3 במאי 2024", dt.date(2024, 5, 3)),
        ("lt", "2024 m. gegužės 3 d.", dt.date(2024, 5, 3)),
        ("en", "May 3, 2024, updated May 4, 2024 10:15", dt.date(2024, 5, 3)),
        ("pl", "3 maja 2024", dt.date(2024, 5, 3)),
        ("ru", "3 мая 2024 г.", dt.date(2024, 5, 3)),
        ("tr", "3 Mayıs 2024", dt.date(2024, 5, 3)),
        ("hr", "3. listopada 2024", dt.date(2024, 10, 3)),
        ("cs", "3. listopadu 2024", dt.date(2024, 11, 3)),
        ("ja", "2024年5月3日 10時15分", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("ko", "2024년 5월 3일", dt.date(2024, 5, 3)),
        ("ko", "2024.05.03", dt.date(2024, 5, 3)),
        ("ar", "٣ مايو ٢٠٢٤", dt.date(2024, 5, 3)),
        ("ja", "2024年13月45日, 2024年5月3日", dt.date(2024, 5, 3)),
        ("ko", "2024.13.45, 2024.05.03", dt.date(2024, 5, 3)),
        ("zh", "24-05-03", dt.date(2024, 5, 3)),
        ("hu", "24.05.03", dt.date(2024, 5, 3)),
        ("zh", "24-13-45", None),
        ("en", "123/4/5, 3 May 2024", dt.date(2024, 5, 3)),
        ("en", "Fri May 03 10:30:00 CET 2024", dt.datetime(2024, 5, 3, 10, 30, tzinfo=CET)),
        ("en", "Fri May 45 10:30:00 CET 2024", None),
        ("en", "Fri May 03 10:30:00 CET", None),
        ("pt", "Maio de de de 3 2024", None),
        ("en", "May 3, 2024 10:15 GMT+19", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("en", "May 3, 2024 10:15 GMT+02:99", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("en", "10:15 and so it was late, on 3 May 2024", dt.date(2024, 5, 3)),
        ("en", "3 May 2024 at 13 p.m.", dt.date(2024, 5, 3)),
        ("en", "3 May 2024 at 10:75", dt.date(2024, 5, 3)),
        ("ar", "15 كانون الثاني 2024", dt.date(2024, 1, 15)),
        ("ar", "3 أيّار/مايو 2024", dt.date(2024, 5, 3)),
        ("ar", "3 ماي 2024", dt.date(2024, 5, 3)),
        ("bn", "৩ মে ২০২৪", dt.date(2024, 5, 3)),
        ("eu", "2024ko maiatzaren 3a", dt.date(2024, 5, 3)),
        ("fa", "۱۴ اردیبهشت ۱۴۰۳ - ۱۰:۱۵", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("fa", "۱۴۰۳/۰۲/۱۴", dt.date(2024, 5, 3)),
        ("fa", "31 مهر 1403", None),
        ("fa", "30 اسفند 1402", None),
        ("fa", "30 اسفند 1403", dt.date(2025, 3, 20)),
        ("fa", "1 فروردین 1404", dt.date(2025, 3, 21)),
        ("ja", "令和6年5月3日 10時15分", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("ja", "令和元年5月3日", dt.date(2019, 5, 3)),
        ("ja", "平成31年4月30日", dt.date(2019, 4, 30)),
        ("ta", "மே 3, 2024", dt.date(2024, 5, 3)),
        ("th", "3 พ.ค. 2567 10:15 น.", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("vi", "ngày 3 tháng 5 năm 2024", dt.date(2024, 5, 3)),
        ("zh-TW", "中華民國113年5月3日", dt.date(2024, 5, 3)),
        ("zh-TW", "5年5月3日", None),
        ("en", "May 2024", None),
        ("en", "3 May", None),
        ("en", "5 minutes ago", None),
        ("en", "Updated 3 homes sold for 12 million", None),
        ("en", "32 May 2024", None),
        ("en", "3 May 2024 10:15 QQQ", dt.datetime(2024, 5, 3, 10, 15)),  # noqa: DTZ001
        ("en", "At 10:15 in the town hall, 3 May 2024", dt.date(2024, 5, 3)),
        ("en", "Room 123.4.2024", None),
        ("en", "The 1999 law: May 5, 10 to 12", None),
        ("en", "They may meet 2024 people", None),
    ],
)
def test_date_lines(language: str, text: str, value: dt.date | None) -> None:
    """A date line gives day, month and year, with the time and zone beside it; less than a day is no date."""
    reading = read_date(text, order_of(language, None))
    assert (reading.value if reading else None) == value


@pytest.mark.parametrize(
    ("language", "host", "value", "ambiguous"),
    [
        ("en-US", None, dt.date(2024, 3, 4), False),
        ("en-GB", None, dt.date(2024, 4, 3), False),
        ("en", "www.example.co.uk", dt.date(2024, 4, 3), False),
        ("fr", None, dt.date(2024, 4, 3), False),
        ("en", "www.example.com", dt.date(2024, 4, 3), True),
        (None, None, dt.date(2024, 4, 3), True),
    ],
)
def test_day_and_month_by_language(language: str | None, host: str | None, value: dt.date, ambiguous: bool) -> None:
    """03/04/2024 is read in the order of the page's language or country, and is ambiguous where nothing tells it."""
    reading = read_date("03/04/2024", order_of(language, host))
    assert reading is not None
    assert (reading.value, reading.ambiguous) == (value, ambiguous)


def test_what_can_be_read_one_way_only_is_not_ambiguous() -> None:
    """A day over twelve, or the same number twice, leaves no doubt."""
    for text in ("25/04/2024", "04/25/2024", "04/04/2024", "03.04.2024"):
        reading = read_date(text, order_of("en", None))
        assert reading is not None
        assert not reading.ambiguous


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("https://example.org/2024/05/03/a-story", dt.date(2024, 5, 3)),
        ("https://example.org/2024/may/3/a-story", dt.date(2024, 5, 3)),
        ("https://example.org/2024-05-03-a-story", dt.date(2024, 5, 3)),
        ("https://example.org/a-story-20240503.html", dt.date(2024, 5, 3)),
        ("https://example.org/2024/05/a-story", None),
        ("https://example.org/stories/3017954/", None),
        ("https://example.org/2024/45/03/", None),
    ],
)
def test_dates_in_addresses(path: str, value: dt.date | None) -> None:
    """An address gives a day only where it holds all of one."""
    assert read_url_date(path) == value


@given(st.text(max_size=300), st.sampled_from(["en", "en-US", "de", "ja", None]))
@example("May 3, 2024", "en")
def test_any_text_is_read(text: str, language: str | None) -> None:
    """No text raises, and what is found lies within it."""
    read_machine_date(text)
    read_url_date(text)
    reading = read_date(text, order_of(language, None))
    if reading is not None:
        assert 0 <= reading.start < reading.end <= len(text)


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2089, 1, 1)))  # noqa: DTZ001
def test_iso_round_trip(moment: dt.datetime) -> None:
    """What `isoformat` writes is read again, to the second."""
    moment = moment.replace(microsecond=0, fold=0)
    assert read_machine_date(moment.isoformat()) == moment
    assert read_machine_date(moment.date().isoformat()) == moment.date()
