"""The laws of `tests/laws` with many more examples than CI has time for: one round of one law, in this process."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LAWS = Path(__file__).parents[1] / "tests" / "laws"
PROFILE = "campaign"
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
