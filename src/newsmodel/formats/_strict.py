"""JSON text to plain values and back: strict where the JSON libraries are lenient, fast where orjson is installed."""

import json
from collections import Counter
from types import ModuleType
from typing import NoReturn, cast

from newsmodel.errors import FormatError, Problem, WrongTypeError, brief
from newsmodel.formats._paths import WHOLE, Step, path_of

try:
    import orjson as _orjson
except ImportError:  # the extra `fast` is not installed
    orjson: ModuleType | None = None
else:
    orjson = _orjson


def is_fast() -> bool:
    """Tell whether orjson is installed."""
    return orjson is not None


def encode(tree: object, *, indent: int | None = None) -> str:
    """Return *tree* as JSON, byte for byte the same with either library."""
    if orjson is not None and indent in (None, 2):
        try:
            return str(orjson.dumps(tree, option=orjson.OPT_INDENT_2 if indent else 0), "utf-8")
        except orjson.JSONEncodeError:  # a number of more than 64 bits
            pass
    separators = (",", ":") if indent is None else (",", ": ")
    # A tree has no cycles to look for.
    return json.dumps(
        tree, ensure_ascii=False, check_circular=False, allow_nan=False, indent=indent, separators=separators
    )


def decode(data: str | bytes) -> object:
    """
    Return the plain values that a JSON document holds.

    Raises:
        FormatError: It is no UTF-8 or no JSON, is nested too deeply, repeats a key or holds NaN or Infinity.
        WrongTypeError: It is neither text nor bytes.
    """
    if not isinstance(data, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError(Problem("data", data, "str or bytes"))
    try:
        text = data if isinstance(data, str) else data.decode()
        if orjson is not None:
            tree = _canonical(orjson, text)
            if tree is not None:
                return tree
        return _strictly(text.removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise FormatError(WHOLE, f"not UTF-8: byte {error.object[error.start]:#04x} at {error.start}") from None
    except json.JSONDecodeError as error:
        raise FormatError(WHOLE, f"not JSON: {error.msg}, at line {error.lineno}, column {error.colno}") from None
    except FormatError:
        raise
    except RecursionError:
        raise FormatError(WHOLE, "nested too deeply") from None
    except ValueError:  # more digits than Python turns into a number
        raise FormatError(WHOLE, "a number is too long") from None


def _canonical(orjson: ModuleType, text: str) -> object:
    """
    Return the plain values of a document that is what `encode` makes of them, else None.

    orjson keeps the last of repeated keys and rounds large numbers; written again, such a document differs.
    """
    try:
        tree = cast("object", orjson.loads(text))
        return tree if str(orjson.dumps(tree), "utf-8") == text else None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None


def _strictly(text: str) -> object:
    repeats: list[tuple[dict[str, object], str]] = []

    def as_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) != len(pairs):
            repeats.append((found, Counter(key for key, _ in pairs).most_common(1)[0][0]))
        return found

    tree = cast("object", json.loads(text, object_pairs_hook=as_object, parse_constant=_refuse_constant))
    if repeats:
        raise _repeated_key(tree, {id(found): key for found, key in repeats})
    return tree


def _refuse_constant(name: str) -> NoReturn:
    raise FormatError(WHOLE, f"{name} is no JSON number")


def _repeated_key(tree: object, repeated: dict[int, str]) -> FormatError:
    """Return the error for the first object that repeats a key, found again by its identity."""
    # One is always there: what is not in the tree any more was the value of a key that was repeated above it.
    todo: list[tuple[object, Step | None]] = []
    node, at = tree, cast("Step | None", None)
    while id(node) not in repeated:
        if isinstance(node, dict):
            todo.extend((child, Step(at, key)) for key, child in reversed(cast("dict[str, object]", node).items()))
        elif isinstance(node, list):
            children = cast("list[object]", node)
            todo.extend((children[i], Step(at, i)) for i in reversed(range(len(children))))
        node, at = todo.pop()
    return FormatError(path_of(at), f"the key {brief(repeated[id(node)])} comes twice")
