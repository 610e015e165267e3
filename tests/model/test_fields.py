"""The rules of single fields: what each refuses, naming the field and the value."""

import datetime as dt
import zoneinfo
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from newsmodel import model as m
from newsmodel.errors import InvariantError, NewsmodelError, WrongTypeError
from newsmodel.model import Article, Span

CLASSES = [cls for cls in vars(m).values() if attrs.has(cls)]
HERE, THERE = Span(0, 4), Span(5, 9)
NOON = dt.datetime(2017, 10, 5, 12, tzinfo=dt.UTC)


def mention(span: Span = HERE) -> m.Mention:
    """Return a mention by name."""
    return m.Mention(span=span, kind=m.MentionKind.NAME)


def speaker(**changes: Any) -> m.Speaker:
    """Return a speaker, mentioned once."""
    bare = m.Speaker(name="Ann Lee", kind=m.SpeakerKind.PERSON, mentions=(mention(),))
    return attrs.evolve(bare, **changes)


def quote(**changes: Any) -> m.Quote:
    """Return a direct quote without cue, source and speaker."""
    return attrs.evolve(m.Quote(text="Yes,", kind=m.QuoteKind.DIRECT, content=(HERE,)), **changes)


def time(**changes: Any) -> m.TimeExpression:
    """Return a day without its interval."""
    return attrs.evolve(m.TimeExpression(span=HERE, kind=m.TimeKind.DATE, value="2017-10-05"), **changes)


def event(**changes: Any) -> m.Event:
    """Return an event of one word."""
    return attrs.evolve(m.Event(kind=m.EventKind.MEET, trigger=HERE, extent=HERE), **changes)


BROKEN: list[tuple[Callable[[], object], str]] = [
    (lambda: m.Participant(role=m.Role.AGENT, span=HERE, bound=m.Bound.ABOUT), "Participant.bound"),
    (lambda: Span(-1, 4), "Span.start: expected an offset from 0 up, got -1"),
    (lambda: Span(4, 4), "Span.end: expected an offset after start (4), got 4"),
    (lambda: Span(4, 3), "Span.end: expected an offset after start (4), got 3"),
    (lambda: m.Block(kind=m.BlockKind.HEADING, span=HERE, level=0), "Block.level: expected a level from 1 up, or None"),
    (lambda: m.Block(kind=m.BlockKind.HEADING, span=HERE, xpath=" "), "Block.xpath: expected text that is not blank"),
    (lambda: m.Image(url="", caption="A"), "Image.url: expected text that is not blank, got ''"),
    (lambda: m.Image(url="a.png", width=-1), "Image.width: expected a number from 0 up, got -1"),
    (lambda: m.Image(url="a.png", width=10**4300), "Image.width: expected a number of at most 4300 digits, got <int>"),
    (
        lambda: m.Block(kind=m.BlockKind.LIST_ITEM, span=HERE, level=10**4300),
        "Block.level: expected a number of at most",
    ),
    (lambda: m.Image(url="a.png", height=-(10**4300)), "Image.height: expected a number from 0 up, got <int>"),
    (lambda: m.Link(span=HERE, url="\n"), "Link.url: expected text that is not blank"),
    (lambda: m.Author(name="\ud83d"), "Author.name: expected text without lone surrogates"),
    (lambda: m.Publisher(name=""), "Publisher.name: expected text that is not blank"),
    (lambda: m.Dateline(span=HERE, place=""), "Dateline.place: expected text that is not blank"),
    (lambda: m.Provenance(field="", source="h1", raw=""), "Provenance.field: expected text that is not blank"),
    (lambda: m.Issue(code=m.IssueCode.EMPTY, message=""), "Issue.message: expected text that is not blank"),
    (lambda: speaker(name=" "), "Speaker.name: expected text that is not blank"),
    (lambda: speaker(mentions=()), "Speaker.mentions: expected at least one Mention, got ()"),
    (
        lambda: speaker(mentions=(mention(THERE), mention(HERE))),
        "Speaker.mentions[1]: expected mentions in the order of the text, each once",
    ),
    (lambda: speaker(mentions=(mention(), mention())), "Speaker.mentions[1]: expected mentions in the order"),
    (lambda: quote(text=""), "Quote.text: expected text that is not blank"),
    (lambda: quote(content=()), "Quote.content: expected at least one Span, got ()"),
    (lambda: quote(content=(THERE, HERE)), "Quote.content[1]: expected a span after the one before it (end 9)"),
    (lambda: quote(content=(HERE, Span(3, 9))), "Quote.content[1]: expected a span after the one before it (end 4)"),
    (lambda: quote(cue=Span(3, 9)), "Quote.cue: expected a span outside of the content"),
    (lambda: quote(source=Span(1, 2)), "Quote.source: expected a span outside of the content"),
    (lambda: time(value=""), "TimeExpression.value: expected text that is not blank"),
    (
        lambda: time(start=dt.date(2017, 10, 5), end=dt.date(2017, 10, 4)),
        "TimeExpression.end: expected no day before start (2017-10-05), got datetime.date(2017, 10, 4)",
    ),
    (lambda: m.Place(name="Bern", spans=()), "Place.spans: expected at least one Span, got ()"),
    (lambda: m.Place(name="Bern", spans=(HERE,), country="ch"), "Place.country: expected an ISO 3166-1 alpha-2 code"),
    (lambda: m.Participant(role=m.Role.AGENT, span=HERE, count=-4), "Participant.count: expected a number from 0 up"),
    (lambda: event(extent=THERE), "Event.extent: expected a span around the trigger (Span(start=0, end=4))"),
    (lambda: m.Answer(text=""), "Answer.text: expected text that is not blank"),
    (lambda: Article(headline=""), "Article.headline: expected text that is not blank, got ''"),
    (lambda: Article(text="a\udc00"), "Article.text: expected text without lone surrogates, got 'a\\udc00'"),
    (lambda: Article(keywords=("a", "")), "Article.keywords[1]: expected text that is not blank"),
    (lambda: Article(language="en_US"), "Article.language: expected a BCP 47 language tag"),
    (lambda: Article(language=" "), "Article.language: expected text that is not blank, got ' '"),
]


@pytest.mark.parametrize(("build", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_a_value_that_breaks_a_rule_is_refused(build: Callable[[], object], message: str) -> None:
    """The error is a `ValueError` that names field, value and rule."""
    with pytest.raises(InvariantError) as caught:
        build()
    assert str(caught.value).startswith(message)
    assert isinstance(caught.value, NewsmodelError | ValueError)


WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: Span(0.0, 4), "Span.start: expected int, got 0.0"),  # type: ignore[arg-type]
    (lambda: Span(0, True), "Span.end: expected int, got True"),
    (lambda: Span("0", 4), "Span.start: expected int, got '0'"),  # type: ignore[arg-type]
    (lambda: m.Author(name=None), "Author.name: expected str, got None"),  # type: ignore[arg-type]
    (lambda: m.Author(name=b"Ann"), "Author.name: expected str, got b'Ann'"),  # type: ignore[arg-type]
    (lambda: m.Author(name="Ann", kind="person"), "Author.kind: expected AuthorKind, got 'person'"),  # type: ignore[arg-type]
    (lambda: m.Link(span=(0, 4), url="a"), "Link.span: expected Span, got (0, 4)"),  # type: ignore[arg-type]
    (lambda: m.Image(url="a", width="10"), "Image.width: expected int or None, got '10'"),  # type: ignore[arg-type]
    (lambda: quote(speaker="Ann"), "Quote.speaker: expected Speaker or None, got 'Ann'"),
    (lambda: quote(content=[HERE]), "Quote.content: expected tuple of Span, got [Span(start=0, end=4)]"),
    (lambda: quote(content=(HERE, (5, 9))), "Quote.content[1]: expected Span, got (5, 9)"),
    (lambda: m.Dateline(span=HERE, date=NOON), "Dateline.date: expected date without time or None"),
    (lambda: m.Answer(text="A", day=NOON), "Answer.day: expected date without time or None"),
    (lambda: m.Answer(text="A", day="2017-10-05"), "Answer.day: expected date without time or None, got '2017-10-05'"),  # type: ignore[arg-type]
    (lambda: Article(text=None), "Article.text: expected str, got None"),  # type: ignore[arg-type]
    (lambda: Article(text=b"It rained."), "Article.text: expected str, got b'It rained.'"),  # type: ignore[arg-type]
    (lambda: Article(keywords="abc"), "Article.keywords: expected tuple of str, got 'abc'"),  # type: ignore[arg-type]
    (lambda: Article(keywords=("a", 1)), "Article.keywords[1]: expected str, got 1"),  # type: ignore[arg-type]
    (lambda: Article(authors=["A"]), "Article.authors: expected tuple of Author, got ['A']"),  # type: ignore[arg-type]
    (lambda: Article(published="2017-10-05"), "Article.published: expected date or None"),  # type: ignore[arg-type]
    (lambda: Article(is_accessible_for_free=1), "Article.is_accessible_for_free: expected bool or None, got 1"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("build", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_value_of_a_wrong_type_is_refused(build: Callable[[], object], message: str) -> None:
    """The error is a `TypeError` that names field, value and type; nothing is converted on the quiet."""
    with pytest.raises(WrongTypeError) as caught:
        build()
    assert str(caught.value).startswith(message)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("cls", CLASSES)
def test_classes_are_frozen_final_and_small(cls: type) -> None:
    """Objects have no dictionary, cannot be subclassed by the type checker's leave, and say what their fields mean."""
    assert "__dict__" not in dir(cls) or "__slots__" in vars(cls)
    assert getattr(cls, "__final__", False)
    assert cls.__doc__


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if cls is not Span])
def test_fields_are_given_by_name(cls: type) -> None:
    """Only a span is written by position."""
    with pytest.raises(TypeError):
        cls("positional")
    assert Span(1, 2) == Span(start=1, end=2)


def test_a_moment_with_a_zone_keeps_the_offset_it_has_then() -> None:
    """A zone with rules is replaced by its offset at that moment, so that equality and hashes are sound."""
    zone = zoneinfo.ZoneInfo("Europe/Zurich")
    twice = dt.datetime(2017, 10, 29, 2, 30, tzinfo=zone)  # the clock shows it twice
    first, second = Article(published=twice).published, Article(published=twice.replace(fold=1)).published
    assert isinstance(first, dt.datetime)
    assert isinstance(second, dt.datetime)
    assert first.tzinfo == dt.timezone(dt.timedelta(hours=2))
    assert second.tzinfo == dt.timezone(dt.timedelta(hours=1))
    assert first < second
    assert first.fold == second.fold == 0


def test_a_moment_without_a_zone_stays_without() -> None:
    """No zone is made up, and a day is no time."""
    assert Article(published=dt.datetime(2017, 10, 5, 9)).published == dt.datetime(2017, 10, 5, 9)  # noqa: DTZ001
    assert type(Article(published=dt.date(2017, 10, 5)).published) is dt.date


def test_event_kinds_name_their_equivalents() -> None:
    """A kind is its value, and knows its names in ACE and PLOVER."""
    assert m.EventKind("Conflict.Attack") is m.EventKind.ATTACK
    assert (m.EventKind.ATTACK.ace, m.EventKind.ATTACK.plover) == ("Conflict.Attack", "ASSAULT")
    assert m.EventKind.HEALTH.ace is None
    assert len({kind.value for kind in m.EventKind}) == len(m.EventKind)


# -- spans -------------------------------------------------------------------------------------------------------


def test_spans_are_half_open() -> None:
    """Spans that touch do not overlap; each contains itself."""
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert not Span(4, 8).overlaps(Span(0, 4))
    assert Span(0, 5).overlaps(Span(4, 8))
    assert Span(0, 4).contains(Span(0, 4))
    assert not Span(0, 4).contains(Span(0, 5))
    assert len(Span(3, 8)) == 5


def test_spans_are_ordered_by_start_then_end() -> None:
    """Of two spans that start together the shorter comes first."""
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 4)]) == [Span(0, 4), Span(0, 9), Span(2, 3)]


def test_a_span_moves_and_reads() -> None:
    """`shift` moves both ends, `of` reads what is covered; both refuse to leave the text."""
    assert Span(0, 4).shift(3) == Span(3, 7)
    assert Span(3, 7).of("In Bern today") == "Bern"
    with pytest.raises(InvariantError, match=r"Span\.start: expected an offset from 0 up, got -1"):
        Span(0, 4).shift(-1)
    with pytest.raises(InvariantError, match=r"Span.end: expected an offset within the text \(3\), got 4"):
        Span(0, 4).of("Ber")
