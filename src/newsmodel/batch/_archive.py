"""
The bytes of a web archive, plain or compressed member by member, with a way on after damage.

A reader of web archives that meets a damaged record usually ends there. Here what was read since the record began is
kept, and searched for where the next one begins.
"""

import re
import zlib
from abc import ABC, abstractmethod
from typing import BinaryIO, Final, Protocol

_PIECE: Final = 65_536
_KEPT: Final = 16_000_000
_GZIP: Final = zlib.MAX_WBITS | 16
_MEMBER: Final = b"\x1f\x8b\x08"
_MEMBER_HEAD: Final = 4096
_RECORD: Final = re.compile(rb"WARC/1\.\d\r?\n[A-Za-z-]{1,40}:")
_RECORD_HEAD: Final = 64


class DamageError(Exception):
    """The archive is damaged here; the message says how."""


class _Inflater(Protocol):
    """What zlib makes for one member; its own name for it is private."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, /, max_length: int = 0) -> bytes: ...


class Archive(ABC):
    """A stream of records; `begin` each, read it, and `recover` where that raises `DamageError`."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._buffer: bytearray = bytearray()
        self._at = 0
        self._base = 0

    @property
    def offset(self) -> int:
        """Where on disk the record begins, or the member that holds it."""
        return self._base

    @abstractmethod
    def begin(self) -> bool:
        """Go to the next record; return whether there is one."""

    @abstractmethod
    def recover(self) -> bool:
        """Go to where the next record seems to begin; return whether there is one."""

    @abstractmethod
    def finish(self) -> None:
        """Hold what was read to the checksum that follows it, where one does."""

    @abstractmethod
    def _fill(self) -> bool:
        """Add to the buffer; return whether there was more."""

    def take(self, count: int) -> bytes:
        """Return the next *count* bytes, fewer at the end."""
        while len(self._buffer) - self._at < count and self._fill():
            pass
        found = bytes(self._buffer[self._at : self._at + count])
        self._at += len(found)
        return found

    def take_until(self, mark: bytes, limit: int) -> bytes:
        """Return what comes up to *mark* and the mark itself."""
        begin = self._at
        while (end := self._buffer.find(mark, begin, self._at + limit)) < 0:
            begin = max(self._at, len(self._buffer) - len(mark))
            if len(self._buffer) - self._at >= limit or not self._fill():
                message = "the header of the record does not end"
                raise DamageError(message)
        return self.take(end + len(mark) - self._at)

    def skip(self, count: int) -> int:
        """Pass over *count* bytes; return over how many, which is fewer at the end."""
        skipped = 0
        while skipped < count:
            if self._at >= len(self._buffer):
                self._forget()
                if not self._fill():
                    break
            step = min(count - skipped, len(self._buffer) - self._at)
            self._at += step
            skipped += step
        return skipped

    def _forget(self) -> None:
        """Let go of what was read."""
        del self._buffer[: self._at]
        self._at = 0


class PlainArchive(Archive):
    """A web archive that is not compressed; what it keeps in the buffer begins at `offset`."""

    def begin(self) -> bool:
        self._forget()
        while self._fill_to(1) and self._buffer[0] in b"\r\n":
            self._at = 1
            self._forget()
        return bool(self._buffer)

    def recover(self) -> bool:
        start = 1
        while not (found := _RECORD.search(self._buffer, start)):
            self._at = max(start, len(self._buffer) - _RECORD_HEAD)
            self._forget()
            start = 0
            if not self._fill():
                return False
        self._at = found.start()
        return True

    def finish(self) -> None:
        pass

    def _fill_to(self, count: int) -> bool:
        return len(self._buffer) >= count or self._fill()

    def _fill(self) -> bool:
        piece = self._file.read(_PIECE)
        self._buffer += piece
        return bool(piece)

    def _forget(self) -> None:
        self._base += self._at
        super()._forget()


class GzipArchive(Archive):
    """A web archive of gzip members, as a rule one a record."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._inflater: _Inflater | None = None
        self._raw = b""  # read from disk, not yet inflated
        self._fed = bytearray()  # what was inflated since `offset`, to be searched after damage

    def begin(self) -> bool:
        self._forget()
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in b"\r\n":
                self._at += 1
            if self._at < len(self._buffer):
                return True
            if self._inflater is None:
                self._begin_member()
            if not self._fill():
                return False

    def _begin_member(self) -> None:
        self._base += len(self._fed)
        self._fed.clear()

    def finish(self) -> None:
        while self._inflater is not None and self._at == len(self._buffer):
            self._fill()

    def recover(self) -> bool:
        window, base, start = self._fed + self._raw, self._base, 1
        while True:
            at = window.find(_MEMBER, start)
            end = at + _MEMBER_HEAD if at >= 0 else len(window) + 1
            if len(window) < end and (piece := self._file.read(_PIECE)):
                window += piece
            elif at >= 0:
                if _begins_record(window[at:end]):
                    self._restart(bytes(window[at:]), base + at)
                    return True
                start = at + 1
            else:
                return False
            if at < 0:  # keep what may be the first half of what is searched for
                done = max(0, min(len(window), end - 1) - len(_MEMBER))
                del window[:done]
                base, start = base + done, 0

    def _restart(self, raw: bytes, offset: int) -> None:
        self._buffer.clear()
        self._fed.clear()
        self._inflater = None
        self._at, self._raw, self._base = 0, raw, offset

    def _fill(self) -> bool:
        """Inflate a little more; data of one member may take several calls, of which some add nothing."""
        raw = self._raw or self._file.read(_PIECE)
        if self._inflater is None:
            padding = len(raw) - len(raw.lstrip(b"\0"))
            self._raw = raw = raw[padding:]
            if not self._fed:
                self._base += padding
            if not raw:
                return bool(padding)
            self._inflater = zlib.decompressobj(_GZIP)
        self._raw = raw
        try:
            inflated = self._inflater.decompress(raw, _PIECE * 4)
        except zlib.error as error:
            message = f"the compressed data are damaged ({error})"
            raise DamageError(message) from None
        self._buffer += inflated
        is_end = self._inflater.eof
        if not (raw or inflated or is_end):
            message = "the file ends in the middle of a record"
            raise DamageError(message)
        self._raw = self._inflater.unused_data if is_end else self._inflater.unconsumed_tail
        self._fed += raw[: len(raw) - len(self._raw)]
        if is_end:
            self._inflater = None
        if len(self._fed) > _KEPT:
            self._base += len(self._fed)
            self._fed.clear()
        return True


def _begins_record(head: bytearray) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(head, 16).startswith(b"WARC/1.")
    except zlib.error:
        return False
