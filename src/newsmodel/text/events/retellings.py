"""The same event told twice in one article."""

from typing import Final

from newsmodel.model import Event, EventKind, Modality, Polarity, Role
from newsmodel.text.document import Document
from newsmodel.text.events.triggers import Trigger
from newsmodel.text.grammar.tagset import PRONOUN

# Fewer participants are too little to say that two tellings are of one event.
_ENOUGH: Final = 2
# What two tellings must have in common before their participants are looked at: trigger, kind, time, how it is told.
_Outline = tuple[str, EventKind, str, Polarity, Modality]

_Names = frozenset[tuple[Role, str]] | None


class Retellings:
    """
    Tells which events of one article were told before.

    Two tellings are of one event where they have the base form of the trigger, the kind, the time, polarity and
    modality in common, and two or more participants with the same role and words but for "the". A telling with
    pronouns is no evidence.
    """

    __slots__ = ("_document", "_first", "_named")

    def __init__(self, document: Document) -> None:
        """Take the document."""
        self._document = document
        self._first: dict[_Outline, Event] = {}
        self._named: dict[_Outline, set[_Names]] = {}

    def includes(self, trigger: Trigger, event: Event) -> bool:
        """Tell whether *event* was told before, and remember it."""
        time = event.time
        if time is None or len(event.participants) < _ENOUGH:
            return False
        outline = (trigger.base, event.kind, time.value, event.polarity, event.modality)
        first = self._first.setdefault(outline, event)
        if first is event:
            return False
        if outline not in self._named:
            self._named[outline] = {self._names(first)}
        names, told = self._names(event), self._named[outline]
        if names is not None and names in told:
            return True
        told.add(names)
        return False

    def _names(self, event: Event) -> _Names:
        """Return who takes part, None where a pronoun does."""
        text, names = self._document.text, set[tuple[Role, str]]()
        for participant in event.participants:
            if self._document.tags[self._document.token_at(participant.span.start)] == PRONOUN:
                return None
            names.add((participant.role, participant.span.of(text).lower().removeprefix("the ")))
        return frozenset(names)
