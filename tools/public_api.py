"""
The public names of newsmodel, written down as stubs at each release and held against the code ever after.

``python tools/public_api.py snapshot`` writes `api/newsmodel/`, readable stubs of all that is public: do that when a
release is made, and only then. ``python tools/public_api.py check`` prints what has broken since, and fails unless a
fragment in `changelog.d/` tells it under "Changed" or "Removed".
"""

import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from tempfile import TemporaryDirectory
from textwrap import indent

import griffe

ROOT = Path(__file__).parents[1]
SNAPSHOT = ROOT / "api"
FRAGMENTS = ROOT / "changelog.d"

# Modules whose `__all__` is public; of the formats each module is, unless its name begins with an underscore.
_MODULES = (
    *("newsmodel", "newsmodel.arrow", "newsmodel.batch", "newsmodel.errors", "newsmodel.formats", "newsmodel.model"),
    "newsmodel.strategies",
)


def public_modules() -> tuple[str, ...]:
    """Return the dotted names of the public modules."""
    formats = import_module("newsmodel.formats")
    return (
        *_MODULES,
        *(f"newsmodel.formats.{found.name}" for found in iter_modules(formats.__path__) if found.name[0] != "_"),
    )


def breaking_changes(release: Path = SNAPSHOT) -> list[str]:
    """
    Return what a user of the last release, whose stubs are in *release*, would stumble over, a line for each.

    Stubs are compared with stubs, not with the code: griffe looks no further where one side is an import.
    """
    with TemporaryDirectory() as folder:
        snapshot(Path(folder))
        old, new = (griffe.load("newsmodel", search_paths=[place], resolve_aliases=True) for place in (release, folder))
        lines = [change.explain(griffe.ExplanationStyle.ONE_LINE) for change in griffe.find_breaking_changes(old, new)]
        values = dict(_attributes(new))
        lines += [
            f"{path}: was {value}, is {values[path]}"
            for path, value in _attributes(old)
            if values.get(path, value) != value
        ]
    return [re.sub(r"\x1b\[\d+m", "", line) for line in lines]  # griffe colours what it tells


def _attributes(found: griffe.Object | griffe.Alias) -> Iterator[tuple[str, str]]:
    """Yield the path of each field and enum member with its type or value, which griffe does not compare."""
    for member in found.members.values():
        if isinstance(member, griffe.Attribute) and member.name != "__all__":
            yield member.path, f"{member.annotation or member.value}"
        elif isinstance(member, griffe.Module | griffe.Class):
            yield from _attributes(member)


def announced() -> list[str]:
    """Return the names of the fragments that tell users of a break."""
    return sorted(path.name for path in FRAGMENTS.iterdir() if {".changed", ".removed"} & set(path.suffixes))


def snapshot(folder: Path = SNAPSHOT) -> None:
    """Write the stubs of all public modules anew."""
    shutil.rmtree(folder, ignore_errors=True)
    package = _package()
    modules = public_modules()
    for name in modules:
        folders = any(other.startswith(f"{name}.") for other in modules)
        stem = folder / Path(*name.split("."))
        path = stem / "__init__.pyi" if folders else stem.with_suffix(".pyi")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in _stub(package, name)), encoding="utf-8")


@cache
def _package() -> griffe.Object | griffe.Alias:
    """Return the package as its source is now."""
    return griffe.load("newsmodel", search_paths=[ROOT / "src"], resolve_aliases=True)


def _stub(package: griffe.Object | griffe.Alias, module: str) -> Iterator[str]:
    """Yield the lines of a module's stub: its public names, each as a definition or as where else it is defined."""
    inside = module.partition(".")[2]
    members = package[inside].members if inside else package.members
    exports: list[str] = import_module(module).__all__
    yield f"__all__ = {exports!r}"
    for name in exports:
        if home := _home(module, name):
            yield f"from {home} import {name} as {name}"
        else:
            found = members[name]
            yield from _definition(found.final_target if isinstance(found, griffe.Alias) else found)


def _home(module: str, name: str) -> str | None:
    """Return the public module inside *module* that exports the same object, if one does."""
    inner = (import_module(other) for other in public_modules() if other.startswith(f"{module}."))
    value: object = getattr(import_module(module), name)
    return next((other.__name__ for other in inner if name in other.__all__ and getattr(other, name) is value), None)


def _definition(found: griffe.Object | griffe.Alias, first: str = "") -> Iterator[str]:
    """Yield the lines of a definition; *first* is the parameter that methods begin with."""
    if isinstance(found, griffe.Function):
        for label in sorted({"classmethod", "staticmethod", "property"} & found.labels):
            yield f"@{label}"
        signature = found.signature(return_type=True)
        if first and "staticmethod" not in found.labels:
            signature = signature.replace("(", f"({first}, ", 1).replace(", )", ")", 1)
        yield f"def {signature}: ..."
    elif isinstance(found, griffe.Class):
        yield f"class {found.name}({', '.join(map(str, found.bases))}):".replace("():", ":")
        public = [member for member in found.members.values() if not member.name.startswith("_")]
        body = [line for member in public for line in _definition(member, "self")]
        yield indent("\n".join(body or ["..."]), "    ")
    elif isinstance(found, griffe.Attribute):
        # the version is public, its value is no promise
        annotation = ": str" if found.name == "__version__" else f": {found.annotation}" if found.annotation else None
        yield f"{found.name}{annotation or f' = {found.value}'}"


def main(command: str) -> int:
    """Carry out a command; return the exit code."""
    if command == "snapshot":
        snapshot()
        return 0
    changes = breaking_changes()
    print(*changes, sep="\n")
    if changes and not announced():
        print("These break what users have, and no fragment in changelog.d tells it: add a .changed.md or .removed.md.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
