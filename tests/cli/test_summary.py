"""The summary that a terminal is shown."""

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newsmodel.cli._plain import one_line, showable
from newsmodel.cli._summary import summary
from newsmodel.model import Article, Author, Event, EventKind, Issue, IssueCode, Publisher, Span
from newsmodel.strategies import articles

EXPECTED = """\
Long Bridge closed
Jo Field, Sam Lee · The Fernby Post · 2026-03-03 07:30+00:00 · en

Speakers
Name             Role               Quotes  Words
─────────────────────────────────────────────────
Mayor Ada Brook  the mayor, Fernby       2      9

Quotes
Speaker    Kind      Quote
───────────────────────────────────────────────
Ada Brook  direct    “It is not safe,”
Ada Brook  indirect  repairs would begin in May
?          indirect  nobody was hurt

Events
When        Kind    What       Who          Whom             Where
───────────────────────────────────────────────────────────────────
2026-03-02  Decide  closed     The council  the Long Bridge  Long
                                                             Bridge
2026-05     Other   begin
                    (planned)
            Injure  not hurt

Issues
Code       Message
─────────────────────────────────────────────
paginated  the article goes on on other pages
"""


def test_a_summary_tells_who_said_what_and_what_happened(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headline, byline, speakers, quotes, a timeline of events and issues, in this order."""
    monkeypatch.setenv("COLUMNS", "80")
    assert summary(article) == EXPECTED


@pytest.mark.parametrize("columns", [1, 2, 5, 10, 20, 40, 69, 70, 80, 200])
@pytest.mark.parametrize("headline", ["Long Bridge closed", "長い橋が閉鎖", "👩‍👩‍👧 closed", "x" * 300])
def test_a_summary_fits_a_terminal_of_any_width(
    article: Article, monkeypatch: pytest.MonkeyPatch, columns: int, headline: str
) -> None:
    """No line is wider than the terminal, and in a narrow one nothing is cut off."""
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = summary(attrs.evolve(article, headline=headline))
    assert max(map(cell_len, shown.splitlines())) <= max(columns, 2)  # a character may take two cells
    for said in (headline, "Mayor Ada Brook", "repairs would begin in May", "the Long Bridge"):
        assert columns >= 70 or columns == 1 or "".join(said.split()) in "".join(shown.split())


@given(articles(), st.sampled_from([1, 40, 80, 200]))
@settings(max_examples=50)
def test_every_article_has_a_summary_that_steers_nothing(article: Article, columns: int) -> None:
    """Whatever an article holds, it is summed up, in the width there is and without a control character."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("COLUMNS", str(columns))
        shown = summary(article)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert max(map(cell_len, shown.splitlines())) <= max(columns, 2)


def test_a_summary_of_nothing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty article has a summary too."""
    monkeypatch.setenv("COLUMNS", "80")
    assert summary(Article()) == "(no headline)\n"


def test_events_that_say_little_are_counted(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """An event with neither a day nor a kind is no row of the timeline; how many there are is its last row."""
    monkeypatch.setenv("COLUMNS", "100")
    closed, begin, hurt = article.events
    vague = attrs.evolve(hurt, kind=EventKind.OTHER)
    rows = summary(attrs.evolve(article, events=(closed, begin, vague))).partition("Events")[2].splitlines()
    assert any(re.match(" +Other +and 1 more$", row) for row in rows)
    assert not any("hurt" in row for row in rows)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2026-03-02TNI", "2026-03-02 night"),
        ("2026-03-02T17:40", "2026-03-02 17:40"),
        ("2026-W10", "2026-W10"),
        ("P14D", "P14D"),
        ("PT2H", "PT2H"),
    ],
)
def test_times_of_day_are_written_as_people_write_them(
    article: Article, monkeypatch: pytest.MonkeyPatch, value: str, shown: str
) -> None:
    """TIMEX3 values keep their form but for the time of day."""
    monkeypatch.setenv("COLUMNS", "100")
    closed = article.events[0]
    time = attrs.evolve(article.times[0], value=value)
    changed = attrs.evolve(article, times=(time, article.times[1]), events=(attrs.evolve(closed, time=time),))
    assert re.search(rf"^{shown} +Decide ", summary(changed), re.MULTILINE)


ATTACK = "a\x1b[2J\x1b]0;owned\x07 [bold red]b[/bold red] :skull: \x9b31m \u202egnp.exe\u2066"


def test_text_of_strangers_cannot_steer_the_terminal(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control sequences and turns of direction are shown as U+FFFD; rich markup and emoji names stay as written."""
    monkeypatch.setenv("COLUMNS", "200")
    attacked = attrs.evolve(
        article,
        headline=ATTACK,
        authors=(Author(name=ATTACK),),
        publisher=Publisher(name=ATTACK),
        issues=(Issue(code=IssueCode.EMPTY, message=ATTACK),),
    ).replace_speaker(article.speakers[0], attrs.evolve(article.speakers[0], name=ATTACK, role=ATTACK))
    shown = summary(attacked)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert shown.startswith("a�[2J�]0;owned� [bold red]b[/bold red] :skull: �31m �gnp.exe�\n")


@given(st.text())
def test_shown_text_has_no_control_characters(text: str) -> None:
    """Whatever the text, what is shown has no control character but line breaks and tabs, one line none at all."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", showable(text))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", one_line(text))
    assert len(one_line(text).splitlines()) <= 1


def test_names_of_columns_are_not_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column is as wide as its name, however short its cells are."""
    monkeypatch.setenv("COLUMNS", "80")
    event = Event(kind=EventKind.DIE, trigger=Span(3, 7), extent=Span(0, 7))
    header = next(line for line in summary(Article(text="He died", events=(event,))).splitlines() if "Kind" in line)
    assert header.split() == ["When", "Kind", "What", "Who", "Whom", "Where"]
