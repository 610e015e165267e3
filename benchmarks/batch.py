"""
Many pages: what worker processes, writing and engines cost, against a bare loop of `parse_html` over the same pages.

    python benchmarks/batch.py [loop] [memory] [parquet] [spark] [--pages N] [--rounds N] [--many N]

* ``loop``: `parse_many` and `run` with one and two workers. Each is a process of its own; rounds are interleaved. Of
  the clock on the wall and of processor time (that of all processes together) the best of the rounds counts.
* ``memory``: the peaks of all processes of a run added up, for 1,000 pages and for many.
* ``parquet``: what columns and files take of a run, and what reading them back takes, in processor time.
* ``spark``: `mapInArrow` over web archives on a cluster of two executors of one core, against two workers of ours.

The pages are those of the bench, in their order and again from the beginning until there are enough, in web archives
as a crawler writes them.
"""

import argparse
import gc
import json
import lzma
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from common import SHARED, read_rows
from newsmodel import parse_html
from newsmodel.batch import Failure, Page, parse_many, parse_page, read_pages, run
from newsmodel.batch._columns import stream_of, write_months
from newsmodel.errors import NewsmodelError
from newsmodel.formats import arrow

SHARDS = 16
SMALL = (0, 20_000)
PART = 1000
Figures = dict[str, float]


def bench_pages(sizes: tuple[int, int] = (0, sys.maxsize)) -> Iterator[Page]:
    """Yield the pages of the bench of some sizes, again and again."""
    rows = {row["file"]: row for row in read_rows("pages/gold.jsonl.xz")}
    kept: list[Page] = []
    for name in sorted(rows):
        html = lzma.decompress((SHARED / "pages" / name).read_bytes())
        if sizes[0] <= len(html) <= sizes[1]:
            kept.append(Page(html, url=f"https://example.org/{name}", encoding=rows[name].get("encoding")))
    return cycle(kept)


def write_archives(folder: Path, pages: Iterable[Page], shards: int = SHARDS) -> list[Path]:
    """Write pages into some web archives, in turn."""
    paths = [folder / f"pages-{number:02}.warc" for number in range(shards)]
    files = [path.open("wb") for path in paths]
    for page, file in zip(pages, cycle(files), strict=False):
        assert isinstance(page.html, bytes)
        charset = f"; charset={page.encoding}" if page.encoding else ""
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html{charset}\r\n\r\n".encode() + page.html
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {page.url}\r\nContent-Length: {len(block)}\r\n"
        file.write(head.encode() + b"Content-Type: application/http; msgtype=response\r\n\r\n" + block + b"\r\n\r\n")
    for file in files:
        file.close()
    return paths


# -- each of these is measured in a process of its own ----------------------------------------------------------------


def loop(paths: list[Path], _: int) -> None:
    """Parse page by page, with nothing around it."""
    for page in read_pages(*paths):
        if isinstance(page, Page):
            with suppress(NewsmodelError):
                parse_html(page.html, url=page.url, encoding=page.encoding)


def many(paths: list[Path], workers: int) -> None:
    """Parse by `parse_many`."""
    for _ in parse_many(read_pages(*paths), workers=workers):
        pass


def into(format_: str, paths: list[Path], workers: int) -> None:
    """Parse into a folder."""
    with tempfile.TemporaryDirectory() as folder:
        run(paths, folder, format=format_, workers=workers)


def spark(paths: list[Path], _: int) -> None:
    """Parse by Spark, once to start and warm its workers, then measured by the clock."""
    from pyspark.sql import SparkSession  # noqa: PLC0415
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415

    from newsmodel.arrow import PARSED, parse_pages  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,2048]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )

    def parse(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from parse_pages(read_pages(*batch.column("path").to_pylist()))

    def pass_over(paths: list[Path]) -> None:
        table = session.createDataFrame([(str(path),) for path in paths], "path string").repartition(len(paths))
        table.mapInArrow(parse, from_arrow_schema(PARSED)).write.format("noop").mode("overwrite").save()

    pass_over(paths[:2])
    began, before = time.monotonic(), sum(map(processor_of, family(os.getpid())))
    pass_over(paths)
    processor = sum(map(processor_of, family(os.getpid()))) - before
    print(json.dumps({"clock": time.monotonic() - began, "processor": processor}), flush=True)
    session.stop()


TASKS: dict[str, Callable[[list[Path], int], None]] = {
    "loop": loop,
    "many": many,
    "jsonl": lambda paths, workers: into("jsonl", paths, workers),
    "parquet": lambda paths, workers: into("parquet", paths, workers),
    "spark": spark,
}


def task(name: str, workers: int, paths: list[Path]) -> None:
    """Do one thing and print what it took."""
    began = time.monotonic()
    TASKS[name](paths, workers)
    taken = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    processor = sum(one.ru_utime + one.ru_stime for one in taken)
    print(json.dumps({"clock": time.monotonic() - began, "processor": processor}))


# -- and these measure ------------------------------------------------------------------------------------------------


def measured(name: str, workers: int, paths: Iterable[Path]) -> Figures:
    """Return what a task took by the clock and of all processors, in seconds, and the peak of its memory, in MB."""
    command = [sys.executable, __file__, "--task", name, "--workers", str(workers), "--paths", *map(str, paths)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        peaks: dict[int, int] = {}
        while process.poll() is None:
            time.sleep(0.2)
            for pid in family(process.pid):
                peaks[pid] = max(peaks.get(pid, 0), peak_of(pid))
        assert process.stdout is not None
        lines = process.stdout.read().splitlines()
    figures: Figures = {**json.loads(lines[-1]), "memory": sum(peaks.values()) / 1000}
    if len(lines) > 1:  # without the time to start
        figures |= json.loads(lines[-2])
    return figures


def family(pid: int) -> Iterator[int]:
    """Yield a process and all that it has started, and they, that still run."""
    yield pid
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from family(int(child))


def peak_of(pid: int) -> int:
    """Return the most memory that a process has held, in kB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(row.split()[1]) for row in status.splitlines() if row.startswith("VmHWM")), 0)


def processor_of(pid: int) -> float:
    """Return the processor time that a running process has taken, in seconds."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rounds(tasks: dict[str, tuple[str, int]], paths: list[Path], count: int) -> dict[str, Figures]:
    """Return the least that each task took in some rounds, in each of which all are done once."""
    best: dict[str, Figures] = {}
    for _ in range(count):
        for label, (name, workers) in tasks.items():
            found = measured(name, workers, paths)
            best[label] = {key: min(value, best.get(label, found)[key]) for key, value in found.items()}
            print(f"  {label:26}{found['clock']:7.1f} s{found['processor']:7.1f} s of processor", flush=True)
    return best


def loops(folder: Path, options: argparse.Namespace) -> None:
    """Print how one and two workers compare with a bare loop."""
    paths = write_archives(folder, islice(bench_pages(), options.pages))
    tasks = {"bare loop": ("loop", 1)}
    tasks |= {f"{name}, {n}": (name, n) for name in ("many", "jsonl", "parquet") for n in (1, 2)}
    best = rounds(tasks, paths, options.rounds)
    bare = best["bare loop"]
    for name in ("many", "jsonl", "parquet"):
        one, two = best[f"{name}, 1"], best[f"{name}, 2"]
        print(
            f"{name:8} one worker / bare loop: {one['clock'] / bare['clock']:.3f} by the clock, "
            f"{one['processor'] / bare['processor']:.3f} of processor time; two workers: "
            f"{one['clock'] / two['clock']:.2f} x one; {options.pages / two['clock']:.0f} pages/s"
        )


def memory(folder: Path, options: argparse.Namespace) -> None:
    """Print the peak of all processes for few and many pages."""
    paths = write_archives(folder, islice(bench_pages(SMALL), PART), 1)
    for format_ in ("jsonl", "parquet"):
        few = measured(format_, 2, paths)
        much = measured(format_, 2, paths * (options.many // PART))
        print(
            f"{format_:8}{few['memory']:5.0f} MB for {PART:,} pages, {much['memory']:5.0f} MB for {options.many:,}: "
            f"{much['memory'] / few['memory']:.3f} x; {options.many / much['clock']:.0f} pages/s",
            flush=True,
        )


def parquet(folder: Path, options: argparse.Namespace) -> None:
    """Print what columns, files and reading take, a thousand pages at a time, as shares of parsing them."""
    pages = islice(bench_pages(), options.pages)
    first = [one for one in map(parse_page, islice(pages, 1)) if not isinstance(one, Failure)]
    stream_of(first)  # which imports pandas, once a process, where it is installed
    gc.collect()
    gc.freeze()  # as the workers do
    spent = dict.fromkeys(("parsing", "columns", "files by month", "files", "reading"), 0.0)

    @contextmanager
    def timed(name: str) -> Iterator[None]:
        began = time.process_time()
        yield
        spent[name] += time.process_time() - began

    number = 0
    while some := list(islice(pages, PART)):
        plain = folder / f"{number} plain"
        streams, count = [], 0
        for at in range(0, len(some), 8):
            with timed("parsing"):
                found = [parse_page(page) for page in some[at : at + 8]]
            kept = [one for one in found if not isinstance(one, Failure)]
            with timed("columns"):
                streams.append(stream_of(kept))
            count += len(kept)
        ids = [f"{number}-{article}" for article in range(count)]
        with timed("files by month"):
            list(write_months(folder / str(number), "part", streams, ids))
        batches = [batch for stream in streams if stream for batch in pa.ipc.open_stream(pa.py_buffer(stream))]
        whole = pa.Table.from_batches(batches, arrow.ARTICLE).set_column(0, "article_id", pa.array(ids, pa.string()))
        (batch,) = whole.combine_chunks().to_batches()
        plain.mkdir()
        with timed("files"), arrow.TableWriter(plain) as writer:
            writer.write(batch)
        with timed("reading"):
            assert sum(1 for _ in arrow.read_parquet(plain)) == count
        number += 1
    for name in ("columns", "files by month", "files"):
        print(f"{name:16}{spent[name] / spent['parsing']:7.3f} of parsing")
    print(f"reading back: parsing takes {spent['parsing'] / spent['reading']:.2f} x as long")


def sparks(folder: Path, options: argparse.Namespace) -> None:
    """Print how Spark compares with two workers of ours."""
    if find_spec("pyspark") is None:
        print("spark: not installed (pip install --group spark)")
        return
    paths = write_archives(folder, islice(bench_pages(), options.pages))
    best = rounds({"many, 2": ("many", 2), "spark": ("spark", 2)}, paths, options.rounds)
    ours, theirs = best["many, 2"], best["spark"]
    print(
        f"spark / our pool: {ours['clock'] / theirs['clock']:.2f} x as fast by the clock, "
        f"{ours['processor'] / theirs['processor']:.2f} x by processor time; "
        f"{options.pages / theirs['clock']:.0f} pages/s"
    )


AREAS: dict[str, Callable[[Path, argparse.Namespace], None]] = {
    "loop": loops,
    "memory": memory,
    "parquet": parquet,
    "spark": sparks,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("areas", nargs="*", choices=[*AREAS, []])
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--task", help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--paths", nargs="*", type=Path, default=[], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        task(options.task, options.workers, options.paths)
        return
    for area in options.areas or AREAS:
        with tempfile.TemporaryDirectory() as folder:
            AREAS[area](Path(folder), options)


if __name__ == "__main__":
    main()
