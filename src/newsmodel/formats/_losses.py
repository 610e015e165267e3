"""
What a format could not carry, found by comparing an article with what came back of it.

Nothing is declared by hand, so nothing is claimed that does not hold. A loss is named by the path of a field without
indexes: ``quotes.cue`` is lost where any quote's cue came back otherwise or not at all. Where members went missing, or
came on top, the collection alone is named. Spans are compared by the words they cover: where a format sets the white
space between paragraphs anew, ``text`` is lost, and not everything that points into it.
"""

from collections.abc import Callable, Iterator
from typing import cast

import attrs

from newsmodel.model import Article, Place, Quote, Span, Speaker, TimeExpression

__all__ = ["difference", "everything_but", "set_among"]

_Instance = attrs.AttrsInstance
_Path = tuple[tuple[int, str], ...]
"""The fields on the way to a value: the place of each among those of its class, and its name."""

# What others refer to: to them it is the same one when it stands for the same words.
_REFERENCES: dict[type, Callable[[object], object]] = {
    Speaker: lambda it: cast("Speaker", it).name,
    Quote: lambda it: cast("Quote", it).text,
    Place: lambda it: cast("Place", it).name,
    TimeExpression: lambda it: cast("TimeExpression", it).value,
}


def difference(before: Article, after: Article) -> tuple[str, ...]:
    """Return the paths of the fields set in *before* that *after* does not hold alike, in the order of the model."""
    found = set(_differences(before, after, (before.text, after.text), ()))
    return tuple(".".join(name for _, name in path) for path in sorted(found))


def everything_but(article: Article, *kept: str) -> tuple[str, ...]:
    """Return the fields of *article* that are set and not among *kept*: the losses of a format that is never read."""
    fields = attrs.fields(Article)
    return tuple(f.name for f in fields if f.name not in kept and getattr(article, f.name) not in (None, (), ""))


def _differences(before: object, after: object, texts: tuple[str, str], path: _Path) -> Iterator[_Path]:
    for i, field in enumerate(attrs.fields(cast("type[_Instance]", type(before)))):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old not in (None, (), ""):
            yield from _compare(old, new, texts, (*path, (i, field.name)))


def _compare(old: object, new: object, texts: tuple[str, str], path: _Path) -> Iterator[_Path]:
    refers = _REFERENCES.get(type(old))
    if isinstance(old, tuple):
        olds, news = cast("tuple[object, ...]", old), cast("tuple[object, ...]", new)
        if len(olds) != len(news):
            yield path
            return
        for a, b in zip(olds, news, strict=True):
            member = type(a) is type(b) and type(a) in _REFERENCES
            yield from _differences(a, b, texts, path) if member else _compare(a, b, texts, path)
    elif type(old) is not type(new):
        yield path
    elif isinstance(old, Span) and isinstance(new, Span):
        if old.of(texts[0]) != new.of(texts[1]):
            yield path
    elif refers is not None:
        if refers(old) != refers(new):
            yield path
    elif attrs.has(type(old)):
        yield from _differences(old, new, texts, path)
    elif old != new:
        yield path


def set_among(article: Article, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of *paths* that are set in *article*, and not to what is assumed without a word."""
    return tuple(path for path in paths if any(_is_set(holder, name) for holder, name in _holders(article, path)))


def _holders(article: Article, path: str) -> Iterator[tuple[object, str]]:
    first, _, rest = path.partition(".")
    if not rest:
        yield article, first
        return
    for member in getattr(article, first):
        yield member, rest


def _is_set(holder: object, name: str) -> bool:
    field = attrs.fields_dict(cast("type[_Instance]", type(holder)))[name]
    return getattr(holder, name) not in (None, (), "", field.default)
