"""
Every figure, in one command; or those of some areas: ``python benchmarks/run.py quotes times``.

Each area is a script of its own beside this one, with options of its own.
"""

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
AREAS = ("first_article", "pages", "encoding", "quotes", "times", "events", "fivew", "formats", "speed", "batch")


def main() -> int:
    """Run the areas named on the command line, or all of them; return how many failed."""
    areas = sys.argv[1:] or AREAS
    failed = 0
    for area in areas:
        print(f"===== {area}", flush=True)
        began = time.monotonic()
        failed += subprocess.run([sys.executable, HERE / f"{area}.py"], check=False).returncode != 0
        print(f"----- {area}: {time.monotonic() - began:.0f} s\n", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
