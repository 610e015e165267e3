"""The text of elements: white space collapsed, invisible characters dropped, link borders kept."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

__all__ = [
    "BREAKING_OFF",
    "CLOSING_MARKS",
    "FULL_STOPS",
    "SENTENCE_ENDS",
    "clean",
    "clean_with_borders",
    "key_of",
    "preformatted",
]

FULL_STOPS: Final = tuple(".!?…。！？।؟۔\"'”’»“」』")
"""What sentences end with, closing quotation marks included."""
SENTENCE_ENDS: Final = (*FULL_STOPS, ":", ")", "）")
"""What lines of running text end with."""
BREAKING_OFF: Final = ("…", "...", "[…]", "[...]", "(...)", "(…)")
"""How a text ends that is the beginning of one."""
CLOSING_MARKS: Final = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’", "「": "」", "『": "』"}
"""By the marks that open a quotation, those that close it."""

# Soft hyphen, zero-width space, word joiner, byte order mark: they mark where a line may or may not break. The
# joiners U+200C and U+200D stay: they are part of the spelling of Persian, of Indic scripts and of emoji.
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LETTERS: Final = re.compile(r"[^\W_]+")
_SMALL: Final = bytes(range(256)).lower()
_NO_ASCII_LETTERS: Final = bytes([code for code in range(128) if not chr(code).isalnum()])
_LINE_BREAK: Final = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return *text* with every run of white space as one space, none at its ends, and no invisible characters."""
    bare = text.strip()
    if bare.isprintable() and "  " not in bare:  # of white space and what is invisible only a space is printable
        return bare
    if not bare.isascii():
        bare = _INVISIBLE.sub("", bare)
    return " ".join(bare.split())


def key_of(text: str) -> str:
    """Return the letters and digits of *text*, folded: what is left when two texts are compared."""
    if text.isascii():  # bytes are looked up in a table, characters in a dictionary
        return text.encode().translate(_SMALL, _NO_ASCII_LETTERS).decode()
    return "".join(_LETTERS.findall(text.casefold()))


def without_accents(text: str) -> str:
    """Return *text* with its letters without accents, as addresses have them."""
    if text.isascii():
        return text
    return "".join([c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)])


def clean_with_borders(parts: Sequence[str], borders: Sequence[int]) -> tuple[str, list[int]]:
    """
    Clean the text that *parts* make together, and tell where some borders between them come to lie.

    Args:
        parts: The texts, in order.
        borders: Indices of parts, ascending; a border lies before the part of its index.

    Returns:
        The clean text and the offset of each border in it.
    """
    at = 0
    pieces: list[str] = []
    offsets: list[int] = []
    size, pending = 0, False
    for border in (*borders, len(parts)):
        raw = parts[at] if border == at + 1 else "".join(parts[at:border])
        if not raw.isascii():
            raw = _INVISIBLE.sub("", raw)
        at = border
        if text := clean(raw):
            if size and (pending or raw[0].isspace()):
                pieces.append(" ")
                size += 1
            pieces.append(text)
            size += len(text)
            pending = raw[-1].isspace()
        elif raw and not pending:
            pending = raw[0].isspace()
        offsets.append(size)
    return "".join(pieces), offsets[:-1]


def preformatted(text: str) -> str:
    """Return *text* with its lines and spaces as they are, without blank lines at its ends."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text).replace("\xa0", " ")
    lines = [line.rstrip() for line in _LINE_BREAK.sub("\n", text).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    start = next((i for i, line in enumerate(lines) if line), 0)
    return "\n".join(lines[start:]).strip()
