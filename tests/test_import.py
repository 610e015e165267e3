"""`import newsmodel` is light and free of side effects."""

import json
import subprocess
import sys

import newsmodel


def loaded_after(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after *statement*."""
    code = f"import sys, json\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_loads_no_heavy_package() -> None:
    """Importing the package loads none of lxml, cattrs, hypothesis, click, rich and orjson."""
    packages = {name.partition(".")[0] for name in loaded_after("import newsmodel")}
    assert packages.isdisjoint({"lxml", "cattrs", "hypothesis", "click", "rich", "orjson"})


def test_parsing_text_does_not_load_lxml() -> None:
    """Plain text is annotated without lxml and cattrs."""
    packages = {name.partition(".")[0] for name in loaded_after("import newsmodel; newsmodel.parse_text('Hello.')")}
    assert packages.isdisjoint({"lxml", "cattrs"})


def test_importing_prints_and_warns_nothing() -> None:
    """Importing the package writes to neither stream, with every warning an error."""
    command = [sys.executable, "-W", "error", "-X", "dev", "-bb", "-c", "import newsmodel"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_the_public_names_are_sorted_and_there() -> None:
    """`__all__` of the package is sorted and every name in it exists."""
    assert sorted(newsmodel.__all__) == newsmodel.__all__
    assert all(hasattr(newsmodel, name) for name in newsmodel.__all__)
    assert len(newsmodel.__all__) <= 25
