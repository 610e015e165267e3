"""How cattrs turns an `Article` into plain values and back: which hook reads and writes which class and field."""

import datetime as dt
from enum import StrEnum
from typing import Any, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote
from cattrs.gen import (
    make_dict_structure_fn_from_attrs,  # pyright: ignore[reportUnknownVariableType]
    override,
)

from newsmodel import model
from newsmodel.formats import _hooks as hooks
from newsmodel.formats._hooks import MisfitError, Read, misfit, shown
from newsmodel.formats._native_form import BARE_SPANS, MEMBERS, REFERENCES
from newsmodel.formats._native_writing import as_values
from newsmodel.model import Article, Place, Quote, Span, Speaker, TimeExpression

T = TypeVar("T")

# Each after the classes that its fields hold, as the hook of a class is made with those of its fields.
_CLASSES = (
    *(model.Mention, model.Block, model.Dateline, model.Link, model.Issue),
    *(model.Author, model.Publisher, model.Image, model.Provenance),
    *(Speaker, TimeExpression, Place, Quote, model.Participant, model.Event, model.Answer, model.FiveW, Article),
)


def make_converter() -> Converter:
    """Return a fresh converter between model objects and the plain values of the native format."""
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """
    Teach *converter* the native form of every class of the model.

    It reads strictly from then on: nothing is turned into a string, number, tuple or date that is none.
    """
    # These hold for subclasses too (a bool is an int, an enum a str), so each subclass that differs has its own.
    for kind, name in ((str, "a string"), (int, "a whole number"), (bool, "true or false")):
        converter.register_structure_hook(kind, hooks.exactly(kind, name))
    converter.register_structure_hook(StrEnum, hooks.read_member)
    converter.register_unstructure_hook(StrEnum, str)
    converter.register_structure_hook(dt.date, hooks.read_moment)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook_factory(hooks.is_optional, hooks.optional_reader)
    converter.register_structure_hook_factory(hooks.is_tuple, hooks.tuple_reader)
    converter.register_structure_hook(Span, hooks.read_span)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    for cls in _CLASSES:
        converter.register_structure_hook(cls, _reader(cls, converter))
        converter.register_unstructure_hook(cls, as_values)


# -- reading -----------------------------------------------------------------------------------------------------


def _reader(cls: type[T], converter: Converter) -> Read[T]:
    """Return the hook that reads a *cls* from an object with no keys but its fields (and the id of a member)."""
    fields = list(attrs.fields(cast("type[attrs.AttrsInstance]", cls)))
    first = ["text", *(name for _, name in MEMBERS.values())] if cls is Article else []
    fields.sort(key=lambda field: first.index(field.name) if field.name in first else len(first))
    build = make_dict_structure_fn_from_attrs(
        fields, cls, converter, _cattrs_detailed_validation=True, _cattrs_forbid_extra_keys=False, **_unlike_type(cls)
    )
    known = {field.name for field in fields} | ({"id"} if cls in MEMBERS else set[str]())

    def read(value: object, _: object) -> T:
        if type(value) is not dict:
            raise misfit(value, "an object")
        keys = cast("dict[str, object]", value)
        if not keys.keys() <= known:
            reason = f"unknown key {shown(next(key for key in keys if key not in known))}"
            raise MisfitError(reason)
        return build(keys, cls)

    if cls is Article:
        return _article_reader(read)
    return _member_reader(cls, read) if cls in MEMBERS else read


def _unlike_type(cls: type) -> dict[str, Any]:
    """Return how the fields are read that are not read as their type is: references and bare spans."""
    found = {name: override(struct_hook=_reference_reader(to)) for name, to in REFERENCES.get(cls, {}).items()}
    if cls in BARE_SPANS:
        bare = hooks.read_bare_span if cls is model.Block else hooks.each(hooks.read_bare_span, Span)
        found[BARE_SPANS[cls]] = override(struct_hook=bare)
    return found


def _reference_reader(to: type) -> Read[object]:
    def read(value: object, _: object) -> object:
        if value is None:
            return None
        article = hooks.reading.get()
        if type(value) is not str or article is None or (to, value) not in article.members:
            raise misfit(value, f"the id of one of the {MEMBERS[to][1]}")
        return article.members[to, value]

    return read


def _member_reader(cls: type[T], read: Read[T]) -> Read[T]:
    def read_member(value: object, _: object) -> T:
        found, article = read(value, _), hooks.reading.get()
        if article is not None:
            key = cast("dict[str, object]", value).get("id")
            if type(key) is not str or (cls, key) in article.members:
                error = misfit(key, "an id of its own")
                error.add_note(AttributeValidationNote("id", "id", str))
                raise error
            article.members[cls, key] = found
        return found

    return read_member


def _article_reader(read: Read[T]) -> Read[T]:
    def read_article(value: object, _: object) -> T:
        token = hooks.reading.set(hooks.Reading(_text_of(value), {}))
        try:
            return read(value, _)
        finally:
            hooks.reading.reset(token)

    return read_article


def _text_of(value: object) -> str:
    """Return the text of an article, the empty one where it has none or a wrong one, which is refused later."""
    text = cast("dict[str, object]", value).get("text") if isinstance(value, dict) else None
    return text if isinstance(text, str) else ""
