"""What stands between a subject and its verb: "Lee, who won in May, left", "the court on Monday refused"."""

from collections.abc import Container, Sequence

from newsmodel.text.grammar.tagset import BE, DATE, DO, HAVE, MODAL, NAME, NOUN, PAST, RELATIVE, VERB_S

# An aside of more tokens is not passed over.
_LONGEST = 30
_FINITE = frozenset({BE, HAVE, MODAL, DO, VERB_S, PAST})


def ends_aside(words: Sequence[str], tags: Sequence[int], first: int, i: int, relatives: Container[str]) -> bool:
    """Tell whether an aside ends right before token *i* and its subject, no earlier than *first*, awaits a verb."""
    first = max(first, i - _LONGEST)
    before = tags[first:i]
    if i > first and tags[i - 1] == DATE:
        return _FINITE.isdisjoint(before) and (NOUN in before or NAME in before)
    if i <= first or words[i - 1] != ",":
        return False
    for k in range(first + 1, i - 1):
        if tags[k] in _FINITE:
            return False
        if words[k] == "," and (words[k + 1] in relatives or tags[k + 1] == RELATIVE):
            return True
    return False
