"""
How model objects are written, as plain values and as JSON: for each class a function, made as attrs makes its own.

The function of a class has one expression for each field, chosen by the field's type, and leaves out a field at its
default. What stands within an article has the words of its spans beside them and refers to members by their ids; what
stands alone can do neither.
"""

import datetime as dt
from collections.abc import Callable
from enum import Enum
from functools import cache
from json.encoder import encode_basestring
from types import NoneType
from typing import NamedTuple, NoReturn, Protocol, cast, get_args

import attrs

from newsmodel.formats._hooks import MisfitError, is_optional, is_tuple
from newsmodel.formats._native_form import BARE_SPANS, MEMBERS, REFERENCES
from newsmodel.model import Article, Span

__all__ = ["article_as_json", "as_values"]

Ids = dict[object, str]
Writer = Callable[[object, str, Ids], object]
"""Takes an object, the text of the article it stands in, and the ids of the article's members."""


class _Notation(NamedTuple):
    """The expressions that write values, ``{0}`` being the value, and the statements that put objects together."""

    string: str
    number: str
    truth: str
    pair: str
    pair_and_words: str
    items: str
    entry: str
    start: str
    add: str
    end: str


_VALUES = _Notation(
    string="{0}",
    number="{0}",
    truth="{0}",
    pair="[{0}.start, {0}.end]",
    pair_and_words="[{0}.start, {0}.end, text[{0}.start:{0}.end]]",
    items="[{1} for x in {0}]",
    entry="'{0}': {1}",
    start="found = {{{0}}}",
    add="found['{0}'] = {1}",
    end="return found",
)
_JSON = _Notation(
    string="quoted({0})",
    number="str({0})",
    truth="('true' if {0} else 'false')",
    pair="f'[{{{0}.start}},{{{0}.end}}]'",
    pair_and_words="f'[{{{0}.start}},{{{0}.end}},{{quoted(text[{0}.start:{0}.end])}}]'",
    items="'[' + ','.join([{1} for x in {0}]) + ']'",
    entry="""'"{0}":' + {1}""",
    start="found = [{0}]",
    add="""found.append('"{0}":' + {1})""",
    end="return '{' + ','.join(found) + '}'",
)


def as_values(thing: object) -> object:
    """Write an object that stands in no article, or an article, in which everything else stands."""
    if isinstance(thing, Article):
        return _writer(Article, _VALUES, within=True)(thing, thing.text, _ids(thing))
    return _writer(cast("type[attrs.AttrsInstance]", type(thing)), _VALUES, within=False)(thing, "", {})


def article_as_json(article: Article) -> str:
    """Write an article as JSON: what `json.dumps` makes of its plain values, without making those."""
    return cast("str", _writer(Article, _JSON, within=True)(article, article.text, _ids(article)))


def _ids(article: Article) -> Ids:
    ids: Ids = {}
    for letter, name in MEMBERS.values():
        members = cast("tuple[object, ...]", getattr(article, name))
        ids.update(zip(members, [f"{letter}{i}" for i in range(1, len(members) + 1)], strict=True))
    return ids


@cache
def _writer(cls: type["attrs.AttrsInstance"], notation: _Notation, *, within: bool) -> Writer:
    """Return the function that writes the objects of a class, within an article or alone."""
    names: dict[str, object] = {"quoted": encode_basestring, "refuse": _refuse}
    fields = attrs.fields(cls)
    entries = {"id": notation.string.format("ids[it]")} if within and cls in MEMBERS else {}
    for field in fields:
        if field.default is attrs.NOTHING:
            entries[field.name] = _expression(cls, field, f"it.{field.name}", notation, names, within=within)
    always = ", ".join(notation.entry.format(name, expression) for name, expression in entries.items())
    lines = ["def write(it, text, ids):", "    " + notation.start.format(always)]
    for field in fields:
        if field.default is not attrs.NOTHING:
            expression = _expression(cls, field, "value", notation, names, within=within)
            lines += [f"    if {_differs(field, names)}:", "        " + notation.add.format(field.name, expression)]
    lines.append("    " + notation.end)
    exec("\n".join(lines), names)  # noqa: S102 (made of the model's own names alone)
    return cast("Writer", names["write"])


def _differs(field: "attrs.Attribute[object]", names: dict[str, object]) -> str:
    """Return the condition on which a field is not at its default, which keeps its value as ``value``."""
    default, value = field.default, f"(value := it.{field.name})"
    if default is None or isinstance(default, Enum | bool):  # of which there is but one
        names[f"default_{field.name}"] = default
        return f"{value} is not default_{field.name}"
    if default in ((), ""):
        return value
    names[f"default_{field.name}"] = cast("_Factory", default).factory
    return f"{value} != default_{field.name}(it)"


class _Factory(Protocol):
    """What attrs makes of `attrs.Factory`, in whose place its stubs have the default itself."""

    factory: Callable[[object], object]


def _expression(
    cls: type,
    field: "attrs.Attribute[object]",
    value: str,
    notation: _Notation,
    names: dict[str, object],
    *,
    within: bool,
) -> str:
    """Return the expression that writes the value of a field."""
    kind: object = field.type
    if is_optional(kind):
        kind = next(arg for arg in get_args(kind) if arg is not NoneType)
    if field.name in REFERENCES.get(cls, {}):
        return notation.string.format(f"ids[{value}]") if within else f"refuse({value})"
    span = notation.pair_and_words if within and BARE_SPANS.get(cls) != field.name else notation.pair

    def single(kind: type, value: str) -> str:
        if kind is Span:
            return span.format(value)
        if attrs.has(kind):
            names[f"write_{kind.__name__}"] = _writer(kind, notation, within=within)
            return f"write_{kind.__name__}({value}, text, ids)"
        if issubclass(kind, Enum):  # `_value_` is what the property `value` returns, at a fifth of the price
            return notation.string.format(f"{value}._value_")
        if issubclass(kind, dt.date):
            return notation.string.format(f"{value}.isoformat()")
        return {str: notation.string, int: notation.number, bool: notation.truth}[kind].format(value)

    if is_tuple(kind):
        return notation.items.format(value, single(get_args(kind)[0], "x"))
    return single(cast("type", kind), value)


def _refuse(member: object) -> NoReturn:
    alone = f"a reference to a {type(member).__name__} is written within its article only"
    raise MisfitError(alone)
