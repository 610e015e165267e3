"""
The acceptance test of the first article: what a reader finds in it, checked line by line.

    python benchmarks/first_article.py

Exit code 1 when a line does not hold.
"""

import datetime as dt
import sys
from collections.abc import Iterator

import newsmodel as nm
from common import SHARED
from newsmodel.model import Bound, MentionKind, Modality, Polarity, Role, SpeakerKind

ARTICLE = SHARED.parent / "articles" / "000_3402caf0753f2005.txt"

# kind, number of content spans, cue, source, speaker, and words inside the content
QUOTES = [
    ("indirect", 1, "said", "a U.S. commanding general in Iraq", "Robert White", "has been cleared"),
    ("mixed", 1, "said", "Lt. Gen. Robert White", "Robert White", "asking for surrender, which is “something"),
    ("direct", 2, "said", "White", "Robert White", "Daesh is fighting for survival"),
    ("indirect", 1, "According to", "the Combined Joint Task Force", "Combined Joint Task Force", "liberated Hawija"),
    ("mixed", 1, "said", "White", "Robert White", "” and “it will be finished off"),
    ("indirect", 1, "said", "White", "Robert White", "has no intention of driving"),
    ("direct", 1, "said", "White", "Robert White", "Their intent is to kill them"),
    ("indirect", 2, "said", "White", "Robert White", "there are plans for coalition forces"),
    ("mixed", 1, "said", "he", "Robert White", "in the post-liberation Iraq"),
]
TIMES = {"Thursday": "2017-10-19", "a year ago": "2016", "Oct. 5": "2017-10-05", "14-day": "P14D"}
PLACES = ["Iraq", "Baghdad", "Syria", "Hawija", "Mosul", "Tal Afar", "Euphrates River Valley"]

Check = tuple[str, bool, object]


def quotes(article: nm.Article) -> Iterator[Check]:
    """Yield the checks of quotes and speakers."""
    yield "nine quotes", len(article.quotes) == 9, len(article.quotes)
    for wanted, quote in zip(QUOTES, article.quotes, strict=False):
        _, _, _, source, speaker, inside = wanted
        found = (
            quote.kind.value,
            len(quote.content),
            quote.cue and quote.cue.of(article.text),
            quote.source and quote.source.of(article.text),
            quote.speaker and quote.speaker.name,
        )
        right = found[:3] == wanted[:3] and str(found[3]).startswith(source) and found[4] == speaker
        yield f"quote {inside!r}", right and inside in quote.text, (found, quote.text[:60])
    names = sorted(speaker.name for speaker in article.speakers)
    yield "two speakers", names == ["Combined Joint Task Force", "Robert White"], names
    white = next((s for s in article.speakers if s.name == "Robert White"), None)
    if white is None:
        return
    yield "White is a person, Lt. Gen.", (white.kind, white.honorific) == (SpeakerKind.PERSON, "Lt. Gen."), white
    yield "White's role", "commanding general in Iraq" in (white.role or ""), white.role
    mentions = {(m.span.of(article.text), m.kind) for m in white.mentions}
    wanted_mentions = {
        ("a U.S. commanding general in Iraq", MentionKind.NOMINAL),
        ("White", MentionKind.NAME),
        ("he", MentionKind.PRONOUN),
    }
    yield "White's mentions", wanted_mentions <= mentions, mentions
    force = article.quotes_by("Combined Joint Task Force")
    kind = force[0].speaker.kind if force and force[0].speaker else None
    yield "the Task Force is an organisation", kind is SpeakerKind.ORGANIZATION, kind


def times_and_places(article: nm.Article) -> Iterator[Check]:
    """Yield the checks of times and places."""
    times = {time.span.of(article.text): time.value for time in article.times}
    yield "times", times == TIMES, times
    names = [place.name.removeprefix("the ") for place in article.places]
    yield "places", sorted(names) == sorted(PLACES), names
    iraq = next((place for place in article.places if place.name == "Iraq"), None)
    yield "Iraq is in IQ", iraq is not None and iraq.country == "IQ", iraq and iraq.country


def events(article: nm.Article) -> Iterator[Check]:
    """Yield the checks of events."""
    text = article.text
    by_trigger: dict[str, list[nm.Event]] = {}
    for event in article.events:
        by_trigger.setdefault(event.trigger.of(text), []).append(event)
    yield (
        "no event in a name",
        not set(by_trigger) & {"State", "Task", "Force", "Task Force", "Joint"},
        by_trigger.keys(),
    )

    def parts(event: nm.Event, role: Role) -> str:
        return " | ".join(p.span.of(text) for p in event.participants if p.role is role)

    def counts(event: nm.Event) -> list[tuple[int | None, Bound | None]]:
        return [(p.count, p.bound) for p in event.participants if p.count is not None]

    def first(trigger: str) -> nm.Event | None:
        return next(iter(by_trigger.get(trigger, ())), None)

    e = next((e for e in by_trigger.get("liberated", ()) if "Hawija" in parts(e, Role.PATIENT)), None)
    if e is None:
        yield "liberation of Hawija", False, [(k, [parts(x, Role.PATIENT) for x in v]) for k, v in by_trigger.items()]
    else:
        yield "… by the ISF", "ISF" in parts(e, Role.AGENT), parts(e, Role.AGENT)
        yield "… on Oct. 5", e.time is not None and e.time.start == dt.date(2017, 10, 5), e.time
        yield "… in Hawija", e.place is not None and e.place.name == "Hawija", e.place
        yield "… told by the Task Force", e.reported_by == article.quotes[3], e.reported_by
    e = first("surrendered")
    yield "surrender of more than 1,000", e is not None and (1000, Bound.AT_LEAST) in counts(e), e and counts(e)
    if e is not None:
        yield "… told by the Task Force", e.reported_by == article.quotes[3], e.reported_by
    e = next((e for e in by_trigger.get("liberated", ()) if (4_000_000, Bound.AT_LEAST) in counts(e)), None)
    yield "liberation of more than 4 million Iraqis", e is not None and "Iraqis" in parts(e, Role.PATIENT), e
    if e is not None:
        yield "… told by the article itself", e.reported_by is None, e.reported_by
    e = first("driven")
    yield "driving of forces", e is not None and "forces" in parts(e, Role.PATIENT), e and parts(e, Role.PATIENT)
    if e is not None:
        yield "… to the Euphrates River Valley", e.place is not None and "Euphrates" in e.place.name, e.place
    e = first("driving")
    yield "no intention of driving", e is not None and e.polarity is Polarity.NEGATIVE, e and e.polarity
    if e is not None:
        yield "… told by White", e.reported_by == article.quotes[5], e.reported_by
    e = first("remain")
    yield "plans to remain", e is not None and e.modality is Modality.PLANNED, e and e.modality


def main() -> int:
    """Print every check; return how many fail."""
    article = nm.parse_text(ARTICLE.read_text("utf-8"), published=dt.date(2017, 10, 19))
    failed = 0
    for checks in (quotes, times_and_places, events):
        for name, holds, found in checks(article):
            failed += not holds
            print(f"{'ok  ' if holds else 'FAIL'} {name}" + ("" if holds else f": {found}"))
    print(f"{failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(main() > 0)
