"""The bytes of an Arrow IPC stream with one row, which may come from anyone."""

import struct
from collections.abc import Iterator, Mapping
from typing import Any

from newsmodel.errors import FormatError, brief
from newsmodel.formats._arrow_schema import ARTICLE
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._pyarrow import pa

__all__ = ["only_row"]


def only_row(data: bytes) -> Mapping[str, Any]:
    """
    Return the one row of a stream, checked down to the last offset.

    Raises:
        FormatError: It is no stream, of other columns, compressed, or has another number of rows.
    """
    try:
        return _only_row(pa.py_buffer(data))
    except FormatError:
        raise
    except (pa.ArrowException, OSError, MemoryError, OverflowError, ValueError, struct.error) as error:
        raise FormatError(WHOLE, f"no Arrow IPC stream: {error}") from None


def _only_row(data: pa.Buffer) -> Mapping[str, Any]:
    with pa.ipc.open_stream(data) as reader:
        # Nothing is cast here: types with views or runs can make much of few bytes.
        if not reader.schema.equals(ARTICLE):
            raise FormatError(WHOLE, f"expected the columns of ARTICLE, got {brief(reader.schema.names)}")
        if any(_is_compressed(metadata) for metadata in _batches(data)):  # and so can what is compressed
            raise FormatError(WHOLE, "expected buffers that are not compressed")
        batches = list(reader)
    for batch in batches:
        batch.validate(full=True)
    rows = sum(map(len, batches))
    if rows != 1:
        raise FormatError(WHOLE, f"expected one row, got {rows}")
    return next(row for batch in batches for row in batch.to_pylist())


def _batches(data: pa.Buffer) -> Iterator[bytes]:
    """Yield the metadata of each batch of rows, without reading it."""
    messages = pa.ipc.MessageReader.open_stream(data)
    while True:
        try:
            message = messages.read_next_message()
        except StopIteration:
            return
        if message.type == "record batch":
            yield message.metadata.to_pybytes()


# The metadata is a flatbuffer (format/Message.fbs of Arrow): a table starts with the distance to its table of fields,
# in which a field is the distance from the table's start, or 0 where it is not there.
_MESSAGE_HEADER, _BATCH_COMPRESSION = 2, 3


def _is_compressed(metadata: bytes) -> bool:
    message = _number("<I", metadata, 0)
    header = _field(metadata, message, _MESSAGE_HEADER)
    batch = header + _number("<I", metadata, header)
    return _field(metadata, batch, _BATCH_COMPRESSION) != 0


def _field(metadata: bytes, table: int, index: int) -> int:
    """Return where a field of a table stands; 0 where it is not there."""
    fields = table - _number("<i", metadata, table)
    at = 4 + 2 * index
    distance = _number("<H", metadata, fields + at) if at < _number("<H", metadata, fields) else 0
    return table + distance if distance else 0


def _number(form: str, data: bytes, at: int) -> int:
    number: int
    (number,) = struct.unpack_from(form, data, at)
    return number
