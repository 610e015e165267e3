"""
The formats an article is written in and read from: one module each, with the verbs `dumps` and `loads`.

The modules here are imported when first asked for. Other packages add a format through the entry point group
``newsmodel.formats``: its name, and a module or object with ``dumps(article)``, ``loads(data)`` or both.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from newsmodel.errors import UnknownFormatError
from newsmodel.model.forms import expect

if TYPE_CHECKING:  # to be light to import
    from importlib.metadata import EntryPoint

    from newsmodel.model import Article

__all__ = ["available", "dumps", "loads", "losses"]

_NAMES = (
    "arrow",
    "brat",
    "html",
    "json",
    "jsonld",
    "markdown",
    "newsml",
    "ninjs",
    "nitf",
    "tei",
    "text",
    "webannotation",
)
_OWN = {name: f"newsmodel.formats.{name}" for name in _NAMES}
# What a format needs that an extra brings; without it the format is known, and says what is missing when used.
_NEEDS = {"arrow": "pyarrow"}
_GROUP = "newsmodel.formats"
_LACKING = {
    "dumps": "is read only; those that are written:",
    "loads": "is written only; those that are read:",
    "losses": "does not tell its losses; those that do:",
}


def available() -> tuple[str, ...]:
    """Return the names of the formats that can be used, those of other packages too, in alphabetical order."""
    missing = {name for name, package in _NEEDS.items() if find_spec(package) is None}
    return tuple(sorted({*_OWN, *_foreign()} - missing))


def dumps(article: "Article", format: str = "json") -> str | bytes:  # noqa: A002 (the word that fits)
    """
    Write *article* in the format of this name; what each keeps and loses, its module says.

    Raises:
        UnknownFormatError: No format of this name is known, or it is one that is only read.
        MissingExtraError: The format needs a package that is not installed; names the extra.
        WrongTypeError: *article* is no `Article`.
    """
    _expect_article(article)
    return cast("Callable[[Article], str | bytes]", _verb("dumps", format))(article)


def loads(data: str | bytes, format: str = "json") -> "Article":  # noqa: A002
    """
    Read an article in the format of this name.

    Raises:
        UnknownFormatError: No format of this name is known, or it is one that is only written.
        FormatError: The data is not what the format asks for; names the path and the value.
        WrongTypeError: *data* is neither str nor bytes.
    """
    expect("data", data, str, bytes)
    return cast("Callable[[str | bytes], Article]", _verb("loads", format))(data)


def losses(article: "Article", format: str = "json") -> tuple[str, ...]:  # noqa: A002
    """
    Return what the format of this name does not carry of *article*: paths of fields, such as ``quotes.cue``.

    Raises:
        UnknownFormatError: No format of this name is known, or it is one that does not tell.
        WrongTypeError: *article* is no `Article`.
    """
    _expect_article(article)
    return cast("Callable[[Article], tuple[str, ...]]", _verb("losses", format))(article)


def _expect_article(article: object) -> None:
    from newsmodel.model import Article  # noqa: PLC0415

    expect("article", article, Article)


def _verb(verb: str, name: str) -> object:
    expect("format", name, str)
    found = getattr(_format(name), verb, None)
    if found is None:
        able = tuple(known for known in available() if _has(known, verb))
        raise UnknownFormatError(name, able, _LACKING[verb])
    return found


def _has(name: str, verb: str) -> bool:
    try:
        return hasattr(_format(name), verb)
    except Exception:  # noqa: BLE001 (a package that is broken is not what was asked about)
        return False


def _format(name: str) -> object:
    """Return the module or object of a format; the ones here come before those of other packages."""
    if name in _OWN:
        return import_module(_OWN[name])
    foreign = _foreign()
    if name in foreign:
        return cast("object", foreign[name].load())
    raise UnknownFormatError(name, available())


def _foreign() -> "dict[str, EntryPoint]":
    """Return the formats of other installed packages."""
    from importlib.metadata import entry_points  # noqa: PLC0415 (slow to import, and seldom needed)

    return {found.name: found for found in entry_points(group=_GROUP)}
