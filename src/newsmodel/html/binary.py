"""Bytes that are no page: told by how files of other kinds begin, or by their control characters."""

from typing import Final

from newsmodel.errors import ParseError

__all__ = ["kind_of_file", "refuse_binary"]

_KINDS: Final = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data: decompress it first"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x7fELF", "a program"),
)
_MARKS_OF_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE: Final = 4096
# Of random bytes a tenth are controls; of UTF-16 in Chinese, whose second bytes look random, a twentieth.
_MOST_CONTROLS: Final = 0.075
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"


def kind_of_file(data: bytes) -> str | None:
    """Return what a file is that begins as no page or text does; None where its first bytes tell nothing."""
    return next((kind for magic, kind in _KINDS if data.startswith(magic)), None)


def refuse_binary(data: bytes) -> None:
    """
    Refuse what is no page.

    Raises:
        ParseError: Says what it is.
    """
    sample = data[:_SAMPLE]
    if b"\0" not in sample and sample.lstrip().startswith(b"<"):
        return
    kind = kind_of_file(data)
    if kind is not None:
        message = f"expected an HTML page, got {kind}"
        raise ParseError(message)
    if sample.startswith(_MARKS_OF_UTF_16) or not sample.strip(b"\0 \t\n\f\r"):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    halves = sample[::2].count(0) + sample[1::2].count(0)  # UTF-16 without a mark is every other byte a NUL
    if controls - halves > _MOST_CONTROLS * len(sample) or (halves and b"<" not in sample):
        message = f"expected an HTML page, got binary data that starts with {sample[:16]!r}"
        raise ParseError(message)
