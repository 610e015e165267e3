"""Participants: who does an event, whom it befalls, and who else takes part."""

from typing import Final

from newsmodel.model import EventKind, Participant, Place, Role, Speaker
from newsmodel.model.unchecked import unchecked_participant, unchecked_span
from newsmodel.text.document import Document
from newsmodel.text.events.carriers import Carriers
from newsmodel.text.events.counts import count_of
from newsmodel.text.events.kinds import BEFALLING, DONE_TO, GOING, HARMFUL, LIFE, PLACED, SCENIC, SENT
from newsmodel.text.events.lexicon import EventLexicon
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.inflection import singulars
from newsmodel.text.grammar.phrases import Phrase
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    HAVE,
    ING,
    NAME,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    VERBAL,
)

_AGENT: Final = Role.AGENT
_PATIENT: Final = Role.PATIENT
_OTHER: Final = Role.OTHER
_ATTACK: Final = EventKind.ATTACK
_CONTEST: Final = EventKind.CONTEST
_TRANSPORT: Final = EventKind.TRANSPORT
# What a preposition's phrase tells that takes part.
_TELLING: Final = frozenset({"who", "whom"})
_TAKING: Final = VERBAL | {HAVE}
_DONE: Final = frozenset({PARTICIPLE, PAST})
# What a place that a verb's particle leads to stands behind.
_BEFORE_PLACE: Final = frozenset({PREPOSITION, ADVERB})
_CURRENCIES: Final = frozenset("$£€¥")
_COUNTED: Final = frozenset({NUMBER, NOUN, NAME})


class Participants:
    """Finds the participants of the events of one document."""

    __slots__ = (
        "_carriers",
        "_clauses",
        "_document",
        "_language",
        "_lexicon",
        "_mentions",
        "_places",
        "_tags",
        "_words",
        "absorbed",
    )

    def __init__(
        self,
        document: Document,
        clauses: Clauses,
        lexicon: EventLexicon,
        speakers: tuple[Speaker, ...],
        places: tuple[Place, ...],
        carriers: Carriers,
    ) -> None:
        """Take what was found in the document."""
        self._document = document
        self._carriers = carriers
        self._clauses = clauses
        self._lexicon = lexicon
        self._language = document.language or ""
        self._places = {document.token_at(span.end - 1) for place in places for span in place.spans}
        self._words = document.words
        self.absorbed: set[int] = set()
        self._tags = clauses.tags
        self._mentions = {
            document.token_at(mention.span.end - 1): speaker for speaker in speakers for mention in speaker.mentions
        }

    def of(self, trigger: Trigger) -> tuple[Participant, ...]:
        """Return the participants of an event, in the order of the text."""
        if trigger.tag == NOUN:
            named = self._of_noun(trigger)
        elif trigger.tag == ADJECTIVE:
            whose = self._of_outcome(trigger.first)
            named = [(_PATIENT, whose)] if whose else []
        else:
            named = self._of_verb(trigger)
        at, full_of, answering = trigger.first, self._clauses.phrases.full, self._lexicon.answering
        parts: dict[int, Participant] = {}
        within = -1  # the token after the part that reaches furthest
        in_order = True
        for role, whole in named:
            phrase = self._without_place(whole) if self._tags[whole.first] == NAME else whole
            start, end = phrase.first, phrase.last
            if start in parts or start <= at < end or self._is_no_one(role, start, end, harms=trigger.kind in LIFE):
                continue
            if start < within:
                if end <= within and any(taken <= start for taken in parts):
                    continue  # part of another: "guards" in "a group of guards"
                in_order = False
            full = full_of(phrase)
            if full.last > end and start > at and self._words[end] == "of" and self._words[at] in answering:
                full = phrase  # "convicted the clerk of fraud"
            if full.first <= at < full.last:
                full = phrase
            parts[start] = self._make(role, phrase, full)
            within = max(within, full.last)
        return tuple(parts.values()) if in_order else tuple([parts[start] for start in sorted(parts)])

    def _without_place(self, phrase: Phrase) -> Phrase:
        """Return a phrase without the place before its count: "two men" of "In Ulm two men were shot"."""
        number = self._tags.find(NUMBER, phrase.first + 1, phrase.last - 1)
        return Phrase(number, phrase.last) if number >= 0 and number - 1 in self._places else phrase

    def _is_no_one(self, role: Role, first: int, last: int, *, harms: bool) -> bool:
        """
        Tell whether the phrase between two tokens names no participant: a pronoun for nothing, or another event.

        What *harms* someone may be an event: "the blast killed two".
        """
        words = self._words
        tag = self._tags[last - 1]
        if last == first + 1:
            if words[first] in self._lexicon.small_words.empty:
                counts = role is _PATIENT or words[last : last + 1] == ["of"]
                return tag != NUMBER or not counts  # "one was killed", "one of them left", not "one hopes"
            if tag == NUMBER and words[first][0].isdigit():  # an age: "Smith, 34,", or a score: "2-1"
                return words[first - 1] == "," or "-" in words[first]
        if words[last - 1] in self._lexicon.small_words.shares and self._tags.find(NUMBER, first, last) >= 0:
            return words[last : last + 1] != ["of"]  # "4 percent", "12 miles", but "12 miles of road"
        if tag != NOUN:
            return False
        tails, nouns = self._lexicon.noun_tails, self._lexicon.nouns
        if last < len(words) and words[last] in tails and f"{words[last - 1]} {words[last]}" in nouns:
            return True  # "money" of "cleared of money laundering"
        if last == first + 1 and words[first] in self._lexicon.adjectives:
            return True  # "dead" of "was found dead"
        event = nouns.get(words[last - 1])
        return event is not None and not event.weak and not (harms and role is _AGENT and event.kind in HARMFUL)

    def _make(self, role: Role, phrase: Phrase, full: Phrase) -> Participant:
        first, last = phrase.first, phrase.last
        count = None
        if self._tags.find(NUMBER, first, last) >= 0 or self._words[first] in self._lexicon.small_words.count_starts:
            count = count_of(self._words, first, last, self._language)
        document, speaker = self._document, self._mentions.get(last - 1)
        span = unchecked_span(document.starts[full.first], document.ends[full.last - 1])
        if count is None:
            return unchecked_participant(role, span, None, None, speaker)
        return unchecked_participant(role, span, count.value, count.bound, speaker)

    def _of_verb(self, trigger: Trigger) -> list[tuple[Role, Phrase]]:
        clauses, after = self._clauses, trigger.last
        doer = self._doer_before(trigger)
        passive = trigger.first in clauses.groups.passive or (doer is not None and trigger.tag == PAST)
        objects = [] if passive else [phrase for phrase in clauses.objects(after) if not self._is_beside(phrase)]
        before = None if objects or passive else clauses.object_before(trigger.first, after)
        befalls = passive or (not objects and before is None and trigger.kind in BEFALLING)
        role = _PATIENT if befalls else _AGENT
        found = [(role, phrase) for phrase in ([doer] if doer is not None else clauses.subjects(trigger.first))]
        if before is not None:
            found.append((_PATIENT, before))
        if objects or passive:
            found += [(_PATIENT, phrase) for phrase in objects if not self._is_goal(trigger, phrase)]
            after = objects[-1].last if objects else after
            second = clauses.second_object(after)
            if second is not None:
                found.append((_OTHER, second))
        return found + self._beside_verb(trigger, after, passive=passive)

    def _beside_verb(self, trigger: Trigger, after: int, *, passive: bool) -> list[tuple[Role, Phrase]]:
        """Return who takes part by a preposition after a verb and its objects, which end before token *after*."""
        found: list[tuple[Role, Phrase]] = []
        reached = -1
        for preposition, phrase in self._clauses.adjuncts(after):
            if preposition == "of" and self._is_part(phrase.first - 1, after, reached):
                continue
            reached = phrase.last
            if preposition == "by" and passive:
                if not self._is_measure(phrase):  # "won by Oman by 12 runs"
                    found.append((_AGENT, phrase))
            elif preposition == "at" and trigger.kind is _ATTACK and self._lives(phrase):
                found.append((_PATIENT, phrase))  # "fired at protesters"
            elif self._takes_part(preposition, phrase, trigger.kind):
                found.append((_OTHER, phrase))
        return found

    def _is_part(self, of: int, after: int, reached: int) -> bool:
        """
        Tell whether the "of" at a token adds to the noun before it rather than to the verb.

        That is so for an event's noun, "arrested over the deaths of", and for one that is told beside, ", the son of".
        """
        if of == reached:
            return self._words[of - 1] in self._lexicon.nouns
        return of > after and self._clauses.phrases.ending(of - 1) is not None

    def _doer_before(self, trigger: Trigger) -> Phrase | None:
        """Return who stands right before what they are seen doing: "men" of "saw two men leaving"."""
        ing = trigger.tag == ING
        if not (ing or trigger.tag in _DONE) or trigger.first in self._clauses.groups.firsts:
            return None
        phrase = self._clauses.phrases.ending(trigger.first - 1)
        if phrase is None or phrase.owns:
            return None
        if not ing:
            done_to = self._is_object(phrase) or (trigger.tag == PARTICIPLE and self._lives(phrase))
            return phrase if done_to and self._tags[phrase.head] == NOUN else None
        if self._tags[phrase.head] == PRONOUN:
            return phrase if self._words[phrase.head] in self._lexicon.small_words.object_pronouns else None
        return phrase if self._tags[phrase.head] == NOUN and self._lives(phrase) else None

    def _is_object(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the object of a verb right before it: "drones" of "lost drones launched by Oman"."""
        left = phrase.first - 1
        if left > 0 and self._words[left] in self._lexicon.small_words.particles:
            left -= 1
        return left >= 0 and self._tags[left] in _TAKING and self._words[left] not in self._lexicon.speaking

    def _sends(self, trigger: Trigger, phrase: Phrase) -> bool:
        """Tell whether what "from" adds to a noun is who did it: "an offer from a rival", "criticism from monks"."""
        if trigger.kind not in SENT:
            return False
        return self._lives(phrase) or (self._tags[phrase.head] == NAME and phrase.head not in self._places)

    def _lives(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names what can die or be hurt."""
        forms = (self._words[phrase.head], *singulars(self._words[phrase.head]))
        living, endings = self._lexicon.living, self._lexicon.living_endings
        return any(form in living or form.endswith(endings) for form in forms)

    def _is_beside(self, phrase: Phrase) -> bool:
        """Tell whether a place only follows a word such as "off": "sank off Oman"."""
        if self._tags[phrase.first - 1] not in _BEFORE_PLACE:
            return False
        return phrase.head in self._places or self._is_in_place(phrase)

    def _of_outcome(self, adjective: int) -> Phrase | None:
        """Return of whom "dead" and its like are told: "left 12 men dead", "12 dead", "is dead"."""
        phrases, tags = self._clauses.phrases, self._clauses.tags
        around = phrases.around(adjective)
        if around is not None and around.last > adjective + 1:  # "the slain deputy"
            return Phrase(adjective + 1, around.last)
        if around is not None and tags[adjective - 1] in _COUNTED:
            return Phrase(around.first, adjective)
        if adjective - 1 in self._clauses.groups.passive:  # "was found dead"
            return self._clauses.subject(adjective - 1)
        before = phrases.ending(adjective - 1)
        if before is not None and before.first > 0 and tags[before.first - 1] in VERBAL:
            return before
        return self._clauses.subject(adjective)

    def befalls_a_thing(self, trigger: Trigger) -> bool:
        """Tell whether what a verb does to its object is done to no living being: "buried a stretch of highway"."""
        passive = trigger.first in self._clauses.groups.passive
        phrases = self._clauses.subjects(trigger.first) if passive else self._clauses.objects(trigger.last)
        if not phrases or self._clauses.tags[phrases[0].head] != NOUN:
            return False
        return "-" not in self._words[phrases[0].head] and not self._lives(phrases[0])

    def _is_goal(self, trigger: Trigger, phrase: Phrase) -> bool:
        """Tell whether an object is where a movement leads: "the hall" of "entered the hall"."""
        if trigger.base in self._lexicon.place_objects and trigger.kind in PLACED:  # not "pass the bill"
            named = self._clauses.tags[phrase.head] != NOUN and phrase.head not in self._places
            return not named and self._document.words[phrase.head] not in self._lexicon.people
        return trigger.kind is _TRANSPORT and phrase.head in self._places

    def _takes_part(self, preposition: str, phrase: Phrase, kind: EventKind) -> bool:
        """Tell whether a preposition's phrase says who takes part rather than when, where or how."""
        if self._lexicon.prepositions.get(preposition) not in _TELLING:
            return False
        place = phrase.head in self._places and kind is not _CONTEST  # "a win over Valencia"
        if place and (preposition not in self._lexicon.small_words.together or self._is_scene(preposition, kind)):
            return False
        if kind in GOING and preposition == "to" and self._words[phrase.head] in self._lexicon.buildings:
            return False  # "taken to hospital"
        if self._words[phrase.head] in self._lexicon.no_participants or self._is_in_place(phrase):
            return False
        return not self._is_measure(phrase)  # "won by 12 points"

    def _is_measure(self, phrase: Phrase) -> bool:
        measures = self._words[phrase.head] in self._lexicon.small_words.measures
        return measures and self._tags.find(NUMBER, phrase.first, phrase.last) >= 0

    def _is_scene(self, preposition: str, kind: EventKind) -> bool:
        """Tell whether a place is where an event happens rather than what it is about: "died on Everest"."""
        return preposition == "on" and kind in SCENIC

    def _is_in_place(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names a part or kind of a place: "the coast of Chile", "the city of Hull"."""
        if self._words[phrase.last : phrase.last + 1] != ["of"]:
            return False
        return self._clauses.phrases.full(phrase).last - 1 in self._places and not self._lives(phrase)

    def _of_noun(self, trigger: Trigger) -> list[tuple[Role, Phrase]]:
        clauses = self._clauses
        noun = self._lexicon.nouns.get(trigger.base)
        done_to = trigger.kind in DONE_TO or (noun is not None and noun.done_to)
        befalling = trigger.kind in BEFALLING
        owner = clauses.phrases.owner(trigger.first)
        found: list[tuple[Role, Phrase]] = []
        if owner is not None:
            found.append((_PATIENT if befalling else _AGENT, owner))
        named = clauses.phrases.named(trigger.first)
        if named is not None:
            found.append((_OTHER, named))
        carried = self._carriers.of(trigger)
        found += carried
        undergone = any(role is _PATIENT for role, _ in carried)
        adjuncts = clauses.adjuncts(trigger.last)
        verb = self._carriers.verb_after(trigger)
        if verb >= 0 and self._carriers.bears(verb):
            self.absorbed.add(verb)
            adjuncts += clauses.adjuncts(verb + 1)
        for preposition, phrase in adjuncts:
            if preposition == "of":
                sum_of = self._words[phrase.first][0] in _CURRENCIES  # "a charge of $2 million"
                found.append((_PATIENT if done_to else _OTHER if sum_of else _AGENT, phrase))
            elif preposition == "by" or (preposition == "from" and (undergone or self._sends(trigger, phrase))):
                found.append((_AGENT, phrase))
            elif self._takes_part(preposition, phrase, trigger.kind):
                whom = self._lexicon.prepositions[preposition] == "whom"
                found.append((_PATIENT if whom else _OTHER, phrase))
        return found
