"""Roles: what the text says that the bearers of its names are, before a name and after it."""

from functools import cache
from typing import Final

from newsmodel.lexicon import pairs, rows, words
from newsmodel.model import SpeakerKind
from newsmodel.text.grammar.reporting import cue_words
from newsmodel.text.grammar.tagset import ADJECTIVE, NOUN
from newsmodel.text.names.kinds import Name, NameKind
from newsmodel.text.names.lexicon import LONGEST_TITLE, bare
from newsmodel.text.quotes.reading import Reading
from newsmodel.text.speakers.people import Entity

_PERSON: Final = SpeakerKind.PERSON
_SHOWS_MORE: Final = frozenset({"'s", ","})
_LONGEST_ROLE: Final = 25
_MOST_MODIFIERS: Final = 4
_MODIFIERS: Final = frozenset({ADJECTIVE, NOUN})


@cache
def _titles(language: str) -> dict[str, tuple[str, str]]:
    return {bare(title): (gender, kind) for title, gender, kind in rows(language, "titles")}


@cache
def _title_nouns(language: str) -> dict[str, str]:
    """Return the noun that each title stands for: "gen" for general."""
    return pairs(language, "title_nouns")


def describe(reading: Reading, of_name: dict[int, Entity]) -> None:
    """Give the entities their honorific, role, affiliation and the nouns that describe them."""
    words, rules = reading.words, reading.rules
    for name in reading.names:
        entity = of_name.get(name.first)
        if entity is None or reading.inside[name.first] >= 0:
            continue
        if name.title < name.first:
            _from_title(reading, entity, name)
        if name.kind is NameKind.ORGANIZATION or entity.kind is not _PERSON:
            last = words[name.last - 1]
            if last in rules.people:
                entity.nouns.add(last)
        before = words[name.title - 1] if name.title else ""
        after = words[name.last] if name.last < len(words) else ""
        if (before in rules.owning or after in _SHOWS_MORE) and not rules.owned.isdisjoint(words_near(reading, name)):
            entity.things += 1
        if before == "," or before in rules.people:
            _from_before(reading, entity, name)
        if after == ",":
            _from_after(reading, entity, name)
        if after == "," or after in rules.belonging:
            _belonging(reading, entity, name)


def _from_title(reading: Reading, entity: Entity, name: Name) -> None:
    words, titles = reading.words, _titles(reading.language)
    first = name.title
    while first < name.first:
        for end in range(min(name.first, first + LONGEST_TITLE), first, -1):
            found = titles.get(" ".join(word.rstrip(".") for word in words[first:end]))
            if found is None:
                continue
            surface = " ".join(reading.document.surface(first, end).split())
            if found[1] == "office":
                start = _modified(reading, first)
                whole = name.first if words[end] in ("of", "for") else end  # "Minister of Health"
                entity.role = entity.role or " ".join(reading.document.surface(start, whole).split())
            elif entity.honorific is None or (len(surface) > len(entity.honorific) and found[1] == "honorific"):
                entity.honorific = surface
            if entity.gender == "e":
                entity.gender = found[0]
            key = bare(surface.lower())
            noun = key.split()[-1]
            entity.nouns.add(_title_nouns(reading.language).get(key, _title_nouns(reading.language).get(noun, noun)))
            first = end
            break
        else:
            return


def _modified(reading: Reading, first: int) -> int:
    """Return where what qualifies an office starts: "former finance" of "former finance minister"."""
    words = reading.words
    start, sentence = first, reading.document.sentences[reading.document.sentence_of[first]][0]
    while (
        start > max(sentence, first - _MOST_MODIFIERS)
        and reading.tags[start - 1] in _MODIFIERS
        and words[start - 1] not in cue_words(reading.language)
        and start - 1 not in reading.name_at
        and reading.inside[start - 1] < 0
    ):
        start -= 1
    return start


def _from_before(reading: Reading, entity: Entity, name: Name) -> None:
    """Read the small words before a name: "the economist Jared Bernstein", "her husband, Bill"."""
    words, rules, people = reading.words, reading.rules, reading.rules.people
    at = name.title - 1
    apposed = at > 0 and words[at] == ","
    if apposed:
        at -= 1
    if at < 0 or reading.inside[at] >= 0:
        return
    found = people.get(words[at])
    if found is not None and found[0] == "organization" and entity.kind is not _PERSON:
        entity.things += 1  # "the drugmaker Globex"
    head = at if at not in reading.name_at and words[at] in rules.persons else -1
    if head < 0 and apposed and entity.kind is _PERSON:
        head = _head_of(reading, at)
    if head < 0:
        return
    given = name.kind is NameKind.OTHER and words[name.first] in pairs(reading.language, "first_names")
    if given and not entity.things and name.last - name.first == 1:
        entity.kind = _PERSON  # "her brother Doug"
    first = head
    while (
        first > 0
        and reading.inside[first - 1] < 0
        and (
            first - 1 in reading.name_at
            or words[first - 1] in reading.rules.determiners
            or "'s" in (words[first - 1], words[first])
            or (reading.tags[first - 1] in _MODIFIERS and words[first - 1] not in cue_words(reading.language))
        )
        and head - first < 6
        and reading.document.sentence_of[first - 1] == reading.document.sentence_of[at]
    ):
        first -= 1
        if words[first] in reading.rules.determiners:
            break
    opens = words[first] in rules.possessives or words[first] in rules.articles or words[first - 1] == "whose"
    if apposed and not opens and "'s" not in words[first:at]:
        return
    whose = _attached_to(reading, first) if apposed else first
    if whose < first:  # "a spokeswoman for the governor, Jane Roe"
        _describe_with(reading, entity, whose, at + 1, first - 1)
    else:
        _describe_with(reading, entity, first, at + 1, head + 1)


def _head_of(reading: Reading, at: int) -> int:
    """Return the person that what ends at *at* is said of: "the driver of the bus"; -1 without one."""
    words, rules = reading.words, reading.rules
    first = at
    while at - first < _MOST_MODIFIERS and (
        first in reading.name_at or reading.tags[first] in _MODIFIERS or words[first] in rules.determiners
    ):
        first -= 1
    attached = first > 0 and words[first] in rules.attaching and first < at and words[first - 1] in rules.persons
    return first - 1 if attached else -1


def _attached_to(reading: Reading, first: int) -> int:
    """Return where the description starts that a preposition joins to what stands at *first*; *first* without one."""
    words, rules, document = reading.words, reading.rules, reading.document
    start, head = document.sentences[document.sentence_of[first]][0], first - 2
    if head < start or words[first - 1] not in rules.attaching or rules.people.get(words[head], ("",))[0] != "person":
        return first
    while head > start and reading.tags[head - 1] in _MODIFIERS and reading.inside[head - 1] < 0:
        head -= 1
    return head - (head > start and words[head - 1] in rules.determiners)


def words_near(reading: Reading, name: Name) -> list[str]:
    """Return what shows that a name is a body's: "shares of" it, "'s headquarters", ", based in" somewhere."""
    words, first, last = reading.words, name.title, name.last
    found: list[str] = []
    if first > 1 and words[first - 1] in reading.rules.owning:
        found.append(words[first - 2])
    if words[last : last + 1] == ["'s"] or words[last : last + 2] == [",", "based"]:
        found += words[last + 1 : last + 3]
    if words[last : last + 2] == [",", "the"]:
        found += words[last + 2 : last + 3]
    return found


def _adjectives(reading: Reading) -> frozenset[str]:
    return words(reading.language, "adjectives")


def _from_after(reading: Reading, entity: Entity, name: Name) -> None:
    """Read the description after a name: ", a commanding general in Iraq,"."""
    words, rules = reading.words, reading.rules
    at = name.last
    sentence_end = reading.document.sentences[reading.document.sentence_of[name.first]][1]
    if at + 1 >= sentence_end:
        return
    first = at + 1
    if words[first][0].isdigit() and first + 2 < sentence_end and words[first + 1] == ",":
        first += 2
    if words[first] == "who" and first + 2 < sentence_end and words[first + 1] in rules.be:
        first += 2
    last = first
    while (
        last < sentence_end
        and last - first < _LONGEST_ROLE
        and words[last] not in (",", ".", ";", "who", "—", "–", "―", "--", "(", ":")
        and reading.inside[last] < 0
    ):
        if reading.finite[last]:
            break
        last += 1
    word = words[first]
    if last < sentence_end and reading.finite[last] and word == "the":  # "On Chirper, the company said"
        return
    if last == first or (word in rules.subjects and word not in rules.determiners) or word in rules.prepositions:
        return
    head = last
    for i in range(first + 1, last):
        if words[i] in reading.rules.attaching and i not in reading.name_at:
            head = i
            break
    noun = words[head - 1]
    found = rules.people.get(noun)
    if found is None or found[0] not in ("person", "organization"):
        return
    if (
        words[first] not in rules.determiners
        and head - 1 != first
        and first not in reading.name_at
        and words[first] not in _adjectives(reading)
        and words[first] not in rules.people
    ):
        return
    other = name.kind is NameKind.OTHER and not entity.things
    if found[0] == "person" and entity.kind is SpeakerKind.ORGANIZATION and other:
        entity.kind = _PERSON
    _describe_with(reading, entity, first, last, head)


def _belonging(reading: Reading, entity: Entity, name: Name) -> None:
    """Read the body that someone is of or at, right after the name: "Amir Khan, of the University of Leeds"."""
    words = reading.words
    if name.kind is NameKind.ORGANIZATION or entity.affiliation is not None:
        return
    at = name.last + (words[name.last : name.last + 1] == [","])
    if words[at + 1 : at + 2] == [","] and words[at].isdigit():  # an age
        at += 2
    if words[at : at + 1] and words[at] in reading.rules.belonging:
        at += 1 + (words[at + 1 : at + 2] == ["the"])
        body = reading.name_at.get(at)
        if body is not None and body.first == at and body.kind is NameKind.ORGANIZATION:
            entity.affiliation = " ".join(reading.document.surface(body.first, body.last).split())


def _describe_with(reading: Reading, entity: Entity, first: int, last: int, head: int | None = None) -> None:
    noun = reading.words[(head or last) - 1]
    found = reading.rules.people.get(noun)
    entity.nouns.add(noun)
    if found is not None and entity.gender == "e" and found[0] == "person":
        entity.gender = found[1]
    if entity.role is None or (len(entity.role.split()) < 3 and last - first > 2):
        entity.role = " ".join(reading.document.surface(first, last).split())
    if entity.affiliation is None and entity.kind is _PERSON:
        for i in range(first, last):
            name = reading.name_at.get(i)
            if name is not None and name.first == i and name.kind is NameKind.ORGANIZATION:
                entity.affiliation = " ".join(reading.document.surface(name.first, name.last).split())
                break
