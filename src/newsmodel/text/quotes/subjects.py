"""Subjects: whose deed a verb is that names no subject of its own."""

from newsmodel.text.quotes.reading import Reading
from newsmodel.text.quotes.sources import BREAKS, Source

_SKIPPED = frozenset({"—", "–", "―", "--", ",", "and", "but", "(", "-", "yet", "so"})
_MOST_INTRODUCTIONS = 3
_LONGEST_SUBJECT = 25
_LONGEST_TITLE = 6


def subject_of_clause(reading: Reading, at: int, floor: int) -> Source | None:
    """
    Return the subject of the clause that the verb at *at* shares: "X arrived on Monday and said", "X left, saying".

    It is the first noun phrase after *floor* that does not merely introduce the sentence.
    """
    words, rules, inside = reading.words, reading.rules, reading.inside
    first = _past_introductions(reading, floor, at)
    while first < at and _opens(reading, first):
        first += 1
    if first >= at or inside[first] >= 0:
        return None
    if words[first] in rules.subjects and words[first] not in rules.determiners:
        return Source(first, first + 1, shared=True)
    last = first
    while last < min(at, first + _LONGEST_SUBJECT):
        word = words[last]
        if inside[last] >= 0:
            stretch = reading.stretches[inside[last]]
            if stretch.end - stretch.start > _LONGEST_TITLE:
                break
        if reading.finite(last) or word in rules.relatives or word in BREAKS or word in rules.subordinators:
            break
        if last > first and last not in reading.name_at and rules.is_adverb(word):
            break
        last += 1
    return Source(first, last, shared=True) if last > first else None


def _opens(reading: Reading, at: int) -> bool:
    """Tell whether the word only opens the sentence: "Later", "But", "Monday"."""
    word, rules = reading.words[at], reading.rules
    return word in _SKIPPED or (
        (word in rules.adverbs or word in rules.time or rules.is_adverb(word))
        and word not in rules.determiners
        and at not in reading.name_at
    )


def _past_introductions(reading: Reading, first: int, at: int) -> int:
    """Return the token after what introduces a sentence: "Speaking in Iowa on Monday,", "When asked,"."""
    words = reading.words
    for _ in range(_MOST_INTRODUCTIONS):
        if first >= at:
            return at
        if reading.inside[first] >= 0:
            first = reading.stretches[reading.inside[first]].end
        elif _opens(reading, first):
            first += 1
        elif not _introduces(reading, first):
            return first
        else:
            comma = first
            while comma < at and words[comma] != ",":
                comma += 1
            if comma >= at:
                first += 1
                while first < at and not reading.opens_phrase(first):
                    first += 1
                return first
            first = comma + 1
            if first + 1 < at and words[first].isdigit() and words[first + 1] == ",":  # "On July 6, 2015,"
                first += 2
    return first


def _introduces(reading: Reading, at: int) -> bool:
    word, rules = reading.words[at], reading.rules
    return at not in reading.name_at and (
        word in rules.prepositions or word in rules.subordinators or word.endswith(("ing", "ed")) or word == "given"
    )
