"""Who does what in a clause: the verb group, its voice, its subject, its objects and what prepositions add."""

from collections.abc import Callable, Collection
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.grammar.asides import before_asides, ends_aside
from newsmodel.text.grammar.clause_bounds import BREAKS, ClauseBounds
from newsmodel.text.grammar.phrases import Phrase, Phrases
from newsmodel.text.grammar.relatives import RelativeClauses
from newsmodel.text.grammar.small_words import SmallWords, small_words
from newsmodel.text.grammar.tagset import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    FINITE,
    ING,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    TO,
    VERBAL,
)
from newsmodel.text.grammar.verb_groups import REACH, VerbGroups

_GROUP: Final = AUXILIARY | {NOT, ADVERB}
_AGE: Final = bytes([NUMBER])
_OPENS_PHRASE: Final = frozenset({DETERMINER, NUMBER, POSSESSIVE})
_LEADS: Final = frozenset({PREPOSITION, TO})
_BEFORE_RELATIVE: Final = frozenset({PREPOSITION, ADVERB, DATE})
_PASSED_OVER: Final = frozenset({ADVERB, DATE, PUNCTUATION})
_IN_GROUP: Final = _GROUP | VERBAL
_ENDS_ADJUNCTS: Final = FINITE | {SUBORDINATOR, RELATIVE, ING}


class Clauses:
    """The relations between the verbs and the noun phrases of a document."""

    __slots__ = (
        "_answering",
        "_ending",
        "_relatives",
        "_starting",
        "_subjects",
        "bounds",
        "control",
        "groups",
        "phrases",
        "sentence_of",
        "sentences",
        "small_words",
        "speaking",
        "tags",
        "words",
    )

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        control: Collection[str],
        answering: Collection[str],
        speaking: Collection[str],
        stating: Collection[str],
        intransitive: Collection[str],
    ) -> None:
        """
        Take what was found in the document.

        Args:
            document: The text.
            phrases: Its noun phrases.
            control: The forms of verbs whose object acts: "told them to leave".
            answering: The forms of verbs whose object did what "for" and an -ing form add: "accused him of lying".
            speaking: The forms of verbs that report or tell a state: "say", "believe", "own".
            stating: Those of them that take a clause: "say", "believe".
            intransitive: The forms of verbs that take no object: "die".
        """
        self.words: list[str] = document.words
        self.tags: bytes = document.tags
        self.phrases: Phrases = phrases
        self._starting: Callable[[int], Phrase | None] = phrases.starting
        self._ending: Callable[[int], Phrase | None] = phrases.ending
        self.sentences: list[tuple[int, int]] = document.sentences
        self.sentence_of: list[int] = document.sentence_of
        self.control: Collection[str] = control
        self._answering: Collection[str] = answering
        self.small_words: SmallWords = small_words(document.language or "")
        self.speaking: Collection[str] = speaking
        self.bounds: ClauseBounds = ClauseBounds(document, phrases, self.small_words)
        self._relatives: RelativeClauses = RelativeClauses(
            document, phrases, self.small_words, stating, intransitive, control
        )
        self.groups: VerbGroups = VerbGroups(document, self.small_words)
        self._subjects: dict[int, Phrase | None] = {}

    def subject(self, verb: int, depth: int = 0) -> Phrase | None:
        """Return the phrase that the verb says something of, its own or shared with the verb before it."""
        if verb not in self._subjects:
            self._subjects[verb] = self._find_subject(verb, depth)
        return self._subjects[verb]

    def _find_subject(self, verb: int, depth: int) -> Phrase | None:
        phrase = self._subject_phrase(verb, depth)
        return None if phrase is None else self._added_to(phrase)

    def _added_to(self, phrase: Phrase) -> Phrase:
        """Return the name that the phrase is added to: "Mia Holt" for the "poet" of "Mia Holt, a poet who"."""
        first, tags = phrase.first, self.tags
        if first < 2 or self.words[first - 1] != "," or tags[first] != DETERMINER or tags[phrase.head] != NOUN:
            return phrase
        named = self._ending(first - 2)
        if named is None or tags[named.head] != NAME or self.sentence_of[named.first] != self.sentence_of[first]:
            return phrase
        opens = named.first == self.sentences[self.sentence_of[first]][0]
        relative = self.words[phrase.last : phrase.last + 1]
        return named if opens and relative and relative[0] in self.small_words.relatives else phrase

    def _subject_phrase(self, verb: int, depth: int) -> Phrase | None:
        tags, words = self.tags, self.words
        start = max(self.sentences[self.sentence_of[verb]][0], verb - REACH)
        first = self.groups.first(verb)
        i = first - 1
        while i >= start and tags[i] == ADVERB:
            i -= 1
        if i < start or depth > 3:
            return None
        if tags[i] == TO:
            return self._subject_of_infinitive(i, start, depth)
        if (
            tags[i] == RELATIVE
            or words[i] in self.small_words.relatives
            or (words[i] == "that" and (tags[i] == SUBORDINATOR or (tags[i] == PRONOUN and tags[i - 1] == DATE)))
        ):
            found = self._antecedent(i, start)
            if found is not None:
                return found
        relative = self.bounds.relative_ending(i) if words[i] == "," else -1
        found = self._antecedent(relative, start) if relative > start else None
        if found is not None:  # "the man, who was a baker, was arrested"
            return found
        if tags[first] in FINITE:
            subject = self._ending(before_asides(words, tags, start, i, self.speaking))
            if subject is not None and subject.last < i:  # "Dan Hale, 43, of Leeds, was jailed"
                return self._phrase_before(subject.last - 1, start)
        resumes = tags[i] == PUNCTUATION and (
            tags[verb] != PARTICIPLE or ends_aside(words, tags, start, first, self.small_words.relatives)
        )
        if tags[i] == CONJUNCTION or resumes:
            shared = self._shared(i, verb, start, depth)
            if shared is not None:
                return shared
        relative = self._relatives.ending_before(first, start)
        found = self._antecedent(relative, start) if relative > start else None
        if found is not None:  # "the nurse whose car was stolen sued"
            return self._phrase_before(found.last - 1, start) or found
        if tags[i] == PREPOSITION:
            return self._accused_before(i, start) or self._of_verb_before(i, start, depth)
        phrase = self._phrase_before(i, start)
        if phrase is not None and tags[phrase.first] == POSSESSIVE and TO in tags[first:verb]:
            return Phrase(phrase.first, phrase.first + 1)  # "their intent is to kill"
        return phrase

    def _phrase_before(self, i: int, start: int) -> Phrase | None:
        """Return the phrase that ends at *i* or before, over appositions and what prepositions add."""
        tags, words, phrases = self.tags, self.words, self.phrases
        if words[i] == ")":
            i = self._over_brackets(i, start)
        comma = i >= start and words[i] == ","
        number = phrases.before(i + 1)
        while number >= 0:
            phrase = phrases.found[number]
            if phrase.first < start or (phrase.last <= i and self._broken(phrase.last, i)):
                return None
            first = phrases.full(phrase).first
            left = self._over_brackets(self._over_names(first, phrase, start) - 1, start)
            if left < start or words[left] in self.small_words.clause_prepositions:
                return phrase
            before = self._ending(left - 1)
            if tags[left] in _LEADS and before is not None and before.first >= start:
                number, i = phrases.before(before.last), left
                continue
            if tags[left] in VERBAL and words[left] not in self.speaking and not comma:
                return self.subject(left) or phrase
            if tags[left] in _LEADS:
                return self._not_adjunct(phrase, start, left)
            if words[left] == "," and comma:
                outer = self._ending(self._over_brackets(left - 1, start))
                if outer is not None and outer.first >= start:
                    comma, number, i = False, phrases.before(outer.last), left
                    continue
            return phrase
        return None

    def _over_names(self, first: int, phrase: Phrase, start: int) -> int:
        """Return where the names that "and" joins to a name begin, as "Iran and Oman" of "men from Iran and Oman"."""
        tags = self.tags
        if tags[phrase.head] != NAME or first - 2 < start or self.words[first - 1] not in self.small_words.joining:
            return first
        left = first
        while left - 2 >= start and (self.words[left - 1] == "," or self.words[left - 1] in self.small_words.joining):
            joined = self._ending(left - 2)
            if joined is None or tags[joined.head] != NAME:
                return first
            left = joined.first
        before = self._ending(left - 2)
        of_noun = before is not None and before.first >= start and tags[before.head] == NOUN
        return left if tags[left - 1] == PREPOSITION and of_noun else first

    def _broken(self, first: int, last: int) -> bool:
        """Tell whether something between the two tokens keeps a subject from its verb."""
        between = self.words[first : last + 1]
        return not BREAKS.isdisjoint(between) and "(" not in between

    def _over_brackets(self, i: int, start: int) -> int:
        """Return the last token before the brackets that end at *i*, or *i* where none do."""
        if i <= start or self.words[i] != ")":
            return i
        return next((k - 1 for k in range(i - 1, max(start, i - 8) - 1, -1) if self.words[k] == "("), i)

    def _not_adjunct(self, phrase: Phrase, start: int, left: int) -> Phrase | None:
        """Pass over "in Iraq" between a subject and its verb: return the phrase before it in the clause, if any."""
        i = left - 1
        while i >= start and self.tags[i] in _PASSED_OVER and self.words[i] not in BREAKS:
            i -= 1
        if i >= start and self.tags[i] in VERBAL and self.words[i] not in self.speaking:
            return self.subject(i) or phrase
        before = self._ending(i)
        if before is None or before.first < start:
            return phrase
        return self._phrase_before(i, start)

    def _antecedent(self, i: int, start: int) -> Phrase | None:
        """Return the phrase that the relative pronoun at *i* stands for."""
        i -= 1
        while i >= start and (self.tags[i] in _BEFORE_RELATIVE or self.words[i] in {",", "and"}):
            i -= 1
        phrase = self._ending(i) if i >= start else None
        if phrase is None or phrase.first <= start:
            return phrase
        if self.tags[phrase.first : phrase.last] == _AGE and self.words[phrase.first - 1] == ",":
            phrase = self._ending(phrase.first - 2)  # "Dan Hale, 43, who"
        if phrase is not None and self.words[phrase.first - 1] in self.small_words.locating and self.tags[i] == NAME:
            return self._ending(phrase.first - 2) or phrase
        return phrase

    def _subject_of_infinitive(self, to: int, start: int, depth: int) -> Phrase | None:
        """Return who does what "to ..." says: the object of "told them to", else the subject before."""
        before = self._ending(to - 1)
        if before is not None:
            left = before.first - 1
            if left >= start and (self.words[left] in self.control or self.words[left] == "for"):
                return before
        return self._of_verb_before(to, start, depth) or before

    def _of_verb_before(self, i: int, start: int, depth: int) -> Phrase | None:
        """Return the subject of the nearest verb before *i*."""
        for k in range(i - 1, start - 1, -1):
            if self.tags[k] in VERBAL or (self.tags[k] in AUXILIARY and self.tags[k + 1] not in _IN_GROUP):
                return self.subject(k, depth + 1)
        return None

    def accused(self, verb: int) -> Phrase | None:
        """Return the object of "accused" and its like, in the passive voice the subject."""
        if verb in self.groups.passive:
            return self.subject(verb)
        return next(iter(self.objects(verb + 1)), None)

    def _accused_before(self, i: int, start: int) -> Phrase | None:
        """Return who did what the preposition at *i* and an -ing form say: "him" of "accused him of lying"."""
        if self.words[i] not in self.small_words.answering:
            return None
        for k in range(i - 1, start - 1, -1):
            if self.tags[k] in VERBAL:
                found = self.accused(k) if self.words[k] in self._answering else None
                return found if found is not None and found.last <= i else None
        return None

    def _shared(self, i: int, verb: int, start: int, depth: int) -> Phrase | None:
        """Return the subject of the verb that "and" or a comma joins this verb to, None where it has its own."""
        wanted = self.tags[verb]
        if verb in self.groups.firsts:
            wanted = -1
        for k in range(i - 1, start - 1, -1):
            tag = self.tags[k]
            if self.words[k] in BREAKS or tag == SUBORDINATOR:
                return None
            own = tag in AUXILIARY and self.tags[k + 1] not in _IN_GROUP  # "had two sons and was named"
            if own or (tag in VERBAL and (wanted in {tag, ING, -1} or tag in FINITE)):
                return self.subject(k, depth + 1)
        return None

    def subjects(self, verb: int) -> list[Phrase]:
        """Return the subject of a verb with the phrases that "and" joins to it before."""
        subject = self.subject(verb)
        found: list[Phrase] = []
        while subject is not None:
            found.append(subject)
            first = self.phrases.full(subject).first
            if first < 2 or self.words[first - 1] not in self.small_words.joining or subject.last > verb:
                break
            opens = self.tags[subject.last] in FINITE
            subject = self._ending(first - 2)
            if opens and subject is not None and self._is_told_before(subject, verb):
                break
            if self.tags[first] in _OPENS_PHRASE:
                subject = self._with_adjunct(subject)
            if subject is not None and subject.first > 0 and self.tags[subject.first - 1] in VERBAL:
                break
        return found

    def _is_told_before(self, phrase: Phrase, verb: int) -> bool:
        """Tell whether a phrase ends the clause before: "Ulm" of "roads were blocked in Ulm and schools closed"."""
        start = max(self.sentences[self.sentence_of[verb]][0], verb - REACH)
        if phrase.first <= start or self.tags[phrase.first - 1] != PREPOSITION:
            return False
        clausal = self.words[phrase.first - 1] in self.small_words.clause_prepositions
        return not clausal and not FINITE.isdisjoint(self.tags[start : phrase.first])

    def _with_adjunct(self, phrase: Phrase | None) -> Phrase | None:
        """Return what a phrase is told of: "a man" for the "Leeds" of "a man from Leeds", no one for "by a mine"."""
        if phrase is None or phrase.first < 2 or self.tags[phrase.first - 1] != PREPOSITION:
            return phrase
        before = self._ending(phrase.first - 2)
        return phrase if self.words[phrase.first - 1] in self.small_words.clause_prepositions else before

    def objects(self, after: int) -> list[Phrase]:
        """Return the phrases right after the token before *after*: "and" may join several."""
        tags, words = self.tags, self.words
        last = min(self.sentences[self.sentence_of[after - 1]][1], after + REACH)
        i = after
        while i < last and (tags[i] == ADVERB or words[i] in self.small_words.particles):
            i += 1
        return self._joined(i, last)

    def object_before(self, verb: int, after: int) -> Phrase | None:
        """Return the object that stands before a relative clause: "the man" of "the man (that) police arrested"."""
        subject = self.subject(verb)
        if subject is None or subject.last > verb or self.tags[verb] not in FINITE | {PARTICIPLE}:
            return None
        return self._relatives.object_before(self.phrases.full(subject), verb, after)

    def second_object(self, after: int) -> Phrase | None:
        """Return the phrase right after an object: "director" of "named her director"."""
        last = self.sentences[self.sentence_of[after - 1]][1]
        phrase = self._starting(after) if after < last else None
        return phrase if phrase is not None and not self.bounds.starts_clause(phrase, last) else None

    def _joined(self, i: int, last: int) -> list[Phrase]:
        """Return the phrase that starts at *i* and those that "and" joins to it: "A", "A and B", "A, B and C"."""
        words = self.words
        found: list[Phrase] = []
        complete = 1
        while i < last:
            phrase = self._starting(i)
            if phrase is None:
                break
            if phrase.owns:
                i = phrase.last + 1
                continue
            found.append(phrase)
            j = phrase.last
            while j < last and (words[j] == "," or words[j] in self.small_words.joining):
                complete = len(found) + 1 if words[j] != "," else complete
                j += 1
            following = self._starting(j) if j > phrase.last else None
            if following is None or self.tags[j] == PRONOUN or self.bounds.starts_clause(following, last):
                break
            i = j
        return found[:complete]

    def adjuncts(self, after: int) -> list[tuple[str, Phrase]]:
        """Return the prepositions after a trigger, in its clause, each with its phrase."""
        tags, words = self.tags, self.words
        last = min(self.sentences[self.sentence_of[after - 1]][1], after + REACH)
        found: list[tuple[str, Phrase]] = []
        i = after
        while i < last:
            tag = tags[i]
            if tag in _LEADS:
                preposition = words[i]
                if (
                    preposition in self.small_words.clause_prepositions
                    and i + 1 == self.bounds.around(i + 1 if i + 1 < last else i)[0]
                ):
                    break
                for phrase in self._joined(i + 1, last):
                    found.append((preposition, phrase))
                    i = phrase.last - 1
            elif tag in _ENDS_ADJUNCTS or words[i] in BREAKS:
                break
            elif tag == CONJUNCTION and i + 1 < last and (words[i + 1] == "," or tags[i + 1] in VERBAL):
                break  # a comma after "and" starts anew: "and, along with others, she"
            i += 1
        return found
