"""What holds for every format of the world: a fixed point, honest losses, `FormatError` alone on bad input."""

import random
from importlib import import_module
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import formats
from newsmodel import strategies as nst
from newsmodel.errors import FormatError, WrongTypeError
from newsmodel.formats._losses import difference
from newsmodel.formats._nitf_reading import NITF
from newsmodel.formats._passages import DEEPEST
from newsmodel.formats._tree import parse_xml, read_passages
from newsmodel.model import Article, Bound, Event, EventKind, Link, Participant, Quote, QuoteKind, Role, Span

WRITTEN = ["text", "markdown", "jsonld", "ninjs", "webannotation", "brat", "nitf", "newsml", "tei"]
# Each law is held for each format, and an article is written and read several times.
EXAMPLES = min(settings().max_examples, 100)
READ = [name for name in WRITTEN if name not in ("text", "tei")]


@pytest.fixture(params=READ, scope="module")
def both(request: pytest.FixtureRequest) -> ModuleType:
    """Return each format that is written and read."""
    return import_module(f"newsmodel.formats.{request.param}")


@pytest.fixture(params=WRITTEN, scope="module")
def written(request: pytest.FixtureRequest) -> ModuleType:
    """Return each format that is written."""
    return import_module(f"newsmodel.formats.{request.param}")


@settings(max_examples=EXAMPLES)
@given(article=nst.articles())
def test_a_format_is_a_fixed_point_after_one_trip(both: ModuleType, article: Article) -> None:
    """What is read and written again is the same document."""
    document = both.dumps(article)
    assert both.dumps(both.loads(document)) == document


@pytest.mark.parametrize("name", ["nitf", "newsml"])
def test_quotes_on_the_same_words_keep_their_order(name: str) -> None:
    """Where a link cuts a quote, and another of two spans begins with it, the same one is outside in each part."""
    words, whole = (Span(2, 5), Span(5, 7)), Span(2, 7)
    mixed = Quote(text="abc de", kind=QuoteKind.MIXED, content=words)
    direct = Quote(text="abcde", kind=QuoteKind.DIRECT, content=(whole,))
    article = Article(text="- abcde", quotes=(mixed, direct), links=(Link(span=Span(0, 5), url="a"),))
    document = formats.dumps(article, name)
    assert formats.dumps(formats.loads(document, name), name) == document


def test_an_exclamation_mark_before_a_link_makes_no_image() -> None:
    """In Markdown, ``![`` would open an image, whose words would be lost."""
    article = Article(text="Go!here", links=(Link(span=Span(3, 7), url="a"),))
    assert formats.loads(formats.dumps(article, "markdown"), "markdown") == article


def test_counts_come_back_from_annotations() -> None:
    """A count of billions comes back with its bound; one that no reader takes is left out with it."""
    for count, kept in ((2_000_000_000, True), (10**20, False)):
        part = Participant(role=Role.AGENT, span=Span(0, 3), count=count, bound=Bound.EXACT)
        event = Event(kind=EventKind.DIE, trigger=Span(4, 7), extent=Span(0, 7), participants=(part,))
        article = Article(text="Who ate", events=(event,))
        (again,) = formats.loads(formats.dumps(article, "webannotation"), "webannotation").events[0].participants
        assert (again.count, again.bound) == ((count, Bound.EXACT) if kept else (None, None))


@settings(max_examples=EXAMPLES)
@given(article=nst.articles())
def test_what_is_not_lost_comes_back(both: ModuleType, article: Article) -> None:
    """Losses name set fields of the model, and an article that went through a format once loses nothing more."""
    losses = both.losses(article)
    assert losses == difference(article, both.loads(both.dumps(article)))
    once = both.loads(both.dumps(article))
    assert set(both.losses(once)) <= {"issues"}


@settings(max_examples=EXAMPLES)
@given(article=nst.articles())
def test_writing_is_total_and_the_same_each_time(written: ModuleType, article: Article) -> None:
    """Every article can be written, twice alike, as text that UTF-8 carries, and its losses can be told."""
    document = written.dumps(article)
    assert document == written.dumps(article)
    assert document.encode()
    assert all(loss.partition(".")[0] in dir(article) for loss in written.losses(article))


def test_quotes_nested_without_end_are_written_and_read(both: ModuleType) -> None:
    """Readers of XML stop at some depth, so no writer goes there; what is left out is told."""
    text = "a" * 600 + "b"
    spans = [Span(0, len(text) - i) for i in range(300)]
    quotes = tuple(Quote(text=span.of(text), kind=QuoteKind.DIRECT, content=(span,)) for span in reversed(spans))
    article = Article(text=text, quotes=quotes)
    document = both.dumps(article)
    back = both.loads(document)
    assert both.dumps(back) == document
    assert back.quotes
    assert ("quotes" in both.losses(article)) is (len(back.quotes) < len(quotes))


def test_marks_around_everything_do_not_multiply() -> None:
    """A hundred elements around a hundred paragraphs are not ten thousand marks."""
    body = f"<body.content>{'<q>' * 100}{'<p>It rained.</p>' * 100}{'</q>' * 100}</body.content>"
    assert {len(passage.marks) for passage in read_passages(parse_xml(body), NITF)} == {DEEPEST}


def outcome(module: ModuleType, data: str | bytes) -> Article | FormatError:
    """Return the article, or the error that says what is wrong; anything else fails the test."""
    try:
        article = module.loads(data)
    except FormatError as error:
        assert error.path
        assert error.reason
        return error
    assert isinstance(article, Article)
    return article


@given(data=st.binary() | st.text() | st.text(st.characters(codec=None, categories=None)))
def test_anything_gives_an_article_or_a_format_error(both: ModuleType, data: str | bytes) -> None:
    """Arbitrary bytes and text, lone surrogates too, give an article or an error that names the place."""
    outcome(both, data)


@settings(max_examples=EXAMPLES)
@given(article=nst.articles(), seed=st.integers(0, 2**32), edits=st.integers(1, 6))
def test_corrupted_documents_give_an_article_or_a_format_error(
    both: ModuleType, article: Article, seed: int, edits: int
) -> None:
    """Documents with characters lost, doubled, swapped or replaced give an article or an error."""
    rng = random.Random(seed)
    document = both.dumps(article)
    for _ in range(edits):
        i, j = sorted((rng.randrange(len(document) + 1), rng.randrange(len(document) + 1)))
        j = min(j, i + rng.choice((1, 2, 5, 40)))
        swapped = rng.choice(("", document[i:j] * 2, rng.choice('<>&"{}[]:,-\\\n\t0129 e\x00\ud800é'), document[:20]))
        document = document[:i] + swapped + document[j:]
    outcome(both, document)
    outcome(both, document.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("value", [None, 5, ["{}"], object()])
def test_values_of_the_wrong_type_are_refused(both: ModuleType, value: object) -> None:
    """Nothing but text or bytes is read."""
    with pytest.raises(WrongTypeError):
        both.loads(value)
