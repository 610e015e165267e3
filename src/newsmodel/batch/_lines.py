"""Pages from JSON Lines: one object ``{"url": ..., "html": ...}`` a line."""

import json
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

from newsmodel.batch._pages import Failure, FailureCode, Limits, Page

# A character of a page takes at most so many bytes of a line: ``\u00e9`` for the two of UTF-8.
_ESCAPED: Final = 6
_BESIDES: Final = 65_536


def read_lines(file: BinaryIO, name: str, limits: Limits) -> Iterator[Page | Failure]:
    """Yield the page of each line that is not blank; offsets are those of the lines, decompressed."""
    longest = _ESCAPED * limits.max_bytes + _BESIDES
    offset = 0
    while line := file.readline(longest):
        length = len(line)
        if length == longest and not line.endswith(b"\n"):
            length += _skip_line(file, longest)
            message = f"the line has {length} bytes, more than a page of {limits.max_bytes} bytes can take"
            yield Failure(code=FailureCode.TOO_LARGE, message=message, name=name, offset=offset)
        elif not line.isspace():
            yield _read(line, name, offset)
        offset += length


def _skip_line(file: BinaryIO, piece: int) -> int:
    """Read on to the end of the line; return how many bytes that was."""
    skipped = 0
    while part := file.readline(piece):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped


def _read(line: bytes, name: str, offset: int) -> Page | Failure:
    try:
        found = cast("object", json.loads(line.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        message = f"no JSON: {error}"
        return Failure(code=FailureCode.BROKEN_LINE, message=message, name=name, offset=offset)
    fields = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    html, url = fields.get("html"), fields.get("url")
    if not isinstance(html, str) or not isinstance(url, str | None):
        message = 'expected an object with a string "html" and, where it is known, a string "url"'
        return Failure(code=FailureCode.BROKEN_LINE, message=message, name=name, offset=offset)
    return Page(html, url=url, name=name, offset=offset)
