"""`run`: what was ended goes on to the same bytes, and what is there is left alone."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsmodel.batch import Summary, run
from newsmodel.errors import BatchError

from .running import LIMITS, tree

MakePage = Callable[[int], bytes]


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
    for parts in (5, 15):
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
