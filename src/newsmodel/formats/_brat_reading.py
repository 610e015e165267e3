"""Lines of brat standoff as an article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from newsmodel.errors import FormatError, brief
from newsmodel.formats._brat_writing import one_line
from newsmodel.formats._ground import Ground, paragraphs
from newsmodel.formats._values import words
from newsmodel.model import (
    Article,
    Event,
    EventKind,
    IssueCode,
    Mention,
    MentionKind,
    Modality,
    Participant,
    Place,
    Polarity,
    Quote,
    QuoteKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeKind,
)
from newsmodel.model.forms import is_timex

__all__ = ["read_lines"]

K = TypeVar("K", Modality, Polarity, QuoteKind, SpeakerKind, TimeKind)

_BOUND = re.compile(r"T(\S+)\t(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)\t(.*)", re.ASCII | re.DOTALL)
_ATTRIBUTE = re.compile(r"[AM]\S+\t(\S+) (\S+)(?: (\S+))?", re.ASCII)
_RELATION = re.compile(r"R\S+\tIs Arg1:(\S+) Arg2:(\S+)\s*", re.ASCII)
_NOTE = re.compile(r"#\S*\tAnnotatorNotes (\S+)\t(.*)", re.DOTALL)
_MENTIONS = {kind.title(): kind for kind in MentionKind}
_ROLES = {role.title(): role for role in Role}
_EVENTS = {kind.replace(".", "_"): kind for kind in EventKind}


@attrs.frozen
class _Bound:
    """A text-bound annotation: its type and spans."""

    kind: str
    spans: tuple[Span, ...]


@attrs.frozen
class _Frame:
    """An event: its type, its trigger, and its arguments by role."""

    key: str
    kind: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]


def read_lines(text: str, ann: str) -> Article:
    """
    Return the article of a text and the lines that point into it.

    Raises:
        FormatError: A line is not what brat writes, or points at other words than it gives.
    """
    reader = _Reader(text)
    for number, line in enumerate(ann.split("\n"), 1):
        reader.take(line.removesuffix("\r"), f"line {number}")
    return reader.article()


class _Reader:
    """What the lines of one document say, and the ground it stands on."""

    def __init__(self, text: str) -> None:
        self.ground = Ground(text)
        self.bound: dict[str, _Bound] = {}
        self.frames: dict[str, _Frame] = {}
        self.attributes: dict[tuple[str, str], str] = {}
        self.notes: dict[str, str] = {}
        self.same: dict[str, str] = {}
        self.classes: dict[str, list[str]] = {}
        self.leaders: dict[str, str] = {}
        self.speakers: dict[str, Speaker | None] = {}

    # -- lines ---------------------------------------------------------------------------------------------------

    def take(self, line: str, path: str) -> None:
        """Take one line; those without a meaning here are passed over."""
        if line[:1] == "T":
            self._bound(line, path)
        elif line[:1] == "E":
            self._frame(line, path)
        elif match := _ATTRIBUTE.fullmatch(line):
            self.attributes[match[2], match[1]] = match[3] or "true"
        elif match := _RELATION.fullmatch(line):
            self.same[match[1]] = match[2]
        elif match := _NOTE.fullmatch(line):
            self.notes.setdefault(match[1], match[2])
        elif line.startswith("*\tEquiv "):
            keys = line.split()[2:]
            self.classes.setdefault(keys[0] if keys else "", keys)
            for key in keys:
                self.leaders.setdefault(key, keys[0])

    def _bound(self, line: str, path: str) -> None:
        match = _BOUND.fullmatch(line)
        if match is None:
            raise FormatError(path, f"expected T1, a tab, a type and offsets, a tab, words; got {brief(line)}")
        spans: list[Span] = []
        for pair in match[3].split(";"):
            start, end = map(int, pair.split(" "))
            if not 0 <= start < end <= len(self.ground.text):
                size = len(self.ground.text)
                raise FormatError(path, f"expected offsets within the text ({size} characters), got {pair!r}")
            spans.append(Span(start, end))
        covered = one_line(" ".join(span.of(self.ground.text) for span in spans))
        if match[4].split() != covered.split():
            raise FormatError(path, f"expected the words there, {brief(covered)}, got {brief(match[4])}")
        trimmed = tuple(it for span in spans if (it := self.ground.span(span.start, span.end)) is not None)
        self.bound[f"T{match[1]}"] = _Bound(match[2], trimmed)

    def _frame(self, line: str, path: str) -> None:
        key, _, rest = line.partition("\t")
        parts = [part.rpartition(":")[::2] for part in rest.split()]
        if not parts or not all(role and name[:1] in ("T", "E") for role, name in parts):
            raise FormatError(path, f"expected E1, a tab, a type and trigger, roles; got {brief(line)}")
        for _, name in parts:
            if name[0] == "T" and name not in self.bound:
                raise FormatError(path, f"expected the id of a text-bound annotation before, got {brief(name)}")
        (kind, trigger), *roles = parts
        self.frames[key] = _Frame(key, kind, trigger, tuple((role.rstrip("0123456789"), name) for role, name in roles))

    # -- the article ---------------------------------------------------------------------------------------------

    def article(self) -> Article:
        """Return the article of all lines taken."""
        speakers = [self._speaker(key) for key, it in self.bound.items() if it.kind in _MENTIONS]
        times = {key: time for key, it in self.bound.items() if it.kind == "Time" and (time := self._time(key, it))}
        places = {key: place for key, it in self.bound.items() if it.kind == "Place" and (place := self._place(key))}
        quotes = {key: quote for key, frame in self.frames.items() if (quote := self._quote(frame)) is not None}
        attributed = {name for it in self.frames.values() for _, name in (("", it.trigger), *it.arguments)}
        alone = (
            self.ground.quote(it.spans)
            for key, it in self.bound.items()
            if it.kind == "Content" and key not in attributed
        )
        events = [self._event(it, times, places, quotes) for it in self.frames.values()]
        return self.ground.article(
            Article(),
            paragraphs(self.ground.text),
            quotes=filter(None, [*quotes.values(), *alone]),
            speakers=filter(None, speakers),
            times=times.values(),
            places=places.values(),
            events=filter(None, events),
        )

    def _kind(self, kinds: type[K], key: str, name: str = "Kind") -> K | None:
        members = {member.value: member for member in kinds}
        return members.get(self.attributes.get((key, name), ""))

    def _class(self, leader: str) -> Sequence[str]:
        """Return the ids of the equivalence class that starts with this one."""
        keys = self.classes.get(leader, [leader])
        return [key for key in keys if key in self.bound and self.leaders.get(key, key) == leader]

    def _speaker(self, key: str) -> Speaker | None:
        leader = self.leaders.get(key, key)
        if leader not in self.speakers:
            self.speakers[leader] = self._new_speaker(self._class(leader))
        return self.speakers[leader]

    def _new_speaker(self, keys: Sequence[str]) -> Speaker | None:
        kinds = {span: _MENTIONS.get(self.bound[key].kind) for key in keys for span in self.bound[key].spans[:1]}
        mentions = tuple(Mention(span=span, kind=kind) for span, kind in sorted(kinds.items()) if kind is not None)
        if not mentions:
            return None
        names = [it.span.of(self.ground.text) for it in mentions if it.kind is MentionKind.NAME]
        noted = next((note for key in keys if (note := words(self.notes.get(key)))), None)
        name = noted or max(names, key=len, default=mentions[0].span.of(self.ground.text))
        kind = next((kind for key in keys if (kind := self._kind(SpeakerKind, key))), SpeakerKind.PERSON)
        return Speaker(name=name, kind=kind, mentions=mentions)

    def _time(self, key: str, it: _Bound) -> TimeExpression | None:
        value = words(self.notes.get(key))
        if value is None or not it.spans:
            return None
        if not is_timex(value):
            self.ground.note(IssueCode.BAD_VALUE, f"{key}: expected a TIMEX3 value, got {brief(value)}")
            return None
        return TimeExpression(span=it.spans[0], kind=self._kind(TimeKind, key) or TimeKind.DATE, value=value)

    def _place(self, key: str) -> Place | None:
        if self.leaders.get(key, key) != key:  # one place for each class, at its first
            return None
        spans = sorted({span for it in self._class(key) for span in self.bound[it].spans[:1]})
        if not spans:
            return None
        name = words(self.notes.get(key)) or spans[0].of(self.ground.text)
        country = self.attributes.get((key, "Country"), "")
        valid = len(country) == 2 and country.isascii() and country.isupper()
        return Place(name=name, spans=tuple(spans), country=country if valid else None)

    def _quote(self, frame: _Frame) -> Quote | None:
        if frame.kind != "Attribution":
            return None
        keys = dict.fromkeys((frame.trigger, *(name for _, name in frame.arguments)))
        bound = [self.bound[key] for key in keys if key in self.bound]
        speaker = next((name for role, name in frame.arguments if role == "Speaker"), None)
        return self.ground.quote(
            _spans(bound, "Content"),
            kind=self._kind(QuoteKind, frame.key),
            cue=next(_spans(bound, "Cue"), None),
            source=next(_spans(bound, "Source"), None),
            speaker=None if speaker is None else self._speaker(speaker),
        )

    def _event(
        self, frame: _Frame, times: dict[str, TimeExpression], places: dict[str, Place], quotes: dict[str, Quote]
    ) -> Event | None:
        trigger = next(iter(self.bound[frame.trigger].spans), None) if frame.trigger in self.bound else None
        if frame.kind not in _EVENTS or trigger is None:
            return None
        arguments = [(role, name, self.bound.get(name)) for role, name in frame.arguments]
        extent = next((it.spans[0] for role, _, it in arguments if role == "Extent" and it and it.spans), trigger)
        parts = (
            Participant(role=_ROLES[role], span=it.spans[0], speaker=self._speaker(self.same.get(name, "")))
            for role, name, it in arguments
            if role in _ROLES and it is not None and it.spans
        )
        return Event(
            kind=_EVENTS[frame.kind],
            trigger=trigger,
            extent=extent if extent.contains(trigger) else trigger,
            participants=tuple(parts),
            time=next((times[name] for _, name, _ in arguments if name in times), None),
            place=next((places[name] for _, name, _ in arguments if name in places), None),
            reported_by=next((quotes[name] for _, name, _ in arguments if name in quotes), None),
            polarity=self._kind(Polarity, frame.key, "Polarity") or Polarity.POSITIVE,
            modality=self._kind(Modality, frame.key, "Modality") or Modality.ASSERTED,
        )


def _spans(bound: Iterable[_Bound], kind: str) -> Iterator[Span]:
    return (span for it in bound if it.kind == kind for span in it.spans)
