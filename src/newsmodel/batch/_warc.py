"""Pages from web archives (WARC): the HTML responses, each with its URL, charset and place in the file."""

import base64
import binascii
import hashlib
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

import attrs

from newsmodel.batch._archive import Archive, DamageError, GzipArchive, PlainArchive
from newsmodel.batch._pages import Failure, FailureCode, Limits, Page
from newsmodel.errors import MissingExtraError

try:
    from fastwarc import stream_io
    from fastwarc.warc import ArchiveIterator, WarcRecord
except ModuleNotFoundError as error:
    raise MissingExtraError("warc", "reading web archives") from error  # noqa: EM101 - an extra's name

# What FastWARC raises: from 2.0 on, errors of Python alone.
_STREAM_ERROR: Final = cast("type[Exception]", getattr(stream_io, "StreamError", OSError))
_HEADER_BYTES: Final = 65_536
# What stands before the page in a response: the HTTP header.
_BESIDES: Final = 65_536
_BREAK: Final = b"\r\n\r\n"
_FIELD: Final = re.compile(rb"^([!-9;-~]+):(.*)$", re.MULTILINE)
_HTML: Final = {"text/html", "application/xhtml+xml"}
_HELD: Final = {b"response", b"resource"}


@attrs.frozen
class _Record:
    """One record as it lies in the archive."""

    fields: dict[bytes, bytes]
    data: bytes = attrs.field(repr=False)
    """Header and content; the content may be cut off where it is larger than asked for."""
    block: bytes = attrs.field(repr=False)
    is_cut: bool

    @property
    def url(self) -> str | None:
        """The address, of which some writers put angle brackets around."""
        return self.fields.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<>") or None


def read_archive(file: BinaryIO, name: str, limits: Limits, *, is_gzip: bool) -> Iterator[Page | Failure]:
    """Yield the HTML pages of a web archive; of a damaged record a failure, after which the next one follows."""
    archive = GzipArchive(file) if is_gzip else PlainArchive(file)
    longest = limits.max_bytes + _BESIDES
    while True:
        try:
            if not archive.begin():
                return
            record = _read_record(archive, longest)
            item = record and _item(record, name, archive.offset, limits, verify=not is_gzip)
            is_lost = False
        except DamageError as damage:
            item = Failure(code=FailureCode.BROKEN_RECORD, message=str(damage), name=name, offset=archive.offset)
            is_lost = True
        if item:
            yield item
        if is_lost and not archive.recover():
            return


def _read_record(archive: Archive, longest: int) -> _Record | None:
    """Return the next record, None where it is of a type that holds no page; it must end where the next may begin."""
    header = archive.take_until(_BREAK, _HEADER_BYTES)
    if not header.startswith(b"WARC/"):
        message = "no record begins here"
        raise DamageError(message)
    fields = {name.lower(): value.strip() for name, value in _FIELD.findall(header)}
    length = fields.get(b"content-length", b"")
    if not (length.isdigit() and len(length) < 19):
        message = "the record does not say how long it is"
        raise DamageError(message)
    size = int(length)
    is_held = fields.get(b"warc-type", b"").lower() in _HELD
    block = archive.take(min(size, longest)) if is_held else b""
    rest = size - len(block)
    if rest and ((is_held and len(block) < longest) or archive.skip(rest) < rest):
        message = f"the file ends before the {size} bytes of the record do"
        raise DamageError(message)
    after = archive.take(len(_BREAK))
    if not _BREAK.startswith(after):
        message = f"the record does not end after the {size} bytes that it says it has"
        raise DamageError(message)
    archive.finish()
    if b"content-type" not in fields and block.startswith(b"HTTP/"):  # which a writer may leave out
        header = header.removesuffix(_BREAK[2:]) + b"Content-Type: application/http" + _BREAK
    return _Record(fields, header + block, block, is_cut=rest > 0) if is_held else None


def _item(record: _Record, name: str, offset: int, limits: Limits, *, verify: bool) -> Page | Failure | None:
    """Return the page of a record, None where it holds none."""

    def failure(code: FailureCode, message: str) -> Failure:
        return Failure(code=code, message=message, name=name, offset=offset, url=record.url)

    try:
        parsed = next(iter(ArchiveIterator(io.BytesIO(record.data), parse_http=True, auto_decode="all")), None)
        if parsed is None or not _is_page(parsed):
            return None
        if verify and not record.is_cut and not _is_intact(record):  # of gzip members the checksum has been verified
            return failure(FailureCode.BROKEN_RECORD, "the content does not match its digest")
        html = parsed.reader.read(limits.max_bytes + 1)
        encoding = parsed.http_charset
    except (_STREAM_ERROR, ValueError, OSError) as error:
        return failure(FailureCode.BROKEN_RECORD, f"the record cannot be read: {error}")
    if record.is_cut or len(html) > limits.max_bytes:
        return failure(FailureCode.TOO_LARGE, f"the page has more than {limits.max_bytes} bytes")
    return Page(html, url=record.url, encoding=encoding, name=name, offset=offset)


def _is_page(record: WarcRecord) -> bool:
    """Tell whether a record is a page that was fetched: HTML, and no error and no redirection."""
    headers = record.http_headers
    if not record.is_http or not headers:
        kind = record.headers.get("Content-Type") or ""
        return kind.partition(";")[0].strip().lower() in _HTML
    status = headers.status_code or ""
    return str(status).startswith("2") and (record.http_content_type or "text/html").lower() in _HTML


def _is_intact(record: _Record) -> bool:
    """Tell whether the content is what the digest says, where there is one of a kind that is known."""
    algorithm, _, value = record.fields.get(b"warc-block-digest", b"").decode("latin-1").partition(":")
    if algorithm.lower() not in {"md5", "sha1", "sha256"}:
        return True
    digest = hashlib.new(algorithm.lower(), record.block, usedforsecurity=False)
    try:
        return value.lower() == digest.hexdigest() or base64.b32decode(value.upper()) == digest.digest()
    except binascii.Error:
        return False
