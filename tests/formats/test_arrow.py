"""Arrow and Parquet: articles come back from columns as they were, and other readers find in them what there is."""

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import strategies as nst
from newsmodel.errors import FormatError, WrongTypeError
from newsmodel.model import Article, Event, EventKind, Image, Participant, Role, Span

pytest.importorskip("pyarrow", reason="pyarrow (the extra arrow) is not installed")

import pyarrow as pa

from newsmodel.formats import arrow

EXAMPLES = min(settings().max_examples, 100)
FEW = max(EXAMPLES // 5, 5)


# -- round trips -------------------------------------------------------------------------------------------------


def test_an_article_comes_back_from_its_stream(article: Article) -> None:
    """Bytes of an Arrow IPC stream hold one row, which is the article."""
    data = arrow.dumps(article)
    assert arrow.loads(data) == article
    assert data == arrow.dumps(article)
    assert arrow.losses(article) == ()
    assert pa.ipc.open_stream(data).read_all().num_rows == 1


@settings(max_examples=EXAMPLES)
@given(article=nst.articles())
def test_every_article_comes_back(article: Article) -> None:
    """Nothing that the model can hold is lost, numbers of any size, zones and second-long offsets among it."""
    data = arrow.dumps(article)
    assert arrow.loads(data) == article
    assert data == arrow.dumps(article)


@settings(max_examples=EXAMPLES)
@given(articles=st.lists(nst.articles(), max_size=4), repeat=st.integers(1, 2), size=st.integers(1, 3))
def test_articles_come_back_from_flat_tables(articles: list[Article], repeat: int, size: int) -> None:
    """Articles come back from tables in their order, also where one is there twice, whatever the batches."""
    articles *= repeat
    whole = [arrow.flatten(batch) for batch in arrow.to_batches(articles, size)]
    assert [article for tables in whole for article in arrow.from_batch(arrow.nest(tables))] == articles
    assert list(arrow.from_tables(arrow.to_tables(articles))) == articles


@settings(max_examples=FEW)
@given(articles=st.lists(nst.articles(), max_size=4))
def test_articles_come_back_from_parquet(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Articles come back from a folder of Parquet files, and from open files, as they were."""
    folder = tmp_path_factory.mktemp("parquet")
    assert arrow.write_parquet(articles, folder) == len(articles)
    assert list(arrow.read_parquet(folder)) == articles
    files = {name: io.BytesIO() for name in arrow.TABLES}
    arrow.write_parquet(articles, files)
    again = {name: io.BytesIO(file.getvalue()) for name, file in files.items()}
    assert list(arrow.read_parquet(again)) == articles
    assert {name: file.getvalue() for name, file in files.items()} == {
        name: (folder / f"{name}.parquet").read_bytes() for name in arrow.TABLES
    }


def test_reading_takes_no_more_than_a_batch_at_a_time(article: Article, tmp_path: Path) -> None:
    """Batches of any size that were written are read in batches of any other."""
    with arrow.TableWriter(tmp_path) as writer:
        for size in (3, 0, 1, 7):
            writer.write(arrow.to_batch([article] * size))
    for size in (1, 2, 5, 100):
        counts = [len(batch) for batch in arrow.read_batches(tmp_path, size)]
        assert sum(counts) == 11
        assert max(counts) <= size
    assert list(arrow.read_parquet(tmp_path)) == [article] * 11


def test_ids_tell_articles_apart(article: Article) -> None:
    """An id is made of address, day, headline and text, unless the caller gives one."""
    other = attrs.evolve(article, headline="Another")
    assert arrow.article_id(article) == arrow.article_id(attrs.evolve(article, quotes=(), events=()))
    assert arrow.article_id(article) != arrow.article_id(other)
    own = arrow.to_batch([article, other]).column("article_id").to_pylist()
    assert own == [arrow.article_id(article), arrow.article_id(other)]
    assert arrow.to_batch([article, other], ["a", "b"]).column("article_id").to_pylist() == ["a", "b"]
    with pytest.raises(ValueError, match="zip"):
        arrow.to_batch([article], [])


def test_numbers_beyond_63_bits_come_back() -> None:
    """An article with a number that no column holds stands beside its columns as a native document."""
    crowd = Participant(role=Role.AGENT, span=Span(0, 3), count=10**30)
    event = Event(kind=EventKind.DIE, trigger=Span(4, 7), extent=Span(0, 7), participants=(crowd,))
    article = Article(text="All ate", images=(Image(url="x", width=2**63),), events=(event,))
    (row,) = arrow.to_batch([article]).to_pylist()
    assert row["native"] is not None
    assert row["events"][0]["participants"][0]["count"] is None
    assert arrow.loads(arrow.dumps(article)) == article


# -- what the columns say ----------------------------------------------------------------------------------------


def test_the_columns_say_what_the_article_says(article: Article) -> None:
    """Words stand beside their offsets, numbers refer to members, days and moments are there to be counted by."""
    tables = {name: table.to_pylist() for name, table in arrow.to_tables([article]).items()}
    (row,) = tables["articles"]
    assert (row["publisher"], row["published"]) == ("The Wold", "2026-03-02T17:30:00+01:00")
    assert row["published_day"] == dt.date(2026, 3, 2)
    assert row["published_at"] == dt.datetime(2026, 3, 2, 16, 30, tzinfo=dt.UTC)
    quote = tables["quotes"][0]
    assert (quote["cue"], quote["source"]) == ("said", "Mayor Ada Brook")
    assert article.text[quote["cue_start"] : quote["cue_end"]] == "said"
    speaker = tables["speakers"][quote["speaker_id"]]
    assert (speaker["name"], speaker["honorific"]) == ("Ada Brook", "Mayor")
    assert [m["text"] for m in tables["mentions"] if m["speaker_id"] == quote["speaker_id"]] == ["Ada Brook", "Brook"]
    (event,) = tables["events"]
    assert (event["kind"], event["trigger"]) == (article.events[0].kind, "closed")
    assert tables["times"][event["time_id"]]["text"] == "Monday"
    assert tables["places"][event["place_id"]]["name"] == "Fernby"
    assert [(p["role"], p["text"]) for p in tables["participants"]] == [
        ("agent", "The council"),
        ("patient", "the Long Bridge"),
    ]


def test_days_without_a_time_have_no_moment() -> None:
    """A day is no midnight, and a time without a zone is no moment."""
    for published in (dt.date(2026, 3, 2), dt.datetime(2026, 3, 2, 23, 30)):  # noqa: DTZ001 (no zone is the point)
        (row,) = arrow.to_batch([Article(text="x", published=published)]).to_pylist()
        assert (row["published_day"], row["published_at"]) == (dt.date(2026, 3, 2), None)


def test_tables_are_joined_on_their_keys(article: Article, tmp_path: Path) -> None:
    """DuckDB finds in the files who was quoted most, by outlet and month."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb, another reader of Parquet, is not installed")
    arrow.write_parquet([article], tmp_path)
    files = {name: f"'{tmp_path / name}.parquet'" for name in arrow.TABLES}
    found = duckdb.sql(
        f"""
        SELECT publisher, strftime(published_day, '%Y-%m'), name, count(*)
        FROM {files["quotes"]} JOIN {files["speakers"]} USING (article_id, speaker_id)
        JOIN {files["articles"]} USING (article_id)
        GROUP BY ALL
        """
    )
    assert found.fetchall() == [("The Wold", "2026-03", "Ada Brook", 2)]


def test_tables_that_other_tools_wrote_are_read(article: Article, tmp_path: Path) -> None:
    """DuckDB's own files, with columns of other types, in another order and with more of them, hold the same."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb, another writer of Parquet, is not installed")
    arrow.write_parquet([article] * 3, tmp_path)
    for name in arrow.TABLES:
        path = tmp_path / f"{name}.parquet"
        columns = ", ".join(reversed(arrow.TABLES[name].names))  # none of them is a word of SQL
        duckdb.sql(f"COPY (SELECT 1 AS more, {columns} FROM '{path}') TO '{path}.new' (FORMAT parquet)")
        Path(f"{path}.new").replace(path)
    assert list(arrow.read_parquet(tmp_path)) == [article] * 3


# -- what does not fit -------------------------------------------------------------------------------------------


def change(article: Article, path: str, value: object) -> pa.RecordBatch:
    """Return the batch of one article, one value of it changed."""
    row: dict[str, object]
    (row,) = arrow.to_batch([article]).to_pylist()
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder: Any = row
    for step in steps:
        holder = holder[step]
    holder[last] = value
    return pa.RecordBatch.from_pylist([row], arrow.ARTICLE)


@pytest.mark.parametrize(
    ("path", "value", "place", "reason"),
    [
        ("text", None, "$.text", "expected a string, got null"),
        ("headline", " ", "$.headline", "expected text that is not blank, got ' '"),
        ("published", "yesterday", "$.published", "expected a day like"),
        ("quotes.1.kind", "loud", "$.quotes[1].kind", "expected one of direct, indirect, mixed, got 'loud'"),
        ("quotes.0.cue", "sagte", "$.quotes[0].cue", "expected the text there, 'said', got 'sagte'"),
        ("quotes.0.cue_end", None, "$.quotes[0].cue_start", "expected an offset from 0 up and one after it, got ("),
        ("quotes.0.speaker_id", 9, "$.quotes[0].speaker_id", "expected a number below 2, or null, got 9"),
        ("quotes.0.content", [], "$.quotes[0].content", "expected at least one Span"),
        ("quotes.0.content.0", None, "$.quotes[0].content[0]", "expected a struct, got null"),
        ("quotes.0.quote_id", 1, "$.quotes[0].quote_id", "expected 0, its place among the quotes, got 1"),
        ("events.0.participants.1.role", None, "$.events[0].participants[1].role", "expected one of"),
        (
            "blocks.2.span_start",
            -1,
            "$.blocks[2].span_start",
            "expected an offset from 0 up and one after it, got (-1, ",
        ),
        ("keywords.1", None, "$.keywords[1]", "expected str"),
        ("native", "{}", "$.newsmodel", "missing"),
    ],
)
def test_a_value_that_does_not_fit_is_named(
    article: Article, path: str, value: object, place: str, reason: str
) -> None:
    """The error names the row, the path within it, the value and what was expected."""
    with pytest.raises(FormatError) as caught:
        list(arrow.from_batch(change(article, path, value)))
    assert caught.value.path == f"row 0: {place}"
    assert reason in caught.value.reason


def test_a_column_that_is_missing_or_of_another_type_is_named(article: Article) -> None:
    """Types are cast where nothing is lost, and refused where something would be."""
    batch = arrow.to_batch([article])
    with pytest.raises(FormatError, match=r"\$\.url: missing"):
        list(arrow.from_batch(batch.select(["article_id", "headline"])))
    tables = arrow.to_tables([article])
    large = tables["quotes"].set_column(0, "article_id", tables["quotes"].column(0).cast(pa.large_string()))
    assert list(arrow.from_tables({**tables, "quotes": large})) == [article]
    wrong = tables["quotes"].set_column(1, "quote_id", pa.array([True, False]).cast(pa.string()))
    with pytest.raises(FormatError, match=r"\$\.quote_id: expected a column of int32, got one of string"):
        list(arrow.from_tables({**tables, "quotes": wrong}))
    with pytest.raises(FormatError, match=r"\$\.quotes: missing"):
        list(arrow.from_tables({name: table for name, table in tables.items() if name != "quotes"}))


def test_rows_out_of_order_are_refused(article: Article) -> None:
    """Rows that follow another order than the articles, or belong to none, are named by their keys or their place."""
    tables = arrow.to_tables([article, attrs.evolve(article, headline="Other")])
    quotes = tables["quotes"]
    for shuffled in (quotes.take([2, 3, 0, 1]), quotes.take([1, 0, 2, 3]), quotes.take([0, 1, 2, 3, 3])):
        with pytest.raises(FormatError, match=r"\$\.quotes(: expected rows that follow|\[2\]\.quote_id: expected 2)"):
            list(arrow.from_tables({**tables, "quotes": shuffled}))


@pytest.mark.parametrize(("name", "value"), [("published_day", 2**31 - 1), ("modified_at", 2**62)])
def test_days_that_python_does_not_know_are_refused(article: Article, name: str, value: int) -> None:
    """Arrow's days reach five million years further than Python's: the rows they are in are named."""
    batch = arrow.to_batch([article] * 3, ids=["1", "2", "3"])
    at = batch.schema.names.index(name)
    type_ = batch.schema.field(name).type
    whole = pa.int32() if name.endswith("day") else pa.int64()
    columns = [pa.array([None, value, None], whole).cast(type_) if i == at else c for i, c in enumerate(batch.columns)]
    far = pa.RecordBatch.from_arrays(columns, schema=batch.schema)
    with pytest.raises(FormatError, match="rows 0 to 2: a day or moment is out of range"):
        list(arrow.from_batch(far))
    stream = pa.BufferOutputStream()
    with pa.ipc.new_stream(stream, far.schema) as writer:
        writer.write_batch(far.slice(1, 1))
    with pytest.raises(FormatError, match="no Arrow IPC stream"):
        arrow.loads(stream.getvalue().to_pybytes())


def test_strings_that_are_no_utf8_are_refused(article: Article) -> None:
    """Parquet and some engines take any bytes for a string; the column is named."""
    batch = arrow.to_batch([article])
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    damaged: Any = pa.array([b"Fernby \xff"])
    columns["section"] = damaged.view(pa.string())
    with pytest.raises(FormatError, match=r"\$\.section: its data are damaged: .*UTF"):
        list(arrow.from_batch(pa.RecordBatch.from_arrays(list(columns.values()), schema=batch.schema)))


def test_rows_of_no_article_are_refused(article: Article) -> None:
    """Rows that are left at the end, or are there without any article, belong to none."""
    tables, none = arrow.to_tables([article]), arrow.to_tables([])
    quotes = tables["quotes"]
    stray = quotes.set_column(0, "article_id", pa.array(["z"] * len(quotes)))
    more = pa.Table.from_batches([*quotes.to_batches(), *stray.to_batches()])
    for wrong in ({**tables, "quotes": more}, {**none, "quotes": quotes}):
        with pytest.raises(FormatError, match=r"\$\.quotes"):
            list(arrow.from_tables(wrong))
    flat = arrow.flatten(arrow.to_batch([article, article]))
    with pytest.raises(FormatError, match=r"\$\.\w+: expected rows that follow"):
        arrow.nest({**flat, "articles": flat["articles"].slice(0, 1)})


def test_files_that_are_no_parquet_are_refused(article: Article, tmp_path: Path) -> None:
    """A file that is cut off or something else is named by its table; one that is not there is a FileNotFoundError."""
    arrow.write_parquet([article], tmp_path)
    whole = (tmp_path / "quotes.parquet").read_bytes()
    for data in (b"", b"PAR1", whole[: len(whole) // 2], b"{}" * 100):
        (tmp_path / "quotes.parquet").write_bytes(data)
        with pytest.raises(FormatError, match=r"\$\.quotes: not Parquet"):
            list(arrow.read_parquet(tmp_path))
    pages, footer = len(whole) // 8, len(whole) - 300
    for at in (pages, footer):  # the marks at both ends are there, what lies between is damaged
        (tmp_path / "quotes.parquet").write_bytes(whole[:at] + b"\xff" * 100 + whole[at + 100 :])
        with pytest.raises(FormatError, match=r"\$\.quotes: not Parquet"):
            list(arrow.read_parquet(tmp_path))
    (tmp_path / "quotes.parquet").write_bytes(whole.replace(b"quote_id", b"quote_\xff\xff"))
    with pytest.raises(FormatError, match=r"\$\.quotes: not Parquet"):
        list(arrow.read_parquet(tmp_path))
    (tmp_path / "quotes.parquet").unlink()
    with pytest.raises(FileNotFoundError):
        list(arrow.read_parquet(tmp_path))


# -- what anyone may send ----------------------------------------------------------------------------------------


def outcome(data: bytes) -> Article | FormatError:
    """Return the article, or the error that says what is wrong; anything else fails the test."""
    try:
        return arrow.loads(data)
    except FormatError as error:
        assert error.path
        assert error.reason
        return error


@given(data=st.binary())
def test_anything_gives_an_article_or_a_format_error(data: bytes) -> None:
    """Arbitrary bytes give an error that names the place."""
    assert isinstance(outcome(data), FormatError)


@settings(max_examples=EXAMPLES)
@given(article=nst.articles(), data=st.data())
def test_corrupted_streams_give_an_article_or_a_format_error(article: Article, data: st.DataObject) -> None:
    """Streams with bytes replaced, lost or doubled give an article or an error, and never a crash."""
    stream = bytearray(arrow.dumps(article))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(stream)))
        end = at + data.draw(st.sampled_from((0, 1, 2, 8)))
        stream[at:end] = data.draw(st.binary(max_size=9) | st.just(bytes(stream[at:end] * 2)))
    outcome(bytes(stream))


def test_streams_of_other_columns_or_rows_are_refused(article: Article) -> None:
    """A stream is of one article: neither none nor two, and of no other columns."""
    for batch, reason in (
        (arrow.to_batch([]), "expected one row, got 0"),
        (arrow.to_batch([article] * 2), "expected one row, got 2"),
        (arrow.flatten(arrow.to_batch([article]))["quotes"], "expected the columns of ARTICLE"),
    ):
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as writer:
            writer.write_batch(batch)
        with pytest.raises(FormatError, match=reason):
            arrow.loads(sink.getvalue().to_pybytes())


@pytest.mark.parametrize("compression", ["zstd", "lz4"])
def test_compressed_streams_are_refused_unread(compression: str) -> None:
    """A few thousand bytes cannot ask for a gigabyte: what is compressed is not unpacked."""
    batch = arrow.to_batch([Article(text="x" * 50_000_000)])
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression=compression)
    with pa.ipc.new_stream(sink, batch.schema, options=options) as writer:
        writer.write_batch(batch)
    data = sink.getvalue().to_pybytes()
    assert len(data) < 1_000_000
    before = pa.total_allocated_bytes()
    with pytest.raises(FormatError, match="expected buffers that are not compressed"):
        arrow.loads(data)
    assert pa.total_allocated_bytes() - before < 1_000_000


@pytest.mark.parametrize("value", [None, "x", bytearray(b"x"), 5])
def test_values_of_the_wrong_type_are_refused(value: Any) -> None:
    """Nothing but bytes is read, no name of a file among it, and nothing but articles is written."""
    with pytest.raises(WrongTypeError):
        arrow.loads(value)
    with pytest.raises(WrongTypeError):
        arrow.dumps(value)
    with pytest.raises(WrongTypeError):
        arrow.to_batch([value])


def test_without_pyarrow_the_extra_is_named() -> None:
    """Where pyarrow is missing, asking for the format names the extra that brings it, and others go on."""
    code = (
        "import sys; sys.modules['pyarrow'] = None; from newsmodel import formats, Article\n"
        "assert 'arrow' not in formats.available()\n"
        "try: formats.loads('x', 'html')\n"
        "except LookupError as error: assert 'json' in str(error)\n"
        "formats.dumps(Article(), 'arrow')"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert "newsmodel.formats.arrow needs the extra 'arrow': pip install 'newsmodel[arrow]'" in done.stderr
