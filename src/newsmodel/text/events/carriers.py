"""Who takes part in an event that a noun names, by the verb it depends on: "police" of "police made an arrest"."""

from typing import Final

from newsmodel.model import EventKind, Role
from newsmodel.text.events.kinds import BEFALLING, CRIMES, HARMFUL, LIFE
from newsmodel.text.events.lexicon import EventLexicon
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.inflection import verb_base
from newsmodel.text.grammar.phrases import Phrase
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    DATE,
    DETERMINER,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    TO,
    VERBAL,
)

_AGENT: Final = Role.AGENT
_PATIENT: Final = Role.PATIENT
_OTHER: Final = Role.OTHER
# So many tokens before an event noun stands the verb it depends on.
_REACH: Final = 20
_CARRYING: Final = VERBAL | {BE}
_LINKS: Final = frozenset({PREPOSITION, TO})
# What may stand between a verb and the event noun that depends on it.
_BETWEEN: Final = frozenset({PREPOSITION, TO, NOUN, ADJECTIVE, DATE, DETERMINER, NAME, ADVERB, NUMBER, POSSESSIVE})
# What may stand between an event's noun and the verb that it is the subject of.
_BEFORE_VERB: Final = _BETWEEN | AUXILIARY | {NOT}


class Carriers:
    """
    Tells who takes part in the events that nouns name, by the verbs they depend on.

    Who "made an arrest" arrested someone; who "described the arrest" did not.
    """

    __slots__ = ("_clauses", "_lexicon", "_verbs_after")

    def __init__(self, clauses: Clauses, lexicon: EventLexicon) -> None:
        """Take what was found in the document."""
        self._clauses = clauses
        self._lexicon = lexicon
        self._verbs_after: dict[int, int] = {}

    def of(self, trigger: Trigger) -> list[tuple[Role, Phrase]]:
        """Return who takes part in the event that a noun names, by the verb before it."""
        clauses = self._clauses
        words = clauses.words
        phrase = clauses.phrases.around(trigger.last - 1)
        first = phrase.first if phrase is not None else trigger.first
        start = max(clauses.sentences[clauses.sentence_of[trigger.first]][0], first - 1 - _REACH)
        verb, direct, hangs = self._verb_before(first - 1, start)
        if verb < 0:
            return []
        if not direct and words[verb] in self._lexicon.answering:
            accused = clauses.accused(verb)
            if accused is not None and accused.first < trigger.first:
                did = trigger.kind in CRIMES and words[first - 1] in clauses.small_words.answering
                return [(_AGENT if did else _OTHER, accused)]
        if hangs:
            return []
        subject = clauses.subject(verb)
        if subject is None or words[subject.first] in clauses.small_words.no_one:
            return []
        denied = words[verb] in self._lexicon.denying
        if denied and trigger.kind is EventKind.CHARGE:
            return [(_PATIENT, subject)]
        if direct:
            role = self._role_of_subject(verb, trigger)
            return [(role, phrase) for phrase in clauses.subjects(verb)] if role is not None else []
        return self._linked(verb, first - 1, trigger, subject)

    def verb_after(self, trigger: Trigger) -> int:
        """Return the verb whose subject is an event's noun, or -1: "held" of "talks were held"."""
        if trigger.first not in self._verbs_after:
            self._verbs_after[trigger.first] = self._find_verb_after(trigger)
        return self._verbs_after[trigger.first]

    def _find_verb_after(self, trigger: Trigger) -> int:
        clauses = self._clauses
        tags = clauses.tags
        last = min(clauses.sentences[clauses.sentence_of[trigger.first]][1], trigger.last + _REACH)
        for i in range(trigger.last, last):
            if tags[i] in VERBAL:
                subject = clauses.subject(i)
                return i if subject is not None and subject.head == trigger.last - 1 else -1
            if tags[i] not in _BEFORE_VERB:
                break
        return -1

    def bears(self, verb: int) -> bool:
        """Tell whether the event that a verb tells of is its subject: "held" of "talks were held"."""
        passive = verb in self._clauses.groups.passive
        return passive and verb_base(self._clauses.words[verb], self._lexicon.bases) in self._lexicon.light

    def _verb_before(self, i: int, start: int) -> tuple[int, bool, bool]:
        """
        Return the verb that what stands after *i* follows, or -1, and what stands between: no preposition; an event.

        What follows "an investigation into" tells of that event rather than of the verb's.
        """
        words, tags = self._clauses.words, self._clauses.tags
        direct, linked, hangs = True, False, False
        while i >= start and tags[i] in _BETWEEN:
            hangs = hangs or (linked and tags[i] == NOUN and self._names_event(words[i]))
            linked = tags[i] in _LINKS
            direct = direct and not linked
            i -= 1
        return (i if i >= start and tags[i] in _CARRYING else -1), direct, hangs

    def _names_event(self, word: str) -> bool:
        noun = self._lexicon.nouns.get(word)
        return noun is not None and noun.kind is not None and not noun.weak

    def _role_of_subject(self, verb: int, trigger: Trigger) -> Role | None:
        """Return as what the subject of a verb takes part in the event that its object names, None for as nothing."""
        word, after = self._clauses.words[verb : verb + 2]
        if self._clauses.tags[verb] == BE:
            return None
        if verb in self._clauses.groups.passive:  # "was given a warning"
            return _PATIENT
        base = verb_base(word, self._lexicon.bases)
        carriers = self._lexicon.carriers
        role = carriers.get(f"{base} {after}") or carriers.get(base)
        role = role or self._lexicon.kind_carriers.get((base, trigger.kind))
        if role is not None:
            return role
        if word in self._lexicon.undergoing:
            return _PATIENT
        if base not in self._lexicon.light:
            return None
        return _PATIENT if trigger.kind in BEFALLING else _AGENT

    def _linked(self, verb: int, link: int, trigger: Trigger, subject: Phrase) -> list[tuple[Role, Phrase]]:
        """Return who takes part in an event whose noun a preposition or particle at *link* ties to a verb."""
        clauses, carriers = self._clauses, self._lexicon.carriers
        words, linked = clauses.words, clauses.words[link]
        base = "be" if clauses.tags[verb] == BE else verb_base(words[verb], self._lexicon.bases)
        first = next((i for i in range(verb + 1, link) if clauses.tags[i] in _LINKS), link)
        role = carriers.get(" ".join([base, *words[verb + 1 : first + 1]])) or carriers.get(f"{base} {linked}")
        if role is None:
            role = carriers.get(f"{words[link - 1]} {linked}")
        if role is not None:
            with_whom = clauses.objects(verb + 1) if trigger.kind is EventKind.MEET else []  # "met him for talks"
            return [(role, subject), *[(_OTHER, phrase) for phrase in with_whom]]
        passive = verb in clauses.groups.passive
        objects = [] if passive else clauses.objects(verb + 1)
        role = carriers.get(f"* {linked} {words[link + 1]}") if link + 1 == trigger.first else None
        if role is not None:  # "stabbed him to death"
            return [(role, phrase) for phrase in objects or [subject]]
        role = carriers.get(f"* {linked}")
        if role is None:
            return []
        kind = self._lexicon.use(words[verb]).kind
        if trigger.kind in HARMFUL and kind in LIFE:
            if not objects:  # "was killed in the raid"
                return [(_PATIENT, subject)]
            if trigger.kind is EventKind.ATTACK:  # "killed two guards in a raid"
                return [(_AGENT, subject), *[(_PATIENT, phrase) for phrase in objects]]
        if role is _PATIENT and (objects or trigger.kind not in HARMFUL):
            return []  # "was pleased by the vote"
        return [(role, subject)]
