"""Use newsmodel as `pip install newsmodel` leaves it, without any extra. Run as a script, in a bare environment."""

import importlib.util
import subprocess
import sys

import newsmodel as nm


def expect(holds: object, told: object = "") -> None:
    """Fail unless something holds: an `assert` that stays under `python -O`."""
    if not holds:
        raise AssertionError(told)


for extra in ("click", "hypothesis", "orjson", "pyarrow", "pytest"):
    expect(importlib.util.find_spec(extra) is None, f"this environment is not bare: {extra} is installed")

article = nm.parse_text("“It works,” Ada Grey said on Monday. The council met in Lyon.", headline="It works")
expect(nm.loads(nm.dumps(article)) == article)
expect(nm.parse_html("<h1>It works</h1><p>The council met in Lyon on Monday and agreed on a plan for the river.").text)
nm.five_w(article)

try:
    importlib.import_module("newsmodel.strategies")
except nm.NewsmodelError as error:
    expect("newsmodel[hypothesis]" in str(error), error)
else:
    raise AssertionError("newsmodel.strategies was imported without hypothesis")

done = subprocess.run([sys.executable, "-m", "newsmodel", "--version"], capture_output=True, text=True, check=False)
expect(done.returncode == 1, done)
expect("newsmodel[cli]" in done.stderr, done)
expect(done.stderr.count("\n") == 1, done)

sys.stdout.write("bare: ok\n")
