"""
Events against annotated corpora: triggers, participants, places, times and PLOVER codes.

    python benchmarks/events.py [--errors N] [--split dev]
"""

import argparse
import datetime as dt
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import newsmodel as nm
from common import SHARED, scorer
from newsmodel.model import Role
from newsmodel.text.events.plover import plover_code

Row = dict[str, Any]
TRIGGERS = (
    ("ECB+", "events-ecb.jsonl.xz", "topic_split", {"ACTION_OCCURRENCE"}),
    ("TimeBank", "events-tbaq.jsonl.xz", "split", {"OCCURRENCE"}),
    ("GUM", "events-gum.jsonl.xz", "split", None),
)


def read(row: Row) -> nm.Article:
    """Parse one row of a gold file as an article."""
    published = row.get("published")
    return nm.parse_text(row["text"], published=dt.date.fromisoformat(published[:10]) if published else None)


def spans(items: Iterable[nm.Span]) -> list[list[int]]:
    """Write spans as the gold files do."""
    return [[span.start, span.end] for span in items]


def events_of(article: nm.Article) -> list[Row]:
    """
    Write the events of an article as the scorer reads them.

    The gold has the arguments of the event's own sentence only, so what was taken from the sentence before or from
    the dateline is left out.
    """
    rows: list[Row] = []
    for event in article.events:
        sentence = _around(article.sentences, event.trigger)
        places = event.place.spans if event.place else ()
        times = (event.time.span,) if event.time else ()
        rows.append(
            {
                "kind": event.kind.value,
                "trigger": [event.trigger.start, event.trigger.end],
                "participants": spans(participant.span for participant in event.participants),
                "places": spans(_nearest(event, [span for span in places if sentence.contains(span)])),
                "times": spans(span for span in times if sentence.contains(span)),
            }
        )
    return rows


def _around(sentences: Sequence[nm.Span], span: nm.Span) -> nm.Span:
    return sentences[bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1]


def _nearest(event: nm.Event, named: list[nm.Span]) -> list[nm.Span]:
    """Return the one naming of a place that is nearest to the event."""
    return sorted(named, key=lambda span: abs(span.start - event.trigger.start))[:1]


def code_of(article: nm.Article) -> list[Row]:
    """Write the PLOVER code of the first event that has one, with its source and target."""
    for event in article.events:
        code = plover_code(article, event)
        if code is not None:
            return [{"event": code, "source": _taking_part(event, Role.AGENT), "target": _target(event)}]
    return []


def _taking_part(event: nm.Event, role: Role) -> list[int] | None:
    spans_found = [participant.span for participant in event.participants if participant.role is role]
    return [spans_found[0].start, spans_found[0].end] if spans_found else None


def _target(event: nm.Event) -> list[int] | None:
    return _taking_part(event, Role.PATIENT) or _taking_part(event, Role.OTHER)


def predict(rows: Iterable[Row], write: Callable[[nm.Article], list[Row]]) -> dict[str, Row]:
    """Annotate every row, and return what was found with the time it took."""
    found: dict[str, Row] = {}
    for row in rows:
        start = time.perf_counter()
        article = read(row)
        found[row["id"]] = {"ms": 1000 * (time.perf_counter() - start), "events": write(article)}
    return found


def show_kinds(rows: Iterable[Row], found: dict[str, Row]) -> None:
    """Print for each kind how many events we tell in the annotated sentences, and how many of these are in the gold."""
    told, right = Counter[str](), Counter[str]()
    for row in rows:
        gold = [event["trigger"] for event in row["events"]]
        for event in found[row["id"]]["events"]:
            start, end = event["trigger"]
            if any(first <= start < last for first, last in row["annotated_sentences"]):
                told[event["kind"]] += 1
                right[event["kind"]] += any(first < end and start < last for first, last in gold)
    print("by kind                        n  in the gold")
    for kind, n in told.most_common():
        print(f"  {kind:25}{n:6}  {100 * right[kind] / n:5.0f}")


def main() -> None:
    """Print the figures of every part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--split", default="dev", choices=("dev",), help="the gold files have no other")
    arguments = parser.parse_args()
    score, folder = scorer("events"), SHARED / "events"
    for name, file, field, classes in TRIGGERS:
        rows = [row for row in score.load(folder / file) if row[field] == arguments.split]
        found = predict(rows, events_of)
        print(f"\n== {name}")
        score.show_triggers(score.score_triggers(rows, found, classes, None, arguments.errors))
        show_kinds(rows, found)
        if field == "topic_split":
            score.show_arguments(score.score_arguments(rows, found))
    rows = [row for row in score.load(folder / "plover-gsr.jsonl.xz") if row["split"] == arguments.split]
    print("\n== PLOVER")
    score.show_codes(score.score_codes(rows, predict(rows, code_of)))


if __name__ == "__main__":
    main()
