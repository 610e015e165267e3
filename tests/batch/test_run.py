"""`run`: every input is accounted for, in a part or with its error."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from newsmodel.batch import Failure, FailureCode, Summary, _run, run
from newsmodel.batch._packing import Packed
from newsmodel.batch._worker import Chunk
from newsmodel.errors import BatchError, InvariantError, UnknownFormatError, WrongTypeError
from newsmodel.formats import jsonl
from newsmodel.pipeline import parse_html

from .running import LIMITS, OwnProcess, rows

MakePage = Callable[[int], bytes]


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
