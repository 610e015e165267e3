"""The command `batch`: options, progress, summary, exit codes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsmodel.batch import Summary
from newsmodel.cli._batch import report
from newsmodel.cli._commands import newsmodel
from newsmodel.cli._progress import duration, line, progress

PAGE = (
    '<meta property="og:type" content="article"><body><article><h1>Rain in Lyon</h1>'
    + "<p>It rained in Lyon on Monday and the river rose by a hand over the old stones of the quay.</p>" * 5
    + "<p>It would rain again, Mayor Ada Grey said.</p></article>"
)


def run(*args: str, stdin: str | None = None) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(newsmodel, ["batch", *args], input=stdin, prog_name="newsmodel")


def summary(**changes: object) -> Summary:
    """Return a summary of a run that is under way."""
    values: dict[str, object] = {
        "pages": 12_345,
        "articles": 12_000,
        "not_articles": 40,
        "quotes": 99_000,
        "errors": {"not-html": 300, "too-slow": 45},
        "seconds": 100.0,
        "pages_per_second": 123.45,
        "fraction": 0.25,
    }
    return Summary(**{**values, **changes})  # type: ignore[arg-type]


def test_a_folder_becomes_parts_and_a_summary(tmp_path: Path) -> None:
    """The summary counts articles, quotes, what is no article, errors by code, and tells the pace."""
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.html").write_bytes(b"%PDF-1.7")
    out = tmp_path / "out"
    result = run(str(tmp_path / "a.html"), str(tmp_path / "b.html"), "--out", str(out), "--workers", "1")
    assert (result.exit_code, re.sub(r".* pages/s.*\n", "", result.stderr)) == (0, "")
    expected = (
        "articles        1\nquotes          1\nnot an article  0\nerrors          1\n  not-html      1\n"
        f"2 pages in S s, P pages/s. Errors are told in {out}/errors.jsonl.\n"
    )
    assert re.sub(r"in \d+ s, [\d.]+", "in S s, P", result.stdout) == expected
    assert (out / "articles" / "part-00000.jsonl").read_text().count("\n") == 1
    again = run(str(tmp_path / "a.html"), str(tmp_path / "b.html"), "--out", str(out))
    assert (again.exit_code, again.stderr) == (
        1,
        f"Error: {out} holds the output of a run; resume it or choose another folder\n",
    )


def test_a_page_may_come_from_standard_input(tmp_path: Path) -> None:
    """`-` reads standard input."""
    result = run("-", "--out", str(tmp_path / "out"), "--workers", "1", stdin=PAGE)
    assert result.exit_code == 0, result.stderr
    assert "Lyon" in (tmp_path / "out" / "articles" / "part-00000.jsonl").read_text()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("no/such/file.html",), "'no/such/file.html' does not exist."),
        (("no/such/*.gz",), "'no/such/*.gz' matches no file."),
        (("no/such/**",), "'no/such/**' matches no file."),
        (("nothing", "styles"), "no page was found in 'nothing', 'styles'."),
        (("nothing",) * 2500, "no page was found in 'nothing', 'nothing', 'nothing' and 2,497 more."),
        (("*.html", "--workers", "0"), "'--workers'"),
        (("*.html", "--max-seconds", "0"), "'--max-seconds'"),
        (("*.html", "--format", "csv"), "'csv' is not one of"),
    ],
)
def test_wrong_arguments_end_with_the_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], message: str
) -> None:
    """An input that is not there or holds no page, and options that make no sense, are told before anything is done."""
    (tmp_path / "nothing").mkdir()
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "page.css").write_text("p {}")
    (tmp_path / "page.html").write_text(PAGE)
    monkeypatch.chdir(tmp_path)
    result = run(*args, "--out", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_missing_extra_is_named_and_stands_in_no_ones_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package that an input needs nothing is done, so that the same command works once it is there."""
    archive, out = tmp_path / "a.warc", tmp_path / "out"
    archive.write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    with monkeypatch.context() as patch:
        patch.delitem(sys.modules, "newsmodel.batch._warc", raising=False)
        patch.setitem(sys.modules, "fastwarc", None)
        result = run(str(archive), "--out", str(out), "--workers", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: reading web archives needs the extra 'warc': pip install 'newsmodel[warc]'\n"
    pytest.importorskip("fastwarc")
    assert run(str(archive), "--out", str(out), "--workers", "1").exit_code == 0


def test_parquet_without_pyarrow_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra that Parquet needs is named before anything is written."""
    (tmp_path / "a.html").write_text(PAGE)
    for name in [name for name in sys.modules if name.startswith(("newsmodel.batch._columns", "newsmodel.formats."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("newsmodel.formats.arrow", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run(str(tmp_path), "--out", str(tmp_path / "out"), "--format", "parquet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: newsmodel.formats.arrow needs the extra 'arrow': pip install 'newsmodel[arrow]'\n"
    assert not (tmp_path / "out").exists()


def test_progress_is_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal, a line is written every ten seconds, with rate and remaining time."""
    clock = iter((0.0, 1.0, 11.0, 12.0, 30.0))
    with progress(lambda: next(clock)) as show:
        for fraction in (0.1, 0.25, 0.4, 0.55):
            show(summary(fraction=fraction, seconds=100.0 * fraction))
    assert capsys.readouterr().err == (
        "12,345 pages · 25% · 123.5 pages/s · 345 errors · 2 min left\n"
        "12,345 pages · 55% · 123.5 pages/s · 345 errors · 55 s left\n"
    )


def test_what_is_not_known_is_left_out() -> None:
    """Of standard input the size is not known, and so neither a share nor the remaining time is told."""
    assert line(summary(fraction=None, errors={}), None) == "12,345 pages · 123.5 pages/s"


def test_one_is_one() -> None:
    """One page and one error are told of as one."""
    one = summary(pages=1, errors={"not-html": 1}, fraction=None, pages_per_second=1.0)
    assert line(one, None) == "1 page · 1.0 pages/s · 1 error"
    assert "\n1 page in 2 min," in report(one, Path("out"))


def test_durations_are_written_for_people() -> None:
    """Seconds, minutes, and hours with minutes."""
    assert [duration(s) for s in (0.4, 59.4, 61, 3600, 7500)] == ["0 s", "59 s", "1 min", "1 h 0 min", "2 h 5 min"]


def test_a_large_summary_lines_up() -> None:
    """Numbers have separators and end below each other."""
    assert report(summary(), Path("out")) == (
        "articles        11,960\nquotes          99,000\nnot an article      40\nerrors             345\n"
        "  not-html         300\n  too-slow          45\n"
        "12,345 pages in 2 min, 123.5 pages/s. Errors are told in out/errors.jsonl.\n"
    )


def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    """In a terminal a bar shows rate and errors, and is gone when the summary comes."""
    pty = pytest.importorskip("pty")
    for number in range(40):
        (tmp_path / f"{number}.html").write_text(PAGE)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "newsmodel", "batch", f"{tmp_path}/*.html", "--out", str(tmp_path / "out")]
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    with subprocess.Popen([*command, "--workers", "1"], stdin=theirs, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        got = b""
        while chunk := _read(ours):
            got += chunk
        assert process.wait(60) == 0
    os.close(ours)
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", got.decode())
    assert "pages/s" in shown.partition("articles")[0]
    assert "articles        40" in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyboardInterrupt(), "Error: interrupted\n"),
        (OSError(28, "No space left on device", "out/part"), "Error: out/part: No space left on device\n"),
        (OSError("gone"), "Error: out: gone\n"),
    ],
)
def test_a_run_that_is_ended_says_why_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, told: str
) -> None:
    """Ctrl-C and what the system says are no reason for a traceback."""

    def ended(*_: object, **__: object) -> Summary:
        raise error

    (tmp_path / "a.html").write_text(PAGE)
    monkeypatch.setattr("newsmodel.cli._batch.run", ended)
    result = run(str(tmp_path), "--out", "out")
    assert (result.exit_code, result.stderr) == (1, told)
