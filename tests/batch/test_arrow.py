"""`parse_batch`: Arrow in, Arrow out, for the engines that others run."""

import pickle
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="Arrow needs the extra arrow (pyarrow)")

from newsmodel.arrow import ERRORS, PARSED, parse_batch, parse_pages  # noqa: E402
from newsmodel.batch import Limits, Page, read_pages  # noqa: E402
from newsmodel.errors import FormatError, UnknownFormatError, WrongTypeError  # noqa: E402
from newsmodel.formats.arrow import ARTICLE, TABLES, from_batch, to_tables  # noqa: E402
from newsmodel.pipeline import parse_html  # noqa: E402

MakePage = Callable[[int], bytes]


def test_each_page_is_a_row(make_page: MakePage) -> None:
    """A row is an article whole, or has its address and an error; rows keep their order."""
    html = [make_page(1), b"%PDF-1.7", make_page(2), None, b"x" * 9999]
    urls = [f"https://example.org/{i}" for i in range(5)]
    found = parse_batch(pa.record_batch({"url": urls, "html": html}), limits=Limits(max_bytes=5000))
    assert found.schema.equals(PARSED)
    assert found.column("error_code").to_pylist() == [None, "not-html", None, "unreadable", "too-large"]
    assert found.column("url").to_pylist() == urls
    articles = list(from_batch(pa.RecordBatch.from_pylist([found.to_pylist()[i] for i in (0, 2)], ARTICLE)))
    assert articles == [parse_html(make_page(1), url=urls[0]), parse_html(make_page(2), url=urls[2])]


@pytest.mark.parametrize("type_", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary()])
def test_pages_may_be_of_any_type_that_holds_them(make_page: MakePage, type_: object) -> None:
    """Strings or binaries, large or not, without addresses."""
    batch = pa.record_batch({"html": pa.array([make_page(3)]).cast(type_)})
    assert parse_batch(batch).column("headline").to_pylist() == ["Bridge 3 closed"]


def test_a_string_that_is_no_utf8_is_a_row_like_any_other(make_page: MakePage) -> None:
    """Spark takes any bytes for a string: a page is decoded as one of bytes, of an address what can be is kept."""
    latin = make_page(1).replace(b"The council", b"Le Conseil f\xe9d\xe9ral")
    pages: Any = pa.array([latin, make_page(2), None, b"%PDF-1.7 \xff"])
    urls: Any = pa.array([b"https://a.example/\xff"] * 4)
    batch = pa.record_batch({"html": pages.view(pa.string()), "url": urls.view(pa.string())})
    found = parse_batch(batch)
    assert "Le Conseil fédéral" in found.column("text").to_pylist()[0]
    assert found.column("error_code").to_pylist() == [None, None, "unreadable", "not-html"]
    assert set(found.column("url").to_pylist()) == {"https://a.example/\ufffd"}


@pytest.mark.parametrize("name", TABLES)
def test_a_flat_table_may_be_asked_for(make_page: MakePage, name: str) -> None:
    """The rows are those of the format `arrow`; pages without an article are left to the table of errors."""
    batch = pa.record_batch({"html": [make_page(1), b"%PDF-1.7", make_page(2)]})
    expected = to_tables([parse_html(make_page(1)), parse_html(make_page(2))])[name]
    assert pa.Table.from_batches([parse_batch(batch, table=name)]).equals(expected)
    errors = parse_batch(batch, table="errors")
    assert errors.schema.equals(ERRORS)
    assert errors.column("error_code").to_pylist() == ["not-html"]


def test_pages_that_a_worker_reads_itself(make_page: MakePage, tmp_path: Path) -> None:
    """Files become rows in their order, batch by batch; the error of one tells which, and how far in."""
    for number in range(70):
        (tmp_path / f"{number:02}.html").write_bytes(make_page(number))
    (tmp_path / "69.html").write_bytes(b"%PDF-1.7")
    batches = list(parse_pages(read_pages(tmp_path, tmp_path / "gone.html")))
    assert all(batch.schema.equals(PARSED) for batch in batches)
    assert len(batches) > 1
    found = pa.Table.from_batches(batches)
    assert found.column("headline").to_pylist() == [*(f"Bridge {i} closed" for i in range(69)), None, None]
    assert found.column("error_code").to_pylist()[-2:] == ["not-html", "unreadable"]
    assert found.column("error_message").to_pylist()[-1] == f"{tmp_path}/gone.html, byte 0: No such file or directory"
    (batch,) = parse_pages([Page(make_page(1), url="https://example.org/1"), Page(b"%PDF-1.7")])
    assert batch.column("url").to_pylist() == ["https://example.org/1", None]
    assert batch.column("error_message").to_pylist()[1] == "expected an HTML page, got a PDF"
    with pytest.raises(WrongTypeError, match="expected Page or Failure, got '<p>'"):
        next(parse_pages(["<p>"]))  # type: ignore[list-item]


def test_no_pages_give_no_rows() -> None:
    """An empty batch, which engines send to learn the columns, is answered with one."""
    empty = pa.record_batch({"html": pa.array([], pa.binary())})
    assert parse_batch(empty).schema.equals(PARSED)
    assert len(parse_batch(empty)) == len(parse_batch(empty, table="quotes")) == 0


def test_it_pickles(make_page: MakePage) -> None:
    """Engines send it to their workers by its name, with its arguments."""
    sent = pickle.loads(pickle.dumps(partial(parse_batch, table="quotes")))
    assert len(sent(pa.record_batch({"html": [make_page(1)]}))) == 3


def test_what_is_no_batch_of_pages_is_refused() -> None:
    """A missing column, one of another type, and an unknown table are named."""
    with pytest.raises(FormatError, match=r"\$\.html: missing"):
        parse_batch(pa.record_batch({"text": ["a"]}))
    with pytest.raises(FormatError, match=r"\$\.html: row 1: expected a string or a binary, got 7"):
        parse_batch(pa.record_batch({"html": [None, 7]}))
    with pytest.raises(FormatError, match=r"\$\.url: row 0: expected a string or a binary, got 7"):
        parse_batch(pa.record_batch({"html": ["a"], "url": [7]}))
    with pytest.raises(FormatError, match=r"\$\.html: there are 2 columns of this name"):
        parse_batch(pa.RecordBatch.from_arrays([pa.array(["a"]), pa.array(["b"])], names=["html", "html"]))
    with pytest.raises(UnknownFormatError, match=r"known are articles, .*, errors"):
        parse_batch(pa.record_batch({"html": ["a"]}), table="papyrus")
