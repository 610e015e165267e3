"""JSON Lines: streams of articles, one a line."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.errors import FormatError, WrongTypeError
from newsmodel.formats import json, jsonl
from newsmodel.model import Article

FIRST, SECOND = Article(headline="One"), Article(text="Two\u2028lines\x85and\x0bmore")


def test_each_line_is_a_document() -> None:
    """A line is what the format `json` writes, ended by a newline."""
    assert jsonl.dumps([FIRST, SECOND]) == f"{json.dumps(FIRST)}\n{json.dumps(SECOND)}\n"
    assert jsonl.dumps([]) == ""
    assert jsonl.loads("") == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n \t\n"])
def test_lines_end_at_a_newline_alone(newline: str) -> None:
    """Blank lines do not count, and what else Python takes for a line's end may stand in a string."""
    lines = newline.join((json.dumps(FIRST), json.dumps(SECOND)))
    assert jsonl.loads(lines) == jsonl.loads(lines.encode()) == (FIRST, SECOND)


def test_errors_name_the_line() -> None:
    """The path starts with the number of the line, blank ones counted."""
    with pytest.raises(FormatError) as caught:
        jsonl.loads(f'{json.dumps(FIRST)}\n\n{{"newsmodel":1,"article":{{"headline":1}}}}\n')
    assert str(caught.value) == "line 3: $.article.headline: expected a string, got 1"
    assert caught.value.path == "line 3: $.article.headline"


def test_a_stream_is_written_as_it_comes() -> None:
    """Each article is written before the next one is asked for."""
    file = io.StringIO()
    seen: list[int] = []

    def articles() -> Iterator[Article]:
        for article in (FIRST, SECOND):
            seen.append(file.getvalue().count("\n"))
            yield article

    assert jsonl.dump_to(file, articles()) == 2
    assert seen == [0, 1]
    assert jsonl.loads(file.getvalue()) == (FIRST, SECOND)


def test_a_stream_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    """Articles before a broken line are there before it is met, from text files and binary ones."""
    path = tmp_path / "articles.jsonl"
    path.write_text(jsonl.dumps([FIRST, SECOND]) + "broken\n", "utf-8")
    for file in (path.open(encoding="utf-8"), path.open("rb")):
        with file:
            articles = jsonl.load_from(file)
            assert [next(articles), next(articles)] == [FIRST, SECOND]
            with pytest.raises(FormatError, match=r"line 3: .*not JSON"):
                next(articles)


@pytest.mark.parametrize("data", [None, 1, [FIRST]])
def test_something_else_than_text_or_bytes_is_a_type_error(data: object) -> None:
    """An open file is for `load_from`; `loads` takes text or bytes."""
    with pytest.raises(WrongTypeError, match="str or bytes"):
        jsonl.loads(data)  # type: ignore[arg-type]


@given(articles=st.lists(strategies.articles(), max_size=2), data=st.data())
def test_damaged_lines_give_articles_or_a_format_error(articles: list[Article], data: st.DataObject) -> None:
    """Whatever becomes of the bytes, there are articles or an error that names a line."""
    document = bytearray(jsonl.dumps(articles).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(document)))
        end = at + data.draw(st.integers(0, 9))
        document[at:end] = data.draw(st.binary(max_size=9) | st.just(bytes(document[at:end] * 2)))
    try:
        assert all(isinstance(article, Article) for article in jsonl.loads(bytes(document)))
    except FormatError as error:
        assert error.path.startswith("line ")
