"""What the project's files say of each other agrees."""

import re
import tomllib
from pathlib import Path

import pytest

import newsmodel

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHONS = [found[1] for name in PROJECT["project"]["classifiers"] if (found := re.search(r":: (3\.\d+)$", name))]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md")

needs_checkout = pytest.mark.skipif(not WORKFLOWS, reason="needs a checkout: an sdist carries no workflows")


def test_the_version_is_written_alike_everywhere() -> None:
    """The package, the citation and the changelog's newest release name one version."""
    citation = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    newest = re.search(r"^## \[(\d.*?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert citation is not None
    assert newest is not None
    assert newsmodel.__version__ == citation[1] == newest[1]


def test_a_fragment_of_the_changelog_has_a_type_and_a_sentence() -> None:
    """A fragment's name ends in its type and `.md`, and it says something, as a sentence."""
    types = "|".join(kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"])
    names = re.compile(rf"(\+[\w-]+|\d+)\.({types})\.md")
    assert [path.name for path in FRAGMENTS if not names.fullmatch(path.name)] == []
    assert [path.name for path in FRAGMENTS if not path.read_text(encoding="utf-8").rstrip().endswith(".")] == []


def test_what_coverage_is_told_to_leave_out_has_its_reason() -> None:
    """A pragma for coverage is followed by a dash and why."""
    pragma = re.compile(r"#\s*pragma\W+no\W+(?:branch|cover)(?! - \w)")
    files = [path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*.py")]
    assert [path for path in files if pragma.search(path.read_text(encoding="utf-8"))] == []


def test_a_release_is_compiled_for_every_python_that_the_classifiers_name() -> None:
    """The builds of cibuildwheel are the list of the classifiers."""
    builds = PROJECT["tool"]["cibuildwheel"]["build"]
    assert builds == [f"cp{version.replace('.', '')}-*" for version in PYTHONS]


@needs_checkout
def test_the_workflows_test_every_python_that_the_classifiers_name() -> None:
    """The matrix of the workflow is the list of the classifiers."""
    matrix = re.search(r"python: \[(.*)\]", (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    assert matrix is not None
    assert re.findall(r"[\d.]+", matrix[1]) == PYTHONS


@needs_checkout
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_nothing_but_what_a_job_asks_for(path: Path) -> None:
    """A workflow has no permission; each job names those it needs, and each action a version."""
    text = path.read_text(encoding="utf-8")
    assert "\npermissions: {}\n" in text
    jobs = text.partition("\njobs:\n")[2]
    assert jobs.count("    permissions:\n") == len(re.findall(r"^  \w+:$", jobs, re.MULTILINE))
    uses = re.findall(r"uses: (\S+)", text)
    assert [use for use in uses if not re.fullmatch(r"[\w.-]+/[\w.-]+@(v\d+|release/v\d+)", use)] == []


@needs_checkout
def test_what_is_committed_is_checked_as_ci_checks_it() -> None:
    """The hooks for a commit run every tool that `make check` runs."""
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncheck:")[2].partition("\nbench:")[0]
    tools = set(re.findall(r"\$\(BIN\)/([\w-]+)", recipes)) - {"sphinx-build"}
    assert {"ruff", "mypy", "pyright"} <= tools
    assert {tool for tool in tools if f".venv/bin/{tool}" not in hooks} == set()
    assert "make docs" in hooks
    assert "public_api.py" in hooks
