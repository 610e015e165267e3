"""Pages and web archives for the tests of batches."""

import base64
import gzip
import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newsmodel.batch import _run

from .running import OwnProcess

MakePage = Callable[[int], bytes]


def page(number: int) -> bytes:
    """Return a small page with a headline, quotes and a date of its own."""
    return (
        f"<!doctype html><html lang='en'><head><title>Bridge {number} closed</title>"
        f"<meta property='article:published_time' content='2026-0{1 + number % 3}-1{number % 10}T08:00:00Z'></head>"
        f"<body><article><h1>Bridge {number} closed</h1><p>The council closed the bridge on Monday after a survey "
        f"found {number + 2} cracks in its piers, a spokesman said.</p><p>“It is not safe,” said Mayor Ada Brook. She "
        "told reporters that it would stay shut until engineers had seen every pier.</p></article></body></html>"
    ).encode()


def record(url: str, html: bytes, status: bytes = b"200 OK", kind: bytes = b"text/html; charset=utf-8") -> bytes:
    """Return the record of a response in a web archive."""
    return raw_record(b"response", b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n\r\n" + html, url)


def raw_record(record_type: bytes, block: bytes, url: str = "https://example.org/") -> bytes:
    """Return a record of any type in a web archive, with its digest."""
    fields = (
        b"WARC/1.0",
        b"WARC-Type: " + record_type,
        b"WARC-Target-URI: " + url.encode(),
        b"WARC-Block-Digest: sha1:" + base64.b32encode(hashlib.sha1(block).digest()),
        b"Content-Type: application/http; msgtype=response",
        b"Content-Length: %d" % len(block),
    )
    return b"\r\n".join(fields) + b"\r\n\r\n" + block + b"\r\n\r\n"


def compressed(records: Iterable[bytes]) -> list[bytes]:
    """Return records compressed each by itself, as web archives are."""
    return [gzip.compress(one, mtime=0) for one in records]


@pytest.fixture
def make_page() -> Callable[[int], bytes]:
    """Return what makes a small page."""
    return page


@pytest.fixture
def records() -> list[bytes]:
    """Return five records of a web archive."""
    return [record(f"https://example.org/{number}", page(number)) for number in range(5)]


@pytest.fixture
def make_record() -> Callable[..., bytes]:
    """Return what makes the record of a response."""
    return record


@pytest.fixture
def make_raw_record() -> Callable[..., bytes]:
    """Return what makes any record."""
    return raw_record


@pytest.fixture
def compress() -> Callable[[Iterable[bytes]], list[bytes]]:
    """Return what compresses records."""
    return compressed


@pytest.fixture
def own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let runs parse in this process."""
    monkeypatch.setattr(_run, "Pool", OwnProcess)


@pytest.fixture
def folder(tmp_path: Path, make_page: MakePage) -> Path:
    """Return a folder with pages, lines and things that cannot be read."""
    top = tmp_path / "in"
    (top / "b").mkdir(parents=True)
    for number in range(23):
        (top / f"a{number:02}.html").write_bytes(make_page(number))
    (top / "a07.html").write_bytes(b"%PDF-1.7")
    (top / "a11.html").write_bytes(b"<p>" + b"x" * 20_000)
    lines = [json.dumps({"url": f"https://example.org/{i}", "html": make_page(i).decode()}) for i in range(5)]
    lines[2] = "{"
    (top / "b" / "lines.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    (top / "c.html.gz").write_bytes(gzip.compress(make_page(99))[:-20])
    (top / "d.html").symlink_to("nowhere")
    (top / "style.css").write_text("p {}")
    return top
