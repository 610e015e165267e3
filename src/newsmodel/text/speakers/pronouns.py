"""Pronouns: whom "he", "she", "it" and "they" mean."""

import re
from itertools import islice
from operator import itemgetter
from typing import Final

from newsmodel.lexicon import pairs
from newsmodel.model import MentionKind, SpeakerKind
from newsmodel.text.grammar.tagset import POSSESSIVE, PRONOUN
from newsmodel.text.names.kinds import NameKind
from newsmodel.text.names.lexicon import place_names
from newsmodel.text.quotes.reading import Reading
from newsmodel.text.speakers.people import Entity, Sighting

_PERSON: Final = SpeakerKind.PERSON
_PRONOUNS: Final = re.compile(b"[%c%c]" % (PRONOUN, POSSESSIVE))
_FARTHEST: Final = 12
_NEAR: Final = 4
_OF_A_PERSON: Final = 2
_MOST_CANDIDATES: Final = 60
# How much a sentence of distance costs, and what else weighs for a candidate.
_SUBJECT: Final = 1.4
_KNOWN_GENDER: Final = 1.0
_SPOKE: Final = 0.8
_SAME_SENTENCE: Final = -0.3
_SUBORDINATE: Final = 1.0
_SUBJECT_BEFORE: Final = 0.5
_REPEATED: Final = 0.25


def _genders(language: str) -> dict[str, str]:
    """Return what each pronoun of the third person singular tells: m, f, or n for a thing."""
    return pairs(language, "pronoun_genders")


class Pronouns:
    """
    Finds antecedents, called from left to right; keeps where each entity was last met.

    The latest candidate of fitting number and gender wins, where a subject, a name whose gender is known and the
    speaker of the quote before count more than others.
    """

    def __init__(self, reading: Reading, entities: list[Entity]) -> None:
        self.reading: Reading = reading
        self.entities: list[Entity] = entities
        events = [
            (sighting.first, sighting, entity)
            for entity in entities
            for sighting in entity.sightings
            if reading.inside[sighting.first] < 0
        ]
        self.events: list[tuple[int, Sighting, Entity]] = sorted(events, key=itemgetter(0))
        self.at: int = 0
        self.latest: dict[int, tuple[Sighting, Entity, int]] = {}
        self.spoke: Entity | None = None
        self.heard: set[int] = set()
        self.places: frozenset[str] = place_names(reading.language)
        self.count: dict[int, int] = {}
        self.genders: dict[str, str] = _genders(reading.language)

    def advance(self, token: int) -> None:
        """Take in every mention before *token*."""
        while self.at < len(self.events) and self.events[self.at][0] < token:
            _, sighting, entity = self.events[self.at]
            self._meet(sighting, entity)
            self.at += 1

    def _meet(self, sighting: Sighting, entity: Entity) -> None:
        self.latest.pop(id(entity), None)  # so that the latest stands last
        self.latest[id(entity)] = (sighting, entity, self.reading.document.sentence_of[sighting.first])
        self.count[id(entity)] = self.count.get(id(entity), 0) + 1

    def meet(self, entity: Entity, first: int, last: int) -> None:
        """Take in the source of a quote, whoever it was found to be."""
        self._meet(Sighting(first, last, MentionKind.PRONOUN, subject=True), entity)
        self.spoke = entity
        self.heard.add(id(entity))

    def antecedent(self, token: int) -> Entity | None:
        """Return whom the pronoun at *token* means, or None where nothing fits."""
        self.advance(token)
        word = self.reading.words[token].partition("'")[0]
        gender = self.genders.get(word, "n")
        sentence = self.reading.document.sentence_of[token]
        blocks = self.reading.document.block_of
        block = blocks[sentence]
        subordinate = self.reading.words[token - 1] in ("what", "that")
        best: Entity | None = None
        best_score = -float(_FARTHEST)
        for sighting, entity, where in islice(reversed(self.latest.values()), _MOST_CANDIDATES):
            distance = sentence - where
            if distance > _FARTHEST:
                break
            if not self._agrees(entity, gender, word):
                continue
            score = -float(distance) + sighting.first * 1e-7
            score += _SUBJECT * sighting.subject + _SPOKE * (entity is self.spoke)
            score += _KNOWN_GENDER * (entity.known_gender() == gender)
            score += _REPEATED * min(4, self.count[id(entity)] - 1)
            score += (_SUBORDINATE if subordinate and sighting.subject else _SAME_SENTENCE) * (distance == 0)
            score += _SUBJECT_BEFORE * (distance == 1 and sighting.subject and block == blocks[where])
            if score > best_score:
                best, best_score = entity, score
        return best

    def tell(self, entity: Entity, word: str) -> None:
        """Let a pronoun that means a person tell the gender that nothing else does."""
        gender = self.genders.get(word, "n")
        if gender != "n" and entity.known_gender() == "e":
            entity.votes = 1 if gender == "m" else -1

    def may_mean(self, token: int, noun: str) -> bool:
        """Tell whether the pronoun at *token* can mean someone described by the noun."""
        gender = self.genders.get(self.reading.words[token].partition("'")[0], "n")
        return gender != "n" and self.reading.rules.people[noun][1] in ("e", gender)

    def latest_person(self, token: int) -> Entity | None:
        """Return the person met last as a subject, as "the 33-year-old" means them; None where that is far."""
        sentence = self.reading.document.sentence_of[token]
        for sighting, entity, where in islice(reversed(self.latest.values()), _MOST_CANDIDATES):
            if sentence - where > _NEAR:
                break
            if entity.kind is _PERSON and sighting.subject:
                return entity
        return None

    def latest_body(self, token: int) -> Entity | None:
        """Return the organisation named last as a subject, as "the company" means it; None where it is far."""
        sentence = self.reading.document.sentence_of[token]
        for sighting, entity, where in islice(reversed(self.latest.values()), _MOST_CANDIDATES):
            if sentence - where > _NEAR:
                break
            if entity.kind is SpeakerKind.ORGANIZATION and sighting.subject and not self._mute(entity):
                return entity
        return None

    def _mute(self, entity: Entity) -> bool:
        """Tell whether the entity is a place that has said nothing so far: a place is no office or company."""
        return id(entity) not in self.heard and any(" ".join(name) in self.places for name in entity.names)

    def _agrees(self, entity: Entity, gender: str, word: str) -> bool:
        if gender != "n":
            human = entity.kind is _PERSON or (
                entity.kind is SpeakerKind.UNNAMED and any(noun in self.reading.rules.people for noun in entity.nouns)
            )
            return human and entity.fits(gender)
        if word == "it":
            return entity.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)
        neutral = entity is self.spoke and not self.reading.rules.neutral.isdisjoint(entity.nouns)
        return neutral or entity.kind in (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)


def _may_be_a_persons(reading: Reading, entity: Entity) -> bool:
    """Tell whether a name of two words that nothing marks as a body's, a place's or a thing's stands without "the"."""
    first, last = entity.sightings[0].first, entity.sightings[0].last
    name = reading.name_at[first]
    if name.kind is not NameKind.OTHER or last - first != _OF_A_PERSON or entity.things:
        return False
    before = reading.words[name.title - 1] if name.title else ""
    return before not in reading.rules.determiners and " ".join(entity.names[0]) not in place_names(reading.language)


def vote(reading: Reading, entities: list[Entity]) -> None:
    """Let the first pronoun after the only name of a sentence tell what the name's bearer is: "Xi said his country"."""
    words, inside, document = reading.words, reading.inside, reading.document
    of_token = {sighting.first: entity for entity in entities for sighting in entity.sightings}
    genders = _genders(reading.language)
    current: Entity | None = None
    sentence, open_ = -1, True
    telling = [match.start() for match in _PRONOUNS.finditer(document.tags) if words[match.start()] in genders]
    for i in sorted({*telling, *of_token}):
        if document.sentence_of[i] != sentence:
            sentence, current, open_ = document.sentence_of[i], None, True
        if inside[i] >= 0 or not open_:
            continue
        entity = of_token.get(i)
        if entity is not None:
            open_ = current is None or current is entity
            current = entity
        elif current is not None and words[i] in genders:
            gender = genders[words[i]]
            if gender == "n":
                current.things += 1
            else:
                current.votes += 1 if gender == "m" else -1
                if _may_be_a_persons(reading, current):
                    current.kind = _PERSON
            open_ = False
