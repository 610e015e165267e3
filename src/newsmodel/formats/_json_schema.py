"""The JSON Schema of the native format, made from the types of the model."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from types import NoneType
from typing import cast, get_args

import attrs

from newsmodel.formats._hooks import is_optional, is_tuple
from newsmodel.formats._native_form import BARE_SPANS, MEMBERS, REFERENCES
from newsmodel.model import Article, Span
from newsmodel.model._checks import any_text, country_code, language_tag, timex
from newsmodel.model.forms import COUNTRY, LANGUAGE, TIMEX

__all__ = ["schema_of"]

Schema = dict[str, object]

_NUMBER: Schema = {"type": "integer", "minimum": 0}
_WORDS: Schema = {"type": "string", "minLength": 1}
_ID: Schema = {"type": "string"}
_MOMENT = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[-+]\d\d:\d\d(?::\d\d(?:\.\d{6})?)?)?)?"


def _like(pattern: str) -> Schema:
    """Return the schema of strings that match a pattern, in the words that all dialects share."""
    ascii_digits = pattern.replace("[\\d", "[0-9").replace("\\d", "[0-9]")
    return {"type": "string", "pattern": f"^(?:{ascii_digits})$"}


# What stands in many places, by names that no class has.
_SHARED: Mapping[str, Schema] = {
    "moment": {"description": "A day, or a time with or without its zone.", **_like(_MOMENT)},
    "offsets": {
        "description": "Start and end of a span of the text, in code points.",
        "type": "array",
        "prefixItems": [_NUMBER, _NUMBER],
        "minItems": 2,
        "maxItems": 2,
    },
    "span": {
        "description": "Start and end of a span of the text, in code points, and the words there.",
        "type": "array",
        "prefixItems": [_NUMBER, _NUMBER, _WORDS],
        "minItems": 3,
        "maxItems": 3,
    },
}
# What the validator of a field says of its value beyond the type.
_BY_VALIDATOR: Mapping[object, Schema] = {
    any_text: {"type": "string"},
    language_tag: _like(LANGUAGE),
    country_code: _like(COUNTRY),
    timex: _like(TIMEX),
}


def schema_of(version: int) -> Schema:
    """Return the schema of native documents of the version that is written."""
    classes: dict[str, Schema] = {}
    _object(Article, classes)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsmodel:native:{version}",
        "title": f"newsmodel native document, version {version}",
        "type": "object",
        "properties": {"newsmodel": {"const": version}, "article": {"$ref": "#/$defs/Article"}},
        "required": ["newsmodel", "article"],
        "additionalProperties": False,
        "$defs": {**dict(sorted(classes.items())), **_SHARED},
    }


def _object(cls: type["attrs.AttrsInstance"], classes: dict[str, Schema]) -> Schema:
    """Return a reference to the schema of a class, which is put among *classes*."""
    name = cls.__name__
    fields = attrs.fields(cls)
    properties = {field.name: _field(cls, field, classes) for field in fields}
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    if cls in MEMBERS:
        properties, required = {"id": _ID, **properties}, ["id", *required]
    doc = (cls.__doc__ or "").strip().partition("\n")[0]
    classes[name] = {"description": doc, "type": "object", "properties": properties, "additionalProperties": False}
    if required:
        classes[name]["required"] = required
    return {"$ref": f"#/$defs/{name}"}


def _field(cls: type, field: "attrs.Attribute[object]", classes: dict[str, Schema]) -> Schema:
    """Return the schema of a field's values."""
    kind: object = field.type
    optional = is_optional(kind)
    if optional:
        kind = next(arg for arg in get_args(kind) if arg is not NoneType)
    if field.name in REFERENCES.get(cls, {}):
        found = _ID
    elif field.validator in _BY_VALIDATOR:
        found = _BY_VALIDATOR[field.validator]
    else:
        found = _type(kind, "offsets" if BARE_SPANS.get(cls) == field.name else "span", classes)
        if is_tuple(kind) and field.default is attrs.NOTHING:  # what may be empty has the default ()
            found["minItems"] = 1
    return {"anyOf": [found, {"type": "null"}]} if optional else found


def _type(kind: object, span: str, classes: dict[str, Schema]) -> Schema:
    """Return the schema of the values of a type."""
    if is_tuple(kind):
        return {"type": "array", "items": _type(get_args(kind)[0], span, classes)}
    if kind is Span:
        return {"$ref": f"#/$defs/{span}"}
    cls = cast("type", kind)
    if attrs.has(cls):
        return _object(cls, classes)
    if issubclass(cls, Enum):
        return {"enum": [member.value for member in cls]}
    if issubclass(cls, dt.date):
        return {"$ref": "#/$defs/moment"}
    scalars: Mapping[type, Schema] = {str: _WORDS, int: _NUMBER, bool: {"type": "boolean"}}
    return scalars[cls]
