"""
Score headline, authors and publication day alone on a set of pages: decode, parse and read the metadata, no content.

    python benchmarks/metadata.py [--dataset NAME] [--show title|authors|published] [--limit N]

``--show`` lists the pages on which a field is wrong.
"""

import argparse
import gc
import lzma
import statistics
import sys
import time
from typing import Any

from lxml import html

from common import SHARED, read_rows, scorer
from newsmodel.html.decode import decode
from newsmodel.html.gathered import Gathered
from newsmodel.html.metadata import Metadata, read_metadata
from newsmodel.html.tree import parse_tree

Gold = dict[str, Any]


def predict(data: bytes, encoding: str, url: str | None) -> tuple[Metadata, float, float]:
    """Return the metadata, the seconds that reading them took without the parse, and those of lxml's own parse."""
    start = time.perf_counter()
    text = decode(data, encoding).text
    decoded = time.perf_counter()
    root, _ = parse_tree(text)
    parsed = time.perf_counter()
    metadata = Metadata() if root is None else read_metadata(Gathered(root), url)
    read = time.perf_counter()
    html.document_fromstring(data)
    return metadata, read - parsed + decoded - start, time.perf_counter() - read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset")
    parser.add_argument("--show", choices=["title", "authors", "published"])
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--repeat", type=int, default=1, help="runs of each page, of which the fastest counts")
    args = parser.parse_args()
    gold = [item for item in read_rows("pages/gold.jsonl.xz") if args.dataset in (None, item["dataset"])]
    gc.collect()
    gc.freeze()  # the gold is no garbage of the reader
    timings: list[tuple[float, float]] = []
    found: dict[str, tuple[Gold, Metadata]] = {}
    predictions: list[Gold] = []
    for item in gold:
        data = lzma.decompress((SHARED / "pages" / item["file"]).read_bytes())
        runs = [predict(data, item["encoding"], item["url"]) for _ in range(args.repeat)]
        m = runs[0][0]
        timings.append((min(run[1] for run in runs), min(run[2] for run in runs)))
        found[item["id"]] = (item, m)
        published = m.published.isoformat() if m.published else None
        predictions.append(
            {"id": item["id"], "title": m.headline, "authors": [a.name for a in m.authors], "published": published}
        )
    score: Any = scorer("pages")
    summaries, pages = score.score(gold, predictions)
    for summary in summaries.values():
        for metric in ("shingle", "word", "paragraph", "segments"):
            summary.pop(metric, None)
    score.show(summaries)
    ratio = statistics.median(own for own, _ in timings) / statistics.median(floor for _, floor in timings)
    print(f"decode + read_metadata: {ratio:.2f} of the parse, medians", file=sys.stderr)
    if args.show:
        show(args.show, pages, found, args.limit)


def is_bad(field: str, page: Gold) -> bool:
    scored = page.get(field)
    if field == "title":
        return isinstance(scored, tuple) and not scored[0]
    if field == "published":
        return scored in ("wrong", "missing") or bool(page.get("published_spurious"))
    return (isinstance(scored, tuple) and any(scored[1:])) or bool(page.get("authors_spurious"))


def show(field: str, pages: list[Gold], found: dict[str, tuple[Gold, Metadata]], limit: int) -> None:
    for page in [page for page in pages if is_bad(field, page)][:limit]:
        item, m = found[str(page["id"])]
        got = {"title": m.headline, "authors": [a.name for a in m.authors], "published": str(m.published)}[field]
        print(f"\n{item['id']} {item['url']}\n  gold {item[field]}\n  got  {got}")
        for p in m.provenance:
            if p.field in (field, {"title": "headline"}.get(field)):
                print(f"    {'*' if p.chosen else ' '} {p.source}: {p.raw[:120]}")


if __name__ == "__main__":
    main()
