"""`run`: every input is accounted for, and a run that was ended goes on to the same bytes."""

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from newsmodel.batch import Failure, FailureCode, Limits, Page, Summary, _run, run
from newsmodel.batch._packing import Packed
from newsmodel.batch._worker import Chunk, Pack, parse_page
from newsmodel.errors import BatchError, InvariantError, UnknownFormatError, WrongTypeError
from newsmodel.formats import jsonl
from newsmodel.pipeline import parse_html

MakePage = Callable[[int], bytes]


class OwnProcess:
    """A pool of no processes, so that many runs can be tested in little time."""

    def __init__(self, pack: Pack[Packed], *, limits: Limits, **_: object) -> None:
        self._pack, self._limits = pack, limits

    def map(self, chunks: Iterable[Chunk]) -> Iterator[list[Packed | Failure]]:
        """Parse here and now."""
        for chunk in chunks:
            outcomes = [
                parse_page(item, self._limits, annotate=False) if isinstance(item, Page) else item for item in chunk
            ]
            yield [self._pack(outcomes)]

    def close(self) -> None:
        """Do nothing."""


@pytest.fixture
def own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let runs parse in this process."""
    monkeypatch.setattr(_run, "Pool", OwnProcess)


@pytest.fixture
def folder(tmp_path: Path, make_page: MakePage) -> Path:
    """Return a folder with pages, lines and things that cannot be read."""
    top = tmp_path / "in"
    (top / "b").mkdir(parents=True)
    for number in range(23):
        (top / f"a{number:02}.html").write_bytes(make_page(number))
    (top / "a07.html").write_bytes(b"%PDF-1.7")
    (top / "a11.html").write_bytes(b"<p>" + b"x" * 20_000)
    lines = [json.dumps({"url": f"https://example.org/{i}", "html": make_page(i).decode()}) for i in range(5)]
    lines[2] = "{"
    (top / "b" / "lines.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    (top / "c.html.gz").write_bytes(gzip.compress(make_page(99))[:-20])
    (top / "d.html").symlink_to("nowhere")
    (top / "style.css").write_text("p {}")
    return top


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def rows(path: Path) -> list[dict[str, object]]:
    """Return the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


LIMITS = Limits(max_bytes=10_000)


@pytest.mark.parametrize("format_", ["jsonl", "parquet"])
@pytest.mark.usefixtures("own_process")
def test_every_input_is_accounted_for(folder: Path, tmp_path: Path, format_: str) -> None:
    """What is no article is in errors.jsonl with its code, and the ledger has a row for each input, in order."""
    if format_ == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow (pyarrow)")
    out = tmp_path / "out"
    summary = run([folder], out, format=format_, limits=LIMITS, part_pages=10)
    errors = {str(row["name"])[len(str(folder)) + 1 :]: row["code"] for row in rows(out / "errors.jsonl")}
    assert errors == {
        "a07.html": "not-html",
        "a11.html": "too-large",
        "b/lines.jsonl.gz": "broken-line",
        "c.html.gz": "broken-gzip",
        "d.html": "unreadable",
    }
    assert all(set(row) == {"name", "offset", "url", "code", "message"} for row in rows(out / "errors.jsonl"))
    ledger = [row for path in sorted((out / "inputs").iterdir()) for row in rows(path)]
    assert [row["name"] for row in ledger] == sorted(str(row["name"]) for row in ledger)
    assert len(ledger) == summary.pages == 30
    assert summary.articles == 25
    assert [row["article_id"] for row in ledger if "code" not in row] == [
        f"{i:010}" for i, row in enumerate(ledger) if "code" not in row
    ]
    assert dict(summary.errors) == dict.fromkeys(sorted(map(str, errors.values())), 1)
    manifest = rows(out / "manifest.jsonl")
    assert [row["pages"] for row in manifest[1:-1]] == [10, 10, 10]
    assert manifest[-1] == {"complete": True, "parts": 3}


def test_lines_are_the_articles(folder: Path, tmp_path: Path, make_page: MakePage) -> None:
    """The parts hold what `parse_html` gives, in the order of the inputs."""
    summary = run([folder / "a*.html"], tmp_path / "out", workers=2, limits=LIMITS, part_pages=10)
    found = [
        article
        for part in sorted((tmp_path / "out" / "articles").iterdir())
        for article in jsonl.loads(part.read_bytes())
    ]
    assert found == [parse_html(make_page(i)) for i in range(23) if i not in {7, 11}]
    assert summary.quotes == sum(len(article.quotes) for article in found)


def test_parquet_is_by_month(folder: Path, tmp_path: Path) -> None:
    """DuckDB reads all tables of all months as one, and joins them by the id of the article."""
    duckdb = pytest.importorskip("duckdb", reason="reading Parquet back needs DuckDB")
    pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow (pyarrow)")
    out = tmp_path / "out"
    (folder / "b" / "undated.html").write_text("<h1>Rain</h1><p>It rained in Lyon on Monday, Ada Grey said.")
    summary = run([folder], out, format="parquet", workers=1, limits=LIMITS, part_pages=10)
    months = duckdb.sql(
        f"SELECT month, count(*) FROM read_parquet('{out}/articles/*/*.parquet') GROUP BY month ORDER BY month"
    ).fetchall()
    assert [month for month, _ in months] == ["2026-01", "2026-02", "2026-03", None]
    assert sum(count for _, count in months) == summary.articles == 26
    said = duckdb.sql(
        f"SELECT s.name, count(*) FROM read_parquet('{out}/quotes/*/*.parquet') q "
        f"JOIN read_parquet('{out}/speakers/*/*.parquet') s USING (article_id, speaker_id) GROUP BY 1 ORDER BY 2 DESC"
    ).fetchall()
    assert said[0][0] == "Ada Brook"
    assert sum(count for _, count in said) <= summary.quotes


class KilledError(BaseException):
    """Stands for the end of the process."""


def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process end at the *step*-th time that a file is written, brought to disk or renamed."""
    left = step

    def counting(real: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise KilledError
            return real(*args)

        return counted

    monkeypatch.setattr(os, "fsync", counting(os.fsync))
    monkeypatch.setattr(Path, "replace", counting(Path.replace))
    monkeypatch.setattr(Path, "unlink", counting(Path.unlink))


@pytest.mark.parametrize("format_", ["jsonl", "parquet"])
@pytest.mark.usefixtures("own_process")
def test_a_run_ended_at_any_step_goes_on_to_the_same_bytes(folder: Path, tmp_path: Path, format_: str) -> None:
    """Ended before any of its steps on disk, and ended again, a run leaves what one leaves that was not ended."""
    if format_ == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow (pyarrow)")
    expected, out = tmp_path / "expected", tmp_path / "out"
    run([folder], expected, format=format_, limits=LIMITS, part_pages=10)
    ended = step = 0
    while True:
        try:
            with pytest.MonkeyPatch.context() as patch:
                killed_at(step, patch)
                run([folder], out, format=format_, limits=LIMITS, part_pages=10, resume=True)
        except KilledError:
            ended += 1
            step += 1 if format_ == "jsonl" else 7
            if ended % 2:  # every second time it begins anew
                continue
            for path in sorted(out.rglob("*"), reverse=True):
                path.unlink() if path.is_file() else path.rmdir()
            continue
        break
    assert ended > 10
    assert tree(out) == tree(expected)


def command(source: Path, *options: str) -> list[str]:
    """Return the command that parses the pages of *source*, with one worker, and goes on where it was ended."""
    shared = ("--resume", "--workers", "1", "--no-annotate", *options)
    return [sys.executable, "-m", "newsmodel", "batch", str(source), *shared, "--out", "out"]


def write_lines(path: Path, make_page: MakePage, count: int) -> Path:
    """Write some pages as JSON Lines."""
    path.write_text("".join(json.dumps({"html": make_page(i).decode()}) + "\n" for i in range(count)))
    return path


@pytest.mark.usefixtures("own_process")
def test_a_run_killed_at_any_moment_goes_on_to_the_same_bytes(tmp_path: Path, make_page: MakePage) -> None:
    """Real processes, killed by the system at moments of chance, and resumed until all is done."""
    source = write_lines(tmp_path / "lines.jsonl", make_page, 200)
    run([source], tmp_path / "expected", part_pages=8, annotate=False)
    killed = command(source, "--part-pages", "8")
    manifest, chance = tmp_path / "out" / "manifest.jsonl", random.Random(8)
    ends: list[int] = []
    for parts in (5, 10, 15, 20):
        with subprocess.Popen(killed, stdout=subprocess.DEVNULL, cwd=tmp_path) as process:
            while process.poll() is None and not (manifest.exists() and manifest.read_bytes().count(b"\n") >= parts):
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.02))
            process.kill()
        ends.append(process.returncode)
    assert ends[0] == -signal.SIGKILL
    assert set(ends) <= {-signal.SIGKILL, 0}  # on a busy machine a later one may be done before it is killed
    subprocess.run(killed, check=True, capture_output=True, cwd=tmp_path)
    assert tree(tmp_path / "out") == tree(tmp_path / "expected")


# Runs a command on a file system with little room, tells its exit code, and runs it again with more; the file system is
# gone with the process. Where none can be made, files that may not grow are what is left.
FULL_DISK = """
mkdir out
small() { unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=40k none out && "$@"' sh "$@"; }
if small true 2> /dev/null; then
    small sh -c '"$@"; echo $?; mount -o remount,size=100m out && "$@" > /dev/null && cp -r out whole' sh "$@"
else
    (ulimit -f 10; "$@"; echo $?)
    "$@" > /dev/null && cp -r out whole
fi
"""


@pytest.mark.usefixtures("own_process")
def test_a_full_disk_ends_the_run_and_nothing_is_lost(tmp_path: Path, make_page: MakePage) -> None:
    """Where the disk is full, the command says so in one line; with room again it goes on to the same bytes."""
    source = write_lines(tmp_path / "lines.jsonl", make_page, 60)
    run([source], tmp_path / "expected", part_pages=20, annotate=False)
    words = ["sh", "-c", FULL_DISK, "sh", *command(source, "--part-pages", "20")]
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout == "1\n"
    *progress, error = done.stderr.splitlines()
    assert error.endswith("what is there counts, --resume goes on")
    assert all(" pages/s" in line for line in progress)
    assert tree(tmp_path / "whole") == tree(tmp_path / "expected")


@pytest.mark.usefixtures("own_process")
def test_what_is_there_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    """Output of a run is resumed or left alone; other arguments, or inputs that changed, are refused."""
    out = tmp_path / "out"
    first = run([folder], out, limits=LIMITS, part_pages=10)
    before = tree(out)
    with pytest.raises(BatchError, match="holds the output of a run; resume it"):
        run([folder], out, limits=LIMITS, part_pages=10)
    with pytest.raises(BatchError, match="asked for something else: part_pages"):
        run([folder], out, limits=LIMITS, part_pages=11, resume=True)
    again = run([folder], out, limits=LIMITS, part_pages=10, resume=True)
    assert (again.pages, again.quotes, again.errors) == (first.pages, first.quotes, first.errors)
    assert tree(out) == before
    (out / "manifest.jsonl").write_bytes(b"".join(before["manifest.jsonl"].splitlines(keepends=True)[:2]))
    (folder / "a09.html").unlink()
    with pytest.raises(BatchError, match="the inputs have changed"):
        run([folder], out, limits=LIMITS, part_pages=10, resume=True)


@pytest.mark.usefixtures("own_process")
def test_wrong_arguments_are_named(tmp_path: Path) -> None:
    """An unknown format, and a part of no pages, are refused before anything is written."""
    with pytest.raises(UnknownFormatError, match="known are jsonl, parquet"):
        run([], tmp_path / "out", format="papyrus")
    with pytest.raises(InvariantError, match="part_pages: expected 1 or more, got 0"):
        run([], tmp_path / "out", part_pages=0)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("own_process")
def test_arguments_of_the_wrong_type_are_named(tmp_path: Path) -> None:
    """One path where several belong, and what is no path or no limits, are refused before anything is written."""
    for inputs in ("examples", b"examples", tmp_path, None):
        with pytest.raises(WrongTypeError, match=r"^inputs: expected several, as in a list, got "):
            run(inputs, tmp_path / "out")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"^inputs: expected str or PathLike, got 3$"):
        run([3], tmp_path / "out")  # type: ignore[list-item]
    with pytest.raises(WrongTypeError, match=r"^out: expected str or PathLike, got None$"):
        run([], None)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"^limits: expected Limits or None, got 3$"):
        run([], tmp_path / "out", limits=3)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"^part_pages: expected int, got 'x'$"):
        run([], tmp_path / "out", part_pages="x")  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("own_process")
def test_a_run_that_ended_before_its_first_part_is_begun_anew(folder: Path, tmp_path: Path) -> None:
    """Where nothing counts yet, there is nothing to resume, and other arguments are as good."""
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run([folder], out, limits=LIMITS, progress=_interrupt)
    run([folder], out, limits=LIMITS, part_pages=10)
    run([folder], tmp_path / "expected", limits=LIMITS, part_pages=10)
    assert tree(out) == tree(tmp_path / "expected")


def _interrupt(_: Summary) -> None:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("own_process")
def test_two_runs_do_not_write_into_one_folder(folder: Path, tmp_path: Path) -> None:
    """While a run writes, another one is kept out."""
    pytest.importorskip("fcntl")

    def another(_: Summary) -> None:
        with pytest.raises(BatchError, match="another run is writing"):
            run([folder], tmp_path / "out", limits=LIMITS, resume=True)

    run([folder], tmp_path / "out", limits=LIMITS, progress=another)


@pytest.mark.usefixtures("own_process")
def test_progress_ends_with_all(folder: Path, tmp_path: Path) -> None:
    """What is told on the way never falls, and ends with all of the bytes."""
    told: list[Summary] = []
    run([folder], tmp_path / "out", limits=LIMITS, part_pages=10, progress=told.append)
    assert [one.pages for one in told] == sorted(one.pages for one in told)
    fractions = [one.fraction or 0.0 for one in told]
    assert fractions == sorted(fractions)
    assert told[-1].pages == 30
    assert 0 < fractions[0] < 1


@pytest.mark.usefixtures("own_process")
def test_what_cannot_be_read_is_an_error_row(tmp_path: Path) -> None:
    """A file or folder that may not be read, one that is gone, and a pattern that matches none are rows."""
    locked, folder = tmp_path / "locked.html", tmp_path / "folder"
    locked.write_text("<p>It rained.")
    folder.mkdir()
    locked.chmod(0)
    folder.chmod(0)
    to_all = [tmp_path / "gone.html", tmp_path / "*.none", Path("/proc/self/mem")]  # the last opens where it is there
    inputs = to_all + [path for path in (locked, folder) if not os.access(path, os.R_OK)]  # nothing is locked to root
    summary = run(inputs, tmp_path / "out")
    folder.chmod(0o700)
    assert dict(summary.errors) == {"unreadable": len(inputs)}
    assert [row["name"] for row in rows(tmp_path / "out" / "errors.jsonl")] == list(map(str, inputs))


@pytest.mark.parametrize("end", [b"", b"{", b"7\n", b'{"part": 9}'], ids=["cut", "half", "number", "no end"])
@pytest.mark.usefixtures("own_process")
def test_a_line_of_the_manifest_that_was_not_written_to_its_end_does_not_count(
    folder: Path, tmp_path: Path, end: bytes
) -> None:
    """What a machine that lost its power left of the last line is taken back, and its part is written again."""
    out = tmp_path / "out"
    run([folder], out, limits=LIMITS, part_pages=10)
    expected = tree(out)
    lines = expected["manifest.jsonl"].splitlines(keepends=True)
    (out / "manifest.jsonl").write_bytes(b"".join(lines[:2]) + (end or lines[2][:-1]))
    run([folder], out, limits=LIMITS, part_pages=10, resume=True)
    assert tree(out) == expected


@pytest.mark.usefixtures("own_process")
def test_inputs_that_are_gone_are_no_reason_to_stop_early(folder: Path, tmp_path: Path) -> None:
    """Where the run was ended in an input that is no longer there, nor any after it, it says so."""
    out = tmp_path / "out"
    run([folder], out, limits=LIMITS, part_pages=10)
    lines = (out / "manifest.jsonl").read_bytes().splitlines(keepends=True)
    (out / "manifest.jsonl").write_bytes(b"".join(lines[:3]))
    for path in sorted(folder.glob("a*.html"))[1:]:
        path.unlink()
    shutil.rmtree(folder / "b")
    with pytest.raises(BatchError, match=r"the inputs have changed: .* is no longer among them"):
        run([folder], out, limits=LIMITS, part_pages=10, resume=True)


@pytest.mark.usefixtures("own_process")
def test_where_files_cannot_be_locked_a_run_goes_on_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every system keeps a second run out."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert run([folder], tmp_path / "out", limits=LIMITS).pages == 30


class LosesWorkers(OwnProcess):
    """A pool whose every page stops its worker."""

    def map(self, chunks: Iterable[Chunk]) -> Iterator[list[Packed | Failure]]:
        """Give up each page."""
        for chunk in chunks:
            yield [Failure(code=FailureCode.WORKER_LOST, message="ended", name=item.name) for item in chunk]


def test_pages_that_stop_their_workers_are_told_of(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are errors of the run like others, and their part has no articles."""
    monkeypatch.setattr(_run, "Pool", LosesWorkers)
    summary = run([folder / "a0*.html"], tmp_path / "out")
    assert (summary.pages, summary.articles, dict(summary.errors)) == (10, 0, {"worker-lost": 10})
    assert len(rows(tmp_path / "out" / "errors.jsonl")) == 10
