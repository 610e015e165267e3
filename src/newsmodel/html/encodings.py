"""The encodings of the web: labels, names and decoders of the WHATWG Encoding Standard."""

from codecs import charmap_decode
from functools import cache
from typing import Final

import attrs

from newsmodel import lexicon

_SPACE: Final = "\t\n\f\r "
_REPLACEMENT: Final = "\ufffd"
_C1: Final = range(0x80, 0xA0)


@attrs.frozen
class Encoding:
    """One encoding: its name in the standard, and the Python codec that comes nearest to it."""

    name: str
    codec: str

    def decode(self, data: bytes) -> str:
        """Return *data* as text; what does not fit becomes U+FFFD."""
        if self.name == "replacement":
            return _REPLACEMENT if data else ""
        if self.name == "x-user-defined":
            return _by_table(data, _user_defined())
        try:
            return data.decode(self.codec)
        except UnicodeDecodeError:
            if self.codec.startswith("cp125"):
                return _by_table(data, _windows(self.codec))
            return data.decode(self.codec, "replace")


def by_label(label: str) -> Encoding | None:
    """Return the encoding that a label such as ``latin1`` stands for, or None."""
    return _labels().get(label.strip(_SPACE).lower())


@cache
def _labels() -> dict[str, Encoding]:
    entries = ((Encoding(name, codec), labels) for name, codec, labels in lexicon.rows("web", "encodings"))
    return {label: encoding for encoding, labels in entries for label in labels.split()}


def _by_table(data: bytes, table: str) -> str:
    return charmap_decode(data, "strict", table)[0]  # pyright: ignore[reportArgumentType]  # the stub lacks str


@cache
def _windows(codec: str) -> str:
    """Return the table of a Windows code page; the standard reads bytes that Python leaves out as C1 controls."""

    def char(byte: int) -> str:
        read = bytes([byte]).decode(codec, "replace")
        return chr(byte) if read == _REPLACEMENT and byte in _C1 else read

    return "".join(map(char, range(256)))


@cache
def _user_defined() -> str:
    return "".join(chr(byte if byte < 0x80 else 0xF780 + byte - 0x80) for byte in range(256))
