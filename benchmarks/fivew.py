"""
The reporter's questions against people's answers.

    python benchmarks/fivew.py [--errors N]
"""

import argparse
import datetime as dt
import time
from typing import Any

import newsmodel as nm
from common import read_rows, scorer

DATA = "events/fivew.jsonl.xz"


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """Return our answers for one article in the scorer's form."""
    published = row.get("published")
    moment = dt.datetime.fromisoformat(published) if published else None
    started = time.perf_counter()
    article = nm.parse_text(row["text"], headline=row["title"], published=moment)
    answers = nm.five_w(article)
    took = time.perf_counter() - started
    prediction: dict[str, Any] = {"id": row["id"], "ms": 1000 * took}
    for question in ("who", "what", "when", "where"):
        answer = getattr(answers, question)
        if answer is not None:
            prediction[question] = [{"text": answer.text, "day": answer.day.isoformat() if answer.day else ""}]
    return prediction


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    score = scorer("events")
    rows = [row for row in read_rows(DATA) if options.split in ("all", row["split"])]
    predictions = {row["id"]: predict(row) for row in rows}
    score.show_fivew(score.score_fivew(rows, predictions, errors=options.errors))
    ms = sum(prediction["ms"] for prediction in predictions.values()) / len(predictions)
    print(f"  {ms:.1f} ms an article, all of the parse\n")


if __name__ == "__main__":
    main()
