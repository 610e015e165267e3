"""What every benchmark needs: where the data lies, reading it, and the scorers beside it."""

import importlib.util
import json
import lzma
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

# Beside the project's folder unless the environment says otherwise.
SHARED = Path(os.environ.get("NEWSMODEL_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
OUT = Path(__file__).parent / "out"


def read_rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of one JSON Lines file of the benchmark data."""
    with lzma.open(SHARED / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_rows(name: str, rows: list[dict[str, Any]]) -> Path:
    """Write predictions, one row a line, and return where."""
    OUT.mkdir(exist_ok=True)
    path = OUT / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def scorer(area: str) -> ModuleType:
    """Return the scorer of one area: ``pages``, ``quotes`` or ``events``."""
    folder = SHARED / area
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location(f"score_{area}", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
