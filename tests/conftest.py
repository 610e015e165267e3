"""
The Hypothesis profiles: `dev` at the desk, `ci` where CI is set, `nightly` for long runs.

`smoke` is `ci` with few examples, for every test, and `glance` with fewer, for every other Python; `ci` itself is for
the laws alone.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

DOCS = Path(__file__).parents[1] / "docs"

# As Hypothesis' own profile of this name, which its older versions do not have.
parent = settings(
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("smoke", parent, max_examples=25)
settings.register_profile("glance", parent, max_examples=8)
settings.register_profile("ci", parent, max_examples=500)
settings.register_profile("nightly", parent, max_examples=10_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the documentation, without a warning; return the folder of its pages."""
    pytest.importorskip("furo", reason="the extra docs is not installed")
    pytest.importorskip("myst_parser", reason="the extra docs is not installed")
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "-E", "-b", "html", str(DOCS), str(out)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=DOCS.parent)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture
def alone() -> Iterator[None]:
    """Keep the collector from looking through what other tests left: a test of time measures the program alone."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def steps() -> Callable[[Callable[[], object]], int]:
    """Return what counts the calls and lines of Python that something takes."""

    def counted(work: Callable[[], object]) -> int:
        count = 0

        def trace(*_: object) -> object:  # pragma: no cover - it runs in the place of what measures coverage
            nonlocal count
            count += 1
            return trace

        before = sys.gettrace()  # that of coverage, where it measures
        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            work()
        finally:
            sys.settrace(before)
        return count

    return counted
