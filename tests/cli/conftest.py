"""An article made by hand, so that the command line is tested apart from what the parsers find."""

import datetime as dt

import pytest

from newsmodel.model import (
    Article,
    Author,
    Event,
    EventKind,
    Issue,
    IssueCode,
    Mention,
    MentionKind,
    Modality,
    Participant,
    Place,
    Polarity,
    Publisher,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)

TEXT = (
    "The council closed the Long Bridge on Monday. “It is not safe,” said Mayor Ada Brook. "
    "Brook said repairs would begin in May. A driver said nobody was hurt."
)


def at(words: str) -> Span:
    """Return where *words* stand first in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def article() -> Article:
    """Return an article with something for every section of the summary."""
    brook = Speaker(
        name="Ada Brook",
        kind=SpeakerKind.PERSON,
        honorific="Mayor",
        role="the mayor",
        affiliation="Fernby",
        mentions=(
            Mention(span=at("Mayor Ada Brook"), kind=MentionKind.NAME),
            Mention(span=Span(TEXT.index("Brook said"), TEXT.index("Brook said") + 5), kind=MentionKind.NAME),
        ),
    )
    monday = TimeExpression(
        span=at("Monday"),
        kind=TimeKind.DATE,
        value="2026-03-02",
        start=dt.date(2026, 3, 2),
        end=dt.date(2026, 3, 2),
    )
    may = TimeExpression(
        span=at("May"), kind=TimeKind.DATE, value="2026-05", start=dt.date(2026, 5, 1), end=dt.date(2026, 5, 31)
    )
    bridge = Place(name="Long Bridge", spans=(at("Long Bridge"),))
    return Article(
        headline="Long Bridge closed",
        text=TEXT,
        authors=(Author(name="Jo Field"), Author(name="Sam Lee")),
        publisher=Publisher(name="The Fernby Post"),
        published=dt.datetime(2026, 3, 3, 7, 30, tzinfo=dt.UTC),
        language="en",
        quotes=(
            Quote(
                text="It is not safe,",
                kind=QuoteKind.DIRECT,
                content=(at("It is not safe,"),),
                cue=at("said"),
                source=at("Mayor Ada Brook"),
                speaker=brook,
            ),
            Quote(
                text="repairs would begin in May",
                kind=QuoteKind.INDIRECT,
                content=(at("repairs would begin in May"),),
                speaker=brook,
            ),
            Quote(text="nobody was hurt", kind=QuoteKind.INDIRECT, content=(at("nobody was hurt"),)),
        ),
        speakers=(brook,),
        times=(monday, may),
        places=(bridge,),
        events=(
            Event(
                kind=EventKind.DECIDE,
                trigger=at("closed"),
                extent=at("The council closed the Long Bridge on Monday."),
                participants=(
                    Participant(role=Role.AGENT, span=at("The council")),
                    Participant(role=Role.PATIENT, span=at("the Long Bridge")),
                ),
                time=monday,
                place=bridge,
            ),
            Event(
                kind=EventKind.OTHER,
                trigger=at("begin"),
                extent=at("repairs would begin in May"),
                time=may,
                modality=Modality.PLANNED,
            ),
            Event(
                kind=EventKind.INJURE,
                trigger=at("hurt"),
                extent=at("nobody was hurt"),
                polarity=Polarity.NEGATIVE,
            ),
        ),
        issues=(Issue(code=IssueCode.PAGINATED, message="the article goes on on other pages"),),
    )
