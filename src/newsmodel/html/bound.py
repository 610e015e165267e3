"""JSON-LD's ``articleBody`` as a witness of where the text on the page ends."""

from collections.abc import Sequence
from typing import Final

from newsmodel.html.boxes import Passage
from newsmodel.html.text import key_of

__all__ = ["within_declared"]

_TELLING: Final = 25
"""So many letters are found in a text by no coincidence."""
_LEAST: Final = 600
_MOST_LEFT: Final = 40
"""Letters of the declared text after the last passage that it shares with the page."""
_MOST_CUT: Final = 0.15
_AGREEING: Final = 0.9


def within_declared(passages: Sequence[Passage], body: str | None) -> list[Passage]:
    """
    Return the passages up to where the declared text ends, if it is the text that the page shows.

    It is where nearly all of the text before that is in it, and it ends with the last passage that is. Declared texts
    are often cut short, or of another form: then nothing is dropped.
    """
    kept = list(passages)
    if body is None or len(body) < _LEAST:
        return kept
    declared = key_of(body)
    keys = [key_of(passage.text) for passage in passages]
    last = next((at for at in range(len(keys) - 1, -1, -1) if _holds(declared, keys[at])), None)
    if last is None or last == len(keys) - 1:
        return kept
    if len(declared) - declared.rindex(keys[last]) - len(keys[last]) > _MOST_LEFT:
        return kept
    sizes = [len(key) for key in keys]
    if sum(sizes[last + 1 :]) > _MOST_CUT * sum(sizes):
        return kept
    agreeing = sum(size for key, size in zip(keys[: last + 1], sizes, strict=False) if key in declared)
    return kept[: last + 1] if agreeing >= _AGREEING * sum(sizes[: last + 1]) else kept


def _holds(declared: str, key: str) -> bool:
    """Tell whether the declared text holds a passage, or ends with a short one."""
    return key in declared if len(key) > _TELLING else bool(key) and declared.endswith(key)
