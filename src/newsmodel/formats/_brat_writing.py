"""What stands in an article as lines of brat standoff."""

from collections.abc import Hashable, Sequence

from newsmodel.formats._passages import fold
from newsmodel.model import Article, Event, Modality, Place, Polarity, Quote, Span, Speaker, TimeExpression

__all__ = ["one_line", "write_lines"]


def one_line(text: str) -> str:
    """Return *text* with spaces for the characters that part lines and columns."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def write_lines(article: Article) -> str:
    """Return the annotations of *article*, one a line."""
    return "".join(f"{line}\n" for line in _Lines(article).lines)


class _Lines:
    """The lines of one article, those that differ in nothing written being one."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.lines: list[str] = []
        self._counts: dict[str, int] = {}
        self._known: dict[Hashable, str] = {}
        self._speakers = {it: self._speaker(it) for it in article.speakers}
        self._times = {it: self._time(it) for it in article.times}
        self._places = {it: self._place(it) for it in article.places}
        self._quotes = {it: self._quote(it) for it in article.quotes}
        for event in article.events:
            self._event(event)

    # -- lines ---------------------------------------------------------------------------------------------------

    def _line(self, letter: str, rest: str) -> str:
        self._counts[letter] = self._counts.get(letter, 0) + 1
        key = f"{letter}{self._counts[letter]}"
        self.lines.append(f"{key}\t{rest}")
        return key

    def _bound(self, kind: str, spans: Sequence[Span]) -> str:
        where = ";".join(f"{span.start} {span.end}" for span in spans)
        words = one_line(" ".join(span.of(self.text) for span in spans))
        return self._line("T", f"{kind} {where}\t{words}")

    def _attribute(self, name: str, of: str, value: str = "") -> None:
        self._line("A", f"{name} {of} {value}".rstrip())

    def _note(self, of: str, note: str) -> None:
        self._line("#", f"AnnotatorNotes {of}\t{note}")

    def _alike(self, keys: Sequence[str]) -> None:
        if len(keys) > 1:
            self.lines.append(f"*\tEquiv {' '.join(keys)}")

    # -- what there is in an article -----------------------------------------------------------------------------

    def _speaker(self, it: Speaker) -> str:
        key = (Speaker, fold(it.name), it.kind, it.mentions)
        if key not in self._known:
            mentions = [self._bound(mention.kind.title(), [mention.span]) for mention in it.mentions]
            self._known[key] = mentions[0]
            self._note(mentions[0], fold(it.name))
            self._attribute("Kind", mentions[0], it.kind)
            self._alike(mentions)
        return self._known[key]

    def _time(self, it: TimeExpression) -> str:
        key = (TimeExpression, it.span, it.kind, fold(it.value))
        if key not in self._known:
            self._known[key] = self._bound("Time", [it.span])
            self._note(self._known[key], fold(it.value))
            self._attribute("Kind", self._known[key], it.kind)
        return self._known[key]

    def _place(self, it: Place) -> str:
        key = (Place, fold(it.name), it.spans, it.country)
        if key not in self._known:
            named = [self._bound("Place", [span]) for span in it.spans]
            self._known[key] = named[0]
            self._note(named[0], fold(it.name))
            if it.country is not None:
                self._attribute("Country", named[0], it.country)
            self._alike(named)
        return self._known[key]

    def _quote(self, it: Quote) -> str:
        speaker = None if it.speaker is None else self._speakers[it.speaker]
        key = (Quote, it.content, it.cue, it.source, it.kind, speaker)
        if key not in self._known:
            content = self._bound("Content", it.content)
            cue = content if it.cue is None else self._bound("Cue", [it.cue])
            source = None if it.source is None else self._bound("Source", [it.source])
            roles = (("Content", content), ("Source", source), ("Speaker", speaker))
            self._known[key] = self._line("E", f"Attribution:{cue}{_arguments(roles)}")
            self._attribute("Kind", self._known[key], it.kind)
        return self._known[key]

    def _event(self, it: Event) -> None:
        time = None if it.time is None else self._times[it.time]
        place = None if it.place is None else self._places[it.place]
        quote = None if it.reported_by is None else self._quotes[it.reported_by]
        parts = tuple((part.role, part.span, part.speaker and self._speakers[part.speaker]) for part in it.participants)
        key = (Event, it.kind, it.trigger, it.extent, parts, time, place, quote, it.polarity, it.modality)
        if key in self._known:
            return
        trigger, extent = self._bound("Trigger", [it.trigger]), self._bound("Extent", [it.extent])
        bound = [(role.title(), self._bound("Participant", [span]), speaker) for role, span, speaker in parts]
        roles = (("Extent", extent), *((role, part) for role, part, _ in bound))
        others = (("Time", time), ("Place", place), ("Quote", quote))
        self._known[key] = self._line("E", f"{it.kind.replace('.', '_')}:{trigger}{_arguments(roles + others)}")
        for _, part, speaker in bound:
            if speaker is not None:
                self._line("R", f"Is Arg1:{part} Arg2:{speaker}")
        if it.polarity is not Polarity.POSITIVE:
            self._attribute("Polarity", self._known[key], it.polarity)
        if it.modality is not Modality.ASSERTED:
            self._attribute("Modality", self._known[key], it.modality)


def _arguments(roles: Sequence[tuple[str, str | None]]) -> str:
    return "".join(f" {role}:{key}" for role, key in roles if key is not None)
