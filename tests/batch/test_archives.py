"""Web archives: their pages, and what becomes of damaged records."""

import gzip
import io
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("fastwarc", reason="web archives need the extra warc (FastWARC)")

from newsmodel.batch import Failure, FailureCode, Limits, Page, read_pages

Make = Callable[..., bytes]
Compress = Callable[[list[bytes]], list[bytes]]


def read(path: Path, data: bytes, limits: Limits | None = None) -> list[Page | Failure]:
    """Return what is read of an archive of these bytes."""
    path.write_bytes(data)
    return list(read_pages(path, limits=limits))


def told(items: list[Page | Failure]) -> list[object]:
    """Return the last letter of each page's URL, and the code of each failure with its offset."""
    return [(item.url or "?")[-1] if isinstance(item, Page) else (item.code.value, item.offset) for item in items]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where an archive may lie."""
    return tmp_path / "a.warc"


def test_pages_come_with_their_place(path: Path, records: list[bytes], compress: Compress) -> None:
    """A page has URL, charset, name and the offset of its record, plain or compressed."""
    for parts in (records, compress(records)):
        found = read(path, b"".join(parts))
        offsets = [sum(map(len, parts[:i])) for i in range(5)]
        assert [item.offset for item in found] == offsets
        assert told(found) == ["0", "1", "2", "3", "4"]
        for item in found:
            assert isinstance(item, Page)
            assert (item.encoding, item.name) == ("utf-8", str(path))
            assert isinstance(item.html, bytes)
            assert item.html.startswith(b"<!doctype html>")


def test_archives_compressed_otherwise_are_read_too(path: Path, records: list[bytes]) -> None:
    """Records may share a gzip member, or go on in the next one."""
    whole = b"".join(records)
    assert told(read(path, gzip.compress(whole))) == ["0", "1", "2", "3", "4"]
    pieces = (gzip.compress(whole[i : i + 500]) for i in range(0, len(whole), 500))
    assert told(read(path, b"".join(pieces))) == ["0", "1", "2", "3", "4"]


def test_only_pages_that_were_fetched_count(path: Path, make_record: Make, make_raw_record: Make) -> None:
    """Requests, images, redirections and error pages are passed over."""
    data = (
        make_raw_record(b"warcinfo", b"software: none\r\n"),
        make_raw_record(b"request", b"GET / HTTP/1.1\r\n\r\n"),
        make_record("https://example.org/i", b"\x89PNG", kind=b"image/png"),
        make_record("https://example.org/m", b"", status=b"301 Moved Permanently"),
        make_record("https://example.org/e", b"<p>Not found.", status=b"404 Not Found"),
        make_record("https://example.org/x", b"<p>It rained.", kind=b"application/xhtml+xml"),
        make_raw_record(b"metadata", b""),
    )
    assert told(read(path, b"".join(data))) == ["x"]


def test_a_page_kept_without_its_answer_counts(path: Path, make_raw_record: Make) -> None:
    """A record of the type resource holds the page itself, and its own header says whether it is one."""
    page = make_raw_record(b"resource", b"<p>It rained.", "https://example.org/p")
    data = (
        page.replace(b"application/http; msgtype=response", b"text/html; charset=utf-8"),
        page.replace(b"application/http; msgtype=response", b"image/png"),
    )
    assert told(read(path, b"".join(data))) == ["p"]


def test_a_record_need_not_say_that_it_holds_an_answer(path: Path, records: list[bytes]) -> None:
    """The type of a record may be missing: an answer of HTTP is told by its first bytes."""
    line = b"Content-Type: application/http; msgtype=response\r\n"
    assert all(line in one for one in records)
    assert told(read(path, b"".join(one.replace(line, b"") for one in records))) == ["0", "1", "2", "3", "4"]


def test_what_was_sent_compressed_is_decoded(path: Path, make_raw_record: Make) -> None:
    """Content that the server compressed is a page like any other, and its limit holds for what it becomes."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    small = make_raw_record(b"response", block + gzip.compress(b"<p>It rained."))
    bomb = make_raw_record(b"response", block + gzip.compress(b"\0" * 3_000_000))
    found = read(path, small + bomb, Limits(max_bytes=1_000_000))
    assert isinstance(found[0], Page)
    assert found[0].html == b"<p>It rained."
    assert isinstance(found[1], Failure)
    assert found[1].code is FailureCode.TOO_LARGE


def test_what_cannot_be_decoded_costs_itself_alone(path: Path, make_raw_record: Make) -> None:
    """A page that is not compressed as its header says is a broken record, and the next one is read."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    wrong = make_raw_record(b"response", block + b"Content-Encoding: gzip\r\n\r\n<p>It rained.")
    right = make_raw_record(b"response", block + b"\r\n<p>It rained.")
    broken, page = read(path, wrong + right)
    assert isinstance(broken, Failure)
    assert (broken.code, broken.offset) == (FailureCode.BROKEN_RECORD, 0)
    assert broken.message.startswith("the record cannot be read: ")
    assert isinstance(page, Page)


@pytest.mark.parametrize("is_gzip", [False, True])
def test_a_large_page_is_passed_over(path: Path, make_record: Make, compress: Compress, *, is_gzip: bool) -> None:
    """A page over the limit is a failure with its URL, and the next one follows."""
    parts = [make_record(f"https://example.org/{i}", b"<p>" + b"x" * size) for i, size in enumerate((9, 2_000_000, 9))]
    found = read(path, b"".join(compress(parts) if is_gzip else parts), Limits(max_bytes=1000))
    assert [item.url for item in found] == ["https://example.org/0", "https://example.org/1", "https://example.org/2"]
    assert [item.code.value for item in found if isinstance(item, Failure)] == ["too-large"]


DAMAGE = {
    "version": (b"WARC/1.0", b"XXXX/1.0"),
    "no length": (b"Content-Length:", b"Content-Lengt?:"),
    "too long": (b"Content-Length: ", b"Content-Length: 9"),
    "too long for anything": (b"Content-Length: ", b"Content-Length: 99999999999"),
    "too short": (b"Content-Length: ", b"Content-Length: 1\r\nWas: "),
    "content": (b"It is not safe", b"It is so safe "),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_record_costs_itself_alone(path: Path, records: list[bytes], compress: Compress, damage: str) -> None:
    """Plain or compressed, a record whose header or content is wrong is one failure at its offset."""
    broken = [records[0], records[1].replace(*DAMAGE[damage], 1), *records[2:]]
    found = read(path, b"".join(broken))
    assert told(found) == ["0", ("broken-record", len(records[0])), "2", "3", "4"]
    if damage != "content":  # of which a checksum of the compressed data knows nothing
        parts = compress(broken)
        found = read(path, b"".join(parts))
        assert told(found) == ["0", ("broken-record", len(parts[0])), "2", "3", "4"]


@pytest.mark.parametrize("cut", [1, 8, 9, 40, 200])
@pytest.mark.parametrize("is_gzip", [False, True])
def test_a_file_that_is_cut_off_says_so(
    path: Path, records: list[bytes], compress: Compress, cut: int, *, is_gzip: bool
) -> None:
    """What is whole is read, and the record that the file ends in is a failure."""
    parts = compress(records) if is_gzip else records
    found = told(read(path, b"".join(parts)[:-cut]))
    whole = ["0", "1", "2", "3", "4"] if cut <= 4 and not is_gzip else ["0", "1", "2", "3"]
    broken = ("broken-record", sum(map(len, parts[:4])))
    assert found == [*whole, *([broken] if len(whole) < 5 else [])]


@pytest.mark.parametrize("at", [0, 1, 30, -9, -1])
def test_a_damaged_member_costs_itself_alone(path: Path, records: list[bytes], compress: Compress, at: int) -> None:
    """A changed byte of compressed data, of their header or checksum, is one failure; the other pages are read."""
    parts = compress(records)
    member = bytearray(parts[2])
    member[at] ^= 0x5A
    found = told(read(path, b"".join((*parts[:2], bytes(member), *parts[3:]))))
    assert [one for one in found if isinstance(one, str)] == ["0", "1", "3", "4"]
    assert ("broken-record", len(parts[0] + parts[1])) in found


def test_padding_between_members_is_no_damage(path: Path, records: list[bytes], compress: Compress) -> None:
    """Zero bytes and empty lines between records are passed over."""
    assert told(read(path, b"\0\0\0".join(compress(records)) + b"\0" * 100)) == ["0", "1", "2", "3", "4"]
    assert told(read(path, b"\r\n\r\n".join(records) + b"\r\n\n")) == ["0", "1", "2", "3", "4"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_leaves_what_is_whole(
    data: st.DataObject, make_record: Make, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever bytes are changed in one record of an archive, no other page is lost, and nothing is raised."""
    parts = [make_record(f"https://example.org/{i}", b"<p>It rained.") for i in range(4)]
    if data.draw(st.booleans(), "compressed"):
        parts = [gzip.compress(part, mtime=0) for part in parts]
    damaged = bytearray(parts[1])
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    parts[1] = bytes(damaged)
    found = read(tmp_path_factory.mktemp("a") / "a.warc", b"".join(parts))
    urls = [item.url for item in found if isinstance(item, Page)]
    assert [url for url in urls if url in {f"https://example.org/{i}" for i in (0, 2, 3)}] == [
        f"https://example.org/{i}" for i in (0, 2, 3)
    ]


@given(st.binary(max_size=2000))
def test_any_bytes_are_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever is called a web archive gives pages and failures, and raises nothing."""
    folder = tmp_path_factory.mktemp("a")
    for start in (b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08"):
        found = read(folder / "a.warc.gz", start + data)
        assert found or not (start + data).strip(b"\r\n\0")


def test_a_missing_extra_is_named(records: list[bytes], path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without FastWARC, a web archive raises the error that names the extra."""
    import sys  # noqa: PLC0415

    from newsmodel.errors import MissingExtraError  # noqa: PLC0415

    monkeypatch.delitem(sys.modules, "newsmodel.batch._warc", raising=False)
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(MissingExtraError, match=r"newsmodel\[warc\]"):
        read(path, b"".join(records))


def test_standard_input_may_be_an_archive(records: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` tells by the first bytes what it is, and need not be seekable."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(b"".join(records)))))
    assert told(list(read_pages("-"))) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("is_gzip", [False, True])
def test_long_damage_is_searched_through(
    path: Path, records: list[bytes], compress: Compress, *, is_gzip: bool
) -> None:
    """However much is damaged, and whatever of it looks like the beginning of a record, the next one is found."""
    parts = compress(records) if is_gzip else records
    noise = random.Random(7).randbytes(50_000) + b"\x1f\x8b\x08" + b"WARC/1.0\r\n"
    found = told(read(path, b"".join((parts[0], b"\x1f\x8b\x08?" * (not is_gzip), noise * 5, *parts[1:]))))
    assert [one for one in found if isinstance(one, str)] == ["0", "1", "2", "3", "4"]
    assert ("broken-record", len(parts[0])) in found


def test_empty_lines_before_a_record_of_its_own_member_are_no_damage(path: Path, records: list[bytes]) -> None:
    """Compressed or not, what parts two records may stand at the beginning of the second."""
    assert told(read(path, b"".join(gzip.compress(b"\r\n\r\n" + one) for one in records))) == ["0", "1", "2", "3", "4"]


def test_a_large_page_that_is_cut_off_is_a_failure(path: Path, make_record: Make) -> None:
    """Where the file ends in a page that would have been passed over, that is told."""
    whole = make_record("https://example.org/0", b"<p>" + b"x" * 500_000)
    (found,) = read(path, whole[:-100_000], Limits(max_bytes=1000))
    assert isinstance(found, Failure)


def test_a_record_of_many_megabytes_is_passed_over(path: Path, make_record: Make) -> None:
    """Of a compressed record no more is kept than is needed to go on after damage; the next one is read."""
    large = make_record("https://example.org/0", random.Random(7).randbytes(17_000_000))
    data = gzip.compress(large, 1) + gzip.compress(make_record("https://example.org/1", b"<p>It rained."))
    assert told(read(path, data, Limits(max_bytes=1000)))[1:] == ["1"]


@pytest.mark.parametrize(
    ("digest", "is_page"), [(b"sha999:AAAA", True), (b"sha1:AAAA", False), (b"sha1:?", False), (b"", True)]
)
def test_a_digest_is_held_to_where_its_kind_is_known(
    path: Path, records: list[bytes], digest: bytes, *, is_page: bool
) -> None:
    """A digest of another kind tells nothing, one that is none of its kind is wrong."""
    record = re.sub(rb"(WARC-Block-Digest: )\S+", rb"\1" + digest, records[0])
    (found,) = read(path, record)
    assert isinstance(found, Page) == is_page
