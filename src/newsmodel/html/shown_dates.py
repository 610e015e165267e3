"""The dates that a page shows to its readers, part by part, each looked for once and when it is asked for."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

import attrs
from lxml import etree

from newsmodel import lexicon
from newsmodel.html.class_parts import says
from newsmodel.html.dates import Order, Reading, read_date, read_machine_date, read_url_date
from newsmodel.html.signals import Candidate, Signals, parent_of, squeeze, strings, text_of
from newsmodel.html.tree import Element
from newsmodel.html.vicinity import Surroundings
from newsmodel.model.invariants import later

__all__ = ["Dated", "ShownDates", "day_of"]

_SHORT_TEXTS: Final = etree.XPath(
    "descendant::text()[contains(., '20')][string-length(.) > 7 and string-length(.) < 120]"
)
_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(r"\d\d")
_MAX_KEY: Final = 30
_UNSEEN: Final = frozenset(("script", "style", "noscript", "template", "option", "textarea", "title", "a"))
_SHOWN: Final = frozenset(("date line", "time element", "abbr published", "date class", "first date", "url"))
_MAX_TEXT: Final = 160
_MAX_BESIDE: Final = 90
_MAX_ALONE: Final = 12
_MAX_OPENING: Final = 60
_MAX_TIMES: Final = 20
_MAX_HATOM: Final = 100
_MAX_CLIMB: Final = 4
_MAX_LABELLED: Final = 60
_MAX_LABEL: Final = 40
_MAX_IN_LINE: Final = 3
_SHORTEST: Final = 6
_MAX_WORDS: Final = 5
_AFTER_DATELINE: Final = frozenset('-–—|:•)].„“"«')
_MAX_DAYS: Final = 3
_MAX_DATELINE: Final = 25
_MAX_MARKED: Final = 5


class Dated(NamedTuple):
    """A date that a signal gives, and which field it is of."""

    field: str
    value: dt.date
    candidate: Candidate
    ambiguous: bool = False
    swapped: dt.date | None = None
    """The other day that its digits can mean."""
    alone: bool = False
    """Whether it stands in a line of its own."""

    @property
    def shown(self) -> bool:
        """Whether readers see it: in the page's text or address."""
        return self.candidate.source in _SHOWN


def day_of(value: dt.date) -> dt.date:
    """Return the day of a date or moment."""
    return value.date() if isinstance(value, dt.datetime) else value


class ShownDates:
    """What the page's own text says, each part looked for once and when it is asked for."""

    def __init__(self, signals: Signals, order: Order, surroundings: Surroundings) -> None:
        self.signals: Signals = signals
        self.order: Order = order
        self.place: Surroundings = surroundings
        self._known: dict[str, list[Dated]] = {}

    def knows(self, part: str) -> bool:
        """Tell whether a part was looked at already."""
        return part in self._known

    def said(self, part: str) -> list[Dated]:
        """Return the dates of one part; ``precedence.txt`` tells which there are."""
        if part not in self._known:
            self._known[part] = _PARTS[part](self)
        return self._known[part]

    def nearest(self) -> Dated | None:
        """Return the publication that stands nearest to the headline."""
        dated = self.said("line") if self.knows("line") else _date_lines(self)
        return next((d for d in dated if d.field == "published"), None)


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    fields = lexicon.pairs("web", "date_labels")
    words = sorted(map(re.escape, fields), key=len, reverse=True)
    return re.compile("|".join(words)), fields


def _label_in(text: str) -> str | None:
    """Return which field the last label in a text makes a date after it; None where there is no label."""
    pattern, fields = _labels()
    labels: list[str] = pattern.findall(text.lower())
    return fields[labels[-1]] if labels else None


def _in_text(text: str, order: Order) -> list[tuple[str, Reading]]:
    """Return the dates in a short text with what each is the date of, by the words before it or, at the end, after."""
    found: list[tuple[str, Reading]] = []
    start = 0
    while len(found) < _MAX_IN_LINE and (reading := read_date(text[start:], order)) is not None:
        label = _label_in(text[start : start + reading.start][-_MAX_LABEL:])
        placed = attrs.evolve(reading, start=start + reading.start, end=start + reading.end)
        found.append((label or "", placed))
        start = max(placed.end, start + 1)
    if found and not found[-1][0]:
        after = text[start : start + _MAX_LABEL]
        label = None if _DIGIT.search(after) else _label_in(after)  # "updated 4 hours ago" is another date
        found[-1] = (label or "", found[-1][1])
    if (
        len(found) > 1
        and not found[0][0]
        and found[1][0] == "published"
        and later(found[0][1].value, found[1][1].value)
    ):
        found[0] = ("modified", found[0][1])  # "16 May 2024, first published on 14 May 2024"
    return [(label or "published", reading) for label, reading in found]


def _shown(field: str, reading: Reading, source: str, raw: str) -> Dated:
    alone = len(raw) - (reading.end - reading.start) <= _MAX_ALONE
    return Dated(field, reading.value, Candidate(source, raw), reading.ambiguous, reading.swapped, alone)


def _hatom(page: ShownDates) -> list[Dated]:
    """Return the dates of `time` elements that say what they are (hAtom, `pubdate`), and of hAtom's `abbr`."""
    found: list[Dated] = []
    for element in page.signals.times[:_MAX_HATOM]:
        names = (element.get("class") or "").lower()
        if element.get("pubdate") is None and not ("published" in names or "entry-date" in names or "updated" in names):
            continue
        if not page.place.is_elsewhere(element):
            field = "modified" if "updated" in names and "published" not in names else "published"
            found.extend(_of_time(element, page.order, field))
    for element in page.signals.abbrs[:_MAX_HATOM]:
        title = element.get("title") if "published" in (element.get("class") or "").split() else None
        if title and (day := read_machine_date(title)) and not page.place.is_elsewhere(element):
            found.append(_shown("published", Reading(day, 0, len(title)), "abbr published", title))
    return found


def _of_time(element: Element, order: Order, field: str) -> Iterator[Dated]:
    """Yield the date of a `time` element, which its attribute says better than its text."""
    text = text_of(element, _MAX_TEXT)
    raw = element.get("datetime") or element.get("content") or ""
    day = read_machine_date(raw)
    reading = Reading(day, 0, len(raw)) if day is not None else read_date(raw, order) if raw else None
    if reading is None and (reading := read_date(text, order)) is not None:
        raw = text
    if reading is not None:
        yield _shown(_label_in(text) or field, reading, "time element", raw)


def _near(page: ShownDates) -> list[Dated]:
    """Return the dates of the lines near the headline; of a list of other articles only what is nearest."""
    found = list(_date_lines(page))
    return found if len({day_of(d.value) for d in found}) <= _MAX_DAYS else found[:1]


def _date_lines(page: ShownDates) -> Iterator[Dated]:
    """Yield the dates of the lines near the headline; lines that hold more than a date line does are passed over."""
    times_in: dict[Element, list[Element]] | None = None
    for line in page.place.lines:
        text = line.text if len(line.text) <= _MAX_TEXT else line.text[:_MAX_OPENING]
        if not _DIGITS.search(text) or page.place.is_elsewhere(line.element, near=not line.late):
            continue
        if times_in is None:
            times_in = _times_in(page)
        times = [] if line.before or len(line.text) > _MAX_TEXT else times_in.get(line.element, [])
        times = [element for element in times if text_of(element) in line.text]  # a break may part it from the line
        if 0 < len(times) < _MAX_IN_LINE:
            for element in times:
                before = line.text.partition(text_of(element) or "\n")[0]
                yield from _of_time(element, page.order, _label_in(before[-_MAX_LABEL:]) or "published")
            continue
        dates = _in_text(text, page.order)
        if len(line.text) > _MAX_TEXT:
            dates = [(field, reading) for field, reading in dates[:1] if _is_dateline(line.text, reading)]
        elif not _is_date_line(line.text, [reading for _, reading in dates]):
            continue
        for field, reading in dates:
            yield _shown(field, reading, "date line", line.text)


def _times_in(page: ShownDates) -> dict[Element, list[Element]]:
    """Return the first `time` elements by the elements that they are in, a few levels down."""
    found: dict[Element, list[Element]] = {}
    for element in page.signals.times[:_MAX_TIMES]:
        for _, box in zip(range(_MAX_CLIMB), element.iterancestors(), strict=False):
            found.setdefault(box, []).append(element)
    return found


def _is_dateline(text: str, reading: Reading) -> bool:
    """Tell whether a paragraph opens with a date, as datelines do."""
    before, after = text[: reading.start], text[reading.end :]
    opens = len(before) <= _MAX_DATELINE and sum(w[:1].islower() for w in before.split()) <= 1
    return opens and after.lstrip()[:1] in _AFTER_DATELINE


def _is_date_line(text: str, readings: list[Reading]) -> bool:
    """Tell a line of dates from a sentence that names a day, by the words beside them."""
    starts = [0, *(reading.end for reading in readings)]
    ends = [*(reading.start for reading in readings), len(text)]
    beside = " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    words = [word for word in beside.split() if word.islower()]
    return len(beside) <= _MAX_BESIDE and (len(words) <= _MAX_WORDS or "|" in text)


def _marked(page: ShownDates) -> list[Dated]:
    """Return the dates of elements whose class says so, and of other `time` elements, in the page's order."""
    found: list[Dated] = []
    for names, element in page.place.classed:
        if not says(names, "date") or says(names, "not-date") or element.tag in ("body", "html", "time"):
            continue
        text = text_of(element, 2 * _MAX_TEXT)
        if not _SHORTEST <= len(text) <= _MAX_TEXT or page.place.is_elsewhere(element):
            continue
        for told, reading in _in_text(text, page.order):
            field = "modified" if told == "published" and says(names, "changed") else told
            found.append(_shown(field, reading, "date class", text))
        if len(found) > _MAX_MARKED:
            break
    for element in page.signals.times[:_MAX_MARKED]:
        if not page.place.is_elsewhere(element):
            found.extend(_of_time(element, page.order, "published"))
    return found


def _changed(page: ShownDates) -> list[Dated]:
    """
    Return the day of the last change where readers are told no other: it stands for the publication too.

    It is that of the text as it stands.
    """
    dated = next((d for part in ("line", "marked") for d in page.said(part) if d.field == "modified"), None)
    return [dated._replace(field="published")] if dated is not None else []


def _first(page: ShownDates) -> list[Dated]:
    """Return the first line of the page that is little more than a date; one in a sidebar only if there is no other."""
    aside: list[Dated] = []
    for text in strings(_SHORT_TEXTS, page.signals.root):
        words = squeeze(text)
        element = parent_of(text)
        if element is None or element.tag in _UNSEEN or (found := read_date(words, page.order)) is None:
            continue
        label = _label_in(words[: found.start])
        beside = len(words) - (found.end - found.start)
        most = _MAX_LABELLED if label or _label_in(words) else _MAX_ALONE
        if beside > most or page.place.is_elsewhere(element, near=True):
            continue
        if label == "other":
            continue
        dated = _shown(label or "published", found, "first date", words)
        if dated.field == "published" and not page.place.is_elsewhere(element):
            others = [_shown(field, reading, "first date", words) for field, reading in _in_text(words, page.order)[1:]]
            return [dated, *(other for other in others if other.field == "modified")]
        aside.append(dated)
    return [aside[0]._replace(field="published")] if len({d.value for d in aside}) == 1 else []


@cache
def _state() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return what the publication looks like in a script, and what to find it by: scripts may be large."""
    keys = lexicon.pairs("web", "state_keys")
    value = r"""\\?["']\s*:\s*\\?["'](\d{4}-\d\d-\d\d[T\d:.+Z -]{0,30})"""
    return re.compile(rf"\b(?:{'|'.join(keys)}){value}"), tuple(dict.fromkeys(keys.values()))


def _in_scripts(page: ShownDates) -> list[Dated]:
    """Return the publication that the page's own state gives: scripts of frameworks keep it under a few usual names."""
    pattern, parts = _state()
    for script in page.signals.page.of("script"):
        text = script.text or ""
        if "liveBlogUpdate" in text:
            continue  # the dates are those of its entries
        for part in parts:
            at = text.find(part)
            while at >= 0:
                found = pattern.search(text, max(0, at - _MAX_KEY), at + 2 * _MAX_KEY)
                day = read_machine_date(found.group(1)) if found else None
                if found is not None and day is not None:
                    return [Dated("published", day, Candidate("script state", found.group()))]
                at = text.find(part, at + _MAX_KEY)
    return []


def _in_url(page: ShownDates) -> list[Dated]:
    """Return the day in the page's address; not that of a web archive, whose own address goes before the page's."""
    for address in (page.signals.url, *page.signals.links.get("canonical", ())):
        day = read_url_date(address[address.rfind("http") :].partition("?")[0]) if address else None
        if address and day is not None:
            return [Dated("published", day, Candidate("url", address))]
    return []


_PARTS: Final[dict[str, Callable[[ShownDates], list[Dated]]]] = {
    "hatom": _hatom,
    "line": _near,
    "marked": _marked,
    "script": _in_scripts,
    "changed": _changed,
    "text": _first,
    "url": _in_url,
}
