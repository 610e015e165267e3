"""The dateline: where, when and by which agency a story was filed, before its first sentence."""

import datetime as dt
from itertools import zip_longest
from typing import Final

from newsmodel.lexicon import words
from newsmodel.model import Dateline
from newsmodel.model.events import day_of
from newsmodel.text.document import Document
from newsmodel.text.places.gazetteer import Gazetteer, gazetteer
from newsmodel.text.times.calendar import day_number
from newsmodel.text.times.scan import Scan
from newsmodel.text.times.values import month_day
from newsmodel.text.times.vocabulary import vocabulary

_DASHES: Final = frozenset(("—", "–", "--", "---", "-", "_", "―"))
# A dateline may stand after a headline, a byline and the date.
_MOST_BLOCKS: Final = 6
_LONGEST: Final = 24
_LONGEST_PLACE: Final = 5


def find_dateline(document: Document) -> Dateline | None:
    """Return the dateline *document* opens with, in one of its first blocks, or None."""
    if document.language is None:
        return None
    reader = _Reader(document, document.language)
    sentences = document.sentences
    opens = [n for n, block in enumerate(document.block_of) if n == 0 or block != document.block_of[n - 1]]
    for number, following in zip_longest(opens[:_MOST_BLOCKS], opens[1 : _MOST_BLOCKS + 1]):
        first = sentences[number][0]
        last = sentences[-1 if following is None else following - 1][1]
        found = reader.read(first, min(last, first + _LONGEST))
        if found is not None:
            return found
    return None


class _Reader:
    """Reads a dateline from left to right: place, region, date, agency, dash."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.words = document.words
        self.language = language
        self.known: Gazetteer = gazetteer(language)
        self.agencies = words(language, "agencies")

    def read(self, first: int, limit: int) -> Dateline | None:
        """Return the dateline that starts at token *first* and ends before token *limit*, or None."""
        if first < limit and self.words[first] in self.known.classes["caption"]:
            first += 1
        i, known = self._place(first, limit)
        if i == first:
            return None
        named = place_end = i
        if i + 1 < limit and self.words[i] == ",":
            region = self._region(i + 1, limit)
            if region > i + 1:
                i = place_end = region
                known = True
        date_end, date = self._date(i, limit)
        agency_end, agency = self._agency(date_end, limit)
        if agency is None:
            agency_end = date_end
        elif date is None:
            date_end, date = self._date(agency_end, limit)
            agency_end = max(agency_end, date_end)
        if agency_end >= limit - 1 or not (known or agency):
            return None
        dash = self.words[agency_end] in _DASHES and not self._joins(agency_end)
        colon = self.words[agency_end] == ":" and self._is_listed_in_capitals(first, named)
        if not (dash or colon or (agency and self.words[agency_end][0].isalnum())):
            return None
        if dash and date is None:
            _, date = self._date(agency_end + 1, limit)
            if date is not None:  # "SUNNYVALE, Calif. - 2/29/2012"
                agency_end = self._date(agency_end + 1, limit)[0]
        return Dateline(
            span=self.document.span(first, agency_end),
            place=" ".join(self.document.surface(first, place_end).split()),
            agency=agency,
            date=date,
        )

    def _joins(self, i: int) -> bool:
        """Tell whether token *i* is a hyphen inside a word: "Kalamazoo, Mich.-based"."""
        starts, ends = self.document.starts, self.document.ends
        return self.words[i] == "-" and starts[i] == ends[i - 1] and starts[i + 1] == ends[i]

    def _place(self, first: int, limit: int) -> tuple[int, bool]:
        """Return the token after the place, and whether it is one by itself: in capitals, or in the gazetteer."""
        end = first
        while end < limit and end - first < _LONGEST_PLACE and self._in_capitals(end):
            end += 1
        if end > first:
            if end < limit and self.words[end] == "/":
                further, _ = self._place(end + 1, limit)
                end = further if further > end + 1 else end
            label = any(word in self.known.classes["no-dateline"] for word in self.words[first:end])
            if (label and not self._is_listed_in_capitals(first, end)) or end - first > _LONGEST_PLACE:
                return first, False
            return end, True
        for rest, entry in self.known.names.get(self.words[first], ()) if first < limit else ():
            end = first + 1 + len(rest)
            if self.words[first + 1 : end] == rest and self.document.is_capitalized(first):
                return end, not entry.doubtful
        return first, False

    def _is_listed_in_capitals(self, first: int, last: int) -> bool:
        """Tell whether a name in capitals is a place beyond doubt: a colon stands behind labels and speakers too."""
        rest = self.words[first + 1 : last]
        return self._in_capitals(first) and any(
            name == rest and (not entry.doubtful or entry.kind == "capital")
            for name, entry in self.known.names.get(self.words[first], ())
        )

    def _in_capitals(self, i: int) -> bool:
        surface = self.document.surface(i, i + 1)
        return surface.isupper() and (len(surface) > 2 or surface.endswith(".")) and surface[0].isalpha()

    def _region(self, i: int, limit: int) -> int:
        """Return the token after the state or country at token *i*, or *i*."""
        for rest, _ in self.known.states.get(self.words[i], ()):
            if self.words[i + 1 : i + 1 + len(rest)] == rest:
                return i + 1 + len(rest)
        for rest, _ in self.known.names.get(self.words[i], ()):
            if self.words[i + 1 : i + 1 + len(rest)] == rest and self.document.is_capitalized(i):
                return min(limit, i + 1 + len(rest))
        return i

    def _agency(self, i: int, limit: int) -> tuple[int, str | None]:
        """Return the token after the agency in brackets at token *i*, or after a slash, and the agency as written."""
        if i >= limit:
            return i, None
        if self.words[i] in (",", "-", "–", "—"):
            i += 1
        if i < limit and self.words[i] in ("(", "["):
            for end in range(i + 2, min(i + 8, limit)):
                if self.words[end] in (")", "]"):
                    agency = self.document.surface(i + 1, end)
                    known = agency in self.agencies or (agency.isupper() and agency.isalpha())
                    return (end + 1, agency) if known or agency.endswith("News") else (i, None)
        return i, None

    def _date(self, i: int, limit: int) -> tuple[int, dt.date | None]:
        """
        Return the token after the day at token *i*, behind a comma or not, and the day.

        Without a year it is the last such day up to publication.
        """
        j = i + 1 if i < limit and self.words[i] == "," else i
        if j >= limit or not (self.words[j][0].isdigit() or self.document.is_capitalized(j)):
            return i, None
        known = vocabulary(self.language)
        if self.words[j] not in known.terms and not self.words[j][0].isdigit():
            return i, None
        published = self.document.published
        anchor = day_of(published) if published is not None else None
        scan = Scan(self.document, known, anchor, first=j, last=limit)
        scan.enter(j)
        return _day(scan, j, i)


def _day(scan: Scan, j: int, i: int) -> tuple[int, dt.date | None]:
    """Return the token after the day at token *j* of the sentence, and the day; or *i* where there is none."""
    term = scan.term(j)
    if term is None:
        return i, None
    if term.kind == "weekday":
        after = j + 2 if scan.word(j + 1) == "," else j + 1
        end, found = _day(scan, after, after)
        return (end, found) if end > after else (j + 1, None)
    if term.kind in ("numeric", "iso"):
        return j + 1, _parsed(term.value[:10])
    month_at, day_at = (j, j + 1) if term.kind == "month" else (j + 1, j)
    day, month = day_number(scan, day_at), scan.term(month_at)
    if not day or month is None or month.kind != "month":
        return i, None
    year_at = j + 3 if scan.word(j + 2) == "," else j + 2
    year = scan.term(year_at)
    if year is None or year.kind != "year":
        last = month_day(scan.anchor, int(month.value), day, direction=-1)
        return j + 2, _parsed(last) if last else None
    value = month_day(None, int(month.value), day, int(year.value))
    return year_at + 1, _parsed(value) if value else None


def _parsed(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None
