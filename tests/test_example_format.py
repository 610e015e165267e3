"""A format of another package, the example's, is found where the package is installed."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "bibtex-format"
USE = """
import newsmodel as nm
assert "bibtex" in nm.formats.available()
article = nm.Article(headline="Yes", text="No")
assert nm.dumps(article, format="bibtex") == "@online{article,\\n  title = {Yes},\\n}\\n"
assert nm.formats.losses(article, format="bibtex") == ("text", "blocks")
"""


def test_an_installed_package_adds_its_format(tmp_path: Path) -> None:
    """The example is built as a wheel and unpacked, as an installer does; its format is there by name."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the example, is not installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, check=True, capture_output=True, cwd=EXAMPLE)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    installed = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    subprocess.run([sys.executable, "-c", USE], check=True, env=installed)
