"""The byte prescan of the HTML Standard (13.2.3.2): the encoding that a page's `meta` elements declare."""

import re
from typing import Final

from newsmodel.html.encodings import Encoding, by_label

_WINDOW: Final = 1024
"""How many bytes a browser looks at before it starts to parse."""

_SPACE: Final = b"\t\n\f\r "
_SPACES: Final = re.compile(rb"[\t\n\f\r ]*")
_SPACES_AND_SLASHES: Final = re.compile(rb"[\t\n\f\r /]*")
_BARE_TAG: Final = re.compile(rb"</?[A-Za-z][0-9A-Za-z]*>")
_TAG_NAME: Final = re.compile(rb"[^\t\n\f\r >]*")
_ATTRIBUTE_NAME: Final = re.compile(rb"[^\t\n\f\r />=][^\t\n\f\r />=]*|=[^\t\n\f\r />=]*")
_UNQUOTED: Final = re.compile(rb"[^\t\n\f\r >]*")
_META: Final = re.compile(rb"<meta[\t\n\f\r /]", re.IGNORECASE)
_LATE: Final = re.compile(rb"<!--|<meta[\t\n\f\r /]", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"charset[\t\n\f\r ]*(=?)[\t\n\f\r ]*", re.IGNORECASE)
_UNQUOTED_CHARSET: Final = re.compile(rb"[^\t\n\f\r ;]*")

Attribute = tuple[bytes, bytes]


def declared_encoding(data: bytes) -> Encoding | None:
    """
    Return the encoding that a page declares in a `meta` element, or None.

    The first 1024 bytes are read as the standard says. A declaration that stands later is found too, because a
    browser that meets it while parsing starts again with it.
    """
    position = 0
    while (position := data.find(b"<", position, _WINDOW)) != -1:
        if bare := _BARE_TAG.match(data, position):  # as most are: there is nothing to read in it
            position = bare.end()
        elif data.startswith(b"<!--", position):
            position = _after_comment(data, position)
        elif _META.match(data, position):
            encoding, position = _read_meta(data, position + 5)
            if encoding is not None:
                return encoding
        elif data[position + 1 : position + 3].lstrip(b"/")[:1].isalpha():
            position = _after_tag(data, position + 1)
        elif data[position + 1 : position + 2] in (b"!", b"/", b"?"):
            position = _past(data, b">", position)
        else:
            position += 1
        if position >= _WINDOW:
            return _late_declaration(data, position)
    return _late_declaration(data, _WINDOW)


def _late_declaration(data: bytes, position: int) -> Encoding | None:
    while found := _LATE.search(data, position):
        if found.group() == b"<!--":
            position = _after_comment(data, found.start())
            continue
        encoding, position = _read_meta(data, found.end() - 1)
        if encoding is not None:
            return encoding
    return None


def _past(data: bytes, mark: bytes, position: int) -> int:
    found = data.find(mark, position)
    return len(data) if found == -1 else found + len(mark)


def _after_comment(data: bytes, position: int) -> int:
    """Return where a comment ends; its two dashes may be those that open it, as in ``<!-->``."""
    return _past(data, b"-->", position + 2)


def _after_tag(data: bytes, position: int) -> int:
    position = _end(_TAG_NAME, data, position)
    while True:
        attribute, position = _get_attribute(data, position)
        if attribute is None:
            return position


def _get_attribute(data: bytes, position: int) -> tuple[Attribute | None, int]:
    """Return the next attribute, in lower case, and where it ends; None at the end of the tag."""
    position = _end(_SPACES_AND_SLASHES, data, position)
    name = _ATTRIBUTE_NAME.match(data, position)
    if name is None:
        return None, position
    position = _end(_SPACES, data, name.end())
    if data[position : position + 1] != b"=":
        return (name.group().lower(), b""), position
    position = _end(_SPACES, data, position + 1)
    quote = data[position : position + 1]
    if quote in (b'"', b"'"):
        end = data.find(quote, position + 1)
        if end == -1:
            return None, len(data)
        return (name.group().lower(), data[position + 1 : end].lower()), end + 1
    end = _end(_UNQUOTED, data, position)
    return (name.group().lower(), data[position:end].lower()), end


def _end(pattern: re.Pattern[bytes], data: bytes, position: int) -> int:
    found = pattern.match(data, position)
    return position if found is None else found.end()


def _read_meta(data: bytes, position: int) -> tuple[Encoding | None, int]:
    """Return the encoding that one `meta` element declares, and where its attributes end."""
    attributes: dict[bytes, bytes] = {}
    while True:
        attribute, position = _get_attribute(data, position)
        if attribute is None:
            break
        attributes.setdefault(*attribute)
    charset = attributes.get(b"charset")
    if charset is None and attributes.get(b"http-equiv") == b"content-type":
        charset = _charset_of(attributes.get(b"content", b""))
    encoding = by_label(charset.decode("latin-1")) if charset is not None else None
    if encoding is None:
        return None, position
    if encoding.name.startswith("UTF-16"):  # a page whose meta could be read byte by byte is not UTF-16
        return by_label("utf-8"), position
    if encoding.name == "x-user-defined":
        return by_label("windows-1252"), position
    return encoding, position


def _charset_of(content: bytes) -> bytes | None:
    """Return the label in ``text/html; charset=...`` (2.7, "extracting a character encoding from a meta element")."""
    position = 0
    while found := _CHARSET.search(content, position):
        position = found.end()
        if not found.group(1):
            continue
        quote = content[position : position + 1]
        if quote in (b'"', b"'"):
            end = content.find(quote, position + 1)
            return None if end == -1 else content[position + 1 : end]
        return content[position : _end(_UNQUOTED_CHARSET, content, position)]
    return None
