r"""
Speed, memory and import time, as ratios measured in one run.

* ``parse_html`` without and with annotations, to ``lxml.html.document_fromstring`` of the same bytes.
* ``annotate`` to ``re.findall(r"\w+|[^\w\s]", text)`` of the same text, and what each of its steps takes.
* Peak memory of ``parse_html`` to that of the lxml tree alone, and after many pages in a row.
* ``import newsmodel`` to an empty interpreter.

    python benchmarks/speed.py [--pages N] [--articles N]

It measures the newsmodel of the Python that runs it, which may be the compiled one (docs/how-to/compile-it.md).
"""

import argparse
import importlib
import lzma
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial

from lxml.html import document_fromstring

import newsmodel as nm
from common import SHARED, read_rows
from newsmodel.text import tokens

FLOOR = re.compile(r"\w+|[^\w\s]")


def best(call: Callable[[], object], repeats: int = 3) -> float:
    """Return the shortest of a few processor times in seconds."""
    times = []
    for _ in range(repeats):
        began = time.process_time()
        call()
        times.append(time.process_time() - began)
    return min(times)


def pages(limit: int) -> None:
    """Print the ratios of `parse_html` to the bare parse."""
    rows = {row["file"]: row for row in read_rows("pages/gold.jsonl.xz")}
    files = sorted(rows)[:: max(1, len(rows) // limit)]
    plain, full, worst = [], [], (0.0, "")
    for name in files:
        data = lzma.decompress((SHARED / "pages" / name).read_bytes())
        url, encoding = rows[name].get("url"), rows[name].get("encoding")
        floor = best(partial(document_fromstring, data))
        bare = best(partial(nm.parse_html, data, url=url, encoding=encoding, annotate=False))
        whole = best(partial(nm.parse_html, data, url=url, encoding=encoding))
        plain.append(bare / floor)
        full.append(whole / floor)
        worst = max(worst, (bare / floor, name))
    print(f"parse_html(annotate=False) / parse   median {statistics.median(plain):6.2f}   {len(files)} pages")
    print(f"parse_html / parse                   median {statistics.median(full):6.2f}")
    print(f"slowest page / its parse                    {worst[0]:6.2f}   {worst[1]}")


def texts(limit: int) -> None:
    """Print the ratio of `annotate` to finding the words of the text."""
    rows = read_rows("quotes/polnear-dev.jsonl.xz")[:limit]
    ratios, spent, count = [], 0.0, 0
    for row in rows:
        article = nm.parse_text(row["text"], annotate=False)
        floor = best(partial(FLOOR.findall, row["text"]), 9)
        whole = best(partial(nm.annotate, article))
        ratios.append(whole / floor)
        spent += whole
        count += len(FLOOR.findall(row["text"]))
    print(f"annotate / words                     median {statistics.median(ratios):6.2f}   {len(rows)} articles")
    print(f"annotate, ms for 800 words                  {1000 * spent / count * 800:6.2f}")


def shares(limit: int) -> None:
    """Print what each step of `annotate` takes of the whole, as multiples of finding the words of the text."""
    steps = importlib.import_module("newsmodel.text.annotate")
    spent: defaultdict[str, float] = defaultdict(float)

    def timed(name: str, step: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            began = time.process_time()
            try:
                return step(*args, **named)
            finally:
                spent[name] += time.process_time() - began

        return call

    names = ("lexicon_for", "Document", "attribute", "find_times", "find_places", "find_events")
    kept = {name: getattr(steps, name) for name in names}
    articles = [nm.parse_text(row["text"], annotate=False) for row in read_rows("quotes/polnear-dev.jsonl.xz")[:limit]]
    floor = best(lambda: [FLOOR.findall(article.text) for article in articles], 9)
    rounds: list[dict[str, float]] = []
    for name, step in kept.items():
        setattr(steps, name, timed(name, step))
    for _ in range(4):
        spent.clear()
        began = time.process_time()
        for article in articles:
            nm.annotate(article)
        spent["the whole"] = time.process_time() - began
        rounds.append(dict(spent))
    for name, step in kept.items():
        setattr(steps, name, step)
    least = min(rounds, key=lambda counts: counts["the whole"])
    for name, seconds in sorted(least.items(), key=lambda item: -item[1]):
        print(f"  {name:20} / words {seconds / floor:18.1f}")


_MEMORY = """
import lzma, resource, sys
from lxml import html
data = lzma.open(sys.argv[2]).read()
data *= 1 + 20_000_000 // len(data)
import newsmodel as nm
nm.parse_html("<p>warm up, said nobody on Monday.")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kept = html.document_fromstring(data) if sys.argv[1] == "tree" else nm.parse_html(data)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def memory() -> None:
    """Print the peak memory of parsing the largest page, repeated up to 20 MB, to that of its tree."""
    rows = read_rows("pages/gold.jsonl.xz")
    largest = max({row["file"] for row in rows}, key=lambda name: (SHARED / "pages" / name).stat().st_size)
    peaks = []
    for what in ("tree", "article"):
        command = [sys.executable, "-c", _MEMORY, what, str(SHARED / "pages" / largest)]
        peaks.append(int(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    print(f"peak memory, article / tree                 {peaks[1] / max(1, peaks[0]):6.2f}   a page of 20 MB")


_GROWTH = """
import newsmodel as nm
text = "The ferry number {0} left the harbour late on Monday, and nobody on the quay could say why it had."
page = "<title>Ferry {0}</title><div class='box-{0} k{0}'><article id=a{0}><h1>Ferry {0}</h1><p class='p{0} date-{0}'>"
for n in range(1, 30_001):
    nm.parse_html((page + text + "</p><p style='width:{0}px'>" + text[4:]).format(n), annotate=False)
    if n in (100, 1_000, 3_000, 10_000, 30_000):
        peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))  # of this program alone
        print(int(peak.split()[1]) // 102.4 / 10)
"""


def growth() -> None:
    """Print the peak memory after so many pages in a row, each with classes, ids and a style of its own."""
    command = [sys.executable, "-c", _GROWTH]
    peaks = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    print(f"MB after 100, 1,000, 3,000, 10,000, 30,000 pages  {' '.join(peaks)}")


def imports() -> None:
    """Print the time of `import newsmodel`, and of all that parsing a page loads."""
    with tempfile.TemporaryDirectory() as folder:  # compiled modules are kept, as they are of an installed package
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        empty = best_start("pass", environment)
        for code in ("import newsmodel", "import newsmodel; newsmodel.parse_html('<p>It rained.')"):
            print(f"{code[:36]:36} ms over an empty start {1000 * (best_start(code, environment) - empty):6.1f}")


def best_start(code: str, environment: dict[str, str]) -> float:
    """Return the least processor time of an interpreter that runs *code*."""
    times = []
    for _ in range(7):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--articles", type=int, default=84)
    args = parser.parse_args()
    plain = str(tokens.__file__).endswith(".py")
    print(f"newsmodel is {'plain Python' if plain else 'compiled'}")
    pages(args.pages)
    texts(args.articles)
    if plain:  # the steps of compiled code cannot be replaced by those that are timed
        shares(args.articles)
    memory()
    growth()
    imports()


if __name__ == "__main__":
    main()
