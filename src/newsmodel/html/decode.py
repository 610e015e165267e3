"""From bytes to text, as a browser would read them."""

from codecs import utf_8_decode
from typing import Final

import attrs

from newsmodel.html.encodings import Encoding, by_label
from newsmodel.html.prescan import declared_encoding
from newsmodel.model.kinds import IssueCode
from newsmodel.model.page import Issue

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16be"), (b"\xff\xfe", "utf-16le"))
_PIECE: Final = 32_768
_REPLACEMENT: Final = "\ufffd"
_LONGEST_LABEL: Final = 60
_STRAY: Final = 2
"""A page that says nothing is UTF-8 if it has so many sound characters beyond ASCII for each stray byte."""
_UTF_8: Final = Encoding("UTF-8", "utf_8")
_FALLBACK: Final = Encoding("windows-1252", "cp1252")


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
    if it can be, or nearly is, and windows-1252 if not.
    """
    for mark, label in _BOMS:
        if data.startswith(mark):
            return by_label(label) or _UTF_8, len(mark)
    encoding = (by_label(declared) if declared else None) or declared_encoding(data)
    if encoding is None:
        encoding = _UTF_8 if not data.isascii() and (is_utf_8(data) or _is_nearly_utf_8(data)) else _FALLBACK
    return encoding, 0


def _is_nearly_utf_8(data: bytes) -> bool:
    """Tell UTF-8 with a few stray bytes, such as a quotation cut in two, from what is in another encoding."""
    text = data.decode("utf-8", "replace")
    stray = text.count(_REPLACEMENT)
    sound = len(text) - len(text.encode("ascii", "ignore")) - stray
    return stray * _STRAY <= sound


def is_utf_8(data: bytes) -> bool:
    """Tell whether data are sound UTF-8; they are looked at in pieces, so that no copy of them is made."""
    if data.isascii():
        return True
    view, at, size = memoryview(data), 0, len(data)
    try:
        while at < size:
            at += utf_8_decode(view[at : at + _PIECE], "strict", at + _PIECE >= size)[1]
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of a page in its encoding; bytes that do not fit become U+FFFD, with an issue."""
    encoding, start = encoding_of(data, declared)
    return decode_as(encoding, data[start:], declared)


def decode_as(encoding: Encoding, data: bytes, declared: str | None) -> Decoded:
    """Return the text of a page in this encoding, its byte order mark cut off."""
    issues = label_issues(declared)
    text = encoding.decode(data)
    if _REPLACEMENT in text and text != data.decode("utf-8", "ignore"):
        message = f"{text.count(_REPLACEMENT)} characters could not be read as {encoding.name}"
        issues = (*issues, Issue(code=IssueCode.BAD_ENCODING, message=message))
    return Decoded(text, encoding.name, issues)


def label_issues(declared: str | None) -> tuple[Issue, ...]:
    """Return an issue where the transport *declared* an encoding that nobody knows."""
    if not declared or declared.isspace() or by_label(declared) is not None:
        return ()
    return (Issue(code=IssueCode.BAD_ENCODING, message=f"there is no encoding {declared[:_LONGEST_LABEL]!r}"),)
