"""Speakers: the sources of the quotes, joined over the article."""

from functools import cache
from typing import Final

from newsmodel.lexicon import rows
from newsmodel.model import Mention, MentionKind, Speaker, SpeakerKind
from newsmodel.model.unchecked import unchecked_mention, unchecked_speaker
from newsmodel.text.grammar.reporting import attributing_phrases
from newsmodel.text.names.kinds import NameKind
from newsmodel.text.quotes.drafts import Draft
from newsmodel.text.quotes.reading import Range, Reading
from newsmodel.text.quotes.subjects import nominal_start
from newsmodel.text.speakers.heads import head_noun, head_range, joined, named_in, noun_class, same_description
from newsmodel.text.speakers.people import Entity, Sighting, gather
from newsmodel.text.speakers.pronouns import Pronouns, vote
from newsmodel.text.speakers.roles import describe

_FAR_BACK: Final = 25
_NEAR_WHO: Final = 3
_MOST_BEARERS: Final = 40
_NEAR_SUBJECT: Final = 2


def resolve(reading: Reading, drafts: list[Draft]) -> tuple[tuple[Speaker, ...], list[Speaker | None]]:
    """Return the speakers in the order of their first mention, and the speaker of each draft."""
    entities, of_name = gather(reading)
    describe(reading, of_name)
    vote(reading, entities)
    found = _Resolver(reading, entities, of_name).run(drafts)
    speakers: dict[int, Speaker] = {}
    for entity in found:
        if entity is not None and id(entity) not in speakers:
            speakers[id(entity)] = _speaker(reading, entity)
    ordered = sorted(speakers.values(), key=_first_place)
    return tuple(ordered), [speakers[id(entity)] if entity is not None else None for entity in found]


class _Resolver:
    """Takes the sources in the order of the text, so that what was resolved before helps what comes after."""

    def __init__(self, reading: Reading, entities: list[Entity], of_name: dict[int, Entity]) -> None:
        self.reading = reading
        self.entities = entities
        self.of_name = of_name
        self.pronouns = Pronouns(reading, entities)
        self.of_source: dict[Range, Entity | None] = {}
        self.by_noun: dict[str, list[Entity]] = {}
        self.by_description: dict[tuple[str, ...], Entity] = {}
        for entity in entities:
            for noun in sorted(entity.nouns):
                self.by_noun.setdefault(noun, []).append(entity)

    def run(self, drafts: list[Draft]) -> list[Entity | None]:
        """Return the entity of each draft."""
        sources = sorted({draft.source for draft in drafts if draft.source is not None})
        for source in sources:
            self.pronouns.advance(source[0])
            entity = self._entity(source)
            self.of_source[source] = entity
            if entity is not None:
                self.pronouns.meet(entity, *source)
        return [self.of_source[draft.source] if draft.source is not None else None for draft in drafts]

    def _entity(self, source: Range) -> Entity | None:
        words = self.reading.words
        first, last = source
        word = words[first].partition("'")[0]
        alone = last - first == 1 or (last - first == 2 and word not in self.reading.rules.possessives)
        whose = word in self.reading.rules.possessives and word.isalpha() and self._whose_words(source)
        if whose or (alone and word in self.reading.rules.third_person):
            entity = self.pronouns.antecedent(first) or self._subject_met(first)
            if entity is not None:
                self.pronouns.tell(entity, word)
                entity.sightings.append(Sighting(first, first + 1, MentionKind.PRONOUN, subject=True))
            return entity
        if last - first == 1 and word in self.reading.rules.nobody:
            return None
        if word in self.reading.rules.relatives and last - first <= 2:
            return self._relative(first)
        if joined(self.reading, source):
            return self._group(source)
        if (
            last - first == 2
            and words[first] in self.reading.rules.definite
            and _only_tells(self.reading, words[last - 1])
        ):
            person = self.pronouns.latest_person(first)
            if person is not None:
                person.sightings.append(Sighting(first, last, MentionKind.NOMINAL, subject=True))
                return person
        named = named_in(self.reading, source, self.of_name)
        if named is not None:
            return named if named.names else None  # a last name that several bear
        return self._described(source)

    def _whose_words(self, source: Range) -> bool:
        """Tell whether a source that opens with "his" is no more than him: "his claim that", "in his own words"."""
        first, last = source
        telling = {phrase.telling for phrase in attributing_phrases(self.reading.language) if phrase.after}
        return last - first == 1 or self.reading.words[last - 1] in telling

    def _group(self, source: Range) -> Entity:
        """Return those who speak together: "Bell and Carter"."""
        key = _words(self.reading, source)
        known = self.by_description.get(key)
        if known is None:
            known = self.by_description[key] = Entity(SpeakerKind.GROUP, description=source)
        known.sightings.append(Sighting(*source, MentionKind.NAME, subject=True))
        return known

    def _relative(self, at: int) -> Entity | None:
        """Return whom "who" goes back to: the person named before it, past a description of them."""
        words, inside = self.reading.words, self.reading.inside
        first = self.reading.document.sentences[self.reading.document.sentence_of[at]][0]
        nearest: Entity | None = None
        near = at
        for i in range(at - 1, max(first, at - _FAR_BACK) - 1, -1):
            if inside[i] >= 0 or words[i] in (";", ":"):
                break
            name = self.reading.name_at.get(i)
            entity = self.of_name.get(name.first) if name is not None else None
            if entity is None:
                continue
            if entity.kind is SpeakerKind.PERSON:
                return entity if entity.names else None  # a last name that several bear
            nearest, near = (nearest, near) if nearest is not None else (entity, i)
            if at - i <= 2 and name is not None and name.kind is NameKind.OTHER:  # right before: "and Jane Roe, who"
                break
            if words[at] != "who":
                break
        if nearest is not None and words[at] == "who":
            if at - near > _NEAR_WHO:  # "the bridge on Elm Street, over the objections of drivers who"
                return self._people_before(at, first)
            nearest.kind = SpeakerKind.PERSON
        return nearest or (self._people_before(at, first) if words[at] == "who" else None)

    def _people_before(self, at: int, floor: int) -> Entity | None:
        """Return the people that "who" describes, without a name: "business owners who"."""
        words, persons = self.reading.words, self.reading.rules.persons
        if at == floor:
            return None
        end = at - (words[at - 1] == ",")
        first = nominal_start(self.reading, end, floor)
        if (
            first - 2 > floor and words[first - 1] == "of" and words[first - 2] in persons
        ):  # "the head of the union, who"
            return self._described((nominal_start(self.reading, first - 1, floor), end))
        noun = words[end - 1]
        people = noun in persons or noun_class(self.reading, noun) is SpeakerKind.GROUP
        return self._described((first, end)) if people and first < end else None

    def _subject_met(self, at: int) -> Entity | None:
        """Return whom a pronoun means without a name near: "The governor arrived. “...,” he said"."""
        reading, sentence = self.reading, self.reading.document.sentence_of[at]
        floor = reading.document.sentences[max(sentence - _NEAR_SUBJECT, 0)][0]
        for i in range(at - 1, floor, -1):
            if reading.inside[i] >= 0 or not reading.finite[i] or reading.words[i - 1] not in reading.rules.persons:
                continue
            first = nominal_start(reading, i, floor)
            if reading.words[first] in reading.rules.determiners and self.pronouns.may_mean(at, reading.words[i - 1]):
                return self._described((first, i))
        return None

    def _described(self, source: Range) -> Entity | None:
        """Return the entity that a description means: one met before, one named later, or one that stays unnamed."""
        reading = self.reading
        noun = head_noun(reading, source)
        if (
            not noun
            or noun in reading.rules.auxiliaries
            or noun in reading.rules.prepositions
            or noun in reading.rules.coordinators
            or reading.words[source[0]] == "no"
        ):
            return None  # no noun phrase after all, or "no group"
        definite = reading.words[source[0]] in reading.rules.definite
        known = self._known(source, noun, definite=definite)
        if known is None:
            kind = noun_class(reading, noun)
            _, gender = reading.rules.people.get(noun, ("", "e"))
            known = Entity(kind, description=head_range(reading, source), nouns={noun}, gender=gender)
            self.by_description[_words(reading, head_range(reading, source))] = known
            self.by_noun.setdefault(noun, []).append(known)
        known.sightings.append(Sighting(*head_range(reading, source), MentionKind.NOMINAL, subject=True))
        return known

    def _known(self, source: Range, noun: str, *, definite: bool) -> Entity | None:
        """Return the entity that goes by the noun: the last one before, for "a general" the first one after."""
        reading = self.reading
        bearers = self.by_noun.get(noun, [])
        if not definite:
            for entity in bearers[:_MOST_BEARERS]:
                if (
                    entity.kind is SpeakerKind.PERSON
                    and entity.sightings
                    and entity.sightings[0].first >= source[1]
                    and same_description(reading, source, entity)
                ):
                    return entity
        if definite:
            met = self.pronouns.latest
            before = [entity for entity in bearers[-_MOST_BEARERS:] if id(entity) in met]
            if before:
                return max(before, key=lambda entity: met[id(entity)][0].first)
            described = " ".join(reading.words[slice(*source)])
            later = [entity for entity in bearers if (entity.role or "").lower() == described]
            if len(later) == 1:  # "the engineer" before "The engineer, Jane Roe, said"
                return later[0]
            bare = source[1] - source[0] == 2  # "the company", and not "the county's power company"
            named = noun_class(reading, noun) is SpeakerKind.ORGANIZATION and noun not in reading.rules.own_kind
            if bare and named:
                return self.pronouns.latest_body(source[0])
        return self.by_description.get(_words(reading, head_range(reading, source)))


def _only_tells(reading: Reading, noun: str) -> bool:
    """Tell whether a word after "the" only tells the age or the origin of someone met: "the 33-year-old"."""
    return noun.endswith("-year-old") or noun + "s" in _demonyms(reading.language)  # no "the French"


@cache
def _demonyms(language: str) -> frozenset[str]:
    return frozenset(word.lower() for word, _ in rows(language, "demonyms"))


def _words(reading: Reading, part: Range) -> tuple[str, ...]:
    return tuple(word for word in reading.words[slice(*part)] if word not in reading.rules.articles)


def _first_place(speaker: Speaker) -> Range:
    span = speaker.mentions[0].span
    return span.start, span.end


def _speaker(reading: Reading, entity: Entity) -> Speaker:
    """Return the finished speaker of an entity."""
    document = reading.document
    whole = entity.fullest or entity.description or (entity.sightings[0].first, entity.sightings[0].last)
    name = " ".join(document.surface(*whole).split())
    mentions: dict[Range, Mention] = {
        (sighting.first, sighting.last): unchecked_mention(document.span(sighting.first, sighting.last), sighting.kind)
        for sighting in entity.sightings
    }
    kind = entity.kind
    return unchecked_speaker(
        name,
        kind,
        tuple([mentions[place] for place in sorted(mentions)]),
        entity.honorific,
        entity.role,
        entity.affiliation if kind is SpeakerKind.PERSON else None,
    )
