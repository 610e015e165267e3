"""The layers of the house (CONTRIBUTING.md), held by the import statements themselves."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "newsmodel"
MODULES = sorted(SOURCE.rglob("*.py"))


def module_name(path: Path) -> str:
    """Return the dotted name of a module of the package."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULE_NAMES = {module_name(path) for path in MODULES}

# Each layer with what it may import of newsmodel; siblings are listed apart, since they do not know each other.
LAYERS = {
    "_version": set(),
    "_deprecations": set(),
    "errors": set(),
    "model": {"errors"},
    "lexicon": set(),
    "html": {"errors", "model", "lexicon"},
    "text": {"errors", "model", "lexicon"},
    "formats": {"errors", "model"},
    "strategies": {"errors", "model"},
    "_hypothesis_plugin": {"strategies", "model"},
    "pipeline": {"errors", "model", "html", "text"},
    "batch": {"_version", "errors", "model", "formats", "pipeline"},
    "arrow": {"errors", "model", "formats", "batch"},
    "cli": {"_version", "errors", "model", "html", "formats", "pipeline", "batch"},
    "__main__": {"cli"},
    "__init__": {"_version", "errors", "model", "formats", "pipeline"},
}
# The rooms of text/ with those that each may look into; what stands beside them in text/ belongs to all.
TEXT_ROOMS: dict[str, set[str]] = {
    "grammar": set(),
    "times": {"grammar"},
    "places": {"grammar", "times"},
    "names": {"grammar"},
    "quotes": {"grammar", "names"},
    "speakers": {"grammar", "names", "quotes"},
    "events": {"grammar"},
    "fivew": {"grammar", "places"},
}
ALLOWED_PACKAGES = {
    "model": {"attrs"},
    "errors": {"attrs"},
    "lexicon": set(),
    "text": {"attrs"},
    "html": {"attrs", "lxml"},
    "formats": {"attrs", "cattrs", "lxml", "orjson", "pyarrow"},
    "strategies": {"attrs", "hypothesis"},
    "_hypothesis_plugin": {"hypothesis"},
    "pipeline": {"attrs"},
    "batch": {"attrs", "fastwarc", "pyarrow"},
    "arrow": {"pyarrow"},
    "cli": {"click", "rich", "attrs"},
}


def layer_of(path: Path) -> str:
    """Return the name of the layer that a module belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Yield the dotted name of every module that a module imports, at any depth of its code."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            # `from newsmodel import lexicon` names the module it is after, not the package above it
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from sorted(whole & MODULE_NAMES) or [node.module or ""]
            if whole & MODULE_NAMES and not whole <= MODULE_NAMES:
                yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_imports_only_layers_under_its_own(path: Path) -> None:
    """A module imports its own layer, the layers under it, and never the package root."""
    layer = layer_of(path)
    for name in imports_of(path):
        package, _, rest = name.partition(".")
        if package != "newsmodel":
            continue
        assert rest, f"{path} imports the package root"
        assert rest.partition(".")[0] in LAYERS[layer] | {layer}, f"{path} imports {name}"


@pytest.mark.parametrize("room", sorted(path.parent.name for path in (SOURCE / "text").glob("*/__init__.py")))
def test_a_room_of_text_looks_only_down(room: str) -> None:
    """A room of text/ imports itself and the rooms under it, and so no two rooms import each other."""
    for path in (SOURCE / "text" / room).glob("*.py"):
        beside = {name.split(".")[2] for name in imports_of(path) if name.startswith("newsmodel.text.")}
        assert beside & TEXT_ROOMS.keys() <= TEXT_ROOMS[room] | {room}, path.name


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_imports_only_its_layers_packages(path: Path) -> None:
    """Third-party packages are imported only in the layer that they are for."""
    layer = layer_of(path)
    packages = {name.partition(".")[0] for name in imports_of(path)}
    foreign = packages - set(sys.stdlib_module_names) - {"newsmodel"}
    assert foreign <= ALLOWED_PACKAGES.get(layer, set())


def test_there_is_no_import_cycle() -> None:
    """The modules can be put in an order in which each imports only earlier ones."""
    graph = {module_name(path): {name for name in imports_of(path) if name.startswith("newsmodel")} for path in MODULES}
    # article.py and invariants.py know each other for typing alone
    graph["newsmodel.model.invariants"].discard("newsmodel.model.article")
    for name, imported in graph.items():
        # a package's face imports its modules; a module that imports the face of its own package would be a cycle
        graph[name] = {other for other in imported if other in graph}
    done: set[str] = set()
    while ready := {name for name, imported in graph.items() if name not in done and imported <= done}:
        done |= ready
    assert sorted(set(graph) - done) == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_rooms_are_small(path: Path) -> None:
    """Modules have at most about 400 lines, functions at most 50 without their docstring."""
    text = path.read_text("utf-8")
    assert text.count("\n") <= 450
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            lines = (node.end_lineno or 0) - body[0].lineno + 1
            assert lines <= 50, f"{node.name}: {lines} lines"


@pytest.mark.parametrize("path", [p for p in MODULES if layer_of(p) == "model"], ids=module_name)
def test_every_class_of_the_model_is_final_and_frozen(path: Path) -> None:
    """Every public class of the model is final, and frozen unless it is an enum."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        decorators = {ast.unparse(decorator).partition("(")[0] for decorator in node.decorator_list}
        bases = {ast.unparse(base) for base in node.bases}
        assert "final" in decorators, node.name
        assert "attrs.frozen" in decorators or bases & {"StrEnum"}, node.name
