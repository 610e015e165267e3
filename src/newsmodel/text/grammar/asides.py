"""What stands between a subject and its verb: "Lee, who won in May, left", "the court on Monday refused"."""

from collections.abc import Container, Sequence
from typing import Final

from newsmodel.text.grammar.tagset import (
    DATE,
    NAME,
    NOUN,
    RELATIVE,
    SURELY_FINITE,
)

# An aside of more tokens is not passed over.
_LONGEST: Final = 30


def ends_aside(words: Sequence[str], tags: Sequence[int], first: int, i: int, relatives: Container[str]) -> bool:
    """Tell whether an aside ends right before token *i* and its subject, no earlier than *first*, awaits a verb."""
    first = max(first, i - _LONGEST)
    before = tags[first:i]
    if i > first and tags[i - 1] == DATE:
        return SURELY_FINITE.isdisjoint(before) and (NOUN in before or NAME in before)
    if i <= first or words[i - 1] != ",":
        return False
    for k in range(first + 1, i - 1):
        if tags[k] in SURELY_FINITE:
            return False
        if words[k] == "," and (words[k + 1] in relatives or tags[k + 1] == RELATIVE):
            return True
    return False
