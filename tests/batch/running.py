"""What the tests of runs share: a pool of no processes, and what a run left."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from newsmodel.batch import Failure, Limits, Page
from newsmodel.batch._packing import Packed
from newsmodel.batch._worker import Chunk, Pack, parse_page

# Runs are repeated over the same pages; what becomes of a page is parsed once.
_parsed = lru_cache(maxsize=256)(parse_page)


class OwnProcess:
    """A pool of no processes, so that many runs can be tested in little time."""

    def __init__(self, pack: Pack[Packed], *, limits: Limits, **_: object) -> None:
        self._pack, self._limits = pack, limits

    def map(self, chunks: Iterable[Chunk]) -> Iterator[list[Packed | Failure]]:
        """Parse here and now."""
        for chunk in chunks:
            outcomes = [
                _parsed(item, self._limits, annotate=False) if isinstance(item, Page) else item for item in chunk
            ]
            yield [self._pack(outcomes)]

    def close(self) -> None:
        """Do nothing."""


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def rows(path: Path) -> list[dict[str, object]]:
    """Return the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


LIMITS = Limits(max_bytes=10_000, max_seconds=600)  # a page may take long on a machine that does more
