"""A small article with something of everything, made by hand, for the examples of the format tests."""

import datetime as dt

import pytest

from newsmodel.formats import _strict
from newsmodel.model import (
    Article,
    Author,
    AuthorKind,
    Block,
    BlockKind,
    Dateline,
    Event,
    EventKind,
    Image,
    Link,
    Mention,
    MentionKind,
    Participant,
    Place,
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

PARTS = (
    (BlockKind.PARAGRAPH, None, "FERNBY (Wold News) — The council closed the Long Bridge on Monday."),
    (BlockKind.PARAGRAPH, None, "“It is not safe,” said Mayor Ada Brook. “We found 12 cracks & 3 holes.”"),
    (BlockKind.HEADING, 2, "What next"),
    (BlockKind.LIST_ITEM, 1, "Repairs *begin* in May, Brook said."),
    (BlockKind.LIST_ITEM, 2, "The ferry runs daily."),
    (BlockKind.BLOCKQUOTE, None, "Bridges are promises, <b>she</b> wrote."),
    (BlockKind.TABLE, None, "Bridge\tYear\nLong|Old\t1911"),
    (BlockKind.PREFORMATTED, None, "open  = []\n\nclosed = [1]"),
)
TEXT = "\n\n".join(text for _, _, text in PARTS)


def at(words: str, after: str = "") -> Span:
    """Return where *words* stand in the text, first or after other words."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


BROOK = Speaker(
    name="Ada Brook",
    kind=SpeakerKind.PERSON,
    honorific="Mayor",
    role="the mayor",
    affiliation="Fernby council",
    mentions=(
        Mention(span=at("Ada Brook"), kind=MentionKind.NAME),
        Mention(span=at("Brook", "May,"), kind=MentionKind.NAME),
    ),
)
COUNCIL = Speaker(
    name="The council",
    kind=SpeakerKind.ORGANIZATION,
    mentions=(Mention(span=at("The council"), kind=MentionKind.NAME),),
)
MONDAY = TimeExpression(
    span=at("Monday"),
    kind=TimeKind.DATE,
    value="2026-03-02",
    start=dt.date(2026, 3, 2),
    end=dt.date(2026, 3, 2),
)
FERNBY = Place(name="Fernby", spans=(at("FERNBY"),), country="GB")
SAFE = Quote(
    text="It is not safe, We found 12 cracks & 3 holes.",
    kind=QuoteKind.DIRECT,
    content=(at("It is not safe,"), at("We found 12 cracks & 3 holes.")),
    cue=at("said"),
    source=at("Mayor Ada Brook"),
    speaker=BROOK,
)
REPAIRS = Quote(
    text="Repairs *begin* in May",
    kind=QuoteKind.INDIRECT,
    content=(at("Repairs *begin* in May"),),
    cue=at("said", "May,"),
    source=at("Brook", "May,"),
    speaker=BROOK,
)


@pytest.fixture
def article() -> Article:
    """Return an article with something of everything."""
    return Article(
        headline='Long Bridge closed: "not safe"',
        text=TEXT,
        blocks=tuple(Block(kind=kind, level=level, span=at(text)) for kind, level, text in PARTS),
        url="https://wold.example/bridge?a=1&b=2",
        canonical_url="https://wold.example/bridge",
        description="The council fears for its bridge.",
        authors=(
            Author(name="Jo O'Dell", url="https://wold.example/jo"),
            Author(name="Wold News", kind=AuthorKind.ORGANIZATION),
        ),
        publisher=Publisher(name="The Wold", url="https://wold.example/"),
        published=dt.datetime(2026, 3, 2, 17, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        modified=dt.datetime(2026, 3, 3, 9, 0, tzinfo=dt.UTC),
        section="Local",
        keywords=("bridges", "Fernby"),
        language="en-GB",
        dateline=Dateline(span=at("FERNBY (Wold News)"), place="FERNBY", agency="Wold News"),
        images=(
            Image(
                url="https://wold.example/b.jpg",
                caption="The bridge",
                alt="A bridge",
                credit="J. Dell",
                width=640,
                height=480,
            ),
        ),
        links=(Link(span=at("Long Bridge"), url="https://wold.example/wiki/Long_Bridge_(Fernby)"),),
        is_accessible_for_free=True,
        copyright="© 2026 The Wold",
        quotes=(SAFE, REPAIRS),
        speakers=(COUNCIL, BROOK),
        times=(MONDAY,),
        places=(FERNBY,),
        events=(
            Event(
                kind=EventKind.DECIDE,
                trigger=at("closed"),
                extent=at("The council closed the Long Bridge on Monday."),
                participants=(
                    Participant(role=Role.AGENT, span=at("The council"), speaker=COUNCIL),
                    Participant(role=Role.PATIENT, span=at("the Long Bridge")),
                ),
                time=MONDAY,
                place=FERNBY,
            ),
        ),
    )


@pytest.fixture(params=["with orjson", "without orjson"])
def either_library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with the extra `fast` and without."""
    if request.param == "without orjson":
        monkeypatch.setattr(_strict, "orjson", None)
