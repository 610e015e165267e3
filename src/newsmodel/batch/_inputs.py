"""From what is named on a command line to pages: files, folders, globs, JSON Lines, web archives, standard input."""

import glob
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

import attrs

from newsmodel.batch._lines import read_lines
from newsmodel.batch._pages import Failure, FailureCode, Limits, Page, failure_of, path_of
from newsmodel.model.forms import expect

STANDARD_INPUT: Final = "-"

_HEAD: Final = 4096
_GZIP: Final = b"\x1f\x8b"
_KINDS: Final = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "page"),
    **dict.fromkeys((".jsonl", ".ndjson"), "lines"),
    ".warc": "archive",
}


@attrs.frozen
class Source:
    """One file, or standard input."""

    name: str
    """Its path, as it was reached."""
    size: int | None
    """Its bytes; None for standard input."""

    def items(self, limits: Limits) -> Iterator[Page | Failure]:
        """Yield its pages, and what cannot be read of them, in order."""
        try:
            if self.name == STANDARD_INPUT:
                yield from _items(sys.stdin.buffer, self.name, limits)
                return
            with Path(self.name).open("rb") as file:
                yield from _items(file, self.name, limits)
        except OSError as error:
            yield unreadable(self.name, error)


def read_pages(*inputs: str | os.PathLike[str], limits: Limits | None = None) -> Iterator[Page | Failure]:
    """
    Yield the pages of *inputs*, lazily and always in the same order; what cannot be read is a `Failure`.

    Args:
        inputs: Paths of HTML files, of JSON Lines of ``{"url": ..., "html": ...}``, of web archives (WARC, which needs
            the extra ``warc``), each also compressed by gzip; folders, whose files of these kinds are taken in the
            order of their names; patterns such as ``pages/**/*.html``; ``-`` for standard input.
        limits: How much one page may take; a larger one is not read to its end.

    Raises:
        MissingExtraError: There is a web archive among them, and FastWARC is not installed.
        WrongTypeError: One of *inputs* is no path.
    """
    expect("limits", limits, Limits, type(None))
    limits = limits or Limits()
    for source in sources(inputs):
        yield from (source,) if isinstance(source, Failure) else source.items(limits)


def sources(inputs: Iterable[str | os.PathLike[str]]) -> Iterator[Source | Failure]:
    """Yield the files that *inputs* name, without opening them, always in the same order."""
    for path in inputs:
        given = path_of(path)
        if given == STANDARD_INPUT:
            yield Source(given, None)
        elif glob.has_magic(given) and not Path(given).exists():
            yield from _matching(given)
        else:
            yield from _under(given)


def _matching(pattern: str) -> Iterator[Source | Failure]:
    # all matches are held, as sorting asks for; a folder given by its name is not
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    for path in found:
        if "**" not in pattern or not Path(path).is_dir():  # what is in it matches by itself
            yield from _under(path)
    if not found:
        yield Failure(code=FailureCode.UNREADABLE, message="no file matches the pattern", name=pattern)


def _under(path: str, *, is_named: bool = True) -> Iterator[Source | Failure]:
    """Yield the file at *path*, or those in the folder there."""
    try:
        if Path(path).is_dir():
            yield from _in_folder(path)
        elif is_named or _is_taken(path):
            yield Source(path, Path(path).stat().st_size)
    except OSError as error:
        yield unreadable(path, error)


def _in_folder(path: str) -> Iterator[Source | Failure]:
    with os.scandir(path) as entries:
        names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in names:
        inner = os.path.join(path, name)  # noqa: PTH118 - a million paths
        if is_folder or not Path(inner).is_dir():  # no link to a folder, which may lead round in a circle
            yield from _under(inner, is_named=False)


def _is_taken(path: str) -> bool:
    suffix = _suffix(path)
    return suffix in _KINDS or (not suffix and not Path(path).name.startswith("."))


def _suffix(path: str) -> str:
    """Return the suffix that tells what a file is, without the one that tells that it is compressed."""
    return Path(path.lower().removesuffix(".gz")).suffix


def unreadable(name: str, error: OSError) -> Failure:
    """Return the failure of a file that the system does not give."""
    return Failure(code=FailureCode.UNREADABLE, message=error.strerror or str(error), name=name)


def _items(file: BinaryIO, name: str, limits: Limits) -> Iterator[Page | Failure]:
    peekable = cast(
        "io.BufferedReader",
        file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", file)),
    )
    head = peekable.peek(_HEAD)[:_HEAD]
    is_gzip = head.startswith(_GZIP)
    kind = _KINDS.get(_suffix(name)) or _kind(_inflated(head) if is_gzip else head)
    if kind == "archive":
        from newsmodel.batch._warc import read_archive  # noqa: PLC0415 - FastWARC may be missing

        yield from read_archive(peekable, name, limits, is_gzip=is_gzip)
        return
    content: BinaryIO = io.BufferedReader(gzip.GzipFile(fileobj=peekable)) if is_gzip else peekable
    try:
        yield from read_lines(content, name, limits) if kind == "lines" else _page(content, name, limits)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failure(code=FailureCode.BROKEN_GZIP, message=str(error), name=name)


def _kind(head: bytes) -> str:
    """Tell by its first bytes what a file without a telling name is."""
    if head.startswith(b"WARC/"):
        return "archive"
    return "lines" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "page"


def _inflated(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _HEAD)
    except zlib.error:
        return b""


def _page(file: BinaryIO, name: str, limits: Limits) -> Iterator[Page | Failure]:
    html = file.read(limits.max_bytes + 1)
    page = Page(html, name=name)
    if len(html) > limits.max_bytes:
        yield failure_of(page, FailureCode.TOO_LARGE, f"the page has more than {limits.max_bytes} bytes")
    else:
        yield page
