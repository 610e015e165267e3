"""What a name is, and what it names."""

from enum import Enum
from typing import final


@final
class NameKind(Enum):
    """What a name seems to be the name of."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OTHER = "other"


@final
class Name:
    """
    One proper name, in token indices: from `first` up to, not including, `last`.

    The title before it stands outside: it is the tokens from `title` up to `first`, none where the two are equal.
    """

    __slots__ = ("first", "kind", "last", "title")

    def __init__(self, first: int, last: int, kind: NameKind, title: int) -> None:
        self.first: int = first
        self.last: int = last
        self.kind: NameKind = kind
        self.title: int = title
