"""
Score the times found in a set of annotated documents.

    times.py SCORER GOLD [GOLD ...]

SCORER is a Python file with the functions ``load``, ``score_times`` and ``show_times``; each GOLD a JSON Lines file
with ``id``, ``text``, ``published``, ``split`` and ``times``.
"""

import argparse
import datetime as dt
import importlib.util
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import newsmodel


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text[:10]) if text else None


def predictions(row: dict[str, Any]) -> dict[str, Any]:
    started = time.perf_counter()
    article = newsmodel.parse_text(row["text"], headline=row.get("title"), published=day(row["published"]))
    took = time.perf_counter() - started
    times = [
        {"span": [found.span.start, found.span.end], "type": found.kind.value, "value": found.value}
        for found in article.times
    ]
    return {"id": row["id"], "times": times, "ms": took * 1000}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    for path in options.gold:
        rows = [row for row in scorer.load(path) if options.split in ("all", row["split"])]
        predicted = [predictions(row) for row in rows]
        print(path.name)
        scorer.show_times(scorer.score_times(rows, {row["id"]: row for row in predicted}, options.errors))
        print(f"  {sum(row['ms'] for row in predicted) / len(predicted):.1f} ms an article, all of the parse\n")


if __name__ == "__main__":
    main()
