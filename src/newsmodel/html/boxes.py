"""What the walk makes of a page: boxes (block-level elements) and passages (runs of text between their borders)."""

from collections.abc import Sequence
from typing import Final

from newsmodel.html.tree import Element
from newsmodel.model.kinds import BlockKind

__all__ = ["BLOCKQUOTE", "HEADING", "LIST_ITEM", "PARAGRAPH", "PREFORMATTED", "TABLE", "Box", "Passage"]

# Names of a module are found eight times as fast as members of an enumeration, and each passage is asked often.
PARAGRAPH: Final = BlockKind.PARAGRAPH
HEADING: Final = BlockKind.HEADING
LIST_ITEM: Final = BlockKind.LIST_ITEM
BLOCKQUOTE: Final = BlockKind.BLOCKQUOTE
PREFORMATTED: Final = BlockKind.PREFORMATTED
TABLE: Final = BlockKind.TABLE
_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_DEEPEST: Final = 8
"""So many boxes down something is in a box; looking further would take time in proportion to the depth of a page."""


class Box:
    """A block-level element: a link in the chain that leads from a passage to the body."""

    __slots__ = (
        "anchor",
        "element",
        "good",
        "headed",
        "heads",
        "images",
        "inner",
        "kind",
        "level",
        "marks",
        "mass",
        "noise",
        "own_images",
        "parent",
        "share",
        "tag",
    )

    def __init__(
        self, element: Element, tag: str, marks: int, parent: "Box | None", kind: BlockKind, level: int
    ) -> None:
        self.element: Element = element
        self.tag: str = tag
        self.marks: int = marks
        self.parent: Box | None = parent
        self.kind: BlockKind = kind
        self.level: int = level
        self.mass: float = 0.0
        """Characters of prose in it."""
        self.good: float = 0.0
        """The same, with what stands in furniture counted for little."""
        self.noise: float = 0.0
        """Characters of lines that are links, counted likewise."""
        self.share: float = 1.0
        """Which part of it counts for the box around it."""
        self.heads: int = 0
        """Linked headings in it."""
        self.images: int = 0
        """Images in it."""
        self.own_images: int = 0
        """Images in it and in no box inside it."""
        self.anchor: bool = False
        """Whether it holds the headline, or an element that says it is the article."""
        self.headed: bool = False
        """Whether it holds the headline, or is an entry of a live blog, with a heading of its own."""
        self.inner: int = -1
        """Marks of it and of the boxes around it inside the container; -1 outside of the container."""

    def is_in(self, outer: "Box | None") -> bool:
        """Tell whether it is *outer* or in it, a few boxes down."""
        at: Box | None = self
        for _ in range(_DEEPEST):
            if at is None or at is outer:
                break
            at = at.parent
        return at is outer


class Passage:
    """A run of text between two block borders."""

    __slots__ = ("at", "box", "kind", "level", "line", "linked", "links", "text")

    def __init__(self, box: Box, text: str, at: int) -> None:
        self.box: Box = box
        self.text: str = text
        self.at: int = at
        """Its index among the passages of the page."""
        self.kind: BlockKind = box.kind
        self.level: int | None = None if box.kind is PARAGRAPH else _level(box)
        self.line: str | None = None
        """What kind of furniture it begins like, "" for none, once somebody has asked (`furniture.line_of`)."""
        self.linked: int = 0
        """Characters inside links."""
        self.links: Sequence[tuple[int, int, str]] = ()
        """Start, end and address of each link in the text."""


def _level(box: Box) -> int | None:
    """Return the level of a heading or the depth of a list."""
    if box.kind is LIST_ITEM:
        return box.level or 1
    at: Box | None = box if box.kind is HEADING else None
    while at is not None and at.tag not in _LEVELS:  # what is in a heading is one, too
        at = at.parent
    return None if at is None else _LEVELS[at.tag]
