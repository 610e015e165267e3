"""Subjects: whose deed a verb is that names no subject of its own."""

from typing import Final

from newsmodel.text.grammar.reporting import CueWord
from newsmodel.text.grammar.tagset import ADJECTIVE, ADVERB, DETERMINER, GENITIVE, NAME, NOT, NOUN, NUMBER, POSSESSIVE
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.reading import Reading
from newsmodel.text.quotes.sources import BREAKS, Source, source_before

_ANY: Final = CueWord("", "", "past", "")
_NOMINAL: Final = frozenset({ADJECTIVE, DETERMINER, GENITIVE, NAME, NOUN, NUMBER, POSSESSIVE})
_SKIPPED: Final = frozenset({"—", "–", "―", "--", ",", "(", "-"})
_MOST_INTRODUCTIONS: Final = 3
_LONGEST_SUBJECT: Final = 25
_LONGEST_TITLE: Final = 6
_NEAR_INFINITIVE: Final = 4
_NEAR_VERB: Final = 12


def subject_of_clause(reading: Reading, at: int, floor: int) -> Source | None:
    """
    Return the subject of the clause that the verb at *at* shares: "X arrived on Monday and said", "X left, saying".

    It is the first noun phrase after *floor* that does not merely introduce the sentence.
    """
    words, rules, inside = reading.words, reading.rules, reading.inside
    main = subject_of_main_verb(reading, floor, at)
    if main is not None:
        return main
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
            last = stretch.end
            continue
        if reading.finite[last] or word in rules.relatives or word in BREAKS or word in rules.subordinators:
            break
        if last > first and last not in reading.name_at and rules.is_adverb(word):
            break
        last += 1
    while last > first and words[last - 1] in rules.prepositions:
        last -= 1
    return Source(first, last, shared=True) if last > first else None


def nearest_subject(reading: Reading, at: int, floor: int, *, infinitive: bool) -> Source | None:
    """
    Return the subject of the finite verb before *at*: of an infinitive's own, else of a subordinate clause.

    "when Roe thanked the town and said", "after he refused to say".
    """
    words = reading.words
    for i in range(at - 1, max(floor, at - (_NEAR_INFINITIVE if infinitive else _NEAR_VERB)) - 1, -1):
        if words[i] in BREAKS or reading.inside[i] >= 0 or words[i] in reading.rules.relatives:
            return None
        if infinitive and (words[i] in reading.rules.determiners or i in reading.name_at):
            return None
        if reading.finite[i]:
            first = i
            while first > floor and (reading.finite[first - 1] or reading.tags[first - 1] in (ADVERB, NOT)):
                first -= 1
            source = subject_of_verb(reading, first, floor)
            opener = words[source.first - 1] if source is not None and source.first > floor else ""
            subordinate = opener in reading.rules.subordinators or opener in reading.rules.wh
            return source if infinitive or subordinate else None
    return None


def phrase_before(reading: Reading, at: int, floor: int) -> Source | None:
    """Return the noun phrase right before the participle at *at*: "with two of her aides saying"."""
    tags, words = reading.tags, reading.words
    if tags[at - 1] not in (NOUN, NAME):
        return None
    first = nominal_start(reading, at, floor)
    while first - 1 > floor and words[first - 1] == "of":
        first = nominal_start(reading, first - 1, floor)
    return Source(first, at, shared=True)


def nominal_start(reading: Reading, end: int, floor: int) -> int:
    """Return where the nouns, names and what stands before them start that end before token *end*: "two aides"."""
    first = end
    while first > floor and reading.tags[first - 1] in _NOMINAL and reading.inside[first - 1] < 0:
        first -= 1
        if reading.words[first] in reading.rules.determiners:
            break
    return first


def subject_of_main_verb(reading: Reading, floor: int, at: int) -> Source | None:
    """
    Return the subject of the first verb from *floor* up to *at* that stands in no subordinate clause.

    Where a clause with a subject of its own is joined to it, that one: "The town paid, and Lopez left, saying".
    """
    found: Source | None = None
    subordinate = opens = False
    for i in range(floor, at):
        word = reading.words[i]
        if reading.inside[i] >= 0:
            continue
        if word == ",":
            subordinate = False
            opens = found is not None and i + 2 < at and reading.words[i + 1] in reading.rules.joining
            floor = i + 2 if opens else floor
        elif word in reading.rules.subordinators and i not in reading.name_at and i >= floor:
            subordinate = True
        elif not subordinate and (found is None or opens) and i > floor and reading.finite[i]:
            if not reading.finite[i - 1]:
                source = subject_of_verb(reading, i, floor)
                found = source or found
            opens = False
    return found


def subject_of_verb(reading: Reading, verb: int, floor: int) -> Source | None:
    """Return the subject right before a verb and its adverbs; None where that is "who" or nothing."""
    words, rules = reading.words, reading.rules
    first = verb
    while first > floor + 1 and (
        reading.tags[first - 1] == ADVERB
        or rules.is_adverb(words[first - 1])
        or (words[first - 1] in rules.adverbs and words[first - 1] not in rules.determiners)
    ):
        first -= 1
    source = source_before(reading, Cue(first, verb + 1, verb, _ANY, passive=False), floor)
    if source is None or words[source.first] in rules.relatives:
        return None
    return Source(source.first, source.last, source.inverted, shared=True)


def _opens(reading: Reading, at: int) -> bool:
    """Tell whether the word only opens the sentence: "Later", "But", "Monday"."""
    word, rules = reading.words[at], reading.rules
    return (
        word in _SKIPPED
        or word in rules.opening
        or (
            (word in rules.adverbs or word in rules.time or rules.is_adverb(word))
            and word not in rules.determiners
            and at not in reading.name_at
        )
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
