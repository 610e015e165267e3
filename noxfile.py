"""The tests on each Python that the classifiers name, with the newest and the lowest dependencies, and compiled."""

import shutil
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
WITH_EXTRAS = ".[cli,hypothesis,fast,arrow,warc]"
FLOORS = [requirement.replace(">=", "==") for requirement in PROJECT["project"]["dependencies"]]

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False  # skipped aloud
nox.options.sessions = ["tests", "lowest", "bare", "compiled"]


def enter_sdist(session: nox.Session) -> None:
    """Go into the unpacked sdist: what distributions build from, and test."""
    session.install("build", *nox.project.dependency_groups(PROJECT, "test"))
    out = Path(session.create_tmp())
    installer = "uv" if session.venv_backend == "uv" else "pip"
    session.run("python", "-m", "build", "--sdist", f"--installer={installer}", "--outdir", str(out), silent=True)
    shutil.unpack_archive(next(out.glob("*.tar.gz")), out)
    session.chdir(next(path for path in out.iterdir() if path.is_dir()))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run every test with the newest dependencies, in the unpacked sdist: what distributions do with it."""
    enter_sdist(session)
    session.install(WITH_EXTRAS)
    session.run("pytest", "-n", "auto", "--dist", "loadgroup", "tests", *session.posargs)


@nox.session(python=PYTHONS[0])
def compiled(session: nox.Session) -> None:
    """Run the tests of what is compiled, with it compiled."""
    enter_sdist(session)
    session.install(WITH_EXTRAS, env={"HATCH_BUILD_HOOKS_ENABLE": "1"})
    session.run("python", "-c", "from newsmodel.text import tokens; assert not tokens.__file__.endswith('.py')")
    rooms = ("tests/html", "tests/text", "tests/laws", "tests/test_bad_input.py")
    session.run("pytest", "-n", "auto", "--dist", "loadgroup", *rooms, *session.posargs)


@nox.session(python=PYTHONS)
def lowest(session: nox.Session) -> None:
    """Run every test with the lowest versions of the runtime dependencies."""
    session.install(".[cli,hypothesis,arrow]", *FLOORS, *nox.project.dependency_groups(PROJECT, "test"))
    session.run("pytest", "-n", "auto", "--dist", "loadgroup", "tests", *session.posargs)


@nox.session(python=PYTHONS[0])
def bare(session: nox.Session) -> None:
    """Import and use the library with nothing but its runtime dependencies; extras that are missing say so."""
    session.install(".")
    for flags in (["-O"], ["-bb", "-X", "dev", "-W", "error"]):
        session.run("python", *flags, "tests/bare.py", env={"PYTHONHASHSEED": str(len(flags))})
