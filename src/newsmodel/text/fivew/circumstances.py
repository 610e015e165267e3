"""When and where: the times and places of an article, by how likely each is the main event's."""

import re
from bisect import bisect_right
from collections.abc import Container
from datetime import date
from typing import Final

from newsmodel.model import Answer, Article, Place, TimeExpression, TimeKind
from newsmodel.model.events import day_of
from newsmodel.text.places.gazetteer import gazetteer

# A main event is told at most so many days after it happened.
_NEWS_DAYS: Final = 7
# How much a sentence further down counts against a day, in days.
_SENTENCE: Final = 1.0
# So many code points after the word that tells the day of telling begins: "said on Saturday".
_BESIDE: Final = 4
_LEDE_SENTENCES: Final = 4
# How exactly a place of the gazetteer tells where; one that only the article knows is a street or a building.
_EXACTNESS: Final = {"city": 2.0, "capital": 1.5, "state": 1.0, "region": 1.5, "country": 0.5, "area": 0.5}
_UNLISTED: Final = 2.0
_IN_HEADLINE: Final = 4.0
# A country in the headline says less than a town of it in the lede.
_WIDE_IN_HEADLINE: Final = 1.0
_IN_LEDE: Final = 3.0
_IN_DATELINE: Final = 1.0
_LONGEST_HEADLINE: Final = 500
_MOST_MENTIONS: Final = 4
# A weekday, or a day of a month, of nobody knows which year.
_UNRESOLVED_DAY: Final = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)(?:T|\Z)", re.ASCII)


def when(article: Article) -> Answer | None:
    """
    Return the first day that the article names about its publication, else the day of publication itself.

    Where that is not known either, it is the first day that the article names at all: "Wednesday".
    """
    days = [time for time in article.times if _is_day(time)]
    dateline = article.dateline
    if dateline is not None:  # its day is that of the telling
        days = [time for time in days if not dateline.span.contains(time.span)] or days
    best = min(days, key=lambda time: _distance(article, time), default=None)
    if best is not None and best.span.start in (telling := _after_telling(article)):
        best = _told_of(article, best, days, telling)
    if best is not None:
        assert best.start is not None  # noqa: S101 - `_is_day` has asked
        return _named(article, best, day_of(best.start))
    if article.published is not None:
        day = day_of(article.published)
        return Answer(text=day.isoformat(), day=day)
    unresolved = next((time for time in article.times if _UNRESOLVED_DAY.match(time.value)), None)
    return None if unresolved is None else _named(article, unresolved, None)


def _named(article: Article, time: TimeExpression, day: date | None) -> Answer:
    return Answer(text=" ".join(time.span.of(article.text).split()), span=time.span, day=day)


def _is_day(time: TimeExpression) -> bool:
    if time.kind not in (TimeKind.DATE, TimeKind.TIME) or time.start is None or time.end is None:
        return False
    return day_of(time.start) == day_of(time.end)


def _distance(article: Article, time: TimeExpression) -> tuple[bool, float]:
    """
    Return how far a time is from being the main event's: outside the days of the news or within, and then how old.

    News tells the newest first: each sentence further down counts as much as being a day older.
    """
    assert time.start is not None  # noqa: S101 - `_is_day` has asked
    sentence = _sentence(article, time)
    if article.published is None:
        return False, sentence
    before = (day_of(article.published) - day_of(time.start)).days
    return not -1 <= before <= _NEWS_DAYS, abs(before) + _SENTENCE * sentence


def _sentence(article: Article, time: TimeExpression) -> int:
    return bisect_right(article.sentences, time.span)


def _after_telling(article: Article) -> set[int]:
    """Return the offsets right after the words that tell, where a day is that of telling: "officials said Saturday"."""
    ends = {quote.cue.end for quote in article.quotes if quote.cue is not None}
    return {end + distance for end in ends for distance in range(1, _BESIDE + 1)}


def _told_of(
    article: Article, said: TimeExpression, days: list[TimeExpression], telling: Container[int]
) -> TimeExpression:
    """Return the day before that of telling on which its sentence says that something happened, else that one."""
    sentence, last = _sentence(article, said), _distance(article, said)
    near = [(_distance(article, time), time) for time in days if _sentence(article, time) == sentence]
    earlier = [pair for pair in near if pair[0] > last and pair[0][0] == last[0]]
    earlier = [pair for pair in earlier if pair[1].span.start not in telling]
    return min(earlier, key=lambda pair: pair[0])[1] if earlier else said


def where(article: Article, language: str) -> Answer | None:
    """Return the place that headline, lede and repetition speak for."""
    lede = _lede_end(article)
    headline = (article.headline or "").lower()[:_LONGEST_HEADLINE]
    best = max(article.places, key=lambda place: _weight(article, place, language, lede, headline), default=None)
    if best is None:
        return None
    return Answer(text=" ".join(best.spans[0].of(article.text).split()), span=best.spans[0])


def _lede_end(article: Article) -> int:
    if not article.sentences:
        return 0
    return article.sentences[min(_LEDE_SENTENCES, len(article.sentences)) - 1].end


def _weight(article: Article, place: Place, language: str, lede: int, headline: str) -> float:
    weight = float(min(len(place.spans), _MOST_MENTIONS))
    exactness = _exactness(place, language)
    if place.name.lower() in headline:
        weight += _IN_HEADLINE if exactness > 1 else _WIDE_IN_HEADLINE
    if place.spans[0].start < lede:
        weight += _IN_LEDE
    if article.dateline is not None and article.dateline.span.contains(place.spans[0]):
        weight += _IN_DATELINE
    return weight + exactness


def _exactness(place: Place, language: str) -> float:
    first, *tokens = place.name.lower().partition(",")[0].split() or [""]
    for rest, entry in gazetteer(language).names.get(first, ()):
        if rest == tokens:
            return _EXACTNESS[entry.kind]
    return _UNLISTED
