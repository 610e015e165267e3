"""What the reference needs beyond Sphinx: tables of the closed sets, and short names in docstrings."""

from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst.directives import unchanged
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

# Where a short name in a docstring, such as `Article.text` or `parse_html`, may live, in this order.
HOMES = ("newsmodel.model", "newsmodel", "newsmodel.errors", "newsmodel.formats", "newsmodel.strategies")


class EnumTable(SphinxDirective):
    """
    A table of an enum's members: the docstring, the value, and the attributes asked for.

    ``.. enum-table:: newsmodel.model.EventKind`` with the option ``:columns: ace plover``.
    """

    required_arguments = 1
    option_spec: ClassVar = {"columns": unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        columns = self.options.get("columns", "").split()
        lines = [".. list-table::", "   :header-rows: 1", "   :class: enum-table", ""]
        for row in [["Member", "Meaning", "Value", *columns], *self._rows(columns)]:
            lines += [f"   {'* -' if i == 0 else '  -'} {cell}" for i, cell in enumerate(row)]
        return self.parse_text_to_nodes("\n".join(lines))

    def _rows(self, columns: list[str]) -> Iterator[list[str]]:
        module, _, name = self.arguments[0].rpartition(".")
        enum: type[Enum] = getattr(import_module(module), name)
        comments = ModuleAnalyzer.for_module(enum.__module__).find_attr_docs()
        for member in enum:
            meaning = " ".join(comments[enum.__name__, member.name]).strip()
            extra = [f"``{value}``" if (value := getattr(member, column)) else "" for column in columns]
            yield [f"``{member.name}``", meaning, f"``{member.value}``", *extra]


class PublicModules(SphinxDirective):
    """
    A section for each public module of a package, with all that is public in it.

    ``.. public-modules:: newsmodel.formats``; a module is public unless its name begins with an underscore.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        package: str = self.arguments[0]
        found: list[nodes.Node] = []
        for module in iter_modules(import_module(package).__path__):
            if not module.name.startswith("_"):
                section = nodes.section(ids=[module.name], names=[module.name])
                section += nodes.title("", "", nodes.literal("", module.name))
                section += self.parse_text_to_nodes(f".. automodule:: {package}.{module.name}\n   :members:")
                found.append(section)
        return found


def resolve_short_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.Element | None:
    """Resolve the short names that docstrings use, so that they read well in the source too."""
    if node.get("refdomain") != "py":
        return None
    target: str = node["reftarget"]
    domain = env.domains.python_domain
    for home in HOMES:
        name = f"{home}.{target}"
        if name in domain.objects:
            found = domain.objects[name]
            return domain_reference(app, node, found.docname, found.node_id, content)
    return None


def domain_reference(
    app: Sphinx, node: pending_xref, docname: str, anchor: str, content: nodes.TextElement
) -> nodes.reference:
    """Return a link from *node* to an anchor of a page."""
    uri = app.builder.get_relative_uri(node["refdoc"], docname)
    return nodes.reference("", "", content, internal=True, refuri=f"{uri}#{anchor}")


def keep_colons(_app: Sphinx, what: str, _name: str, _value: object, _options: object, lines: list[str]) -> None:
    """Tell napoleon, which takes what stands before a colon for a type, that a field's docstring names none."""
    if what in {"attribute", "data", "property"} and lines:
        lines[0] = f": {lines[0]}"


def show_defaults(
    _app: Sphinx, _what: str, _name: str, _value: object, _options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Write ``...`` for a default that is made from the other fields, where attrs has a marker of its own."""
    return signature and signature.replace("= NOTHING", "= ..."), returns


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive and the resolver."""
    app.add_directive("enum-table", EnumTable)
    app.add_css_file("enums.css")
    app.add_css_file("examples.css")
    app.add_directive("public-modules", PublicModules)
    app.connect("autodoc-process-docstring", keep_colons, priority=400)  # napoleon comes at 500
    app.connect("autodoc-process-signature", show_defaults)
    app.connect("missing-reference", resolve_short_name)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
