"""
Times and their values against annotated corpora: TimeBank and GUM.

    python benchmarks/times.py [--split dev] [--errors N]
"""

import argparse
import datetime as dt
import time
from typing import Any

import newsmodel as nm
from common import read_rows, scorer

SETS = (("TimeBank", "events/times-tbaq.jsonl.xz"), ("GUM", "events/times-gum.jsonl.xz"))


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    score = scorer("events")
    for name, path in SETS:
        rows = [row for row in read_rows(path) if options.split in ("all", row["split"])]
        predicted = [predict(row) for row in rows]
        print(name)
        score.show_times(score.score_times(rows, {row["id"]: row for row in predicted}, options.errors))
        print(f"  {sum(row['ms'] for row in predicted) / len(predicted):.1f} ms an article, all of the parse\n")


if __name__ == "__main__":
    main()
