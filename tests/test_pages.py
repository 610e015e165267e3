"""
Every code block of README and docs is run, and what it shows or raises is what the page says.

``python tests/test_pages.py`` puts what the blocks show now in place of what the pages say; look at the difference
before you commit it.
"""

import codeop
import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from newsmodel import __version__

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

# What sets up a machine is not run by the tests; `.ci/run` does what these do.
_SETS_UP = re.compile(r"(?:[A-Z_]+=\S+ )?(?:pip|make|git|python3? -m (?:venv|pip|build)|\.|source)(?: |$)")
# How a page says what its reader installs.
_INSTALLS = re.compile(r"newsmodel\[([\w,]+)\]")
_FENCE = re.compile(r"^```(python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


# A reader's folder is new to Hypothesis too, which is slow where it has kept nothing yet.
settings.register_profile("reader", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def packages_of(extras: list[str]) -> list[str]:
    """Return the packages that extras bring, each named as it is imported."""
    names = {name for listed in extras for name in listed.split(",")}
    brought = [re.match(r"(\w+).*extra == ['\"](\w+)", line) for line in requires("newsmodel") or ()]
    return sorted(found[1] for found in brought if found and found[2] in names)


@contextlib.contextmanager
def reader() -> Iterator[None]:
    """Stand where a reader stands: in a folder that holds the example article and nothing else."""
    before, profile = Path.cwd(), settings.get_current_profile_name()
    settings.load_profile("reader")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
            settings.load_profile(profile)


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield the commands of a console block, each with the output that follows it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def output_of(command: str) -> str | None:
    """Return what *command* shows in a plain terminal of 80 columns; None for one that sets up the machine."""
    if _SETS_UP.match(command):
        return None
    import pty  # noqa: PLC0415 - not on Windows

    ours, theirs = pty.openpty()
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    env = {**os.environ, "PATH": path, "TERM": "dumb", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, shell=True, stdin=theirs, stdout=theirs, stderr=theirs, env=env):
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def _console(block: str) -> str:
    shown = ((command, output, output_of(command)) for command, output in commands(block))
    return "".join(f"$ {command}\n{output if new is None else new}" for command, output, new in shown)


def _python(block: str, names: dict[str, object]) -> str:
    """Return a block of examples with its outputs written anew; a block without prompts is only run."""
    if ">>> " not in block:
        exec(compile(block, "<block>", "exec"), names)
        return block
    lines: list[str] = []
    for part in doctest.DocTestParser().parse(block):
        if isinstance(part, str):
            lines.append(part)
            continue
        lines += [_prompted(part.source.rstrip("\n")), _result(part.source, names)]
    return "".join(lines)


def _prompted(source: str) -> str:
    """Return an example as the plain prompt shows it: with an empty line where it waits for one before it runs."""
    first, *more = source.split("\n")
    if codeop.compile_command(source, symbol="single") is None:
        more.append("")
    return "".join((f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in more)))


def _result(source: str, names: dict[str, object]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(source, "<example>", "single"), names)
        except Exception as error:  # noqa: BLE001 - shown as the interpreter would
            last = "".join(traceback.format_exception_only(error))
            return f"Traceback (most recent call last):\n  ...\n{last}"
    return re.sub(r"^$\n", "<BLANKLINE>\n", printed.getvalue(), flags=re.MULTILINE)


def refreshed(page: Path) -> str:
    """Return the text of a page with the outputs of its code blocks as they are now."""
    names: dict[str, object] = {"__name__": "__main__"}

    def new(fence: re.Match[str]) -> str:
        language, block = fence.groups()
        return f"```{language}\n{_console(block) if language == 'console' else _python(block, names)}```"

    with reader():
        return _FENCE.sub(new, page.read_text("utf-8"))


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # sockets that PySpark leaves to the collector
@pytest.mark.skipif(sys.platform == "win32", reason="console blocks are written for a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_what_its_code_does(page: Path) -> None:
    """Running the blocks of a page again, in their order, changes nothing on it."""
    text = page.read_text("utf-8")
    code = "".join(block for _, block in _FENCE.findall(text))
    for package in packages_of(_INSTALLS.findall(text)):
        pytest.importorskip(package, reason=f"the page needs {package}, which is not installed")
    for package in re.findall(r"^(?:>>> |\.\.\. )? *(?:import|from) (\w+)", code, re.MULTILINE):
        if package != "newsmodel":
            pytest.importorskip(package, reason=f"the page shows {package}, which is not installed")
            assert package != "pyspark" or shutil.which("java") or pytest.skip("Spark needs Java 17 or newer")
    assert text == refreshed(page)


def test_the_links_of_the_readme_lead_somewhere() -> None:
    """Every relative link of the README is the path of a file."""
    links = re.findall(r"\]\(([^)#:]+)\)", PAGES[0].read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_the_citation_names_the_version() -> None:
    """CITATION.cff cites the version that this is."""
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(refreshed(path), "utf-8")
