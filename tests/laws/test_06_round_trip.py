"""Law 6: what is written is read back the same, and the same article is always written the same."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.formats import _strict, json, jsonl
from newsmodel.model import Article


@given(strategies.articles())
def test_native_json_is_lossless(article: Article) -> None:
    """An article read back is equal, and its dates are of the same precision."""
    back = json.loads(json.dumps(article))
    assert back == article
    assert type(back.published) is type(article.published)
    assert type(back.modified) is type(article.modified)
    assert repr(back) == repr(article)


@given(strategies.articles())
def test_what_was_one_object_is_one_object_again(article: Article) -> None:
    """The speaker of a quote is the very member of the article."""
    back = json.loads(json.dumps(article))
    assert all(quote.speaker is None or any(quote.speaker is s for s in back.speakers) for quote in back.quotes)


@given(strategies.articles(), st.none() | st.integers(0, 4))
def test_writing_is_deterministic(article: Article, indent: int | None) -> None:
    """The same article is the same text, however it came about and whichever library wrote it."""
    written = json.dumps(article, indent=indent)
    assert json.dumps(json.loads(written), indent=indent) == written
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_strict, "orjson", None)
        assert json.dumps(article, indent=indent) == written
        assert json.loads(written) == article


@given(strategies.articles())
def test_bytes_are_read_as_text_is(article: Article) -> None:
    """UTF-8 bytes, with or without a byte order mark, are read as the text is."""
    written = json.dumps(article)
    assert json.loads(written.encode()) == json.loads(written.encode("utf-8-sig")) == article


@given(st.lists(strategies.articles(), max_size=3))
def test_json_lines_are_lossless(articles: list[Article]) -> None:
    """As many articles come back from JSON Lines, in their order, from text as from bytes."""
    lines = jsonl.dumps(articles)
    assert lines.count("\n") == len(articles)
    assert list(jsonl.loads(lines)) == list(jsonl.loads(lines.encode())) == articles


@given(strategies.articles())
def test_the_face_writes_and_reads_json(article: Article) -> None:
    """The functions of the package do what those of the format do."""
    assert nm.dumps(article) == json.dumps(article)
    assert nm.loads(nm.dumps(article)) == article


@given(strategies.moments())
def test_dates_come_back_as_what_they_were(moment: dt.date) -> None:
    """A day stays a day, a time without a zone stays without, and an offset stays that offset."""
    back = json.loads(json.dumps(Article(published=moment))).published
    assert back == moment
    assert type(back) is type(moment)
    assert back is not None
    assert back.isoformat() == moment.isoformat()
