"""The converter for one's own classes, and the traps of cattrs that it avoids."""

import threading
from enum import StrEnum

import attrs
import cattrs
import pytest

from newsmodel import model
from newsmodel.errors import FormatError
from newsmodel.formats import json
from newsmodel.model import (
    Article,
    Author,
    Event,
    EventKind,
    FiveW,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)

CLASSES = [cls for cls in vars(model).values() if attrs.has(cls)]
LEE = Speaker(name="Ann", kind=SpeakerKind.PERSON, mentions=(Mention(span=Span(0, 3), kind=MentionKind.NAME),))
QUOTE = Quote(text="yes", kind=QuoteKind.INDIRECT, content=(Span(9, 12),), speaker=LEE)
ARTICLE = Article(text="Ann said yes", speakers=(LEE,), quotes=(QUOTE,))


class Desk(StrEnum):
    """An enum of strings that is not ours."""

    WORLD = "world"


@attrs.frozen
class Clipping:
    """A class that is not ours and holds articles."""

    article: Article
    similar: tuple[Article, ...] = ()
    desk: Desk = Desk.WORLD
    pages: int = 1


def test_articles_inside_other_classes_are_read_and_written() -> None:
    """A converter of one's own, once configured, takes classes that hold articles."""
    converter = cattrs.Converter()
    json.configure_converter(converter)
    clipping = Clipping(ARTICLE, similar=(Article(text="x"), ARTICLE), pages=3)
    values = converter.unstructure(clipping)
    assert values["article"]["quotes"][0]["speaker"] == "s1"
    assert converter.structure(values, Clipping) == clipping


def test_other_enums_of_strings_stay_enums() -> None:
    """Strictness about strings does not take an enum for one."""
    found = json.make_converter().structure({"article": {}, "desk": "world"}, Clipping)
    assert type(found.desk) is Desk


def test_every_converter_is_its_own() -> None:
    """The global converter of cattrs knows nothing of ours, and two of ours nothing of each other."""
    first, second = json.make_converter(), json.make_converter()
    first.register_unstructure_hook(Span, lambda span: f"{span.start}-{span.end}")
    assert second.unstructure(Span(1, 2)) == [1, 2]
    assert cattrs.global_converter.unstructure(Span(1, 2)) == {"start": 1, "end": 2}
    assert json.loads(json.dumps(ARTICLE)) == ARTICLE


def test_parts_are_written_alone_as_far_as_they_can_be() -> None:
    """A part without its article has no ids and no text to check; what refers to a member needs the article."""
    converter = json.make_converter()
    assert converter.unstructure(LEE) == {
        "name": "Ann",
        "kind": "person",
        "mentions": [{"span": [0, 3], "kind": "name"}],
    }
    assert converter.structure(converter.unstructure(LEE), Speaker) == LEE
    with pytest.raises(ValueError, match="a reference to a Speaker is written within its article only"):
        converter.unstructure(QUOTE)
    answers = FiveW(event=Event(kind=EventKind.MEET, trigger=Span(0, 3), extent=Span(0, 3)))
    assert converter.structure(converter.unstructure(answers), FiveW) == answers


@pytest.mark.parametrize("cls", CLASSES)
@pytest.mark.parametrize("value", [None, "abc", 1, [], ["abc"], True])
def test_no_value_passes_for_an_object(cls: type, value: object) -> None:
    """What is no JSON object is read as no class of the model (a span is a list of two)."""
    with pytest.raises((ValueError, ExceptionGroup)):
        json.make_converter().structure(value, cls)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(None, str), ("1", int), (True, int), (1.0, int), ("false", bool), (0, bool), ("abc", tuple[str, ...])],
)
def test_nothing_is_converted_on_the_quiet(value: object, wanted: type) -> None:
    """Where cattrs alone would give "None", 1, True or ('a', 'b', 'c'), there is an error."""
    cattrs.Converter().structure(value, wanted)
    with pytest.raises(ValueError, match="expected"):
        json.make_converter().structure(value, wanted)


def test_the_article_in_hand_is_forgotten_after_an_error() -> None:
    """A document that is refused leaves nothing behind for the next."""
    with pytest.raises(FormatError):
        json.loads('{"newsmodel":1,"article":{"text":"x","links":[{"span":[0,1,"y"],"url":"u"}]}}')
    assert json.make_converter().structure([0, 9], Span) == Span(0, 9)
    assert json.make_converter().unstructure(Span(0, 9)) == [0, 9]


def test_threads_do_not_meet() -> None:
    """Each thread writes and reads its own article."""
    articles = [Article(text="x" * n, authors=(Author(name=str(n)),) * 50) for n in range(1, 5)]
    wrong: list[Article] = []

    def work(article: Article) -> None:
        wrong.extend(article for _ in range(50) if json.loads(json.dumps(article)) != article)

    threads = [threading.Thread(target=work, args=(article,)) for article in articles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
