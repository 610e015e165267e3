"""What stands around the names of a byline, as patterns made of the files of the lexicon."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from newsmodel import lexicon

__all__ = ["EAST_ASIAN", "ending_role", "ends", "may_open", "middle", "name_and_role", "prefixes", "role_and_names"]

EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BREAK: Final = r"\||•|·|—|–|\s-\s|\(|\[|:|;\s*$|\s/\s|<|@|https?:|,?\s*\d"
"""What ends the names of a byline besides the words of ``byline_ends.txt``."""
_GAP: Final = "…"
_WORDS_BETWEEN: Final = r"[^\W\d_][^,:|]{1,30}"
_COLONS: Final = ":："
_OPENING_WORD: Final = re.compile(r"[^\W\d_]*")


@cache
def prefixes() -> re.Pattern[str]:
    """Return what a byline opens with: "By" and its like, some with words of their own in the middle."""
    words = _any_of(row[0] for row in lexicon.rows("web", "bylines")).replace(_GAP, _WORDS_BETWEEN)
    return re.compile(rf"(?:{words})(?:(?<=\w)(?!\w)|(?<=\W))[\s:]*", re.IGNORECASE)


@cache
def _openings() -> frozenset[str]:
    return frozenset(_OPENING_WORD.match(row[0]).group() for row in lexicon.rows("web", "bylines"))  # type: ignore[union-attr]


def may_open(text: str) -> bool:
    """Tell whether a line begins with the first word of what stands before names: most lines do not."""
    found = _OPENING_WORD.match(text)
    return found is None or found.group().lower() in _openings()


@cache
def middle() -> re.Pattern[str]:
    """Return what opens a byline in the middle of a line: after a figure or a mark, or with a colon of its own."""
    rows = lexicon.rows("web", "bylines")
    words = _any_of(row[0] for row in rows if row[1:] == ("anywhere",))
    labels = _any_of(row[0] for row in rows if row[0][-1] in _COLONS)
    after = rf"(?:^|[\d|·•/,–—-]|\b(?:uhr|[ap]\.?m\.?|on))\s*\b(?:{words})[\s:]+"
    return re.compile(rf"(?:{after}|\s(?:{labels})\s*)(?=[^\W\d_])", re.IGNORECASE)


@cache
def ends() -> re.Pattern[str]:
    """Return what ends the names of a byline; the group "day" is a word that does so only before a day."""
    rows = lexicon.rows("web", "byline_ends")
    label, day, name = (_any_of(row[0] for row in rows if row[1] == how) for how in ("label", "day", "name"))
    the_name = rf"\b(?:{name})(?:\s+(?:[Tt]he\s+)?[A-Z]|\s*$)"
    return re.compile(
        rf"\s*(?:{_BREAK}|{the_name}|(?i:\b(?P<label>{label})\b)|(?i:\b(?P<day>{day})\s+(?=(?P<next>\d|[^\W\d_]+))))"
    )


@cache
def ending_role() -> re.Pattern[str]:
    """Return what somebody of East Asia does, as it follows the name without a comma."""
    return re.compile(rf"\s*(?:{_any_of(row[0] for row in lexicon.rows('web', 'role_endings'))})$")


@cache
def name_and_role() -> re.Pattern[str]:
    """Return what a line is that names somebody of East Asia and what they do: "박민수 기자"."""
    roles = _any_of(row[0] for row in lexicon.rows("web", "role_endings"))
    return re.compile(rf"(?:[^\s=]{{2,12}}[\s=])?({EAST_ASIAN.pattern}{{2,4}})\s?(?:{roles})")


@cache
def role_and_names() -> re.Pattern[str]:
    """Return how Taiwan writes who reports, and from where: "記者王小明／台北報導"."""
    roles = _any_of(row[0] for row in lexicon.rows("web", "role_endings"))
    name = rf"{EAST_ASIAN.pattern}{{2,4}}"
    return re.compile(rf"(?:{roles})\s?({name}(?:、{name}){{0,4}})\s?[／/]")


def _any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
