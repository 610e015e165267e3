"""
Diagrams made from the code, so that they cannot go stale: the layers of the house, the data's way, the model's classes.

They are boxes in boxes, HTML that wraps on a phone and that a screen reader reads in order; `diagrams.css` draws them.
"""

import ast
import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from textwrap import dedent, indent
from types import FunctionType
from typing import ClassVar

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import newsmodel
from newsmodel import formats, model

SOURCE = Path(newsmodel.__file__).parent
FACE = "face"
"""What the package root and the modules that only users call are called together."""


def box(name: str, *inside: str) -> str:
    """Return reStructuredText of a box with this class around what is inside."""
    return f".. container:: {name}\n\n" + indent("\n\n".join(inside), "   ") + "\n"


def first_sentence(docstring: str | None) -> str:
    """Return the first paragraph of a docstring on one line; single backticks of Markdown are literals here."""
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


# -- the layers --------------------------------------------------------------------------------------------------


def layer_of(path: Path) -> str:
    """Return the layer that a module belongs to: its folder or file just under the package."""
    name = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return FACE if name == "__init__" else name


def imported(path: Path) -> Iterator[str]:
    """Yield the layers that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "newsmodel":
            names = [node.module] if "." in node.module else [f"newsmodel.{alias.name}" for alias in node.names]
            yield from (name.split(".")[1] for name in names)


def layers() -> dict[str, set[str]]:
    """Return the layers, each with those that it imports."""
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = layer_of(path)
        found.setdefault(name, set()).update(imported(path))
    return {name: {other for other in found[name] if other in found and other != name} for name in found}


def tiers(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the layers by how much is under them, the face first; one that nothing imports stands with its like."""
    height: dict[str, int] = {}

    def of(name: str) -> int:
        if name not in height:
            height[name] = 1 + max((of(other) for other in graph[name]), default=0)
        return height[name]

    for name in graph:
        of(name)
    return [[name for name in graph if height[name] == level] for level in range(max(height.values()), 0, -1)]


def house() -> str:
    """Return the diagram of the layers, of those that hold code other than for starting up."""
    graph = {name: below for name, below in layers().items() if not name.startswith("_")}
    graph = {name: {other for other in below if other in graph} for name, below in graph.items()}
    rows = []
    for tier in tiers(graph):
        boxes = []
        for name in tier:
            module = import_module("newsmodel" if name == FACE else f"newsmodel.{name}")
            below = ", ".join(sorted(graph[name]))
            boxes.append(
                box(
                    "box",
                    f"**{'newsmodel' if name == FACE else name}**",
                    first_sentence(module.__doc__).replace("`", "``").replace("````", "``"),
                    *([box("small", f"imports {below}")] if below else []),
                )
            )
        rows.append(box("tier", *boxes))
    return box("diagram", *rows)


# -- the data's way ----------------------------------------------------------------------------------------------


def steps(function: Callable[..., object]) -> list[Callable[..., object]]:
    """Return the public functions and classes of `html` and `text` that a function calls, in their order."""
    found: dict[str, Callable[..., object]] = {}
    if isinstance(function, FunctionType):
        _follow(function, found)
    return list(found.values())


def _follow(function: Callable[..., object], found: dict[str, Callable[..., object]]) -> None:
    module = inspect.getmodule(function)
    tree = ast.parse(dedent(inspect.getsource(function)))
    names = dict(vars(module)) | {
        alias.asname or alias.name: getattr(import_module(node.module), alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    for call in _calls(tree):
        called = names.get(call)
        home = getattr(called, "__module__", "")
        if isinstance(called, FunctionType) and home == function.__module__ and called is not function:
            _follow(called, found)
        elif home.startswith(("newsmodel.html", "newsmodel.text")) and callable(called) and call[0] != "_":
            found.setdefault(call, called)


def _calls(node: ast.AST) -> Iterator[str]:
    """Yield the names that are called, arguments before what is called with them."""
    for child in ast.iter_child_nodes(node):
        yield from _calls(child)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield node.func.id


def way() -> str:
    """Return the diagram of the way from bytes to an article and on."""
    told: set[str] = set()

    def step(function: Callable[..., object], *inside: str) -> str:
        said = first_sentence(function.__doc__).replace("`", "``").replace("*", "")
        return box("box", f"``{function.__name__}``", said, *inside)

    def whole(function: Callable[..., object]) -> str:
        inside = [] if function.__name__ in told else list(map(step, steps(function)))
        told.add(function.__name__)
        return step(function, *([box("way", *inside)] if len(inside) > 1 else []))

    parsers = [
        box(
            "box",
            f":py:func:`~newsmodel.{parser.__name__}`",
            first_sentence(parser.__doc__).replace("`", "``"),
            box("way", *map(whole, steps(parser))),
        )
        for parser in (newsmodel.parse_html, newsmodel.parse_text)
    ]
    written = " · ".join(f"``{name}``" for name in formats.available())
    return box(
        "diagram",
        box("tier", *parsers),
        box("tier", box("box", ":py:class:`~newsmodel.model.Article`", first_sentence(newsmodel.Article.__doc__))),
        box(
            "tier",
            box("box", ":py:func:`~newsmodel.formats.dumps`", written),
            box("box", ":py:func:`~newsmodel.five_w`", first_sentence(newsmodel.five_w.__doc__)),
        ),
    )


# -- the model's classes -----------------------------------------------------------------------------------------


def referred(cls: type[attrs.AttrsInstance]) -> list[str]:
    """Return the names of the model's classes and enums that the fields of a class hold, in the order of the fields."""
    words = " ".join(str(field.type) for field in attrs.fields(cls)).replace("'", " ")
    found = {word.rpartition(".")[2]: None for word in words.translate(_BRACKETS).split()}
    return [name for name in found if name in model.__all__ and name != cls.__name__]


_BRACKETS = str.maketrans('[],|()"', " " * 7)


def classes() -> str:
    """Return the diagram of the model: each class with what it holds, the nearest to the article first."""
    rows, seen, tier = [], {"Article"}, ["Article"]
    while tier:
        held = {name: referred(cls) for name in tier if attrs.has(cls := getattr(model, name))}
        rows.append(box("tier", *(_class(name, others) for name, others in held.items())))
        enums = [name for name in tier if issubclass(getattr(model, name), Enum)]
        if enums:
            rows[-1] = box("tier", *(_class(name, others) for name, others in held.items()), *map(_enum, enums))
        tier = [name for name in dict.fromkeys(n for others in held.values() for n in others) if name not in seen]
        seen.update(tier)
    return box("diagram", *rows)


def _class(name: str, others: list[str]) -> str:
    cls = getattr(model, name)
    plain = [f"``{field.name}``" for field in attrs.fields(cls) if not any(o in str(field.type) for o in others)]
    links = ", ".join(f":py:class:`~newsmodel.model.{other}`" for other in others)
    return box(
        "box",
        f":py:class:`~newsmodel.model.{name}`",
        first_sentence(cls.__doc__),
        *([box("small", " ".join(plain))] if plain else []),
        *([box("small", f"holds {links}")] if links else []),
    )


def _enum(name: str) -> str:
    cls = getattr(model, name)
    return box("box enum", f":py:class:`~newsmodel.model.{name}`", f"{first_sentence(cls.__doc__)} {len(cls)} members.")


# -- the directive -----------------------------------------------------------------------------------------------


class Diagram(SphinxDirective):
    """A diagram: ``.. diagram:: house``, ``way`` or ``classes``."""

    required_arguments = 1
    makers: ClassVar = {"house": house, "way": way, "classes": classes}

    def run(self) -> list[nodes.Node]:
        """Return the boxes; the page is made anew when the code changes."""
        for path in SOURCE.rglob("*.py"):
            self.env.note_dependency(str(path))
        return self.parse_text_to_nodes(self.makers[self.arguments[0]]())


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive and its style."""
    app.add_directive("diagram", Diagram)
    app.add_css_file("diagrams.css")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
