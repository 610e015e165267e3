"""
A campaign against ourselves: broken pages, texts and documents of every format, and the laws with many more examples.

No exception but `NewsmodelError` may come out; what is accepted keeps the laws: the same again from the same input, the
same back from the native format, a fixed point after one trip of the others, and every format written. The same seed
tries the same inputs; what is found is kept in `benchmarks/out/fuzz`, and each run adds a line to its ledger.

    python benchmarks/fuzz.py --target NAME [--target NAME ...] [--minutes N] [--seed N]
    python benchmarks/fuzz.py --file PATH --target NAME     # one input again
    python benchmarks/fuzz.py --report                      # the ledger, added up

Targets: `html`, `text`, the formats that are read, `adapters`, `batch` (pages in Arrow), `files` (of many pages),
`tables` and `parquet`; `hashes`, which compares processes with other hash seeds, locales and time zones; `law-01` to
`law-11`; `laws-of-articles` and `laws-of-texts`, the same, drawing once for all of them that are given such;
`atheris-NAME` for any of the first (needs `pip install atheris`); and `formats`, `laws` and `atheris` for all of these
in turn.
"""

import argparse
import contextlib
import gc
import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
from lxml import etree
from lxml.html import document_fromstring

import fuzz_inputs
import newsmodel as nm
from common import OUT
from fuzz_inputs import LOSSLESS, LOSSY, OTHERS, TARGETS, NoInputError, read
from fuzz_mutators import split
from newsmodel import formats
from newsmodel.formats import html
from newsmodel.formats._losses import difference
from newsmodel.model import Article

KEPT = OUT / "fuzz"
LEDGER = KEPT / "ledger.jsonl"
WRITTEN = ("html", "tei", "text", *LOSSY)
LEAST_BYTES = 20_000  # under which the fixed costs are what is measured
SLOW = 300.0  # times the floor
ROUND = 100  # examples of each test of a law


class Hang(BaseException):
    """An input took longer than any should."""


class LawBrokenError(Exception):
    """Something that holds for every article does not hold for this one."""


@attrs.define
class Tally:
    """What came of the inputs of one run."""

    target: str
    seed: int
    tried: int = 0
    accepted: int = 0
    seconds: float = 0.0
    ratio: float = 0.0
    memory: float = 0.0
    resident: int = 0
    findings: list[str] = attrs.Factory(list)
    repeats: int = 0

    def note(self, kind: str, told: str, data: bytes) -> None:
        """Keep what was found, and of the like of it the number alone."""
        if any(found.startswith(kind) for found in self.findings):
            self.repeats += 1
        else:
            self.findings.append(f"{kind}\n{keep(self, data)}\n{told}")
            print(self.findings[-1], file=sys.stderr)

    def write(self) -> None:
        """Add the run to the ledger, with the processor time of this process and the most memory it held."""
        self.seconds = round(time.process_time(), 1) if not self.seconds else self.seconds
        self.resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        KEPT.mkdir(parents=True, exist_ok=True)
        with LEDGER.open("a", encoding="utf-8") as ledger:
            ledger.write(json.dumps(attrs.asdict(self)) + "\n")
        print(f"{self.target}: {self.tried} tried, {self.accepted} accepted, {len(self.findings)} findings")


# -- reading, and what must hold -----------------------------------------------------------------------------------


def floor(target: str, data: bytes) -> object:
    """Do the least that reading such an input takes; for a page with annotations, that is reading its words too."""
    if target == "html":
        return split(str(document_fromstring(data).text_content()))
    if target in ("nitf", "newsml"):
        return etree.fromstring(data)
    if target in ("text", "markdown", "brat"):
        return split(data.decode("utf-8", "replace"))
    return [json.loads(line) for line in data.split(b"\n")] if target == "jsonl" else json.loads(data)


def demand(holds: bool, law: str) -> None:  # noqa: FBT001  # as `assert` is
    """Raise unless a law holds."""
    if not holds:
        raise LawBrokenError(law)


def keep_laws(target: str, data: bytes, found: list[Article], rng: random.Random) -> None:
    """Hold what was read to what holds for every article."""
    demand(read(target, data) == found, "the same input gives the same article")
    for article in found:
        demand(target in (*OTHERS, "arrow") or len(article.text) <= 2 * len(data), "no text is made of nothing")
        demand(nm.loads(nm.dumps(article)) == article, "native JSON is lossless")
        once = nm.dumps(article, format=target) if target in (*LOSSY, "arrow") else None
        if once is not None:
            again = nm.loads(once, format=target)
            demand(nm.dumps(again, format=target) == once, f"{target} is a fixed point after one trip")
            if target == "arrow":
                demand(again == article, "arrow is lossless")
            else:
                lost = nm.formats.losses(article, target)
                demand(lost == difference(article, again), f"{target} tells its losses")
                demand(set(nm.formats.losses(again, target)) <= {"issues"}, f"{target} loses nothing twice")
        written = formats.dumps(article, rng.choice(WRITTEN))
        demand(isinstance(written, bytes) or bool(written.encode()) or not written, "what is written can be encoded")
        if rng.random() < 0.1:
            demand(bool(html.dumps(article, view="annotated").encode()), "the viewer can be encoded")
        if rng.random() < 0.3:
            annotated = nm.annotate(article)
            demand(annotated.text == article.text, "annotating changes no text")
            demand(nm.annotate(annotated) == annotated, "annotating twice is annotating once")
            nm.five_w(annotated)
            demand(nm.loads(nm.dumps(annotated)) == annotated, "native JSON is lossless")
            nm.dumps(annotated, format=rng.choice(WRITTEN))


def spent(call: Callable[[], object], repeats: int = 1) -> float:
    """Return the least processor time of a few calls, however they end."""
    times: list[float] = []
    for _ in range(repeats):
        began = time.process_time()
        with contextlib.suppress(Exception):  # what comes of it is looked at elsewhere
            call()
        times.append(time.process_time() - began)
    return min(times)


def measure(target: str, data: bytes, tally: Tally, *, memory: bool) -> None:
    """Take the time of reading over that of the floor, and the peak of Python's memory over the size of the input."""
    ours = spent(lambda: read(target, data))
    ratio = ours / max(spent(lambda: floor(target, data)), 2e-4)
    if ratio > max(tally.ratio, SLOW / 2):
        ratio = spent(lambda: read(target, data), 3) / max(spent(lambda: floor(target, data), 5), 2e-4)
    if ratio > tally.ratio:
        tally.ratio = round(ratio, 1)
        keep(tally, data, "slowest")
    if ratio > SLOW:
        tally.note("slow", f"{ratio:.0f} times the floor", data)
    if memory:
        tracemalloc.start()
        spent(lambda: read(target, data))
        peak = tracemalloc.get_traced_memory()[1] / len(data)
        tracemalloc.stop()
        tally.memory = max(tally.memory, round(peak, 1))


def attempt(tally: Tally, data: bytes, rng: random.Random) -> None:
    """Try one input: it is an article that keeps the laws, or a `NewsmodelError` that can be shown."""
    target = tally.target.removeprefix("atheris-")
    tally.tried += 1
    signal.setitimer(signal.ITIMER_PROF, 30 + len(data) / 5_000)
    try:
        try:
            found = read(target, data)
        except nm.NewsmodelError as error:
            demand(bool(str(error).encode("utf-8", "replace")), "an error says what is wrong")
        except NoInputError:
            pass
        else:
            tally.accepted += 1
            keep_laws(target, data, found, rng)
        if len(data) >= LEAST_BYTES:
            measure(target, data, tally, memory=tally.tried % 10 == 0)
    except (Exception, Hang) as error:  # noqa: BLE001  # this is what is looked for
        at = traceback.extract_tb(error.__traceback__)[-1]
        law = f": {error}" if isinstance(error, LawBrokenError) else ""
        tally.note(f"{type(error).__name__} at {at.filename}:{at.lineno}{law}", traceback.format_exc()[-1500:], data)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def keep(tally: Tally, data: bytes, name: str | None = None) -> Path:
    """Write an input where it is found again."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{tally.target}-{name or hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


# -- runs ------------------------------------------------------------------------------------------------------------


def run(target: str, seed: int, minutes: float) -> None:
    """Try broken inputs of one target until the time is over."""
    fuzz_inputs.made(target, random.Random(seed), seed)
    gc.collect()
    gc.freeze()  # or the collector walks all that inputs are made from while times are taken
    tally, ends = Tally(target, seed), time.monotonic() + 60 * minutes
    while time.monotonic() < ends:
        rng = random.Random(f"{target} {seed} {tally.tried}")
        data = fuzz_inputs.made(target, rng, seed)
        keep(tally, data, "at")  # is there if the process dies of it
        attempt(tally, data, rng)
    tally.write()


def digests(seed: int) -> Iterator[str]:
    """Yield what becomes of a few inputs of each target, in every format, as lines short enough to compare."""
    for target in TARGETS:
        for i in range(5):
            data = fuzz_inputs.made(target, random.Random(f"digest {target} {seed} {i}"), seed)
            try:
                told = [repr(formats.dumps(it, name)) for it in read(target, data) for name in ("json", *WRITTEN)]
            except (nm.NewsmodelError, NoInputError) as error:
                told = [str(error)]
            both = (data, "".join(told).encode("utf-8", "replace"))
            yield " ".join([target, str(i), *(hashlib.sha256(each).hexdigest()[:16] for each in both)])


def run_hashes(target: str, seed: int, minutes: float) -> None:
    """Compare what two processes with other hash seeds, locales and time zones make of the same inputs."""
    tally, ends = Tally(target, seed), time.monotonic() + 60 * minutes
    while tally.tried == 0 or time.monotonic() < ends:
        told: list[list[str]] = []
        for number, place in enumerate(("Pacific/Apia", "Asia/Kathmandu")):
            settings = {
                "PYTHONHASHSEED": str(number),
                "TZ": place,
                "LC_ALL": ("C", "tr_TR.UTF-8")[number],
            }
            command = [sys.executable, __file__, "--digests", "--seed", str(1000 * seed + tally.tried)]
            done = subprocess.run(command, check=True, env={**os.environ, **settings}, capture_output=True, text=True)
            told.append(done.stdout.splitlines())
        tally.tried += len(told[0])
        tally.findings += [f"{a} is {b} elsewhere" for a, b in zip(*told, strict=True) if a != b]
    tally.accepted = tally.tried
    tally.seconds = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, 1)
    tally.write()


def run_law(target: str, seed: int, minutes: float) -> None:
    """Run rounds of one law until the time is over, and at least one."""
    import fuzz_laws  # noqa: PLC0415  # pytest, for these targets alone

    tally, ends, rounds = Tally(target, seed), time.monotonic() + 60 * minutes, 0
    while rounds == 0 or time.monotonic() < ends:
        count, failures = fuzz_laws.check(target, 1000 * seed + rounds, ROUND)
        tally.tried += count
        tally.findings += failures
        rounds += 1
    tally.accepted = tally.tried
    tally.write()


def run_laws_of(kind: str, seed: int, minutes: float) -> None:
    """Hold what is drawn to every law that is given such, until the time is over; each law has its line."""
    import fuzz_laws  # noqa: PLC0415  # pytest, for these targets alone

    ends, rounds, began = time.monotonic() + 60 * minutes, 0, time.process_time()
    tried, failures = Counter[str](), list[str]()
    while rounds == 0 or time.monotonic() < ends:
        counts, failed = fuzz_laws.check_shared(kind, 1000 * seed + rounds, 10 * ROUND)
        tried.update(counts)
        failures += failed
        rounds += 1
    share = (time.process_time() - began) / len(tried)
    for law, count in sorted(tried.items()):
        Tally(law, seed, tried=count, accepted=count, seconds=round(share, 1), findings=failures).write()
        failures = []


def run_atheris(target: str, seed: int, minutes: float) -> None:
    """Let atheris look for inputs until the time is over; it needs a process that begins with it."""
    script = str(Path(__file__).with_name("fuzz_atheris.py"))
    command = [sys.executable, script, target.removeprefix("atheris-"), str(seed), str(minutes)]
    subprocess.run(command, check=True)


def expired(_number: int, _frame: object) -> None:
    """Stop what takes too long."""
    raise Hang


def run_one(target: str, seed: int, minutes: float) -> None:
    """Run one target in this process."""
    signal.signal(signal.SIGPROF, expired)
    if target.startswith("laws-of-"):
        run_laws_of(target.removeprefix("laws-of-"), seed, minutes)
    elif target.startswith("law-"):
        run_law(target, seed, minutes)
    elif target == "hashes":
        run_hashes(target, seed, minutes)
    elif target.startswith("atheris-"):
        run_atheris(target, seed, minutes)
    else:
        run(target, seed, minutes)


def named(target: str) -> list[str]:
    """Return the targets of a name."""
    if target == "formats":
        return [*LOSSLESS, *LOSSY, *OTHERS]
    if target == "laws":
        return [f"law-{i:02}" for i in range(1, 12)]
    return [f"atheris-{name}" for name in TARGETS] if target == "atheris" else [target]


def report() -> None:
    """Print what the ledger adds up to."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in LEDGER.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["target"]].append(row)
    print("| target | tried | accepted | findings | worst time ÷ floor | worst peak ÷ bytes | CPU s |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    total: Counter[str] = Counter()
    for target, runs in sorted(rows.items()):
        sums = {key: sum(row[key] for row in runs) for key in ("tried", "accepted", "seconds")}
        found = sum(len(row["findings"]) for row in runs)
        worst = [max(row.get(key, 0) for row in runs) or "–" for key in ("ratio", "memory")]
        total.update({**sums, "found": found})
        counts = f"{sums['tried']:,} | {sums['accepted']:,} | {found}"
        print(f"| {target} | {counts} | {worst[0]} | {worst[1]} | {sums['seconds']:,.0f} |")
    print(f"| all | {total['tried']:,} | {total['accepted']:,} | {total['found']} | | | {total['seconds']:,.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", action="append", help="what to try; may be given several times")
    parser.add_argument("--minutes", type=float, default=1, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", type=Path, help="try this input alone")
    parser.add_argument("--report", action="store_true", help="add up the ledger")
    parser.add_argument("--digests", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    targets = [name for target in args.target or [*TARGETS, "hashes", "laws"] for name in named(target)]
    if args.report:
        report()
    elif args.digests:
        print(*digests(args.seed), sep="\n")
    elif args.file:
        signal.signal(signal.SIGPROF, expired)
        attempt(Tally(targets[0], 0), args.file.read_bytes(), random.Random(args.seed))
    elif len(targets) == 1:
        run_one(targets[0], args.seed, args.minutes)
    else:  # each in a process of its own, which may die
        for target in targets:
            command = [
                sys.executable,
                __file__,
                "--target",
                target,
                "--seed",
                str(args.seed),
                "--minutes",
                str(args.minutes),
            ]
            ended = subprocess.run(command, check=False, env=os.environ)
            if ended.returncode:
                print(f"{target}: the process ended with {ended.returncode}; its input is in {KEPT}", file=sys.stderr)


if __name__ == "__main__":
    main()
