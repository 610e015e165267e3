"""From bytes to text, as a browser would read them."""

import attrs

from newsmodel.html.encodings import Encoding, by_label
from newsmodel.html.prescan import declared_encoding
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16be"), (b"\xff\xfe", "utf-16le"))
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


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """
    Return the text of a page.

    The byte order mark decides; else what the transport *declared*; else a `meta` element; else the page is UTF-8
    if it can be, and windows-1252 if not. Bytes that do not fit become U+FFFD, with an issue.
    """
    for mark, label in _BOMS:
        if data.startswith(mark):
            return _read(data[len(mark) :], by_label(label) or _UTF_8)
    encoding = (by_label(declared) if declared else None) or declared_encoding(data)
    if encoding is not None:
        return _read(data, encoding)
    if data.isascii():
        return _read(data, _FALLBACK)
    try:
        return Decoded(data.decode(), _UTF_8.name)
    except UnicodeDecodeError:
        return _read(data, _FALLBACK)


def _read(data: bytes, encoding: Encoding) -> Decoded:
    text = encoding.decode(data)
    if _REPLACEMENT not in text or text == data.decode("utf-8", "ignore"):
        return Decoded(text, encoding.name)
    message = f"{text.count(_REPLACEMENT)} characters could not be read as {encoding.name}"
    return Decoded(text, encoding.name, (Issue(code=IssueCode.BAD_ENCODING, message=message),))
