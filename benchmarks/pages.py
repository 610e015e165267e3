"""
Score what `newsmodel.html.read_page` makes of real pages.

    python benchmarks/pages.py BENCH [--dataset NAME ...] [--pages OUT.jsonl]

BENCH is a folder with ``gold.jsonl.xz``, the pages it names, and the scorer ``score.py``.
"""

import argparse
import datetime as dt
import importlib.util
import json
import lzma
import sys
import time
from pathlib import Path
from types import ModuleType

from newsmodel.errors import NewsmodelError
from newsmodel.html import read_page
from newsmodel.model.kinds import AuthorKind

Row = dict[str, object]
BODY_SETS = ("scrapinghub", "wcxb-dev", "fundus-parsers", "readability")


def scorer(bench: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", bench / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer in {bench}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(page: bytes, item: Row) -> Row:
    """Read one page; the prediction has one line per block."""
    try:
        article = read_page(page, url=str(item["url"]), encoding=str(item["encoding"]))
    except NewsmodelError as error:
        print(f"{item['id']}: {error}", file=sys.stderr)
        return {"id": item["id"]}
    lines = (" ".join(article.text[b.span.start : b.span.end].split()) for b in article.blocks)
    published = article.published
    return {
        "id": item["id"],
        "text": "\n".join(lines),
        "title": article.headline,
        "authors": [author.name for author in article.authors if author.kind is AuthorKind.PERSON],
        "published": published.isoformat() if isinstance(published, dt.date) else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--dataset", action="append", help="only these data sets; may be given several times")
    parser.add_argument("--pages", type=Path, help="write the scores of each page there")
    parser.add_argument("--predictions", type=Path, help="write the predictions there")
    args = parser.parse_args()
    score = scorer(args.bench)
    gold = [
        item
        for item in score.read_jsonl(args.bench / "gold.jsonl.xz")
        if item["dataset"] in (args.dataset or [item["dataset"]])
    ]
    seconds = 0.0
    predictions: list[Row] = []
    for item in gold:
        page = lzma.decompress((args.bench / item["file"]).read_bytes())
        start = time.process_time()
        predictions.append(predict(page, item))
        seconds += time.process_time() - start
    summaries, pages = score.score(gold, predictions)
    score.show(summaries)
    if args.predictions:
        args.predictions.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in predictions))
    if args.pages:
        args.pages.write_text("".join(json.dumps(p) + "\n" for p in pages))
    body = [summaries[name]["shingle"]["F1"] for name in BODY_SETS if name in summaries]
    if body:
        print(f"body F1, mean over {len(body)} data sets: {sum(body) / len(body):.4f}")
    print(f"{len(gold)} pages, {seconds / max(1, len(gold)) * 1000:.2f} ms a page")


if __name__ == "__main__":
    main()
