"""Heads of sources: which noun or name a source is about, and what that is."""

from typing import Final

from newsmodel.lexicon import words
from newsmodel.model import SpeakerKind
from newsmodel.text.grammar.inflection import singulars
from newsmodel.text.names.kinds import Name, NameKind
from newsmodel.text.names.lexicon import name_lexicon, place_names
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.speakers.people import Entity

_PERSON: Final = SpeakerKind.PERSON
_ENDS_HEAD: Final = frozenset({",", "(", "—", "–", "―", "--", ";", ":"})
_LONGEST_ACRONYM: Final = 5
_CLASSES: Final = {
    "person": SpeakerKind.UNNAMED,
    "group": SpeakerKind.GROUP,
    "organization": SpeakerKind.ORGANIZATION,
    "document": SpeakerKind.DOCUMENT,
}


def head_range(reading: Reading, source: Range) -> Range:
    """Return the source without what commas, brackets and relative clauses add."""
    first, last = source
    for i in range(first + 1, last):
        if _ends_head(reading, i) and reading.inside[i] < 0:
            return (first, i)
    return source


def _ends_head(reading: Reading, at: int) -> bool:
    """Tell whether what the token opens only adds to the noun before it."""
    return reading.words[at] in _ENDS_HEAD or reading.words[at] in reading.rules.relatives


def head_noun(reading: Reading, source: Range) -> str:
    """Return the noun at the head of a description, singular: "general" of "a commanding general in Iraq"."""
    tokens = reading.words
    first, last = head_range(reading, source)
    for i in range(first + 1, last):
        if tokens[i] in reading.rules.attaching or (
            i + 1 < len(tokens)
            and tokens[i] in reading.rules.participles
            and (tokens[i + 1] in reading.rules.prepositions or tokens[i + 1] in reading.rules.time)
        ):
            last = i
            break
    return tokens[last - 1]


def noun_class(reading: Reading, noun: str) -> SpeakerKind:
    """Return what a described source is, by its head noun."""
    found = reading.rules.people.get(noun)
    if found is not None:
        return _CLASSES[found[0]]
    for singular in singulars(noun):
        found = reading.rules.people.get(singular)
        if found is not None:
            kind = _CLASSES[found[0]]
            return SpeakerKind.GROUP if singular != noun and kind is SpeakerKind.UNNAMED else kind
    if noun.endswith("s") and not noun.endswith("ss"):
        return SpeakerKind.GROUP
    return SpeakerKind.UNNAMED


def named_in(reading: Reading, source: Range, of_name: dict[int, Entity]) -> Entity | None:
    """Return the entity whose name is the head of the source, or stands in apposition to it."""
    tokens = reading.words
    first, last = source
    segment = first
    head = head_range(reading, source)[1]
    end = head
    described = _describes_person(reading, source, head)
    depth = 0
    while segment < last and depth < 4:
        limit = end
        for i in range(segment + 1, end):
            if tokens[i] in reading.rules.attaching and i not in reading.name_at:
                limit = i
                break
        name = reading.name_at.get(limit - 1)
        if depth and tokens[segment] in reading.rules.prepositions:
            name = None  # "Council members, among them Jane Roe"
        if name is not None and name.first in of_name:
            entity = of_name[name.first]
            if depth and described and _apposed(reading, name):
                if name.kind is not NameKind.ORGANIZATION and not entity.things and not _sells(reading, source, name):
                    entity.kind = _PERSON
                return entity
            if (
                depth == 1
                and (name.first, name.last) == (segment, limit)
                and _body(reading, tokens[head - 1], entity, name)
            ):
                return entity
            if depth == 0 or entity.kind is _PERSON:
                titled = _titled_after(reading, source, of_name) if entity.kind is not _PERSON else None
                if titled is not None:
                    return titled
                if depth == 0 and entity.kind is not _PERSON:
                    _settle_kind(reading, entity, name)
                return entity
        segment = end + 1
        end = segment + 1
        while end < last and not _ends_head(reading, end):
            end += 1
        end = min(end, last)
        if segment < last and (
            tokens[segment] in reading.rules.relatives or tokens[segment - 1] in reading.rules.relatives
        ):
            break
        depth += 1
    return None


def _titled_after(reading: Reading, source: Range, of_name: dict[int, Entity]) -> Entity | None:
    """Return whom an office with capitals describes: "the Registrar of the Board, Mrs. Jane Roe"."""
    if reading.words[source[0]] not in reading.rules.definite:
        return None
    for i in range(source[0] + 1, source[1]):
        name = reading.name_at.get(i)
        titled = name is not None and name.title == i < name.first and reading.words[i - 1] == ","
        if name is not None and titled and reading.words[name.last : name.last + 1] != ["'s"]:
            return of_name.get(name.first)  # no "The Herald, Mr. Hale's paper"
    return None


def _describes_person(reading: Reading, source: Range, head: int) -> bool:
    """Tell whether the source begins with a description of a person: "her husband", "the father of two of them"."""
    people, last = reading.rules.people, reading.words[head - 1]
    if head - 1 in reading.name_at and head_noun(reading, source) == last:
        return False
    return "person" in (people.get(last, ("",))[0], people.get(head_noun(reading, source), ("",))[0])


def _body(reading: Reading, noun: str, entity: Entity, name: Name) -> bool:
    """Tell whether the name is that of the body that the noun describes: "The company, Ulm Light & Power"."""
    found = reading.rules.people.get(noun, ("", ""))[0] == "organization"
    return found and entity.kind is not _PERSON and _apposed(reading, name)


def _sells(reading: Reading, source: Range, name: Name) -> bool:
    """Tell whether the name is a company's by its goods, after a noun for either: "the owner, Linden Homes"."""
    last = reading.words[name.last - 1]
    if name.kind is NameKind.PERSON or head_noun(reading, source) not in reading.rules.trading:
        return False
    return last.endswith("s") and any(map(name_lexicon(reading.language).is_common, singulars(last)))


def joined(reading: Reading, source: Range) -> bool:
    """Tell whether a source is two who speak together, one of them by name: "Bell and Carter", "the mayor and Roe"."""
    tokens, first = reading.words, source[0]
    last = head_range(reading, source)[1]
    for i in range(first + 1, last - 1):
        if tokens[i] != "and" or i in reading.name_at or reading.inside[i] >= 0:
            continue
        before = i - 1 in reading.name_at or (i - 1 == first and reading.capital(first))
        after = reading.name_at.get(i + 1)
        if any(tokens[k] in reading.rules.attaching for k in range(first, i)):
            return False  # "the head of Acme and Vale"
        if after is not None and after.last == last:
            return before or (tokens[first] in reading.rules.determiners and first + 1 < i)
        return before and tokens[i + 1] in reading.rules.determiners
    return False


def _apposed(reading: Reading, name: Name) -> bool:
    """Tell whether the name can be that of whom a noun before it describes: "her husband, Karl"; no place's."""
    return " ".join(reading.words[name.first : name.last]) not in place_names(reading.language)


def _settle_kind(reading: Reading, entity: Entity, name: Name) -> None:
    """Take a name of up to three words that speaks, and that nothing marks as a body's or a place's, for a person's."""
    noun = reading.rules.people.get(reading.words[name.first]) if name.last - name.first == 1 else None
    if noun is not None:  # "Police said"
        entity.kind = _CLASSES[noun[0]]
        return
    if reading.words[name.last : name.last + 1] == [":"]:  # "ROE: We mourn it."
        entity.kind = _PERSON
        return
    if name.kind is not NameKind.OTHER or entity.things or not any(len(known) < 4 for known in entity.names):
        return
    surface = reading.document.surface(name.first, name.last)
    acronym = surface.isupper() and len(surface) < _LONGEST_ACRONYM
    determined = name.title > 0 and reading.words[name.title - 1] == "the"
    if name.last - name.first > 1 and reading.words[name.first] in words(reading.language, "adjectives"):
        return  # "National Highways"
    if not acronym and not determined and " ".join(surface.split()).lower() not in place_names(reading.language):
        entity.kind = _PERSON


def same_description(reading: Reading, source: Range, entity: Entity) -> bool:
    """Tell whether a description and the role of someone named later share more than their noun."""
    tokens = reading.words
    first, last = head_range(reading, source)
    small = reading.rules.prepositions | reading.rules.determiners
    content = {word for word in tokens[first:last] if word not in small and word not in entity.nouns}
    role = {word.lower() for word in (entity.role or "").split()}
    return not content or bool(content & role)
