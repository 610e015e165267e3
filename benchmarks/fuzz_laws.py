"""
The laws of `tests/laws` with many more examples than CI has time for, in this process.

Drawing an article takes ten times as long as holding it to most laws, so the tests that are given articles or texts,
and nothing special about them, can share what is drawn.
"""

import contextlib
import importlib.util
import os
import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import UnsatisfiedAssumption

from newsmodel import strategies

LAWS = Path(__file__).parents[1] / "tests" / "laws"
PROFILE = "campaign"
SHARED = {"articles": ("article", strategies.articles()), "texts": ("text", strategies.texts())}
_RAN = re.compile(r"(\d+) passing(?: examples)?, (\d+) failing")


class _Counter:
    """Counts the examples of a run of pytest and keeps what its failing tests said."""

    def __init__(self) -> None:
        self.examples = 0
        self.failures: list[str] = []

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Read the statistics that Hypothesis leaves with each test."""
        statistics = str(getattr(item, "hypothesis_statistics", ""))
        self.examples += sum(int(count) for found in _RAN.finditer(statistics) for count in found.groups())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a failing test said."""
        if report.failed:
            self.failures.append(f"{report.nodeid}\n{report.longreprtext}")


def check(law: str, seed: int, examples: int) -> tuple[int, list[str]]:
    """Run each test of a law with so many examples; return how many ran, and what failed."""
    settings.register_profile(
        PROFILE, max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    os.environ["HYPOTHESIS_PROFILE"] = PROFILE
    (path,) = LAWS.glob(f"test_{law[4:]}_*.py")
    counter = _Counter()
    options = ["-q", "--no-header", "-p", "no:randomly", "-p", "no:cacheprovider", "--tb=short", "--assert=plain"]
    statistics = ["--hypothesis-show-statistics", f"--hypothesis-seed={seed}"]
    pytest.main([*options, *statistics, f"--rootdir={LAWS.parents[1]}", str(path)], plugins=[counter])
    return counter.examples, counter.failures


@attrs.frozen
class _Test:
    """A test of a law: what it asks of what it is given, without the drawing."""

    law: str
    ask: Callable[..., None]
    others: dict[str, st.SearchStrategy[Any]]  # by the parameter's name; what it draws beside what is shared


def _given(kind: str) -> Iterator[_Test]:
    """Yield the tests of all laws that are given something of a kind."""
    name, drawn = SHARED[kind]
    for path in sorted(LAWS.glob("test_*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for test in vars(module).values():
            if not getattr(test, "is_hypothesis_test", False) or hasattr(test, "_hypothesis_internal_settings_applied"):
                continue  # no law, or one with settings of its own, which takes too long for many examples
            taken = dict(test.hypothesis._given_kwargs)  # noqa: SLF001  # nothing public tells what a test is given
            if repr(taken.pop(name, None)) == repr(drawn):
                yield _Test(f"law-{path.stem[5:7]}", test.hypothesis.inner_test, taken)


def check_shared(kind: str, number: int, examples: int) -> tuple[Counter[str], list[str]]:
    """Draw so many articles or texts and hold each to every law of such; return how many examples each law had."""
    name, drawn = SHARED[kind]
    tests, tried = list(_given(kind)), Counter[str]()
    nothing = settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))

    @seed(number)
    @nothing
    @given(drawn, st.data())
    def hold(thing: object, data: st.DataObject) -> None:
        for test in tests:
            others = {key: data if repr(it) == "data()" else data.draw(it) for key, it in test.others.items()}
            with contextlib.suppress(UnsatisfiedAssumption):  # what one test cannot use, another can
                test.ask(**{name: thing}, **others)
                tried[test.law] += 1

    try:
        hold()
    except Exception:  # noqa: BLE001  # this is what is looked for
        return tried, [traceback.format_exc()[-3000:]]
    return tried, []
