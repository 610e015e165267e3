"""
Quotes and speakers against people's annotations: PolNeAR and GUM.

    python benchmarks/quotes.py [dev] [train] [speakers] [--all]

Without a choice: dev and the speakers. ``--all`` prints every table of the scorer.
"""

import argparse
import datetime as dt
import importlib
import json
import lzma
import sys
from typing import Any

import newsmodel as nm
from common import SHARED

QUOTES = SHARED / "quotes"
sys.path.insert(0, str(QUOTES))
score = importlib.import_module("score")

SETS = {"dev": "polnear-dev", "train": "polnear-train", "polnear": "polnear-speakers-dev", "gum": "gum-speakers-dev"}
FIGURES = ("content-soft", "content-strict", "source-overlap", "e2e", "e2e-strict")


def load(name: str) -> list[dict[str, Any]]:
    """Return the articles of one set."""
    with lzma.open(QUOTES / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def predict(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return our quotes of one article in the scorer's form."""
    published = document.get("published")
    article = nm.parse_text(document["text"], published=dt.date.fromisoformat(published[:10]) if published else None)
    return [
        {
            "content": [[span.start, span.end] for span in quote.content],
            "cue": quote.cue and [quote.cue.start, quote.cue.end],
            "source": quote.source and [quote.source.start, quote.source.end],
            "speaker": quote.speaker and quote.speaker.name,
            "kind": quote.kind.value,
            "rule": quote.rule and quote.rule.value,
        }
        for quote in article.quotes
    ]


def evaluate(name: str) -> dict[str, Any]:
    """Return the scorer's figures on one set."""
    gold = load(SETS[name])
    result: dict[str, Any] = score.evaluate(gold, {document["id"]: predict(document) for document in gold}, "span")
    return result


def brief(result: dict[str, Any]) -> str:
    """Return the figures of the surface view in a few lines."""
    surface = result["surface"]
    lines = [f"{'':<16}" + "".join(f"{kind:>22}" for kind in ("overall", "direct", "mixed", "indirect"))]
    for figure in FIGURES:
        cells = (surface[figure][kind] for kind in ("overall", "direct", "mixed", "indirect"))
        lines.append(
            f"{figure:<16}" + "".join(f"{100 * c['P']:10.1f}{100 * c['R']:6.1f}{100 * c['F']:6.1f}" for c in cells)
        )
    lines.append(f"long marked stretches {100 * surface['marks']['recall']:.1f}%")
    return "\n".join(lines)


def speakers(result: dict[str, Any]) -> str:
    """Return the speakers by source type."""
    rows = result["speakers"]["overall"]
    return "\n".join(
        f"{kind:<8} {row['right']:>4} / {row['n']:<4} {100 * row['accuracy']:.1f}%  "
        f"({100 * row['accuracy if found']:.1f}% of {row['found']} found)"
        for kind, row in rows.items()
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", choices=["dev", "train", "speakers", []])
    parser.add_argument("--all", action="store_true")
    args = parser.parse_args()
    for name in args.sets or ["dev", "speakers"]:
        for part in ("polnear", "gum") if name == "speakers" else (name,):
            result = evaluate(part)
            print(f"\n{SETS[part]}")
            if args.all:
                print(score.table(result))
            else:
                print(speakers(result) if name == "speakers" else brief(result))


if __name__ == "__main__":
    main()
