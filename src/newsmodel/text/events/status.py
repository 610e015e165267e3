"""Polarity and modality: whether an event is told as so, and as real, planned or possible."""

from dataclasses import dataclass
from functools import cache
from typing import Final, final

from newsmodel.lexicon import rows
from newsmodel.model import EventKind, Modality, Polarity, Role
from newsmodel.text.events.carriers import Carriers
from newsmodel.text.events.lexicon import EventLexicon
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.inflection import singulars, verb_base
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    FINITE,
    HAVE,
    ING,
    MODAL,
    NAME,
    NOT,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    TO,
    VERB,
    VERBAL,
)
from newsmodel.text.grammar.verb_groups import REACH

# So many tokens before "to" the word may stand on which the infinitive hangs: "plans for coalition forces to remain".
_GOVERNOR_REACH: Final = 7
_LINKS: Final = frozenset({PREPOSITION, ADVERB})
# So many tokens before "and" the verb stands that it joins another to.
_JOINED_REACH: Final = 16
# Beside verbs, what an infinitive may hang on.
_GOVERNING: Final = frozenset({NOUN, ADJECTIVE})
_PLANNED: Final = "planned"
_HYPOTHETICAL: Final = "hypothetical"
_NEGATIVE: Final = "negative"
# Who denies or declines one of these says that it is false or unwelcome, not that nobody made it.
_DENIED: Final = frozenset({EventKind.CHARGE, EventKind.DISPUTE, EventKind.DEMAND})


@final
@dataclass(frozen=True, slots=True)
class Told:
    """How an event is told."""

    polarity: Polarity
    modality: Modality


_PLAIN: Final = Told(Polarity.POSITIVE, Modality.ASSERTED)


@final
@dataclass(frozen=True, slots=True)
class _Words:
    auxiliaries: dict[str, str]
    governors: dict[str, str]
    modifiers: dict[str, str]
    subordinators: dict[str, str]
    tellings: dict[str, str]
    definite: dict[str, str]
    futures: dict[str, str]
    noun_links: dict[str, str]


@cache
def _words(language: str) -> _Words:
    def of(kind: str) -> dict[str, str]:
        return {row[0]: row[2] for row in rows(language, "modality_words") if row[1] == kind}

    return _Words(
        auxiliaries=of("auxiliary"),
        governors=of("governor"),
        modifiers=of("modifier"),
        subordinators=of("subordinator"),
        tellings=of("telling"),
        definite=of("definite"),
        futures=of("reported future"),
        noun_links=of("noun link"),
    )


class Status:
    """Tells how the events of one document are told."""

    __slots__ = ("_carriers", "_clauses", "_lexicon", "_words")

    def __init__(self, language: str, clauses: Clauses, lexicon: EventLexicon, carriers: Carriers) -> None:
        """Take what was found in the document."""
        self._carriers = carriers
        self._clauses = clauses
        self._lexicon = lexicon
        self._words = _words(language)

    def of(self, trigger: Trigger) -> Told:
        """Return polarity and modality of the event a trigger names."""
        marks = (
            self._of_noun(trigger) + self._of_predicate(trigger)
            if trigger.tag == NOUN
            else self._of_verb(trigger.first)
        )
        if not marks:
            return _PLAIN
        negative = marks.count(_NEGATIVE) % 2 == 1
        if _HYPOTHETICAL in marks:
            modality = Modality.HYPOTHETICAL
        elif _PLANNED in marks:
            modality = Modality.PLANNED
        else:
            modality = Modality.ASSERTED
        return Told(Polarity.NEGATIVE if negative else Polarity.POSITIVE, modality)

    def as_reported(self, trigger: Trigger) -> Modality:
        """Return the modality of an event that is possible as told, inside what someone is reported to have said."""
        clauses = self._clauses
        first = clauses.groups.first(trigger.first)
        start, _ = clauses.sentences[clauses.sentence_of[trigger.first]]
        plain = first < trigger.first and clauses.words[first] in self._words.futures
        if plain and self._words.subordinators.keys().isdisjoint(clauses.words[max(start, first - REACH) : first]):
            return Modality.PLANNED  # "said she would resign"
        return Modality.HYPOTHETICAL

    def _of_verb(self, verb: int, depth: int = 0) -> list[str]:
        """Return what stands around a verb that says how it is told."""
        clauses = self._clauses
        words, tags = clauses.words, clauses.tags
        first = clauses.groups.first(verb)
        marks = self._group_marks(first, verb) if first < verb else []
        start = clauses.sentences[clauses.sentence_of[verb]][0]
        left = first - 1
        while left > start and tags[left] == ADVERB:
            left -= 1
        if left < start:
            return marks
        if tags[left] == TO and left > start and tags[left - 1] == NOT:  # "promised not to cut"
            marks.append(_NEGATIVE)
        if tags[left] == TO or (tags[verb] == ING and tags[left] == PREPOSITION):
            marks += self._governor_marks(left, start, depth)
        elif tags[verb] == ING and (tags[left] in VERBAL or words[left] == "without"):
            marks += self._governor_marks(left + 1, start, depth)
        elif first == verb and tags[left] == CONJUNCTION and depth < 3:
            marks += self._joined_marks(verb, left, start, depth)
        else:
            marks += self._clause_marks(left, start, wished=first == verb and tags[verb] == VERB)
        return marks

    def _group_marks(self, first: int, verb: int) -> list[str]:
        words, tags = self._clauses.words, self._clauses.tags
        marks: list[str] = []
        for i in range(first, verb):
            if tags[i] == MODAL and words[i] in self._words.auxiliaries:
                marks.append(self._words.auxiliaries[words[i]])
            if tags[i] == TO:
                marks.append(_PLANNED)
            if tags[i] == NOT or words[i].endswith("n't") or words[i] in self._lexicon.small_words.negating:
                marks.append(_NEGATIVE)
        return marks

    def _clause_marks(self, left: int, start: int, *, wished: bool) -> list[str]:
        """
        Return what the subject ("no one") and the opening of the clause ("if") say.

        A base form may be *wished*: "resign" of "demanded that the board resign".
        """
        clauses = self._clauses
        marks: list[str] = []
        phrase = clauses.phrases.ending(left)
        i = left
        if phrase is not None:
            if clauses.words[phrase.first] in self._lexicon.small_words.no_one:
                marks.append(_NEGATIVE)
            i = phrase.first - 1
            whole = clauses.phrases.ending(i - 1) if clauses.words[i] == "of" else None
            if whole is not None and clauses.words[whole.first] in self._lexicon.small_words.no_one:
                marks.append(_NEGATIVE)  # "none of the men"
        if i >= start and clauses.words[i] in self._words.subordinators:
            marks.append(self._words.subordinators[clauses.words[i]])
        if wished and i > start and clauses.tags[i] == SUBORDINATOR and clauses.tags[i - 1] in VERBAL:
            effect = self._words.governors.get(verb_base(clauses.words[i - 1], self._lexicon.bases))
            marks += [effect] if effect == _PLANNED else []
        return marks

    def _governor_marks(self, before: int, start: int, depth: int) -> list[str]:
        """Return what the word says on which the infinitive or -ing form right after *before* hangs."""
        clauses = self._clauses
        words, tags = clauses.words, clauses.tags
        if words[before] == "without":
            return [_NEGATIVE]
        if tags[before] == TO and tags[before - 1] in _LINKS:  # "about to leave"
            effect = self._words.governors.get(words[before - 1])
            if effect is not None:
                return [effect]
        bound = tags[before] == TO or words[before] in self._words.noun_links
        for i in range(before - 1, max(start, before - _GOVERNOR_REACH) - 1, -1):
            if tags[i] in VERBAL:
                effect = self._effect_of_verb(i)
                inner = self._of_verb(i, depth + 1) if depth < 3 else []
                return ([effect] if effect else []) + inner
            if tags[i] == HAVE and tags[before] == TO:  # "has until May to sign it"
                return [_HYPOTHETICAL]
            if bound and tags[i] in _GOVERNING:
                effect = self._effect_of_noun(words[i])
                if effect:
                    return [effect, *self._noun_negation(i, start)]
        headline = tags[before] == TO and before > start and tags[before - 1] in {NOUN, NAME}
        return [_PLANNED] if headline and FINITE.isdisjoint(tags[start:before]) else []  # "Firm to buy rival"

    def _effect_of_verb(self, verb: int) -> str | None:
        """Return what a verb, or a verb with its particle, says of an event it takes: "ruled out a link"."""
        base = verb_base(self._clauses.words[verb], self._lexicon.bases)
        phrase = " ".join([base, *self._clauses.words[verb + 1 : verb + 2]])
        return self._words.governors.get(phrase) or self._words.governors.get(base)

    def _effect_of_noun(self, word: str) -> str | None:
        for noun in singulars(word):
            if noun in self._words.governors:
                return self._words.governors[noun]
        return None

    def _noun_negation(self, noun: int, start: int) -> list[str]:
        phrase = self._clauses.phrases.around(noun)
        first = phrase.first if phrase is not None else noun
        if first > start and self._clauses.tags[first - 1] == NOT:
            return [_NEGATIVE]
        return [_NEGATIVE] if self._clauses.words[first] in self._lexicon.small_words.no_one else []

    def _joined_marks(self, verb: int, left: int, start: int, depth: int) -> list[str]:
        """Return what is said of the verb that "and" joins this one to."""
        tags = self._clauses.tags
        word = self._clauses.words[verb]
        for i in range(left - 1, max(start, left - _JOINED_REACH) - 1, -1):
            if tags[i] in VERBAL:
                alike = tags[i] == tags[verb] or (tags[i] == VERB and self._lexicon.bases.get(word) == word)
                return self._of_verb(i, depth + 1) if alike else []  # "will close and cut"
        return []

    def _of_predicate(self, trigger: Trigger) -> list[str]:
        """Return what the verb says that the event's noun is the subject of: "talks will be held", "was called off"."""
        verb = self._carriers.verb_after(trigger)
        if verb < 0:
            return []
        passive = verb in self._clauses.groups.passive
        effect = self._effect_of_verb(verb) if passive else None
        marks = self._group_marks(self._clauses.groups.first(verb), verb)
        if effect is not None and not (trigger.kind in _DENIED and effect == _NEGATIVE):
            return [effect, *marks]
        bears = self._carriers.bears(verb) or self._lexicon.use(self._clauses.words[verb]).kind is None
        return marks if bears else []

    def _of_noun(self, trigger: Trigger) -> list[str]:
        """Return what stands around an event noun that says how it is told."""
        clauses = self._clauses
        words, tags = clauses.words, clauses.tags
        start = clauses.sentences[clauses.sentence_of[trigger.first]][0]
        phrase = clauses.phrases.around(trigger.last - 1)
        first = min(phrase.first, trigger.first) if phrase is not None else trigger.first
        marks = [self._words.modifiers[word] for word in words[first : trigger.first] if word in self._words.modifiers]
        i = first - 1
        joined = clauses.phrases.ending(i - 1) if i > start and tags[i] == CONJUNCTION else None
        if joined is not None and tags[joined.head] == NOUN:  # "no deaths or damage"
            if words[joined.first] in self._lexicon.small_words.no_one:
                marks.append(_NEGATIVE)
            i = joined.first - 1
        if i <= start:
            return marks
        if tags[i] in _LINKS and tags[i - 1] in VERBAL and self._takes_particle(i - 1):
            i -= 1  # "called off the strike"
        elif tags[i] == PREPOSITION:
            if words[i] == "without":
                return [*marks, _NEGATIVE]
            if words[i] not in self._lexicon.small_words.object_links:
                return marks
            i -= 1
        if tags[i] == NOUN and words[i + 1] in self._lexicon.small_words.noun_links:
            effect = self._effect_of_noun(words[i])
            if effect is None and self._tells(words[i]):
                return marks + self._noun_negation(i, start)  # "no reports of deaths"
            return [*marks, effect, *self._noun_negation(i, start)] if effect else marks
        if tags[i] in VERBAL:
            effect = self._effect_of_verb(i)
            if effect and not (trigger.kind in _DENIED and words[i] in self._lexicon.denying):
                marks.append(effect)
            base = verb_base(words[i], self._lexicon.bases)
            brings = base in self._lexicon.light and self._lexicon.carriers.get(base) is not Role.OTHER
            if effect or brings or not self._is_given(first):
                marks += self._of_verb(i)
        return marks

    def _is_given(self, first: int) -> bool:
        """Tell whether a phrase speaks of what is taken to be so: "the attack" of "did not comment on the attack"."""
        return self._clauses.tags[first] == POSSESSIVE or self._clauses.words[first] in self._words.definite

    def _takes_particle(self, verb: int) -> bool:
        base = verb_base(self._clauses.words[verb], self._lexicon.bases)
        return f"{base} {self._clauses.words[verb + 1]}" in self._words.governors

    def _tells(self, word: str) -> bool:
        return any(noun in self._words.tellings for noun in singulars(word))
