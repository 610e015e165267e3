"""The headline: what heading, metadata and title agree on, without the site's name."""

import re

import attrs

from newsmodel.html.names import key_of
from newsmodel.html.signals import Candidate, Signals, plain, text_of
from newsmodel.html.tree import Element

__all__ = ["Headline", "choose_headline", "outlet_keys"]

_SEPARATORS = re.compile(r"\s+[|–—»«·•:/~\-‹›→>⋆]{1,3}\s+|\s*[|»¦｜]\s*|：(?=[^：]*$)")
_WEIGHTS = {
    "h1": 3.0,
    "json-ld headline": 2.4,
    "itemprop headline": 2.0,
    "meta og:title": 1.8,
    "title": 1.5,
    "meta twitter:title": 1.0,
}
_OTHER = 0.7
_MAX_LENGTH = 400
_MAX_HEADINGS = 20


@attrs.frozen
class Headline:
    """The headline chosen, the signals that speak for it, all that were heard, and its heading in the page."""

    text: str | None
    chosen: Candidate | None
    candidates: tuple[Candidate, ...]
    texts: tuple[str, ...]
    heading: Element | None


@attrs.define
class _Ballot:
    text: str
    first: Candidate
    weight: float = 0.0


def outlet_keys(signals: Signals) -> frozenset[str]:
    """Return the names of the site, for comparing: what it calls itself and what its host is called."""
    names = [c.raw for c in signals.candidates("publisher")]
    keys = {key_of(plain(name)) for name in names}
    if signals.address is not None:
        host = signals.address.netloc.lower().partition(":")[0].removeprefix("www.")
        labels = host.split(".")
        keys.add(key_of(host))
        keys.update(key_of(label) for label in labels[:-1] if len(label) > 3)
    return frozenset(keys - {""})


def choose_headline(signals: Signals, outlets: frozenset[str]) -> Headline:
    """Return the headline that the signals agree on best, the page's heading having the strongest voice."""
    said = [Candidate(c.source, text) for c in signals.candidates("headline") if (text := plain(c.raw)[:_MAX_LENGTH])]
    said.extend(Candidate("title", text) for t in signals.titles[:1] if (text := plain(t)[:_MAX_LENGTH]))
    headings = [(e, text) for e in signals.headings[:_MAX_HEADINGS] if (text := text_of(e)[:_MAX_LENGTH])]
    own = [(e, text) for e, text in headings if key_of(text) not in outlets]
    heading = _best_heading(own, said)
    candidates = list(said)
    if heading is not None:
        candidates.insert(0, Candidate("h1", heading[1]))
    ballots = _count(candidates, outlets)
    best = max(ballots, key=lambda b: b.weight, default=None)
    texts = dict.fromkeys([text for _, text in headings] + [c.raw for c in said] + [b.text for b in ballots])
    return Headline(
        best.text if best else None,
        best.first if best else None,
        tuple(candidates),
        tuple(texts),
        heading[0] if heading else None,
    )


def _best_heading(headings: list[tuple[Element, str]], said: list[Candidate]) -> tuple[Element, str] | None:
    """Return the h1 most like what the metadata say."""
    if not headings:
        return None
    words = [set(c.raw.casefold().split()) for c in said]

    def likeness(text: str) -> float:
        own = set(text.casefold().split())
        return max((len(own & w) / len(own | w) for w in words if w), default=0.0)

    return max(headings, key=lambda h: likeness(h[1]))


def _count(candidates: list[Candidate], outlets: frozenset[str]) -> list[_Ballot]:
    """Count for every text the weight of the signals that say it, alone or with the site's name beside it."""
    ballots: dict[str, _Ballot] = {}
    for c in candidates:
        text = _without_outlet(c.raw, outlets)
        key = key_of(text)
        if key and key not in outlets:
            ballots.setdefault(key, _Ballot(text, c))
    heard: set[str] = set()
    for c in candidates:
        if c.source in heard:
            continue
        heard.add(c.source)
        weight = _WEIGHTS.get(c.source, _OTHER)
        parts = _SEPARATORS.split(c.raw)
        keys = {key_of(_without_outlet(c.raw, outlets)), key_of(c.raw)}
        keys.update(key_of(part) for part in parts if len(part.split()) > 2)
        for key, ballot in ballots.items():
            if key in keys:
                ballot.weight += weight
    for ballot in ballots.values():
        if len(ballot.text.split()) == 1 and len(ballot.text) < 12:
            ballot.weight -= 1.5
    return list(ballots.values())


def _without_outlet(text: str, outlets: frozenset[str]) -> str:
    """Return a title without the site's name at its end or start."""
    marks = list(_SEPARATORS.finditer(text))
    for mark in reversed(marks):
        if key_of(text[mark.end() :]) in outlets:
            return _without_outlet(text[: mark.start()], outlets)
    for mark in marks:
        if key_of(text[: mark.start()]) in outlets:
            return _without_outlet(text[mark.end() :], outlets)
    return text
