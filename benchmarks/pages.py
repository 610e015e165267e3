"""
What `parse_html` makes of real pages: body text, headline, authors and dates, by the scorer beside the pages.

    python benchmarks/pages.py [--dataset NAME ...] [--pages OUT.jsonl] [--predictions OUT.jsonl]
"""

import argparse
import datetime as dt
import json
import lzma
import sys
import time
from pathlib import Path
from typing import Any

from common import SHARED, read_rows, scorer
from newsmodel.errors import NewsmodelError
from newsmodel.html import read_page

BODY_SETS = ("scrapinghub", "wcxb-dev", "fundus-parsers", "readability")


def predict(page: bytes, item: dict[str, Any]) -> dict[str, Any]:
    """Read one page; the text of the prediction has one line per block."""
    try:
        article = read_page(page, url=item["url"], encoding=item["encoding"])
    except NewsmodelError as error:
        print(f"{item['id']}: {error}", file=sys.stderr)
        return {"id": item["id"]}
    lines = (" ".join(block.span.of(article.text).split()) for block in article.blocks)
    published = article.published
    return {
        "id": item["id"],
        "text": "\n".join(lines),
        "title": article.headline,
        "authors": [author.name for author in article.authors],
        "published": published.isoformat() if isinstance(published, dt.date) else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", action="append", help="only these data sets; may be given several times")
    parser.add_argument("--pages", type=Path, help="write the scores of each page there")
    parser.add_argument("--predictions", type=Path, help="write the predictions there")
    args = parser.parse_args()
    score = scorer("pages")
    rows = read_rows("pages/gold.jsonl.xz")
    gold = [item for item in rows if args.dataset is None or item["dataset"] in args.dataset]
    seconds = 0.0
    predictions: list[dict[str, Any]] = []
    for item in gold:
        page = lzma.decompress((SHARED / "pages" / item["file"]).read_bytes())
        began = time.process_time()
        predictions.append(predict(page, item))
        seconds += time.process_time() - began
    summaries, pages = score.score(gold, predictions)
    score.show(summaries)
    for path, lines in ((args.predictions, predictions), (args.pages, pages)):
        if path is not None:
            path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    body = [summaries[name]["shingle"]["F1"] for name in BODY_SETS if name in summaries]
    if body:
        print(f"body F1, mean over {len(body)} data sets: {sum(body) / len(body):.4f}")
    print(f"{len(gold)} pages, {seconds / max(1, len(gold)) * 1000:.2f} ms a page")


if __name__ == "__main__":
    main()
