"""Datelines in the styles of the agencies."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsmodel.model import Dateline
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.places.datelines import find_dateline
from newsmodel.text.times.finding import find_times


def dateline(text: str) -> Dateline | None:
    """Return the dateline of a text."""
    return find_dateline(Document(text, plain_blocks(text), "en"))


@pytest.mark.parametrize(
    ("text", "words", "place", "agency", "date"),
    [
        ("WASHINGTON (AP) — Talks went on.", "WASHINGTON (AP)", "WASHINGTON", "AP", None),
        ("WASHINGTON (AP) _ Talks went on.", "WASHINGTON (AP)", "WASHINGTON", "AP", None),
        ("TORRENS, Texas (AP) - Talks went on.", "TORRENS, Texas (AP)", "TORRENS, Texas", "AP", None),
        ("LONDON -- Talks went on.", "LONDON", "LONDON", None, None),
        ("Photo LONDON -- Talks went on.", "LONDON", "LONDON", None, None),
        (
            "THE HAGUE, Netherlands (AP) _ Talks went on.",
            "THE HAGUE, Netherlands (AP)",
            "THE HAGUE, Netherlands",
            "AP",
            None,
        ),
        ("ST. LOUIS – Talks went on.", "ST. LOUIS", "ST. LOUIS", None, None),
        (
            "DURBAN, South Africa (AP) — Talks went on.",
            "DURBAN, South Africa (AP)",
            "DURBAN, South Africa",
            "AP",
            None,
        ),
        ("Taipei, Taiwan — Talks went on.", "Taipei, Taiwan", "Taipei, Taiwan", None, None),
        ("PARIS, Oct. 5 (Reuters) - Talks went on.", "PARIS, Oct. 5 (Reuters)", "PARIS", "Reuters", None),
        (
            "BEIJING, Oct. 5, 2017 (Xinhua) -- Talks went on.",
            "BEIJING, Oct. 5, 2017 (Xinhua)",
            "BEIJING",
            "Xinhua",
            dt.date(2017, 10, 5),
        ),
        (
            "ROME, 5 October 2017 (ANSA) - Talks went on.",
            "ROME, 5 October 2017 (ANSA)",
            "ROME",
            "ANSA",
            dt.date(2017, 10, 5),
        ),
        ("Berlin (dpa) - Talks went on.", "Berlin (dpa)", "Berlin", "dpa", None),
        (
            "Talks Go On\n\nBy Ada Brook\n\nNAIROBI, Kenya (AFP) — Talks went on.",
            "NAIROBI, Kenya (AFP)",
            "NAIROBI, Kenya",
            "AFP",
            None,
        ),
    ],
)
def test_a_dateline_is_read_in_its_parts(
    text: str, words: str, place: str, agency: str | None, date: dt.date | None
) -> None:
    """Place, agency and day are told apart; the dash and what stands before the place are left out."""
    found = dateline(text)
    assert found is not None
    assert (found.span.of(text), found.place, found.agency, found.date) == (words, place, agency, date)


@pytest.mark.parametrize(
    "text",
    [
        "POSTED: Talks went on.",
        "MUST SEE: Talks went on.",
        "UPDATE — Talks went on.",
        "BREAKING - Talks went on.",
        "Talks went on in London - at last.",
        "London has seen talks go on.",
        "The talks - they said - went on.",
        "Dayton, Ohio-based brewers went on.",
        "MARSH: Talks went on.",
        "JORDAN: Talks went on.",
        "Lima: Talks went on.",
        "WASHINGTON",
        "",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    """Labels in capitals, and sentences that begin with or hold a place, are no datelines."""
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEW DELHI: Talks went on.", "NEW DELHI"),
        ("PUNE, India: Talks went on.", "PUNE, India"),
        ("NEW YORK (AP) — Talks went on.", "NEW YORK"),
    ],
)
def test_a_place_that_is_known_may_stand_before_a_colon(text: str, place: str) -> None:
    """In capitals and beyond doubt it is a dateline and no label, though it begins like one ("NEW")."""
    found = dateline(text)
    assert found is not None
    assert found.place == place


def test_a_datelines_day_anchors_the_times() -> None:
    """Where nothing else tells the day of publication the dateline does."""
    text = "BEIJING, Oct. 5, 2017 (Xinhua) -- Talks began on Monday."
    document = Document(text, plain_blocks(text), "en")
    assert [time.value for time in find_times(document, find_dateline(document))] == ["2017-10-05", "2017-10-02"]


@given(
    st.lists(
        st.sampled_from(
            [
                "LONDON",
                "Paris",
                ",",
                "(",
                ")",
                "AP",
                "Reuters",
                "—",
                "-",
                "_",
                "Ohio",
                "Oct.",
                "5",
                "2017",
                "said",
                "/",
                "UPDATE",
                "\n",
                "ST.",
            ]
        )
    )
)
@example(["Paris", ",", "Ohio", "(", "AP", ")", "—", "UPDATE", "LONDON"])
def test_a_dateline_stands_before_other_words(words: list[str]) -> None:
    """Whatever the text, a dateline has a place and does not end it."""
    text = " ".join(words)
    found = dateline(text)
    if found is not None:
        assert found.place
        assert found.span.end < len(text.rstrip())


def test_the_day_of_a_dateline_is_the_last_up_to_publication() -> None:
    """A dateline never tells its year; the day of publication does."""
    text = "PARIS, June 30 - Talks went on."
    found = find_dateline(Document(text, plain_blocks(text), "en", dt.date(2024, 3, 5)))
    assert found is not None
    assert found.date == dt.date(2023, 6, 30)


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("SUNNYVALE, Calif. - 2/28/2012 Talks went on.", "SUNNYVALE, Calif. - 2/28/2012", dt.date(2012, 2, 28)),
        (
            "PARIS, Monday, Oct. 5, 2017 (Reuters) - Talks.",
            "PARIS, Monday, Oct. 5, 2017 (Reuters)",
            dt.date(2017, 10, 5),
        ),
        ("PARIS, Monday (Reuters) - Talks went on.", "PARIS, Monday (Reuters)", None),
        ("PARIS, Oct. 5 (Reuters) - Talks went on.", "PARIS, Oct. 5 (Reuters)", None),
        ("PARIS, Feb. 30, 2017 (Reuters) - Talks.", "PARIS, Feb. 30, 2017 (Reuters)", None),
        ("PARIS, 2017-10-05 (Reuters) - Talks went on.", "PARIS, 2017-10-05 (Reuters)", dt.date(2017, 10, 5)),
        ("PARIS, 2017-13-45 (Reuters) - Talks went on.", "PARIS, 2017-13-45 (Reuters)", None),
        ("PARIS/LONDON (Reuters) - Talks went on.", "PARIS/LONDON (Reuters)", None),
        ("PARIS - (AP) - Talks went on.", "PARIS - (AP)", None),
    ],
)
def test_a_dateline_tells_a_day_that_the_calendar_has(text: str, words: str, date: dt.date | None) -> None:
    """A day is read in every usual form; one of no year that is known, or that no calendar has, is passed over."""
    found = dateline(text)
    assert found is not None
    assert (found.span.of(text), found.date) == (words, date)


@pytest.mark.parametrize(
    "text",
    [
        "PARIS (yesterday) - Talks.",
        "PARIS/ (Reuters) - Talks.",
        "PARIS, May (Reuters) - Talks.",
        "PARIS, 5 (Reuters) -",
        "PARIS,",
    ],
)
def test_what_no_agency_writes_is_no_dateline(text: str) -> None:
    """Brackets of something else, a month or a number alone, and a place that nothing follows are text."""
    assert dateline(text) is None
