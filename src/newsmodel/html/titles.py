"""The headline: what heading, metadata and title agree on, without the site's name."""

import re
from typing import Final
from urllib.parse import urlsplit

import attrs

from newsmodel.html.json_ld import items_of, types_of
from newsmodel.html.signals import Candidate, Signals, plain, text_of
from newsmodel.html.text import key_of
from newsmodel.html.tree import Element

__all__ = ["Headline", "Outlet", "choose_headline", "names_of_site", "outlet_of"]

_EAST_ASIAN: Final = r"[\u3040-\u30ff\u3400-\u9fff]"
_SEPARATORS: Final = re.compile(
    r"\s+[|–—»«·•:/~\-‹›→>⋆]{1,3}\s+|\s*[|¦｜ㅣ]\s*|：(?=[^：]*$)" + rf"|(?<={_EAST_ASIAN})[_-]+(?={_EAST_ASIAN})"
)
_WRITTEN_CLOSE: Final = re.compile(_EAST_ASIAN)
_WEIGHTS: Final = {
    "h1": 8.0,
    "json-ld headline": 2.4,
    "itemprop headline": 2.0,
    "meta og:title": 1.8,
    "title": 1.5,
    "meta twitter:title": 0.5,
}
_MARKS: Final = frozenset("|¦｜ㅣ-–—»«·•:~/›‹>_")
_KICKED: Final = 15
"""How long what follows a kicker must at least be."""
_OTHER: Final = 0.4
_UNLIKE: Final = 1.5
"""The weight of a heading that shares little with what the metadata say: often the site's or the section's name."""
_LIKE: Final = 0.15
_WORD: Final = re.compile(r"\w+")
_MAX_LENGTH: Final = 400
_MAX_RAW: Final = 2000
_MAX_HEADINGS: Final = 20
_COLON: Final = re.compile(r":\s+")
_MOST_MARKS: Final = 8
_FEWEST_CHARACTERS: Final = 5
_FEWEST_SPACES: Final = 2
_SHOWING: Final = ("h1", "h2", "h3", "h4", "h5", "p", "div", "span", "strong", "b", "font", "td", "big")
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5"))


@attrs.frozen
class Headline:
    """The headline chosen, the signals that speak for it, all that were heard, and its heading in the page."""

    text: str | None
    chosen: Candidate | None
    candidates: tuple[Candidate, ...]
    texts: tuple[str, ...]
    heading: Element | None


class _Ballot:
    """What speaks for one wording of the headline."""

    __slots__ = ("by", "first", "forms", "text", "weight")

    def __init__(self, text: str, first: Candidate) -> None:
        self.text: str = text
        self.first: Candidate = first
        self.weight: float = 0.0
        self.by: set[str] = set()
        self.forms: list[str] = []

    def hear(self, source: str, weights: dict[str, float]) -> None:
        """Count the voice of one signal."""
        self.weight += weights.get(source, _OTHER)
        self.by.add(source)


@attrs.frozen
class Outlet:
    """What the site is called, to be cut off: its names, and the parts of its host's name."""

    keys: frozenset[str]
    stems: tuple[str, ...]

    def named(self, text: str) -> bool:
        """Tell whether a part of a title is the site's name, whole or shortened."""
        key = key_of(text)
        if key in self.keys:
            return True
        return len(text.split()) <= 5 and len(key) > 3 and any(stem in key or key in stem for stem in self.stems)

    def cut(self, text: str) -> str:
        """Return a title without the site's name at its end or start."""
        marks = list(_SEPARATORS.finditer(text))
        end = len(text)
        for mark in reversed(marks):
            bears_name = key_of(text[mark.end() : end]) in self.keys and mark.start() > len(text) - end
            if bears_name or self.named(text[mark.end() :]):  # what a site says of itself follows its name
                return self.cut(text[: mark.start()])
            end = mark.start()
        opening = text[: marks[0].start()] if marks else ""
        if self.named(opening):
            return self.cut(text[marks[0].end() :])
        if marks and "_" in marks[0].group() and len(opening) > _FEWEST_CHARACTERS:
            return opening  # Chinese sites join their channels and names to a title like this
        name, colon, rest = text.partition(": ")
        return self.cut(rest) if colon and key_of(name) in self.keys else text


def outlet_of(signals: Signals) -> Outlet:
    """Return the names of the site, for comparing: what it calls itself, its host, its linked name at the top."""
    host = _host_keys(signals)
    keys = {key_of(plain(c.raw)) for c in (*signals.candidates("publisher"), *names_of_site(signals))}
    keys.update(key_of(text_of(e)) for e in signals.headings[:_MAX_HEADINGS] if _leads_home(e))
    return Outlet(frozenset(keys.union(host) - {""}), tuple([key for key in host if len(key) > 3]))


def names_of_site(signals: Signals) -> list[Candidate]:
    """Return the names of the site that the page says to be part of, as many systems declare it beside the article."""
    named = [name for node in signals.nodes if "WebSite" in types_of(node) for name in items_of(node.get("name"))]
    return [Candidate("json-ld WebSite", name) for name in named if isinstance(name, str)][:_MAX_HEADINGS]


def _host_keys(signals: Signals) -> list[str]:
    host = signals.address.hostname if signals.address is not None else None
    labels = (host or "").removeprefix("www.").split(".")
    return [key_of("".join(labels)), *(key_of(label) for label in labels[:-1] if len(label) > 3)]


def _leads_home(heading: Element) -> bool:
    """Tell whether a heading is the site's name: it is a link to the home page."""
    links = list(heading.iter("a")) or [e for e in [heading.getparent()] if e is not None and e.tag == "a"]
    if len(links) != 1:
        return False
    href = (links[0].get("href") or "").strip()
    if href in ("/", "./", "index.html", "/index.html", "/index.php"):
        return True
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path in ("", "/") and not parts.query


def choose_headline(signals: Signals, outlet: Outlet) -> Headline:
    """
    Return the headline that the signals agree on best.

    The page's heading has the strongest voice, if it has anything in common with what the metadata say: metadata are
    often written for search engines, and copied from one another.
    """
    raws = [*signals.candidates("headline"), *(Candidate("title", title) for title in signals.titles[:1])]
    texts = {raw: plain(raw[:_MAX_RAW])[:_MAX_LENGTH] for raw in dict.fromkeys(c.raw for c in raws)}
    said = [Candidate(c.source, text) for c in raws if (text := texts[c.raw])]
    headings = [(e, text) for e in signals.headings[:_MAX_HEADINGS] if (text := text_of(e)[:_MAX_LENGTH])]
    own = [(e, text) for e, text in headings if key_of(text) not in outlet.keys]
    heading, like = _best_heading(own, said)
    candidates = list(said)
    if heading is not None:
        text = _bare(heading, [outlet.cut(text) for text in dict.fromkeys(c.raw for c in said)])
        candidates.insert(0, Candidate("h1", text))
        if len(heading[0]):
            candidates.append(candidates.pop(0))  # its markup may have torn the text: others know the form better
    weights = _WEIGHTS if like >= _LIKE else _WEIGHTS | {"h1": _UNLIKE}
    ballots = _count(candidates, outlet, weights)
    _hear_editors(signals, ballots)
    if not ballots and said:  # all that is said is the site's name, as on its home page
        ballots = [_Ballot(said[-1].raw, said[-1])]
    best = max(ballots, key=lambda b: b.weight, default=None)
    place = _place_of(signals, heading, like, best)
    heard = dict.fromkeys([text for _, text in headings] + [c.raw for c in said] + [b.text for b in ballots])
    return Headline(
        best.text if best else None,
        best.first if best else None,
        tuple(candidates),
        tuple(heard),
        place,
    )


def _place_of(
    signals: Signals, heading: tuple[Element, str] | None, like: float, best: _Ballot | None
) -> Element | None:
    """Return the element that shows the headline: its h1, else what shows the same words, else any h1."""
    if heading is not None and like >= _LIKE:
        return heading[0]
    shown = _heading_like(signals, best)
    return shown if shown is not None else heading[0] if heading is not None else None


def _heading_like(signals: Signals, best: _Ballot | None) -> Element | None:
    """
    Return the element that shows the headline where no h1 does.

    It holds the same words, or is a heading that the headline goes on from. Where it shows one part of a title
    ("The Herald: Vote put off"), that is the headline.
    """
    part: Element | None = None
    side: tuple[Element, str] | None = None
    if best is not None:
        wanted = key_of(best.text)
        sides = _sides(best.text)
        for element in signals.root.iter(*_SHOWING):
            text = element.text if not len(element) else text_of(element, 300) if element.tag in _HEADINGS else None
            if not text or len(text) >= 2 * len(best.text) + 20:
                continue
            key = key_of(text)
            if key == wanted:
                return element
            if key in sides and (side is None or len(sides[key]) > len(side[1])):
                side = element, sides[key]
            if part is None and element.tag in _HEADINGS and len(key) > _KICKED and wanted.startswith(key):
                part = element
    if best is not None and side is not None:
        best.text = side[1]
        return side[0]
    return part if part is not None else next(iter(signals.properties("headline")), None)


def _sides(title: str) -> dict[str, str]:
    """Return the texts that the marks of a title part off, alone or with others, by their keys."""
    marks = [*_SEPARATORS.finditer(title), *_COLON.finditer(title)][:_MOST_MARKS]
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(title)]
    sides = [title[start:end].strip() for start in starts for end in ends if end - start < len(title)]
    return {key_of(side): side for side in sides if side.count(" ") >= _FEWEST_SPACES and len(side) > _KICKED}


def _hear_editors(signals: Signals, ballots: list[_Ballot]) -> None:
    """Raise the headline of a NewsArticle that the title repeats and the heading does not: the newsroom's own."""
    editorial = signals.articles and any("News" in kind for kind in types_of(signals.articles[0]))
    for ballot in ballots:
        if editorial and {"json-ld headline", "title"} <= ballot.by and "h1" not in ballot.by:
            ballot.weight += _WEIGHTS["h1"]


def _best_heading(
    headings: list[tuple[Element, str]], said: list[Candidate]
) -> tuple[tuple[Element, str] | None, float]:
    """Return the h1 most like what the metadata say, and how like it is, from 0 to 1."""
    words = [_words_of(text) for text in dict.fromkeys(c.raw for c in said)]
    best: tuple[Element, str] | None = None
    most = -1.0
    for heading in headings:
        own = _words_of(heading[1])
        like = max((len(own & w) / len(own | w) for w in words if w and own), default=0.0)
        if like > most:
            best, most = heading, like
    return best, most


def _words_of(text: str) -> set[str]:
    """Return the words of a text; of one that parts no words, its pairs of characters."""
    if not text.isascii() and _WRITTEN_CLOSE.search(text):
        key = key_of(text)
        return {key[at : at + 2] for at in range(len(key) - 1)}
    return set(_WORD.findall(text.casefold()))


def _bare(heading: tuple[Element, str], said: list[str]) -> str:
    """
    Return the heading without what else is inside it: words in an element of their own that no signal repeats.

    Before the headline it may be a kicker, behind it the byline, the day or the number of comments.
    """
    element, text = heading
    whole = key_of(text)
    if not len(element) or any(whole in key_of(title) for title in said):
        return text
    last = element[-1]
    behind = key_of(text_of(last) + " " + (last.tail or ""))
    for title in said:
        key = key_of(title)
        if key and len(title) > _KICKED and (whole.endswith(key) or (behind and whole == key + behind)):
            return title
    return text


def _count(candidates: list[Candidate], outlet: Outlet, weights: dict[str, float]) -> list[_Ballot]:
    """Count for every text the weight of the signals that say it, alone or with something cut off beside it."""
    ballots: dict[str, _Ballot] = {}
    heard: dict[str, tuple[str, str, str]] = {}
    cuts: dict[str, tuple[str, str, str]] = {}
    for c in candidates:
        if (known := cuts.get(c.raw)) is None:
            text = outlet.cut(c.raw)
            known = cuts[c.raw] = (text, key_of(text), key_of(c.raw))
        text, key, _ = known
        heard.setdefault(c.source, known)
        if key and key not in outlet.keys:
            ballots.setdefault(key, _Ballot(text, c)).forms.append(text)
    for source, (text, key, whole) in heard.items():
        for name, ballot in ballots.items():
            if name == whole or (source != "h1" and (name == key or _parted_off(ballot.text, text))):
                ballot.hear(source, weights)
    for ballot in ballots.values():
        ballot.text = _usual_form(ballot.forms)
        if len(ballot.text) < 12 and " " not in ballot.text and not _WRITTEN_CLOSE.search(ballot.text):
            ballot.weight -= 1.5
    return list(ballots.values())


def _parted_off(text: str, words: str) -> bool:
    """Tell whether a signal's words are a text and something more, parted off by a mark."""
    if len(text) >= len(words) or " " not in text:
        return False
    if words.startswith(text):
        return words[len(text) :].lstrip()[:1] in _MARKS
    return words.endswith(text) and words[: -len(text)].rstrip()[-1:] in _MARKS


def _usual_form(forms: list[str]) -> str:
    """Return the form that most signals write, in doubt the first."""
    return max(forms, key=forms.count)
