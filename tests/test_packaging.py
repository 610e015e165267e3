"""What is built holds what it should, and nothing else, and is the same whenever it is built."""

import hashlib
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("packaging")

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"


def build(out: Path) -> tuple[Path, Path]:
    """Build the sdist, and the wheel from it, into a folder; return the paths of wheel and sdist."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl")), next(out.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return wheel and sdist, built once."""
    return build(tmp_path_factory.mktemp("dist"))


def test_the_wheel_holds_the_package_whole_and_nothing_else(built: tuple[Path, Path]) -> None:
    """Every file of the package is in the wheel, data files and `py.typed` too; no test, no document."""
    names = {name for name in zipfile.ZipFile(built[0]).namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == there
    assert {"newsmodel/py.typed", "newsmodel/lexicon/en/reporting_verbs.txt"} <= names


def test_the_wheel_has_its_entry_points_and_licence(built: tuple[Path, Path]) -> None:
    """The command, the strategies' registration and the licence are in the wheel."""
    archive = zipfile.ZipFile(built[0])
    points = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    text = archive.read(points).decode()
    assert "newsmodel = newsmodel.cli:main" in text
    assert "[hypothesis]" in text
    assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())


def test_the_sdist_holds_what_its_tests_need(built: tuple[Path, Path]) -> None:
    """Sources, tests, documents, tools and stubs are in the sdist; caches and environments are not."""
    names = names_of(built[1])
    assert {"pyproject.toml", "README.md", "tests/test_packaging.py", "tools/public_api.py"} <= names
    assert {"docs/conf.py", "api/newsmodel/__init__.pyi", "CHANGELOG.md", "LICENSE", "src/newsmodel/py.typed"} <= names
    parts = {part for name in names for part in name.split("/")}
    assert parts.isdisjoint({"__pycache__", ".venv", ".git", ".hypothesis", "_build", "out", "dist"})


def names_of(sdist: Path) -> set[str]:
    """Return the paths of the files of an sdist, within its one folder."""
    with tarfile.open(sdist) as archive:
        return {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs a checkout, which tells what belongs to the project")
def test_the_sdist_holds_no_file_but_the_projects(built: tuple[Path, Path]) -> None:
    """What the checkout keeps in the folders named for the sdist is in it, and nothing that it ignores."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    kept = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split("\0")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    expected = {name for name in kept if name.partition("/")[0] in included and (ROOT / name).exists()}
    assert names_of(built[1]) == expected | {"pyproject.toml", ".gitignore", "PKG-INFO"}


def test_building_twice_gives_the_same_bytes(built: tuple[Path, Path], tmp_path: Path) -> None:
    """With one `SOURCE_DATE_EPOCH`, wheel and sdist are reproducible."""
    again = build(tmp_path)
    digests = [[hashlib.sha256(path.read_bytes()).hexdigest() for path in paths] for paths in (built, again)]
    assert digests[0] == digests[1]
