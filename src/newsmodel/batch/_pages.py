"""What goes into a batch, what may come out of it in place of an article, and how much one page may take."""

import os
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, final

import attrs

from newsmodel.errors import InvariantError, Problem, WrongTypeError
from newsmodel.model.forms import expect

MEGABYTE: Final = 1_000_000


@final
@attrs.frozen
class Page:
    """One HTML page to parse, and where it came from."""

    html: bytes | str = attrs.field(repr=False)
    """The page, as `parse_html` takes it."""
    url: str | None = attrs.field(default=None, kw_only=True)
    """Where it was fetched; makes its links absolute."""
    encoding: str | None = attrs.field(default=None, kw_only=True)
    """What the transport declared (the ``charset`` of the HTTP ``Content-Type``)."""
    name: str | None = attrs.field(default=None, kw_only=True)
    """The file it was read from."""
    offset: int = attrs.field(default=0, kw_only=True)
    """Where it begins in that file: bytes of the file as it lies on disk (of a compressed one: of its member)."""

    def __attrs_post_init__(self) -> None:
        expect("Page.html", self.html, bytes, str)
        expect("Page.url", self.url, str, type(None))
        expect("Page.encoding", self.encoding, str, type(None))
        expect("Page.name", self.name, str, type(None))
        expect("Page.offset", self.offset, int)


@final
class FailureCode(StrEnum):
    """Why a page gave no article."""

    UNREADABLE = "unreadable"
    """The file or folder cannot be read: it is missing, or reading it is not allowed."""
    BROKEN_GZIP = "broken-gzip"
    """The compressed data are damaged or cut off."""
    BROKEN_LINE = "broken-line"
    """A line of JSON Lines is no object with a string ``html``."""
    BROKEN_RECORD = "broken-record"
    """A record of a web archive is damaged or cut off; reading goes on at the next one."""
    NOT_HTML = "not-html"
    """It is no HTML page: a PDF, an image, other binary data."""
    TOO_LARGE = "too-large"
    """The page has more bytes than the limits allow."""
    TOO_SLOW = "too-slow"
    """The page took more seconds than the limits allow; its worker was ended and replaced."""
    WORKER_LOST = "worker-lost"
    """Its worker ended on it, twice: killed from outside, out of memory, or crashed."""
    FAILED = "failed"
    """An error that is a mistake of ours; please report it."""


@final
@attrs.frozen(kw_only=True)
class Failure:
    """A page that gave no article, and why."""

    code: FailureCode
    """Why."""
    message: str
    """One sentence for people."""
    name: str | None = None
    """The file it was read from."""
    offset: int = 0
    """Where it begins in that file, in bytes."""
    url: str | None = None
    """Where it was fetched, where that is known."""


def failure_of(page: Page, code: FailureCode, message: str) -> Failure:
    """Return the failure of *page*."""
    return Failure(code=code, message=message, name=page.name, offset=page.offset, url=page.url)


def several(name: str, values: object) -> None:
    """
    Hold an argument to be several values; a string is several too, but of characters, which nobody means.

    Raises:
        WrongTypeError: It is one value.
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise WrongTypeError(Problem(name, values, "several, as in a list"))


def path_of(path: str | os.PathLike[str]) -> str:
    """
    Return a path as a string.

    Raises:
        WrongTypeError: It is none.
    """
    expect("inputs", path, str, os.PathLike)
    return os.fspath(path)


def _positive(owner: "Limits", field: "attrs.Attribute[int] | attrs.Attribute[float]", value: float) -> None:
    name = f"{type(owner).__name__}.{field.name}"
    expect(name, value, int, float)
    if not value > 0:
        raise InvariantError(Problem(name, value, "a number above 0"))


@final
@attrs.frozen(kw_only=True)
class Limits:
    """How much one page may take before it becomes a `Failure`."""

    max_bytes: int = attrs.field(default=10 * MEGABYTE, validator=_positive)
    """Bytes of the page, decompressed."""
    max_seconds: float = attrs.field(default=30.0, validator=_positive)
    """Seconds to parse and annotate it, by the clock on the wall."""
