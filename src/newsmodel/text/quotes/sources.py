"""Sources: which words before or after a cue name who is speaking."""

from dataclasses import dataclass, replace
from typing import Final, final

from newsmodel.text.grammar.tagset import ING, NAME, NOUN
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.marks import Stretch
from newsmodel.text.quotes.reading import Reading

_OPEN_BRACKETS: Final = frozenset({"(", "["})
BREAKS: Final = frozenset(
    {",", ";", ":", "—", "–", "―", "--", "-", "(", "[", "”", '"', "''", "…", "...", "*", "•", "|", "?", "!", "."}
)
_DASHES: Final = frozenset({"—", "–", "―", "--", "-"})
_LONGEST: Final = 60
_COMMA_LIKE: Final = frozenset({",", ";", ":", "—", "–", "―", "--"})
_MOST_DESCRIPTIONS: Final = 6
_FAR_RELATIVE: Final = 6
_MOST_MARKED: Final = 4


@final
@dataclass(eq=False, slots=True)
class Source:
    """Who speaks, in token indices: from `first` up to, not including, `last`."""

    first: int
    last: int
    inverted: bool = False
    """Whether it comes after the cue: "said the senator"."""
    shared: bool = False
    """Whether it is the subject of an earlier verb of the sentence: "arrived and said"."""


def source_before(reading: Reading, cue: Cue, floor: int) -> Source | None:
    """Return the source that ends right before the cue, not starting before token *floor*; None where there is none."""
    words, rules = reading.words, reading.rules
    at = cue.first - 1
    while at > floor and at not in reading.name_at and rules.is_adverb(words[at]) and words[at - 1] == ",":
        at -= 1
    if at < floor:
        return None
    word = words[at]
    if word in (")", "]"):
        return _before_bracket(reading, at, cue.first, floor)
    if word in rules.relatives or ("'" in word and word.partition("'")[0] in rules.subjects):
        return Source(at, at + 1)
    if word in _DASHES:
        opening = at - 1
        while opening > floor and words[opening] not in _DASHES:
            opening -= 1
        return _head(reading, floor, opening, at) if opening > floor else None
    if word == "," and at - 2 > floor and words[at - 2] == "," and rules.is_adverb(words[at - 1]):
        set_off = replace(cue, first=at - 2)  # "Drivers, however, said"
        return source_before(reading, set_off, floor)
    if word == ",":
        return _before_comma(reading, at, at, floor)
    if reading.inside[at] >= 0 and (not _speech_ends_long(reading, at) or _aside_quotes(reading, at, floor)):
        stretch = reading.stretches[reading.inside[at]]
        described = _before_comma(reading, stretch.last - 1, stretch.start, floor)
        return described and replace(described, last=stretch.end)
    if word in rules.coordinators or word in rules.subordinators or word in rules.prepositions:
        return None
    marked = reading.inside[at] >= 0 and _nickname(reading, reading.stretches[reading.inside[at]])
    if (word in BREAKS and not marked) or (
        word in rules.objects and word not in rules.subjects and words[at - 1] not in rules.prepositions
    ):
        return None
    if reading.finite[at] and not (_inside_relative(reading, at, floor) or _asked(reading, at, floor)):
        return None
    relative = _relative_before(reading, at, floor)
    if relative >= 0:
        return Source(relative, relative + 1)
    first = phrase_start(reading, at + 1, floor)
    if first > floor and reading.finite[first - 1] and all(words[i] in rules.time for i in range(first, at + 1)):
        first = phrase_start(reading, first - 1, floor)  # "a document filed Thursday says"
    adverb = words[at] in rules.adverbs if reading.capital(at) else rules.is_adverb(words[at])  # no "Connolly said"
    alone = first == at and at not in reading.name_at and adverb
    return None if first > at or alone else Source(first, _without_day(reading, first, at + 1))


def _without_day(reading: Reading, first: int, last: int) -> int:
    """Return *last* moved before the day that a phrase ends with: "the minister on Sunday urged"; not a report's."""
    words, rules = reading.words, reading.rules
    if last - first < 3 or words[last - 1] not in rules.time or words[last - 2] not in rules.before_days:
        return last
    if words[last - 3] in rules.participles:  # "a report released on Sunday"
        return last
    return last - 2 - (last - first > 3 and words[last - 3] in rules.adverbs)  # "Globex just this month"


def _before_bracket(reading: Reading, at: int, last: int, floor: int) -> Source | None:
    """Return the source with the brackets after it: "Roe (D-Ohio) said"."""
    while at > floor and reading.words[at] not in _OPEN_BRACKETS:
        at -= 1
    if at == floor:
        return None
    first = phrase_start(reading, at, floor)
    return Source(first, last) if first < at else None


def _relative_before(reading: Reading, at: int, floor: int) -> int:
    """Return the "who" whose verb comes after words that tell when or where: "who in 2010 said"; -1 without one."""
    words, rules = reading.words, reading.rules
    for i in range(at - 1, max(floor, at - _FAR_RELATIVE) - 1, -1):
        if words[i] in ("who", "which"):
            return i if words[i + 1] in rules.prepositions or words[i + 1] in rules.time else -1
        if words[i] in BREAKS or reading.finite[i] or reading.inside[i] >= 0:
            return -1
    return -1


def phrase_start(reading: Reading, end: int, floor: int) -> int:
    """
    Return where the noun phrase starts that ends before token *end*.

    It reaches back to a mark, a conjunction or a verb; what opens it and only tells when or where is left out.
    """
    words, rules, inside = reading.words, reading.rules, reading.inside
    if words[end - 1] in rules.subjects and words[end - 1] not in rules.determiners and words[end - 1] != "others":
        return end - 1
    first = end
    relative = -1
    while first > floor and end - first < _LONGEST:
        at = first - 1
        word = words[at]
        name = reading.name_at.get(at)
        if name is not None and floor <= name.first < at:  # with the marks in it: 'Joe "Bud" Roe'
            first = name.first
            continue
        if inside[at] >= 0:
            stretch = reading.stretches[inside[at]]
            if not _nickname(reading, stretch) or stretch.start < floor:
                break
            first = stretch.start
            continue
        if word in rules.relatives and word != "that" and at > floor and words[at - 1] != ",":
            if words[at - 1] in rules.prepositions:  # "the letter in which Roe"
                break
            if relative < 0 and _opens_subject(reading, at + 1, end):
                break  # "the man who the nurse said"
            relative = at
        elif word in BREAKS or (word in rules.subordinators and word not in rules.likening) or word == "what":
            break  # "what retailers had warned would be"
        elif word in rules.coordinators:
            if not _joins_phrases(reading, at, floor, first):
                break
        elif (
            reading.finite[at]
            and relative < 0
            and not _inside_relative(reading, at, floor)
            and not _only_describes(reading, at, floor)
        ):
            break
        first = at
    if words[first] in rules.relatives and first < end - 1:  # "which drivers"
        first += 1
    return _without_circumstance(reading, first, end)


def _opens_subject(reading: Reading, at: int, end: int) -> bool:
    """Tell whether what stands from *at* up to *end* is a subject, after "who": no adverb, day or verb."""
    if at >= end or reading.words[end - 1] in reading.rules.time or reading.has_verb(at, end):
        return False
    return reading.opens_phrase(at) or reading.tags[at] in (NOUN, NAME)


def _nickname(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether the marks hold part of a name or of a description rather than a quotation: 'Joe “Bud” Smith'."""
    if stretch.last - stretch.first > 4 or reading.words[stretch.last - 1] in BREAKS or stretch.close < 0:
        return False
    before = stretch.start - 1
    return before >= 0 and (before in reading.name_at or reading.words[before][0].isalnum())


def _inside_relative(reading: Reading, at: int, floor: int) -> bool:
    """Tell whether the verb at *at* belongs to "who ..." or is a participle after a noun: "people polled"."""
    words = reading.words
    for i in range(at - 1, max(floor, at - 12) - 1, -1):
        if words[i] in ("who", "which"):
            return i > floor and words[i - 1] != ","
        if words[i] in BREAKS or words[i] in reading.rules.coordinators:
            return False
    return False


def _asked(reading: Reading, at: int, floor: int) -> bool:
    """Tell whether a participle tells which people: "those surveyed said", "of the voters polled said"."""
    if at <= floor or reading.words[at] not in reading.rules.participles:
        return False
    before = reading.words[at - 1]
    return (
        before == "%"
        or before in reading.rules.polled
        or (before in reading.rules.people and reading.rules.people[before][0] == "group")
    )


def _only_describes(reading: Reading, at: int, floor: int) -> bool:
    """Tell whether a participle belongs to the noun before it: "a report written for the city in 2019 warned"."""
    words, rules = reading.words, reading.rules
    if words[at] not in rules.participles or at == floor or reading.inside[at - 1] >= 0 or at - 1 in reading.name_at:
        return False
    before = words[at - 1]
    if not before.isalpha() or rules.is_adverb(before) or before in rules.subjects or before in rules.auxiliaries:
        return False
    if rules.only_participle(words[at]):
        return True
    return words[at + 1] == "by" or (before in rules.people and not _takes_object(reading, at))


def _takes_object(reading: Reading, at: int) -> bool:
    """Tell whether an object follows the verb at *at*: "her aunt heard Hale", no "an aunt named Hale"."""
    words, rules = reading.words, reading.rules
    return words[at + 1] in rules.determiners or (at + 1 in reading.name_at and words[at] not in rules.naming)


def _joins_phrases(reading: Reading, at: int, floor: int, first: int) -> bool:
    """Tell whether the "and" at *at* joins noun phrases rather than clauses: "the mayor and his aides"."""
    words, rules = reading.words, reading.rules
    if words[at] not in ("and", "or") or at == floor or (first == at + 1 and words[first] in rules.subjects):
        return False
    for i in range(at - 1, floor - 1, -1):
        if reading.inside[i] >= 0 or reading.finite[i]:
            return False
        if words[i] in BREAKS or words[i] in rules.subordinators:
            return i + 1 < at and words[i + 1] not in rules.prepositions
    return words[floor] not in rules.prepositions


def _without_circumstance(reading: Reading, first: int, end: int) -> int:
    """Return *first* moved past adverbs and phrases that tell when or where: "On Tuesday the mayor"."""
    words, rules = reading.words, reading.rules
    while first < end - 1 and (
        words[first] in rules.coordinators
        or words[first] == "that"
        or words[first] in rules.likening
        or (words[first][0].isdigit() and ":" in words[first])  # "11:20 The fire service"
        or (rules.is_adverb(words[first]) and first not in reading.name_at and words[first + 1] != "'s")
        or (words[first] in rules.time and first not in reading.name_at and not words[first].endswith("'s"))
    ):
        first += 1
    if words[first] not in rules.prepositions:
        return first
    name = reading.name_at.get(end - 1)
    if name is not None:
        first_ = name.title
        while (
            first_ > first + 1
            and first_ - 1 not in reading.name_at
            and (words[first_ - 1] in rules.people or words[first_ - 1] in rules.determiners)
        ):
            first_ -= 1
        return first_
    nearest = end - 1
    for i in range(end - 1, first, -1):
        if words[i] in rules.determiners:
            if words[i - 1] not in rules.attaching:
                return i
            nearest = nearest if words[nearest] in rules.determiners else i  # "the head of the police"
    return nearest


def _before_comma(reading: Reading, comma: int, at: int, floor: int) -> Source | None:
    """
    Return the source before a comma that closes a description: "Hugh Hill, a doctor at St. Mary's, said".

    The description is looked for from before *at*: the comma, or the mark that it closes.
    """
    words, inside = reading.words, reading.inside
    ends = [comma]
    while len(ends) < _MOST_DESCRIPTIONS:
        at -= 1
        while at >= floor and words[at] not in _COMMA_LIKE and not _speech_ends(reading, at):
            at -= 1
        first, end = max(at + 1, floor), ends[-1]
        head = end != comma and not _describes(reading, first, end)
        if first < end and words[first] == "whose" and end != comma and not reading.has_verb(first, comma):
            return Source(first + 1, comma)  # "the union, whose head, Jane Roe, said"
        if first + 1 < end != comma and words[first] in reading.rules.quoting and first + 1 in reading.name_at:
            return Source(first + 1, comma)  # "Or, as Jane Roe, the mayor, put it"
        if head or at < floor or words[at] != ",":
            if inside[first] >= 0 or first >= end:
                return None
            if len(ends) > 2 and (_tells_already(reading, first, end) if head else _introduces(reading, first)):
                first, end = end + 1, ends[-2]
            return None if end == comma else _head(reading, first, end, comma)
        ends.append(at)
    return None


def _tells_already(reading: Reading, first: int, end: int) -> bool:
    """Tell whether the words are a clause of their own, so that the source begins after them."""
    start = phrase_start(reading, end, first)
    return (
        start > first
        and reading.words[start - 1] not in reading.rules.coordinators
        and reading.words[start - 1] not in reading.rules.subordinators
        and reading.has_verb(first, start)
    )


def _speech_ends(reading: Reading, at: int) -> bool:
    """Tell whether the token stands in a quotation, rather than in a title or nickname in marks."""
    k = reading.inside[at]
    if k < 0:
        return False
    stretch = reading.stretches[k]
    return stretch.last - stretch.first > 4 or reading.words[stretch.last - 1] in BREAKS


def _speech_ends_long(reading: Reading, at: int) -> bool:
    """Tell whether the token ends more than a word or two and their comma: 'Roe, who calls it a “sham,” said'."""
    stretch = reading.stretches[reading.inside[at]]
    if at != stretch.close or reading.words[stretch.last - 1] != ",":
        return True
    return stretch.last - stretch.first > _MOST_MARKED or reading.inside[stretch.start - 1] >= 0


def _aside_quotes(reading: Reading, at: int, floor: int) -> bool:
    """Tell whether the quotation that ends at *at* is what a participle between commas tells: 'Roe, citing “...,”'."""
    stretch = reading.stretches[reading.inside[at]]
    verb = stretch.start - 1
    told = verb - 1 > floor and reading.tags[verb] == ING and reading.words[verb - 1] == ","
    return told and at == stretch.close and reading.words[stretch.last - 1] == ","


def _introduces(reading: Reading, first: int) -> bool:
    """Tell whether the words from *first* to the next comma tell when, where or how rather than who."""
    word, rules = reading.words[first], reading.rules
    return first not in reading.name_at and (
        word in rules.prepositions
        or word in rules.subordinators
        or word.endswith(("ing", "ed", "ly"))
        or word in rules.adverbs
    )


def _head(reading: Reading, first: int, end: int, comma: int) -> Source | None:
    """Return the source whose head is the last noun phrase of the tokens, its descriptions reaching to *comma*."""
    if end > first and reading.words[end - 1] in (")", "]"):
        bracket = end - 1
        while bracket > first and reading.words[bracket] not in _OPEN_BRACKETS:
            bracket -= 1
        end = bracket
    word = reading.words[end - 1] if end > first else ","
    if word in BREAKS or reading.finite[end - 1] or word in reading.rules.adverbs:
        return None
    if word in reading.rules.time and not _counted(reading, first, end - 1):
        return None
    start = phrase_start(reading, end, first)
    return Source(start, comma) if start < end else None


def _counted(reading: Reading, first: int, at: int) -> bool:
    """Tell whether a word of time ends a description: "the employee of four years"."""
    words = reading.words
    return any(words[i] == "of" for i in range(max(first, at - 3), at))


def _describes(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words between two commas describe what stands before them."""
    words, rules = reading.words, reading.rules
    word = words[first]
    if word in rules.descriptive or word[0].isdigit() or word in ("r-", "d-"):
        return True
    verb = any(reading.finite[i] for i in range(first, last))
    if reading.capital(first) and last - first < 4 and not verb:
        return True
    if word.endswith(("ing", "ed")):
        return True
    if word in rules.determiners or word in rules.people or first in reading.name_at:
        related = any(words[i] in rules.relatives for i in range(first, last))
        return not verb or related or (word in rules.articles and word not in rules.definite)
    return not verb and word not in rules.subjects
