"""
Links to words of a page: text fragments, ``url#:~:text=prefix-,start,end,-suffix``.

The rules are those of the WICG draft "URL Fragment Text Directives". A browser goes to the first place that fits, so
the words have to come nowhere earlier; it looks for each part within one block, in whole words, whatever their case and
white space. Words that are long or go over several lines are therefore given by how they start and end, and words that
the page may hold more than once by what stands around them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote as percent_encoded

from newsmodel.model import Article, Span

__all__ = ["Fragments"]

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[\n\t]")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_LONGEST = 120
"""Characters up to which words are given whole."""
_ENDS = 5
"""How many words tell how longer ones start and end."""
_RUN = 4
"""How many words in a row are looked up, at most, to tell whether they come once."""
_AROUND = 8
"""How many words before or after are added at most."""


class Fragments:
    """The links to quotes in the page that an article came from; making all of them takes linear time."""

    def __init__(self, article: Article) -> None:
        self._base = _base(article)
        self._text = article.text
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._lines: list[int] = []
        self._keys: list[str] = []
        self._runs: Counter[tuple[str, ...]] = Counter()
        if self._base is not None and article.quotes:
            self._read()
            for text in (article.headline, article.description, article.text):
                self._runs.update(_runs([word.casefold() for word in _WORD.findall(text or "")]))

    def to(self, spans: Iterable[Span]) -> str | None:
        """Return the link to the words at *spans*; None where there is no page, or there are no words."""
        directives = [directive for span in spans if (directive := self._directive(span)) is not None]
        return self._base + "&".join(directives) if self._base is not None and directives else None

    def _read(self) -> None:
        """Number the words of the text and its lines; the cells of a table are lines of their own."""
        line = end = 0
        for found in _WORD.finditer(self._text):
            line += _BREAK.search(self._text, end, found.start()) is not None
            end = found.end()
            self._starts.append(found.start())
            self._ends.append(end)
            self._lines.append(line)
            self._keys.append(found.group().casefold())

    def _directive(self, span: Span) -> str | None:
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        if first >= last:
            return None
        long = self._ends[last - 1] - self._starts[first] > _LONGEST and last - first > 2 * _ENDS
        if self._lines[first] == self._lines[last - 1] and not long:
            before, after = self._around(first, last, before=True, after=True)
            middle = [self._words(first, last)]
        else:
            line = self._lines[first]
            head = bisect_right(self._lines, line, first, min(first + _ENDS, last))
            tail = bisect_left(self._lines, self._lines[last - 1], max(last - _ENDS, head), last)
            before, _ = self._around(first, head, before=True, after=False)
            _, after = self._around(tail, last, before=False, after=True)
            middle = [self._words(first, head), self._words(tail, last)]
        # Prefix and suffix touch what is between them but for white space: the punctuation there belongs to them.
        prefix = [_term(self._text[self._starts[before] : self._starts[first]]) + "-"] if before < first else []
        suffix = ["-" + _term(self._text[self._ends[last - 1] : self._ends[after - 1]])] if last < after else []
        return "text=" + ",".join((*prefix, *middle, *suffix))

    def _words(self, first: int, last: int) -> str:
        return _term(self._text[self._starts[first] : self._ends[last - 1]])

    def _around(self, first: int, last: int, *, before: bool, after: bool) -> tuple[int, int]:
        """Return the fewest words around, before or else after, with which these are found only here."""
        lowest = bisect_left(self._lines, self._lines[first], max(first - _AROUND, 0), first) if before else first
        end = min(last + _AROUND, len(self._lines))
        highest = bisect_right(self._lines, self._lines[last - 1], last, end) if after else last
        for extra in range(_AROUND + 1):
            for left, right in ((max(first - extra, lowest), last), (first, min(last + extra, highest))):
                if self._come_once(left, right):
                    return left, right
        return lowest, highest

    def _come_once(self, first: int, last: int) -> bool:
        size = min(_RUN, last - first)
        return any(self._runs[tuple(self._keys[i : i + size])] == 1 for i in range(first, last - size + 1))


def _term(text: str) -> str:
    """Return a stretch of the text as it stands in a link; the commas and hyphens of a link have a meaning."""
    return percent_encoded(" ".join(text.split()), safe="").replace("-", "%2D")


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of one to four words in a row."""
    for size in range(1, _RUN + 1):
        yield from zip(*(words[i:] for i in range(size)), strict=False)


def _base(article: Article) -> str | None:
    """Return the address of the page up to where directives begin; None where no page of the web is known."""
    for url in (article.url, article.canonical_url):
        if url is not None and _WEB.match(url.strip()):
            page = url.strip().partition(":~:")[0]
            return page + (":~:" if "#" in page else "#:~:")
    return None
