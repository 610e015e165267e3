"""What the campaign of `fuzz.py` reads: pages, texts and documents made and then broken, the same for the same seed."""

import datetime as dt
import functools
import gzip
import io
import json
import lzma
import random
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree

import fuzz_mutators
import newsmodel as nm
from common import SHARED, read_rows
from fuzz_mutators import characters, json_document, lines, tree, words, xml_document
from fuzz_tools import TOOLS, of_a_tool
from mutants import mutant
from newsmodel import strategies
from newsmodel.arrow import parse_batch
from newsmodel.batch import Limits, Page, parse_page, read_pages
from newsmodel.formats import adapters, arrow, jsonl
from newsmodel.model import Article

Choose = Callable[[Sequence[Any]], Any]

LOSSLESS = ("json", "jsonl", "arrow")
LOSSY = ("brat", "jsonld", "markdown", "newsml", "ninjs", "nitf", "webannotation")
OTHERS = ("adapters", "batch", "files", "tables", "parquet")
TARGETS = ("html", "text", *LOSSLESS, *LOSSY, *OTHERS)

DAYS = (None, "0001-01-01", "9999-12-31", "2024-02-29", "2026-03-02", "1900-01-01")
HOURS = dt.timedelta(hours=23, minutes=59)
ZONES = (None, None, dt.UTC, dt.timezone(HOURS), dt.timezone(-HOURS))
ENCODINGS = (None, None, None, "utf-8", "utf-16", "utf-7", "windows-1252", "shift_jis", "idna", "hex", "\0", "")
ADDRESS = "https://wold.example/2026/03/02/a-bridge"
URLS = (None, ADDRESS, "http://[", "//", "javascript:1", "https://a/" + "b/" * 200, "\ud800")

MUTATORS: dict[str, Callable[[str, random.Random], str]] = {
    **dict.fromkeys(
        ("json", "jsonl", "jsonld", "ninjs", "webannotation", "adapters", "tables", "batch"), json_document
    ),
    **dict.fromkeys(("nitf", "newsml"), xml_document),
    **dict.fromkeys(("brat", "markdown"), lines),
    "text": words,
}


QUIET = settings(database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


# -- what is broken ------------------------------------------------------------------------------------------------


@functools.cache
def drawn(number: int) -> tuple[Article, ...]:
    """Return articles as Hypothesis draws them, the same for the same seed."""
    found: list[Article] = []

    @seed(number)
    @settings(QUIET, max_examples=150)
    @given(strategies.articles())
    def take(article: Article) -> None:
        found.append(article)

    take()
    return tuple(found)


@functools.cache
def texts() -> tuple[str, ...]:
    """Return the first paragraphs of texts of the bench."""
    return tuple(row["text"][:1500] for row in read_rows("quotes/polnear-dev.jsonl.xz"))


@functools.cache
def page_names() -> tuple[str, ...]:
    """Return the names of the pages of the bench."""
    return tuple(sorted(row["file"] for row in read_rows("pages/gold.jsonl.xz")))


@functools.cache
def _annotated(text: str) -> Article:
    return nm.parse_text(text, headline="The council & the <bridge>")


def article(rng: random.Random, number: int) -> Article:
    """Return an article: one of three has been read from a text of the bench and annotated."""
    return _annotated(rng.choice(texts()[:60])) if rng.random() < 0.33 else rng.choice(drawn(number))


def page(rng: random.Random) -> bytes:
    """Return a page of the bench, broken."""
    whole = lzma.decompress((SHARED / "pages" / rng.choice(page_names())).read_bytes())
    broken = mutant(whole, rng)
    return lines(broken.decode("latin-1"), rng).encode("latin-1", "replace") if rng.random() < 0.2 else broken


def _arrow(it: Article, rng: random.Random) -> bytes:
    """Return a stream of Arrow: the row of an article with other values in it, or its bytes changed."""
    if rng.random() < 0.7:
        row = tree(arrow.to_batch([it]).to_pylist()[0], rng)
        try:
            batch = pa.RecordBatch.from_pylist([row] if isinstance(row, dict) else [{}], arrow.ARTICLE)
        except (pa.ArrowException, TypeError, ValueError, OverflowError):  # a value that the column cannot hold
            return fuzz_mutators.octets(arrow.dumps(it), rng)
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, arrow.ARTICLE) as writer:
            for _ in range(rng.choice((1, 1, 1, 1, 1, 0, 2))):
                writer.write_batch(batch)
        return sink.getvalue().to_pybytes()
    return fuzz_mutators.octets(arrow.dumps(it), rng)


@functools.cache
def _parquet() -> dict[str, bytes]:
    """Return the files of two articles."""
    files = {name: io.BytesIO() for name in arrow.TABLES}
    arrow.write_parquet(map(_annotated, texts()[:2]), files)
    return {name: file.getvalue() for name, file in files.items()}


def made(target: str, rng: random.Random, number: int) -> bytes:
    """Return an input for a target, broken."""
    if target == "html":
        return page(rng)
    if target == "parquet":
        name = rng.choice(sorted(arrow.TABLES))
        return name.encode() + b"\n" + fuzz_mutators.octets(_parquet()[name], rng)
    it = article(rng, number)
    if target == "files":
        return _file(str(nm.dumps(it, format="html")), rng)
    if target == "arrow":
        return _arrow(it, rng)
    if target == "jsonl":
        text = "\n".join(json_document(str(nm.dumps(each)), rng) for each in (it, article(rng, number)))
    else:
        with warnings.catch_warnings(action="ignore"):
            text = MUTATORS[target](_whole(target, it, rng, number), rng)
    return text.encode("utf-8", "surrogatepass")


def _file(html: str, rng: random.Random) -> bytes:
    """Return what a file of pages holds, after its suffix and a newline: lines, records, a page, compressed or not."""
    kind = rng.choice((".jsonl", ".warc", ".html"))
    pages = [html, html[: rng.randrange(len(html))], "%PDF-1.7"]
    if kind == ".jsonl":
        lines_of = (json.dumps({"url": ADDRESS, "html": each, "encoding": None}) for each in pages)
        written = (json_document(line, rng) if rng.random() < 0.7 else line for line in lines_of)
        parts = [line.encode("utf-8", "surrogatepass") + b"\n" for line in written]
    elif kind == ".warc":
        parts = [_record(each.encode()) for each in pages]
    else:
        parts = [html.encode()]
    if rng.random() < 0.5:
        kind, parts = f"{kind}.gz", [gzip.compress(part, mtime=0) for part in parts]
    data = b"".join(parts)
    return kind.encode() + b"\n" + (fuzz_mutators.octets(data, rng) if rng.random() < 0.8 else data)


def _record(html: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + ADDRESS.encode()
    head += b"\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(block)
    return head + block + b"\r\n\r\n"


def _whole(target: str, it: Article, rng: random.Random, number: int) -> str:
    """Return an input as it is before it is broken."""
    if target == "text":
        return str(rng.choice(texts()))
    if target == "adapters":
        return json.dumps(of_a_tool(it, rng.choice(TOOLS)))
    if target == "batch":
        html = nm.dumps(it, format="html")
        return json.dumps(
            {"html": [html, None, "%PDF-1.7"], "url": [it.url, None, "x"], "encoding": [None, "utf-8", "x"]}
        )
    if target == "tables":
        tables = arrow.to_tables([it, article(rng, number)])
        return json.dumps({name: table.to_pylist() for name, table in tables.items()}, default=_nothing)
    return str(nm.dumps(it, format=target))


def small(target: str, rng: random.Random, number: int) -> bytes:
    """Return an input for a target, broken; for pages, which are long, one of our own."""
    if target == "html":
        return mutant(str(nm.dumps(article(rng, number), format="html")).encode(), rng)
    return made(target, rng, number)


def _nothing(_moment: object) -> None:
    """Return null for a moment, which JSON does not have and the tables repeat as a string."""


def changed(target: str, data: bytes, rng: random.Random) -> bytes:
    """Return an input of a target, broken once more where it still has the structure for it."""
    if target == "html":
        return mutant(data, rng)
    if target in ("arrow", "parquet", "files"):
        return fuzz_mutators.octets(data, rng)
    text = data.decode("utf-8", "replace")
    try:
        return MUTATORS[target](text, rng).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError, etree.LxmlError):  # it has no longer
        return characters(text, rng).encode("utf-8", "surrogatepass")


# -- reading it ----------------------------------------------------------------------------------------------------


def read(target: str, data: bytes) -> list[Article]:
    """
    Return the articles that a target reads in an input; what goes with a page or text is made from its bytes.

    Raises:
        NewsmodelError: The input is refused.
        NoInputError: It is nothing that could be handed to the target.
    """
    choose: Choose = random.Random(data[:200] + data[-200:]).choice
    if target == "html":
        page: bytes | str = data if choose((True, True, True, False)) else data.decode("utf-8", "surrogateescape")
        return [nm.parse_html(page, url=choose(URLS), encoding=choose(ENCODINGS))]
    if target == "text":
        text = _text(data)
        return [nm.parse_text(text, headline=choose((None, text[:60], "", "²")), published=_moment(choose))]
    if target == "jsonl":
        return list(jsonl.loads(data))
    if target in OTHERS:
        return {"adapters": _adapted, "batch": _batch, "files": _files, "tables": _tables, "parquet": _read_parquet}[
            target
        ](data)
    return [nm.loads(data, format=target)]


class NoInputError(Exception):
    """What was made is nothing that could be handed over, such as a table that Arrow cannot hold."""


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _moment(choose: Choose) -> dt.date | None:
    day = choose(DAYS)
    found = None if day is None else dt.date.fromisoformat(day)
    clock = choose((None, dt.time.min, dt.time.max))
    return found if found is None or clock is None else dt.datetime.combine(found, clock, choose(ZONES))


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise NoInputError from None


def _adapted(data: bytes) -> list[Article]:
    whole = _json(data)
    reader = whole.get("reader") if isinstance(whole, dict) else None
    if not isinstance(reader, str) or reader not in adapters.__all__:
        raise NoInputError
    value = _object(whole.get("value")) if reader in ("from_newspaper4k", "from_fundus") else whole.get("value")
    return [getattr(adapters, reader)(value)]


def _object(value: object) -> object:
    """Return dictionaries as objects with attributes."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _object(item) for key, item in value.items()})
    return list(map(_object, value)) if isinstance(value, list) else value


def _columns(value: Any) -> pa.RecordBatch:
    try:
        return pa.record_batch(value)
    except (pa.ArrowException, TypeError, ValueError, OverflowError, AttributeError, KeyError):
        raise NoInputError from None


def _batch(data: bytes) -> list[Article]:
    parsed = parse_batch(_columns(_json(data)))
    for name in ("errors", *arrow.TABLES):
        parse_batch(_columns(_json(data)), table=name)
    rows = [row for row in parsed.to_pylist() if row["error_code"] is None]
    return list(arrow.from_batch(pa.RecordBatch.from_pylist(rows, arrow.ARTICLE)))


def _files(data: bytes) -> list[Article]:
    suffix, _, content = data.partition(b"\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"pages{suffix.decode('ascii', 'replace')}"
        try:
            path.write_bytes(content)
        except (OSError, ValueError):  # no name of a file
            raise NoInputError from None
        found = list(read_pages(path, limits=Limits(max_bytes=100_000)))
    parsed = [parse_page(it) if isinstance(it, Page) else it for it in found]
    return [it for it in parsed if isinstance(it, Article)]


def _tables(data: bytes) -> list[Article]:
    whole, tables = _json(data), {}
    if not isinstance(whole, dict):
        raise NoInputError
    for name, rows in whole.items():
        try:
            tables[name] = pa.Table.from_pylist(rows, arrow.TABLES.get(name))
        except (pa.ArrowException, TypeError, ValueError, OverflowError, AttributeError, KeyError):
            raise NoInputError from None
    return list(arrow.from_tables(tables))


def _read_parquet(data: bytes) -> list[Article]:
    name, _, broken = data.partition(b"\n")
    files = {**_parquet(), name.decode("utf-8", "replace"): broken}
    return list(arrow.read_parquet({name: io.BytesIO(file) for name, file in files.items()}))
