"""How far a batch has come: a bar in a terminal, else a line every ten seconds."""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from newsmodel.batch import Summary

_SECONDS_BETWEEN_LINES: Final = 10.0


@contextmanager
def progress(clock: Callable[[], float] = time.monotonic) -> Generator[Callable[[Summary], None], None, None]:
    """Yield what to call with each summary; show it on standard error."""
    if not sys.stderr.isatty():
        yield _Lines(sys.stderr, clock)
        return
    columns = (BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        eta = _Remaining()

        def show(summary: Summary) -> None:
            bar.update(task, total=1.0, completed=summary.fraction or 0.0, description=line(summary, eta(summary)))

        yield show


class _Lines:
    """Writes a line now and then."""

    def __init__(self, file: TextIO, clock: Callable[[], float]) -> None:
        self._file, self._clock = file, clock
        self._last = clock()
        self._remaining = _Remaining()

    def __call__(self, summary: Summary) -> None:
        left = self._remaining(summary)
        now = self._clock()
        if now - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = now
            self._file.write(line(summary, left) + "\n")
            self._file.flush()


class _Remaining:
    """How long the rest takes, as the bytes that were read since the beginning tell."""

    def __init__(self) -> None:
        self._first: float | None = None

    def __call__(self, summary: Summary) -> float | None:
        """Return the seconds that are left; None where that cannot be told."""
        if summary.fraction is None:
            return None
        if self._first is None:  # of a run that is resumed some was read before
            self._first = summary.fraction
        done = summary.fraction - self._first
        return summary.seconds * (1 - summary.fraction) / done if done > 0 else None


def line(summary: Summary, remaining: float | None) -> str:
    """Return how far it has come, in one line."""
    errors = sum(summary.errors.values())
    parts = [counted(summary.pages, "page")]
    if summary.fraction is not None:
        parts.append(f"{summary.fraction:.0%}")
    parts.append(f"{summary.pages_per_second:.1f} pages/s")
    if errors:
        parts.append(counted(errors, "error"))
    if remaining is not None:
        parts.append(f"{duration(remaining)} left")
    return " · ".join(parts)


def counted(number: int, noun: str) -> str:
    """Return how many there are, as in "1 page" and "2,000 pages"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def duration(seconds: float) -> str:
    """Return a duration as people write it: "7 s", "3 min", "2 h 5 min"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
