"""When an event happens: which of the times of its clause, its sentence and the one before is its own."""

import datetime as dt
from collections.abc import Container, Sequence
from typing import Final

from newsmodel.model import EventKind, TimeExpression, TimeKind
from newsmodel.model.events import day_of
from newsmodel.text.document import Document
from newsmodel.text.events.nearby import around, by_sentence, closest, named_before
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.tagset import (
    CONJUNCTION,
    FINITE,
    HAVE,
    MODAL,
    NAME,
    NOUN,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    TO,
)

_Named = list[tuple[int, TimeExpression]]
# What happens on a day, though for a time to come.
_WITH_TERM: Final = frozenset(
    {EventKind.VERDICT, EventKind.ARREST, EventKind.HIRE, EventKind.ELECTION, EventKind.LEAVE}
)
_POINTS: Final = frozenset({TimeKind.DATE, TimeKind.TIME})
_NOUNS: Final = frozenset({NOUN, NAME})
_PAST: Final = frozenset({PAST, PARTICIPLE})
# So many tokens behind an event its times are looked at for whether a participle takes them.
_PARTICIPLE_REACH: Final = 40
# So many tokens before an event noun stands the length that belongs to it: "a 14-day military operation".
_ATTRIBUTE_REACH: Final = 6


class Timing:
    """
    Finds the time of the events of one document, asked in the order of the text.

    It is looked for in the clause, the sentence and the sentence before, and among several the nearest is taken. What
    has happened is not taken to lie ahead of publication by a time told of something else, nor what will happen behind.
    """

    __slots__ = (
        "_clauses",
        "_document",
        "_event_nouns",
        "_first_times",
        "_plans",
        "_points",
        "_published",
        "_sentence",
        "_time_before",
        "_times",
    )

    def __init__(
        self, document: Document, clauses: Clauses, event_nouns: Container[str], times: Sequence[TimeExpression]
    ) -> None:
        """Take what was found in the document, and the nouns of events."""
        self._document = document
        self._clauses = clauses
        self._event_nouns = event_nouns
        self._published: dt.date | None = None if document.published is None else day_of(document.published)
        times = [time for time in times if not time.value.endswith("_REF") and not self._is_size(time)]
        self._times = by_sentence(document, [(time.span, time) for time in times])
        self._points = by_sentence(document, [(time.span, time) for time in times if time.kind in _POINTS])
        self._sentence = -1
        self._first_times: dict[int, TimeExpression] = {}
        self._plans: dict[int, TimeExpression] = {}
        self._time_before: TimeExpression | None = None

    def of(self, trigger: Trigger, clause: tuple[int, int], *, planned: bool) -> TimeExpression | None:
        """
        Return when the event told in *clause* happens, which may be told as *planned*.

        The time of the sentence before holds for what is told in the past tense only: what happens now, or has happened
        by now ("have been liberated"), did not happen then.
        """
        sentence = self._document.sentence_of[trigger.first]
        if sentence != self._sentence:
            self._enter(sentence)
        times = self._times.get(sentence)
        if times is None:
            before = self._time_before
            if before is None or self._is_ahead(before) or self._clauses.groups.tense(trigger.first) != PAST:
                return None
            return before
        time = self._find(trigger, clause, times)
        if time is not None and self._is_wrong(time, trigger, clause, planned=planned):
            times = [pair for pair in times if not self._is_wrong(pair[1], trigger, clause, planned=planned)]
            time = self._find(trigger, clause, times)
        if time is not None and time.kind in _POINTS:
            modal = self._clauses.tags[self._clauses.groups.first(trigger.first)] == MODAL
            (self._plans if planned or modal else self._first_times).setdefault(sentence, time)
        return time

    def _enter(self, sentence: int) -> None:
        """Take in the time of the sentence before, for what names none of its own."""
        self._sentence = sentence
        time = named_before(self._document, self._points, sentence)
        going_on = time is not None and self._clauses.groups.tense(time[0]) != HAVE
        before = self._first_times.get(sentence - 1)
        if before is None and time is not None and self._plans.get(sentence - 1) is not time[1]:
            before = time[1]
        self._time_before = before if going_on else None

    def _is_ahead(self, time: TimeExpression) -> bool:
        """Tell whether a time lies after publication."""
        return self._published is not None and time.start is not None and day_of(time.start) > self._published

    def _is_wrong(self, time: TimeExpression, trigger: Trigger, clause: tuple[int, int], *, planned: bool) -> bool:
        """
        Tell whether the tense of an event's verb says that a time is another's.

        So it is with a day to come in another clause of what has happened, and with a day that is over of what "will"
        happen, or was agreed on that day to happen.
        """
        if self._published is None or time.kind not in _POINTS or time.end is None or trigger.tag == NOUN:
            return False
        at = self._document.token_at(time.span.start)
        if planned:
            first = self._clauses.groups.first(trigger.first)
            tags = self._clauses.tags
            bound = tags[first] == MODAL or (at < trigger.first and TO in tags[max(first - 1, 0) : trigger.first])
            return bound and (day_of(time.end) < self._published or self._is_of_telling(at))
        within = clause[0] <= at < clause[1]
        return not within and self._is_ahead(time) and self._clauses.groups.tense(trigger.first) == PAST

    def _is_of_telling(self, time: int) -> bool:
        """Tell whether a time says when something is told: "Thursday" of "said on Thursday it will close"."""
        tags, words = self._clauses.tags, self._clauses.words
        verb = time - 2 if time > 1 and tags[time - 1] == PREPOSITION else time - 1
        return verb >= 0 and tags[verb] == PAST and words[verb] in self._clauses.speaking

    def _is_size(self, time: TimeExpression) -> bool:
        """Tell whether a length is no time: an age ("32-year-old"), a term ("to two years", "five years in jail")."""
        if time.kind is not TimeKind.DURATION:
            return False
        document, small = self._document, self._clauses.small_words
        words, first, last = document.words, document.token_at(time.span.start), document.token_at(time.span.end - 1)
        if words[last].endswith("old") or (first > 0 and words[first - 1] in small.sizing):
            return True
        if first > 1 and words[first - 1] == "for" and words[first - 2] in small.terming:  # "jailed for three years"
            return True
        if last + 1 < len(words) and words[last + 1] in small.confining:  # "a 20-year sentence"
            return True
        return last + 2 < len(words) and words[last + 1] in small.locating and words[last + 2] in small.confining

    def _find(self, trigger: Trigger, clause: tuple[int, int], times: _Named) -> TimeExpression | None:
        """Return which of the times of its sentence is an event's; a length only where nothing better is near."""
        token, bounds = trigger.first, self._clauses.bounds
        here = around(times, token)
        aside = bounds.aside_around(token)
        if aside is not None and self._clauses.words[aside[0]] in self._clauses.small_words.relatives:
            here = [pair for pair in here if aside[0] <= pair[0] < aside[1]]
        if trigger.kind in _WITH_TERM:
            here = [pair for pair in here if not self._is_term(pair[1])]
        if here and here[0][0] < token:
            here = [pair for pair in here if pair[0] > token or not self._is_of_subject(pair[0], trigger)]
        first, last = clause
        near = [pair for pair in here if first <= pair[0] < last]
        own = [pair for pair in near if self._is_time_of(pair[1], trigger)]
        if len(own) > 1:
            own = [pair for pair in own if not self._is_past_participle(pair[0], trigger)] or own
        found = closest(own, token)
        if bounds.is_apart(token) or (found is not None and not self._is_of_next(own[0][0], trigger)):
            return found
        others = [pair for pair in here if pair[1].kind in _POINTS] or [
            pair
            for pair in near or [pair for pair in here if self._is_over(pair[1], first)]
            if not self._is_of_noun(pair[1])
        ]
        others = [pair for pair in others if not self._is_aside(pair[0], token)]
        if found is not None:
            return closest([pair for pair in others if pair[0] < token], token) or found
        return closest(others, token)

    def _is_over(self, time: TimeExpression, clause: int) -> bool:
        """
        Tell whether a length of another clause is that of the one that begins at token *clause* too.

        So is a known stretch, "in the past month", and one reckoned from another event, "days after he left, she".
        """
        if time.start is not None:
            return True
        after = self._document.token_at(time.span.end - 1) + 1
        clauses = self._clauses
        return after + 1 != clause and not clauses.small_words.clause_prepositions.isdisjoint(
            clauses.words[after : after + 1]
        )

    def _is_aside(self, time: int, token: int) -> bool:
        """Tell whether a time is only of what is added about a person or thing: ", which opened in May"."""
        bounds, words = self._clauses.bounds, self._clauses.words
        if bounds.is_aside(time, token):
            return True
        first, _ = bounds.around(time)
        if words[first] not in self._clauses.small_words.adding or first < 2 or first <= token < bounds.resumed(first):
            return False
        thing = self._clauses.phrases.ending(first - 2) if words[first - 1] == "," else None
        return thing is not None and words[thing.head] not in self._event_nouns

    def _is_of_subject(self, time: int, trigger: Trigger) -> bool:
        """Tell whether a time is only of what tells the subject apart: "a man who fled in May has been jailed"."""
        tags = self._clauses.tags
        if tags[self._clauses.groups.first(trigger.first)] not in FINITE:
            return False
        subject = self._clauses.subject(trigger.first)
        return (
            subject is not None
            and subject.last < time
            and self._clauses.words[subject.head] not in self._event_nouns
            and self._clauses.words[subject.last] in self._clauses.small_words.object_relatives
            and not FINITE.isdisjoint(tags[subject.last : time])
            and CONJUNCTION not in tags[time : trigger.first]
        )

    def _is_of_next(self, time: int, trigger: Trigger) -> bool:
        """Tell whether ", and" and a verb stand between: "as he came from Oman, and was charged on Monday"."""
        tags, words, first = self._clauses.tags, self._clauses.words, trigger.last
        return any(
            tags[i] == CONJUNCTION and words[i - 1] == "," and tags[i + 1] in FINITE
            for i in range(first, min(time, first + _PARTICIPLE_REACH))
        )

    def _is_past_participle(self, time: int, trigger: Trigger) -> bool:
        """Tell whether another noun's participle takes a time: "On Monday he died of wounds suffered in May"."""
        tags, first = self._clauses.tags, trigger.last + 1
        # a second past in one clause is a participle
        return any(
            tags[i] in _PAST and tags[i - 1] in _NOUNS for i in range(first, min(time, first + _PARTICIPLE_REACH))
        )

    def _is_term(self, time: TimeExpression) -> bool:
        """Tell whether a length says how long a sentence or a post is for: "jailed for six years"."""
        first = self._document.token_at(time.span.start)
        return time.kind not in _POINTS and self._clauses.words[first - 1 : first] == ["for"]

    def _is_time_of(self, time: TimeExpression, trigger: Trigger) -> bool:
        """Tell whether a time is the event's: that of "a 14-day operation" is the operation's alone."""
        if time.kind in _POINTS:
            return True
        token = self._document.token_at(time.span.end - 1)
        return "-" not in self._document.words[token] or (
            trigger.tag == NOUN and token < trigger.first < token + _ATTRIBUTE_REACH
        )

    def _is_of_noun(self, time: TimeExpression) -> bool:
        """Tell whether a length is that of an event noun behind it: "found guilty after a three-week trial"."""
        token, words = self._document.token_at(time.span.end - 1), self._document.words
        return "-" in words[token] and any(
            word in self._event_nouns for word in words[token + 1 : token + _ATTRIBUTE_REACH]
        )
