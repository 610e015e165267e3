"""From bytes to text, as a browser would read them."""

from codecs import getincrementaldecoder

import attrs

from newsmodel.html.encodings import Encoding, by_label
from newsmodel.html.prescan import declared_encoding
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16be"), (b"\xff\xfe", "utf-16le"))
_PIECE = 32_768
_incremental_decoder = getincrementaldecoder("utf-8")
_REPLACEMENT = "\ufffd"
_UTF_8 = Encoding("UTF-8", "utf_8")
_FALLBACK = Encoding("windows-1252", "cp1252")


@attrs.frozen
class Decoded:
    """A page as text, and how it was read."""

    text: str
    encoding: str
    """The encoding's name in the WHATWG Encoding Standard: ``UTF-8``, ``windows-1252``."""
    issues: tuple[Issue, ...] = ()


def encoding_of(data: bytes, declared: str | None = None) -> tuple[Encoding, int]:
    """
    Return the encoding of a page, and the size of its byte order mark.

    The byte order mark decides; else what the transport *declared*; else a `meta` element; else the page is UTF-8
    if it can be, and windows-1252 if not.
    """
    for mark, label in _BOMS:
        if data.startswith(mark):
            return by_label(label) or _UTF_8, len(mark)
    encoding = (by_label(declared) if declared else None) or declared_encoding(data)
    if encoding is None:
        encoding = _FALLBACK if data.isascii() or not is_utf_8(data) else _UTF_8
    return encoding, 0


def is_utf_8(data: bytes) -> bool:
    """Tell whether data are sound UTF-8; they are looked at in pieces, so that no copy of them is made."""
    if data.isascii():
        return True
    decoder = _incremental_decoder()
    try:
        for at in range(0, len(data), _PIECE):
            decoder.decode(data[at : at + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of a page in its encoding; bytes that do not fit become U+FFFD, with an issue."""
    encoding, start = encoding_of(data, declared)
    return _read(data[start:], encoding)


def _read(data: bytes, encoding: Encoding) -> Decoded:
    text = encoding.decode(data)
    if _REPLACEMENT not in text or text == data.decode("utf-8", "ignore"):
        return Decoded(text, encoding.name)
    message = f"{text.count(_REPLACEMENT)} characters could not be read as {encoding.name}"
    return Decoded(text, encoding.name, (Issue(code=IssueCode.BAD_ENCODING, message=message),))
