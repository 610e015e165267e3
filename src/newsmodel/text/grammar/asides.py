"""What stands between a subject and its verb: "Lee, who won in May, left", "the court on Monday refused"."""

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from newsmodel.text.grammar.tagset import (
    DATE,
    FINITE,
    ING,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PREPOSITION,
    RELATIVE,
    SURELY_FINITE,
)

# An aside of more tokens is not passed over.
_LONGEST: Final = 30
_DASHES: Final = frozenset({"—", "–", "--"})
_HEADS: Final = frozenset({NAME, NOUN})
_ORIGIN: Final = frozenset({"of", "from"})
_COMMA: Final = frozenset({","})
_PARTING: Final = _DASHES | _COMMA
# What opens an aside between commas: "of Leeds", "not wages", "arrested on Monday".
_OPENS: Final = frozenset({PREPOSITION, NOT, PARTICIPLE, ING})


def before_asides(words: Sequence[str], tags: Sequence[int], start: int, i: int, speaking: Container[str]) -> int:
    """
    Return the last token, from *start* on, before the asides that end with the mark at token *i*; *i* if none does.

    An aside stands between two dashes, or between two commas and is an age, a name, or opens with a preposition, a
    "not" or a participle and has no verb but that of who is *speaking*: "Dan Hale, 43, of Leeds, was", "costs, as
    unions say, were".
    """
    at = i
    while words[at] in _PARTING:
        marks = _DASHES if words[at] in _DASHES else _COMMA
        opening = next((k for k in range(at - 1, max(start, i - _LONGEST), -1) if words[k] in marks), -1)
        if opening < 0 or opening == at - 1:
            break
        if marks is _COMMA and not _is_aside(words, tags, opening + 1, at, speaking, nearest=at == i):
            break
        at = opening
    return at - 1 if at < i else i


def _is_aside(
    words: Sequence[str], tags: Sequence[int], first: int, last: int, speaking: Container[str], *, nearest: bool
) -> bool:
    """Tell whether what stands between two commas is an aside; most are so only as the *nearest* one."""
    inside = tags[first:last]
    verbs = [word for word, tag in zip(words[first:last], inside, strict=True) if tag in FINITE]
    if verbs:
        return len(verbs) == 1 and verbs[0] == words[last - 1] and verbs[0] in speaking
    if nearest and (inside[0] in _OPENS or {*inside} == {NAME}):
        return True
    return inside[0] in (PREPOSITION, NOT) or [*inside] == [NUMBER]


def ends_aside(
    words: Sequence[str],
    tags: Sequence[int],
    first: int,
    i: int,
    relatives: Container[str],
    telling: Container[str] = (),
) -> bool:
    """
    Tell whether an aside ends right before token *i* and its subject, no earlier than *first*, awaits a verb.

    A verb before it that is *telling* may take all of that as its clause: "said the coach, which was late, veered".
    """
    first = max(first, i - _LONGEST)
    before = tags[first:i]
    if i > first and tags[i - 1] == DATE:
        return SURELY_FINITE.isdisjoint(before) and (NOUN in before or NAME in before)
    if i <= first or words[i - 1] != ",":
        return False
    for k in range(first + 1, i - 1):
        if tags[k] in SURELY_FINITE and words[k] not in telling:
            return False
        if words[k] == "," and (words[k + 1] in relatives or tags[k + 1] == RELATIVE):
            return True
    return False


def ends_origin(words: Sequence[str], tags: Sequence[int], first: int, i: int) -> bool:
    """Tell whether only age and origin stand between *i* and who opens the sentence: "Al Hale, 43, of Leeds,"."""
    if i - first > _LONGEST or words[i - 1] != ",":
        return False
    commas = [k for k in range(first + 1, i) if words[k] == ","]
    if len(commas) < 2 or tags[commas[0] - 1] not in _HEADS:
        return False
    for opening, closing in pairwise(commas):
        inside = [*tags[opening + 1 : closing]]
        if inside != [NUMBER] and (words[opening + 1] not in _ORIGIN or not _HEADS.issuperset(inside[1:])):
            return False
    return SURELY_FINITE.isdisjoint(tags[first:i])
