"""Names of organisations: agencies, desks and staffs of outlets, companies, by their words and their form."""

import re
from functools import cache
from typing import Final

from newsmodel import lexicon

__all__ = ["is_desk", "names_organization"]

_ACRONYM: Final = re.compile(r"[A-Z]{3,6}")
_DOMAIN: Final = re.compile(r"\w\.[a-z]{2,4}$")
_SPLIT: Final = re.compile(r"[\s/,&.-]+")
_FEWEST: Final = 3
"""A name of so many words can hold a small one."""


@cache
def _organization_words() -> dict[str, bool]:
    """Return the words for organisations, and whether each is a desk's or a staff's."""
    return {row[0]: len(row) > 1 for row in lexicon.rows("web", "organization_words")}


@cache
def _organization_parts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the beginnings and the endings of words for organisations."""
    words = _organization_words()
    starts = tuple(word[:-1] for word in words if word.endswith("*"))
    return starts, tuple(word[1:] for word in words if word.startswith("*"))


def _marks_organization(name: str, *, desk: bool) -> bool:
    words = _organization_words()
    starts, ends = _organization_parts()
    for token in filter(None, _SPLIT.split(name.lower())):
        if (
            token.startswith(starts)
            or words.get(token, False)
            or (not desk and (token in words or token.endswith(ends)))
        ):
            return True
    return False


def is_desk(name: str) -> bool:
    """Tell whether a byline names an agency, or the desk or staff of an outlet."""
    lower = name.lower().replace(".", "")
    return lower in lexicon.words("web", "agencies") or _marks_organization(name, desk=True)


def names_organization(name: str) -> bool:
    """Tell whether a byline names an organisation, by its words or its form."""
    return (
        is_desk(name) or bool(_DOMAIN.search(name)) or _marks_organization(name, desk=False) or _formed_as_title(name)
    )


def _formed_as_title(name: str) -> bool:
    """Tell whether a text has what names of people lack: an acronym alone, or a small word between capitals."""
    words = name.split()
    if len(words) == 1:
        return _ACRONYM.fullmatch(name) is not None
    if len(words) < _FEWEST or not words[0][:1].isupper():
        return False
    return any(word.isalpha() and word.islower() and word not in lexicon.words("web", "particles") for word in words)
