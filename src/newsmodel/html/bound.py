"""JSON-LD's ``articleBody`` as a witness of where the text on the page ends."""

from collections.abc import Sequence
from typing import Final

from newsmodel.html.boxes import Passage
from newsmodel.html.text import BREAKING_OFF, key_of

__all__ = ["within_declared"]

_TELLING: Final = 25
"""So many letters are found in a text by no coincidence."""
_LEAST: Final = 600
"""A shorter declared text is a summary."""
_MOST_LEFT: Final = 40
"""Letters of the declared text after the last passage that it shares with the page."""
_MOST_CUT: Final = 0.15
"""A larger part of the letters of the page is text that the declared one lacks."""
_MOST_LETTERS: Final = 500
"""So is a piece of more letters: what stands behind a text is shorter."""
_TAIL: Final = 1500
"""So much of the declared text is nearly always enough to see that the page's text ends as it does."""
_AGREEING: Final = 0.9
"""This part of the letters before the end is in the declared text."""
_MOST_MISSED: Final = 30
"""After so many passages that are not in the declared text the search is given up."""


def within_declared(passages: Sequence[Passage], body: str | None) -> list[Passage]:
    """
    Return the passages up to where the declared text ends, if it is the text that the page shows.

    It is where nearly all of the text before that is in it, and it ends with the last passage that is. Declared texts
    are often cut short, or of another form: then nothing is dropped.
    """
    kept = list(passages)
    if body is None or len(body) < _LEAST or body.rstrip().endswith(BREAKING_OFF):
        return kept
    if kept and _holds(key_of(body[-_TAIL:]), key_of(kept[-1].text)):
        return kept
    declared = key_of(body)
    keys = [key_of(passage.text) for passage in passages]
    ends = range(len(keys) - 1, max(-1, len(keys) - 1 - _MOST_MISSED), -1)
    last = next((at for at in ends if _holds(declared, keys[at])), None)
    if last is None or last == len(keys) - 1:
        return kept
    if len(declared) - declared.rindex(keys[last]) - len(keys[last]) > _MOST_LEFT:
        return kept
    if sum(map(len, keys[last + 1 :])) > min(_MOST_LETTERS, _MOST_CUT * sum(map(len, keys))):
        return kept
    return kept[: last + 1] if _agree(keys[: last + 1], declared) else kept


def _holds(declared: str, key: str) -> bool:
    """Tell whether the declared text holds a passage, or ends with a short one."""
    return key in declared if len(key) > _TELLING else bool(key) and declared.endswith(key)


def _agree(keys: list[str], declared: str) -> bool:
    """Tell whether nearly all of the passages are in the declared text; many that are not take too long to look for."""
    missed = misses = at = 0
    for key in keys:
        found = declared.find(key, at)  # the passages stand in the same order in both
        if found >= 0:
            at = found + len(key)
            continue
        misses += 1
        if misses > _MOST_MISSED:
            return False
        if key not in declared:
            missed += len(key)
    return missed <= (1 - _AGREEING) * sum(map(len, keys))
