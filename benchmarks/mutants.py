"""
Broken pages: every page of the bench with bytes flipped and its tags dropped, doubled and nested, seeded.

No exception but `NewsmodelError` may come out; what is slow is told as a ratio to `document_fromstring` of the same
bytes, of pages of at least 20 kB. Left to itself the bare parser stops at the first NUL and at the first byte that is
not in the page's encoding, which browsers (and we) read over: it gets the page without NULs, and as UTF-8, of which it
reads what is broken too. Else its time would be that of the page's beginning. A title without an end swallows the page
for it, which we read again behind the title; the last lines set our own parse beside that, and take off what any page
costs, however little of it a parser sees.

    python benchmarks/mutants.py [--minutes N] [--seed N]
"""

import argparse
import lzma
import random
import re
import statistics
import time
import traceback
from collections.abc import Callable
from functools import partial

from lxml.etree import LxmlError
from lxml.html import HTMLParser, document_fromstring

import newsmodel as nm
from common import SHARED, read_rows
from newsmodel.html.tree import parse_tree

TAG = re.compile(rb"</?[A-Za-z][^<>]*>")
LEAST_BYTES = 20_000
MOST = 10


def mutant(page: bytes, rng: random.Random) -> bytes:
    """Return the page with tags dropped, doubled, nested or left open, and with a byte in a thousand flipped."""
    pieces, at, seen = [], 0, [b"<div>"]
    for found in TAG.finditer(page):
        tag = found[0]
        pieces.append(page[at : found.start()])
        at = found.end()
        seen.append(tag)
        fate = rng.random()
        if fate < 0.03:
            continue
        if fate < 0.06:
            tag += tag
        elif fate < 0.09:
            tag = rng.choice(seen) + tag
        elif fate < 0.10:
            tag = tag[:-1]
        pieces.append(tag)
    data = bytearray(b"".join([*pieces, page[at:]]))
    for _ in range(len(data) // 1000):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def seconds(call: Callable[[], object], repeats: int) -> float:
    """Return the shortest of a few processor times."""
    times = []
    for _ in range(repeats):
        began = time.process_time()
        call()
        times.append(time.process_time() - began)
    return min(times)


def times(data: bytes, url: str | None) -> tuple[float, float, float]:
    """Return the times of `parse_html` without annotations, of the bare parse and of ours; slow ones measured again."""
    read = partial(nm.parse_html, data, url=url, annotate=False)
    floor = partial(document_fromstring, data.replace(b"\0", b""), parser=HTMLParser(encoding="utf-8"))
    whole, bare = seconds(read, 1), seconds(floor, 1)
    if whole < MOST * bare:
        return whole, bare, bare
    return seconds(read, 3), seconds(floor, 5), seconds(partial(parse_tree, data.decode("utf-8", "replace")), 3)


def main() -> None:
    """Print how many mutants were read, which raised, and how slow they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rows = {row["file"]: row for row in read_rows("pages/gold.jsonl.xz")}
    names = sorted(rows)
    random.Random(args.seed).shuffle(names)
    ends = time.monotonic() + 60 * args.minutes
    least = seconds(partial(nm.parse_html, "<p>It rained.", annotate=False), 99)
    ratios: list[tuple[float, float, float, str]] = []
    pages = refused = raised = 0
    for name in names:
        if time.monotonic() > ends:
            break
        pages += 1
        page = lzma.decompress((SHARED / "pages" / name).read_bytes())
        data = mutant(page, random.Random(f"{args.seed} {name}"))
        try:
            nm.parse_html(data, url=rows[name].get("url"))
            if len(data) >= LEAST_BYTES:
                whole, floor, ours = times(data, rows[name].get("url"))
                ratios.append((whole / floor, whole / ours, (whole - least) / ours, name))
        except nm.NewsmodelError:
            refused += 1
        except LxmlError:
            print(f"{name}: no floor")
        except Exception:  # noqa: BLE001  # this is what is looked for
            raised += 1
            print(name, traceback.format_exc())
    slow = [found for found in ratios if found[0] > MOST]
    print(f"{pages} of {len(names)} pages, {refused} refused with NewsmodelError, {raised} other exceptions")
    print(f"of at least 20 kB: {len(ratios)}, median ratio {statistics.median(found[0] for found in ratios):.1f}")
    print(f"over {MOST} times their parse: {len(slow)}; the worst: {sorted(ratios, reverse=True)[:5]}")
    over = [found[1] for found in ratios if found[1] > MOST]
    print(f"over {MOST} times our own parse: {len(over)}; the worst: {max(over, default=0):.1f}")
    rest = sum(found[2] > MOST for found in ratios)
    print(f"... without the {1e6 * least:.0f} microseconds that any page costs: {rest}")


if __name__ == "__main__":
    main()
