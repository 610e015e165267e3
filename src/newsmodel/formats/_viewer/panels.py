"""What stands beside the article: its speakers, the timeline of its events, and where its metadata came from."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from newsmodel.formats._viewer.dates import period
from newsmodel.formats._viewer.marks import anchor, hue, label, ranked, told, words
from newsmodel.model import Article, Event, EventKind, Provenance, Speaker, SpeakerKind

__all__ = ["panels", "speakers"]

_LONG = 160
"""Characters of a sentence or a value that are shown."""
_MOST = 6
"""Participants of an event that are shown."""
_FIRST = ("headline", "authors", "published", "modified")
_APART = " … "


def panels(article: Article) -> Iterator[tuple[str, str, str]]:
    """Yield the panels that have something to show: the id, the heading and the inside as HTML."""
    for name, heading, inside in (
        ("speakers", "Speakers", speakers(article)),
        ("timeline", "Timeline", _timeline(article)),
        ("provenance", "Where it comes from", _provenance(article)),
        ("issues", "Worth knowing", _list("issues", (label(issue.message, _LONG) for issue in article.issues))),
    ):
        if inside:
            yield name, heading, inside


def _list(name: str, items: Iterable[str]) -> str:
    inside = "".join(f"<li>{item}</li>\n" for item in items)
    return f'<ul class="{name}">\n{inside}</ul>\n' if inside else ""


# -- speakers ----------------------------------------------------------------------------------------------------


def speakers(article: Article) -> str:
    """Return the list of the speakers, those quoted most first; the script makes their names work as buttons."""
    found = ranked(article)
    return _list("speakers", (_speaker(*item, rank) for rank, item in enumerate(found.items(), 1)))


def _speaker(speaker: Speaker, numbers: list[int], rank: int) -> str:
    name = " ".join(filter(None, (speaker.honorific, speaker.name)))
    role, affiliation = speaker.role or "", speaker.affiliation or ""
    what = role if affiliation in role else ", ".join(filter(None, (role, affiliation)))
    known = label(what, _LONG) or ("" if speaker.kind is SpeakerKind.PERSON else speaker.kind.value)
    count = '<span class="count">not quoted</span>'
    if numbers:
        count = f'<a class="count" href="#q{numbers[0]}">{len(numbers)} quote{"s" * (len(numbers) > 1)}</a>'
    return (
        f'<button type="button" class="speaker {hue(rank)}" data-speaker="{rank}" aria-pressed="false" disabled>'
        f'<bdi class="name">{label(name)}</bdi></button> {count}'
        + (f'<span class="role"><bdi>{known}</bdi></span>' if known else "")
    )


# -- timeline ----------------------------------------------------------------------------------------------------


def _timeline(article: Article) -> str:
    """
    Return the events by their days, and after them those without one.

    An event that has neither a day nor a kind says little, and there are many: these are marked in the text alone.
    """
    dated = [(when, event) for event in article.events if event.time and (when := period(event.time))]
    dated.sort(key=lambda item: item[0])
    days = "".join(
        f"<li><h3>{when[2]}</h3>\n{_list('events', (_event(article, event) for _, event in found))}</li>\n"
        for when, found in groupby(dated, key=lambda item: item[0])
    )
    open_ones = [e for e in article.events if e.kind is not EventKind.OTHER and not (e.time and period(e.time))]
    rest = _list("events", (_event(article, event) for event in open_ones))
    undated = f"<details><summary>{len(open_ones)} without a day</summary>\n{rest}</details>\n" if rest else ""
    return (f'<ol class="days">\n{days}</ol>\n' if days else "") + undated


def _event(article: Article, event: Event) -> str:
    kind = event.kind.value.partition(".")[2] or event.kind.value
    by = event.reported_by
    around = [] if event.kind is EventKind.OTHER else [f'<b title="{event.kind.value}">{kind}</b>']
    around += told(event)
    around += [words(article, event.time.span)] if event.time else []
    around += [label(event.place.name)] if event.place else []
    around += [f"as {label(by.speaker.name) if by.speaker else 'someone'} says"] if by else []
    return (
        f'<a href="#{anchor(event.trigger)}">{_told_by(article, event)}</a>'
        f'<span class="around">{" · ".join(around)}</span>'
    )


def _told_by(article: Article, event: Event) -> str:
    """Return the trigger and the participants in the order and the words of the text."""
    spans = sorted({participant.span for participant in event.participants[:_MOST]} | {event.trigger})
    found: list[str] = []
    end = spans[0].start
    for span in spans:
        if span.start < end and span != event.trigger:  # words that others hold already
            continue
        if found:
            near = span.start < end or (span.start <= end + 2 and article.text[end : span.start].isspace())
            found.append(" " if near else _APART)
        shown = words(article, span)
        found.append(f"<strong>{shown}</strong>" if span == event.trigger else shown)
        end = max(end, span.end)
    return "".join(found)


# -- provenance --------------------------------------------------------------------------------------------------


def _provenance(article: Article) -> str:
    """Return which signal gave each field; the fields a reader asks for first are shown, the others are folded."""
    by_field: dict[str, list[Provenance]] = {}
    for found in article.provenance:
        by_field.setdefault(found.field, []).append(found)
    first = {name: by_field[name] for name in _FIRST if name in by_field}
    others = {name: found for name, found in by_field.items() if name not in first}
    rest = (
        f"<details><summary>{len(others)} more field{'s' * (len(others) > 1)}</summary>\n{_fields(others)}</details>\n"
        if others
        else ""
    )
    return _fields(first) + rest


def _fields(by_field: dict[str, list[Provenance]]) -> str:
    inside = "".join(
        f"<dt>{label(name.replace('_', ' '))}</dt>\n{''.join(map(_candidate, found))}"
        for name, found in by_field.items()
    )
    return f"<dl>\n{inside}</dl>\n" if inside else ""


def _candidate(found: Provenance) -> str:
    value = f"<bdi>{label(found.raw, _LONG) or '(nothing)'}</bdi> <code>{label(found.source)}</code>"
    if found.chosen:
        return f"<dd>{value}</dd>\n"
    return f'<dd class="other">{value} <span class="passed">passed over</span></dd>\n'
