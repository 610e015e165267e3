"""When and where an event happens, and inside which quote it is told."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import Final, TypeVar

from newsmodel.model import EventKind, Participant, Place, Quote, Role, Span, TimeExpression, TimeKind
from newsmodel.text.document import Document
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.tagset import HAVE, NAME, NOUN, PARTICIPLE, PAST, TO

T = TypeVar("T")
# Where something is named, by the number of the sentence: its first token, and what it is.
_BySentence = dict[int, list[tuple[int, T]]]
# What happens on a day, though for a time to come.
_WITH_TERM: Final = frozenset(
    {EventKind.VERDICT, EventKind.ARREST, EventKind.HIRE, EventKind.ELECTION, EventKind.LEAVE}
)
# What is decided, said or paid is bound to no place, and so to none named in the sentence before.
_PLACELESS: Final = frozenset(
    {
        EventKind.AGREE,
        EventKind.CHARGE,
        EventKind.COERCE,
        EventKind.DECIDE,
        EventKind.DEMAND,
        EventKind.DISPUTE,
        EventKind.ECONOMY,
        EventKind.FAMILY,
        EventKind.HIRE,
        EventKind.LEAVE,
        EventKind.MONEY,
        EventKind.ORGANIZATION,
        EventKind.OWNERSHIP,
    }
)
_POINTS: Final = frozenset({TimeKind.DATE, TimeKind.TIME})
_NOUNS: Final = frozenset({NOUN, NAME})
_PAST: Final = frozenset({PAST, PARTICIPLE})

# So many times or places on either side of an event are looked at.
_NEIGHBORS: Final = 8
# So many paragraphs, with its own, happen where the dateline says unless they name another place.
_DATELINE_REACH: Final = 2
# So many tokens behind an event its times are looked at for whether a participle takes them.
_PARTICIPLE_REACH: Final = 40
# So many tokens before an event noun stands the length that belongs to it: "a 14-day military operation".
_ATTRIBUTE_REACH: Final = 6


class Circumstances:
    """
    Finds time, place and quote of the events of one document.

    Time and place are looked for in the clause, the sentence, the sentence before and, for the place, the dateline, in
    this order, and among several the nearest is taken.
    """

    __slots__ = (
        "_clauses",
        "_dateline_sentence",
        "_document",
        "_event_nouns",
        "_filed",
        "_first_times",
        "_place_before",
        "_place_ends",
        "_places",
        "_points",
        "_quotes",
        "_sentence",
        "_time_before",
        "_times",
    )

    def __init__(
        self,
        document: Document,
        clauses: Clauses,
        event_nouns: Container[str],
        *,
        quotes: Sequence[Quote],
        times: Sequence[TimeExpression],
        places: Sequence[Place],
        dateline: Span | None,
    ) -> None:
        """Take what was found in the document and the nouns of events; *dateline* is where it stands."""
        self._document = document
        self._clauses = clauses
        self._event_nouns = event_nouns
        self._dateline_sentence = -1
        self._filed: Place | None = None
        if dateline is not None:
            self._dateline_sentence = document.sentence_of[document.token_from(dateline.start)]
            self._filed = next(
                (place for place in places if any(dateline.contains(span) for span in place.spans)), None
            )
        self._quotes = _Nesting(quotes)
        times = [time for time in times if not time.value.endswith("_REF") and not self._is_size(time)]
        self._times = _by_sentence(document, [(time.span, time) for time in times])
        self._points = _by_sentence(document, [(time.span, time) for time in times if time.kind in _POINTS])
        self._places = _by_sentence(document, [(span, place) for place in places for span in place.spans])
        self._sentence = -1
        self._first_times: dict[int, TimeExpression] = {}
        self._time_before: TimeExpression | None = None
        self._place_before: Place | None = None
        self._place_ends = {document.token_at(span.end - 1) for place in places for span in place.spans}

    def _is_size(self, time: TimeExpression) -> bool:
        """Tell whether a length is no time: an age ("32-year-old"), a term ("to two years", "five years in jail")."""
        if time.kind is not TimeKind.DURATION:
            return False
        document, small = self._document, self._clauses.small_words
        words, first, last = document.words, document.token_at(time.span.start), document.token_at(time.span.end - 1)
        if words[last].endswith("old") or (first > 0 and words[first - 1] in small.sizing):
            return True
        if last + 1 < len(words) and words[last + 1] in small.confining:  # "a 20-year sentence"
            return True
        return last + 2 < len(words) and words[last + 1] in small.locating and words[last + 2] in small.confining

    def of(
        self, trigger: Trigger, clause: tuple[int, int], taking_part: Sequence[Participant]
    ) -> tuple[TimeExpression | None, Place | None, Quote | None]:
        """
        Return when and where the event told in *clause* happens, and the innermost quote inside which it is told.

        To be asked in the order of the text.
        """
        sentence = self._document.sentence_of[trigger.first]
        if sentence != self._sentence:
            self._enter(sentence)
        times, places = self._times.get(sentence), self._places.get(sentence)
        if times is not None:
            time = self._time_of(trigger, clause, times, self._points.get(sentence))
            if time is not None and time.kind in _POINTS:
                self._first_times.setdefault(sentence, time)
        elif self._time_before is not None and self._clauses.groups.tense(trigger.first) == PAST:
            time = self._time_before
        else:
            time = None
        if places is not None:
            place = self._place_of(trigger, clause, places, taking_part)
        else:
            loose = trigger.kind in _PLACELESS and self._place_before is not self._filed
            place = None if loose else self._place_before
        return time, place, self._quotes.around(self._document.starts[trigger.first])

    def _enter(self, sentence: int) -> None:
        """Take in what the sentence before tells of one that names no time or place of its own."""
        self._sentence = sentence
        time, place = self._before(self._points, sentence), self._before(self._places, sentence)
        going_on = time is not None and self._clauses.groups.tense(time[0]) != HAVE
        self._time_before = self._first_times.get(sentence - 1, time[1]) if time is not None and going_on else None
        if place is not None:
            self._place_before = place[1] if self._is_where(place[0]) else None
        else:
            self._place_before = self._filed if self._is_near_dateline(sentence) else None

    def _time_of(
        self,
        trigger: Trigger,
        clause: tuple[int, int],
        times: list[tuple[int, TimeExpression]],
        points: list[tuple[int, TimeExpression]] | None,
    ) -> TimeExpression | None:
        """
        Return which of the times of its sentence is an event's; a length only where nothing better is near.

        The time of the sentence before holds for what is told in the past tense only: what happens now, or has happened
        by now ("have been liberated"), did not happen then.
        """
        token = trigger.first
        here = _around(times, token)
        first, last = clause
        near = [pair for pair in here if first <= pair[0] < last]
        if trigger.kind in _WITH_TERM:
            near = [pair for pair in near if not self._is_term(pair[1])]
            here = [pair for pair in here if not self._is_term(pair[1])]
        own = [pair for pair in near if self._is_time_of(pair[1], trigger)]
        if len(own) > 1:
            own = [pair for pair in own if not self._is_past_participle(pair[0], trigger)] or own
        found = _closest(own, token)
        if found is not None or self._clauses.bounds.is_apart(token):
            return found
        if points is None:
            lengths = near or [pair for pair in here if self._is_over(pair[1], first)]
            return _closest([pair for pair in lengths if not self._is_aside(pair[0], token)], token)
        around = [pair for pair in _around(points, token) if not self._is_aside(pair[0], token)]
        nearest = _closest_within(clause, around, token)
        return nearest if nearest is not None else _closest(around, token)

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

    def _place_of(
        self,
        trigger: Trigger,
        clause: tuple[int, int],
        places: list[tuple[int, Place]],
        taking_part: Sequence[Participant],
    ) -> Place | None:
        """
        Return which of the places of its sentence is an event's.

        A place that "and" joins on with a clause of its own is not the event's, nor is a country that does it, and
        where something goes in one sentence is not where the next happens.
        """
        token = trigger.first
        bounds = self._clauses.bounds
        here = _around(places, token)
        found = self._nearest_place(trigger, clause, here, taking_part)
        if found is not None and bounds.is_aside(found[0], token):
            here = [pair for pair in here if not bounds.is_aside(pair[0], token)]
            found = self._nearest_place(trigger, clause, here, taking_part)
        return found[1] if found is not None else None

    def _nearest_place(
        self,
        trigger: Trigger,
        clause: tuple[int, int],
        here: list[tuple[int, Place]],
        taking_part: Sequence[Participant],
    ) -> tuple[int, Place] | None:
        """Return the nearest place with its token: in the clause before in the sentence, after "in" before others."""
        token = trigger.first
        plays = trigger.kind is EventKind.CONTEST  # "beat Valencia"
        agents = [participant.span for participant in taking_part if plays or participant.role is Role.AGENT]
        sure = [pair for pair in here if self._is_in(pair[0], trigger) and not (plays and _acts(pair[1], agents))]
        for bounds in (clause, self._clauses.bounds.complex(token)):
            for pairs in (sure, here):
                within = [pair for pair in pairs if bounds[0] <= pair[0] < bounds[1]]
                if pairs is here:
                    within = [pair for pair in within if not (_acts(pair[1], agents) or self._is_home(pair[0], token))]
                if within:
                    return min(within, key=lambda pair: abs(pair[0] - token - 0.5))
        return None

    def _is_in(self, token: int, trigger: Trigger) -> bool:
        """Tell whether "in", "at" or the trigger stands before the place at *token*, or before what it is a part of."""
        phrases, words = self._clauses.phrases, self._clauses.words
        phrase = phrases.around(token)
        before = (phrase.first if phrase is not None else token) - 1
        if before > 0 and words[before] == "of":  # "in the north of Oman"
            phrase = phrases.around(before - 1)
            before = (phrase.first if phrase is not None else before) - 1
        if before == trigger.last - 1:
            return True
        # "to Lake Orin in the north of Oman" goes to the lake
        return (
            before >= 0 and words[before] in self._clauses.small_words.locating and before - 1 not in self._place_ends
        )

    def _is_home(self, token: int, trigger: int) -> bool:
        """Tell whether a place is only where the one comes from who does something: "Colin Frayne, of Leeds, fled"."""
        phrase, words = self._clauses.phrases.around(token), self._clauses.words
        before = (phrase.first if phrase is not None else token) - 1
        return token < trigger and before > 0 and words[before] == "of" and words[before - 1] == ","

    def _is_where(self, token: int) -> bool:
        """Tell whether the sentence around a place says that something is or happens there."""
        clauses = self._clauses
        phrase = clauses.phrases.around(token)
        before = (phrase.first if phrase is not None else token) - 1
        if before < 0 or clauses.words[before] not in clauses.small_words.locating:
            return False
        thing = clauses.phrases.ending(before - 1)  # "a hospital" of "to a hospital in Seaside"
        return thing is None or clauses.tags[thing.first - 1] != TO

    def _is_near_dateline(self, sentence: int) -> bool:
        if self._dateline_sentence < 0:
            return False
        block_of = self._document.block_of
        return 0 <= block_of[sentence] - block_of[self._dateline_sentence] < _DATELINE_REACH

    def _before(self, named: "_BySentence[T]", sentence: int) -> tuple[int, T] | None:
        """Return what is named last in the sentence before, with its token, where that is of the same paragraph."""
        before = named.get(sentence - 1)
        if before is None or self._document.block_of[sentence - 1] != self._document.block_of[sentence]:
            return None
        return before[-1]


def _acts(place: Place, agents: Sequence[Span]) -> bool:
    """Tell whether a place is one of those who do something: "Oman" of "Oman sent troops"."""
    for agent in agents:
        at = bisect_left(place.spans, agent.end, key=lambda span: span.end)
        if at < len(place.spans) and place.spans[at].end == agent.end and place.spans[at].start >= agent.start:
            return True
    return False


def _around(named: list[tuple[int, T]], token: int) -> list[tuple[int, T]]:
    """Return what is named next to *token*: all of a sentence that is not absurd."""
    if len(named) <= 2 * _NEIGHBORS:
        return named
    at = bisect_left(named, token, key=lambda pair: pair[0])
    return named[max(0, at - _NEIGHBORS) : at + _NEIGHBORS]


def _closest(named: Sequence[tuple[int, T]], token: int) -> T | None:
    """Return what is named nearest to *token*, what follows before what precedes."""
    if len(named) < 2:
        return named[0][1] if named else None
    return min(named, key=lambda pair: abs(pair[0] - token - 0.5))[1]


def _closest_within(bounds: tuple[int, int], named: list[tuple[int, T]], token: int) -> T | None:
    """Return what is named nearest to *token* between two tokens."""
    first, last = bounds
    return _closest([pair for pair in named if first <= pair[0] < last], token)


def _by_sentence(document: Document, named: list[tuple[Span, T]]) -> "_BySentence[T]":
    found: _BySentence[T] = {}
    for span, item in sorted(named, key=lambda pair: pair[0].start):
        token = document.token_from(span.start)
        found.setdefault(document.sentence_of[token], []).append((token, item))
    return found


class _Nesting:
    """The quotes as they nest, asked for offsets in ascending order."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        sizes = [sum(map(len, quote.content)) for quote in quotes]
        self._spans = sorted(
            ((span.start, -span.end, -sizes[i], i) for i, quote in enumerate(quotes) for span in quote.content),
            reverse=True,
        )
        self._quotes = quotes
        self._open: list[tuple[int, int]] = []

    def around(self, offset: int) -> Quote | None:
        """Return the innermost quote that holds the code point at *offset*, which is no less than the last one."""
        while self._spans and self._spans[-1][0] <= offset:
            start, minus_end, _, number = self._spans.pop()
            while self._open and self._open[-1][0] <= start:
                self._open.pop()
            self._open.append((-minus_end, number))
        while self._open and self._open[-1][0] <= offset:
            self._open.pop()
        return self._quotes[self._open[-1][1]] if self._open else None
