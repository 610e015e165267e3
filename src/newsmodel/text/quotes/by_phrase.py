"""Attribution by phrases: what "according to" and "in the words of" report."""

from typing import Final

from newsmodel.model import AttributionRule
from newsmodel.text.grammar.reporting import AttributingPhrase, attributing_phrases
from newsmodel.text.quotes.content_bounds import trimmed
from newsmodel.text.quotes.drafts import Draft
from newsmodel.text.quotes.reading import Range, Reading

_ENDS_PHRASE: Final = frozenset({",", ";", "—", "–", "―", "--", ")", "."})
_MOST_PHRASES: Final = 5  # of a sentence: each is read up to its end
# So many tokens the word that tells whose may have around it: "in her own words".
_LONGEST_WHOSE: Final = 3


def by_phrase(reading: Reading, unit: Range, found: list[Draft]) -> list[Draft]:
    """Return what "according to" and "in the words of" report in a sentence."""
    words, inside = reading.words, reading.inside
    sentence = words[unit[0] : unit[1]]
    phrases = [phrase for phrase in attributing_phrases(reading.language) if phrase.telling in sentence]
    if not phrases:
        return []
    drafts: list[Draft] = []
    looked_at = 0
    for at in range(unit[0], unit[1] - 2):
        if inside[at] >= 0:
            continue
        for phrase in phrases:
            cue = (at, at + len(phrase.before))
            if words[at] == phrase.before[0] and tuple(words[slice(*cue)]) == phrase.before:
                draft = _reported(reading, unit, cue, _after_source(reading, phrase, cue[1]))
                if draft is not None and _holds(reading, draft, found + drafts):
                    drafts.append(draft)
                looked_at += 1
                break
        if looked_at == _MOST_PHRASES:
            break
    return drafts


def _holds(reading: Reading, draft: Draft, found: list[Draft]) -> bool:
    """
    Tell whether what a phrase reports stands apart from all other quotes, or holds them with who said them.

    What they have of the phrase is cut off: "Roe said it was dead, according to Hale"; one in their middle is theirs.
    """
    assert draft.cue is not None  # noqa: S101 - phrases are cues
    at, after = draft.cue[0], draft.content[-1][0]
    for other in found:
        if other.overlaps(*draft.cue):
            if reading.words[at - 1] != "," or any(first < at < after < last for first, last in other.content):
                return False
            other.content = [(first, min(last, at - 1) if first < at else last) for first, last in other.content]
        if not any(other.overlaps(*part) for part in draft.content):
            continue
        parts = [*other.content, *(part for part in (other.cue, other.source) if part is not None)]
        if not all(any(start <= first and last <= end for start, end in draft.content) for first, last in parts):
            return False
    return True


def _after_source(reading: Reading, phrase: AttributingPhrase, first: int) -> int:
    """Return the token from which on the source that starts at *first* may end; -1 where the phrase is another one."""
    words = reading.words
    if not phrase.after:
        return first
    for at in range(first + 1, first + 1 + _LONGEST_WHOSE):
        if tuple(words[at : at + len(phrase.after)]) == phrase.after:
            whose = reading.rules.possessives
            return at + len(phrase.after) if words[first] in whose or words[at - 1] in whose else -1
    return -1


def _reported(reading: Reading, unit: Range, cue: Range, last: int) -> Draft | None:
    """Return what a phrase reports, whose source may end from *last* on: the sentence without the phrase."""
    words = reading.words
    first, end = unit
    if last < 0:
        return None
    while last < end and not (words[last] in _ENDS_PHRASE and reading.inside[last] < 0):
        last += 1
    source = trimmed(reading, cue[1], min(last, end))
    if source is None:
        return None
    before, after = trimmed(reading, first, cue[0]), trimmed(reading, last, end)
    if before is not None and before[1] - before[0] == 1:
        before = None  # "But", "Now"
    parts = [before] if before is not None else []
    goes_on = (
        after is not None
        and words[last] == ","
        and words[after[0]] not in reading.rules.added
        and reading.has_verb(*after)
    )
    if after is not None and (before is None or goes_on):
        parts.append(after)
    return Draft(parts, cue, source, AttributionRule.ACCORDING_TO) if parts else None
