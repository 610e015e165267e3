"""
The targets `atheris-NAME` of `fuzz.py`: inputs led by which lines and branches of newsmodel they run.

Half of the inputs are changed by atheris, byte by byte, the others with regard to their structure. A process of its
own, since newsmodel must be imported under instrumentation, and libFuzzer does not return.
"""

import importlib
import os
import pkgutil
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import atheris

SIZE = 8_000  # bytes; a document of Arrow has more before it says anything
ARROW_SIZE = 30_000


def main(name: str, seed: int, minutes: float) -> None:
    """Look for inputs that run what no input has run yet, until the time is over."""
    with atheris.instrument_imports(include=["newsmodel"]):
        import newsmodel  # noqa: PLC0415

        for module in pkgutil.walk_packages(newsmodel.__path__, "newsmodel."):
            if module.name.startswith(("newsmodel.html", "newsmodel.text", "newsmodel.formats", "newsmodel.model")):
                importlib.import_module(module.name)
    import fuzz  # noqa: PLC0415
    import fuzz_inputs  # noqa: PLC0415

    signal.signal(signal.SIGPROF, fuzz.expired)
    most = ARROW_SIZE if name in ("arrow", "parquet") else SIZE
    folder = Path(tempfile.mkdtemp())
    for i in range(60):
        start = fuzz_inputs.small(name, random.Random(f"{seed} {i}"), seed)
        if len(start) <= most:
            (folder / str(i)).write_bytes(start)
    tally, rng, ends = fuzz.Tally(f"atheris-{name}", seed), random.Random(seed), time.monotonic() + 60 * minutes

    def one(data: bytes) -> None:
        fuzz.attempt(tally, data, rng)
        if time.monotonic() > ends:
            tally.write()
            shutil.rmtree(folder)
            os._exit(0)

    def changed(data: bytes, size: int, number: int) -> bytes:
        chance = random.Random(number)
        if chance.random() < 0.5:
            return bytes(atheris.Mutate(data, size))
        return fuzz_inputs.changed(name, data, chance)[:size]

    options = ["-verbosity=0", "-rss_limit_mb=0", f"-seed={seed}", f"-max_len={most}", f"-artifact_prefix={fuzz.KEPT}/"]
    atheris.Setup([sys.argv[0], *options, str(folder)], one, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
