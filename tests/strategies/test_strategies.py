"""The public strategies: what they draw, what they reach, what they shrink to."""

import contextlib
import inspect
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from typing import Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from newsmodel import model, strategies
from newsmodel.model import Article, Author, Mention, MentionKind, Quote, Span, Speaker, SpeakerKind
from newsmodel.strategies._values import SPACES

CLASSES = [cls for cls in vars(model).values() if attrs.has(cls)]
TEXT_STRATEGIES = [
    strategies.blocks,
    strategies.links,
    strategies.datelines,
    strategies.issues,
    strategies.mentions,
    strategies.speakers,
    strategies.quotes,
    strategies.time_expressions,
    strategies.places,
    strategies.participants,
    strategies.events,
    strategies.answers,
    strategies.five_ws,
    strategies.spans,
]


@pytest.mark.parametrize("cls", CLASSES)
def test_the_type_alone_draws_from_our_strategy(cls: type) -> None:
    """`from_type` draws objects of every class of the model once newsmodel is installed."""

    @settings(max_examples=20)
    @given(st.from_type(cls))
    def check(drawn: object) -> None:
        assert type(drawn) is cls
        assert hash(drawn) == hash(attrs.evolve(drawn))  # type: ignore[misc]

    check()


def test_there_is_a_strategy_for_every_class() -> None:
    """The strategy of a class has its plural name, and is public and documented."""
    plurals = {f"{name.lower()}s": name for name in ("Span", "Block", "Image", "Link", "Author", "Quote", "Event")}
    assert plurals.keys() <= set(strategies.__all__)
    assert len(CLASSES) + len(("moments", "texts", "words")) == len(strategies.__all__)
    assert sorted(strategies.__all__) == strategies.__all__
    assert all(inspect.getdoc(getattr(strategies, name)) for name in strategies.__all__)


@pytest.mark.parametrize("strategy", TEXT_STRATEGIES)
@given(data=st.data(), text=strategies.words())
@settings(max_examples=20)
def test_spans_stand_in_the_text_that_is_given(
    strategy: Callable[..., SearchStrategy[object]], data: st.DataObject, text: str
) -> None:
    """With ``text=`` every span lies within it and starts and ends on a character that is not white space."""
    drawn = data.draw(strategy(text=text))
    for span in _spans_in(drawn):
        covered = span.of(text)
        assert covered == covered.strip()


def _spans_in(thing: object) -> list[Span]:
    if isinstance(thing, Span):
        return [thing]
    if isinstance(thing, tuple):
        return [span for item in thing for span in _spans_in(item)]
    if attrs.has(type(thing)):
        return [
            span
            for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(thing)))
            for span in _spans_in(getattr(thing, field.name))
        ]
    return []


@pytest.mark.parametrize("strategy", TEXT_STRATEGIES)
@pytest.mark.parametrize("text", ["", " \n\u2003", b"bytes", 5])
def test_a_text_without_room_for_a_span_is_an_invalid_argument(
    strategy: Callable[..., SearchStrategy[object]], text: object
) -> None:
    """A blank text, or something that is no text, is refused as Hypothesis refuses arguments."""
    with pytest.raises(InvalidArgument, match="text="):
        find(strategy(text=text), lambda _: False)


def test_a_text_that_is_no_strategy_is_an_invalid_argument() -> None:
    """`articles` takes a strategy for its text, not a text."""
    with pytest.raises(InvalidArgument, match="strategy"):
        find(strategies.articles(text="text"), lambda _: True)  # type: ignore[arg-type]


def test_arguments_are_given_by_name() -> None:
    """Arguments are keyword-only, as in Hypothesis' own strategies."""
    with pytest.raises(TypeError):
        strategies.blocks("text")  # type: ignore[call-arg]


@given(strategies.articles(text=st.just("“Yes,” she said.")))
@settings(max_examples=20)
def test_the_text_of_an_article_can_be_given(article: Article) -> None:
    """``text=`` draws articles of texts of one's own."""
    assert article.text == "“Yes,” she said."


def test_white_space_is_what_python_says_it_is() -> None:
    """The characters drawn as white space are all of those for which `str.isspace` is true."""
    assert set(SPACES) == {c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace()}


# -- what is reached ---------------------------------------------------------------------------------------------

HARD: dict[str, Callable[[Any], object]] = {
    "an astral character": lambda a: any(ord(c) > 0xFFFF for c in a.text),
    "a combining mark": lambda a: any(unicodedata.combining(c) for c in a.text),
    "text from right to left": lambda a: any(unicodedata.bidirectional(c) in {"R", "AL"} for c in a.text),
    "white space at the start": lambda a: a.text[:1].isspace() and not a.text.isspace(),
    "an empty article": lambda a: a == Article(),
    "nothing but white space": lambda a: a.text.isspace(),
    "several blocks": lambda a: len(a.blocks) > 2,
    "sentences that leave text out": lambda a: 0 < sum(map(len, a.sentences)) < len(a.text.strip()),
    "nested quotes": lambda a: any(_nests(q, r) for q in a.quotes for r in a.quotes),
    "three levels of quotes": lambda a: any(
        _nests(q, r) and _nests(r, s) for q in a.quotes for r in a.quotes for s in a.quotes
    ),
    "a quote of several spans": lambda a: any(len(q.content) > 1 for q in a.quotes),
    "a quote within the gap of another": lambda a: any(
        len(q.content) > 1 and q.content[0].end <= r.content[0].start and r.content[-1].end <= q.content[1].start
        for q in a.quotes
        for r in a.quotes
    ),
    "a quote without a speaker": lambda a: any(q.speaker is None for q in a.quotes),
    "a cue between the parts of a quote": lambda a: any(
        q.cue is not None and q.content[0].end <= q.cue.start < q.content[-1].start for q in a.quotes
    ),
    "an unnamed source": lambda a: any(s.kind is SpeakerKind.UNNAMED for s in a.speakers),
    "a speaker of two quotes": lambda a: any(len(a.quotes_by(s)) > 1 for s in a.speakers),
    "overlapping mentions": lambda a: any(
        m.span.overlaps(n.span) for s in a.speakers for m in s.mentions for n in s.mentions if m is not n
    ),
    "an event inside a quote": lambda a: any(e.reported_by for e in a.events),
    "an event with all it can have": lambda a: any(
        e.time and e.place and e.reported_by and any(p.speaker for p in e.participants) for e in a.events
    ),
    "overlapping events": lambda a: any(
        e.trigger.overlaps(f.trigger) for e in a.events for f in a.events if e is not f
    ),
    "a day": lambda a: a.published is not None and not hasattr(a.published, "hour"),
    "a time without a zone": lambda a: getattr(a.published, "hour", 0) and a.published.tzinfo is None,
    "a time with an odd offset": lambda a: (
        getattr(a.published, "tzinfo", None) and a.published.utcoffset().seconds % 60
    ),
    "a time and a day": lambda a: a.published and a.modified and type(a.published) is not type(a.modified),
}


def _nests(outer: Quote, inner: Quote) -> bool:
    return outer is not inner and outer.content[0].contains(inner.content[0]) and inner.content != outer.content


def test_hard_cases_are_reached() -> None:
    """Each shape that gives trouble is drawn within a few thousand articles; drawing ends when all are."""
    met: set[str] = set()

    @seed(1)
    @settings(
        max_examples=4000,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(strategies.articles())
    def draw(article: Article) -> None:
        met.update(name for name, wanted in HARD.items() if name not in met and wanted(article))
        assert len(met) < len(HARD), "enough"

    with contextlib.suppress(AssertionError):
        draw()
    assert sorted(HARD.keys() - met) == []


# -- what they shrink to -----------------------------------------------------------------------------------------


def _minimal(strategy: SearchStrategy[Article], wanted: Callable[[Article], object]) -> Article:
    return find(strategy, lambda a: bool(wanted(a)), settings=settings(max_examples=5000, database=None))


def test_the_simplest_article_is_the_empty_one() -> None:
    """Whatever fails for all articles fails for ``Article()``."""
    assert _minimal(strategies.articles(), lambda _: True) == Article()


def test_an_article_with_a_quote_shrinks_to_one_of_one_character() -> None:
    """Text and annotations shrink together."""
    found = _minimal(strategies.articles(), lambda a: a.quotes)
    assert attrs.evolve(found, quotes=()) == Article(text="0")
    assert [quote.content for quote in found.quotes] == [(Span(0, 1),)]


def test_an_article_with_a_speaker_shrinks_to_one_mention() -> None:
    """A speaker shrinks to one mention of one character."""
    found = _minimal(strategies.articles(), lambda a: a.speakers)
    mention = Mention(span=Span(0, 1), kind=MentionKind.NAME)
    assert found == Article(text="0", speakers=(Speaker(name="0", kind=SpeakerKind.PERSON, mentions=(mention,)),))


def test_metadata_shrinks_to_the_one_field_that_matters() -> None:
    """What does not matter for a failure is left out."""
    assert _minimal(strategies.articles(), lambda a: a.authors) == Article(authors=(Author(name="0"),))


def test_without_hypothesis_the_error_names_the_extra() -> None:
    """Importing the strategies without Hypothesis tells what to install."""
    code = "import sys; sys.modules['hypothesis'] = None\nimport newsmodel.strategies"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MissingExtraError" in run.stderr
    assert "pip install 'newsmodel[hypothesis]'" in run.stderr


def test_the_plugin_is_light_to_import() -> None:
    """Importing the module of the entry point imports neither Hypothesis nor the strategies."""
    heavy = "('hypothesis', 'newsmodel.strategies')"
    code = f"import sys, newsmodel._hypothesis_plugin; sys.exit(any(name in sys.modules for name in {heavy}))"
    subprocess.run([sys.executable, "-c", code], check=True)
