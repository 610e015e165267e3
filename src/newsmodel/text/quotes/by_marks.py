"""Attribution of quotation marks that no reporting verb claims: by any verb, a signature, a colon, or their place."""

from typing import Final

from newsmodel.model import AttributionRule
from newsmodel.text.grammar.reporting import CueWord, cue_words
from newsmodel.text.grammar.tagset import ADJECTIVE, ADVERB, DETERMINER, NAME, NOT, NOUN, POSSESSIVE, PREPOSITION
from newsmodel.text.names.kinds import Name, NameKind
from newsmodel.text.quotes.content_bounds import title_like, trimmed
from newsmodel.text.quotes.cues import Cue
from newsmodel.text.quotes.drafts import Draft
from newsmodel.text.quotes.marks import Stretch
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.quotes.sources import BREAKS, Source, source_before
from newsmodel.text.quotes.sources_after import source_after
from newsmodel.text.quotes.subjects import subject_of_clause, subject_of_main_verb

_DASHES: Final = frozenset({"—", "–", "―", "--", "-", "~"})
# A quotation that ends with one of these has its source after it.
_OPEN_ENDS: Final = frozenset({",", "?", "!", "—", "…", "..."})
_ADVERB: Final = bytes([ADVERB])
_LONGEST_SIGNATURE: Final = 14
_LONGEST_LABEL: Final = 9
_BEFORE_LABEL: Final = frozenset({ADJECTIVE, ADVERB, DETERMINER, NAME, NOT, NOUN, POSSESSIVE, PREPOSITION})
_NEAR_VERB: Final = 8
_NEAR_NAMING: Final = 8
_SHORTEST_NAMING: Final = 3
_FAR_VERB: Final = 60


def alone(reading: Reading, unit: Range) -> bool:
    """Tell whether a sentence is nothing but quotation marks."""
    words, inside = reading.words, reading.inside
    if inside[unit[0]] < 0 and words[unit[0]][0].isalnum():  # so most do
        return False
    return all(inside[i] >= 0 or not words[i][0].isalnum() for i in range(*unit))


def signature(reading: Reading, first: int, end: int) -> Range | None:
    """Return the name after a dash, where there is nothing else up to *end*: '“...” — Jane Roe'."""
    if first >= end or reading.words[first] not in _DASHES:
        return None
    source = trimmed(reading, first, end)
    if source is None or source[1] - source[0] > _LONGEST_SIGNATURE:
        return None
    return None if reading.has_verb(*source) or not reading.capital(source[0]) else source


def acting(reading: Reading, unit: Range) -> Range | None:
    """Return the person whom a sentence without quotation marks tells of: "She shrugs. “...”", "Roe agreed. “...”"."""
    if max(reading.inside[unit[0] : unit[1]]) >= 0:
        return None
    source = subject_of_main_verb(reading, *unit)
    if source is None:
        return None
    first, last = source.first, source.last
    named = first in reading.name_at or (reading.words[first] in reading.rules.determiners)
    person = reading.words[first] in reading.rules.persons_again or (named and _is_person(reading, first, last))
    return (first, last) if person else None


def _is_person(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a noun phrase is a person's: by the kind of its name, or its last noun."""
    name = reading.name_at.get(first)
    if name is not None:
        return name.kind is not NameKind.ORGANIZATION
    return reading.words[last - 1] in reading.rules.persons


def turn_inside(reading: Reading, stretch: Stretch) -> Draft | None:
    """Return the turn of a transcript in marks: '"ROE: Yes."'."""
    document = reading.document
    for i in range(stretch.first, min(stretch.last - 1, stretch.first + 4)):
        if document.words[i] == ":":
            if i == stretch.first or not document.surface(stretch.first, i).isupper():
                return None
            return Draft([(i + 1, stretch.last)], (i, i + 1), (stretch.first, i), AttributionRule.TRANSCRIPT)
    return None


def stated(reading: Reading, unit: Range, part: Range) -> Draft | None:
    """Return a quotation whose comma shows that its source and any verb follow: '“...,” Bennett shot back'."""
    words = reading.words
    stretch = reading.stretches[reading.inside[part[0]]]
    if stretch.close < 0 or words[stretch.last - 1] not in _OPEN_ENDS:
        return None
    first, end = part[1], unit[1]
    verb, limit = first, min(end, first + _NEAR_VERB)
    while verb < limit and not reading.finite[verb] and words[verb] not in reading.rules.past:
        if reading.inside[verb] >= 0:
            return None
        verb += 1
    quoted = _as_saying(reading, verb, end) if verb < limit and words[verb] in reading.rules.be else 0
    if verb >= limit or (words[verb] in reading.rules.auxiliaries and not quoted):
        return None
    last = quoted or verb + 1
    if verb == first:
        last += reading.tags[last : last + 1] == _ADVERB  # "shot back"
        source = source_after(reading, last, end)
    else:
        source = source_before(reading, _any_cue(reading, verb), first)
    if source is None or min(source.first, verb) > first:
        return None
    return Draft([part], (verb, last), (source.first, source.last), AttributionRule.QUOTATION_CUE)


def _as_saying(reading: Reading, verb: int, end: int) -> int:
    """Return the token after "was quoted by the Herald as saying", whose verb is at *verb*; 0 where it is not there."""
    words = reading.words
    for i in range(verb + 2, min(end - 1, verb + _NEAR_VERB)):
        if (
            words[i] in reading.rules.quoting
            and words[i + 1] in cue_words(reading.language)
            and words[verb + 1] in reading.rules.perceiving
        ):
            return i + 2
    return 0


def described(reading: Reading, unit: Range, part: Range) -> bool:
    """Tell whether a few words in marks only describe something: 'the town is “the end of the road”'."""
    words, tags, inside = reading.words, reading.tags, reading.inside
    if part[1] - part[0] > _LONGEST_LABEL:
        return False
    at = part[0] - 1
    while at > unit[0] and inside[at] < 0 and tags[at] in _BEFORE_LABEL:
        at -= 1
    return at >= unit[0] and inside[at] < 0 and words[at] in reading.rules.auxiliaries and words[part[0] - 1] != ","


def naming(reading: Reading, first: int, stretch: Stretch) -> bool:
    """Tell whether a verb names something with the words in marks: 'called it “a long mess”', 'cast it as “a lie”'."""
    words = reading.words
    if stretch.last - stretch.first < _SHORTEST_NAMING or title_like(reading, stretch.first, stretch.last):
        return False
    for i in range(stretch.start - 1, max(first, stretch.start - _NEAR_NAMING) - 1, -1):
        cue = cue_words(reading.language).get(words[i])
        if cue is not None and reading.tags[i] not in (NOUN, NAME) and i != stretch.start - 1:
            return words[stretch.start - 1] == "as" or any("o" in entry.takes for entry in cue)
        if words[i] in BREAKS or (reading.finite[i] and i != stretch.start - 1):
            return False
    return False


def in_sentence(reading: Reading, unit: Range, part: Range) -> Draft | None:
    """Return words in marks as a quote of the subject of their sentence: "She called it 'a step forward'"."""
    words = reading.words
    colon = part[0] - 1
    name = reading.name_at.get(colon - 1) or _described_name(reading, unit[0], colon)
    named: Draft | None = None
    if words[colon] == ":" and name is not None:
        named = Draft([part], (colon, part[0]), (name.title, name.last), AttributionRule.QUOTATION_INTRODUCED)
        if name.title == unit[0] or words[name.title - 1] not in reading.rules.circumstantial:  # no "is in Ulm:"
            return named
    verb, floor = colon, max(unit[0], colon - _FAR_VERB)
    while verb >= floor and not reading.finite[verb] and not (words[verb].endswith("ing") and words[verb - 1] == ","):
        verb -= 1
    if verb < floor:
        return named
    source = _subject_before(reading, unit, verb) or subject_of_clause(reading, verb, unit[0])
    if source is None:
        return named
    asked = words[verb] in ("asked", "told") and words[verb - 1] in reading.rules.be
    where = None if asked else (source.first, source.last)
    return Draft([part], (verb, verb + 1), where, AttributionRule.QUOTATION_CUE)


def _described_name(reading: Reading, first: int, colon: int) -> Name | None:
    """Return the name that a description between a comma and a colon is of: "Here is Jane Roe, the mayor: “...”"."""
    at = colon - 1
    while at > first and reading.words[at] not in BREAKS and not reading.finite[at]:
        at -= 1
    described = reading.words[at] == "," and not reading.rules.persons.isdisjoint(reading.words[at + 1 : colon])
    return reading.name_at.get(at - 1) if described else None


def _subject_before(reading: Reading, unit: Range, verb: int) -> Source | None:
    """Return the subject right before a finite verb; None where what stands there is an object, or only points."""
    if not reading.finite[verb] or verb == unit[0]:
        return None
    source = source_before(reading, _any_cue(reading, verb), unit[0])
    if source is None or reading.words[source.first] in reading.rules.pointing:
        return None
    return None if source.first > unit[0] and reading.finite[source.first - 1] else source


def _any_cue(reading: Reading, verb: int) -> Cue:
    return Cue(verb, verb + 1, verb, CueWord(reading.words[verb], "", "past", ""), passive=False)
