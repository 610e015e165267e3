"""The fields of an object that another library made, read by name, whether they are attributes or keys."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from newsmodel.errors import FormatError, Problem, WrongTypeError, brief
from newsmodel.formats import _values as values
from newsmodel.formats._ground import Ground
from newsmodel.formats._hooks import misfit
from newsmodel.formats._paths import WHOLE
from newsmodel.formats._strict import decode
from newsmodel.model import Article, Author, Block, BlockKind, Image, IssueCode, Publisher, Span

__all__ = ["Fields", "authors_of", "images_of", "lines_of", "publisher_of", "wrong"]

_NO_LISTS: tuple[type, ...] = (str, bytes, Mapping)
"""What can be iterated over and is no list for all that."""


def wrong(value: object, expected: str, path: str) -> FormatError:
    """Return the error for a field that holds something else than its library puts there."""
    return FormatError(path, str(misfit(value, expected)))


class Fields:
    """What stands in an object, and the issues met on reading it."""

    def __init__(self, thing: object, path: str, ground: Ground) -> None:
        """Take an object whose attributes, or a mapping whose keys, are the fields."""
        self._thing, self._path, self._ground = thing, path, ground
        self._keys = cast("Mapping[str, object]", thing) if isinstance(thing, Mapping) else None

    @classmethod
    def of(cls, thing: object, expected: str, *known: str) -> "Fields":
        """
        Take what a caller handed in: an object or mapping with at least one of the fields *known*, or its JSON.

        Raises:
            WrongTypeError: It is something else.
            FormatError: It is JSON, and broken or of something else.
        """
        found = cls(decode(thing) if isinstance(thing, str | bytes) else thing, "", Ground(""))
        if any(found.has(name) for name in known):
            return found
        if isinstance(thing, str | bytes):
            raise FormatError(WHOLE, f"expected {expected}, got none of the fields {', '.join(known)}")
        raise WrongTypeError(Problem("result", thing, expected))

    def path(self, name: str) -> str:
        """Return the path of a field in an error."""
        return f"{self._path}.{name}" if self._path else name

    def has(self, name: str) -> bool:
        """Tell whether the field is there, be it empty."""
        return name in self._keys if self._keys is not None else hasattr(self._thing, name)

    def get(self, name: str) -> object:
        """Return what a field holds; None where there is none, or an exception stands where a value should."""
        keys = self._keys
        found = cast("object", getattr(self._thing, name, None)) if keys is None else keys.get(name)
        if isinstance(found, BaseException):
            self.note(f"{self.path(name)}: {brief(found)}")
            return None
        return found

    def note(self, message: str) -> None:
        """Keep an issue about a value that was left out."""
        self._ground.note(IssueCode.BAD_VALUE, message)

    def raw(self, name: str) -> str:
        """Return a string with all its white space; the empty one where there is none."""
        found = self.get(name)
        if found is not None and not isinstance(found, str):
            raise wrong(found, "str or None", self.path(name))
        return values.clean(str.__str__(found or ""))  # subclasses may hold a whole page

    def inner(self, name: str) -> "Fields":
        """Return the fields of the object that a field holds."""
        return Fields(self.get(name), self.path(name), self._ground)

    def each(self, name: str) -> Iterator["Fields"]:
        """Yield the fields of each object that a list holds."""
        for i, item in enumerate(self._items(name)):
            yield Fields(item, f"{self.path(name)}[{i}]", self._ground)

    def text(self, *names: str) -> str | None:
        """Return the first of some fields that says something."""
        for name in names:
            found = self.get(name)
            if found is not None and not isinstance(found, str):
                raise wrong(found, "str or None", self.path(name))
            if said := values.words(found):
                return said
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the strings of a list that say something, those of a set in alphabetical order, each once."""
        found: dict[str, None] = {}
        for i, item in enumerate(self._items(name)):
            if not isinstance(item, str):
                raise wrong(item, "str", f"{self.path(name)}[{i}]")
            if said := values.words(item):
                found[said] = None
        return tuple(found)

    def _items(self, name: str) -> Iterable[object]:
        found = self.get(name)
        if found is None:
            return ()
        if isinstance(found, set | frozenset):
            return sorted(cast("set[object]", found), key=str)
        if isinstance(found, _NO_LISTS) or not isinstance(found, Iterable):
            raise wrong(found, "a list or None", self.path(name))
        return cast("Iterable[object]", found)

    def moment(self, name: str) -> dt.date | None:
        """Return a day or a time; a string that is no ISO 8601 is left out, with an issue."""
        found = self.get(name)
        if found is None or isinstance(found, dt.date):
            return found
        if not isinstance(found, str):
            raise wrong(found, "a date, a datetime, str or None", self.path(name))
        moment = values.day_or_moment(found)
        if moment is None and found.strip():
            self.note(f"{self.path(name)}: expected a date of ISO 8601, got {brief(found)}")
        return moment

    def truth(self, name: str) -> bool | None:
        """Return true, false or None."""
        found = self.get(name)
        if found is not None and not isinstance(found, bool):
            raise wrong(found, "bool or None", self.path(name))
        return found

    def language(self, *names: str) -> str | None:
        """Return a language tag; what is none is left out, with an issue."""
        found = self.text(*names)
        tag = values.language(found)
        if found is not None and tag is None:
            self.note(f"{self.path(names[0])}: expected a BCP 47 language tag, got {brief(found)}")
        return tag

    def assembled(self, text: str, blocks: Iterable[Block], **fields: object) -> Article:
        """Return the article of these fields, without a change before its publication."""
        published, modified = cast("dt.date | None", fields.get("published")), fields.get("modified")
        if modified is not None and not values.ordered(published, cast("dt.date", modified)):
            self.note(f"modified: expected no time before published, got {modified}")
            fields["modified"] = None
        issues = tuple(self._ground.issues)
        return Article(text=text, blocks=tuple(blocks), issues=issues, **fields)  # type: ignore[arg-type]


def lines_of(text: str) -> Iterator[Block]:
    """Yield the lines of a text that say something: paragraphs, and items of a list where they begin with a dash."""
    at = 0
    for line in text.split("\n"):
        said = line.strip()
        if said:
            start = at + len(line) - len(line.lstrip())
            item = said.startswith("- ")
            kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
            yield Block(kind=kind, level=1 if item else None, span=Span(start, start + len(said)))
        at += len(line) + 1


def authors_of(names: Iterable[str]) -> tuple[Author, ...]:
    """Return authors by their names."""
    return tuple(Author(name=name) for name in names)


def images_of(*addresses: str | None) -> tuple[Image, ...]:
    """Return images by their addresses, each once."""
    return tuple(Image(url=url) for url in dict.fromkeys(addresses) if url)


def publisher_of(name: str | None) -> Publisher | None:
    """Return a publisher by its name."""
    return None if name is None else Publisher(name=name)
