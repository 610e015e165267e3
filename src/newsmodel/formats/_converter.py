"""How cattrs turns an `Article` into plain values and back: spans as lists, references by id."""

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TypeVar

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn_from_attrs, override

from newsmodel.model import (
    Answer,
    Article,
    Author,
    Block,
    Dateline,
    Event,
    FiveW,
    Image,
    Issue,
    Link,
    Mention,
    Participant,
    Place,
    Provenance,
    Publisher,
    Quote,
    Span,
    Speaker,
    TimeExpression,
)

T = TypeVar("T")

# What cattrs calls with a plain value and the type wanted.
Read = Callable[[object, object], T]
Write = Callable[[T], object]

MEMBERS: Mapping[type, str] = {Speaker: "s", TimeExpression: "t", Place: "p", Quote: "q"}
"""The classes whose objects others refer to, with the letter their ids start with; in the order they are read in."""

_PLAIN = (Publisher, Author, Image, Mention, Provenance, Dateline, Link, Issue, Block, Answer, Participant, Event, FiveW)
# Members before what refers to them, and the text before everything, as it is what spans are checked against.
_READ_FIRST = ("text", "speakers", "times", "places", "quotes", "events")
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d(?::\d\d(?:\.\d{6})?)?)?)?", re.ASCII
)


class Unfit(ValueError):
    """A plain value is not what its place asks for; where that is, the notes of cattrs say."""


@attrs.define
class _Writing:
    """The article being written."""

    text: str
    ids: dict[object, str]


@attrs.define
class _Reading:
    """The article being read: its text, and the members read so far by id."""

    text: str
    members: dict[str, object]


# Cattrs has no place for context, so the article in hand is handed to the hooks of spans and references here.
# A context variable keeps threads and tasks apart, and each use is undone before the hook of `Article` returns.
_writing: ContextVar[_Writing | None] = ContextVar("newsmodel_writing", default=None)
_reading: ContextVar[_Reading | None] = ContextVar("newsmodel_reading", default=None)


def configure_converter(converter: Converter) -> None:
    """
    Teach *converter* the native form of every class of the model; hooks of other types are left alone.

    Strings, numbers, tuples and dates inside model objects are read strictly, whatever the converter does elsewhere.
    Spans and references are checked, and written with text and ids, inside an `Article` only.
    """
    converter.register_structure_hook_func(lambda t: t is Span, _read_span)
    converter.register_unstructure_hook(Span, _write_span)
    for cls in (*_PLAIN[:-2], *MEMBERS, *_PLAIN[-2:], Article):
        reader = _Object(cls, converter)
        converter.register_structure_hook_func(_exactly(cls), _read_article(reader) if cls is Article else reader)
        converter.register_unstructure_hook(cls, _writer(cls, converter))


def _exactly(cls: type) -> Callable[[object], bool]:
    return lambda t: t is cls


# -- objects -----------------------------------------------------------------------------------------------------


class _Object:
    """Reads one class of the model from a JSON object: known keys only, each value by the hook of its field."""

    def __init__(self, cls: type, converter: Converter) -> None:
        self._cls = cls
        self._member = cls in MEMBERS
        fields = sorted(attrs.fields(cls), key=lambda f: _READ_FIRST.index(f.name) if f.name in _READ_FIRST else 9)
        self._keys = frozenset(field.name for field in fields) | ({"id"} if self._member else set())
        self._build = make_dict_structure_fn_from_attrs(
            fields,
            cls,
            converter,
            _cattrs_detailed_validation=True,
            _cattrs_forbid_extra_keys=False,
            **{field.name: override(struct_hook=_field_reader(cls, field, converter)) for field in fields},
        )

    def __call__(self, value: object, _: object = None) -> object:
        if type(value) is not dict:
            raise Unfit(f"expected an object, got {shown(value)}")
        raise NotImplementedError
