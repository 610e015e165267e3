"""
Times and their values against annotated corpora: TimeBank and GUM, and how each form of time fares.

    python benchmarks/times.py [--split dev] [--errors N]
"""

import argparse
import datetime as dt
import re
import time
from collections import Counter
from typing import Any

import newsmodel as nm
from common import read_rows, scorer

SETS = (("TimeBank", "events/times-tbaq.jsonl.xz"), ("GUM", "events/times-gum.jsonl.xz"))

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
UNIT = r"(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
# The first pattern found in the words of a gold time names its form.
FORMS = (
    ("clock time", r"\d\s*[ap]\.?m\b|\d:\d\d|noon|midnight"),
    ("quarter, half, fiscal year", r"quarter|half|fiscal|\bperiod\b|(?:nine|six) months"),
    ("part of day", r"morning|afternoon|evening|night"),
    ("weekday and date", rf"{WEEKDAY}.*(?:{MONTH}|\d)"),
    ("last, this, next weekday", rf"(?:last|this|next|previous|coming) {WEEKDAY}"),
    ("weekday", WEEKDAY),
    ("month, day, year", rf"{MONTH} \d{{1,2}}, \d{{4}}"),
    ("month and day", rf"{MONTH} \d{{1,2}}\b"),
    ("month and year", rf"{MONTH} \d{{4}}"),
    ("ago, earlier, later, from now", rf"{UNIT}.*\b(?:ago|earlier|later|from now)|year-(?:ago|earlier)"),
    ("each, every, daily", r"^(?:each|every)\b|\b(?:dai|week|month|quarter|annual|hour)ly"),
    ("past, last, next N units", rf"\b(?:past|last|next|coming|recent) .*\w+ {UNIT}"),
    ("last, this, next unit", rf"\b(?:last|this|next|past|current|coming|recent|the) (?:\w+ )?{UNIT}|weekend"),
    ("today, yesterday, tomorrow", r"today|yesterday|tomorrow"),
    ("now, recently, soon", r"now|recent|current|soon|future|^the past$|already|previously"),
    ("decade, century", r"\d0s|\bcentury|nineties"),
    ("duration", UNIT),
    ("month", rf"\b{MONTH}(?:\b|$)"),
    ("year", r"\b(?:1[89]|20)\d\d\b"),
    ("season", r"spring|summer|autumn|fall|winter"),
)


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Return our times of one article in the scorer's form."""
    published = row["published"]
    day = dt.date.fromisoformat(published[:10]) if published else None
    started = time.perf_counter()
    article = nm.parse_text(row["text"], headline=row.get("title"), published=day)
    took = time.perf_counter() - started
    times = [
        {"span": [found.span.start, found.span.end], "type": found.kind.value, "value": found.value}
        for found in article.times
    ]
    return {"id": row["id"], "times": times, "ms": took * 1000}


def form_of(words: str) -> str:
    """Return the form of a gold time."""
    return next((name for name, pattern in FORMS if re.search(pattern, words.lower())), "other")


def show_forms(rows: list[dict[str, Any]], predicted: dict[str, dict[str, Any]]) -> None:
    """Print for each form how many gold times are found, and how many with their value."""
    count, found, valued = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        times = predicted[row["id"]]["times"]
        for gold in row["times"]:
            start, end = gold["span"]
            form = form_of(row["text"][start:end])
            over = [ours for ours in times if ours["span"][0] < end and start < ours["span"][1]]
            count[form] += 1
            found[form] += bool(over)
            valued[form] += any(ours["value"] == gold["value"] for ours in over)
    print("by form                              n  found  valued")
    for form, n in count.most_common():
        print(f"  {form:32}{n:5}  {100 * found[form] / n:5.0f}  {100 * valued[form] / n:6.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    score = scorer("events")
    for name, path in SETS:
        rows = [row for row in read_rows(path) if options.split in ("all", row["split"])]
        predicted = {row["id"]: predict(row) for row in rows}
        print(name)
        score.show_times(score.score_times(rows, predicted, options.errors))
        show_forms(rows, predicted)
        print(
            f"  {sum(row['ms'] for row in predicted.values()) / len(predicted):.1f} ms an article, all of the parse\n"
        )


if __name__ == "__main__":
    main()
