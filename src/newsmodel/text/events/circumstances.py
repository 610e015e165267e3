"""When and where an event happens, and inside which quote it is told."""

from collections.abc import Container, Sequence
from typing import Final

from newsmodel.model import EventKind, Participant, Place, Quote, Role, Span, TimeExpression
from newsmodel.text.document import Document
from newsmodel.text.events.nearby import around, by_sentence, named_before
from newsmodel.text.events.timing import Timing
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.clauses import Clauses
from newsmodel.text.grammar.tagset import HAVE, PAST, PREPOSITION, TO, VERB, VERB_S

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
# What follows a place that does something itself: its verb.
_DOING: Final = frozenset(bytes([tag]) for tag in (PAST, VERB, VERB_S, HAVE))
# So many paragraphs, with its own, happen where the dateline says unless they name another place.
_DATELINE_REACH: Final = 2
_AGENT: Final = Role.AGENT
_CONTEST: Final = EventKind.CONTEST


class Circumstances:
    """
    Finds time, place and quote of the events of one document.

    Time and place are looked for in the clause, the sentence, the sentence before and, for the place, the dateline, in
    this order, and among several the nearest is taken.
    """

    __slots__ = (
        "_befores",
        "_clauses",
        "_dateline_sentence",
        "_document",
        "_ending",
        "_filed",
        "_place_before",
        "_place_ends",
        "_places",
        "_quotes",
        "_sentence",
        "_timing",
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
        self._dateline_sentence = -1
        self._filed: Place | None = None
        if dateline is not None:
            self._dateline_sentence = document.sentence_of[document.token_from(dateline.start)]
            self._filed = next(
                (place for place in places if any(dateline.contains(span) for span in place.spans)), None
            )
        self._quotes = _Nesting(quotes)
        self._timing = Timing(document, clauses, event_nouns, times)
        self._places = by_sentence(document, [(span, place) for place in places for span in place.spans])
        self._sentence = -1
        self._place_before: Place | None = None
        self._place_ends = {document.token_at(span.end - 1) for place in places for span in place.spans}
        self._befores: dict[int, int] = {}
        self._ending: dict[int, list[tuple[int, Place]]] = {}
        for place in places:
            for span in place.spans:
                self._ending.setdefault(span.end, []).append((span.start, place))

    def of(
        self, trigger: Trigger, clause: tuple[int, int], taking_part: Sequence[Participant], *, planned: bool
    ) -> tuple[TimeExpression | None, Place | None, Quote | None]:
        """
        Return when and where the event told in *clause* happens, and the innermost quote inside which it is told.

        It may be told as *planned*. To be asked in the order of the text.
        """
        sentence = self._document.sentence_of[trigger.first]
        if sentence != self._sentence:
            self._enter(sentence)
        places = self._places.get(sentence)
        if places is not None:
            place = self._place_of(trigger, clause, places, taking_part)
        else:
            loose = trigger.kind in _PLACELESS and self._place_before is not self._filed
            place = None if loose else self._place_before
        return (
            self._timing.of(trigger, clause, planned=planned),
            place,
            self._quotes.around(self._document.starts[trigger.first]),
        )

    def _enter(self, sentence: int) -> None:
        """Take in what the sentence before tells of one that names no place of its own."""
        self._sentence = sentence
        place = named_before(self._document, self._places, sentence)
        if place is not None:
            self._place_before = place[1] if self._is_where(place[0]) else None
        else:
            self._place_before = self._filed if self._is_near_dateline(sentence) else None

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
        here = around(places, token)
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
        plays = trigger.kind is _CONTEST  # "beat Valencia"
        agents = [participant.span for participant in taking_part if plays or participant.role is _AGENT]
        acting = self._among(agents)
        for hanging in (False, True):
            first, last = self._clauses.bounds.complex(token) if hanging else clause
            near = [pair for pair in here if first <= pair[0] < last]
            sure = [pair for pair in near if self._is_in(pair[0], trigger) and not (plays and id(pair[1]) in acting)]
            found = sure or [pair for pair in near if not (id(pair[1]) in acting or self._is_no_scene(pair[0], token))]
            if found:
                return min(found, key=lambda pair: abs(pair[0] - token - 0.5))
        return None

    def _among(self, agents: Sequence[Span]) -> set[int]:
        """Return the ids of the places that are among those who do something: "Oman" of "Oman sent troops"."""
        ending = self._ending
        return {id(place) for agent in agents for start, place in ending.get(agent.end, ()) if start >= agent.start}

    def _is_in(self, token: int, trigger: Trigger) -> bool:
        """Tell whether "in", "at" or the trigger stands before the place at *token*, or before what it is a part of."""
        words, before = self._clauses.words, self._before(token)
        if before == trigger.last - 1:
            return True
        # "to Lake Orin in the north of Oman" goes to the lake
        return (
            before >= 0 and words[before] in self._clauses.small_words.locating and before - 1 not in self._place_ends
        )

    def _before(self, token: int) -> int:
        """Return the token before the place at *token*, or before what it is a part of: "in the north of Oman"."""
        before = self._befores.get(token)
        if before is None:
            phrases, words = self._clauses.phrases, self._clauses.words
            phrase = phrases.around(token)
            before = (phrase.first if phrase is not None else token) - 1
            if before > 0 and words[before] == "of":
                phrase = phrases.around(before - 1)
                before = (phrase.first if phrase is not None else before) - 1
            self._befores[token] = before
        return before

    def _is_no_scene(self, token: int, trigger: int) -> bool:
        """Tell whether a place is one that does something, "Oman expelled two spies", or where someone comes from."""
        phrase, tags = self._clauses.phrases.around(token), self._clauses.tags
        if phrase is not None and phrase.last - 1 in self._place_ends and tags[phrase.last : phrase.last + 1] in _DOING:
            return phrase.first == 0 or tags[phrase.first - 1] != PREPOSITION
        return self._is_home(token, trigger)

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
