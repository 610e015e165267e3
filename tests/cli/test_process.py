"""The command line as a real process: pipes, pseudo-terminals, a missing extra."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = """<!doctype html><html lang="en"><head><title>Long Bridge closed &#27;[31m</title></head>
<body><article><h1>Long Bridge closed &#27;[31m</h1><p>The council closed the Long Bridge in Fernby on Monday after a
survey found cracks in two of its piers, a spokesman said. [bold]Nobody[/bold] was hurt.</p><p>“It is not \x9b31m
safe,” said Mayor Ada Brook. She told reporters that the bridge would stay shut until engineers had seen every pier.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the path of a page that tries to steer the terminal."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def command(*args: str) -> list[str]:
    """Return the command that runs newsmodel with this Python."""
    return [sys.executable, "-m", "newsmodel", *args]


def in_terminal(*args: str, columns: int = 80, **environment: str) -> tuple[int, str]:
    """Run newsmodel in a pseudo-terminal; return its exit code and what the terminal got."""
    pty = pytest.importorskip("pty")
    import fcntl  # noqa: PLC0415 - not on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    inherited = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"}}
    env = {**inherited, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(command(*args), stdin=theirs, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        got = b""
        while chunk := _read(ours):
            got += chunk
        code = process.wait(60)
    os.close(ours)
    return code, got.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_a_terminal_gets_the_summary(page: Path) -> None:
    """In a terminal the default is the summary, in colours that are our own and not the page's."""
    code, shown = in_terminal("parse", str(page))
    assert code == 0
    # older parsers drop the escape themselves
    assert "Long Bridge closed �[31m" in shown or "Long Bridge closed [31m" in shown
    assert "\x1b[1m" in shown
    assert "\x1b[31m" not in shown
    assert "\x9b" not in shown


def test_no_color_is_heard(page: Path) -> None:
    """With NO_COLOR set no colour is written."""
    _, shown = in_terminal("parse", str(page), NO_COLOR="1")
    assert "\x1b[36m" not in shown
    assert "\x1b[3" not in shown


@pytest.mark.parametrize("columns", [1, 20, 200])
def test_a_terminal_may_have_any_width(page: Path, columns: int) -> None:
    """The summary is shown in terminals too narrow for a table."""
    code, shown = in_terminal("parse", str(page), columns=columns)
    assert code == 0
    assert "Ada" in shown or columns < 4


def test_a_format_in_a_terminal_cannot_steer_it(page: Path) -> None:
    """JSON shown in a terminal has no control character of the page's, though JSON may hold some as they are."""
    code, shown = in_terminal("parse", str(page), "--format", "json")
    assert code == 0
    assert "\x1b" not in shown
    assert "\x9b" not in shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_poor_terminal_gets_question_marks(page: Path, encoding: str) -> None:
    """A terminal that lacks a character gets another one rather than an error."""
    code, shown = in_terminal("parse", str(page), PYTHONIOENCODING=encoding)
    assert code == 0
    assert "Ada Brook" in shown


def test_a_reader_that_leaves_early_is_no_error(page: Path) -> None:
    """A broken pipe ends the command without a word."""
    page.write_text(PAGE.replace("<article>", "<article>" + "<p>Nobody was hurt, she said.</p>" * 5000), "utf-8")
    with subprocess.Popen(command("parse", str(page)), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_one_line(page: Path) -> None:
    """Where what is printed cannot be written, one line says why."""
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            command("parse", str(page)), check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (result.returncode, result.stderr) == (1, "Error: standard output: No space left on device\n")


def test_the_hash_seed_changes_nothing(page: Path) -> None:
    """Two processes with different hash seeds and locales write the same bytes."""
    outputs = {
        subprocess.run(
            command("parse", str(page), "--format", format_),
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "COLUMNS": "80"},
        ).stdout
        for format_ in ("json", "summary")
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    }
    assert len(outputs) == 2


def test_a_traceback_is_never_shown(tmp_path: Path) -> None:
    """Bad input gives one line on standard error and exit code 1."""
    result = subprocess.run(command("parse", str(tmp_path / "none.html")), check=False, capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"Error: {tmp_path / 'none.html'}: No such file or directory\n"


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_a_missing_extra_is_named(missing: str) -> None:
    """Without click or rich the command says in one line which extra brings them."""
    script = f"import sys; sys.modules[{missing!r}] = None; from newsmodel.cli import main; main()"
    result = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "the command newsmodel needs the extra 'cli': pip install 'newsmodel[cli]'\n"


def test_another_missing_module_is_not_taken_for_the_extra() -> None:
    """A module that is missing for another reason is reported as it is."""
    script = "import sys; sys.modules['newsmodel.batch'] = None; from newsmodel.cli import main; main()"
    result = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert "ModuleNotFoundError: import of newsmodel.batch halted" in result.stderr
    assert "newsmodel[cli]" not in result.stderr
