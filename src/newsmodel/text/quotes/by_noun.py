"""Attribution by nouns: what a claim, a promise or a call is of, and whose it is."""

from typing import Final

from newsmodel.model import AttributionRule
from newsmodel.text.grammar.reporting import reporting_nouns
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    GENITIVE,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    POSSESSIVE,
    SURELY_FINITE,
    VERB,
    VERBAL,
)
from newsmodel.text.quotes.content_bounds import DASHES, trimmed
from newsmodel.text.quotes.drafts import Draft
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.quotes.sources import phrase_start
from newsmodel.text.quotes.subjects import subject_of_clause, subject_of_verb

# The letter of ``reporting_nouns.txt`` for what each word opens.
_OPENS: Final = {"that": "h", "to": "i", "for": "f", "about": "a", "of": "o"}
_MODIFIERS: Final = frozenset({ADJECTIVE, ADVERB, NOUN, NUMBER, PARTICIPLE})
_VERB_GROUP: Final = AUXILIARY | VERBAL | {ADVERB, NOT}
_MOST_MODIFIERS: Final = 4
_MOST_NOUNS: Final = 6  # of a sentence: each is read up to its end
_LONGEST: Final = 80
_LONGEST_NAMED: Final = 12
_ENDS: Final = DASHES | {",", ";", ":", "(", ")"}


def by_noun(reading: Reading, unit: Range, nouns: list[int], found: list[Draft]) -> list[Draft]:
    """Return what the nouns of speech among the tokens *nouns* of a sentence report, apart from what *found* holds."""
    drafts: list[Draft] = []
    for at in nouns[:_MOST_NOUNS]:
        draft = _reported(reading, unit, at)
        if draft is not None and _apart(draft, found + drafts):
            drafts.append(draft)
    return drafts


def _reported(reading: Reading, unit: Range, at: int) -> Draft | None:
    """Return what the noun at *at* reports, or None where it reports nothing here."""
    words, end = reading.words, unit[1]
    takes = reporting_nouns(reading.language).get(words[at], "")
    if at + 3 >= end or reading.tags[at] != NOUN or reading.inside[at] >= 0 or at in reading.name_at:
        return None
    whose = _named_after(reading, takes, at, end)
    opens = at + 1 if whose is None else whose[1]
    letter = _OPENS.get(words[opens], "")
    if not letter or letter not in takes or opens + 2 >= end:
        return None
    first = _phrase_opening(reading, at, unit[0])
    if letter == "h" and not _is_clause(reading, opens + 1, end):
        return None
    if letter == "i" and reading.tags[opens + 1] != VERB:
        return None
    source = whose or _giver(reading, first, unit[0]) or _possessor(reading, first, unit[0])
    if source is None and first > unit[0] and (words[first - 1] in _ENDS):
        return None  # ", a claim that the mayor denies"
    start = opens + 1 + (letter == "i")  # past the verb of an infinitive
    last = _content_end(reading, unit, (first, start), clause=letter == "h")
    content = trimmed(reading, opens + (letter not in "hi"), last)
    if content is None:
        return None
    cue = (at, at + 1 + (whose is None and letter not in "hi"))
    rule = AttributionRule.CLAUSE_AFTER_CUE if letter == "h" else AttributionRule.NOUN_PHRASE
    return Draft([content], cue, source, rule)


def _named_after(reading: Reading, takes: str, at: int, end: int) -> Range | None:
    """Return whose it is, where that stands between the noun and what it takes: "calls from drivers for a ban"."""
    words = reading.words
    if words[at + 1] not in reading.rules.authors:
        return None
    for i in range(at + 2, min(end - 2, at + _LONGEST_NAMED)):
        if reading.inside[i] >= 0 or reading.finite[i] or words[i] in _ENDS:
            return None
        if i > at + 2 and _OPENS.get(words[i], "-") in takes and words[i] != "of":
            return (at + 2, i)
    return None


def _phrase_opening(reading: Reading, at: int, floor: int) -> int:
    """Return where the noun at *at* and its modifiers start, the article among them."""
    first = at
    while (
        first > max(floor, at - _MOST_MODIFIERS)
        and reading.tags[first - 1] in _MODIFIERS
        and reading.words[first - 1] not in reading.rules.giving
        and reading.inside[first - 1] < 0
        and first - 1 not in reading.name_at
    ):
        first -= 1
    return first - (first > floor and reading.words[first - 1] in reading.rules.determiners)


def _possessor(reading: Reading, first: int, floor: int) -> Range | None:
    """Return whose it is: "Roe" of "Roe's claim", "his" of "his claim"."""
    if reading.tags[first] == POSSESSIVE:
        return (first, first + 1)
    if first - 1 > floor and reading.tags[first - 1] == GENITIVE:
        name = reading.name_at.get(first - 2)
        start = name.title if name is not None else phrase_start(reading, first - 1, floor)
        return (start, first - 1) if start < first - 1 else None
    return None


def _giver(reading: Reading, first: int, floor: int) -> Range | None:
    """Return who gives it: "Roe" of "Roe made a promise", "Roe left, repeating his claim", "Roe won with a promise"."""
    rules, verb = reading.rules, first - 1
    if verb <= floor or reading.tags[first] == GENITIVE:
        return None
    if reading.words[verb] in rules.giving and reading.finite[verb]:
        while verb > floor and (reading.finite[verb - 1] or reading.tags[verb - 1] in (ADVERB, NOT)):
            verb -= 1
        if reading.words[verb - 1] in rules.relatives:
            return (verb - 1, verb)
        source = subject_of_verb(reading, verb, floor)
    elif reading.words[verb] in rules.giving or (
        reading.words[verb] in rules.bearing and reading.tags[first] != POSSESSIVE
    ):
        source = subject_of_clause(reading, verb, floor)
    else:
        return None
    return (source.first, source.last) if source is not None else None


def _is_clause(reading: Reading, at: int, end: int) -> bool:
    """Tell whether a subject and its verb follow "that", which else describes the noun: "a claim that went too far"."""
    if reading.finite[at] or reading.tags[at] == ADVERB:
        return False
    return reading.has_verb(at, min(end, at + _LONGEST))


def _content_end(reading: Reading, unit: Range, place: Range, *, clause: bool) -> int:
    """
    Return where what is said ends: before the verb that the noun is the subject of, else at a mark.

    The noun's phrase starts at the first token of *place*, what is said goes on from the second.
    """
    words, rules = reading.words, reading.rules
    first, i = place
    limit = min(unit[1], i + _LONGEST)
    subject = _is_subject(reading, first, unit[0])
    whole = not clause  # whether the clause has had its verb
    while i < limit:
        if reading.inside[i] >= 0:
            whole = True
        elif words[i] in _ENDS and whole:
            return i
        elif words[i] in rules.subordinators or words[i] in rules.relatives:
            whole = False  # the next verb is that of a clause within
        elif reading.finite[i]:
            if whole and subject and reading.tags[i] != PARTICIPLE:
                return i
            whole = True
            i = _past_verbs(reading, i, limit)
            continue
        i += 1
    return unit[1]


def _is_subject(reading: Reading, first: int, floor: int) -> bool:
    """Tell whether a verb may follow whose subject starts at *first*: none stands before it in its clause."""
    for i in range(first - 1, floor - 1, -1):
        if reading.inside[i] >= 0 or reading.finite[i]:
            return False
        if reading.words[i] in _ENDS or reading.words[i] in reading.rules.coordinators:
            return True
    return True


def _past_verbs(reading: Reading, at: int, limit: int) -> int:
    """Return the token after the verbs and adverbs from *at* on that make one group: "had not been told"."""
    i = at + 1
    whole = reading.tags[at] in VERBAL
    while i < limit and reading.inside[i] < 0 and reading.tags[i] in _VERB_GROUP:
        if whole and reading.tags[i] in SURELY_FINITE:
            break  # "had not been told | was found"
        whole = whole or reading.tags[i] in VERBAL
        i += 1
    return i


def _apart(draft: Draft, found: list[Draft]) -> bool:
    """Tell whether a quote and its noun stand apart from all others, or hold them whole."""
    assert draft.cue is not None  # noqa: S101 - nouns are cues
    first = min(draft.cue[0], draft.source[0] if draft.source else draft.cue[0])
    start, last = draft.content[0]
    for other in found:
        parts = [*other.content, *(part for part in (other.cue, other.source) if part is not None)]
        apart = all(last <= begin or end <= first for begin, end in parts)
        if not (apart or all(start <= begin and end <= last for begin, end in parts)):
            return False
    return True
