"""
Quotes and speakers against people's annotations: PolNeAR and GUM.

    python benchmarks/quotes.py [dev] [train] [speakers] [--all] [--rules] [--errors]

Without a choice: all three. ``--all`` prints every table of the scorer, ``--rules`` how sure each rule is, ``--errors``
the errors by kind (of dev and train). The predictions are written to ``out/``.
"""

import argparse
import datetime as dt
from collections import Counter
from typing import Any

import newsmodel as nm
import quote_errors
from common import read_rows, scorer, write_rows

score: Any = scorer("quotes")

SETS = {"dev": "polnear-dev", "train": "polnear-train", "polnear": "polnear-speakers-dev", "gum": "gum-speakers-dev"}
FIGURES = ("content-soft", "content-strict", "source-overlap", "e2e", "e2e-strict")
KINDS = ("overall", "direct", "mixed", "indirect")

Row = dict[str, Any]


def predict(document: Row) -> list[Row]:
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


def brief(result: Row) -> str:
    """Return the figures of the surface view in a few lines."""
    surface = result["surface"]
    lines = [f"{'':<16}" + "".join(f"{kind:>22}" for kind in KINDS)]
    for figure in FIGURES:
        cells = (surface[figure][kind] for kind in KINDS)
        lines.append(
            f"{figure:<16}" + "".join(f"{100 * c['P']:10.1f}{100 * c['R']:6.1f}{100 * c['F']:6.1f}" for c in cells)
        )
    lines.append(f"long marked stretches {100 * surface['marks']['recall']:.1f}%")
    return "\n".join(lines)


def speakers(result: Row) -> str:
    """Return the speakers by source type."""
    rows = result["speakers"]["overall"]
    return "\n".join(
        f"{kind:<8} {row['right']:>4} / {row['n']:<4} {100 * row['accuracy']:.1f}%  "
        f"({100 * row['accuracy if found']:.1f}% of {row['found']} found)"
        for kind, row in rows.items()
    )


def by_rule(gold: list[Row], predicted: dict[str, list[Row]]) -> str:
    """Return for each rule how many contents it finds, how many are right, and with the right source."""
    counts: dict[str, Counter[str]] = {}
    for row in gold:
        document = score.Doc(row["text"])
        right = score.make_items(document, row.get("attributions", row.get("items")), "span", is_gold=True)
        ours = score.make_items(document, predicted[row["id"]], "span", is_gold=False)
        matched = {j: i for i, j in score.soft_match(right, ours)}
        for j, item in enumerate(ours):
            count = counts.setdefault(item.gold["rule"], Counter())
            count["found"] += 1
            if j in matched:
                source = right[matched[j]].source
                count["right"] += 1
                count["source"] += score.overlaps(document, source, item.source) if source else not item.source
    return "\n".join(
        f"{rule:<24}{c['found']:>6}{c['right'] / c['found']:>8.0%}{c['source'] / max(1, c['right']):>8.0%}"
        for rule, c in sorted(counts.items())
    )


def run(name: str, *, whole: bool, rules: bool, errors: bool) -> None:
    """Predict, score and print one set."""
    gold = read_rows(f"quotes/{SETS[name]}.jsonl.xz")
    predicted = {row["id"]: predict(row) for row in gold}
    write_rows(f"quotes-{name}.jsonl", [{"id": key, "quotes": quotes} for key, quotes in predicted.items()])
    result = score.evaluate(gold, predicted, "span")
    print(f"\n{SETS[name]}: {len(gold)} articles")
    if whole:
        print(score.table(result))
    else:
        print(speakers(result) if "speakers" in result else brief(result))
    if rules:
        print(by_rule(gold, predicted))
    if errors and name in ("dev", "train"):
        print("\n".join(f"{count:>6}  {kind}" for kind, count in quote_errors.count(gold, predicted).most_common()))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="dev, train, speakers")
    parser.add_argument("--all", action="store_true", help="every table of the scorer")
    parser.add_argument("--rules", action="store_true", help="how sure each rule is")
    parser.add_argument("--errors", action="store_true", help="the errors by kind")
    args = parser.parse_args()
    for name in args.sets or ["dev", "train", "speakers"]:
        for part in ("polnear", "gum") if name == "speakers" else (name,):
            run(part, whole=args.all, rules=args.rules, errors=args.errors)


if __name__ == "__main__":
    main()
