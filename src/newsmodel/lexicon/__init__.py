"""
Language data: plain text files that a linguist can edit, read when first used.

One entry a line, columns parted by a tab, ``#`` starts a comment. A file ``verbs.txt`` of the folder ``en`` is
``rows("en", "verbs")``. What is read is kept: there are as many results as there are files, and no more.
"""

import pkgutil
from functools import cache

__all__ = ["has_lexicon", "pairs", "rows", "words"]

_HERE = "newsmodel.lexicon"
# Where none of these is in a file, its columns need no stripping.
_PADDING = (" \t", "\t ", " \n", "\n ", "\r")


@cache
def rows(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """
    Return the entries of one file, each as the tuple of its columns.

    Args:
        language: The folder: a primary language subtag such as ``en``, or ``web`` for what is no language's.
        name: The file's name without ``.txt``.

    Raises:
        FileNotFoundError: There is no such file.
    """
    data = pkgutil.get_data(_HERE, f"{language}/{name}.txt") or b""
    text = data.decode()
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    if any(odd in text for odd in _PADDING) or any("#" in line for line in lines):
        bare = (line.partition("#")[0].strip("\r ") for line in lines)
        return tuple(tuple(column.strip() for column in line.split("\t")) for line in bare if line)
    return tuple([tuple(line.split("\t")) for line in lines])


@cache
def words(language: str, name: str) -> frozenset[str]:
    """Return the first column of a file as a set, for asking whether a word is in it."""
    return frozenset(row[0] for row in rows(language, name))


@cache
def pairs(language: str, name: str) -> dict[str, str]:
    """Return the first column of a file mapped to the second; not to be changed by the caller."""
    return {row[0]: row[1] for row in rows(language, name)}


def has_lexicon(language: str) -> bool:
    """Tell whether there is a full lexicon for a language, given as its primary subtag."""
    try:
        rows(language, "abbreviations")
    except OSError:
        return False
    return True
