"""`Draft`, a quote in the making, and how drafts are set apart from one another or nested."""

from dataclasses import dataclass
from typing import Final

from newsmodel.model import AttributionRule
from newsmodel.text.grammar.tagset import SUBORDINATOR
from newsmodel.text.quotes.content_bounds import trimmed
from newsmodel.text.quotes.reading import Range, Reading

# What stands between what one cue reports and the next attribution.
_PARTS_CLAUSES: Final = frozenset({",", "—", "–", "―", "--", ";"})

_OF_WORDS: Final = frozenset({AttributionRule.CLAUSE_AFTER_CUE, AttributionRule.NOUN_PHRASE})


@dataclass(eq=False, slots=True)
class Draft:
    """A quote in the making, in token ranges."""

    content: list[Range]
    cue: Range | None
    source: Range | None
    rule: AttributionRule
    verbatim: bool = False
    """Whether it stands word for word, marks or none: a turn of a transcript."""

    def overlaps(self, first: int, last: int) -> bool:
        """Tell whether a token from *first* up to *last* is part of the content."""
        return any(first < end and start < last for start, end in self.content)


def cut(reading: Reading, found: list[Draft]) -> None:
    """End what one cue reports where the next attribution of the sentence begins, unless that one is part of it."""
    for at, draft in enumerate(found):
        for following in found[at + 1 :]:
            start = min(following.cue[0] if following.cue else following.content[0][0], following.content[0][0])
            if following.source and following.source[0] > (draft.cue[1] if draft.cue else 0):
                start = min(start, following.source[0])
            for n, (first, last) in enumerate(draft.content):
                inserted = following.content[-1][1] + 1 < last and _in_relative(reading, start)
                if first < start < last and not inserted and _ends_before(reading, following, start):
                    piece = _before_conjunction(reading, first, start)
                    draft.content[n : n + 1] = [piece] if piece else []
                    break


def retold(reading: Reading, draft: Draft, found: list[Draft]) -> bool:
    """
    Tell whether a report only passes in what another one says, and is no attribution of the article's own.

    "He said that the office has not commented on the case", "... that experts say it works", "... to tell them that".
    """
    if (
        draft.cue is None
        or draft.rule not in _OF_WORDS
        or not any(other is not draft and other.overlaps(*draft.cue) for other in found)
    ):
        return False
    words, rules = reading.words, reading.rules
    first, last = draft.cue
    if draft.rule is AttributionRule.NOUN_PHRASE or draft.source is None or words[first] == "to":
        return True
    if any(words[i] in rules.negations for i in range(first, last)):
        return True
    that = draft.source[0] - 1
    named = any(i in reading.name_at for i in range(*draft.source))
    return words[that] == "that" and reading.tags[that] == SUBORDINATOR and not named


def _in_relative(reading: Reading, start: int) -> bool:
    """Tell whether an attribution only describes something on the way: "the toll, which drivers call a joke, stays"."""
    words = reading.words
    return not reading.rules.inserting.isdisjoint(words[max(start - 1, 0) : start + 1])


def _ends_before(reading: Reading, following: Draft, start: int) -> bool:
    """Tell whether what was said ends at *start*; else the attribution there is told by the source: it nests."""
    inside = reading.inside
    if inside[start - 1] >= 0:
        return inside[start - 1] != inside[start]
    before = reading.words[start - 1]
    agent = before == "by" and following.cue is not None and following.cue[0] != start  # no "by noting that"
    return before in _PARTS_CLAUSES or (before in reading.rules.parting and not agent)


def _before_conjunction(reading: Reading, first: int, last: int) -> Range | None:
    """Return the tokens without the conjunction and marks they end with."""
    piece = trimmed(reading, first, last)
    parting, words = reading.rules.parting, reading.words
    while piece and words[piece[1] - 1] in parting and reading.inside[piece[1] - 1] < 0:
        piece = trimmed(reading, piece[0], piece[1] - 1)
    return piece


def proper(drafts: list[Draft]) -> list[Draft]:
    """
    Return the drafts without the parts that would neither nest in another draft nor stand apart from it.

    One sweep over all parts with a stack of the open ones; a draft's parts all stand in one and the same draft.
    """
    sizes = [sum(last - first for first, last in draft.content) for draft in drafts]
    parts = sorted((first, -last, -sizes[i], i) for i, draft in enumerate(drafts) for first, last in draft.content)
    around: list[tuple[int, int]] = []  # (end, index of the draft)
    parents: dict[int, int] = {}
    kept: list[list[Range]] = [[] for _ in drafts]
    for first, minus_last, _, i in parts:
        while around and around[-1][0] <= first:
            around.pop()
        last = -minus_last
        parent = around[-1][1] if around else -1
        if parent == i or (around and last > around[-1][0]) or parents.setdefault(i, parent) != parent:
            continue
        if parent >= 0 and kept[parent][-1] == (first, last):
            continue
        kept[i].append((first, last))
        around.append((last, i))
    for draft, content in zip(drafts, kept, strict=True):
        draft.content = content
        if draft.source and draft.overlaps(*draft.source):
            draft.source = None
    return [draft for draft in drafts if draft.content]
