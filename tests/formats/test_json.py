"""Native JSON: what it looks like, and that it does not depend on the library that writes it."""

import copy
import datetime as dt
import json as stdlib

import pytest
from hypothesis import given

from newsmodel import strategies
from newsmodel.formats import _native, _strict, json
from newsmodel.model import (
    Article,
    Event,
    EventKind,
    Participant,
    Role,
    Span,
)

from .native import WRITTEN, written_article


@pytest.mark.usefixtures("either_library")
def test_a_document_is_what_a_reader_expects() -> None:
    """Keys are the model's fields, what is at its default is left out, and spans carry their text."""
    assert json.dumps(written_article()) == stdlib.dumps(
        stdlib.loads(WRITTEN), ensure_ascii=False, separators=(",", ":")
    )
    assert json.loads(WRITTEN) == written_article()


@pytest.mark.usefixtures("either_library")
def test_the_empty_article_is_all_but_nothing() -> None:
    """An article without anything is an empty object."""
    assert json.dumps(Article()) == '{"newsmodel":1,"article":{}}'
    assert json.loads('{"newsmodel":1,"article":{}}') == Article()


@given(article=strategies.articles())
def test_documents_are_the_same_with_and_without_orjson(article: Article) -> None:
    """Where no JSON library is faster the text is written without plain values between, byte for byte the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_strict, "orjson", None)
        without = json.dumps(article)
    assert without == json.dumps(article)
    assert without == stdlib.dumps(_native.to_tree(article), ensure_ascii=False, separators=(",", ":"))


@pytest.mark.usefixtures("either_library")
def test_indentation_is_for_people() -> None:
    """With ``indent`` the same document is spread over lines."""
    assert json.dumps(Article(headline="A"), indent=2) == (
        '{\n  "newsmodel": 1,\n  "article": {\n    "headline": "A"\n  }\n}'
    )


@pytest.mark.usefixtures("either_library")
def test_numbers_of_any_size_are_kept() -> None:
    """A count of more than 64 bits is written and read as it is."""
    part = Participant(role=Role.AGENT, span=Span(0, 1), count=10**30)
    event = Event(kind=EventKind.DIE, trigger=Span(0, 1), extent=Span(0, 1), participants=(part,))
    article = Article(text="x", events=(event,))
    assert json.loads(json.dumps(article)) == article


def test_null_says_unknown_where_a_field_may_be_unknown() -> None:
    """Writers that cannot leave a key out may say null."""
    assert json.loads('{"newsmodel": 1, "article": {"headline": null, "publisher": null}}') == Article()


def test_a_document_does_not_change_by_being_read() -> None:
    """The plain values handed to a converter are left as they are."""
    values = stdlib.loads(WRITTEN)["article"]
    before = copy.deepcopy(values)
    json.make_converter().structure(values, Article)
    assert values == before


@pytest.mark.parametrize("microseconds", [5, -5])
def test_an_offset_of_less_than_a_second_comes_back(microseconds: int) -> None:
    """Python writes such offsets and reads them as none; here they are what they were."""
    zone = dt.timezone(dt.timedelta(microseconds=microseconds))
    article = Article(published=dt.datetime(2017, 10, 5, 14, 30, tzinfo=zone))
    read = json.loads(json.dumps(article))
    assert read == article
    assert isinstance(read.published, dt.datetime)
    assert read.published.utcoffset() == dt.timedelta(microseconds=microseconds)
