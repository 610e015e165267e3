"""The documentation: it builds without a warning, and its reference holds every public name and no other."""

import re
import zlib
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path

import attrs
import pytest

from public_api import public_modules

pytestmark = pytest.mark.xdist_group("site")

PUBLIC = public_modules()
# Their members are rows of a table, which is no entry of the index.
TABLES = {"EventKind", "IssueCode"}


@pytest.fixture(scope="module")
def inventory(site: Path) -> set[str]:
    """Return the dotted name of everything that the reference describes."""
    _, _, _, _, data = (site / "objects.inv").read_bytes().split(b"\n", 4)
    # entries of priority -1 are the modules that a class is defined in
    return set(re.findall(r"^(\S+) py:(?!module)\w+ (?!-1)", zlib.decompress(data).decode(), re.MULTILINE))


def _gives(module: str, name: str, found: object) -> bool:
    """Tell whether a module has *found* among its public names."""
    return name in import_module(module).__all__ and getattr(import_module(module), name) is found


def home(module: str, name: str) -> str:
    """Return the dotted name under which the reference describes a public name: its module's own, or another's."""
    found: object = getattr(import_module(module), name)
    homes = [other for other in PUBLIC if other != "newsmodel" and _gives(other, name, found)]
    return f"{min(homes, key=len) if module == 'newsmodel' and homes else module}.{name}"


def public_names() -> Iterator[str]:
    """Yield the dotted name of every public name, field, member and method."""
    for module in PUBLIC:
        for name in import_module(module).__all__:
            path = home(module, name)
            yield path
            value: object = getattr(import_module(module), name)
            if isinstance(value, type):
                yield from (f"{path}.{member}" for member in members(value))


def members(cls: type) -> Iterator[str]:
    """Yield the names of a class's own fields, enum members and public methods."""
    if attrs.has(cls):
        yield from (field.name for field in attrs.fields(cls))
    if issubclass(cls, Enum):
        yield from () if cls.__name__ in TABLES else (member.name for member in cls)
        return
    yield from (
        name for name, value in vars(cls).items() if not name.startswith("_") and callable(value) and not attrs.has(cls)
    )


def test_every_public_name_is_in_the_reference(inventory: set[str]) -> None:
    """Every name of an `__all__`, and every field, enum member and method of the classes there, has an entry."""
    assert sorted(set(public_names()) - inventory) == []


def test_the_reference_names_nothing_that_is_not_public(inventory: set[str]) -> None:
    """What has an entry is in an `__all__`, or belongs to a class that is."""
    public = set(public_names())
    unknown = {name for name in inventory if name not in public and name.rpartition(".")[0] not in public}
    assert sorted(unknown) == []


@pytest.mark.parametrize("module", PUBLIC)
def test_public_names_are_sorted_and_documented(module: str) -> None:
    """`__all__` is in order, names what is there, and each of its names has a docstring."""
    found = import_module(module)
    assert sorted(found.__all__) == found.__all__
    for name in found.__all__:
        value: object = getattr(found, name)
        assert not callable(value) or value.__doc__, name
