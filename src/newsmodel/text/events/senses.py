"""Which kind of event a word of several kinds names where the words next to it do not say."""

from collections.abc import Iterable, Mapping
from typing import Final

from newsmodel.model import EventKind
from newsmodel.text.events.lexicon import EventLexicon
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.inflection import singulars
from newsmodel.text.grammar.phrases import Phrase
from newsmodel.text.grammar.tagset import NOUN, PRONOUN, VERBAL

# What a word names elsewhere in the article says little of these: figures and trees both fall.
_LOOSE: Final = frozenset({EventKind.OTHER, EventKind.ECONOMY})
# The cue of event_cues.txt that stands for a person.
_PERSON: Final = "@person"
# So many of the last words of a phrase are looked at.
_LONGEST: Final = 6


class Senses:
    """
    Settles the kind of the triggers of one document, asked in the order of the text.

    Where no telling word stands near, the subject tells, wherever it stands; else the word is taken as it was meant
    before, or first is after, for a word mostly has one sense in an article (Gale, Church and Yarowsky 1992).
    """

    __slots__ = ("_after", "_before", "_clauses", "_lexicon")

    def __init__(self, clauses: Clauses, lexicon: EventLexicon, triggers: Iterable[Trigger]) -> None:
        """Take what was found in the document, and all of its triggers."""
        self._clauses = clauses
        self._lexicon = lexicon
        self._before: dict[tuple[str, bool], EventKind] = {}
        self._after: dict[tuple[str, bool], EventKind] = {}
        for trigger in triggers:
            if trigger.settled:
                self._after.setdefault((trigger.base, trigger.tag == NOUN), trigger.kind)

    def settle(self, trigger: Trigger) -> None:
        """Give a trigger whose base has cues the kind it has here."""
        cues = self._lexicon.cues[trigger.base]
        is_noun, pronoun = trigger.tag == NOUN, False
        if not trigger.settled and trigger.tag in VERBAL:
            subject = self._clauses.subject(trigger.first)
            if subject is not None:
                pronoun = self._clauses.tags[subject.head] == PRONOUN
                kind = self._told_by(subject, cues)
                if kind is None and _PERSON in cues and self._is_person(subject, trigger.first):
                    kind = cues[_PERSON]  # "Smith was fired"
                if kind is not None:
                    trigger.kind, trigger.settled = kind, True
        if trigger.settled:
            self._before[trigger.base, is_noun] = trigger.kind
            return
        kind = self._before.get((trigger.base, is_noun)) or self._after.get((trigger.base, is_noun))
        if kind is None and self._is_one_word(trigger.base):
            kind = self._before.get((trigger.base, not is_noun)) or self._after.get((trigger.base, not is_noun))
        if kind is not None and (kind not in _LOOSE or (pronoun and kind is EventKind.ECONOMY)):
            trigger.kind = kind

    def _told_by(self, phrase: Phrase, cues: Mapping[str, EventKind | None]) -> EventKind | None:
        """Return the kind that the words of a phrase tell, its head before the others: "coach" of "coach Al Reed"."""
        words = self._clauses.words
        for i in range(phrase.last - 1, max(phrase.first, phrase.last - _LONGEST) - 1, -1):
            for form in (words[i], *singulars(words[i])):
                if form in cues:
                    return cues[form]
        return None

    def _is_person(self, subject: Phrase, verb: int) -> bool:
        """Tell whether someone undergoes a verb in the passive: "he", "Dan Hale"."""
        word = self._clauses.words[subject.first]
        return verb in self._clauses.groups.passive and (
            word in self._lexicon.small_words.persons or word in self._lexicon.given_names
        )

    def _is_one_word(self, base: str) -> bool:
        """Tell whether a verb and a noun of the same form name the same: "vote", not "fire"."""
        noun = self._lexicon.nouns.get(base)
        return noun is not None and noun.kind is self._lexicon.use(base).kind
