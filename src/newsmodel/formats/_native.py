"""The native document: an article in its versioned envelope, shared by the formats `json` and `jsonl`."""

from functools import cache
from typing import cast

from cattrs import Converter

from newsmodel.errors import FormatError
from newsmodel.formats._converter import make_converter
from newsmodel.formats._hooks import misfit, shown
from newsmodel.formats._native_writing import article_as_json, as_values
from newsmodel.formats._paths import WHOLE, Step, explain, path_of
from newsmodel.formats._strict import encode, is_fast
from newsmodel.model import Article

VERSION = 1
"""The version of the native form that is written; readers of older ones stay."""

_KEYS = ("newsmodel", "article")


@cache
def _converter() -> Converter:
    return make_converter()


def to_tree(article: Article) -> dict[str, object]:
    """Return the native document of *article* as plain values."""
    return {"newsmodel": VERSION, "article": as_values(article)}


def to_json(article: Article, indent: int | None = None) -> str:
    """Return the native document of *article* as JSON: by the JSON library where that is faster, else straight."""
    if indent is None and not is_fast():
        return f'{{"newsmodel":{VERSION},"article":{article_as_json(article)}}}'
    return encode(to_tree(article), indent=indent)


def from_tree(tree: object) -> Article:
    """
    Return the article of a native document given as plain values.

    Raises:
        FormatError: It is none; the first thing wrong, with its path and value.
    """
    try:
        return _converter().structure(_article_of(tree), Article)
    except FormatError:
        raise
    except Exception as error:  # noqa: BLE001 (whatever a hook or constructor refuses)
        raise explain(error, Step(None, "article")) from None


def _article_of(tree: object) -> object:
    """Return what the envelope holds."""
    if type(tree) is not dict:
        raise FormatError(WHOLE, str(misfit(tree, "an object")))
    document = cast("dict[str, object]", tree)
    for key in _KEYS:
        if key not in document:
            raise FormatError(path_of(Step(None, key)), "missing")
    for key in document:
        if key not in _KEYS:
            raise FormatError(WHOLE, f"unknown key {shown(key)}")
    version = document["newsmodel"]
    if type(version) is not int or version != VERSION:
        raise FormatError(path_of(Step(None, "newsmodel")), str(misfit(version, f"version {VERSION}")))
    return document["article"]
